"""Copies of a vault inside its folder: each is opened and checked before it counts, and old ones are thinned."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

from sqlcipher3 import dbapi2

from consentry_policy.audit import Checkpoint
from consentry_vault import connection as sql
from consentry_vault import header, migrate
from consentry_vault.audit import Audit
from consentry_vault.errors import DamagedVault, NotAVault, VaultExists, from_database
from consentry_vault.files import copy_whole, make_file, make_folder, mended, sync_folder, write_whole
from consentry_vault.lock import Lock
from consentry_vault.unit import Unit
from consentry_vault.vault import BACKUPS, DATABASE, HEADER, LOCK, Vault, now

Reason = Literal["migration", "import", "purge", "daily", "asked"]
CHECKPOINT = "checkpoint"
RESTORED = "restored"  # beside the header until the vault is next opened: which backup was put in its place
_PUT_BACK = "restored"  # of an entry of the audit chain
_STAMP = "%Y%m%dT%H%M%S%fZ"
_BESIDE = ("-wal", "-shm")
_NAME_BYTES = 64  # of a backup's name; what lies in the folder is not to be trusted


@dataclass(frozen=True, slots=True)
class Backup:
    """One verified copy. ``name`` is its folder's name under ``backups``."""

    name: str
    at: datetime
    reason: str
    folder: Path


def make(vault: Vault, reason: Reason) -> Backup:
    """Copies the vault as it stands, opens the copy, checks it, and only then lets it count; then thins.

    Raises DiskFull, NoPermission, DamagedVault (the copy does not pass: the vault itself is hurt).
    """
    at = now()
    name = f"{at.strftime(_STAMP)}-{reason}"
    building = vault.backups / f".{name}.part"
    with mended():
        vault.backups.mkdir(mode=0o700, exist_ok=True)
        for left in vault.backups.glob(".*.part"):  # from a crash; the lock says nobody else is at work here
            shutil.rmtree(left, ignore_errors=True)
        try:
            make_folder(building)
            _copy(vault, building / DATABASE)
            point = _verify(vault, building / DATABASE)
            if point is not None:
                write_whole(building / CHECKPOINT, _told(point))
            header.write(building / HEADER, vault.header)
            building.rename(vault.backups / name)
            sync_folder(vault.backups)
        except BaseException:
            shutil.rmtree(building, ignore_errors=True)
            raise
    _thin(vault.folder, at)
    return Backup(name, at, reason, vault.backups / name)


def _told(point: Checkpoint) -> bytes:
    return json.dumps({"count": point.count, "mac": point.mac.hex()}).encode("ascii")


def _copy(vault: Vault, target: Path) -> None:
    make_file(target)
    key = vault.opened.data_key
    try:
        source = sql.connect(vault.database, key, writes=False)
        copy = sql.connect(target, key, writes=False)
        try:
            copy.execute("PRAGMA query_only = OFF")
            source.backup(copy)  # one step: the copy is the vault at one moment, whatever is written meanwhile
        finally:
            copy.close()
            source.close()
    except dbapi2.Error as error:
        sentence = from_database(error)
        if sentence is None:
            raise
        raise sentence from None


def _verify(vault: Vault, database: Path) -> Checkpoint | None:
    engine = sql.engine(database, vault.opened.data_key, writes=True)
    try:
        raw = engine.raw_connection()
        found = sql.troubles(raw.driver_connection)
        raw.close()
        if found:
            raise DamagedVault
        with engine.begin() as connection:
            if migrate.current(connection) != migrate.HEAD:
                return None  # the copy before a migration: its tables are another version's
            audit = Unit(connection, vault.user, vault.audit_key).audit
            if audit.verify() is not None:
                raise DamagedVault
            return audit.checkpoint()
    finally:
        engine.dispose()


def backups(folder: Path) -> list[Backup]:
    """The copies of a vault, newest first. Needs no key; a half-made one does not show."""
    found = []
    for place in (Path(folder) / BACKUPS).glob("*Z-*"):
        stamp, _, reason = place.name.partition("-")
        with contextlib.suppress(ValueError):
            at = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
            if (place / HEADER).is_file() and (place / DATABASE).is_file():
                found.append(Backup(place.name, at, reason, place))
    return sorted(found, key=lambda b: b.name, reverse=True)


def checkpoints(folder: Path, audit: Audit) -> list[Checkpoint]:
    """The audit chain's ends that the backups remember: `Audit.verify` takes them.

    Without those of copies that were made between a backup and the day it was put back, as the chain itself tells:
    their history was set aside.
    """
    put_back = [(str(e.details.get("backup", "")), e.at) for e in audit.of_verb(_PUT_BACK)]
    found = []
    for copy in backups(folder):
        if any(copy.name > name and copy.at < at for name, at in put_back):
            continue
        with contextlib.suppress(FileNotFoundError, ValueError, KeyError):
            point = json.loads((copy.folder / CHECKPOINT).read_bytes())
            found.append(Checkpoint(int(point["count"]), bytes.fromhex(point["mac"])))
    return found


def surplus(stamps: Iterable[datetime], at: datetime) -> set[datetime]:
    """Which of the copies made then may go, at the moment ``at``. The newest never goes.

    Kept: everything of two days, the last of each day for two weeks, of each week for two months, of each month
    for a year.
    """
    rules = (
        (timedelta(days=2), "%Y%m%d%H%M%S%f"),
        (timedelta(days=14), "%Y%m%d"),
        (timedelta(days=62), "%G%V"),
        (timedelta(days=366), "%Y%m"),
    )
    newest_first = sorted(set(stamps), reverse=True)
    kept = set(newest_first[:1])
    for age, period in rules:
        last_of: dict[str, datetime] = {}
        for stamp in newest_first:
            if at - stamp <= age:
                last_of.setdefault(stamp.strftime(period), stamp)
        kept |= set(last_of.values())
    return set(newest_first) - kept


def _thin(folder: Path, at: datetime) -> None:
    copies = backups(folder)
    gone = surplus((b.at for b in copies), at)
    for copy in copies:
        if copy.at in gone:
            shutil.rmtree(copy.folder, ignore_errors=True)


def due(folder: Path, at: datetime) -> bool:
    """Whether the newest copy is more than a day old, or there is none."""
    copies = backups(folder)
    return not copies or at - copies[0].at > timedelta(days=1)


def replace_all(vault: Vault) -> Backup:
    """Makes a new copy and destroys all older ones: what was purged is then in none of them, nor in the WAL."""
    with vault.raw_writer() as raw:
        sql.checkpoint(raw)
    made = make(vault, "purge")
    with mended():
        for copy in backups(vault.folder):
            if copy.name != made.name:
                shutil.rmtree(copy.folder)
        sync_folder(vault.backups)
    return made


def restore(folder: Path, name: str | None = None) -> Path:
    """Puts a backup (default: the newest) in the vault's place and returns the folder where the files that were
    there now lie: a damaged file is set aside, never overwritten. Needs no passphrase; opening does.

    Raises NotAVault (there is no such backup), VaultBusy, NoPermission, DiskFull.
    """
    folder = Path(folder)
    chosen = next((b for b in backups(folder) if name in (None, b.name)), None)
    if chosen is None:
        raise NotAVault("There is no such backup of this vault; look in another copy of its folder.")
    lock = Lock(folder / LOCK)
    try:
        with mended():
            aside = folder / f"aside-{now().strftime(_STAMP)}"
            fresh = folder / f".restore.{os.getpid()}"
            shutil.rmtree(fresh, ignore_errors=True)
            make_folder(fresh)
            for part in (DATABASE, HEADER):  # all copied before anything moves: a full disk changes nothing
                copy_whole(chosen.folder / part, fresh / part)
            write_whole(fresh / RESTORED, chosen.name.encode("ascii"))
            make_folder(aside)
            for part in (HEADER, DATABASE, *(DATABASE + end for end in _BESIDE)):
                if (folder / part).exists():
                    (folder / part).rename(aside / part)
            for part in (RESTORED, DATABASE, HEADER):  # the header last: with it the vault is whole again
                (fresh / part).replace(folder / part)
            fresh.rmdir()
            sync_folder(folder)
    finally:
        shutil.rmtree(folder / f".restore.{os.getpid()}", ignore_errors=True)
        lock.release()
    return aside


def note_restored(vault: Vault) -> None:
    """Puts on record that a backup was put in this vault's place. That needed no key, so it is noted at the next
    opening. Raises DiskFull, NoPermission.
    """
    mark = vault.folder / RESTORED
    if not mark.is_file():
        return
    name = mark.read_bytes()[:_NAME_BYTES].decode("ascii", "replace")
    with vault.write() as unit:
        unit.audit.append(_PUT_BACK, {"backup": name})
    with mended():
        mark.unlink()


def restore_to(copy: Path, folder: Path) -> None:
    """Makes a vault at ``folder`` out of one backup's folder: the way back on a fresh machine.

    Raises NotAVault (``copy`` is no backup), VaultExists, NoPermission, DiskFull.
    """
    copy, folder = Path(copy), Path(folder)
    if not all((copy / part).is_file() for part in (HEADER, DATABASE)):
        raise NotAVault("This folder is not a backup of a vault; choose one from a vault's backups folder.")
    if folder.exists():
        raise VaultExists
    building = folder.with_name(f".{folder.name}.restore")
    with mended():
        shutil.rmtree(building, ignore_errors=True)
        try:
            make_folder(building)
            make_folder(building / BACKUPS)
            for part in (DATABASE, HEADER):
                copy_whole(copy / part, building / part)
            building.rename(folder)
        except BaseException:
            shutil.rmtree(building, ignore_errors=True)
            raise
