"""The rows of the effects table of a run: one for each effect and thing it is on."""

from collections.abc import Iterator
from dataclasses import dataclass

from scenarios.cast import Cast
from scenarios.events import ALL, TARGETS
from scenarios.scenario import Scenario

KINDS = tuple(TARGETS)


@dataclass(frozen=True)
class Row:
    """One row: indices as in ``Params``, -1 where the kind of effect has no such target."""

    event: int
    effect: int
    """Which effect of the event it is, counted from 0."""
    kind: int
    on: int
    of: int


def effect_rows(scenario: Scenario, cast: Cast) -> Iterator[Row]:
    """Yield the rows of all events; an effect on something outside the run makes none."""
    for e, event in enumerate(scenario.sheet.event):
        for n, effect in enumerate(event.effects):
            on_target, of_target = TARGETS[effect.kind]
            for on in on_places(cast, on_target, effect.on):
                for of in of_places(cast, of_target, effect.of):
                    yield Row(e, n, KINDS.index(effect.kind), on, of)


def on_places(cast: Cast, target: str, given: str | None) -> tuple[int, ...]:
    """Return the indices of what an effect is on; "all" is every one of the kind."""
    if not target:
        return (-1,)
    places = cast.places[target]
    if given == ALL:
        return tuple(places.values())
    return (places[given],) if given in places else ()


def of_places(cast: Cast, target: str, given: str | None) -> tuple[int, ...]:
    """Return the index of whose the effect is; -1 for all."""
    if not target or given is None or given == ALL:
        return (-1,)
    places = cast.places[target]
    return (places[given],) if given in places else ()
