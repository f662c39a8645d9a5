"""The one place that knows SQLCipher: opens encrypted connections and hands them to SQLAlchemy as SQLite's."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from consentry_vault.errors import DamagedVault, from_database

_LEAST_SQLITE = (3, 51, 3)  # below it a WAL bug can lose rows
_PLAIN = b"SQLite format 3"
_READERS = 8


class NotEncryptingError(Exception):
    """The library under us would write plaintext. Ours, not the user's: nothing may be opened with it."""


def connect(file: Path, data_key: bytes, *, writes: bool) -> Any:
    """A DBAPI connection to the encrypted file, checked. It may be used from any thread, by one at a time.

    Raises DamagedVault, NoPermission, NotEncryptingError.
    """
    if dbapi2.sqlite_version_info < _LEAST_SQLITE:
        raise NotEncryptingError("SQLite is too old")
    if file.stat().st_size and _begins_plain(file):
        raise NotEncryptingError("the database file is not encrypted")
    try:
        made = dbapi2.connect(str(file), isolation_level=None, check_same_thread=False, timeout=10.0)
        try:
            _prepare(made, data_key, writes=writes)
        except BaseException:
            made.close()
            raise
    except dbapi2.Error as error:
        sentence = from_database(error)
        if sentence is None:
            raise
        raise sentence from None
    return made


def _begins_plain(file: Path) -> bool:
    with file.open("rb") as source:
        return source.read(len(_PLAIN)) == _PLAIN


def _prepare(made: Any, data_key: bytes, *, writes: bool) -> None:
    made.execute("PRAGMA cipher_log_level = NONE")  # first: a wrong key would print to stderr
    made.execute(f"PRAGMA key = \"x'{data_key.hex()}'\"")
    found = made.execute("PRAGMA cipher_version").fetchone()
    if not found or not found[0]:
        raise NotEncryptingError("this SQLite has no cipher")
    made.execute("SELECT count(*) FROM sqlite_master").fetchone()  # the key is only tried here
    for pragma in (
        "temp_store = MEMORY",
        "secure_delete = ON",
        "synchronous = FULL",
        "foreign_keys = ON",
        "trusted_schema = OFF",
        "cell_size_check = ON",
    ):
        made.execute(f"PRAGMA {pragma}")
    if writes:
        made.execute("PRAGMA journal_mode = WAL")
        made.execute("PRAGMA wal_autocheckpoint = 1000")
    else:
        made.execute("PRAGMA query_only = ON")


def engine(file: Path, data_key: bytes, *, writes: bool) -> Engine:
    """An engine for one writer connection, or for a pool of readers. No statement's values are ever logged."""
    made = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connect(file, data_key, writes=writes),
        poolclass=QueuePool,
        pool_size=1 if writes else _READERS,
        max_overflow=0 if writes else -1,
        hide_parameters=True,
    )
    begin = "BEGIN IMMEDIATE" if writes else "BEGIN"

    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(made, "begin", on_begin)
    return made


def checkpoint(made: Any) -> None:
    """Moves the WAL into the database and cuts it to nothing, so that no deleted row outlives in it."""
    made.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def fold(writer: Engine) -> None:
    """`checkpoint` before closing. On a full disk the WAL stays beside the database: nothing is lost by that."""
    with contextlib.suppress(dbapi2.Error, DBAPIError):
        pooled = writer.raw_connection()
        try:
            checkpoint(pooled.driver_connection)
        finally:
            pooled.close()


def troubles(made: Any) -> list[str]:
    """What the cipher's and SQLite's own checks find, worded by them; empty where all is well.

    Raises DiskFull, DiskTrouble: with no room to fold the WAL nothing can be said.
    """
    try:
        checkpoint(made)  # right after a crash the cipher's check raises false alarms about the WAL
        found = [str(row[0]) for row in made.execute("PRAGMA cipher_integrity_check")]
        if not found:
            found = [str(row[0]) for row in made.execute("PRAGMA integrity_check") if row[0] != "ok"]
            found += ["foreign key" for _ in made.execute("PRAGMA foreign_key_check")]
    except dbapi2.DatabaseError as error:
        sentence = from_database(error)
        if not isinstance(sentence, DamagedVault | None):
            raise sentence from None
        found = [str(error)]
    return found
