"""The replay page as a visitor meets it: a log opened, scrubbed, branched, and one that is none."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.faults import serious
from tests.play.recorded import recorded


@pytest.fixture
def log(tmp_path):
    path = tmp_path / "talks.jsonl"
    path.write_bytes(recorded())
    return path


def test_a_log_is_opened_scrubbed_and_branched(visit, log):
    page = visit(path="replay", sign=".loader")
    page.set_input_files("input[name=log]", log)
    expect(page.locator(".paper")).to_be_visible(timeout=60_000)
    page.locator("input[name=move]").fill("20")
    expect(page.locator(".scrub__slider")).to_contain_text("move 20 of", timeout=20_000)
    assert serious(page) == []
    page.get_by_role("button", name="Branch here").click()
    expect(page.locator(".scrub__note")).to_contain_text("From move 20 on")
    expect(page).to_have_url(re.compile("move=20"))
    page.reload()  # the branch was not in the log, but the move it began at is in the address
    expect(page.locator(".scrub__slider")).to_contain_text("move 20 of", timeout=60_000)
    expect(page.locator(".scrub__note")).to_contain_text("As logged")


def test_markup_in_a_log_is_shown_and_not_run(visit, tmp_path):
    path = tmp_path / "<img src=x onerror=alert(1)>.jsonl"
    path.write_text('{"log":1,"scenario":"<script>alert(1)</script>"}\n')
    page = visit(path="replay", sign=".loader", size="phone", scheme="dark")
    page.set_input_files("input[name=log]", path)
    expect(page.locator(".notice:not(.is-calm)")).to_contain_text(
        "<img src=x onerror=alert(1)>.jsonl: line 1"
    )
    assert page.locator(".notice img, .notice script").count() == 0


NO_LOGS = {
    "large.jsonl": (b"x" * 4_100_000, "larger than 4 MB"),
    "bytes.jsonl": (b"\x00\xff\xfe", "line 1"),
    "lost.jsonl": (b'{"log":1,"scenario":"lost"}\n', "line 1"),
    "deep.jsonl": (b"[" * 5000, "nested too deep"),
}


def test_a_file_that_is_no_log_is_a_message(visit, tmp_path):
    page = visit(path="replay", sign=".loader")
    for name, (content, said) in NO_LOGS.items():
        (tmp_path / name).write_bytes(content)
        page.set_input_files("input[name=log]", tmp_path / name)
        expect(page.locator(".notice:not(.is-calm)")).to_contain_text(name)
        expect(page.locator(".notice:not(.is-calm)")).to_contain_text(said)
        expect(page.locator("input[name=log]")).to_be_enabled()
