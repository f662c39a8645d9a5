"""Verdicts as last worked out: a cache, never the truth."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select, update

from consentry_policy.people import PersonId
from consentry_policy.verdicts import Outcome, Reason, Verdict
from consentry_vault import schema
from consentry_vault.store import Store, chunks


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """The verdict for one photo, channel and day, and the version of the inputs it was worked out from."""

    photo: str
    channel: str
    day: date
    verdict: Verdict
    inputs_version: str


@dataclass(frozen=True, slots=True)
class _Plain:
    photo: str
    channel: str
    day: date
    outcome: Outcome
    reasons: list[dict[str, Any]]
    inputs_version: str


def reasons_to_json(reasons: Iterable[Reason]) -> list[dict[str, Any]]:
    """Reasons as JSON objects, in order."""
    return [
        {
            "code": r.code,
            "row": r.row,
            "clause": r.clause,
            "outcome": r.outcome.value,
            "person": r.person,
            "face": r.face,
        }
        for r in reasons
    ]


def reasons_from_json(values: Iterable[dict[str, Any]]) -> tuple[Reason, ...]:
    """Back as reasons."""
    return tuple(
        Reason(v["code"], v["row"], v["clause"], Outcome(v["outcome"]), v["person"], v["face"]) for v in values
    )


def _row(plain: _Plain) -> VerdictRow:
    verdict = Verdict(plain.outcome, reasons_from_json(plain.reasons))
    return VerdictRow(plain.photo, plain.channel, plain.day, verdict, plain.inputs_version)


class Verdicts:
    """The latest verdict of each photo and channel."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._store = Store(connection, schema.verdicts, _Plain)

    def put(self, *rows: VerdictRow) -> None:
        """Keeps verdicts in place of older ones for the same photo and channel."""
        if not rows:
            return
        table = schema.verdicts
        by_channel: dict[str, list[VerdictRow]] = {}
        for row in rows:
            by_channel.setdefault(row.channel, []).append(row)
        for channel, those in by_channel.items():
            for some in chunks(row.photo for row in those):
                gone = delete(table).where(table.c.channel == channel, table.c.photo.in_(some))
                self._connection.execute(gone)
        latest = {(r.photo, r.channel): r for r in rows}.values()
        values = [
            {
                "photo": r.photo,
                "channel": r.channel,
                "day": r.day,
                "outcome": r.verdict.outcome,
                "reasons": reasons_to_json(r.verdict.reasons),
                "inputs_version": r.inputs_version,
            }
            for r in latest
        ]
        self._connection.execute(insert(table), values)

    def of(self, photo: str, channel: str) -> VerdictRow | None:
        """The verdict kept for a photo and channel."""
        table = schema.verdicts
        plain = self._store.one(table.c.photo == photo, table.c.channel == channel)
        return None if plain is None else _row(plain)

    def of_photos(self, photos: Iterable[str]) -> dict[tuple[str, str], VerdictRow]:
        """The verdicts kept for many photos by (photo, channel)."""
        return {(p.photo, p.channel): _row(p) for p in self._store.among("photo", photos)}

    def all(self) -> dict[tuple[str, str], VerdictRow]:
        """Every kept verdict by (photo, channel)."""
        return {(p.photo, p.channel): _row(p) for p in self._store.rows()}

    def channels(self) -> list[str]:
        """The channels for which a verdict is kept."""
        table = schema.verdicts
        statement = select(table.c.channel).distinct().order_by(table.c.channel)
        return list(self._connection.execute(statement).scalars())

    def of_channel(self, channel: str, day: date | None = None) -> set[str]:
        """The photos with a verdict kept for a channel (and, where given, of that day)."""
        table = schema.verdicts
        statement = select(table.c.photo).where(table.c.channel == channel)
        if day is not None:
            statement = statement.where(table.c.day == day)
        return set(self._connection.execute(statement).scalars())

    def stale(self, inputs_version: str) -> set[str]:
        """The photos with a verdict that was worked out from another version of the inputs."""
        column = schema.verdicts.c.inputs_version
        # Two ranges rather than "!=": an index answers them without a walk through the table.
        other = or_(column < inputs_version, column > inputs_version)
        return set(self._connection.execute(select(schema.verdicts.c.photo).where(other)).scalars())

    def days_but(self, day: date) -> list[date]:
        """The days, other than ``day``, as of which verdicts are kept."""
        column = schema.verdicts.c.day
        statement = select(column).where(or_(column < day, column > day)).distinct().order_by(column)
        return list(self._connection.execute(statement).scalars())

    def set_day(self, before: date, after: date) -> None:
        """The verdicts of one day hold unchanged on another."""
        table = schema.verdicts
        self._connection.execute(update(table).where(table.c.day == before).values(day=after))

    def delete_for(self, photos: Iterable[str]) -> None:
        """Forgets the verdicts of these photos."""
        for some in chunks(photos):
            self._connection.execute(delete(schema.verdicts).where(schema.verdicts.c.photo.in_(some)))


class PhotoPeople:
    """On whose consent the kept verdicts of each photo hang: who is in it, may be, or was said to be."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, people: Mapping[str, Iterable[PersonId]]) -> None:
        """Writes the people of each photo (by photo id) in place of those known before."""
        table = schema.photo_people
        for some in chunks(people):
            self._connection.execute(delete(table).where(table.c.photo.in_(some)))
        rows = [{"photo": photo, "person": person} for photo, those in people.items() for person in set(those)]
        if rows:
            self._connection.execute(insert(table), rows)

    def photos_of(self, people: Iterable[PersonId]) -> set[str]:
        """Every photo that hangs on one of these people."""
        table = schema.photo_people
        found: set[str] = set()
        for some in chunks(people):
            found.update(self._connection.execute(select(table.c.photo).where(table.c.person.in_(some))).scalars())
        return found
