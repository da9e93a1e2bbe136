"""What is compared, and the web address that says so."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from scenarios.paths import value_of
from scenarios.problems import nearest

LETTERS = "abcd"
"""The cases, in the order in which they stand beside one another."""
DEFAULT_MEASURE = "mean_level"
ALL = "of"
"""Key of an address that leads to some settings of more: how many there are in all."""


@dataclass(frozen=True)
class Setup:
    """A scenario, two to four of its cases, what is set in them, and what is measured."""

    scenario: str
    names: tuple[str, ...]
    sets: tuple[tuple[int, str, str | int | float], ...] = ()
    """Number of the case (-1 for every), path and value; the one set last stands last."""
    measure: str = DEFAULT_MEASURE

    @property
    def address(self) -> str:
        """The query that leads here.

        >>> Setup("3-plus-3", ("own", "energy"), ((-1, "pace", 0.5), (1, "turf", 1))).address
        '?scenario=3-plus-3&a=own&b=energy&set=pace%3D0.5&b.set=turf%3D1'
        """
        pairs = [("scenario", self.scenario), *zip(LETTERS, self.names, strict=False)]
        for case, path, value in self.sets:
            pairs.append((f"{LETTERS[case]}.set" if case >= 0 else "set", f"{path}={value}"))
        if self.measure != DEFAULT_MEASURE:
            pairs.append(("measure", self.measure))
        return "?" + urlencode(pairs)

    def with_set(self, case: int, path: str, value: str | int | float) -> Setup:
        """Return it with one value set, last; what holds for every case ends what held for one."""
        kept = tuple(
            each for each in self.sets if each[1] != path or (case >= 0 and each[0] != case)
        )
        return Setup(self.scenario, self.names, (*kept, (case, path, value)), self.measure)

    def without(self, path: str) -> Setup:
        """Return it with nothing set on a path."""
        kept = tuple(each for each in self.sets if each[1] != path)
        return Setup(self.scenario, self.names, kept, self.measure)


def links(setup: Setup, case: int, kind: str) -> dict[str, str]:
    """Return where the numbers of a setting come from: a run of it, and what it rests on.

    Parameters
    ----------
    kind
        Whether the setting is the scenario's ``own``, an ``arm`` or another ``forum``.

    Examples
    --------
    >>> links(Setup("s", ("own", "b"), ((-1, "pace", 0.5),)), 1, "arm")["watch"]
    '/watch?scenario=s&arm=b&set=pace%3D0.5'
    """
    key = {"arm": "arm", "forum": "forums"}.get(kind)
    pairs = [("scenario", setup.scenario), *([(key, setup.names[case])] if key else [])]
    sets = [("set", f"{path}={value}") for n, path, value in setup.sets if n in (-1, case)]
    return {
        "watch": "/watch?" + urlencode([*pairs, *sets]),
        "sources": "/sources?" + urlencode(pairs),
    }


def asked(query: str | None) -> dict[str, list[str]]:
    """Return what an address says, by key.

    >>> asked("scenario=x&set=a=1&set=b=2")
    {'scenario': ['x'], 'set': ['a=1', 'b=2']}
    """
    found: dict[str, list[str]] = {}
    for key, value in parse_qsl((query or "").lstrip("?")):
        found.setdefault(key, []).append(value)
    return found


def in_all(query: str | None) -> int:
    """Return of how many settings an address leads to the first, where not all stand there; else 0.

    >>> in_all("scenario=x&of=5"), in_all("of=4"), in_all("of=many"), in_all(None)
    (5, 0, 0, 0)
    """
    text = asked(query).get(ALL, [""])[-1]
    count = int(text) if text.isdecimal() and len(text) < 4 else 0
    return count if count > len(LETTERS) else 0


def sets_in(values: dict[str, list[str]]) -> tuple[tuple[int, str, str | int | float], ...]:
    """Return what an address sets.

    >>> sets_in({"set": ["pace=0.5", "x"], "b.set": ["event.E33=off"]})
    ((-1, 'pace', 0.5), (1, 'event.E33', 'off'))
    """
    keys = {"set": -1} | {f"{letter}.set": n for n, letter in enumerate(LETTERS)}
    return tuple(
        (case, path.strip(), value_of(value.strip()))
        for key, case in keys.items()
        for text in values.get(key, ())
        for path, equals, value in [text.partition("=")]
        if equals and path.strip() and value.strip()
    )


def setup_of(
    query: str | None, scenarios: list[str], cases_of, measures: list[str]
) -> tuple[Setup, list[tuple[str, str]]]:
    """Read an address; where it asks for what there is not, take what comes nearest.

    Parameters
    ----------
    cases_of
        Returns the ids of what a scenario can be compared in, the scenario itself first.

    Returns
    -------
    tuple
        The setup, and what was asked for in vain: ``scenario``, ``case`` or ``measure``, and its
        name.
    """
    values = asked(query)
    lost: list[tuple[str, str]] = []

    def one(key: str, known: list[str], default: str, kind: str) -> str:
        name = values.get(key, [""])[-1]
        if name and name not in known:
            lost.append((kind, name))
        return name if name in known else default

    like = nearest(values.get("scenario", [""])[-1], scenarios)
    scenario = one("scenario", scenarios, like or scenarios[0], "scenario")
    known = cases_of(scenario)
    forum = values.get("forums", [""])[-1]
    defaults = [forum if forum in known else known[0], values.get("arm", [""])[-1]]
    if defaults[1] not in known:
        defaults[1] = next(each for each in known if each != defaults[0])
    names = [one("a", known, defaults[0], "case"), one("b", known, defaults[1], "case")]
    names += [name for key in "cd" if (name := one(key, known, "", "case"))]
    measure = one("measure", measures, DEFAULT_MEASURE, "measure")
    return Setup(scenario, tuple(names), sets_in(values), measure), lost
