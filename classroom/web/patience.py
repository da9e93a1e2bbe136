"""Connections that never come to anything: how many there may be, and for how long.

Whoever opens connections and never finishes a request holds a descriptor with each. Where these
run out the server can take nobody in, and is kept so busy by failing that everybody who is in
waits as well. Uvicorn gives up an idle connection, but none that is in the middle of its request,
nor one that does not take its answer.
"""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

PATIENCE = 20.0
"""Seconds in which a request's head, and again its body, has to come in."""
SHARE = 2 / 3
"""Share of the descriptors that may be connections; what is left is for files, and for ..."""
ARRIVING = 1 / 12
"""... as many as are taken at once, before it is seen how many there are."""
MOST_ARRIVING = 2048


class Patient(H11Protocol):
    """A connection that is given up where it comes to nothing, or where there are too many.

    Attributes
    ----------
    most : int
        Connections, sockets among them, beyond which a new one is closed at once.
    """

    most = 65_536
    timer: asyncio.TimerHandle | None = None
    unread = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take a connection, if there is room."""
        super().connection_made(transport)
        if len(self.connections) > self.most:
            transport.abort()
        else:
            self.wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget a connection."""
        if self.timer is not None:
            self.timer.cancel()
        super().connection_lost(exc)

    def wait(self) -> None:
        """Look again after a while."""
        self.unread = self.transport.get_write_buffer_size()
        self.timer = self.loop.call_later(PATIENCE, self.look, self.cycle)

    def look(self, before: object) -> None:
        """Give the connection up if nothing has been asked since ``before``, or nothing is read.

        One that has become a socket is looked after by its pings.
        """
        if self.transport.get_protocol() is not self:
            return
        asks = self.cycle is not None and not self.cycle.response_complete
        reads = not self.unread or self.transport.get_write_buffer_size() != self.unread
        if self.cycle is not before or (asks and reads):
            self.wait()
        else:
            self.transport.abort()


def patient(descriptors: int) -> type[Patient]:
    """Return the kind of connection for a server with so many descriptors.

    >>> patient(900).most
    600
    """
    return type("Patient", (Patient,), {"most": int(descriptors * SHARE)})


def arriving(descriptors: int) -> int:
    """Return how many connections may wait to be taken.

    >>> arriving(1200), arriving(65_536)
    (100, 2048)
    """
    return min(MOST_ARRIVING, int(descriptors * ARRIVING))
