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

from sqlalchemy import (
    Column,
    Connection,
    Float,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    delete,
    event,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.exc import SQLAlchemyError

from classroom.after import created, take
from classroom.entry import FORMAT, Entry
from classroom.state import ClassState

FILE = "classes.sqlite"
PATIENCE = 5000
"""Milliseconds to wait for somebody else who writes to the file."""
BROKEN = (SQLAlchemyError, sqlite3.Error)
"""What a write may fail with; SQLite's own error comes from setting a new connection up."""
meta = MetaData()
ENTRIES = Table(
    "entries",
    meta,
    Column("cid", String(32), primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("at", Float, nullable=False),
    Column("t", Float, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("data", Text, nullable=False),
)
CLASSES = Table(
    "classes",
    meta,
    Column("cid", String(32), primary_key=True),
    Column("code", String(6), nullable=False, unique=True),
    Column("format", Integer, nullable=False),
    Column("t", Float, nullable=False),  # class time when last heard of
    Column("at", Float, nullable=False),  # wall-clock time of the last entry
)


class StoreError(Exception):
    """The log cannot be written or read: why, in a sentence."""


def in_folder(folder: Path) -> str:
    """Return the URL of the database in a folder, which is made where it is missing.

    Raises
    ------
    StoreError
        Where it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{folder}: {error.strerror}") from None
    return f"sqlite:///{folder / FILE}"


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
            self.writer: Connection = self.engine.connect()
        except (SQLAlchemyError, ImportError) as error:
            raise StoreError(said(error)) from None
        self.traces = False
        """Whether SQLite's journal may still hold what was deleted."""

    def append(self, cid: str, entries: Sequence[Entry]) -> None:
        """Write entries of a class, all or none; they are on the disk when this returns.

        Raises
        ------
        StoreError
            Where they are not.
        """
        rows = [{**vars(each), "cid": cid, "data": each.line()} for each in entries]
        last = entries[-1]
        try:
            with self.open_writer().begin():
                if entries[0].n == 1:
                    new = {"cid": cid, "code": entries[0].data["code"], "format": FORMAT}
                    self.writer.execute(insert(CLASSES).values(**new, t=last.t, at=last.at))
                self.writer.execute(insert(ENTRIES), rows)
                heard = {"t": last.t, "at": last.at}
                self.writer.execute(update(CLASSES).where(CLASSES.c.cid == cid).values(**heard))
        except BROKEN as error:
            self.renew()
            raise StoreError(said(error)) from None

    def heart(self, cid: str, t: float) -> None:
        """Note the class time, so that a restart goes on from there; StoreError where it cannot."""
        try:
            with self.open_writer().begin():
                self.writer.execute(update(CLASSES).where(CLASSES.c.cid == cid).values(t=t))
        except BROKEN as error:
            self.renew()
            raise StoreError(said(error)) from None

    def renew(self) -> None:
        """Give a connection up that may be spoilt; the next write opens another."""
        with contextlib.suppress(*BROKEN):
            self.writer.invalidate()
        with contextlib.suppress(*BROKEN):
            self.writer.close()

    def open_writer(self) -> Connection:
        """Return the connection for writing, another one where the last was given up."""
        if self.writer.closed:
            self.writer = self.engine.connect()
        return self.writer

    def read(self, cid: str) -> Iterator[Entry]:
        """Yield the entries of a class in order.

        Raises
        ------
        StoreError
            Where they cannot be read, or one of them is missing.
        """
        wanted = select(ENTRIES).where(ENTRIES.c.cid == cid).order_by(ENTRIES.c.n)
        due = 1
        try:
            with self.engine.connect() as reader:
                for row in reader.execute(wanted).mappings():
                    if row["n"] != due:
                        raise StoreError(f"entry {due} of class {cid} is missing")
                    due += 1
                    yield Entry(row["n"], row["at"], row["t"], row["kind"], json.loads(row["data"]))
        except BROKEN as error:
            raise StoreError(said(error)) from None

    def state(self, cid: str) -> ClassState:
        """Return a class as its log has it; StoreError where there is none."""
        entries = self.read(cid)
        first = next(entries, None)
        if first is None:
            raise StoreError(f"there is no class {cid}")
        state = created(cid, first)
        for entry in entries:
            take(state, entry)
        return state

    def classes(self) -> dict[str, float]:
        """Return the class time of every class, by its id; StoreError where it cannot be read."""
        try:
            with self.engine.connect() as reader:
                rows = reader.execute(select(CLASSES)).mappings()
                return {row["cid"]: row["t"] for row in rows}
        except BROKEN as error:
            raise StoreError(said(error)) from None

    def codes(self) -> set[str]:
        """Return the codes that are taken."""
        try:
            with self.engine.connect() as reader:
                return {row.code for row in reader.execute(select(CLASSES.c.code))}
        except BROKEN as error:
            raise StoreError(said(error)) from None

    def older(self, at: float) -> list[str]:
        """Return the classes whose last entry is from before a wall-clock time."""
        with self.engine.connect() as reader:
            return [row.cid for row in reader.execute(select(CLASSES).where(CLASSES.c.at < at))]

    def forget(self, cid: str) -> None:
        """Delete a class for good; what SQLite frees is overwritten."""
        try:
            with self.open_writer().begin():
                self.writer.execute(delete(ENTRIES).where(ENTRIES.c.cid == cid))
                self.writer.execute(delete(CLASSES).where(CLASSES.c.cid == cid))
        except BROKEN as error:
            self.renew()
            raise StoreError(said(error)) from None
        self.traces = self.engine.dialect.name == "sqlite"

    def wipe(self) -> None:
        """Empty SQLite's journal, in which what was deleted can be read until it has run round.

        Where somebody is reading just now it stays, and ``traces`` with it.
        """
        try:
            with self.engine.connect() as plain:
                alone = plain.execution_options(isolation_level="AUTOCOMMIT")
                alone.exec_driver_sql("PRAGMA busy_timeout=0")
                try:
                    busy = alone.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar_one()
                finally:
                    alone.exec_driver_sql(f"PRAGMA busy_timeout={PATIENCE}")
        except SQLAlchemyError:
            return
        self.traces = bool(busy)

    def count(self, cid: str) -> int:
        """Return how many entries a class has."""
        with self.engine.connect() as reader:
            wanted = select(func.count()).where(ENTRIES.c.cid == cid)
            return int(reader.execute(wanted).scalar_one())

    def close(self) -> None:
        """Close the database."""
        self.writer.close()
        self.engine.dispose()


def durable(connection: object, _: object) -> None:
    """Set a new SQLite connection so that what is committed is on the disk."""
    cursor = connection.cursor()  # type: ignore[attr-defined]
    wait = f"busy_timeout={PATIENCE}"
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", wait):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def said(error: Exception) -> str:
    """Return what a database says is wrong, on one line and without our statement."""
    return str(getattr(error, "orig", None) or error).splitlines()[0]
