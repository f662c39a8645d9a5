"""Who may open the vault: the designee adds and removes users and gives another role or a new passphrase.

Each act asks for the designee's own passphrase (whoever sits at an unlocked window is not thereby its user) and is
in the audit chain. The last designee cannot be removed or become something else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import consentry_vault
from consentry.services.operation import Changes
from consentry.services.session import Session
from consentry.services.vaults import check_passphrase, prove
from consentry_policy.errors import MendableError
from consentry_vault.users import Role

_ENOUGH_ID = 4  # characters of an id that a user may give in place of the whole


@dataclass(frozen=True, slots=True)
class UserView:
    """A user of the vault. ``recovery``: the printed recovery code, not a person; ``you``: who unlocked it."""

    id: str
    name: str
    role: Role
    added_at: datetime
    removed_at: datetime | None
    recovery: bool
    you: bool


def listed(session: Session, *, removed: bool = False) -> list[UserView]:
    """Who may open the vault, oldest first; with ``removed`` also who once might. Raises NotAllowed."""
    session.need()
    with session.vault.read() as unit:
        rows = unit.users.all()
    mine = session.vault.user.id
    return [
        UserView(row.id, row.name, row.role, row.added_at, row.removed_at, row.recovery, row.id == mine)
        for row in rows
        if removed or row.removed_at is None
    ]


def find(session: Session, name_or_id: str) -> UserView:
    """The user of this name, or of an id that begins like this. Raises MendableError: none, or several."""
    wanted = name_or_id.strip().casefold()
    users = [user for user in listed(session) if not user.recovery]
    fits = [u for u in users if u.name.casefold() == wanted] or [
        u for u in users if len(wanted) >= _ENOUGH_ID and u.id.startswith(wanted)
    ]
    if len(fits) == 1:
        return fits[0]
    if fits:
        raise MendableError("Several users have that name; give the id as `consentry vault users list` shows it.")
    raise MendableError("No user of this vault has that name; `consentry vault users list` shows who there is.")


def add(session: Session, own: str, name: str, role: Role, passphrase: str) -> str:
    """Give someone a passphrase and a role; gives the user's id. ``own``: the designee's own passphrase.

    Raises MendableError.
    """
    session.need()
    name = name.strip()
    if not name:
        raise MendableError("A user needs a name; it goes with each of their decisions.")
    if any(user.name.casefold() == name.casefold() for user in listed(session)):
        raise MendableError("A user of that name is there already; give one that tells the two apart.")
    check_passphrase(passphrase)
    prove(session, own)
    made = consentry_vault.add_user(session.vault, passphrase, name, role)
    session.emit(Changes(settings=True))
    return made.id


def remove(session: Session, own: str, user: str) -> None:
    """End a user's access, to the backups too. ``own``: the designee's own passphrase. Raises MendableError."""
    session.need()
    _other(session, user)
    prove(session, own)
    consentry_vault.remove_user(session.vault, user)
    session.emit(Changes(settings=True))


def change_role(session: Session, own: str, user: str, role: Role) -> None:
    """Another role for someone, from the next time they unlock; their passphrase stays, and nobody needs to know
    it. ``own``: the designee's own passphrase. Raises MendableError.
    """
    session.need()
    if _other(session, user).role is role:
        raise MendableError("That is the role they have already; choose another.")
    prove(session, own)
    consentry_vault.give_role(session.vault, user, role)
    session.emit(Changes(settings=True))


def reset(session: Session, own: str, user: str, passphrase: str, role: Role | None = None) -> None:
    """A new passphrase for someone who lost theirs, and another role where one is given. ``own``: the designee's
    own passphrase. Raises MendableError.
    """
    session.need()
    known = _other(session, user)
    check_passphrase(passphrase)
    prove(session, own)
    consentry_vault.reset_user(session.vault, user, passphrase, role or known.role)
    session.emit(Changes(settings=True))


def _other(session: Session, user: str) -> UserView:
    """A user who is there and is not the one at work; that keeps a designee in the vault, too."""
    known = next((view for view in listed(session) if view.id == user and not view.recovery), None)
    if known is None:
        raise MendableError("That user is not there any more; look at the list again.")
    if known.you:
        raise MendableError(
            "You cannot do this to yourself: change your own passphrase instead, or let another designee do it."
        )
    return known
