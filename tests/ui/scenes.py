"""Scenes for the tests of the page: what a forum looks like in a given month of the script."""

from __future__ import annotations

from sim.play.scene import ForumPicture, Line, Scene, SeatPicture
from sim.play.selling import Sale
from sim.play.sheet import Clause, Sheet, Step
from sim.play.statement import Paragraph

SIDES = (
    {"id": "us", "name": "United States", "short": "US"},
    {"id": "jp", "name": "Japan", "short": "JP"},
)
MONTHS = "January February March April May June July August September October November December"
LADDER = (
    "Each side acts alone",
    "Share what each side sees",
    "Warn each other early",
    "Plan and fund together",
    "Act as one market",
)
AGENDA = (
    ("I03", "Semiconductors", "a map of the supply chain for chips and early warning of shortages"),
    ("I01", "Export controls", "a common list of critical technologies and how licences are read"),
    ("I02", "Investment screening", "notices of sensitive investments and how each is reviewed"),
    ("I07", "Joint research", "a fund for joint research and the rules for sharing its results"),
    ("I12", "Energy security", "stocks of liquefied gas and who is supplied first in a crisis"),
    ("I09", "Trusted telecoms", "open radio networks and the tests a supplier must pass"),
)
SEATS = (
    ("us-state", "Department of State", "State", "us", "chair"),
    ("us-commerce", "Department of Commerce", "Commerce", "us", "principal"),
    ("us-energy", "Department of Energy", "Energy", "us", "partner"),
    ("us-treasury", "Department of the Treasury", "Treasury", "us", "subordinate"),
    ("jp-mofa", "Ministry of Foreign Affairs", "MOFA", "jp", "chair"),
    ("jp-meti", "Ministry of Economy, Trade and Industry", "METI", "jp", "principal"),
    ("jp-mof", "Ministry of Finance", "MOF", "jp", "absent"),
)
TABLED, AGREED, ADOPTED = 2, 5, 12
MOVES_A_MONTH = 4


def clause(matter: str, level: int) -> str:
    """The sentence of a level; level 0 has none."""
    verbs = ("", "share", "set up early warning for", "plan and fund together", "administer as one")
    if level == 0:
        return ""
    return f"The two sides decided to {verbs[level]} {matter}, and to report to the next meeting."


def line(place: int, month: int) -> Line:
    """One item: tabled, then agreed, one month later for each place down the agenda."""
    id, title, matter = AGENDA[place]
    last = place == len(AGENDA) - 1
    tabled = 2 + place % 2 if month >= TABLED + place else -1
    agreed = month >= AGREED + place and not last
    done = month >= ADOPTED
    status = "clean" if agreed else "bracketed"
    if done:
        status = "adopted" if agreed else "dropped"
    if place == 4:
        status, tabled, agreed = "not admissible", -1, False
    open_ = tabled >= 0 and status == "bracketed"
    share = min(1.0, (month - ADOPTED) / 10) if done and agreed else 0.0
    return Line(
        id=id,
        title=title,
        short=title,
        posture="mixed",
        level=tabled if agreed else 0,
        levels=LADDER,
        clause=clause(matter, max(0, tabled)),
        status=status,
        tabled=tabled,
        objector="METI" if open_ and place % 2 else "Commerce" if open_ else "",
        objector_side="jp" if open_ and place % 2 else "us" if open_ else "",
        reason="outside mandate" if open_ else "",
        cleared={"us": 3, "jp": 2},
        delivered={"us": share, "jp": share / 2},
        bill={"us": "pending" if done and place == 0 else "no bill", "jp": "no bill"},
    )


def seat(place: int, moves: int) -> SeatPicture:
    """One agency; the floor passes round the principals, one move each."""
    id, name, short, side, role = SEATS[place]
    floor = [0, 4, 1, 5][moves % MOVES_A_MONTH]
    return SeatPicture(
        id=id,
        name=name,
        short=short,
        side=side,
        role=role,
        turf=0.2 + 0.1 * place,
        buy_in=0.5,
        satisfaction=min(1.0, 0.2 + 0.01 * moves),
        speaking=moves > 0 and place == floor,
        objecting=short == "METI" and TABLED < moves // MOVES_A_MONTH < ADOPTED,
        strategy="linear",
        authority=("I01",) if place % 2 else (),
    )


def forum(name: str, month: int, moves: int) -> ForumPicture:
    """One forum with its draft and its seats."""
    done = month >= ADOPTED
    meets = ("none", "working", "ministerial")[(month % 3) if not done else 0]
    title = {"first": "Economic Policy Consultative Committee", "second": "Partnership on Trade"}
    return ForumPicture(
        id=name,
        title=title[name],
        short={"first": "Economic 2+2", "second": "Trade"}[name],
        label="2+2",
        meeting=meets,
        round=1 + moves % MOVES_A_MONTH,
        outcome="clean" if done else "under way",
        closed=ADOPTED if done else 0,
        lines=tuple(line(place, month) for place in range(len(AGENDA))),
        seats=tuple(seat(place, moves) for place in range(len(SEATS))),
        ministerials=min(month, ADOPTED) // 3,
        sessions=(min(month, ADOPTED) + 1) // 3,
        stature=0.4,
        expectation=0.5,
        deadline=18,
        trust=tuple(
            tuple(0.5 + 0.05 * (a - b) for b in range(len(SEATS))) for a in range(len(SEATS))
        ),
    )


def sheet(picture: ForumPicture) -> Sheet:
    """The statement of a forum whose talks have ended."""
    lines = [each for each in picture.lines if each.status == "adopted"]
    left = [each for each in picture.lines if each.status != "adopted"]
    return Sheet(
        forum=picture.id,
        heading="Joint statement",
        title=picture.title,
        date=date(picture.closed),
        month=picture.closed,
        outcome=picture.outcome,
        clauses=tuple(made(each) for each in lines),
        left=tuple(made(each) for each in left),
        sales=tuple(Sale(side["id"], ("METI got L2 of what it wanted.",)) for side in SIDES),
    )


def made(line: Line) -> Clause:
    """A clause that was tabled in vain, then tabled and agreed."""
    texts = ("METI objects to it.", "State tables it at L2.", "Nobody objects; agreed.")
    steps = tuple(Step(5 + n, date(2), text, bool(n)) for n, text in enumerate(texts))
    return Clause(Paragraph(line.id, line.short, line.level, line.clause), "label", steps)


def date(month: int) -> str:
    """Month 1 is January 2022; before it, that month is still to come."""
    month = max(month, 1)
    return f"{MONTHS.split()[(month - 1) % 12]} {2022 + (month - 1) // 12}"


def scene(month: int = 3, **changes) -> Scene:
    """The scene of one month, or that scene with some fields changed."""
    fields = {
        "scenario": "one-table",
        "title": "One table",
        "question": "How do you bring every agency along?",
        "month": month,
        "horizon": 24,
        "date": date(month),
        "over": False,
        "forums": (forum("first", month, month * MOVES_A_MONTH),),
        "sides": SIDES,
        "trust": min(0.9, 0.4 + 0.01 * month),
        "tension": 0.3,
        "news": (f"In {date(month)} the officials met.", "METI objected to Export controls."),
        "history": tuple(
            {"month": m, "trust": 0.4 + 0.01 * m, "clean": min(m // 2, 5), "delivered": m / 40}
            for m in range(month + 1)
        ),
    }
    return Scene(**{**fields, **changes})
