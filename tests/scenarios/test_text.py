"""Files that are no TOML text at all, or too much of one: one clear problem, and quickly."""

import os
import time
from pathlib import Path

import pytest

from scenarios.load import Shelf, check, read
from scenarios.problems import ScenarioError
from tests.scenarios.small import SCENARIO

PLAIN = SCENARIO.encode()
UNREADABLE = [
    (b"a" * 1_000_001, "more than 1,000,000 bytes"),
    (b"#" * 10_000_000, "more than 1,000,000 bytes"),
    (b"\xef\xbb\xbf" + PLAIN, "a byte order mark"),
    (SCENARIO.encode("utf-16"), "UTF-16"),
    (SCENARIO.encode("utf-16-be"), "a NUL byte at line 1"),
    (b"format = 1\nid = \"\0\"", "a NUL byte at line 2"),
    (b"format = 1\n\nid = \"\xff\"", "not UTF-8 at line 3"),
    (SCENARIO.replace("small scenario", "caf\xe9").encode("latin-1"), "not UTF-8 at line 3"),
    (b"format = 1\nid = small\n", "line 2, column 6"),
    (b"format = 1\nformat = 2\n", "line 2"),
    (b"[a]\n[a]\n", "line 2"),
    (b"a = 1\r", "line 1"),
    (b"a = \"\x1b\"", "line 1"),
    (b"a = \"\\ud800\"", "line 1"),
    (b"a = " + b"9" * 5000, "cannot be read"),
    (b"a = 2022-13-45", "a mistake in the TOML"),
    (b"a = " + b"[" * 100_000, "nested too deep"),
    (b"a = " + b"{a = " * 100_000, "nested too deep"),
    (b".".join([b"a"] * 400_000) + b" = 1", "a key of more than 16 parts"),
    (b"[" + b" . ".join([b"'a'"] * 100_000) + b"]", "a key of more than 16 parts"),
    (b"".join(b"[a%d]\n" % n for n in range(100_000)), "more than 20,000 values"),
    (b"a = [" + b"1," * 490_000 + b"]", "more than 20,000 values"),
    (b"a = {" + b'."x y"' .join([b'"x"'] * 100_000) + b"= 1}", "a key of more than 16 parts"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "said"), UNREADABLE, ids=[row[1] for row in UNREADABLE])
def test_a_file_that_cannot_be_parsed(shelf: Shelf, tmp_path: Path, data: bytes, said: str):
    path = tmp_path / "small.toml"
    path.write_bytes(data)
    began = time.process_time()
    problems = check(path, shelf)
    assert time.process_time() - began < 5
    assert [problem.file for problem in problems] == [str(path)]
    assert said in str(problems[0])


SLOW = [
    b'"""' * 333_000,
    b"'''a" * 250_000,
    b"a" * 999_999,
    b"a." * 15 + b"a = 1\n",
    b"a.b.c.d.e.f.g.h = 1\n" * 49_000,
    b'a = "' + b'\\"' * 499_000 + b'"',
    b"".join(b"[a%d]\n" % n for n in range(19_000)),
    b"[consulted]\n" + b"".join(b"us-%d = 1\n" % n for n in range(19_000)),
    b"[[event]]\n" * 18_000,
    b"forum = {" + b", ".join(b"forun%d = 1" % n for n in range(19_000)) + b"}",
    b"event = [" + b"{effects = [{kind = 'tensio'}]}," * 6_000 + b"]",
]


LONGEST = (b"[a0]", b"[consulted]", b"[[event]]")
"""How those begin that take seconds, for all that is wrong in them is told."""


@pytest.mark.parametrize(
    "data",
    [pytest.param(d, marks=[pytest.mark.slow] * d.startswith(LONGEST)) for d in SLOW],
    ids=[repr(data[:12]) for data in SLOW],
)
def test_no_file_takes_long(shelf: Shelf, tmp_path: Path, data: bytes):
    path = tmp_path / "small.toml"
    path.write_bytes(data)
    began = time.process_time()
    assert check(path, shelf)
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nothing.toml", "no such file"),
        ("", "a folder"),
        ("pipe.toml", "a pipe"),
        ("loop.toml", "symbolic links"),
        ("lost.toml", "a link to nothing"),
        ("a\0b.toml", "no such file"),
        ("x" * 5000 + ".toml", "File name too long"),
        ("small.toml/more.toml", "no such file"),
    ],
)
def test_a_path_that_leads_to_no_file(shelf: Shelf, tmp_path: Path, name: str, said: str):
    (tmp_path / "small.toml").write_text(SCENARIO, "utf-8")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.toml")
        (tmp_path / "loop.toml").symlink_to("loop.toml")
        (tmp_path / "lost.toml").symlink_to("nowhere.toml")
    elif name in ("pipe.toml", "loop.toml", "lost.toml"):
        pytest.skip("no such files here")
    problems = check(f"{tmp_path}/{name}", shelf)
    assert len(problems) == 1
    assert said in str(problems[0])
    with pytest.raises(ScenarioError):
        read(f"{tmp_path}/{name}", shelf)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_a_file_that_may_not_be_read(shelf: Shelf, tmp_path: Path):
    path = tmp_path / "small.toml"
    path.write_text(SCENARIO, "utf-8")
    path.chmod(0)
    assert "Permission denied" in str(check(path, shelf)[0])
