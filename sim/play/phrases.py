"""Turns of phrase that briefs, the story and the joint statement share, in a world's language.

The sentences themselves lie in ``scenarios/<language>/phrases.toml``; a world speaks the language
that its scenario was read in.
"""

from collections.abc import Iterable
from string import Formatter
from typing import Any

from scenarios.load import phrases
from scenarios.tongue import OWN
from scenarios.world import World

CENTRES = {"us": "us-white-house", "jp": "jp-kantei"}
"""The agency that is the center of a side, as coordinator."""
MINISTERS_FROM = 0.5
"""Rank of a forum, 0 officials and 1 ministers, from which its meetings are called ministers'."""
ENDS = (".", "!", "?", "。")

Levels = Iterable[tuple[str, int]]


def wording(world: World, key: str) -> Any:
    """Return what stands under a key such as ``"story.held"`` in the language of a world."""
    found: Any = phrases(world.scenario.language)
    for part in key.split("."):
        found = found[part]
    return found


def said_in(world: World, key: str, **gaps: object) -> str:
    """Return a phrase with its gaps filled, as it stands within a sentence."""
    return Formatter().vformat(wording(world, key), (), gaps)


def say(world: World, key: str, **gaps: object) -> str:
    """Return a phrase as a sentence: a capital first."""
    return sentence_start(said_in(world, key, **gaps))


def joined(words: Iterable[str], between: str = ", ", last: str = " and ") -> str:
    """Return words as a list in a sentence.

    Examples
    --------
    >>> joined(["State"]), joined(["State", "METI"]), joined(["State", "METI", "MOFA"])
    ('State', 'State and METI', 'State, METI and MOFA')
    """
    several = list(words)
    if len(several) < 2:
        return "".join(several)
    return f"{between.join(several[:-1])}{last}{several[-1]}"


def listed(world: World, words: Iterable[str]) -> str:
    """Return words as a list in a sentence of a world's language."""
    return joined(words, wording(world, "list.between"), wording(world, "list.last"))


def sentence_start(text: str) -> str:
    """Return a text with a capital first."""
    return text[:1].upper() + text[1:]


def sentence(text: str, stop: str = ".") -> str:
    """Return a text as a sentence: a capital first, a full stop last."""
    whole = sentence_start(text)
    return whole if whole.endswith(ENDS) else f"{whole}{stop}"


def ended(world: World, text: str) -> str:
    """Return a text as a sentence of a world's language."""
    return sentence(text, wording(world, "list.stop"))


def reason(world: World, word: str) -> str:
    """Return a reason for an objection, one of ``sim.rules.codes.REASONS``, as a sentence's end."""
    return str(wording(world, "reasons")[word])


def reason_alone(word: str, language: str = OWN) -> str:
    """Return a reason for an objection as a sentence; an unknown one is given as it is.

    >>> reason_alone("outside mandate"), reason_alone("outside mandate", "ja")
    ('Home has not cleared it.', '本国の了承がない。')
    """
    told = phrases(language)
    return sentence(told["reasons"].get(word, word), told["list"]["stop"])


def agency(world: World, name: str) -> str:
    """Return the short name of an agency as it stands in a sentence, such as ``the Kantei``."""
    short = world.short("agency", name)
    return said_in(world, "who.centre_agency", name=short) if name in CENTRES.values() else short


def leaders(world: World, rank: float) -> str:
    """Return what those who adopt a statement are called at a forum of some rank, 0..1."""
    return said_in(world, "who.ministers" if rank >= MINISTERS_FROM else "who.heads")


def agencies(world: World, ids: Iterable[str]) -> str:
    """Return agencies as a list in a sentence."""
    return listed(world, (agency(world, each) for each in ids))


def items(world: World, ids: Iterable[str]) -> str:
    """Return the short titles of items as a list."""
    return listed(world, (world.short("item", each) for each in ids))


def at_levels(world: World, levels: Levels) -> str:
    """Return items at their levels as a list, such as ``Energy at L2``."""
    return listed(
        world,
        (
            said_in(world, "item.at", item=world.short("item", item), level=level)
            for item, level in levels
        ),
    )


def meanings(world: World, levels: Levels) -> str:
    """Return items at their levels with what these mean, as a list."""
    return listed(
        world,
        (
            said_in(
                world,
                "item.means",
                item=world.short("item", item),
                level=level,
                label=world.label(item, level),
            )
            for item, level in levels
        ),
    )


def centre(world: World, side: str) -> str:
    """Return the name of the center of a side, such as ``the White House``."""
    name = CENTRES.get(side, "")
    if name in world.scenario.library.agencies:
        return agency(world, name)
    return said_in(world, "who.centre", side=world.name("side", side))


def legislature(world: World, side: str) -> str:
    """Return the name of a side's legislature."""
    named = wording(world, "who.legislatures").get(side)
    return named or said_in(world, "who.legislature", side=world.name("side", side))
