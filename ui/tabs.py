"""What a browser's tab must say of itself, asked before Solara takes it for granted."""

from __future__ import annotations

from starlette.datastructures import QueryParams
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocket

ADDRESSES = ("/jupyter/api/kernels/", "/_solara/api/close/")
"""Where Solara looks the name of a tab up, and breaks where there is none."""
NAME = "session_id"
BAD, VIOLATION = 400, 1008
"""HTTP status and WebSocket close code for what breaks a rule of the server's (RFC 6455, 7.4.1)."""


class Named:
    """An application that answers only tabs that say which they are, where it asks for that."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse: a socket before it is open, a request with a code and no words."""
        if not nameless(scope):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await WebSocket(scope, receive, send).close(VIOLATION)
        else:
            await Response(status_code=BAD)(scope, receive, send)


def nameless(scope: Scope) -> bool:
    """Say whether a name of the tab is needed and missing.

    Examples
    --------
    >>> kernel = {"type": "websocket", "path": "/jupyter/api/kernels/k/channels"}
    >>> [nameless({**kernel, "query_string": query}) for query in (b"", b"session_id=t")]
    [True, False]
    >>> nameless({"type": "http", "path": "/watch", "query_string": b""})
    False
    """
    if scope["type"] not in ("http", "websocket"):
        return False
    path = scope["path"].removeprefix(scope.get("root_path", ""))
    if not path.startswith(ADDRESSES) or (
        scope["type"] == "http" and path.startswith(ADDRESSES[0])
    ):
        return False
    return not QueryParams(scope["query_string"]).get(NAME)
