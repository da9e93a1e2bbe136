"""Draw docs/images/month.svg, the flowchart of a month: ``python -m tools.month_picture``."""

from pathlib import Path

PICTURE = Path(__file__).parents[1] / "docs" / "images" / "month.svg"
BEFORE = (
    ("1  events", "renew, events, revalue, admit"),
    ("2  convene", "who meets, on which items"),
    ("3  mandate", "each agency: review; then clear"),
)
MEETING = (
    ("On the floor", "pass, amend, recess, appeal, close"),
    ("Concluding", "full, clean, statement or none"),
    ("Putting", "ministers are asked for the last time"),
    ("Clearing", "agencies at home pass or refuse"),
)
ANSWERS = (
    ("Answering", "silence, or an objection"),
    ("Closing up", "close on the text as it stands?"),
)
AFTER = (
    ("6  ratify", "bills pass, wait or lapse"),
    ("7  carry out", "each agency: commit; then deliver"),
    ("8  act alone", "own measures, all sides at once"),
    ("9  learn", "each agency: reflect; then recollect"),
)
STYLE = (
    "text{font-family:sans-serif;font-size:14px;fill:#1b1f24}.s{font-size:12px;fill:#444}"
    ".b{fill:#fff;stroke:#1f4e79;stroke-width:1.5}.m{fill:#eef3f8;stroke:#1f4e79}"
    ".l{stroke:#1f4e79;stroke-width:1.5;fill:none;marker-end:url(#a)}"
)
WIDE, HIGH, GAP = 240, 52, 34


def box(x: int, y: int, title: str, words: str) -> str:
    """Return a box with a title and a line of words."""
    return (
        f'<rect class="b" x="{x}" y="{y}" width="{WIDE}" height="{HIGH}" rx="6"/>'
        f'<text x="{x + 12}" y="{y + 21}" font-weight="bold">{title}</text>'
        f'<text class="s" x="{x + 12}" y="{y + 40}">{words}</text>'
    )


def column(x: int, y: int, boxes: tuple[tuple[str, str], ...]) -> str:
    """Return boxes one below the other, joined by arrows."""
    drawn = []
    for n, (title, words) in enumerate(boxes):
        top = y + n * (HIGH + GAP)
        drawn.append(box(x, top, title, words))
        if n:
            drawn.append(line((x + WIDE // 2, top - GAP), (x + WIDE // 2, top - 2)))
    return "".join(drawn)


def line(*points: tuple[int, int]) -> str:
    """Return an arrow through some points."""
    path = " L".join(f"{x} {y}" for x, y in points)
    return f'<path class="l" d="M{path}"/>'


def note(x: int, y: int, words: str) -> str:
    """Return a line of small words."""
    return f'<text class="s" x="{x}" y="{y}">{words}</text>'


def picture() -> str:
    """Return the flowchart."""
    left, middle, answers, right, top = 20, 320, 620, 920, 70
    step = HIGH + GAP
    low = top + 4 * step + 24
    frame = (
        f'<rect class="m" x="{middle - 24}" y="26" width="{answers + WIDE - middle + 40}" '
        f'height="{low - 10}" rx="10"/>'
    )
    floor, beside = top + 16, middle + WIDE
    arrows = [
        line(
            (left + WIDE, top + 2 * step + 26),
            (middle - 36, top + 2 * step + 26),
            (middle - 36, top + 26),
            (middle - 2, top + 26),
        ),
        line((beside, floor), (answers - 2, floor)),
        line((answers, floor + 20), (beside + 2, floor + 20)),
        line(
            (beside - 30, top + HIGH),
            (beside - 30, top + HIGH + 12),
            (answers - 30, top + HIGH + 12),
            (answers - 30, top + step + 26),
            (answers - 2, top + step + 26),
        ),
        line(
            (beside, top + 3 * step + 26),
            (right - 36, top + 3 * step + 26),
            (right - 36, top + 26),
            (right - 2, top + 26),
        ),
        line(
            (right + WIDE // 2, top + 3 * step + HIGH),
            (right + WIDE // 2, low + 50),
            (8, low + 50),
            (8, top + 26),
            (left - 2, top + 26),
        ),
    ]
    words = [
        note(middle - 10, 50, "4  bargain and 5  conclude: every forum that meets"),
        note(middle + 16, top + HIGH + 21, "rounds are over"),
        note(answers + 10, top + 2 * step - 14, "then the floor is open again"),
        note(middle, top + 4 * step - 12, "refused once: re-opened, in a later month"),
        note(answers + 10, top + 3 * step + 20, "adopted, or not yet, or never"),
        note(right - 160, low + 42, "next month, until the horizon"),
        note(left, 50, "chance deals the month; it opens"),
        note(right, 50, "chance deals the votes; it closes"),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1180 {low + 70}" role="img">'
        "<title>A month of the model</title>"
        f"<style>{STYLE}</style>"
        '<defs><marker id="a" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" '
        'markerHeight="7" orient="auto"><path d="M0 0L10 5L0 10z" fill="#1f4e79"/></marker></defs>'
        f'<rect width="1180" height="{low + 70}" fill="#fff"/>'
        + frame
        + column(left, top, BEFORE)
        + column(middle, top, MEETING)
        + "".join(box(answers, top + n * step, *each) for n, each in enumerate(ANSWERS))
        + column(right, top, AFTER)
        + "".join(arrows + words)
        + "</svg>\n"
    )


if __name__ == "__main__":
    PICTURE.write_text(picture(), "utf-8")
