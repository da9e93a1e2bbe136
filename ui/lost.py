"""What is shown where an address leads to no page."""

from __future__ import annotations

from html import escape
from pathlib import Path
from string import Template

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from classroom.web.tongue import language
from ui.words.catalogue import words

SERVED = ("/_solara", "/static", "/jupyter")
"""Addresses of files, which nobody reads."""
PAGE = Template((Path(__file__).parent / "lost.html").read_text("utf-8"))
LONGEST = 100


async def lost(request: Request, error: Exception) -> Response:
    """Answer a request for what there is not."""
    detail = error.detail if isinstance(error, HTTPException) else ""
    if request.url.path.startswith(SERVED) or "." in request.url.path.rpartition("/")[2]:
        return PlainTextResponse(detail, status_code=404)
    spoken = language(request)
    text = words("frame", spoken)
    said = text["lost"].format(path=request.url.path[:LONGEST])
    gaps = {"name": text["name"], "said": said, "back": text["back"], "lang": spoken}
    root = request.scope.get("root_path", "")
    page = PAGE.substitute({key: escape(value) for key, value in gaps.items()}, root=escape(root))
    return HTMLResponse(page, status_code=404)
