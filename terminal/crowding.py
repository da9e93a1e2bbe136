"""A class of bots on a running server: what is asked for, and how the result is told."""

import asyncio
import contextlib
import json as plain
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rich.table import Table

from terminal.refusal import WRONG, RefusalError
from terminal.screen import console
from terminal.serving import bound_port


def crowd(
    url: str,
    teach: str,
    students: int,
    tables: int,
    join_over: str,
    play: str,
    every: str,
    plan: str,
    export: bool,
    machine: bool,
) -> int:
    """Play a class with bots and print what was measured; returns the exit code."""
    from websockets.exceptions import WebSocketException

    from classroom.web.bots.lesson import Lesson, NoClassError, Wish
    from classroom.web.server import raise_limits

    if bool(url) != bool(teach):
        raise RefusalError("bots: give both --url and --teach, or neither")
    raise_limits()
    times = seconds(join_over), seconds(play), seconds(every)

    def say(text: str) -> None:
        if not machine:
            print(text, file=sys.stderr, flush=True)

    with contextlib.ExitStack() as stack:
        if not url:
            url, teach = stack.enter_context(server())
        wish = Wish(address(url), teach, students, tables, *times, plan, export=export)
        try:
            report = asyncio.run(Lesson(wish, say).run())
        except NoClassError as error:
            raise RefusalError(str(error)) from None
        except (OSError, EOFError, TimeoutError, WebSocketException) as error:
            raise RefusalError(f"no answer from {url}: {cause(error)}") from None
    if machine:
        print(plain.dumps(report.as_json(), indent=1))
    else:
        show(report)
    return 0 if report.passed else WRONG


def cause(error: Exception) -> str:
    """Return why a server does not answer, in one line.

    Examples
    --------
    >>> cause(TimeoutError()), cause(ConnectionResetError("the connection was lost"))
    ('too late', 'the connection was lost')
    """
    return " ".join(str(error).split()) or "too late"


@contextlib.contextmanager
def server() -> Iterator[tuple[str, str]]:
    """Serve classes in a process of its own, kept nowhere; yields the two addresses."""
    with tempfile.TemporaryDirectory() as folder:
        port = bound_port("127.0.0.1", 0)
        command = [sys.executable, str(Path(__file__).parents[1] / "cli.py"), "serve"]
        process = subprocess.Popen(
            [*command, "--port", str(port), "--data", folder], stdout=subprocess.PIPE, text=True
        )
        try:
            assert process.stdout is not None
            teach = next((line for line in process.stdout if "/teach/" in line), "")
            found = re.search(r"http\S+/teach/\S+", teach)
            if found is None:
                raise RefusalError("the server did not start")
            yield f"http://127.0.0.1:{port}", found[0]
        finally:
            process.terminate()
            process.wait(10)


def address(url: str) -> str:
    """Return the address of a server without its last slash; refuse what is none."""
    if not re.match(r"https?://[^/\s]+", url):
        raise RefusalError(f"{url!r} is no address: it begins with http:// or https://")
    return url.rstrip("/")


def seconds(text: str) -> float:
    """Return a time such as ``60s``, ``2m`` or ``1.5``.

    Examples
    --------
    >>> seconds("60s"), seconds("2m"), seconds("1.5")
    (60.0, 120.0, 1.5)
    """
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(s|m|)", text.strip())
    if found is None:
        raise RefusalError(f"{text!r} is no time: write 60s or 2m")
    return float(found[1]) * (60 if found[2] == "m" else 1)


def show(report: Any) -> None:
    """Print a report for people."""
    table = Table("seconds", "times", "p50", "p95", "p99", "most", "p95 to reach")
    for row in report.rows:
        goal = report.goals.get(row.name)
        told = "" if goal is None else f"{goal:g}: {'yes' if row.p95 <= goal else 'NO'}"
        times = (f"{each:.3f}" for each in (row.p50, row.p95, row.p99, row.most))
        table.add_row(row.name, str(row.times), *times, told)
    screen = console()
    screen.print(f"{report.students} students at {report.tables} tables, {report.seconds:.0f} s")
    screen.print(table)
    found = report.as_json()
    for name in ("moves", "lost", "unseen", "leaked", "frames", "secrets", "megabytes"):
        screen.print(f"{name}: {found[name]}")
    for name in ("late", "faults"):
        for why, count in sorted(found[name].items()):
            screen.print(f"{name}: {why} ({count})", markup=False)
