"""Components that stand inside others."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import solara

HERE = Path(__file__).parent


def component_of(name: str, *inner: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Decorate what stands for a component whose template has others inside, as ``<c-name>``.

    Those inside say their ``props`` in their scripts and have no Python beside them, so that the
    pages of a class take them as they are.

    Parameters
    ----------
    name, inner
        Names of files of this folder, without their endings.
    """
    files = nested(*inner)

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        made = solara.component_vue(str(HERE / f"{name}.vue"), vuetify=False)(function)

        @wraps(function)
        def element(**given: object) -> solara.Element:
            return made(**given, components=files)

        return element

    return decorate


def nested(*names: str) -> dict[str, str]:
    """Return files of components by their tags.

    >>> list(nested("marks", "worth"))
    ['c-marks', 'c-worth']
    """
    return {f"c-{name}": (HERE / f"{name}.vue").read_text(encoding="utf-8") for name in names}
