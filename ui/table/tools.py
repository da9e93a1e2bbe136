"""What the page of the game needs from the rooms below; the app hands it over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from agents.elsewhere import Other
    from agents.hint import Hint
    from agents.lobby import Lobby
    from agents.place import Place
    from agents.table import Table
    from sim.play.brief import Brief
    from sim.play.scene import Scene
    from sim.solve.debrief import Cloud, Debrief
    from sim.sweep.batch import Batch


class Tools(NamedTuple):
    """Functions of the lower rooms, by what the page uses them for."""

    lobby: Callable[..., Lobby]
    opponents: Callable[[], list[dict[str, Any]]]
    hand_over: Callable[[Table], Iterator[Table]]
    place: Callable[..., Place]
    scene: Callable[..., Scene]
    hints: Callable[[Place], tuple[Hint, ...]]
    brief: Callable[..., Brief]
    debrief: Callable[..., Debrief | None]
    cloud: Callable[..., Cloud]
    stand_ins: Callable[..., Iterator[tuple[int, int, Batch]]]
    elsewhere: Callable[[str, str, tuple[str, ...]], Sequence[Other]]
