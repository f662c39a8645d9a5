"""Faces found in candidate photos or drawn by hand, their templates and crops."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, update

from consentry_vault import schema
from consentry_vault.store import Store, chunks


@dataclass(frozen=True, slots=True)
class FaceRow:
    """One face. ``box`` x, y, w, h in upright pixels; ``landmarks`` five (x, y) or None where drawn by hand;
    ``ordinal`` is its number in the photo, from 0; ``must_settle``: too weak to trust either way, a reviewer
    settles it; ``template`` float32 bytes of ``engine_id`` or None.
    """

    id: str
    photo: str
    ordinal: int
    box: tuple[float, float, float, float]
    landmarks: tuple[tuple[float, float], ...] | None
    score: float
    roll: float
    height: float
    sharpness: float
    must_settle: bool = False
    drawn: bool = False
    template: bytes | None = None
    engine_id: str | None = None


class Faces:
    """Faces by photo."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._store = Store(connection, schema.faces, FaceRow)

    def replace_for(self, photo: str, faces: Sequence[FaceRow], crops: dict[str, bytes] | None = None) -> bool:
        """Puts the faces of a new check in place of the old ones. False, and nothing changed, where a decision
        or a portrait hangs on an old face: those answers must not come to hang on nothing.
        """
        if self._leaned_on(photo):
            return False
        self._connection.execute(delete(schema.faces).where(schema.faces.c.photo == photo))
        self._store.insert(list(faces))
        for face, content in (crops or {}).items():
            self.set_crop(face, content)
        return True

    def _leaned_on(self, photo: str) -> bool:
        of_photo = select(schema.faces.c.id).where(schema.faces.c.photo == photo)
        if self._connection.execute(of_photo.limit(1)).first() is None:
            return False
        for table in (schema.decisions, schema.portraits):
            if self._connection.execute(select(table.c.id).where(table.c.face.in_(of_photo)).limit(1)).first():
                return True
        words = select(schema.decisions.c.id).where(
            schema.decisions.c.photo == photo, schema.decisions.c.said_of.is_not(None)
        )
        if self._connection.execute(words.limit(1)).first():
            return True
        drawn = select(schema.faces.c.id).where(schema.faces.c.photo == photo, schema.faces.c.drawn)
        return self._connection.execute(drawn.limit(1)).first() is not None

    def add(self, face: FaceRow, crop: bytes | None = None) -> None:
        """Adds one face (drawn by hand, or found later)."""
        self._store.insert([face])
        if crop is not None:
            self.set_crop(face.id, crop)

    def next_ordinal(self, photo: str) -> int:
        """The number for a face added to a photo; valid inside one write unit."""
        statement = select(func.max(schema.faces.c.ordinal)).where(schema.faces.c.photo == photo)
        last = self._connection.execute(statement).scalar()
        return 0 if last is None else last + 1

    def get(self, face: str) -> FaceRow | None:
        """The face of that id."""
        return self._store.one(schema.faces.c.id == face)

    def of(self, photo: str) -> list[FaceRow]:
        """The faces of a photo by number."""
        return self._store.rows(schema.faces.c.photo == photo, order=(schema.faces.c.ordinal,))

    def of_photos(self, photos: Iterable[str]) -> dict[str, list[FaceRow]]:
        """The faces of many photos by number; a photo without any is absent."""
        found: dict[str, list[FaceRow]] = {}
        for face in self._store.among("photo", photos, order=(schema.faces.c.photo, schema.faces.c.ordinal)):
            found.setdefault(face.photo, []).append(face)
        return found

    def unlabelled_templates(self, engine_id: str, limit: int, least_height: float = 0.0) -> list[bytes]:
        """Templates of this engine that no decision names, in a stable order: what local faces are like.

        Finds that are barely a face are left out, and those lower than ``least_height`` px.
        """
        named = select(schema.decisions.c.face).where(schema.decisions.c.face.is_not(None))
        statement = (
            select(schema.faces.c.template)
            .where(
                schema.faces.c.engine_id == engine_id,
                schema.faces.c.template.is_not(None),
                schema.faces.c.id.not_in(named),
                schema.faces.c.must_settle,
                schema.faces.c.height >= least_height,
            )
            .order_by(schema.faces.c.id)
            .limit(limit)
        )
        return list(self._connection.execute(statement).scalars())

    def set_template(self, face: str, template: bytes | None, engine_id: str | None) -> None:
        """Keeps a face's template, or destroys it with None."""
        self._store.change(face, template=template, engine_id=engine_id)

    def set_found(self, face: str, template: bytes | None, engine_id: str | None, *, must_settle: bool) -> None:
        """Keeps what a new check found where this face is."""
        self._store.change(face, template=template, engine_id=engine_id, must_settle=must_settle)

    def destroy_templates(self, photos: Iterable[str]) -> None:
        """Destroys the templates and crops of all faces of these photos."""
        for some in chunks(photos):
            of_photos = schema.faces.c.photo.in_(some)
            ids = select(schema.faces.c.id).where(of_photos)
            self._connection.execute(delete(schema.face_crops).where(schema.face_crops.c.face.in_(ids)))
            self._connection.execute(update(schema.faces).where(of_photos).values(template=None, engine_id=None))

    def destroy_template(self, face: str) -> None:
        """Destroys the template and the crop of one face; that there is a face stays on record."""
        self._connection.execute(delete(schema.face_crops).where(schema.face_crops.c.face == face))
        self.set_template(face, None, None)

    def with_templates(self) -> list[tuple[str, datetime | None]]:
        """The id of every face that has a template, and when its photo was checked."""
        statement = (
            select(schema.faces.c.id, schema.photos.c.checked_at)
            .join(schema.photos, schema.photos.c.id == schema.faces.c.photo)
            .where(schema.faces.c.template.is_not(None))
            .order_by(schema.faces.c.id)
        )
        return [(face, at) for face, at in self._connection.execute(statement)]

    def set_crop(self, face: str, content: bytes) -> None:
        """Keeps an encoded crop, in place of an older one."""
        table = schema.face_crops
        self._connection.execute(delete(table).where(table.c.face == face))
        self._connection.execute(insert(table).values(face=face, content=content))

    def crop(self, face: str) -> bytes | None:
        """The encoded crop."""
        table = schema.face_crops
        return self._connection.execute(select(table.c.content).where(table.c.face == face)).scalar()
