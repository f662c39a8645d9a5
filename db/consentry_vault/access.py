"""Who may open a vault: users, their passphrases, the printed recovery code.

Each call stretches a passphrase once (about a second) and rewrites the header, never the data. Slots leave the
backups' headers, too. What a removed user may have copied before, they keep: see docs/adr/0006-the-vault.md.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from consentry_vault import envelope, keys
from consentry_vault.errors import LastDesignee
from consentry_vault.header import Header
from consentry_vault.settings import UserRow
from consentry_vault.unit import Unit
from consentry_vault.users import Role, User
from consentry_vault.vault import Vault, now

RECOVERY_NAME = "recovery code"


def add_user(vault: Vault, passphrase: str, name: str, role: Role) -> User:
    """Gives a user a key slot. Raises WeakPassphrase (too short, or another user's)."""
    return _add(vault, passphrase, name, role, recovery=False)


def _add(vault: Vault, passphrase: str, name: str, role: Role, *, recovery: bool) -> User:
    header, user = envelope.add_slot(vault.header, vault.opened.data_key, passphrase, name, role)
    with _rewrapped(vault, header) as unit:
        unit.users.add(UserRow(user.id, name, role, now(), recovery=recovery))
        unit.audit.append("user-added", {"user": user.id, "role": role.value, "recovery": recovery})
    return user


def remove_user(vault: Vault, user: str) -> None:
    """Takes a user's slot away. Raises LastDesignee, KeyError (no such slot)."""
    header = envelope.remove_slot(vault.header, vault.opened.data_key, user)
    with _rewrapped(vault, header) as unit:
        unit.users.remove(user, at=now())
        if not any(_governs(row) for row in unit.users.all()):
            raise LastDesignee
        unit.audit.append("user-removed", {"user": user})


def reset_user(vault: Vault, user: str, passphrase: str, role: Role) -> None:
    """A new passphrase and a role for another user; the old passphrase opens nothing any more.

    Raises WeakPassphrase (too short, or another user's), LastDesignee, KeyError (no such user, a recovery code).
    """
    row = _person(vault, user)
    header = envelope.replace_slot(vault.header, vault.opened.data_key, passphrase, User(user, row.name, role))
    with _rewrapped(vault, header) as unit:
        _set_role(unit, user, role)
        unit.audit.append("user-reset", {"user": user, "role": role.value})


def give_role(vault: Vault, user: str, role: Role) -> None:
    """Another role for a user, from the next time they open the vault or a backup of it; the passphrase stays.

    Raises LastDesignee, KeyError (no such user, a recovery code).
    """
    before = _person(vault, user).role
    header = envelope.give_role(vault.header, vault.opened.data_key, user, role)
    with _rewrapped(vault, header) as unit:
        _set_role(unit, user, role)
        unit.audit.append("user-role-changed", {"user": user, "from": before.value, "role": role.value})


def _person(vault: Vault, user: str) -> UserRow:
    with vault.read() as unit:
        row = unit.users.get(user)
    if row is None or row.removed_at is not None or row.recovery:
        raise KeyError(user)
    return row


def _set_role(unit: Unit, user: str, role: Role) -> None:
    unit.users.set_role(user, role)
    if not any(_governs(other) for other in unit.users.all()):
        raise LastDesignee


def _governs(row: UserRow) -> bool:
    return row.role is Role.DESIGNEE and row.removed_at is None and not row.recovery


def change_passphrase(vault: Vault, passphrase: str) -> None:
    """A new passphrase for the user who opened the vault. Raises WeakPassphrase (too short, or another user's)."""
    header = envelope.change_passphrase(vault.header, vault.opened, passphrase)
    with _rewrapped(vault, header) as unit:
        unit.audit.append("passphrase-changed", {"user": vault.user.id})


def new_recovery_code(vault: Vault) -> str:
    """A code to print and lock away; it opens the vault as a designee. Older codes stop working."""
    with vault.read() as unit:
        older = [row.id for row in unit.users.all() if row.recovery and row.removed_at is None]
    code = keys.recovery_code()
    _add(vault, code, RECOVERY_NAME, Role.DESIGNEE, recovery=True)
    for user in older:
        remove_user(vault, user)
    return code


@contextlib.contextmanager
def _rewrapped(vault: Vault, header: Header) -> Iterator[Unit]:
    """The header changes if and only if the records do; the old one comes back where they could not be kept."""
    before = vault.header
    try:
        with vault.write() as unit:
            yield unit
            vault.replace_header(header)
    except BaseException:
        if vault.header is not before:
            vault.replace_header(before)
        raise
