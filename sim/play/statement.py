"""The joint statement as text: what is agreed in numbered paragraphs, what is left in brackets."""

from dataclasses import dataclass
from textwrap import fill

from scenarios.load import phrases
from sim.play.game import Game
from sim.play.phrases import agency, reason, said_in, sentence_start, wording
from sim.play.picture import date_of
from sim.rules.codes import CLEAN, FULL, NONE, OUTCOMES, REASONS, STATEMENT


@dataclass(frozen=True)
class Paragraph:
    """One item of a joint statement.

    Parameters
    ----------
    item : str
        Id of the item.
    title : str
        Its short title.
    level : int
        The level agreed; for one in brackets the level last tabled, -1 before any.
    text : str
        The sentence of the statement; for one in brackets why it is there.
    """

    item: str
    title: str
    level: int
    text: str


@dataclass(frozen=True)
class Statement:
    """A joint statement, or the draft of one.

    Parameters
    ----------
    heading : str
        What it is.
    forum : str
        Full name of the forum.
    date : str
        Calendar month of the outcome; of the present month while there is none.
    month : int
        The same as a month of the run.
    paragraphs : tuple of Paragraph
        What is agreed, in order of the agenda.
    brackets : tuple of Paragraph
        What is not.
    language : str
        Of the sentences; a key of ``scenarios.tongue.LANGUAGES``.
    """

    heading: str
    forum: str
    date: str
    month: int
    paragraphs: tuple[Paragraph, ...]
    brackets: tuple[Paragraph, ...]
    language: str = "en"


def statement(game: Game, f: int) -> Statement:
    """Return the joint statement of the ``f``-th forum as it stands."""
    world, state = game.world, game.state
    outcome = int(state.outcome[f])
    concluded = outcome in (CLEAN, FULL)
    levels = state.statement[f] if concluded else state.text[f]
    dropped = outcome in (NONE, STATEMENT)
    agenda = [i for i in range(world.params.n_items) if world.params.agenda[f, i]]
    # A statement in force stays whole, whatever new talks have left in brackets.
    agreed = [
        i for i in agenda if (concluded or state.clean[f, i]) and levels[i] > 0 and not dropped
    ]
    month = int(state.closed[f]) or game.month
    return Statement(
        heading=wording(world, "statement.headings")[OUTCOMES[outcome]],
        forum=world.name("forum", world.forums[f]),
        date=date_of(world, month),
        month=month,
        paragraphs=tuple(paragraph(game, i, int(levels[i])) for i in agreed),
        brackets=tuple(bracket(game, f, i) for i in agenda if i not in agreed),
        language=world.scenario.language,
    )


def paragraph(game: Game, i: int, level: int) -> Paragraph:
    """Return an agreed item with its sentence."""
    world, item = game.world, game.world.items[i]
    return Paragraph(item, world.short("item", item), level, world.clause(item, level))


def bracket(game: Game, f: int, i: int) -> Paragraph:
    """Return an item that is not agreed, with the reason."""
    world, state, item = game.world, game.state, game.world.items[i]
    tabled, objector = int(state.tabled[f, i]), int(state.objector[f, i])
    if not state.admitted[f, i]:
        why = said_in(world, "statement.no_authority")
    elif state.clean[f, i]:
        why = said_in(world, "statement.not_adopted", level=int(state.text[f, i]))
    elif objector >= 0:
        name = sentence_start(agency(world, world.agencies[objector]))
        cause = reason(world, REASONS[state.reason[f, i]])
        why = said_in(world, "statement.objects", seat=name, why=cause)
    else:
        why = said_in(world, "statement.not_agreed" if tabled >= 0 else "statement.never_tabled")
    return Paragraph(item, world.short("item", item), tabled, why)


def plain(whole: Statement, width: int = 80) -> str:
    """Return a joint statement as plain text, wrapped at a number of columns."""
    words = phrases(whole.language)["statement"]
    dated = words["dated"].format(date=whole.date, month=whole.month)
    lines = [whole.heading, whole.forum, dated, ""]
    for n, each in enumerate(whole.paragraphs, 1):
        start = f"{n}. "
        lines += [fill(each.text, width, initial_indent=start, subsequent_indent=" " * len(start))]
        lines += [""]
    if not whole.paragraphs:
        lines += [words["none"], ""]
    for each in whole.brackets:
        lines += [fill(bracketed(each), width, subsequent_indent=" ")]
    return "\n".join(lines).rstrip() + "\n"


def bracketed(each: Paragraph) -> str:
    """Return an item in its brackets, on one line.

    Examples
    --------
    >>> bracketed(Paragraph("I12", "Energy security", 2, "METI objects: it hopes for more"))
    '[Energy security, L2: METI objects: it hopes for more]'
    """
    level = f", L{each.level}" if each.level > 0 else ""
    return f"[{each.title}{level}: {each.text}]"
