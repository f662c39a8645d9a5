"""Opening a vault."""

from __future__ import annotations

from pathlib import Path

from consentry_vault import backup, envelope, header, migrate
from consentry_vault.envelope import Opened
from consentry_vault.errors import DamagedVault, NotAVault
from consentry_vault.header import Header
from consentry_vault.lock import Lock
from consentry_vault.vault import DATABASE, HEADER, LOCK, Vault


def find(folder: Path) -> None:
    """Raises NotAVault where the folder holds none, DamagedVault where a part of one is missing."""
    there = [(folder / name).is_file() for name in (HEADER, DATABASE)]
    if not any(there):
        raise NotAVault
    if not all(there):
        raise DamagedVault


def open_vault(folder: Path, passphrase: str) -> Vault:
    """Opens a vault; an older one is backed up and migrated first.

    Raises NotAVault, VaultBusy, DamagedVault, NewerVault, WrongPassphrase, NoPermission, DiskFull.
    """
    folder = Path(folder)
    find(folder)
    lock = Lock(folder / LOCK)
    try:
        found = header.read(folder / HEADER)
        opened = envelope.unlock(found, passphrase)
    except BaseException:
        lock.release()
        raise
    return _opened_vault(folder, found, opened, lock)


def _opened_vault(folder: Path, found: Header, opened: Opened, lock: Lock) -> Vault:
    vault = Vault(folder, found, opened, lock)
    try:
        with vault.read() as unit:
            older = migrate.needed(unit.connection)
        if older:
            backup.make(vault, "migration")
            with vault.write() as unit:
                migrate.upgrade(unit.connection)
        backup.note_restored(vault)
    except BaseException:
        vault.close()
        raise
    return vault
