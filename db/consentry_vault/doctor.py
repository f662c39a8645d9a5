"""A quick look at a vault's health, in words without names."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import StrEnum

from consentry_vault import backup, header
from consentry_vault import connection as sql
from consentry_vault.errors import DamagedVault, VaultError
from consentry_vault.vault import BACKUPS, HEADER, Vault


class Trouble(StrEnum):
    """What may be found."""

    DATABASE = "database"  # a page is not what was written
    HEADER = "header"  # not the file that opened the vault, or a key slot that is nobody's
    AUDIT = "audit"  # the chain is broken
    MODES = "modes"  # others may read a file
    NO_BACKUP = "no-backup"  # there is nothing to go back to


@dataclass(frozen=True, slots=True)
class Health:
    """``troubles`` empty: all is well. ``broken_entry``: the first bad entry of the audit chain."""

    troubles: tuple[Trouble, ...]
    broken_entry: int | None = None


def examine(vault: Vault) -> Health:
    """Checks every page's seal, SQLite's structures, the audit chain with the backups' checkpoints, file modes.

    Raises DiskFull, DiskTrouble where there is no room to look.
    """
    found: list[Trouble] = []
    if not _database_holds(vault):
        found.append(Trouble.DATABASE)
    if not _header_holds(vault):
        found.append(Trouble.HEADER)
    broken = None
    if Trouble.DATABASE not in found:
        with vault.read() as unit:
            broken = unit.audit.verify(*backup.checkpoints(vault.folder, unit.audit))
        if broken is not None:
            found.append(Trouble.AUDIT)
    if os.name != "nt" and _readable_by_others(vault):
        found.append(Trouble.MODES)
    if not backup.backups(vault.folder):
        found.append(Trouble.NO_BACKUP)
    return Health(tuple(found), broken)


def _database_holds(vault: Vault) -> bool:
    try:
        with vault.raw_writer() as raw:
            return not sql.troubles(raw)
    except DamagedVault:
        return False


def _header_holds(vault: Vault) -> bool:
    try:
        on_disk = header.read(vault.folder / HEADER)
        with vault.read() as unit:
            users = {row.id for row in unit.users.all() if row.removed_at is None}
    except VaultError:
        return False
    return on_disk == vault.header and {slot.id for slot in on_disk.slots} == users


def _readable_by_others(vault: Vault) -> bool:
    places = [vault.folder, *vault.folder.iterdir(), *(vault.folder / BACKUPS).rglob("*")]
    return any(place.stat().st_mode & 0o077 for place in places if place.exists())
