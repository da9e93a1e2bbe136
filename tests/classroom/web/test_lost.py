"""Who follows a wrong link reads so on a page, in their language; a script gets what it reads."""

from __future__ import annotations

import asyncio
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from tests.classroom.web.running import run, running
from ui.lost import lost

LOOKS = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Language": "ja,en;q=0.5"}


def answer(url: str, headers: dict[str, str]) -> tuple[int, str, str]:
    try:
        urlopen(Request(url, headers=headers), timeout=20)
    except HTTPError as error:
        return error.code, error.headers["Content-Type"], error.read().decode()
    raise AssertionError(f"{url} was found")


def test_a_wrong_link_leads_to_a_page_that_says_so(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            server.site.pages = server.site.pages._replace(lost=lost)
            for place in ("teach/nobody", "teach/c/nobody", "wall/nobody", "home/nobody"):
                where = f"{server.url}/{place}"
                status, kind, said = await asyncio.to_thread(answer, where, LOOKS)
                assert (status, kind) == (404, "text/html; charset=utf-8")
                assert 'lang="ja"' in said
                assert f"「/{place}」というページはありません。" in said
                status, kind, said = await asyncio.to_thread(answer, where, {"Accept": "*/*"})
                assert (status, kind, said) == (404, "application/json", '{"error":"not-found"}')

    run(scene)
