"""The roster: people, and pairs who look alike."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, bindparam, func, insert, select, update

from consentry_policy.people import Person, PersonId
from consentry_vault import schema
from consentry_vault.store import Store


def search_key(*texts: str | None) -> str:
    """Case and accents removed, so that "emile" finds "Émile" on any database."""
    joined = " ".join([t for t in texts if t])
    if joined.isascii():
        return joined.lower()
    plain = unicodedata.normalize("NFKD", joined).casefold()
    return "".join(c for c in plain if not unicodedata.combining(c))


def _key_of(person: Person) -> str:
    return search_key(person.first_name, person.last_name, person.number, person.homeroom)


def _like(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


class People:
    """Everyone of the roster."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._store = Store(connection, schema.people, Person)

    def add(self, *people: Person) -> None:
        """Adds people. An id that is there already is an error of ours (IntegrityError)."""
        self._store.insert(people, {"search_key": list(map(_key_of, people))})

    def update(self, person: Person) -> None:
        """Writes the person of that id anew. Raises KeyError where there is none."""
        if not self._store.update(person, search_key=_key_of(person)):
            raise KeyError(person.id)

    def update_all(self, people: Sequence[Person]) -> None:
        """Writes many people anew in one statement. Raises KeyError where one of them is not there."""
        if not people:
            return
        rows = [{f"new_{k}": v for k, v in self._store.values(p).items()} for p in people]
        for row, person in zip(rows, people, strict=True):
            row["new_search_key"] = _key_of(person)
        names = [name for name in (*self._store.values(people[0]), "search_key") if name != "id"]
        table = schema.people
        values = {name: bindparam(f"new_{name}", type_=table.c[name].type) for name in names}
        statement = update(table).where(table.c.id == bindparam("new_id")).values(values)
        if self._connection.execute(statement, rows).rowcount not in {len(rows), -1}:
            raise KeyError("people")

    def get(self, person: PersonId) -> Person | None:
        """The person of that id."""
        return self._store.one(schema.people.c.id == person)

    def by_number(self, number: str) -> list[Person]:
        """Everyone with that school number: more than one is for the office to mend."""
        return self._store.rows(schema.people.c.number == number)

    def by_numbers(self, numbers: Iterable[str]) -> dict[str, list[Person]]:
        """The people of each number asked for that someone has."""
        found: dict[str, list[Person]] = {}
        for person in self._store.among("number", numbers):
            found.setdefault(person.number or "", []).append(person)
        return found

    def of_ids(self, ids: Iterable[PersonId]) -> dict[PersonId, Person]:
        """The people of those ids."""
        return {p.id: p for p in self._store.among("id", ids)}

    def all(self) -> list[Person]:
        """Everyone, by last and first name."""
        return self._store.rows(order=(schema.people.c.last_name, schema.people.c.first_name, schema.people.c.id))

    def search(self, text: str, limit: int = 50) -> list[Person]:
        """People of whom every word of ``text`` is in the name, number or homeroom; case and accents aside."""
        words = [schema.people.c.search_key.like(_like(w), escape="\\") for w in search_key(text).split()]
        statement = self._store.query().where(*words).order_by("last_name", "first_name", "id").limit(limit)
        return [self._store.row(found) for found in self._connection.execute(statement)]

    def count(self) -> int:
        """How many there are."""
        return self._connection.execute(select(func.count()).select_from(schema.people)).scalar_one()

    def add_look_alike(self, a: PersonId, b: PersonId) -> None:
        """Notes that two people look alike (twins): their matches always go to a person."""
        first, second = sorted((a, b))
        if first == second:
            raise ValueError("nobody is their own look-alike")
        if (first, second) not in self.look_alikes():
            self._connection.execute(insert(schema.look_alikes).values(a=first, b=second))

    def look_alikes(self) -> Sequence[tuple[PersonId, PersonId]]:
        """All pairs, each once, the smaller id first."""
        pairs = self._connection.execute(select(schema.look_alikes.c.a, schema.look_alikes.c.b))
        return [(a, b) for a, b in pairs]
