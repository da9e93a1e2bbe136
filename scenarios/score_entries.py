"""Entries of scores that are not spatial: extra worths of levels, walk-aways that are no text."""

from collections.abc import Iterator

from scenarios.cast import Cast
from scenarios.ledger import Entry
from scenarios.ranges import param_range
from scenarios.scenario import Scenario
from scenarios.stance_entries import pairs, stance
from scenarios.unstated import NO_DEAL


def score_entries(scenario: Scenario, cast: Cast) -> Iterator[Entry]:
    """Yield the walk-away of every agency, and an entry for each extra worth that is stated."""
    for a, agency in enumerate(cast.agency):
        figure = scenario.library.agencies[agency].no_deal
        path, allowed = f"no_deal.{agency}", param_range("no_deal")
        cells = (("no_deal", (a,)),)
        yield Entry(path, figure or NO_DEAL, allowed, cells, stated=figure is not None)
    for agency, item, index in pairs(cast):
        for level, worth in enumerate(stance(scenario, agency, item).extra or ()):
            path, allowed = f"extra.{agency}.{item}.L{level}", param_range("extra")
            yield Entry(path, worth, allowed, (("extra", (*index, level)),))
