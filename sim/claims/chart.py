"""A map as a picture: an SVG that needs no other file and no color to be read."""

from xml.sax.saxutils import escape

from sim.claims.mapped import Mapped

LETTERS = "ABCDEFGHIJKL"
COLORS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442", "#999999")
"""Okabe and Ito's palette, which the color-blind tell apart (okabe2008)."""
LOW, HIGH = (255, 255, 255), (0, 114, 178)
"""Ends of the scale of a map with one arm."""
CELL_X, CELL_Y, LEFT, TOP, BELOW, LINE = 96, 58, 92, 62, 66, 20
FONT = "font-family='sans-serif' fill='#222'"


def picture(found: Mapped) -> str:
    """Return a map as the text of an SVG file.

    The letter, the median and the share of worlds stand in every cell; a paler color says that
    the lead of the best is less sure.
    """
    chart = found.chart
    across, up = len(chart.across.at), len(chart.up.at)
    arms = len(chart.arm)
    legend = arms if arms > 1 else 1
    width = max(LEFT + across * CELL_X + 24, 12 + 7 * len(chart.title) + 24, 560)
    height = TOP + up * CELL_Y + BELOW + LINE * legend + 8
    parts = [
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} {height}' "
        f"width='{width}' height='{height}' role='img'>",
        f"<title>{escape(chart.title)}</title>",
        f"<desc>{escape(description(found))}</desc>",
        f"<rect width='{width}' height='{height}' fill='#ffffff'/>",
        text(12, 24, chart.title, size=16, bold=True),
        text(12, 44, f"{chart.says}; median of {found.worlds} worlds a cell", size=12),
    ]
    for y in range(up):
        top = TOP + (up - 1 - y) * CELL_Y
        parts.append(text(LEFT - 8, top + CELL_Y / 2 + 4, f"{chart.up.at[y]:g}", anchor="end"))
        for x in range(across):
            parts += cell(found, y, x, LEFT + x * CELL_X, top)
    bottom = TOP + up * CELL_Y
    for x in range(across):
        middle = LEFT + (x + 0.5) * CELL_X
        parts.append(text(middle, bottom + 18, f"{chart.across.at[x]:g}", anchor="middle"))
    center = LEFT + across * CELL_X / 2
    parts.append(text(center, bottom + 38, chart.across.title, anchor="middle"))
    parts.append(
        f"<text transform='translate(24 {TOP + up * CELL_Y / 2}) rotate(-90)' "
        f"text-anchor='middle' font-size='13' {FONT}>{escape(chart.up.title)}</text>"
    )
    parts += key(found, bottom + BELOW)
    return "\n".join([*parts, "</svg>"]) + "\n"


def cell(found: Mapped, y: int, x: int, left: float, top: float) -> list[str]:
    """Return one cell: its color, and what it says."""
    if len(found.chart.arm) == 1:
        value = float(found.medians[y, x, 0])
        low, high = float(found.medians.min()), float(found.medians.max())
        share = (value - low) / (high - low) if high > low else 0.0
        mixed = (round(a + (b - a) * 0.75 * share) for a, b in zip(LOW, HIGH, strict=True))
        fill, opacity, lines = "#" + "".join(f"{part:02x}" for part in mixed), 1.0, [f"{value:.3f}"]
    else:
        best = found.winner(y, x)
        share = float(found.wins[y, x, best])
        fill, opacity = COLORS[best % len(COLORS)], 0.2 + 0.5 * share
        lines = [LETTERS[best], f"{found.medians[y, x, best]:.2f}, best in {share:.0%}"]
    parts = [
        f"<rect x='{left}' y='{top}' width='{CELL_X}' height='{CELL_Y}' fill='{fill}' "
        f"fill-opacity='{opacity:.2f}' stroke='#ffffff' stroke-width='2'/>"
    ]
    middle = left + CELL_X / 2
    if len(lines) == 1:
        return [*parts, text(middle, top + CELL_Y / 2 + 5, lines[0], anchor="middle")]
    parts.append(text(middle, top + 27, lines[0], size=18, bold=True, anchor="middle"))
    return [*parts, text(middle, top + 46, lines[1], size=10, anchor="middle")]


def key(found: Mapped, top: float) -> list[str]:
    """Return the lines that say what letters or shades mean."""
    if len(found.chart.arm) == 1:
        return [text(12, top, "The darker, the higher.", size=12)]
    parts = []
    for n, arm in enumerate(found.chart.arm):
        y = top + n * LINE
        color = COLORS[n % len(COLORS)]
        parts.append(
            f"<rect x='12' y='{y - 12}' width='18' height='15' fill='{color}' fill-opacity='0.7'/>"
        )
        parts.append(text(38, y, f"{LETTERS[n]}  {arm.name}", size=12))
    return parts


def description(found: Mapped) -> str:
    """Return the map in words, for those who cannot see it."""
    chart = found.chart
    if len(chart.arm) == 1:
        low, high = found.medians.min(), found.medians.max()
        return f"{chart.says}, from {low:.3f} to {high:.3f}."
    best = [
        found.winner(y, x) for y in range(len(chart.up.at)) for x in range(len(chart.across.at))
    ]
    counts = (f"{arm.name} in {best.count(n)}" for n, arm in enumerate(chart.arm))
    return f"Best most often, of {len(best)} cells: {', '.join(counts)}."


def text(
    x: float, y: float, words: str, *, size: int = 13, bold: bool = False, anchor: str = "start"
) -> str:
    """Return a line of text."""
    weight = " font-weight='bold'" if bold else ""
    return (
        f"<text x='{x:g}' y='{y:g}' font-size='{size}' text-anchor='{anchor}'{weight} {FONT}>"
        f"{escape(words)}</text>"
    )
