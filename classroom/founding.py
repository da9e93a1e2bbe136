"""The first line of a class's log."""

from __future__ import annotations

import time
from base64 import b64encode
from collections.abc import Callable

from classroom import codes
from classroom.after import created
from classroom.entry import Entry
from classroom.plan import Plan
from classroom.setup import seats_of
from classroom.store import Store
from scenarios.pack import packed


def new_class(
    store: Store, plan: Plan, seed: int | None = None, at: Callable[[], float] = time.time
) -> tuple[str, list[Entry]]:
    """Return the id and the log of a new class, its first line written.

    Raises
    ------
    ScenarioError
        Where the plan names a scenario, a configuration or a value there is not.
    StoreError
        Where it cannot be written.
    """
    for k in range(len(plan.configurations)):
        step = next(s for s in plan.step if s.kind == "play")
        probe = created("", first(plan, 1, at(), set())).setup_of(
            plan.configurations[k], step.round
        )
        seats_of(probe)
    chosen = codes.fingerprint(codes.token()) if seed is None else ""
    number = int(chosen[:8], 16) if seed is None else seed
    entry = first(plan, number, at(), store.codes())
    cid = codes.token()[:16]
    store.append(cid, [entry])
    return cid, [entry]


def first(plan: Plan, seed: int, at: float, known: set[str]) -> Entry:
    """Return the first line of a class's log."""
    code = codes.class_code()
    while code in known:
        code = codes.class_code()
    keys = {"code": code, "teacher": codes.token(), "wall": codes.token()}
    pack = b64encode(packed(plan.scenario)).decode()
    data = {**keys, "seed": seed, "plan": plan.model_dump(mode="json"), "pack": pack}
    return Entry(1, at, 0.0, "created", data)
