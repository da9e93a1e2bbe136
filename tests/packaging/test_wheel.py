"""What is published works where nothing else of the project is: from an empty folder."""

import os
import socket
import subprocess
import sys
import sysconfig
import tarfile
import time
import venv
import zipfile
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

HOUSE = Path(__file__).parents[2]
RECORDS = {"sim/claims/claims.json", "sim/claims/campaign.json"}


def wheel_of(house: Path, folder: Path) -> Path:
    return Path(next(WheelBuilder(str(house)).build(directory=str(folder), versions=["standard"])))


def names(wheel: Path) -> set[str]:
    return {n for n in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in n}


def source_of(tmp_path: Path) -> Path:
    """Return the folder that a source distribution unpacks to."""
    packed = next(SdistBuilder(str(HOUSE)).build(directory=str(tmp_path), versions=["standard"]))
    with tarfile.open(packed) as archive:
        archive.extractall(tmp_path / "unpacked", filter="data")
    return next((tmp_path / "unpacked").iterdir())


def test_a_wheel_from_the_source_distribution_is_the_same(tmp_path: Path):
    source = source_of(tmp_path)
    assert names(wheel_of(source, tmp_path / "a")) == names(wheel_of(HOUSE, tmp_path / "b"))
    assert (source / "docs" / "ODD.md").exists()
    assert (source / "tests").is_dir()


def test_the_wheel_brings_what_the_claims_came_to(tmp_path: Path):
    assert names(wheel_of(HOUSE, tmp_path)) >= RECORDS


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of commands where only the wheel and its dependencies are installed."""
    folder = tmp_path_factory.mktemp("installed")
    wheel = wheel_of(HOUSE, folder)
    venv.create(folder / "venv", with_pip=True)
    paths = sysconfig.get_paths(vars={"base": str(folder / "venv")}, scheme="venv")
    # The dependencies of this environment, without the project that may be linked into it.
    Path(paths["purelib"], "dependencies.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    python = Path(paths["scripts"], "python")
    options = ["--quiet", "--no-deps", "--no-index", "--disable-pip-version-check"]
    subprocess.run([python, "-m", "pip", "install", *options, wheel], check=True)
    return Path(paths["scripts"])


def surroundings() -> dict[str, str]:
    """Return an environment without this checkout, with what notebooks' packages keep beside it."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    beside = {
        "JUPYTER_PATH": str(Path(sys.prefix, "share", "jupyter")),
        "JUPYTER_CONFIG_PATH": str(Path(sys.prefix, "etc", "jupyter")),
    }
    return {**kept, **beside, "NUMBA_DISABLE_JIT": "1"}


def run(installed: Path, folder: Path, *command: str) -> str:
    done = subprocess.run(
        [installed / command[0], *command[1:]],
        cwd=folder,
        env=surroundings(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_run_from_an_empty_folder(installed: Path, tmp_path: Path):
    told = run(installed, tmp_path, "communique", "run", "economic-2-plus-2", "--seed", "1")
    assert "joint statement" in told.lower()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    "code",
    [
        "from sim.claims.register import register; assert register()['worlds'] > 0",
        "from classroom.plan import plans; assert plans()",
        "from ui.words.catalogue import words; assert words('claims')",
        "import sim.model; assert 'site-packages' in sim.model.__file__",
        "from scenarios.load import catalogue, load; [load(each) for each in catalogue()]",
    ],
)
def test_its_data_come_along(installed: Path, tmp_path: Path, code: str):
    run(installed, tmp_path, "python", "-c", code)


def fetched(address: str, patience: float = 60.0) -> bytes:
    """Return what a server answers, once it does."""
    end = time.monotonic() + patience
    while True:
        try:
            with urlopen(address, timeout=10) as answer:
                return answer.read()
        except (URLError, ConnectionError):
            assert time.monotonic() < end, f"nothing answers at {address}"
            time.sleep(0.2)


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("command", ["play --no-browser", "serve --data classes"])
def test_its_pages_are_served_from_an_empty_folder(installed: Path, tmp_path: Path, command: str):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = [installed / "communique", *command.split(), "--port", str(port)]
    server = subprocess.Popen(words, cwd=tmp_path, env=surroundings())
    try:
        assert b"Communiqu" in fetched(f"http://127.0.0.1:{port}/")
    finally:
        server.terminate()
        server.wait(20)
