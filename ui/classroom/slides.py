"""The slides of the debrief, one message each; and the statements, one table each."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sim.play.sheet import sheet
from ui.classroom.letters import name, order
from ui.classroom.names import Names
from ui.classroom.people import forum_name
from ui.classroom.slides_deals import frontier, stakes
from ui.classroom.slides_runs import ai, forums, runs
from ui.classroom.standing import agreed, known, over, standing_of
from ui.words.catalogue import words

if TYPE_CHECKING:
    from agents.table import Table
    from classroom.debrief.findings import Findings
    from classroom.room import Room
    from classroom.sitting import Sitting
    from classroom.state import ClassState

Parts = dict[str, Any]
OUTCOMES = ("full", "clean", "statement", "none", "under way")
MANY = 14
"""Tables from which marks are drawn small."""
MOST_NOTES = 60
"""Takeaways on the wall, the newest first."""
LINES = 4
"""Clauses of a statement that the wall spells out; of the others it names the titles."""


def place_in(index: int, count: int) -> int:
    """Return a place among ``count`` that is there.

    >>> place_in(9, 7), place_in(2, 7), place_in(0, 0)
    (6, 2, 0)
    """
    return max(0, min(index, count - 1))


def slide(room: Room, findings: Findings) -> Parts:
    """Return the slide that is shown; while it is being measured, how far that is."""
    kind = KINDS[place_in(room.state.slide, len(KINDS))]
    made = SLIDES[kind](Names(room), findings)
    title = words("teach")["slides"]["titles"][kind]
    return {"kind": kind, **(made or progress(title, PARTS.get(kind, kind), findings))}


def progress(title: str, part: str, findings: Findings) -> Parts:
    """Return a slide that is not measured yet."""
    text = words("wall")["slides"]
    done, total = findings.progress.get(part, (0, 0))
    say = text["stopped"] if findings.rest and findings.faults else text["progress"]
    said = say.format(done=done, total=total) if total else text["waiting"]
    return {
        "headline": title,
        "says": "",
        "progress": {"done": done, "total": max(1, total), "text": said},
    }


def who_agreed(names: Names, findings: Findings) -> Parts | None:
    """Return how many tables agreed, and on how much; it needs no measuring."""
    state, text = names.state, words("wall")["slides"]
    rounds = sorted({n for table in state.tables.values() for n in table.sittings})
    every = [(n, each) for n, table in state.tables.items() for each in table.sittings.values()]
    if not rounds or not all(known(each, tid, findings) for tid, each in every):
        return None
    drawn = [round_of(state, n, findings) for n in rounds]
    final = rounds[-1]
    last = [(n, t.sittings[final]) for n, t in state.tables.items() if final in t.sittings]
    count = sum(agreed(each, tid, findings) for tid, each in last)
    say = text["agreed"] if len(rounds) == 1 else text["agreed_in"]
    key = "all" if count == len(last) else "some" if count else "none"
    if key == "all" and len(last) == 1:
        key = "one"
    return {
        "headline": say[key].format(agreed=count, tables=len(last), round=final),
        "says": "" if state.revealed else text["letters"],
        "rounds": drawn,
        "many": len(state.tables) > MANY,
        "spoken": " ".join(spoken(each, text["agreed"]) for each in drawn),
    }


def round_of(state: ClassState, number: int, findings: Findings) -> Parts:
    """Return the tables of a round by what they came to."""
    text = words("wall")["slides"]
    groups: dict[str, list[str]] = {outcome: [] for outcome in OUTCOMES}
    for tid, table in sorted(state.tables.items()):
        if number in table.sittings:
            now = standing_of(table.sittings[number], tid, findings)
            groups[now.outcome].append(name(state, tid))
    if not groups["under way"]:
        groups.pop("under way")
    return {
        "title": text["round"].format(round=number),
        "groups": [
            {
                "id": outcome.replace(" ", "-"),
                "title": text["outcomes"][outcome.replace(" ", "-")],
                "count": len(found),
                "tables": [{"name": each} for each in sorted(found, key=order)],
            }
            for outcome, found in groups.items()
        ],
    }


def spoken(round_: Parts, say: Parts) -> str:
    """Return a round in words, for those who do not see the picture."""
    glue = words("teach")["list"]
    parts = glue.join(say["part"].format(**each) for each in round_["groups"])
    return say["spoken"].format(round=round_["title"], parts=parts)


def questions(names: Names, findings: Findings) -> Parts:
    """Return the three questions, and the takeaways as they come in."""
    text = words("wall")["slides"]["questions"]
    given = [
        {"key": each.sid, "text": each.takeaway} for each in names.state.present if each.takeaway
    ]
    return {
        "headline": text["headline"],
        "says": text["says"],
        "questions": [asked(names, each.id, dict(each.words)) for each in findings.questions],
        "takeaways": given[: -MOST_NOTES - 1 : -1],
    }


def asked(names: Names, which: str, found: Parts) -> str:
    """Return a question in words."""
    text = words("wall")["slides"]["questions"]
    if which == "scenario":
        found = {"question": names.first.scenario.sheet.question}
    if which == "apart":
        found |= {
            "configuration": names.configuration(found["configuration"]),
            "low": name(names.state, found["low"]),
            "high": name(names.state, found["high"]),
        }
    if which == "bracket":
        seat = names.seat(found["seat"]) if found["seat"] else ""
        found |= {
            "item": names.item(found["item"]),
            "held": text["bracket_held"].format(seat=seat) if seat else "",
        }
    return text[which].format(**found)


def statements(room: Room, findings: Findings) -> Parts:
    """Return every table's statement in a line, and the one that is shown."""
    state = room.state
    tables = sorted(state.tables.items(), key=lambda pair: order(name(state, pair[0])))
    sat = [(tid, table.now) for tid, table in tables if table.now is not None]
    index = place_in(state.slide, len(sat))
    text = words("wall")["statements"]
    every = [
        {"name": titled(state, tid, text), "says": in_short(each, tid, findings)}
        for tid, each in sat
    ]
    ready = bool(sat) and over(sat[index][1])
    return {
        "index": index,
        "all": every,
        "shown": {
            **statement(sat[index][1].live.table, forum_name(sat[index][1].setup)),
            "kind": text["of"].format(
                name=every[index]["name"], forum=forum_name(sat[index][1].setup)
            ),
            "signed": signed(room, sat[index][0], text),
        }
        if ready
        else None,
    }


def titled(state: ClassState, tid: int, text: Parts) -> str:
    """Return a table's name in words."""
    return text["name"].format(name=name(state, tid))


def in_short(sitting: Sitting, tid: int, findings: Findings) -> str:
    """Return in a few words what a table came to."""
    text = words("wall")["statements"]
    if not over(sitting):
        return text["open"]
    now = standing_of(sitting, tid, findings)
    if now.outcome in ("none", "under way"):
        return text["none"]
    if now.outcome == "statement":
        return text["empty"]
    one = now.agreed == 1
    return text["commitments_one" if one else "commitments"].format(count=now.agreed)


@lru_cache(maxsize=256)
def statement(table: Table, title: str) -> Parts:
    """Return the statements of a table's forums as one page of sentences."""
    text = words("wall")["statements"]
    world = table.game.world
    sheets = [sheet(at, world.index("forum", forum), ()) for forum, at in table.ended.items()]
    clauses = [each for page in sheets for each in page.clauses]
    left = [each.paragraph.title for page in sheets for each in page.left]
    also = [each.paragraph.title for each in clauses[LINES:]]
    glue = words("teach")["list"]
    return {
        "title": sheets[0].heading if len(sheets) == 1 else title,
        "date": sheets[-1].date if sheets else "",
        "clauses": [each.paragraph.text for each in clauses[:LINES]],
        "none": text["not_adopted"],
        "more": [
            text[key].format(items=glue.join(titles))
            for key, titles in (("also", also), ("left", left))
            if titles and clauses
        ],
    }


def signed(room: Room, tid: int, text: Parts) -> str:
    """Return how many at a table have signed; before anybody has, what is to be done."""
    people = [each.sign for each in room.state.people(tid)]
    if not any(people):
        return text["sign"]
    yes = sum(bool(each and each[0]) for each in people)
    no = sum(bool(each and not each[0]) for each in people)
    return text["signed"].format(yes=yes, no=no, open=len(people) - yes - no)


SLIDES: dict[str, Callable[[Names, Findings], Parts | None]] = {
    "agreed": who_agreed,
    "frontier": frontier,
    "stakes": stakes,
    "forums": forums,
    "runs": runs,
    "ai": ai,
    "questions": questions,
}
"""The slides, in their order."""
KINDS = tuple(SLIDES)
PARTS = {"frontier": "charts", "forums": "contrasts", "ai": "seats"}
"""What the measuring calls a slide's part, where it is not the slide's own name."""
