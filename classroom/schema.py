"""The tables of the database that the classes are kept in, and how SQLite is to keep them."""

from __future__ import annotations

from sqlalchemy import Column, Float, Integer, MetaData, String, Table, Text

PATIENCE = 5000
"""Milliseconds to wait for somebody else who writes to the file."""
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


MARKS = Table(
    "marks",
    meta,
    Column("name", String(20), primary_key=True),
    Column("at", Float, nullable=False),  # a wall-clock time that outlives the server
)


def durable(connection: object, _: object) -> None:
    """Set a new SQLite connection so that what is committed is on the disk."""
    cursor = connection.cursor()  # type: ignore[attr-defined]
    wait = f"busy_timeout={PATIENCE}"
    # some systems' SQLite cuts its journal by itself, which would look like harm done to it
    length = "journal_size_limit=-1"
    for pragma in ("journal_mode=WAL", length, "synchronous=FULL", "secure_delete=ON", wait):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
