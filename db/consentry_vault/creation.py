"""Making a vault: whole or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
import uuid
from pathlib import Path
from typing import Literal

from consentry_vault import connection as sql
from consentry_vault import envelope, header, keys, migrate
from consentry_vault.envelope import Opened
from consentry_vault.errors import VaultExists, from_database
from consentry_vault.files import make_file, make_folder, mended, sync_folder
from consentry_vault.header import Header
from consentry_vault.lock import Lock
from consentry_vault.settings import UserRow
from consentry_vault.unit import Unit
from consentry_vault.vault import BACKUPS, DATABASE, HEADER, LOCK, Vault, now

Matching = Literal["everyone", "refused-only", "off"]
MATCHING = "matching"


def create(
    folder: Path, passphrase: str, user_name: str, *, matching: Matching, argon2: keys.Argon2 | None = None
) -> Vault:
    """Makes a vault with one user, a designee, and opens it. ``matching`` is the gallery mode to start with.

    It is built beside its place under another name and moved there whole. Raises VaultExists, WeakPassphrase,
    NoPermission, DiskFull; then nothing is left behind.
    """
    folder = Path(folder)
    keys.check_passphrase(passphrase)
    if matching not in ("everyone", "refused-only", "off"):
        raise ValueError("no such gallery mode")
    with mended():
        taken = folder.is_symlink() or (folder.exists() and not _empty(folder))
    if taken:
        raise VaultExists
    found, opened = envelope.new(passphrase, user_name, argon2 or keys.calibrate())
    building = folder.with_name(f".{folder.name}.{uuid.uuid4().hex[:8]}.new")
    with mended():
        missing = [parent for parent in folder.parents if not parent.exists()]
        try:
            folder.parent.mkdir(parents=True, exist_ok=True)
            _build(building, found, opened, matching)
            _move(building, folder)
        except BaseException:
            shutil.rmtree(building, ignore_errors=True)
            for parent in missing:  # the nearest first; one that somebody else uses by now stays
                with contextlib.suppress(OSError):
                    parent.rmdir()
            raise
    return Vault(folder, found, opened, Lock(folder / LOCK))


def _empty(folder: Path) -> bool:
    with mended():
        return folder.is_dir() and not any(folder.iterdir())


def _move(building: Path, folder: Path) -> None:
    if folder.exists():
        folder.rmdir()
    try:
        os.rename(building, folder)  # noqa: PTH104 - Path.replace would overwrite a file of that name
    except FileExistsError:
        raise VaultExists from None
    sync_folder(folder.parent)


def _build(folder: Path, found: Header, opened: Opened, matching: Matching) -> None:
    make_folder(folder)
    make_folder(folder / BACKUPS)
    make_file(folder / LOCK)
    make_file(folder / DATABASE)
    engine = sql.engine(folder / DATABASE, opened.data_key, writes=True)
    try:
        with engine.begin() as connection:
            migrate.upgrade(connection)
            unit = Unit(connection, opened.user, keys.derive(opened.data_key, "consentry audit chain"))
            unit.settings.set(MATCHING, matching)
            unit.users.add(UserRow(opened.user.id, opened.user.name, opened.user.role, now()))
            unit.audit.append("vault-created", {"vault": found.vault, "matching": matching})
        raw = engine.raw_connection()
        sql.checkpoint(raw.driver_connection)
        raw.close()
    except Exception as error:
        sentence = from_database(getattr(error, "orig", None) or error)
        if sentence is None:
            raise
        raise sentence from None
    finally:
        engine.dispose()
    header.write(folder / HEADER, found)
    sync_folder(folder)
