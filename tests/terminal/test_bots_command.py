"""``communique bots`` where the server does not last."""

from pathlib import Path

from tests.classroom.web.hosted import hosted
from tests.terminal.commands import process

FEW = ("--students", "3", "--tables", "1", "--join-over", "1s", "--play", "60s", "--every", "1s")


def test_a_server_that_dies_in_mid_lesson_is_one_clear_line(tmp_path: Path):
    with hosted(tmp_path) as server:
        url = server.teach.split("/teach/")[0]
        bots = process("bots", "--url", url, "--teach", server.teach, *FEW)
        try:
            next(line for line in bots.stderr if "step" in line)
            server.kill()
            told = bots.communicate(timeout=60)[1].splitlines()
        finally:
            bots.kill()
    assert bots.returncode == 2
    assert told == [f"communique: no answer from {url}: the connection was lost"]
