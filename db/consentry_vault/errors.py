"""What can go wrong with a vault, each told apart and each with its next step."""

# ruff: noqa: N818 - these names are read aloud in reports and tests; MendableError is their family name

from __future__ import annotations

import errno

from consentry_policy.errors import MendableError
from consentry_policy.sentences import Sentence


class VaultError(MendableError):
    """Something about a vault that the user can put right."""

    sentence = ""

    def __init__(self, sentence: Sentence | str | None = None) -> None:
        super().__init__(sentence or self.sentence)


class WrongPassphrase(VaultError):
    """The header is whole and no key slot opens with this passphrase."""

    sentence = "The passphrase is wrong; type it again, or use the printed recovery code."


class DamagedVault(VaultError):
    """The header or the database is not what was written."""

    sentence = (
        "The vault is damaged and was left as it is; restore the last backup with: consentry backup restore."
    )


class NewerVault(VaultError):
    """Written by a later version of the program."""

    sentence = "A newer version of Consentry wrote this vault; install that version or a later one to open it."


class VaultBusy(VaultError):
    """Another window or computer holds the vault."""

    sentence = "Another program has this vault open; close it there first."


class NotAVault(VaultError):
    """The folder is missing or is something else."""

    sentence = "There is no vault in this folder; choose the folder of a vault, or make a new one."


class VaultExists(VaultError):
    """Something is in the way of a new vault."""

    sentence = "There is something in this folder already; choose a new name for the vault."


class NoPermission(VaultError):
    """The operating system forbids reading or writing the vault."""

    sentence = "The program may not write to this folder; choose another one or ask for the right to write there."


class NameTooLong(VaultError):
    """The operating system has no room for a name that long."""

    sentence = "The name of the file or folder is too long for this disk; choose a shorter one."


class DiskFull(VaultError):
    """No room left: nothing of the last step was kept."""

    sentence = "The disk is full and the last step was not saved; free some space and do it again."


class DiskTrouble(VaultError):
    """The disk failed to read or write, and not for want of room."""

    sentence = "The disk could not be used and the last step was not saved; check the disk, then do it again."


class WeakPassphrase(VaultError):
    """Too short to protect anything, or in use by another user of the vault."""

    sentence = "The passphrase is too short; use at least 8 characters, better four random words."


class LastDesignee(VaultError):
    """A vault without a designee could never be governed again."""

    sentence = "This is the vault's only designee; add another designee first."


_FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def from_os(error: OSError) -> VaultError | None:
    """The sentence for an error of the operating system, or None where it is not one the user can mend."""
    if error.errno in _FULL:
        return DiskFull()
    if error.errno in _FORBIDDEN:
        return NoPermission()
    return NameTooLong() if error.errno == errno.ENAMETOOLONG else None


# SQLite's own words (sqlite3_errstr); SQLCipher says "not a database" for a damaged page, too.
_DATABASE_WORDS: tuple[tuple[str, type[VaultError]], ...] = (
    ("disk is full", DiskFull),
    ("disk I/O error", DiskTrouble),
    ("not a database", DamagedVault),
    ("malformed", DamagedVault),
    ("unable to open database file", NoPermission),
    ("attempt to write a readonly database", NoPermission),
    ("database is locked", VaultBusy),
)


def from_database(error: BaseException) -> VaultError | None:
    """The sentence for an error of the database driver, or None where it is one of ours."""
    words = str(error)
    for part, kind in _DATABASE_WORDS:
        if part in words:
            return kind()
    return None
