"""A joint statement to be printed: its clauses with the moves that made them, and its sales."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sim.play.game import Game
from sim.play.happening import Happening
from sim.play.picture import date_of
from sim.play.selling import Sale, sales
from sim.play.statement import Paragraph, statement
from sim.rules.codes import OUTCOMES

MADE_BY = ("tabled", "chair", "objected", "agreed", "refused", "reopened")
"""Kinds of happenings that make or break a clause."""

Told = tuple[int, Happening]
"""A happening, with how many moves of the run had been made once it had happened."""


@dataclass(frozen=True)
class Step:
    """One move in the making of a clause.

    Parameters
    ----------
    move : int
        How many moves of the run had been made after it.
    date : str
        Calendar month.
    text : str
        What happened, as a sentence.
    made_it : bool
        Whether it is one of those by which the clause came into the text or changed there.
    """

    move: int
    date: str
    text: str
    made_it: bool


@dataclass(frozen=True)
class Clause:
    """A paragraph of the statement, or an item left out, and how it came to that."""

    paragraph: Paragraph
    label: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Sheet:
    """A forum's statement as a page.

    Parameters
    ----------
    forum, heading, title, date : str
        Id of the forum; what the statement is, of which forum, and when it was made.
    outcome : str
        A word of ``sim.rules.codes.OUTCOMES``.
    month : int
        Month of the run in which it was made.
    clauses, left : tuple of Clause
        What was adopted, and what was not.
    sales : tuple of Sale
        How each side would sell it.
    """

    forum: str
    heading: str
    title: str
    date: str
    month: int
    outcome: str
    clauses: tuple[Clause, ...]
    left: tuple[Clause, ...]
    sales: tuple[Sale, ...]


def sheet(game: Game, f: int, told: Sequence[Told]) -> Sheet:
    """Return the statement of the ``f``-th forum, as it was when the talks ended.

    Parameters
    ----------
    game : Game
        The moment at which the forum concluded.
    told : sequence of (int, Happening)
        What happened up to then, in order.
    """
    whole, forum = statement(game, f), game.world.forums[f]
    own = [each for each in told if each[1].forum == forum and each[1].kind in MADE_BY]
    return Sheet(
        forum=forum,
        heading=whole.heading,
        title=whole.forum,
        date=whole.date,
        month=whole.month,
        outcome=OUTCOMES[game.state.outcome[f]],
        clauses=tuple(clause(game, each, own) for each in whole.paragraphs),
        left=tuple(clause(game, each, own) for each in whole.brackets),
        sales=sales(game, f),
    )


def clause(game: Game, paragraph: Paragraph, told: Iterable[Told]) -> Clause:
    """Return a paragraph with what happened to its item."""
    own = [(n, each) for n, each in told if paragraph.item in dict(each.levels)]
    steps = tuple(
        Step(n, date_of(game.world, each.month), each.text, made_it(own, place))
        for place, (n, each) in enumerate(own)
    )
    label = game.world.label(paragraph.item, paragraph.level) if paragraph.level > 0 else ""
    return Clause(paragraph, label, steps)


def made_it(told: Sequence[Told], place: int) -> bool:
    """Say whether a happening brought a level into the text, or was the motion that did."""
    kind = told[place][1].kind
    if kind in ("tabled", "chair"):
        return place + 1 < len(told) and told[place + 1][1].kind == "agreed"
    return kind in ("agreed", "reopened")
