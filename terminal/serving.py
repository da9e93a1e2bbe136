"""Opening the page in a browser: a free port, the address, the server."""

import contextlib
import socket
import threading
import time
import webbrowser

from terminal.files import reason
from terminal.refusal import RefusalError

SETTLED = 4.0
"""Seconds after which the first page is likely to be there, and others have their turn."""


def play(host: str, port: int, browser: bool) -> None:
    """Serve the page until interrupted; ``port`` 0 takes a free one."""
    port = bound_port(host, port)
    address = f"http://{shown_host(host)}:{port}"
    told = (host, port, address, browser)
    threading.Thread(target=tell_when_up, args=told, daemon=True).start()
    later = threading.Timer(SETTLED, read_compiled_rules)
    later.daemon = True
    later.start()
    from ui.server import serve

    serve(host, port)


def read_compiled_rules() -> None:
    """Make ready what the first chart of a comparison would wait for, if it lies in the cache."""
    from sim.sweep.live.compiler import COMPILER

    COMPILER.start_if_kept()


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


def tell_when_up(host: str, port: int, address: str, browser: bool) -> None:
    """Print the address as soon as the server answers there, and open a browser if asked to."""
    while not answers(host, port):
        time.sleep(0.1)
    with contextlib.suppress(OSError):  # nobody may be reading; the page is there all the same
        print(f"Communiqué is open at {address} (Ctrl-C ends it)", flush=True)
    if browser:
        webbrowser.open(address)


def answers(host: str, port: int) -> bool:
    """Say whether a server takes connections at a port."""
    try:
        with socket.create_connection((shown_host(host).strip("[]"), port), timeout=1):
            return True
    except OSError:
        return False
