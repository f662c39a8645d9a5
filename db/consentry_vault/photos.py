"""Candidate photos and the batches they are vetted in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select

from consentry_vault import schema
from consentry_vault.store import Store, chunks


@dataclass(frozen=True, slots=True)
class PhotoRow:
    """One candidate photo, known by its bytes. ``width``/``height`` in upright pixels; ``taken_at`` is the
    camera's own wall clock (ISO text, no zone known); ``perceptual_hash`` hex; ``error`` says why it could not
    be checked; ``engine_id``: what it was checked with; ``must_recheck``: the check was cut short.
    """

    id: str
    sha256: str
    file_name: str
    source_path: str
    width: int | None = None
    height: int | None = None
    frames: int = 1
    taken_at: str | None = None
    format: str | None = None
    perceptual_hash: str | None = None
    error: str | None = None
    engine_id: str | None = None
    weights_sha256: str | None = None
    checked_at: datetime | None = None
    must_recheck: bool = False


@dataclass(frozen=True, slots=True)
class BatchRow:
    """Photos vetted together, for these channels, perhaps of one event (an event's id)."""

    id: str
    name: str
    channels: tuple[str, ...]
    created_at: datetime
    created_by: str
    event: str | None = None


class Photos:
    """Candidate photos; the same bytes are one photo, wherever they lie."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._store = Store(connection, schema.photos, PhotoRow)

    def add_or_get(self, photo: PhotoRow) -> tuple[PhotoRow, bool]:
        """The photo of these bytes and whether it is new. One already here keeps its id and findings."""
        there = self.by_sha256(photo.sha256)
        if there is not None:
            return there, False
        self._store.insert([photo])
        return photo, True

    def update(self, photo: PhotoRow) -> None:
        """Writes a photo's findings anew. Raises KeyError where there is none."""
        if not self._store.update(photo):
            raise KeyError(photo.id)

    def get(self, photo: str) -> PhotoRow | None:
        """The photo of that id."""
        return self._store.one(schema.photos.c.id == photo)

    def by_sha256(self, sha256: str) -> PhotoRow | None:
        """The photo of these bytes."""
        return self._store.one(schema.photos.c.sha256 == sha256)

    def by_sha256s(self, hashes: Iterable[str]) -> dict[str, PhotoRow]:
        """The known ones of many."""
        return {p.sha256: p for p in self._store.among("sha256", hashes)}

    def of_ids(self, ids: Iterable[str]) -> dict[str, PhotoRow]:
        """The photos of those ids."""
        return {p.id: p for p in self._store.among("id", ids)}

    def of_batch(self, batch: str) -> list[PhotoRow]:
        """The photos of a batch in their order."""
        link = schema.batch_photos
        statement = (
            self._store.query()
            .join(link, link.c.photo == schema.photos.c.id)
            .where(link.c.batch == batch)
            .order_by(link.c.ordinal)
        )
        return [self._store.row(found) for found in self._connection.execute(statement)]

    def ids(self) -> list[str]:
        """The ids of all photos."""
        return list(self._connection.execute(select(schema.photos.c.id).order_by(schema.photos.c.id)).scalars())

    def set_error(self, photo: str, error: str | None) -> None:
        """Notes why a photo could not be checked; None takes the note away."""
        if not self._store.change(photo, error=error):
            raise KeyError(photo)

    def set_thumbnail(self, photo: str, content: bytes) -> None:
        """Keeps an encoded thumbnail, in place of an older one."""
        table = schema.thumbnails
        self._connection.execute(delete(table).where(table.c.photo == photo))
        self._connection.execute(insert(table).values(photo=photo, content=content))

    def thumbnail(self, photo: str) -> bytes | None:
        """The encoded thumbnail."""
        table = schema.thumbnails
        return self._connection.execute(select(table.c.content).where(table.c.photo == photo)).scalar()

    def remove(self, photos: Iterable[str]) -> None:
        """Destroys photos with all that hangs on them: faces, crops, decisions, verdicts."""
        for some in chunks(photos):
            self._connection.execute(delete(schema.photos).where(schema.photos.c.id.in_(some)))


class Batches:
    """Batches and what is in them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._store = Store(connection, schema.batches, BatchRow)

    def add(self, batch: BatchRow) -> None:
        """Opens a batch."""
        self._store.insert([batch])

    def update(self, batch: BatchRow) -> None:
        """Writes a batch anew. Raises KeyError where there is none."""
        if not self._store.update(batch):
            raise KeyError(batch.id)

    def get(self, batch: str) -> BatchRow | None:
        """The batch of that id."""
        return self._store.one(schema.batches.c.id == batch)

    def all(self) -> list[BatchRow]:
        """All batches, newest first."""
        return self._store.rows(order=(schema.batches.c.created_at.desc(), schema.batches.c.id))

    def add_photo(self, batch: str, photo: str) -> None:
        """Puts a photo into a batch, at the end; one that is in it already stays where it is."""
        table = schema.batch_photos
        there = select(table.c.photo).where(table.c.batch == batch, table.c.photo == photo)
        if self._connection.execute(there).first() is None:
            last = select(func.max(table.c.ordinal)).where(table.c.batch == batch)
            ordinal = (self._connection.execute(last).scalar() or 0) + 1
            self._connection.execute(insert(table).values(batch=batch, photo=photo, ordinal=ordinal))

    def photos(self, batch: str) -> list[str]:
        """The ids of its photos in their order."""
        table = schema.batch_photos
        statement = select(table.c.photo).where(table.c.batch == batch).order_by(table.c.ordinal)
        return list(self._connection.execute(statement).scalars())

    def of_photo(self, photo: str) -> list[str]:
        """The ids of the batches a photo is in."""
        table = schema.batch_photos
        return list(self._connection.execute(select(table.c.batch).where(table.c.photo == photo)).scalars())
