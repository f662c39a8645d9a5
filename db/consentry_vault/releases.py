"""What was let out: releases, their copies, and where they were posted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Select, func, insert, literal_column, select

from consentry_policy.people import PersonId
from consentry_policy.verdicts import Outcome
from consentry_vault import schema
from consentry_vault.store import Store


@dataclass(frozen=True, slots=True)
class Release:
    """One release folder for a channel on a day."""

    id: str
    channel: str
    day: date
    at: datetime
    by: str
    folder_name: str
    count: int
    manifest_sha256: str


@dataclass(frozen=True, slots=True)
class ReleasedCopy:
    """One copy let out. ``id`` is the pseudonymous release id, ``name`` the file's name in the folder,
    ``reasons`` as in the manifest (JSON), ``covered`` face ids, ``people`` and ``suspected`` person ids; ``crop``
    what it was cut to, x, y, w, h in upright px of the photo, None where it shows the whole.
    """

    id: str
    release: str
    photo: str
    name: str
    sha256: str
    source_sha256: str
    perceptual_hash: str | None
    outcome: Outcome
    reasons: list[dict[str, Any]]
    seen: bool
    covered: tuple[str, ...] = ()
    people: tuple[PersonId, ...] = ()
    suspected: tuple[PersonId, ...] = ()
    event: str | None = None
    withdrawn_at: datetime | None = None
    withdrawn_why: str | None = None
    crop: tuple[int, int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a release, or one copy of it, was posted: an address, a page, a print run (not recallable)."""

    id: str
    release: str
    place: str
    noted_at: datetime
    noted_by: str
    copy: str | None = None
    recallable: bool = True


_place: ColumnElement[int] = literal_column("copies.rowid", Integer)


class Releases:
    """Releases, copies and placements."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._releases = Store(connection, schema.releases, Release)
        self._copies = Store(connection, schema.copies, ReleasedCopy)
        self._placements = Store(connection, schema.placements, Placement)

    def add(self, release: Release, copies: Sequence[ReleasedCopy]) -> None:
        """Records a whole release."""
        self._releases.insert([release])
        self._copies.insert(copies)
        rows = [
            {"copy": c.id, "person": person, "suspected": suspected}
            for c in copies
            for people, suspected in ((c.people, False), (c.suspected, True))
            for person in dict.fromkeys(people)
        ]
        if rows:
            self._connection.execute(insert(schema.copy_people), rows)

    def get(self, release: str) -> Release | None:
        """The release of that id."""
        return self._releases.one(schema.releases.c.id == release)

    def all(self) -> list[Release]:
        """All releases, oldest first."""
        return self._releases.rows(order=(schema.releases.c.at, schema.releases.c.id))

    def copies_of(self, release: str) -> list[ReleasedCopy]:
        """The copies of one release by name."""
        return self._copies.rows(schema.copies.c.release == release, order=(schema.copies.c.name,))

    def copies(self, ids: Iterable[str]) -> dict[str, ReleasedCopy]:
        """The copies of those ids."""
        return {c.id: c for c in self._copies.among("id", ids)}

    def copies_by_sha256(self, sha256: str) -> list[ReleasedCopy]:
        """Every released copy with exactly these bytes."""
        return self._copies.rows(schema.copies.c.sha256 == sha256)

    def copies_by_source(self, sha256: str) -> list[ReleasedCopy]:
        """Every copy released of the candidate photo with these bytes."""
        return self._copies.rows(schema.copies.c.source_sha256 == sha256)

    def copies_of_photo(self, photo: str) -> list[ReleasedCopy]:
        """Every copy released of a candidate photo."""
        return self._copies.rows(schema.copies.c.photo == photo)

    def copies_of_event(self, event: str) -> list[ReleasedCopy]:
        """Every copy that was let out as an exception of this event."""
        return self._copies.rows(schema.copies.c.event == event)

    def copies_showing(self, person: PersonId, *, suspected: bool = False) -> list[ReleasedCopy]:
        """Every copy that shows the person, or in which they were suspected."""
        link = schema.copy_people
        ids = select(link.c.copy).where(link.c.person == person, link.c.suspected == suspected)
        return self._copies.rows(schema.copies.c.id.in_(ids), order=(schema.copies.c.id,))

    def all_copies(self) -> list[ReleasedCopy]:
        """Every copy ever released."""
        return self._copies.rows(order=(schema.copies.c.id,))

    def looks(self, *, after: int, digits: int) -> tuple[list[int], str]:
        """Places (rowids, in no order) of the copies added after ``after`` that have a perceptual hash of so many
        hex digits, and their hashes, one behind the other: 100,000 rows in one value are read in half the time.
        """
        copies = schema.copies
        asked = select(func.group_concat(_place), func.group_concat(copies.c.perceptual_hash, ""))
        asked = asked.where(func.length(copies.c.perceptual_hash) == digits)
        if after:  # else the index of the hashes alone is read, a quarter of the table's pages
            asked = asked.where(_place > after)
        return self._looks(asked)

    def looks_of_originals(self, *, after: int, digits: int) -> tuple[list[int], str]:
        """The same of the photos that cut copies were made of: such a copy does not look like its photo."""
        copies, photos = schema.copies, schema.photos
        asked = (
            select(func.group_concat(_place), func.group_concat(photos.c.perceptual_hash, ""))
            .select_from(copies.join(photos, photos.c.id == copies.c.photo))
            .where(copies.c.crop.is_not(None), func.length(photos.c.perceptual_hash) == digits, _place > after)
        )
        return self._looks(asked)

    def _looks(self, asked: Select[Any]) -> tuple[list[int], str]:
        places, hashes = self._connection.execute(asked).one()
        return ([int(place) for place in places.split(",")], hashes or "") if places else ([], "")

    def last_place(self) -> int:
        """The greatest place of any copy, 0 where there is none."""
        return self._connection.execute(select(func.max(_place)).select_from(schema.copies)).scalar() or 0

    def copy_at(self, place: int) -> ReleasedCopy | None:
        """The copy at a place that `looks` gave."""
        return self._copies.one(_place == place)

    def withdraw(self, copy: str, *, at: datetime, why: str) -> None:
        """Notes that a copy may no longer be used. Raises KeyError where there is none."""
        if not self._copies.change(copy, withdrawn_at=at, withdrawn_why=why):
            raise KeyError(copy)

    def place(self, placement: Placement) -> None:
        """Notes where a release was posted."""
        self._placements.insert([placement])

    def placements(self, release: str) -> list[Placement]:
        """Where a release, or a copy of it, was posted, oldest first."""
        table = schema.placements
        return self._placements.rows(table.c.release == release, order=(table.c.noted_at, table.c.id))
