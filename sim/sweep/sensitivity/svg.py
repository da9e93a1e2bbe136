"""Pieces of SVG pictures: text, lines, boxes and dots, in colors that all can tell apart."""

from html import escape
from textwrap import wrap

INK, PALE, RULE = "#1a1a1a", "#595959", "#d9d9d9"
"""Colours of text, of lesser text and of lines behind."""
WIDE, NARROW, GREY = "#9ecae1", "#08519c", "#bdbdbd"
"""A light and a dark blue, which differ in lightness too, and a gray."""
LETTER = 0.53
"""Mean width of a letter, in units of its size."""


def picture(width: float, height: float, title: str, parts: list[str]) -> str:
    """Return a whole picture on white.

    Parameters
    ----------
    title : str
        What the picture shows, for those who cannot see it.
    """
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
            f'width="{width:g}" height="{height:g}" role="img" '
            'font-family="system-ui, Segoe UI, Helvetica, Arial, sans-serif">',
            f"<title>{escape(title)}</title>",
            f'<rect width="{width:g}" height="{height:g}" fill="white"/>',
            *parts,
            "</svg>",
            "",
        ]
    )


def text(
    x: float,
    y: float,
    words: str,
    size: float = 13,
    fill: str = INK,
    at: str = "start",
    **more: str,
) -> str:
    """Return a line of text; ``at`` says which end of it is at x."""
    extra = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in more.items())
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" fill="{fill}" text-anchor="{at}"{extra}>'
        f"{escape(words)}</text>"
    )


def line(x1: float, y1: float, x2: float, y2: float, stroke: str = INK, width: float = 1) -> str:
    """Return a straight line."""
    return (
        f'<line x1="{x1:.2f}" y1="{y1:.2f}" x2="{x2:.2f}" y2="{y2:.2f}" '
        f'stroke="{stroke}" stroke-width="{width:g}"/>'
    )


def box(x: float, y: float, width: float, height: float, fill: str) -> str:
    """Return a filled box."""
    return (
        f'<rect x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}" fill="{fill}"/>'
    )


def dot(x: float, y: float, radius: float, fill: str, stroke: str = INK) -> str:
    """Return a dot with a rim."""
    return f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{radius:g}" fill="{fill}" stroke="{stroke}"/>'


def wrapped(words: str, room: float, size: float, most: int) -> list[str]:
    """Return a text as lines that fit into a width, the last cut short where there is no room.

    Examples
    --------
    >>> wrapped("reluctance to share leadership", 120, 13, 2)
    ['reluctance to', 'share leadership']
    """
    return wrap(words, max(8, int(room / (size * LETTER))), max_lines=most, placeholder=" …")


def ticks(low: float, high: float) -> list[float]:
    """Return round numbers from low to high, four to nine of them.

    Examples
    --------
    >>> ticks(0.0, 0.83)
    [0.0, 0.2, 0.4, 0.6, 0.8]
    """
    span = high - low
    step = 10.0**-12
    while span / step > 8:
        step *= 10
    for part in (0.2, 0.25, 0.5, 1.0):
        if span / (step * part) <= 8:
            step *= part
            break
    first = int(-(-low // step))
    last = int(high // step)
    return [round(n * step, 12) for n in range(first, last + 1)]
