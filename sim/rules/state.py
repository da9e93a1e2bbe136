"""The state of a run: everything that changes, and nothing that can be derived.

Each field's annotation is its row in the ODD's table of state variables: axes,
unit or range, meaning. Axes as in ``sim.rules.params``.
"""

from typing import Annotated, NamedTuple

from sim.rules.block import Floats, Ints


class State(NamedTuple):
    """The state variables of one run, as views on one block of memory."""

    # Clock and the question before the house (codes in sim/rules/codes.py)
    month: Annotated[Ints, "", "months", "the month being played; 0 before the first"]
    phase: Annotated[Ints, "", "0/1", "numbers chance owes next: 0 for a month, 1 for its bills"]
    ask: Annotated[Ints, "", "code", "what is being asked; 0 nothing"]
    ask_forum: Annotated[Ints, "", "forum", "the forum in which it is asked"]
    ask_agency: Annotated[Ints, "", "agency", "the agency that is asked"]
    turn: Annotated[Ints, "", "count", "asks so far this month; addresses a seat's dice"]
    tension: Annotated[Floats, "", "0..1", "trade tension between the sides"]
    purpose: Annotated[Floats, "", "0..1", "shared sense of purpose"]
    summit_in: Annotated[Ints, "", "months, -1 none", "months until a leaders' summit"]

    # Where each forum's proceedings stand
    stage: Annotated[Ints, "F", "code", "stage of the month's proceedings"]
    session: Annotated[Ints, "F", "0..2", "meeting this month: 0 none, 1 working, 2 ministerial"]
    round: Annotated[Ints, "F", "count", "round of the meeting"]
    spoke: Annotated[Ints, "FA", "0/1", "has had the floor in this round"]
    mover: Annotated[Ints, "F", "agency, -1", "who moved what is on the table"]
    motion: Annotated[Ints, "FI", "level, -1", "the amendment on the table; -1 untouched"]
    answered: Annotated[Ints, "FA", "0/1", "has answered what is on the table"]
    objections: Annotated[Ints, "F", "count", "objections to what is on the table"]
    contested: Annotated[Ints, "FAI", "0/1", "has refused the item in a clearance at home"]
    rung: Annotated[Ints, "F", "code", "outcome sought in the home clearance under way"]
    closing: Annotated[Ints, "F", "0/1", "all agreed to close on the clean text"]
    chair_texts: Annotated[Ints, "FS", "0/1", "a side's chair has tabled its text"]
    recesses: Annotated[Ints, "FS", "count", "recesses a side has taken"]
    admitted: Annotated[Ints, "FI", "0/1", "the forum can take the item up this month"]
    treated: Annotated[Ints, "FI", "0/1", "the item is on this meeting's list"]

    # The text and what is publicly known about it
    text: Annotated[Ints, "FI", "level 0..4", "the single negotiating text"]
    clean: Annotated[Ints, "FI", "0/1", "1 agreed, 0 in brackets"]
    tabled: Annotated[Ints, "FI", "level, -1", "level last tabled"]
    first_tabled: Annotated[Ints, "FI", "level, -1", "level first tabled"]
    objector: Annotated[Ints, "FI", "agency, -1", "who last objected to the item"]
    reason: Annotated[Ints, "FI", "code", "the reason given"]
    refused: Annotated[Floats, "FIL", ">= 0", "remembered refusals of a level"]
    proposed: Annotated[Floats, "FAIL", "count", "how often a seat has moved a level"]
    offers: Annotated[Ints, "FA", "count", "amendments of a seat that asked for something new"]
    lowest_offer: Annotated[Floats, "FA", "value", "least value for itself a seat has moved"]
    steps_down: Annotated[Ints, "FA", "count", "offers each worth less to the seat than all before"]
    vetoes: Annotated[Ints, "FA", "count", "objections a seat has made"]
    adopted: Annotated[Ints, "FA", "count", "amendments of a seat that were adopted"]
    amendments: Annotated[Ints, "F", "count", "amendments moved"]
    linkages: Annotated[Ints, "F", "count", "adopted amendments that linked items"]

    # Home
    mandate: Annotated[Ints, "FSI", "bit per level", "levels a side's capital has cleared"]
    stalled: Annotated[Ints, "FSI", "months", "months the next level has been withheld"]
    stalled_by: Annotated[Ints, "FSI", "agency, -1", "who withholds"]
    concur: Annotated[Ints, "FAI", "0/1, -1", "concurs in the next level; -1 not asked"]
    attention: Annotated[Floats, "S", "0..1", "leaders' attention"]
    coordinator: Annotated[Floats, "S", "0..1", "strength of the centre"]
    payments: Annotated[Floats, "S", "value", "side payments left"]
    settled: Annotated[Ints, "S", "count", "clearances settled by the centre"]
    gridlock: Annotated[Floats, "S", "0..1", "how blocked the legislature is"]
    support: Annotated[Floats, "S", "0..1", "domestic support"]
    pressure: Annotated[Floats, "K", "0..1", "strength of each political pressure"]
    emphasis: Annotated[Floats, "SI", ">= 0", "factor that events put on salience"]
    standing: Annotated[Floats, "F", "items", "other business on the forum's agenda"]
    role: Annotated[Ints, "FA", "0..4", "role at the forum, as in role0"]
    happened: Annotated[Ints, "E", "0/1", "the event has happened"]

    # Minds
    turf: Annotated[Floats, "A", "0..1", "reluctance to share leadership"]
    buy_in: Annotated[Floats, "A", "0..1", "commitment to the forum's work"]
    trust: Annotated[Floats, "AA", "0..1", "trust of the first agency in the second"]
    misread: Annotated[Floats, "AI", "levels", "error of others about its position"]
    worth: Annotated[Floats, "AIL", "value", "worth of each level of an item to an agency"]
    weight: Annotated[Floats, "FAI", "0..1", "the item's share of its salience on the agenda"]
    walk_away: Annotated[Floats, "FA", "value", "worth of no deal: each side acts alone"]
    best: Annotated[Floats, "FA", "value", "worth of the best text its own red lines allow"]
    received: Annotated[Floats, "FA", "value", "what others' adopted amendments brought it"]
    rank: Annotated[Floats, "F", "0..1", "rank of those who meet"]
    stature: Annotated[Floats, "F", "0..1", "standing of the forum"]
    expectation: Annotated[Floats, "F", "0..1", "what the capitals expect of it"]

    # Results
    outcome: Annotated[Ints, "F", "code", "0 under way, 1 none, 2 statement, 3 clean, 4 full"]
    closed: Annotated[Ints, "F", "months", "month of the outcome; 0 before"]
    opened: Annotated[Ints, "F", "months", "month after which these talks opened; 0 at first"]
    in_force: Annotated[Ints, "F", "code", "best rung of a text adopted so far; 0 before"]
    party: Annotated[Ints, "FS", "0/1", "side bound by the statement in force"]
    first_agreed: Annotated[Ints, "F", "months", "month of the first statement; 0 before"]
    deadline: Annotated[Ints, "F", "months", "last month for a statement"]
    moved: Annotated[Ints, "F", "months", "month in which the text last changed; 0 before"]
    reopened: Annotated[Ints, "F", "count", "re-openings after a failed home clearance"]
    ministerials: Annotated[Ints, "F", "count", "ministerials held"]
    sessions: Annotated[Ints, "F", "count", "working sessions held"]
    target: Annotated[Ints, "FI", "level", "text of the exact Nash point at the start"]
    statement: Annotated[Ints, "FI", "level 0..4", "levels of the adopted joint statement"]
    bill: Annotated[Ints, "FSI", "code", "0 none needed, 1 pending, 2 passed, 3 lapsed"]
    carve_outs: Annotated[Ints, "FSI", "count", "exemptions won by industries"]
    effort: Annotated[Ints, "FAI", "0/1", "the agency is carrying the item out"]
    delivered: Annotated[Floats, "FSI", "0..1", "share a side has carried out"]
    measure: Annotated[Ints, "SI", "level 0..4", "a side's own measure where it acts alone"]
    alone: Annotated[Floats, "SI", "value", "net worth of those measures to the side"]
