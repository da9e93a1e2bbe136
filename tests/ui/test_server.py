"""What leaves the server, and what it asks of nobody."""

import gzip
import hashlib
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
import solara.server
from solara.server import settings
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

import ui.server
from tests.ui.serving import serving

VENDOR = Path(ui.server.__file__).parent / "vendor"


@pytest.fixture(scope="module")
def address():
    with serving("tests.ui.stub_app") as address:
        yield address


def get(url):
    with urlopen(Request(url, headers={"Accept-Encoding": "gzip"}), timeout=20) as answer:
        return answer.status, answer.headers, answer.read()


def test_the_settings_are_ours():
    ui.server.configure()
    assert settings.main.mode == "production"
    assert settings.telemetry.mixpanel_enable is False
    assert settings.kernel.cull_timeout == "15m"
    assert settings.state.auto_remount is True
    assert settings.theme.show_banner is False


def test_nothing_is_said_where_pythons_own_folder_is_read_only(tmp_path):
    (tmp_path / "a-file").touch()
    env = {**os.environ, "SOLARA_ASSETS_PROXY_CACHE_DIR": str(tmp_path / "a-file" / "cdn")}
    command = [sys.executable, "-c", "import ui.server"]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    assert done.stderr == ""


def test_a_lost_module_is_named():
    with pytest.raises(ModuleNotFoundError, match="no_such_page"):
        ui.server.application("no_such_page")


def test_every_address_on_the_page_is_answered_by_the_server(address):
    html = gzip.decompress(get(address)[2]).decode()
    assert "Communiqué" in html
    found = set(re.findall(r'(?:src|href)="([^"]+)"', html))
    assert len(found) > 5
    for path in found:
        assert re.match(r"/(?!/)", path), path
        assert get(address + path)[0] == 200, path


def test_an_address_without_a_page_says_so_and_leads_back(address):
    with pytest.raises(HTTPError) as answer:
        get(address + "/no%3Cb%3Esuch/page")
    html = answer.value.read().decode()
    assert answer.value.code == 404
    assert "There is no page" in html
    assert "no&lt;b&gt;such" in html
    assert '<a href="/">' in html


@pytest.mark.parametrize("path", ["/resourcez", "/resourcez?verbose"])
def test_nobody_is_told_what_the_machine_is_doing(address, path):
    with pytest.raises(HTTPError) as answer:
        get(address + path)
    assert answer.value.code == 404


@pytest.mark.parametrize("name", ["", "?session_id="])
def test_a_tab_without_a_name_is_refused_without_a_fault(address, name):
    socket = address.replace("http", "ws", 1) + f"/jupyter/api/kernels/k/channels{name}"
    with pytest.raises(InvalidStatus) as refusal, connect(socket, proxy=None):
        pass
    assert refusal.value.response.status_code == 403
    with pytest.raises(HTTPError) as answer:
        urlopen(Request(f"{address}/_solara/api/close/k{name}", method="POST"), timeout=20)
    assert (answer.value.code, answer.value.read()) == (400, b"")


def test_it_says_so_in_the_visitors_language(address):
    with pytest.raises(HTTPError) as answer:
        urlopen(Request(address + "/no/page", headers={"Accept-Language": "ja"}), timeout=20)
    html = answer.value.read().decode()
    assert '<html lang="ja">' in html
    assert "「/no/page」というページはありません。" in html


def test_what_is_not_shipped_is_not_fetched(address):
    start = time.monotonic()
    with pytest.raises(HTTPError, match="404"):
        get(address + "/_solara/cdn/katex@0.16.0/dist/katex.min.css")
    assert time.monotonic() - start < 10  # a network that swallows questions takes longer


def test_shipped_files_are_small_and_kept_by_the_browser(address):
    path = "/_solara/cdn/@widgetti/solara-vuetify-app@10.1.1/dist/solara-vuetify-app8.min.js"
    _, headers, body = get(address + path)
    assert "immutable" in headers["cache-control"]
    assert headers["content-encoding"] == "gzip"
    assert len(body) < 700_000


def test_the_shipped_files_are_unchanged():
    sums = (VENDOR / "SHA256SUMS").read_text("utf-8").splitlines()
    listed = {path: digest for digest, path in (line.split("  ") for line in sums)}
    found = {
        path.relative_to(VENDOR).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.rglob("*")
        if path.is_file() and path.name not in (".gitattributes", "README.md", "SHA256SUMS")
    }
    assert found == listed


def test_the_installed_solara_asks_for_what_is_shipped():
    folder = Path(solara.server.__file__).parent / "templates"
    page = (folder / "solara.html.j2").read_text("utf-8")
    asked = {path for path in re.findall(r"\{\{cdn\}\}/([^\"]+)", page) if "vuetify3" not in path}
    wanted = {path.replace("{{ipywidget_major_version}}", "8") for path in asked}
    unminified = {path for path in wanted if path.endswith("app8.js")}
    assert len(wanted - unminified) == 4
    assert [path for path in wanted - unminified if not (VENDOR / path).is_file()] == []
