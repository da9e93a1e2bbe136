"""What a table leaves behind: its log, and its joint statements as text and as a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from textwrap import fill

from classroom.debrief.played import Part, Played, made, parts
from classroom.said import said
from scenarios.load import phrases
from scenarios.world import World
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
    ended : mapping of forum id to Part
        The moments in which its forums' talks ended, to be told in other languages.
    """

    round: int
    table: int
    log: bytes
    text: str
    page: str
    world: str
    state: str
    moves: tuple[tuple[str, int, str], ...]
    ended: Mapping[str, Part]


def papers(each: Played) -> Papers:
    """Return what a table leaves behind; its log is made by playing its moves again."""
    if each.header is None:
        raise ValueError(f"round {each.round}, table {each.table} has no log")
    log, state = logged(each.header, each.entries, new_game(each.world, each.game.seed))
    ended = {forum: parts(each.ended.get(forum, each.game)) for forum in each.forums}
    text, page = texts(each.world, each.table, each.round, ended)
    return Papers(
        round=each.round,
        table=each.table,
        log=log,
        text=text,
        page=page,
        world=each.world.digest,
        state=state,
        moves=tuple((line.move.seat, line.month, line.forum) for line in each.entries),
        ended=ended,
    )


def texts(world: World, table: int, number: int, ended: Mapping[str, Part]) -> tuple[str, str]:
    """Return the statements of a table in the language of a world: as text, and as a page."""
    language, named = world.scenario.language, world.name
    head = said("paper", "Table {table}, round {round}", language)
    head = head.format(table=table, round=number)
    plain_texts, pages = [head], [f"<h1>{escape(head)}</h1>"]
    for forum, part in ended.items():
        game, f = made(world, part), world.index("forum", forum)
        plain_texts.append(as_text(named, statement(game, f), sales(game, f)))
        pages.append(as_page(named, statement(game, f), sales(game, f)))
    return "\n\n".join(plain_texts), "\n".join(pages)


def logged(header: Header, entries: Sequence[Entry], game: Game) -> tuple[bytes, str]:
    """Return the log of some moves, and the digest of the state they led to."""
    lines = [line_of(header)]
    for entry in entries:
        before, game = game, apply(game, entry.move)
        lines.append(line_of(entry_of(entry.n, before, entry.move, game)))
    return b"".join(lines), game.digest


def as_text(named: Named, whole: Statement, sold: Sequence[Sale]) -> str:
    """Return a statement as plain text, with how each capital would sell it."""
    pieces = [plain(whole, WIDTH).rstrip()]
    for sale in sold:
        lines = "\n".join(
            fill(line, WIDTH, initial_indent="- ", subsequent_indent="  ") for line in sale.lines
        )
        pieces.append(f"{at_home(named, whole, sale)}:\n{lines}")
    return "\n\n".join(pieces) + "\n"


def as_page(named: Named, whole: Statement, sold: Sequence[Sale]) -> str:
    """Return a statement as HTML, without the frame of a page."""
    words = phrases(whole.language)["statement"]
    glue = phrases(whole.language)["list"]["between"]
    when = words["dated"].format(date=whole.date, month=whole.month)
    pieces = [
        f"<h2>{escape(whole.heading)}</h2><p>{escape(whole.forum)}{escape(glue)}{escape(when)}</p>"
    ]
    if whole.paragraphs:
        pieces.append(listed("ol", [each.text for each in whole.paragraphs]))
    else:
        pieces.append(f"<p>{escape(words['none'])}</p>")
    pieces += [opened(each) for each in whole.brackets]
    for sale in sold:
        head = escape(at_home(named, whole, sale))
        pieces.append(f"<h3>{head}</h3>{listed('ul', sale.lines)}")
    return "\n".join(pieces)


def at_home(named: Named, whole: Statement, sale: Sale) -> str:
    """Return what stands above the lines that one side tells at home."""
    said_so = said("paper", "Told at home, {side}", whole.language)
    return said_so.format(side=named("side", sale.side))


def listed(tag: str, lines: Sequence[str]) -> str:
    """Return lines as a list of HTML."""
    return f"<{tag}>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + f"</{tag}>"


def opened(each: Paragraph) -> str:
    """Return an item in brackets as HTML."""
    return f'<p class="open">{escape(bracketed(each))}</p>'
