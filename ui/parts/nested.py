"""Components that stand inside others: their files, as the browser is given them by name."""

from __future__ import annotations

from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


@cache
def nested(*names: str) -> dict[str, str]:
    """Return files of components, by the tags under which another's template has them.

    Such a component says its ``props`` in its script and has no Python beside it, so that the
    pages of a class take it as it is.

    >>> list(nested("marks"))
    ['c-marks']
    """
    return {f"c-{name}": (HERE / f"{name}.vue").read_text(encoding="utf-8") for name in names}
