"""Settings of a vault as JSON values, and who its users are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from consentry_vault import schema
from consentry_vault.store import Store
from consentry_vault.users import Role

ROSTER_VERSION = "roster-version"


@dataclass(frozen=True, slots=True)
class UserRow:
    """A user on record; ``recovery``: a printed recovery code, not a person."""

    id: str
    name: str
    role: Role
    added_at: datetime
    removed_at: datetime | None = None
    recovery: bool = False


class Settings:
    """Values by key: the matching mode, alarm rates, idle minutes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, key: str, default: Any = None) -> Any:
        """The value of a key."""
        table = schema.settings
        found = self._connection.execute(select(table.c.value).where(table.c.key == key)).first()
        return default if found is None else found[0]

    def set(self, key: str, value: Any) -> None:
        """Writes the value of a key (anything JSON can say)."""
        table = schema.settings
        self._connection.execute(delete(table).where(table.c.key == key))
        self._connection.execute(insert(table).values(key=key, value=value))

    def all(self) -> dict[str, Any]:
        """Every key and value."""
        table = schema.settings
        found = self._connection.execute(select(table.c.key, table.c.value))
        return {row.key: row.value for row in found}

    def roster_version(self) -> int:
        """Grows with every change of people, consents, protections, portraits, channels or events."""
        return int(self.get(ROSTER_VERSION, 0))

    def bump_roster_version(self) -> int:
        """Marks that the roster changed; cached verdicts of the older version are stale."""
        version = self.roster_version() + 1
        self.set(ROSTER_VERSION, version)
        return version


class Users:
    """Everyone who has or had a key slot."""

    def __init__(self, connection: Connection) -> None:
        self._store = Store(connection, schema.users, UserRow)

    def add(self, user: UserRow) -> None:
        """Records a user. `Vault.add_user` is the way in: a record without a key slot opens nothing."""
        self._store.insert([user])

    def get(self, user: str) -> UserRow | None:
        """The user of that id."""
        return self._store.one(schema.users.c.id == user)

    def all(self) -> list[UserRow]:
        """All users, removed ones too, oldest first."""
        return self._store.rows(order=(schema.users.c.added_at, schema.users.c.id))

    def set_role(self, user: str, role: Role) -> None:
        """Records another role. `access.give_role` is the way in: the key slot says the role, too."""
        if not self._store.change(user, role=role):
            raise KeyError(user)

    def remove(self, user: str, *, at: datetime) -> None:
        """Records that a user's access ended."""
        if not self._store.change(user, removed_at=at):
            raise KeyError(user)
