"""Where the logs of classes lie: SQLite on this machine by default, or a database by its URL.

Entries are only ever added. ``append`` returns when they are on the disk, and raises where
they are not; then none of them is there.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Select, create_engine, delete, event, insert, select, update
from sqlalchemy.exc import SQLAlchemyError

from classroom.entry import FORMAT, Entry
from classroom.its_file import ItsFile
from classroom.schema import CLASSES, ENTRIES, MARKS, PATIENCE, durable, meta

FILE = "classes.sqlite"
HOLD = 0x436F6D6D  # Comm
"""Number of the lock that a server has on a PostgreSQL database as long as it is connected."""
BROKEN = (SQLAlchemyError, sqlite3.Error)
"""What a write may fail with; SQLite's own error comes from setting a new connection up."""


class StoreError(Exception):
    """The log cannot be written or read: why, in a sentence."""


def in_folder(folder: Path) -> str:
    """Return the URL of the database in a folder, which is made where it is missing.

    Raises
    ------
    StoreError
        Where it cannot be made, or is there and empty: SQLite would take that for a new one, and
        drop the journal that lies beside it.
    """
    file = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        empty = file.exists() and file.stat().st_size == 0
    except OSError as error:
        raise StoreError(f"{folder}: {error.strerror}") from None
    if empty:
        what = "put a good copy in its place, or delete it to begin anew"
        raise StoreError(f"{file} is empty: {what}")
    return f"sqlite:///{file}"


class Store:
    """The logs of all classes.

    Parameters
    ----------
    url : str
        Of a database, as SQLAlchemy takes it.

    Raises
    ------
    StoreError
        Where it cannot be opened.
    """

    def __init__(self, url: str) -> None:
        try:
            self.engine = create_engine(url)
            if self.engine.dialect.name == "sqlite":
                event.listen(self.engine, "connect", durable)
            meta.create_all(self.engine)
            self.writer = self.connected()
        except (SQLAlchemyError, ImportError) as error:
            raise StoreError(said(error)) from None
        path = self.engine.url.database if self.engine.dialect.name == "sqlite" else None
        self.file = ItsFile(Path(path)) if path else None
        self.traces = False
        """Whether SQLite's journal may still hold what was deleted."""

    @property
    def lost(self) -> str:
        """Why nothing that is written would last; empty while all is well."""
        return self.file.gone if self.file else ""

    @property
    def cramped(self) -> bool:
        """Whether the disk is as good as full."""
        return self.file is not None and self.file.cramped

    def append(self, cid: str, entries: Sequence[Entry]) -> None:
        """Write entries of a class, all or none; they are on the disk when this returns.

        Raises
        ------
        StoreError
            Where they are not.
        """
        rows = [{**vars(each), "cid": cid, "data": each.line()} for each in entries]
        last = entries[-1]
        with self.writing() as writer:
            if entries[0].n == 1:
                new = {"cid": cid, "code": entries[0].data["code"], "format": FORMAT}
                writer.execute(insert(CLASSES).values(**new, t=last.t, at=last.at))
            writer.execute(insert(ENTRIES), rows)
            heard = {"t": last.t, "at": last.at}
            writer.execute(update(CLASSES).where(CLASSES.c.cid == cid).values(**heard))

    def heart(self, cid: str, t: float) -> None:
        """Note the class time, so that a restart goes on from there; StoreError where it cannot."""
        with self.writing() as writer:
            writer.execute(update(CLASSES).where(CLASSES.c.cid == cid).values(t=t))

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """Have a connection for writing, all or nothing, another one where the last was given up.

        Raises
        ------
        StoreError
            Where nothing was written, or what was would not last.
        """
        if lost := self.lost:
            raise StoreError(lost)
        try:
            if self.writer.closed:
                self.writer = self.connected()
            with self.writer.begin():
                yield self.writer
        except BROKEN as error:
            self.renew()
            raise StoreError(said(error)) from None
        if self.file:
            self.file.grown()

    def connected(self) -> Connection:
        """Return a connection for writing, which only one server has to a database.

        Who has SQLite's file is held by its folder (``terminal.hosting``).

        Raises
        ------
        StoreError
            Where another has it.
        """
        writer = self.engine.connect()
        if self.engine.dialect.name == "postgresql":
            held = writer.exec_driver_sql(f"SELECT pg_try_advisory_lock({HOLD})").scalar_one()
            writer.commit()
            if not held:
                writer.close()
                raise StoreError("another server has these classes open")
        return writer

    def renew(self) -> None:
        """Give a connection up that may be spoilt; the next write opens another."""
        with contextlib.suppress(*BROKEN):
            self.writer.invalidate()
        with contextlib.suppress(*BROKEN):
            self.writer.close()
        if self.file:
            self.file.journal_anew()

    def rows(self, wanted: Select[Any]) -> Iterator[Any]:
        """Yield what is asked for, as mappings.

        Raises
        ------
        StoreError
            Where it cannot be read.
        """
        if lost := self.lost:
            # a new connection would open, or make, whatever has the name now
            raise StoreError(lost)
        try:
            with self.engine.connect() as reader:
                yield from reader.execute(wanted).mappings()
        except BROKEN as error:
            raise StoreError(said(error)) from None

    def read(self, cid: str) -> Iterator[Entry]:
        """Yield the entries of a class in order.

        Raises
        ------
        StoreError
            Where they cannot be read, or one of them is missing.
        """
        wanted = select(ENTRIES).where(ENTRIES.c.cid == cid).order_by(ENTRIES.c.n)
        for due, row in enumerate(self.rows(wanted), 1):
            if row["n"] != due:
                raise StoreError(f"entry {due} is missing")
            try:
                data = json.loads(row["data"])
            except ValueError:
                raise StoreError(f"entry {due} is damaged") from None
            yield Entry(row["n"], row["at"], row["t"], row["kind"], data)

    def classes(self) -> dict[str, float]:
        """Return the class time of every class, by its id; StoreError where it cannot be read."""
        return {row["cid"]: row["t"] for row in self.rows(select(CLASSES))}

    def listed(self, cid: str) -> tuple[str, int]:
        """Return the code of a class, and the version of its lines; StoreError for none."""
        for row in self.rows(select(CLASSES).where(CLASSES.c.cid == cid)):
            return row["code"], row["format"]
        raise StoreError(f"there is no class {cid}")

    def codes(self) -> set[str]:
        """Return the codes that are taken."""
        return {row["code"] for row in self.rows(select(CLASSES))}

    def older(self, at: float) -> list[str]:
        """Return the classes whose last entry is from before a wall-clock time."""
        return [row["cid"] for row in self.rows(select(CLASSES).where(CLASSES.c.at < at))]

    def latest(self) -> float | None:
        """Return the wall-clock time of the last entry of all; None where there is no class."""
        return max((row["at"] for row in self.rows(select(CLASSES))), default=None)

    def marks(self) -> dict[str, float]:
        """Return the times that were marked, by name."""
        return {row["name"]: row["at"] for row in self.rows(select(MARKS))}

    def mark(self, **times: float | None) -> None:
        """Mark times for later, None for no more; StoreError where they cannot be kept."""
        kept = [{"name": name, "at": at} for name, at in times.items() if at is not None]
        with self.writing() as writer:
            writer.execute(delete(MARKS).where(MARKS.c.name.in_(times)))
            if kept:
                writer.execute(insert(MARKS), kept)

    def forget(self, cid: str) -> None:
        """Delete a class for good; what SQLite frees is overwritten."""
        with self.writing() as writer:
            writer.execute(delete(ENTRIES).where(ENTRIES.c.cid == cid))
            writer.execute(delete(CLASSES).where(CLASSES.c.cid == cid))
        self.traces = self.engine.dialect.name == "sqlite"

    def wipe(self) -> None:
        """Empty SQLite's journal, in which what was deleted can be read until it has run round.

        Where somebody is reading just now it stays, and ``traces`` with it.
        """
        if self.file is None or self.lost:
            return
        try:
            with self.engine.connect() as plain, self.file.emptying():
                alone = plain.execution_options(isolation_level="AUTOCOMMIT")
                alone.exec_driver_sql("PRAGMA busy_timeout=0")
                try:
                    busy = alone.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar_one()
                finally:
                    alone.exec_driver_sql(f"PRAGMA busy_timeout={PATIENCE}")
        except SQLAlchemyError:
            return
        self.traces = bool(busy)

    def close(self) -> None:
        """Close the database."""
        self.writer.close()
        self.engine.dispose()
        if self.file:
            self.file.close()


def said(error: Exception) -> str:
    """Return what a database says is wrong, on one line and without our statement."""
    return str(getattr(error, "orig", None) or error).splitlines()[0]
