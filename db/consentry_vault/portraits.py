"""Portraits: templates of enrolled people. The template is the face: it never leaves the vault."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from sqlalchemy import Connection, delete, insert, select

from consentry_policy.people import PersonId
from consentry_vault import schema
from consentry_vault.store import Store

PortraitKind = Literal["portrait", "confirmed-face"]


@dataclass(frozen=True, slots=True)
class PortraitRow:
    """One reference of a person. ``template``: float32 bytes of the engine ``engine_id``, None once destroyed or
    in mode "off"; ``sha256`` is the file's; ``face`` is the found face a "confirmed-face" comes from.
    """

    id: str
    person: PersonId
    template: bytes | None
    engine_id: str | None
    weights_sha256: str | None
    sha256: str
    added_at: datetime
    taken_on: date | None = None
    kind: PortraitKind = "portrait"
    note: str | None = None
    face: str | None = None


class Portraits:
    """Reference photos' templates and thumbnails."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._store = Store(connection, schema.portraits, PortraitRow)

    def add(self, portrait: PortraitRow, crop: bytes | None = None) -> None:
        """Adds a portrait; ``crop`` is an encoded thumbnail for the screen."""
        self._store.insert([portrait])
        if crop is not None:
            self._connection.execute(insert(schema.portrait_crops).values(portrait=portrait.id, content=crop))

    def get(self, portrait: str) -> PortraitRow | None:
        """The portrait of that id."""
        return self._store.one(schema.portraits.c.id == portrait)

    def of(self, person: PersonId) -> list[PortraitRow]:
        """All of one person, oldest first."""
        return self._store.rows(schema.portraits.c.person == person, order=(schema.portraits.c.added_at,))

    def all(self) -> list[PortraitRow]:
        """All of everyone."""
        return self._store.rows(order=(schema.portraits.c.added_at, schema.portraits.c.id))

    def confirmed(self) -> list[PortraitRow]:
        """All that were taken from found faces and still have a template."""
        table = schema.portraits
        return self._store.rows(table.c.kind == "confirmed-face", table.c.template.is_not(None))

    def templates(self, engine_id: str, without: Iterable[str] = ()) -> list[tuple[PersonId, bytes]]:
        """Person and template of every portrait that this engine made, in a stable order, except ``without``."""
        table = schema.portraits
        there = (table.c.engine_id == engine_id, table.c.template.is_not(None))
        statement = (
            select(table.c.person, table.c.template)
            .where(*there, table.c.id.not_in(list(without)))
            .order_by(table.c.added_at, table.c.id)
        )
        return [(person, template) for person, template in self._connection.execute(statement)]

    def enrolled(self, engine_id: str) -> list[str]:
        """The ids of the portraits with a template of this engine, sorted."""
        table = schema.portraits
        there = (table.c.engine_id == engine_id, table.c.template.is_not(None))
        return list(self._connection.execute(select(table.c.id).where(*there).order_by(table.c.id)).scalars())

    def crop(self, portrait: str) -> bytes | None:
        """The thumbnail."""
        table = schema.portrait_crops
        return self._connection.execute(select(table.c.content).where(table.c.portrait == portrait)).scalar()

    def has_sha256(self, person: PersonId, sha256: str, engine_id: str | None = None) -> bool:
        """Whether this very file is enrolled for this person already; with an engine, whether by that one."""
        table = schema.portraits
        here = [table.c.person == person, table.c.sha256 == sha256]
        return self._store.one(*here, *([table.c.engine_id == engine_id] if engine_id else [])) is not None

    def destroy_template(self, portrait: str) -> None:
        """Destroys the template and the thumbnail; that there was a portrait stays on record."""
        self._store.change(portrait, template=None, engine_id=None, weights_sha256=None)
        table = schema.portrait_crops
        self._connection.execute(delete(table).where(table.c.portrait == portrait))

    def remove(self, portrait: str) -> None:
        """Destroys a portrait with its template and thumbnail."""
        self._connection.execute(delete(schema.portraits).where(schema.portraits.c.id == portrait))
