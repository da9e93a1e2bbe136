"""All that a workshop knows at one moment, put together for the slides and the phones."""

from __future__ import annotations

from classroom.debrief.compare import compared
from classroom.debrief.findings import Findings, InSeat, Rerun
from classroom.debrief.measures import MEASURES, measured
from classroom.debrief.questions import questions
from classroom.debrief.runs import Pool, columns, percentile, spread
from classroom.debrief.seats import in_seats
from classroom.debrief.workshop import Workshop
from sim.solve.debrief import Debrief


def findings(shop: Workshop) -> Findings:
    """Return what has been measured so far."""
    results = tuple(shop.results[pair] for pair in sorted(shop.results))
    known = {place: shop.plays[place] for place in sorted(shop.measures)}
    plays = tuple(known.values())
    whole = bool(known) and len(known) == len(shop.plays)
    question = plays[0].world.scenario.sheet.question if plays else ""
    return Findings(
        progress=progress(shop),
        results=results,
        charts=tuple(shop.charts[key] for key in sorted(shop.charts)),
        stakes={key: shop.stakes[key] for key in sorted(shop.stakes)},
        contrasts=compared(plays, shop.measures, shop.pools) if whole else (),
        runs=tuple(rerun(shop, pool) for pool in shop.pools.values() if pool.done),
        seats=seats(shop),
        questions=questions(question, results, shop.measures) if results else (),
        measures={place: shop.measures[place] for place in known},
        solutions={key: yard.solution for key, yard in sorted(shop.yards.items())},
        own=own(shop),
        faults=tuple(shop.faults.values()),
        rest=shop.next(runs=False) is None,
    )


def progress(shop: Workshop) -> dict[str, tuple[int, int]]:
    """Return how far each slide is."""
    keys = [key for number in shop.closed for key in shop.keys(number)]
    wanted = sum(len(shop.tables(key)) for key in keys)
    runs = sum(pool.done for pool in shop.pools.values())
    of = sum(pool.of for pool in shop.pools.values())
    return {
        "agreed": (len(shop.results), wanted),
        "charts": (len(shop.results), wanted),
        "stakes": (len(shop.stakes), len(keys)),
        "contrasts": (len(shop.measures), len(shop.plays)),
        "runs": (runs, of),
        "seats": (runs, of),
    }


def rerun(shop: Workshop, pool: Pool) -> Rerun:
    """Return the tables of one configuration among the runs."""
    values = columns(pool)
    mine = {
        place: each
        for place, each in sorted(shop.plays.items())
        if each.configuration == pool.world.configuration and place in shop.measures
    }
    rounds = {number: each.game.seed for (number, _), each in mine.items()}
    alone = {
        number: measured(pool.same_chance(seed), pool.world) for number, seed in rounds.items()
    }
    tables = {
        name: {
            place: (
                shop.measures[place][name],
                percentile(values[name], shop.measures[place][name]),
            )
            for place in mine
        }
        for name in MEASURES
    }
    return Rerun(
        configuration=pool.world.configuration,
        runs=pool.done,
        of=pool.of,
        spread={
            name: spread(values[name], [value for value, _ in tables[name].values()])
            for name in MEASURES
        },
        tables=tables,
        alone={
            name: {number: round(float(each[name][0]), 6) for number, each in alone.items()}
            for name in MEASURES
        },
    )


def seats(shop: Workshop) -> tuple[InSeat, ...]:
    """Return AI in every seat of every forum and round."""
    found: list[InSeat] = []
    for key, yard in sorted(shop.yards.items()):
        pool = shop.pools[key[1]]
        here = [result for (of, _), result in sorted(shop.results.items()) if of == key]
        tables = shop.tables(key)
        if here and len(here) == len(tables):
            found += in_seats(yard, here, pool, tables[0].game.seed)
    return tuple(found)


def own(shop: Workshop) -> dict[tuple[int, int, str], tuple[Debrief, ...]]:
    """Return what each seat can learn, by table, round and seat."""
    found: dict[tuple[int, int, str], tuple[Debrief, ...]] = {}
    for (key, table), every in sorted(shop.own.items()):
        for seat, each in every:
            place = (table, key[0], seat)
            found[place] = (*found.get(place, ()), each)
    return found
