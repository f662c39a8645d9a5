"""A vault: a folder with a header, an encrypted database, a lock and backups."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from consentry_vault import connection as sql
from consentry_vault import header, keys
from consentry_vault.envelope import Opened
from consentry_vault.errors import NoPermission, from_database
from consentry_vault.header import Header
from consentry_vault.lock import Lock
from consentry_vault.unit import Unit
from consentry_vault.users import User

HEADER, DATABASE, LOCK, BACKUPS = "header", "roster.db", "lock", "backups"


class VaultClosedError(Exception):
    """The vault was closed before this was asked of it: a mistake of ours."""


class Vault:
    """An open vault. Made by `create` and `open_vault`; closed by `close` or at the end of a `with`.

    ``write`` is one lane: threads wait for each other. ``read`` sees what was committed when it began and waits
    for nobody. Both may be used from any thread; a unit belongs to the thread that asked for it.
    """

    def __init__(self, folder: Path, found: Header, opened: Opened, lock: Lock) -> None:
        self.folder = folder
        self._header = found
        self._opened = opened
        self._lock = lock
        self._lane = threading.Lock()
        self._lane_thread: int | None = None
        self.audit_key = keys.derive(opened.data_key, "consentry audit chain")
        self._writer: Engine | None = sql.engine(self.database, opened.data_key, writes=True)
        self._readers: Engine | None = sql.engine(self.database, opened.data_key, writes=False)

    @property
    def user(self) -> User:
        """Who opened it."""
        return self._opened.user

    @property
    def id(self) -> str:
        """The vault's random id."""
        return self._header.vault

    @property
    def database(self) -> Path:
        """The encrypted database's file."""
        return self.folder / DATABASE

    @property
    def backups(self) -> Path:
        """The folder of verified copies."""
        return self.folder / BACKUPS

    @property
    def opened(self) -> Opened:
        """The data key and its user. For this package only."""
        return self._opened

    @property
    def header(self) -> Header:
        """The header as it stands on disk. For this package only."""
        return self._header

    def replace_header(self, new: Header) -> None:
        """Writes a header with other slots, here and into every backup: whose slot is gone opens neither."""
        header.write(self.folder / HEADER, new)
        self._header = new
        for copy in sorted(self.backups.glob(f"*/{HEADER}")):
            header.write(copy, new)

    def derive_key(self, purpose: str) -> bytes:
        """32 bytes bound to this vault, for a purpose of the caller's. Never to be stored."""
        return keys.derive(self._opened.data_key, f"consentry {purpose}")

    @contextlib.contextmanager
    def write(self) -> Iterator[Unit]:
        """One transaction: kept whole when the block ends, undone whole when it raises.

        Raises DiskFull, DamagedVault and the like; then nothing of the block was kept.
        """
        if self._lane_thread == threading.get_ident():
            raise RuntimeError("a write unit is open in this thread; hand it on instead of asking for another")
        with self._lane:
            self._lane_thread = threading.get_ident()
            try:
                with _unit(self._writer, self, writes=True) as unit:
                    yield unit
            finally:
                self._lane_thread = None

    @contextlib.contextmanager
    def read(self) -> Iterator[Unit]:
        """A view of the vault that stands still; the database refuses every change through it."""
        with _unit(self._readers, self, writes=False) as unit:
            yield unit

    @contextlib.contextmanager
    def raw_writer(self) -> Iterator[Any]:
        """The driver's own connection, alone in the lane and outside a transaction. For this package only."""
        with self._lane:
            if self._writer is None:
                raise VaultClosedError
            pooled = self._writer.raw_connection()
            try:
                yield pooled.driver_connection
            finally:
                pooled.close()

    def close(self) -> None:
        """Waits for the writer, folds the WAL into the database, lets go of the lock. Again: does nothing."""
        with self._lane:
            writer, readers = self._writer, self._readers
            self._writer = self._readers = None
            if writer is None or readers is None:
                return
            try:
                readers.dispose()
                sql.fold(writer)
                writer.dispose()
            finally:
                self._lock.release()

    def __enter__(self) -> Vault:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


@contextlib.contextmanager
def _unit(engine: Engine | None, vault: Vault, *, writes: bool) -> Iterator[Unit]:
    if engine is None:
        raise VaultClosedError
    try:
        with engine.begin() as connection:
            yield Unit(connection, vault.user, vault.audit_key)
    except DBAPIError as error:
        sentence = from_database(error.orig or error)
        if sentence is None or (isinstance(sentence, NoPermission) and not writes):
            raise  # a change through a read unit is a mistake of ours
        raise sentence from None


def now() -> datetime:
    """This moment, aware UTC."""
    return datetime.now(UTC)
