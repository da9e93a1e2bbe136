"""What a table leaves behind: its log, and its joint statements as text and as a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from textwrap import fill

from classroom.debrief.played import Played
from sim.play.apply import apply
from sim.play.game import Game, new_game
from sim.play.log import Entry, Header, entry_of, line_of
from sim.play.selling import Sale, sales
from sim.play.statement import Paragraph, Statement, bracketed, plain, statement

WIDTH = 80
Named = Callable[[str, str], str]


@dataclass(frozen=True)
class Papers:
    """What one table leaves behind of one round.

    Parameters
    ----------
    log : bytes
        As ``sim.play.log`` has it: ``communique replay`` takes it.
    text : str
        Its statements, and how each capital would sell them.
    page : str
        The same as HTML, without the frame of a page.
    world, state : str
        Digests of the world, and of the state in which the log ends.
    moves : tuple of (seat, month, forum)
        Of every line of the log but the first.
    """

    round: int
    table: int
    log: bytes
    text: str
    page: str
    world: str
    state: str
    moves: tuple[tuple[str, int, str], ...]


def papers(each: Played) -> Papers:
    """Return what a table leaves behind; its log is made by playing its moves again."""
    if each.header is None:
        raise ValueError(f"round {each.round}, table {each.table} has no log")
    log, state = logged(each.header, each.entries, new_game(each.world, each.game.seed))
    head = f"Table {each.table}, round {each.round}"
    named = each.world.name
    texts, pages = [head], [f"<h1>{escape(head)}</h1>"]
    for forum in each.forums:
        game, f = each.ended.get(forum, each.game), each.world.index("forum", forum)
        texts.append(as_text(named, statement(game, f), sales(game, f)))
        pages.append(as_page(named, statement(game, f), sales(game, f)))
    return Papers(
        round=each.round,
        table=each.table,
        log=log,
        text="\n\n".join(texts),
        page="\n".join(pages),
        world=each.world.digest,
        state=state,
        moves=tuple((line.move.seat, line.month, line.forum) for line in each.entries),
    )


def logged(header: Header, entries: Sequence[Entry], game: Game) -> tuple[bytes, str]:
    """Return the log of some moves, and the digest of the state they led to."""
    lines = [line_of(header)]
    for entry in entries:
        before, game = game, apply(game, entry.move)
        lines.append(line_of(entry_of(entry.n, before, entry.move, game)))
    return b"".join(lines), game.digest


def as_text(named: Named, whole: Statement, sold: Sequence[Sale]) -> str:
    """Return a statement as plain text, with how each capital would sell it."""
    parts = [plain(whole, WIDTH).rstrip()]
    for sale in sold:
        lines = "\n".join(
            fill(line, WIDTH, initial_indent="- ", subsequent_indent="  ") for line in sale.lines
        )
        parts.append(f"Told at home, {named('side', sale.side)}:\n{lines}")
    return "\n\n".join(parts) + "\n"


def as_page(named: Named, whole: Statement, sold: Sequence[Sale]) -> str:
    """Return a statement as HTML, without the frame of a page."""
    when = f"{whole.date} (month {whole.month})"
    parts = [f"<h2>{escape(whole.heading)}</h2><p>{escape(whole.forum)}, {escape(when)}</p>"]
    if whole.paragraphs:
        parts.append(listed("ol", [each.text for each in whole.paragraphs]))
    else:
        parts.append("<p>No commitments.</p>")
    parts += [opened(each) for each in whole.brackets]
    for sale in sold:
        side = escape(named("side", sale.side))
        parts.append(f"<h3>Told at home, {side}</h3>{listed('ul', sale.lines)}")
    return "\n".join(parts)


def listed(tag: str, lines: Sequence[str]) -> str:
    """Return lines as a list of HTML."""
    return f"<{tag}>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + f"</{tag}>"


def opened(each: Paragraph) -> str:
    """Return an item in brackets as HTML."""
    return f'<p class="open">{escape(bracketed(each))}</p>'
