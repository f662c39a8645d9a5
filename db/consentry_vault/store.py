"""What every repository is made of: rows that are values, in and out of one table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, bindparam, insert, select, update

R = TypeVar("R")
K = TypeVar("K")

ROWS = 5_000  # rows of one statement: as fast as all at once, without all of them twice in memory
_MANY = 500  # rows from which on they are turned column by column
_CHUNK = 900  # fewer than the 999 variables that every SQLite build takes in one statement


def chunks(keys: Iterable[K]) -> Iterator[list[K]]:
    """The distinct keys, in lists short enough for one IN (...)."""
    distinct = list(dict.fromkeys(keys))
    for start in range(0, len(distinct), _CHUNK):
        yield distinct[start : start + _CHUNK]


class Store(Generic[R]):
    """Rows of a dataclass whose fields are the columns of a table, in any order."""

    def __init__(self, connection: Connection, table: Table, kind: type[R]) -> None:
        self._connection = connection
        self._table = table
        self._kind: Callable[..., R] = kind
        self._names = [f.name for f in fields(kind)]  # type: ignore[arg-type]
        self._columns = [table.c[name] for name in self._names]
        self._values = attrgetter(*self._names)

    def values(self, row: R) -> dict[str, Any]:
        """The columns of one row."""
        return dict(zip(self._names, self._values(row), strict=True))

    def row(self, found: Row[Any]) -> R:
        """A row from the columns of `select`."""
        return self._kind(*found)

    def insert(self, rows: Sequence[R], columns: Mapping[str, Sequence[Any]] | None = None, **more: Any) -> None:
        """Adds the rows. ``more`` are columns that the dataclass does not have; ``columns`` gives, a value a row,
        those that are not as the rows have them.
        """
        own = columns or {}
        if len(rows) >= _MANY and self._connection.dialect.positional:
            self._insert_many(rows, own, more)
            return
        some = [{**self.values(row), **more} for row in rows]
        for name, values in own.items():
            for told, value in zip(some, values, strict=True):
                told[name] = value
        if some:
            self._connection.execute(insert(self._table), some)

    def _insert_many(self, rows: Sequence[R], own: Mapping[str, Sequence[Any]], more: Mapping[str, Any]) -> None:
        """The same statement column by column: SQLAlchemy's work on each single value is half of the time."""
        dialect = self._connection.dialect
        names = [*dict.fromkeys([*self._names, *own, *more])]
        statement = insert(self._table).compile(dialect=dialect, column_keys=names)
        order = statement.positiontup or []
        turns = {name: self._table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in order}
        for start in range(0, len(rows), ROWS):
            end = min(start + ROWS, len(rows))
            told = zip(*map(self._values, rows[start:end]), strict=True)
            found: dict[str, Sequence[Any]] = dict(zip(self._names, told, strict=True))
            found |= {name: values[start:end] for name, values in own.items()}
            found |= {name: [value] * (end - start) for name, value in more.items()}
            turned = (
                found[name] if (turn := turns[name]) is None else list(map(turn, found[name])) for name in order
            )
            self._connection.exec_driver_sql(statement.string, list(zip(*turned, strict=True)))

    def update(self, row: R, key: str = "id", **more: Any) -> bool:
        """Writes all columns of the row with this key. False: there is none."""
        values = {**self.values(row), **more}
        key_value = values.pop(key)
        done = self._connection.execute(update(self._table).where(self._table.c[key] == key_value).values(values))
        return bool(done.rowcount)

    def change(self, key_value: str, key: str = "id", **values: Any) -> bool:
        """Writes some columns of one row. False: there is none."""
        statement = update(self._table).where(self._table.c[key] == bindparam("key_value")).values(values)
        return bool(self._connection.execute(statement, {"key_value": key_value}).rowcount)

    def query(self) -> Select[Any]:
        """SELECT of the dataclass's columns."""
        return select(*self._columns)

    def rows(self, *where: ColumnElement[bool], order: Sequence[Any] = ()) -> list[R]:
        """All rows for which ``where`` holds."""
        statement = self.query().where(*where).order_by(*order)
        return [self._kind(*found) for found in self._connection.execute(statement)]

    def one(self, *where: ColumnElement[bool]) -> R | None:
        """The first row for which ``where`` holds."""
        found = self._connection.execute(self.query().where(*where).limit(1)).first()
        return None if found is None else self._kind(*found)

    def among(self, column: str, keys: Iterable[Any], order: Sequence[Any] = ()) -> list[R]:
        """All rows whose ``column`` is one of the keys, in as few statements as may be."""
        found: list[R] = []
        for some in chunks(keys):
            found += self.rows(self._table.c[column].in_(some), order=order)
        return found
