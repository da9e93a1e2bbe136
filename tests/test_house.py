"""House rules that no linter knows: sizes, versions, data, and nothing from elsewhere."""

import os
import re
import subprocess
import tomllib
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

HOUSE = Path(__file__).parents[1]
PROJECT = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))["project"]
ROOMS = ("sim", "agents", "scenarios", "classroom", "ui", "terminal", "bench")
SHOWN = (".py", ".vue", ".css", ".js", ".html", ".svg")
WRITTEN = (*SHOWN, ".md", ".toml", ".cff", ".lock", ".json", ".jsonl", ".txt", "")


def ours(*suffixes: str) -> list[Path]:
    """Return the project's files with those suffixes, without what is made from them."""
    found = []
    for folder, below, names in os.walk(HOUSE):
        if Path(folder) == HOUSE:
            below[:] = [b for b in below if b not in ("build", "dist")]
            below[:] = [b for b in below if b == ".ci" or not b.startswith(".")]
        found += [Path(folder, n) for n in sorted(names) if Path(n).suffix in suffixes]
    return found


def lines_with(pattern: str, files: list[Path]) -> list[str]:
    found = []
    for file in files:
        text = file.read_text("utf-8", errors="ignore")
        places = enumerate(text.splitlines(), 1) if re.search(pattern, text) else ()
        found += [
            f"{file.relative_to(HOUSE)}:{n}" for n, line in places if re.search(pattern, line)
        ]
    return found


def test_no_python_file_is_longer_than_300_lines():
    lengths = {f: len(f.read_text("utf-8").splitlines()) for f in ours(".py")}
    assert {f.relative_to(HOUSE): n for f, n in lengths.items() if n > 300} == {}


# Hands out ``sweep``, when it is asked for and not before: a notebook's one import.
NOT_EMPTY = [Path("sim/sweep/__init__.py")]


def test_every_init_is_empty_and_tests_have_none():
    inits = [f.relative_to(HOUSE) for f in ours(".py") if f.name == "__init__.py"]
    assert [f for f in inits if (HOUSE / f).read_text("utf-8").strip()] == NOT_EMPTY
    assert [f for f in inits if f.parts[0] == "tests"] == []  # it would hide the room of that name


def test_every_folder_of_a_room_has_an_init():
    folders = {f.parent for f in ours(".py") if f.relative_to(HOUSE).parts[0] in ROOMS}
    assert [f.relative_to(HOUSE) for f in folders if not (f / "__init__.py").exists()] == []


def test_the_page_names_no_address_but_the_servers_own():
    page = [f for f in ours(*SHOWN) if f.relative_to(HOUSE).parts[0] in ("ui", "app.py")]
    vendored = [f for f in page if "vendor" in f.parts]
    allowed = r"127\.0\.0\.1|localhost|www\.w3\.org/|\{|%s"
    address = rf"(https?:)?//(?!{allowed})[\w-]+\.\w"
    assert lines_with(address, [f for f in page if f not in vendored]) == []
    styles = [f for f in vendored if f.suffix == ".css"]
    assert lines_with(r"(url\(|@import)\s*[\"']?(https?:)?//", styles) == []
    cdn = "jsdeliv" + r"r|unpk" + r"g\.|cdnj" + r"s\.|gstati" + r"c\.|googleapi" + r"s\."
    assert lines_with(cdn, [f for f in ours(*SHOWN) if f not in vendored]) == []


def test_nothing_names_a_machine_or_a_registry():
    place = r"(?<![\w.:/-])/(?:home|root|Users|work|opt)/\w|\b[A-Z]:\\Users"
    registry = "pypi" + r"\.org|registry\.npm" + "js|index-" + "url"
    assert lines_with(f"{place}|{registry}", ours(*WRITTEN)) == []


def test_the_lock_holds_versions_only():
    lines = (HOUSE / "requirements.lock").read_text("utf-8").splitlines()
    pin = r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!]+"
    assert [
        line for line in lines if not line.startswith("#") and not re.fullmatch(pin, line)
    ] == []
    locked = {re.sub(r"[-_.]+", "-", line.split("==")[0]).lower() for line in lines}
    extras = PROJECT["optional-dependencies"]
    asked = {
        re.match(r"[\w.-]+", d)[0].lower()
        for d in (*PROJECT["dependencies"], *extras["sweep"], *extras["dev"])
    }
    assert asked - locked == {"communique"}


def test_one_version_everywhere():
    cited = re.search(r"^version: (.+)$", (HOUSE / "CITATION.cff").read_text("utf-8"), re.M)
    newest = re.search(r"^## (\S+)", (HOUSE / "CHANGELOG.md").read_text("utf-8"), re.M)
    assert cited[1] == newest[1] == PROJECT["version"]


def test_the_licence_is_whole():
    text = (HOUSE / "LICENSE").read_text("utf-8")
    assert "Apache License" in text
    assert "END OF TERMS AND CONDITIONS" in text


def test_the_wheel_holds_the_rooms_with_their_data_and_nothing_else(tmp_path: Path):
    wheel = next(WheelBuilder(str(HOUSE)).build(directory=str(tmp_path), versions=["standard"]))
    names = {n for n in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in n}
    files = [f.relative_to(HOUSE) for f in ours(*SHOWN, ".toml")]
    wanted = {f.as_posix() for f in files if f.parts[0] in ROOMS} | {"app.py", "cli.py"}
    assert wanted <= names
    assert {n.split("/")[0] for n in names} <= {*ROOMS, "app.py", "cli.py"}


@pytest.mark.parametrize("script", [".ci/run", "tools/python", "tools/venv"])
def test_scripts_can_be_run(script: str):
    assert os.access(HOUSE / script, os.X_OK)


def test_the_ci_script_is_valid():
    subprocess.run(["bash", "-n", HOUSE / ".ci" / "run"], check=True)


@pytest.mark.xdist_group("house")
@pytest.mark.skipif("PYTEST_XDIST_WORKER" not in os.environ, reason="one process has no groups")
def test_what_belongs_to_a_group_is_given_to_one_worker(request):
    assert request.node.nodeid.endswith("@house")  # some pytest and xdist do not see groups
