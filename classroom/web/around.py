"""Where others reach this machine: what a phone is told to open."""

from __future__ import annotations

import contextlib
import socket
from ipaddress import ip_address

EVERYWHERE = ("0.0.0.0", "::")
"""What a server listens on to be reached at every address of its machine."""
AFAR = ("203.0.113.1", 9)
"""An address of nobody's (RFC 5737). Nothing is sent there: only the way out is looked up."""


def seen_host(host: str) -> str:
    """Return the host at which others reach a server, empty where only its own machine does.

    Parameters
    ----------
    host : str
        What the server listens on.

    Examples
    --------
    >>> seen_host("127.0.0.1"), seen_host("192.168.1.5"), seen_host("fd00::2")
    ('', '192.168.1.5', '[fd00::2]')
    """
    if host in EVERYWHERE:
        return next((each for each in own_addresses() if not at_home(each)), "")
    if at_home(host):
        return ""
    return f"[{host}]" if ":" in host else host


def own_addresses() -> list[str]:
    """Return the addresses of this machine, the one on the way out first."""
    found = []
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(AFAR)
        found.append(probe.getsockname()[0])
    with contextlib.suppress(OSError):
        found += socket.gethostbyname_ex(socket.gethostname())[2]
    return found


def at_home(host: str) -> bool:
    """Say whether a host names the machine that asks.

    Examples
    --------
    >>> [at_home(each) for each in ("localhost", "127.0.1.1", "[::1]", "school.example")]
    [True, True, True, False]
    """
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def joined_at(asked: str, seen: str) -> str:
    """Return the host and port that a phone needs, from those at which a page was asked for.

    Whoever opens the wall on the machine that serves it may do so at an address of that machine
    alone; a phone that is sent there finds itself.

    Parameters
    ----------
    asked : str
        Host and port, as the browser sent them.
    seen : str
        Host at which others reach the server; empty where there is none.

    Examples
    --------
    >>> joined_at("127.0.0.1:8765", "192.168.1.5"), joined_at("school.example", "192.168.1.5")
    ('192.168.1.5:8765', 'school.example')
    """
    host, colon, port = asked.rpartition(":")
    if not port.isdigit():  # there is none, and an IPv6 address is full of colons
        host, colon, port = asked, "", ""
    return f"{seen}{colon}{port}" if seen and at_home(host) else asked
