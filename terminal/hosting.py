"""Hosting classes: the store, the key, the pages, one server."""

import contextlib
import threading
import time
from pathlib import Path
from typing import IO, Any

from sim.sweep.files import locked
from terminal.files import reason
from terminal.refusal import RefusalError
from terminal.serving import answers, bound_port, shown_host

HELD_FILE = "in-use"
"""Held by the server that has a folder open; there is nothing in it."""


def host_classes(host: str, port: int, data: Path, db: str | None, keep: float | None) -> None:
    """Serve classes until interrupted."""
    from classroom.salvage import advice
    from classroom.store import StoreError
    from classroom.web.around import seen_host
    from classroom.web.server import own_key, serve

    port = bound_port(host, port)
    seen = seen_host(host)
    try:
        key = own_key(data)
        held = None if db else alone(data / HELD_FILE)
        app, house = composed(data, db, keep, key, seen)
    except OSError as error:
        raise RefusalError(f"{data}: {reason(error)}") from None
    except StoreError as error:
        why = str(error) if db else advice(data, str(error))
        raise RefusalError(f"the classes cannot be opened: {why}") from None
    address = f"http://{seen or shown_host(host)}:{port}"
    told = (host, port, [*opening(address, key, bool(seen)), *troubles(house, address)])
    threading.Thread(target=tell_when_up, args=told, daemon=True).start()
    with held or contextlib.nullcontext():
        serve(app, host, port)


def alone(file: Path) -> IO[bytes]:
    """Hold a file that only one server may hold; the end of the process lets it go.

    Raises
    ------
    RefusalError
        Where another holds it: two would refuse one another's moves.
    """
    held = file.open("ab")
    if not locked(held.fileno()):
        held.close()
        raise RefusalError(f"{file.parent}: another server has these classes open")
    return held


def composed(
    data: Path, db: str | None, keep: float | None, key: str, seen: str = ""
) -> tuple[Any, Any]:
    """Return the application, the classes with their painters and pages and the game below.

    The classes themselves come with it.
    """
    from classroom.debrief.desk import Desks
    from classroom.house import House
    from classroom.store import Store, in_folder
    from classroom.web.server import application
    from classroom.web.site import Pages, Site
    from ui.classroom.shipping import page, shipment
    from ui.lost import lost
    from ui.server import application as game

    house, desks = House(Store(db or in_folder(data))), Desks()
    site = Site(
        house,
        painters(desks),
        Pages(page, shipment, lost),
        key,
        lambda room: desks.of(room).export(),
        measure=lambda room: desks.of(room).again(),
        opened=desks.of,
        played=lambda room, plays: desks.of(room).know(plays),
        closed=desks.stop,
        forgotten=desks.forget,
        keep_days=keep,
        seen=seen,
    )
    return application(site, game()), house


def painters(desks: Any) -> dict[str, Any]:
    """Return the painter of every page of a class."""
    from scenarios.spoken import speaking
    from ui.classroom.home import home
    from ui.classroom.lessons import lessons
    from ui.classroom.student import student
    from ui.classroom.teacher import teacher
    from ui.classroom.wall import wall

    def in_their_tongue(paint: Any, room: Any, who: Any, sid: str) -> Any:
        with speaking(room.state.students[sid].language):
            return paint(room, who, desks.of(room).findings)

    return {
        "plans": lessons,
        "student": lambda room, who: in_their_tongue(student, room, who, who.sid),
        "home": lambda room, sid: in_their_tongue(home, room, sid, sid),
        "teacher": lambda room, who, look: teacher(room, look, desks.of(room).findings),
        "wall": lambda room, who: wall(room, desks.of(room).findings),
    }


def opening(address: str, key: str, seen: bool) -> list[str]:
    """Return what is said once the server is up."""
    alone = (
        ""
        if seen
        else "; no other machine reaches it here: start it with --host 0.0.0.0 for a class"
    )
    return [
        f"Classes are open at {address}/join (Ctrl-C ends the server){alone}",
        f"Make a class at {address}/teach/{key} (keep this address to yourself)",
    ]


def troubles(house: Any, address: str) -> list[str]:
    """Return what is said of classes that did not come back whole, and what to do."""
    say = {
        "damaged": "its log is damaged ({why}). Up to there it can be looked at and downloaded: "
        "{address}/teach/c/{teacher}",
        "newer": "a later version has written it ({why}). Serve it with that version; nothing of "
        "it was changed.",
        "closed": "nothing of its log can be read ({why}). Keep a copy of the folder, and serve "
        "the last good copy instead.",
    }
    return [
        f"Class {each.code or cid}: {say[each.kind].format(**vars(each), address=address)}"
        for cid, each in house.troubles.items()
    ]


def tell_when_up(host: str, port: int, lines: list[str]) -> None:
    """Print the addresses as soon as the server answers there."""
    while not answers(host, port):
        time.sleep(0.1)
    with contextlib.suppress(OSError):
        print(*lines, sep="\n", flush=True)
