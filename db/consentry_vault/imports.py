"""Imports of sheets: what each wrote, so that it can be listed, its recipe used again, and undone as a whole."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import Column, Connection, delete, func, select

from consentry_policy.people import Person, PersonId, Role
from consentry_vault import schema
from consentry_vault.store import Store, chunks

# What is worked out anew at any time: rows there lean on nobody.
_DERIVED = frozenset({"photo_people"})
# Columns that name a person without a foreign key, because what they tell outlives the person.
_NAMED = (("copy_people", "person"), ("decisions", "value"))


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One import. ``first`` and ``last`` are the sequences of its consent records (None: it wrote none); ``added``
    ids of the people it put on the roster, ``added_digest`` the digest of their rows as it wrote them; ``changed``
    holds, for each person it changed, the row before and after; ``problems`` what it could not take.
    """

    id: str
    at: datetime
    by: str
    sha256: str
    fingerprint: str
    recipe: str
    first: int | None = None
    last: int | None = None
    added: tuple[PersonId, ...] = ()
    added_digest: str = ""
    changed: tuple[Mapping[str, Any], ...] = ()
    problems: tuple[Mapping[str, Any], ...] = ()
    undone_at: datetime | None = None
    undone_by: str | None = None

    @property
    def wrote(self) -> bool:
        """Whether it changed anything at all."""
        return bool(self.added or self.changed or self.first is not None)


class Imports:
    """Every import there was."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._store = Store(connection, schema.imports, ImportRow)

    def add(self, row: ImportRow) -> None:
        """Records one."""
        self._store.insert([row])

    def get(self, key: str) -> ImportRow | None:
        """The import of that id."""
        return self._store.one(schema.imports.c.id == key)

    def all(self) -> list[ImportRow]:
        """All, newest first."""
        return self._store.rows(order=(schema.imports.c.at.desc(), schema.imports.c.id))

    def recipes(self) -> dict[str, str]:
        """The latest recipe (TOML) of each fingerprint, of imports that were not undone."""
        table = schema.imports
        asked = select(table.c.fingerprint, table.c.recipe).where(table.c.undone_at.is_(None))
        return {key: recipe for key, recipe in self._connection.execute(asked.order_by(table.c.at)) if key}

    def first_of(self, sha256: str) -> datetime | None:
        """When the file of that hash was imported first, of the imports that stand."""
        table = schema.imports
        asked = select(func.min(table.c.at)).where(table.c.sha256 == sha256, table.c.undone_at.is_(None))
        found: datetime | None = self._connection.execute(asked).scalar_one()
        return found

    def mark_undone(self, key: str, *, by: str, at: datetime) -> None:
        """Notes that one was undone. Raises KeyError where there is none."""
        if not self._store.change(key, undone_at=at, undone_by=by):
            raise KeyError(key)

    def leaned_on(self, row: ImportRow, wrote_for: Iterable[PersonId]) -> bool:
        """Whether anything recorded since then refers to the people it added, or answers for whom it did."""
        table = schema.consents
        if self._any(table.c.person, {*row.added, *wrote_for}, table.c.sequence > (row.last or 0)):
            return True
        return any(self._any(column, row.added) for column in _references())

    def _any(self, column: Column[Any], keys: Iterable[str], *where: Any) -> bool:
        for some in chunks(keys):
            asked = select(func.count()).select_from(column.table).where(column.in_(some), *where)
            if self._connection.execute(asked).scalar_one():
                return True
        return False

    def remove_people(self, people: Iterable[PersonId]) -> None:
        """Takes people off the roster who hang on nothing; see `leaned_on`."""
        for some in chunks(people):
            self._connection.execute(delete(schema.people).where(schema.people.c.id.in_(some)))

    def remove_answers(self, first: int, last: int) -> None:
        """Takes the consent records of one import away: the only way a record ever goes."""
        numbers = schema.consents.c.sequence
        self._connection.execute(delete(schema.consents).where(numbers >= first, numbers <= last))

    def answered(self, first: int, last: int) -> list[PersonId]:
        """For whom records of these sequences stand."""
        table = schema.consents
        asked = select(table.c.person).where(table.c.sequence >= first, table.c.sequence <= last).distinct()
        return list(self._connection.execute(asked).scalars())


def _references() -> list[Column[Any]]:
    """Every column that may name a person, but for answers and what is derived."""
    found = [
        column
        for table in schema.metadata.tables.values()
        if table.name not in {"consents", *_DERIVED}
        for column in table.c
        if any(key.column is schema.people.c.id for key in column.foreign_keys)
    ]
    return [*found, *(schema.metadata.tables[table].c[name] for table, name in _NAMED)]


_FIELDS = tuple(field.name for field in fields(Person))
_values_of = attrgetter(*_FIELDS)  # asdict copies every value: of 50,000 people that alone takes a second


def person_as_json(person: Person) -> dict[str, Any]:
    """A person's row as JSON values."""
    told: dict[str, Any] = dict(zip(_FIELDS, _values_of(person), strict=True))
    told["roles"] = sorted(role.value for role in person.roles)
    for key in ("birth_date", "left_on"):
        day = told[key]
        told[key] = None if day is None else day.isoformat()
    return told


def person_of_json(told: Mapping[str, Any]) -> Person:
    """The person's row again."""
    days = {key: date.fromisoformat(told[key]) if told[key] else None for key in ("birth_date", "left_on")}
    return Person(**{**told, "roles": frozenset(Role(role) for role in told["roles"]), **days})


def digest_of(people: Iterable[Person]) -> str:
    """A digest of people's rows, in any order: equal where not one of them differs."""
    encode = json.JSONEncoder(sort_keys=True).encode
    lines = sorted(encode(person_as_json(person)) for person in people)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
