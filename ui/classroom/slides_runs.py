"""Three slides that set the class beside others: forum beside forum, and AI beside people."""

from __future__ import annotations

from statistics import fmean, median
from typing import TYPE_CHECKING, Any

from classroom.debrief.contrast import LEVEL, Contrast
from classroom.debrief.measures import FIRST
from ui.classroom.letters import together
from ui.words.catalogue import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from classroom.debrief.findings import Compared, Findings, InSeat, Rerun
    from ui.classroom.names import Names

Parts = dict[str, Any]
MANY = 10
"""Tables from which marks carry no letters."""


def number(value: float, digits: int = 2) -> str:
    """Return a number without idle digits, with a proper minus.

    >>> number(1.5), number(-0.254), number(3.0)
    ('1.5', '−0.25', '3')
    """
    written = f"{value:.{digits}f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return "0" if written == "-0" else written.replace("-", "−")


def forums(names: Names, findings: Findings) -> Parts | None:
    """Return the two forums of the class set against one another, and how sure that is."""
    text = words("wall")["slides"]
    say = text["forums"]
    found = next((each for each in findings.contrasts if each.measure == FIRST), None)
    if found is None or not isinstance(found.found, Contrast):
        done, total = findings.progress.get("contrasts", (0, 0))
        if not total or done < total:
            return None
        return {"headline": say["alone"], "says": say["alone_says"], "rows": []}
    by = found.found
    title = {each: names.configuration(each) for each in (found.first, found.second)}
    first, second = title.values()
    both = {"first": first, "second": second}
    known = by.low is not None and by.high is not None
    return {
        "headline": say[by.verdict].format(**both),
        "says": say["says"].format(level=round(100 * LEVEL), ways=f"{by.ways:,}"),
        "measure": text["measures"][FIRST],
        "many": max(by.n_first, by.n_second) > MANY,
        "rows": [
            row(names, title[each], found.values[each], mean)
            for each, mean in ((found.first, by.first), (found.second, by.second))
        ],
        "interval": [round(by.low, 2), round(by.high, 2)] if known else None,
        "difference": round(by.difference, 2),
        "difference_title": say["difference"].format(**both),
        "numbers": numbers(found, by, title, say),
        "spoken": say["spoken"].format(
            **both, a=number(by.first), b=number(by.second), difference=number(by.difference)
        ),
    }


def row(names: Names, title: str, values: Any, mean: float) -> Parts:
    """Return the tables of one forum as dots."""
    dots = [
        {"name": names.table(tid), "value": round(value, 3)}
        for tid, value in sorted(values.items(), key=lambda pair: pair[1])
    ]
    return {"title": title, "mean": round(mean, 3), "dots": dots}


def numbers(found: Compared, by: Contrast, title: dict[str, str], say: Parts) -> list[Parts]:
    """Return the numbers beside the picture."""
    first, second = title.values()
    both = ((first, by.n_first, by.first), (second, by.n_second, by.second))
    lines: list[Parts] = [
        {"name": say["of"].format(forum=forum, of=of(n, say)), "value": number(mean), "small": True}
        for forum, n, mean in both
    ]
    said = say["difference"].format(first=first, second=second)
    lines.append({"name": said, "value": signed(by.difference)})
    if by.low is not None and by.high is not None:
        ends = say["interval"].format(low=signed(by.low), high=signed(by.high))
        lines.append({"name": say["interval_name"], "value": ends, "small": True})
    else:
        lines.append({"name": say["no_interval"], "value": "–", "small": True})
    if found.model is not None:
        mean, low, high, _ = found.model
        said = say["model"].format(low=signed(low), high=signed(high))
        lines.append({"name": said, "value": signed(mean), "small": True})
    return lines


def of(count: int, say: Parts) -> str:
    """Return how many tables a mean is of."""
    return say["mean_one"] if count == 1 else say["mean"].format(n=count)


def signed(value: float) -> str:
    """Return a number with its sign.

    >>> signed(0.5), signed(-0.5), signed(0.0)
    ('+0.5', '−0.5', '0')
    """
    written = number(value)
    return written if written == "0" or value < 0 else f"+{written}"


def runs(names: Names, findings: Findings) -> Parts | None:
    """Return the tables of the last round among a thousand runs of AI alone."""
    text = words("wall")["slides"]
    found = [each for each in findings.runs if each.tables.get(FIRST)]
    if not found:
        return None
    last = max(round_ for each in found for round_, _ in each.tables[FIRST])
    here = [(each, at_round(each, last)) for each in found]
    here = [(each, tables) for each, tables in here if tables]
    here.sort(key=lambda pair: names.order(pair[0].configuration))
    everybody = {tid: value for _, tables in here for tid, value in tables.items()}
    middle = median(share for _, share in everybody.values())
    say = text["runs"]
    headline = say["headline_one" if len(everybody) == 1 else "headline"]
    count = f"{min(each.runs for each, _ in here):,}"
    listed = sorted(everybody.items(), key=lambda pair: -pair[1][1])
    return {
        "headline": headline.format(percent=round(middle), runs=count),
        "says": say["says"].format(runs=count, who=who(names, [each for each, _ in here])),
        "measure": text["measures"][FIRST],
        "panels": [histogram(names, each, tables, n, say) for n, (each, tables) in enumerate(here)],
        "many": len(everybody) > 2 * MANY,
        "numbers": [
            {"name": say[name], "value": say["percent"].format(percent=round(share))}
            for name, share in (
                ("best", listed[0][1][1]),
                ("middle", middle),
                ("last", listed[-1][1][1]),
            )
        ],
        "list": together(
            [
                {"name": names.table(tid), "text": say["percent"].format(percent=round(share))}
                for tid, (_, share) in listed
            ],
            "text",
        ),
    }


def who(names: Names, found: Sequence[Rerun | InSeat]) -> str:
    """Return what the AI of some runs is, in a sentence."""
    titles = names.strategies(dict.fromkeys(each.configuration for each in found))
    return words("wall")["slides"]["players"].format(strategies=words("wall")["list"].join(titles))


def at_round(rerun: Rerun, last: int) -> dict[int, tuple[float, float]]:
    """Return the tables of one round: value and percentile."""
    return {tid: value for (n, tid), value in rerun.tables[FIRST].items() if n == last}


def histogram(
    names: Names, rerun: Rerun, tables: dict[int, tuple[float, float]], n: int, say: Parts
) -> Parts:
    """Return the runs of one forum as a histogram, with its tables on it."""
    spread, title = rerun.spread[FIRST], names.configuration(rerun.configuration)
    marks = [
        {"name": names.table(tid), "value": round(value, 3)}
        for tid, (value, _) in sorted(tables.items(), key=lambda pair: pair[1])
    ]
    said = words("teach")["list"].join(
        say["mark"].format(name=names.table(tid), value=number(value), percent=round(share))
        for tid, (value, share) in sorted(tables.items())
    )
    ends = {"p10": number(spread.p10), "p90": number(spread.p90)}
    return {
        "title": title,
        "tone": n,
        "edges": [round(each, 4) for each in spread.edges],
        "counts": list(spread.counts),
        "marks": marks,
        "spoken": say["spoken"].format(title=title, marks=said, **ends),
    }


def ai(names: Names, findings: Findings) -> Parts | None:
    """Return what AI got in each seat of the last round, and what people got there."""
    text = words("wall")["slides"]["ai"]
    if not findings.seats:
        return None
    last = max(each.round for each in findings.seats)
    there = sorted(
        (each for each in findings.seats if each.round == last),
        key=lambda each: names.order(each.configuration),
    )
    here = [each for each in there if each.people]
    several = len({each.configuration for each in here or there}) > 1
    if not here:
        rows = [in_seat(names, each, several) for each in there]
        said = text["alone"]["headline"]
        says = text["alone"]["says"].format(who=who(names, there))
        shown = {"headline": said, "says": says, "spoken": said}
        return {**shown, "many": False, "rows": rows, "numbers": []}
    beats = [share for each in here for share in each.beat.values()]
    ranked = sorted(here, key=lambda each: fmean(each.beat.values()))
    worst, best = ranked[0], ranked[-1]
    return {
        "headline": text["headline"].format(share=round(fmean(beats))),
        "says": text["says"].format(who=who(names, here)),
        "many": max(len(each.people) for each in here) > MANY,
        "rows": [in_seat(names, each, several) for each in here],
        "numbers": [
            {"name": text["beat"], "value": text["percent"].format(percent=round(fmean(beats)))},
            {"name": text["best"], "value": called(names, best, several), "small": True},
            {"name": text["worst"], "value": called(names, worst, several), "small": True},
        ],
        "spoken": " ".join(
            text["spoken"].format(
                seat=called(names, each, several),
                p10=number(each.p10, 0),
                p90=number(each.p90, 0),
                people=words("teach")["list"].join(number(p, 0) for p in each.people.values()),
            )
            for each in here
        ),
    }


def called(names: Names, each: InSeat, several: bool) -> str:
    """Return the name of a seat, with its forum where there are several."""
    seat = names.seat(each.seat)
    say = words("wall")["slides"]["ai"]["seat"]
    return say.format(seat=seat, forum=names.forum(each.forum)) if several else seat


def in_seat(names: Names, each: InSeat, several: bool) -> Parts:
    """Return one seat: the span of the AI, and the people."""
    return {
        "seat": names.seat(each.seat),
        "forum": names.forum(each.forum) if several else "",
        "key": f"{each.forum} {each.seat}",
        "side": names.badge(each.seat),
        "low": each.low,
        "p10": each.p10,
        "p50": each.p50,
        "p90": each.p90,
        "high": each.high,
        "dots": [
            {"name": names.table(tid), "value": round(value, 1)}
            for tid, value in each.people.items()
        ],
    }
