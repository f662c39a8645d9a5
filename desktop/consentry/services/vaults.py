"""Making a vault and unlocking one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import consentry_vault
from consentry.services.matching import MATCHING_NOTES
from consentry.services.session import Clock, Session, system_clock
from consentry_policy.errors import MendableError
from consentry_policy.recognise import Matching
from consentry_policy.sentences import say
from consentry_vault import backup
from consentry_vault.doctor import Trouble, examine
from consentry_vault.envelope import unlock as unlock_header
from consentry_vault.vault import BACKUPS

__all__ = [
    "MATCHING_NOTES",
    "MIN_PASSPHRASE",
    "BackupView",
    "back_up",
    "backups",
    "change_passphrase",
    "check_passphrase",
    "create",
    "kept_backups",
    "new_recovery_code",
    "prove",
    "restore",
    "troubles",
    "unlock",
]

MIN_PASSPHRASE = 12  # characters; length is what protects a passphrase, so no other rule is asked


def create(
    folder: Path,
    passphrase: str,
    user_name: str,
    matching: str,
    clock: Clock = system_clock,
    argon2: consentry_vault.Argon2 | None = None,
) -> Session:
    """Make a vault with one user, a designee, and unlock it; ``argon2`` None: calibrated to about a second here.

    Raises MendableError.
    """
    check_passphrase(passphrase)
    if not user_name.strip():
        raise MendableError("Say who you are; your name goes with each of your decisions.")
    mode = Matching(matching)
    vault = consentry_vault.create(folder, passphrase, user_name.strip(), matching=mode.value, argon2=argon2)
    return Session(vault, clock)


def unlock(folder: Path, passphrase: str, clock: Clock = system_clock) -> Session:
    """Unlock a vault. Raises MendableError: wrong passphrase, damaged, newer, busy and absent are told apart."""
    return Session(consentry_vault.open_vault(folder, passphrase), clock)


def back_up(session: Session) -> str:
    """Make a verified copy now; gives its name. Raises MendableError."""
    session.need()
    return backup.make(session.vault, "asked").name


def backups(folder: Path) -> list[str]:
    """The names of a vault's verified copies, newest first. Raises MendableError where there is no vault."""
    names = [found.name for found in backup.backups(folder)]
    if not names and not (folder / BACKUPS).is_dir():
        raise consentry_vault.NotAVault
    return names


_TROUBLES = {
    Trouble.DATABASE: "A page of the vault is not what was written; restore the last backup with: "
    "consentry backup restore.",
    Trouble.HEADER: "The header is not the one that opened the vault; restore the last backup with: "
    "consentry backup restore.",
    Trouble.AUDIT: "The record of who did what is not what was written; keep the vault as it is and ask for help.",
    Trouble.MODES: "Other users of this machine may read the vault's folder; take that right from them.",
    Trouble.NO_BACKUP: "There is no backup; make one with: consentry backup make.",
}


def troubles(session: Session) -> dict[str, str]:
    """What is wrong with the open vault, each with its next step; empty where all is well."""
    return {found.value: _TROUBLES[found] for found in examine(session.vault).troubles}


def restore(folder: Path, name: str | None = None) -> Path:
    """Put a backup (the newest) in the vault's place; gives the folder that keeps what was there.

    Raises MendableError.
    """
    return backup.restore(folder, name)


@dataclass(frozen=True, slots=True)
class BackupView:
    """One verified copy of a vault, for a screen. ``reason``: what it was made for, one word."""

    name: str
    at: datetime
    reason: str


def kept_backups(session: Session) -> list[BackupView]:
    """The verified copies of the open vault, newest first."""
    return [BackupView(found.name, found.at, found.reason) for found in backup.backups(session.vault.folder)]


def change_passphrase(session: Session, current: str, wanted: str) -> None:
    """A new passphrase for the user who unlocked the vault, given the current one. Raises MendableError."""
    check_passphrase(wanted)
    prove(session, current)
    consentry_vault.change_passphrase(session.vault, wanted)


def new_recovery_code(session: Session, current: str) -> str:
    """A code to print and lock away: it opens the vault as a designee, and older codes stop working.

    ``current`` is the user's own passphrase. Raises MendableError.
    """
    session.need()
    prove(session, current)
    return consentry_vault.new_recovery_code(session.vault)


def check_passphrase(wanted: str) -> None:
    """Whether a new passphrase is long enough. Raises MendableError."""
    if len(wanted) < MIN_PASSPHRASE:
        raise MendableError(
            say(
                "Choose a passphrase of at least {least} characters; four random words will do.",
                least=MIN_PASSPHRASE,
            )
        )


def prove(session: Session, passphrase: str) -> None:
    """Whoever sits at an unlocked window is not thereby its user. Raises MendableError."""
    if unlock_header(session.vault.header, passphrase).user.id != session.vault.user.id:
        raise MendableError("That is not your passphrase; type the one that you unlock this vault with.")
