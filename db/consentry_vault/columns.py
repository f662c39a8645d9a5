"""Column types: domain words, days, instants and small structures as portable SQL values."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any, Generic, TypeVar

from sqlalchemy import JSON, DateTime, Dialect, Text, TypeDecorator

from consentry_policy.records import Evidence, EvidenceKind

W = TypeVar("W", bound=StrEnum)
_Process = Callable[[Any], Any] | None

_REMEMBERED = 1_024  # values a column's processor keeps: an import's 50,000 rows hold a handful of them


def _remembering(process: _Process) -> _Process:
    """The processor that turns equal values once and hands out one object for all of them (they do not change)."""
    return None if process is None else lru_cache(_REMEMBERED)(process)


class Instant(TypeDecorator[datetime]):
    """An aware instant, stored as UTC without a zone (SQLite and PostgreSQL agree on that)."""

    impl = DateTime
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> _Process:
        """Once for equal instants: the rows of an import share theirs."""
        return _remembering(super().bind_processor(dialect))

    def result_processor(self, dialect: Dialect, coltype: object) -> _Process:
        """Once for equal instants."""
        return _remembering(super().result_processor(dialect, coltype))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuses a naive instant: nobody could say later which hour it meant."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs its time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Back as aware UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


class Word(TypeDecorator[W], Generic[W]):
    """One word of a StrEnum."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[W]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: W | None, dialect: Dialect) -> str | None:
        """Refuses a word that is not of the kind."""
        return None if value is None else self.kind(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> W | None:
        """Back as the enum's member."""
        return None if value is None else self.kind(value)


class Words(TypeDecorator[frozenset[str]]):
    """A set of words, stored as a sorted JSON list so that equal sets are equal on disk."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def __init__(self, kind: type[str] = str) -> None:
        super().__init__()
        self.kind = kind

    def bind_processor(self, dialect: Dialect) -> _Process:
        """Once for equal sets: few are different."""
        return _remembering(super().bind_processor(dialect))

    def result_processor(self, dialect: Dialect, coltype: object) -> _Process:
        """Once for equal sets, which then are one object in memory."""
        return _remembering(super().result_processor(dialect, coltype))

    def process_bind_param(self, value: frozenset[str] | None, dialect: Dialect) -> list[str] | None:
        """Sorted."""
        return None if value is None else sorted(str(self.kind(v)) for v in value)

    def process_result_value(self, value: list[str] | None, dialect: Dialect) -> frozenset[str] | None:
        """Back as a frozenset of the kind."""
        return None if value is None else frozenset(self.kind(v) for v in value)


def _tuples(value: Any) -> Any:
    return tuple(_tuples(v) for v in value) if isinstance(value, list) else value


class Tuple(TypeDecorator[tuple[Any, ...]]):
    """A tuple of JSON values (nested tuples too), in its order."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def process_result_value(self, value: list[Any] | None, dialect: Dialect) -> tuple[Any, ...] | None:
        """Lists come back as tuples: rows are values and do not change."""
        return None if value is None else tuple(_tuples(v) for v in value)


class EvidenceColumn(TypeDecorator[Evidence]):
    """What stands behind an answer, as one JSON object."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def process_bind_param(self, value: Evidence | None, dialect: Dialect) -> dict[str, Any] | None:
        """As an object with the fields' names."""
        if value is None:
            return None
        return {
            "kind": value.kind.value,
            "reference": value.reference,
            "sheet_sha256": value.sheet_sha256,
            "sheet_row": value.sheet_row,
        }

    def process_result_value(self, value: dict[str, Any] | None, dialect: Dialect) -> Evidence | None:
        """Back as Evidence."""
        if value is None:
            return None
        return Evidence(EvidenceKind(value["kind"]), value["reference"], value["sheet_sha256"], value["sheet_row"])
