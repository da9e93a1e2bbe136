"""How a brief, a name card and an agenda lie on a sheet of A4."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from scenarios.world import World
from sim.play.brief import brief
from sim.play.game import new_game
from sim.play.phrases import said_in
from sim.play.view import view
from terminal.letters import BOLD, font_of, wide_letters

rl_config.invariant = 1  # the same scenario makes the same bytes
UNKNOWN = str.maketrans({"−": "-", "\u2011": "-"})
"""Signs that the Latin font does not have."""
MARGIN = 16 * mm
LEVELS = 5
GRID = (("GRID", (0, 0), (-1, -1), 0.4, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP"))
Chosen = Sequence[tuple[str, str]]


def write_briefs(world: World, chosen: Chosen, out: Path) -> None:
    """Write a brief for each agency at its forum, beginning a sheet each."""
    story: list[Any] = []
    for seat, forum in chosen:
        story += [*sheet(world, seat, forum), PageBreak()]
    page(world, out).build(story)


def page(world: World, out: Path) -> SimpleDocTemplate:
    """Return a document on A4."""
    edges = dict.fromkeys(("leftMargin", "rightMargin", "topMargin", "bottomMargin"), MARGIN)
    about = {"title": titled(world, "briefs"), "author": "Communiqué"}
    return SimpleDocTemplate(str(out), pagesize=A4, lang=world.scenario.language, **about, **edges)


def titled(world: World, what: str) -> str:
    """Return the title of a document."""
    return said_in(world, f"paper.{what}", scenario=world.scenario.title)


def sheet(world: World, seat: str, forum: str) -> list[Any]:
    """Return the parts of a brief: its lines, and what each level is worth."""
    told = brief(world, seat, forum)
    parts: list[Any] = [text(told.title, 16, bold=True), text(world.scenario.sheet.title, 9)]
    for heading, lines in told.parts:
        parts.append(text(heading, 11, bold=True, before=6))
        parts += [text(line.text, 9.5, before=1) for line in lines]
    return [*parts, Spacer(1, 6), worths(world, seat, forum)]


def worths(world: World, seat: str, forum: str) -> Table:
    """Return the table of points: items by levels, red lines crossed out."""
    k = view(new_game(world, 0), seat, forum).knowledge
    rows: list[list[Any]] = [["", *(f"L{level}" for level in range(LEVELS))]]
    barred = []
    for i, item in enumerate(world.items):
        if k.weight[i] <= 0:
            continue
        cells = []
        for level in range(LEVELS):
            points = f"{100 * float(k.value[i, level]):.0f}"
            if level and (int(k.red_line[i]) >> level) & 1:
                barred.append((level + 1, len(rows)))
                points = "×"
            cells.append(marked(points, world.label(item, level)))
        rows.append([text(world.short("item", item), 8, bold=True), *cells])
    style = [
        *GRID,
        ("FONTSIZE", (0, 0), (-1, 0), 8),
        *(("BACKGROUND", at, at, colors.lightgrey) for at in barred),
    ]
    return Table(rows, [28 * mm, *[30 * mm] * LEVELS], style=TableStyle(style), repeatRows=1)


def write_cards(world: World, chosen: Chosen, out: Path) -> None:
    """Write a card to fold for each agency, read from both sides, then each forum's agenda."""
    wide, high = landscape(A4)
    canvas = Canvas(str(out), pagesize=(wide, high), lang=world.scenario.language)
    canvas.setTitle(titled(world, "cards"))
    for seat, forum in chosen:
        canvas.setDash(2, 4)
        canvas.line(0, high / 2, wide, high / 2)
        half(canvas, world, seat, forum)
        canvas.translate(wide, high)
        canvas.rotate(180)
        half(canvas, world, seat, forum)
        canvas.showPage()
    for forum in dict.fromkeys(forum for _, forum in chosen):
        agenda(canvas, world, forum)
    canvas.save()


def half(canvas: Canvas, world: World, seat: str, forum: str) -> None:
    """Draw one face of a card on the lower half of the sheet."""
    wide, high = landscape(A4)
    side = world.scenario.library.agencies[seat].side
    short, name = world.short("agency", seat), world.name("agency", seat)
    lines = (
        (short, 72, 0.27),
        (name if name != short else "", 20, 0.15),
        (f"{world.name('side', side)}  ·  {world.short('forum', forum)}", 14, 0.08),
    )
    for words, size, at in lines:
        font = font_of(words, bold=size > 20)
        while size > 8 and pdfmetrics.stringWidth(words, font, size) > wide - 2 * MARGIN:
            size -= 1
        canvas.setFont(font, size)
        canvas.drawCentredString(wide / 2, high * at, words.translate(UNKNOWN))


def agenda(canvas: Canvas, world: World, forum: str) -> None:
    """Draw a forum's agenda: what each level of each item says."""
    wide, high = landscape(A4)
    f = world.index("forum", forum)
    rows: list[list[Any]] = [[text(world.name("forum", forum), 10, bold=True)]]
    rows[0] += [text(f"L{level}", 9, bold=True) for level in range(LEVELS)]
    for i, item in enumerate(world.items):
        if world.params.agenda[f, i]:
            labels = [text(world.label(item, level), 10) for level in range(LEVELS)]
            rows.append([text(world.name("item", item), 10, bold=True), *labels])
    room = wide - 2 * MARGIN
    table = Table(rows, [0.2 * room, *[0.16 * room] * LEVELS])
    table.setStyle(TableStyle([*GRID]))
    for part in table.split(room, high - 2 * MARGIN):
        _, tall = part.wrap(room, high)
        part.drawOn(canvas, MARGIN, high - MARGIN - tall)
        canvas.showPage()


def marked(points: str, words: str) -> Paragraph:
    """Return a cell of points with the words of the level below them."""
    style = style_of(words, 6.5)
    return Paragraph(f'<font name="{BOLD}">{points}</font><br/>{safe(words)}', style)


def text(words: str, size: float, bold: bool = False, before: float = 0) -> Paragraph:
    """Return a paragraph."""
    return Paragraph(safe(words), style_of(words, size, bold, before))


def style_of(words: str, size: float, bold: bool = False, before: float = 0) -> ParagraphStyle:
    """Return the style of some words at a size."""
    return ParagraphStyle(
        f"{size}", fontName=font_of(words, bold), fontSize=size, leading=1.25 * size,
        spaceBefore=before, wordWrap="CJK" if wide_letters(words) else None,
    )  # fmt: skip


def safe(words: str) -> str:
    """Return words that a paragraph takes as they are."""
    return escape(words.translate(UNKNOWN))
