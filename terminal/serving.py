"""Opening the page in a browser: a free port, the address, the server."""

import socket
import threading
import time
import webbrowser

from terminal.files import reason
from terminal.refusal import RefusalError

PATIENCE = 30.0
"""Seconds to wait for the server before giving up opening a browser."""


def play(host: str, port: int, browser: bool) -> None:
    """Serve the page until interrupted; ``port`` 0 takes a free one."""
    port = bound_port(host, port)
    address = f"http://{shown_host(host)}:{port}"
    print(f"Communiqué is open at {address} (Ctrl-C ends it)", flush=True)
    if browser:
        threading.Thread(target=open_when_up, args=(host, port, address), daemon=True).start()
    from ui.server import serve

    serve(host, port)


def bound_port(host: str, port: int) -> int:
    """Return the port, or a free one for 0, after seeing that it can be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
            return int(probe.getsockname()[1])
    except OSError as error:
        raise RefusalError(f"cannot listen on {host}, port {port}: {reason(error)}") from None


def shown_host(host: str) -> str:
    """Return a host as it stands in an address; a server on all of them is reached at home."""
    if host in ("0.0.0.0", "::"):
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host


def open_when_up(host: str, port: int, address: str) -> None:
    """Open a browser as soon as the server answers."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with socket.create_connection((shown_host(host).strip("[]"), port), timeout=1):
                webbrowser.open(address)
                return
        except OSError:
            time.sleep(0.1)
