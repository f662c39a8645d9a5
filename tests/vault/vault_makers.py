"""Invented rows for the vault's tests."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import consentry_vault as cv
from consentry_policy.channels import Channel, ChannelKind, Condition
from consentry_policy.events import Authorisation, Event, EventKind
from consentry_policy.people import Person, Role
from consentry_policy.records import Answer, ConsentRecord, Evidence, EvidenceKind

PASSPHRASE = "four random invented words"
AT = datetime(2026, 9, 1, 8, 30, 15, 250_000, tzinfo=UTC)
DAY = date(2026, 9, 1)


def new_id() -> str:
    return uuid.uuid4().hex


def person(**fields: Any) -> Person:
    basis: dict[str, Any] = {
        "id": new_id(),
        "last_name": "Example",
        "first_name": "Uma",
        "roles": frozenset({Role.STUDENT}),
        "number": "1001",
    }
    return Person(**{**basis, **fields})


def consent(who: str, sequence: int, **fields: Any) -> ConsentRecord:
    basis: dict[str, Any] = {
        "id": new_id(),
        "person": who,
        "answer": Answer.GRANT,
        "channels": None,
        "signed_on": DAY,
        "effective": DAY,
        "recorded_at": AT,
        "recorded_by": "ada",
        "sequence": sequence,
        "listed": frozenset({"Facebook"}),
        "evidence": Evidence(EvidenceKind.SHEET, "the office's cabinet", "ab" * 32, 7),
        "conditions": frozenset({Condition.NO_NAME}),
    }
    return ConsentRecord(**{**basis, **fields})


def channel(name: str = "Facebook", **fields: Any) -> Channel:
    return Channel(name, ChannelKind.SOCIAL, "ada", DAY, **fields)


def event(**fields: Any) -> Event:
    basis: dict[str, Any] = {
        "id": new_id(),
        "name": "Autumn game",
        "kind": EventKind.SPORT,
        "day": DAY,
        "authorisations": (Authorisation("Facebook", "ada", AT),),
        "place": "the field",
        "starts": "18:00",
    }
    return Event(**{**basis, **fields})


def photo(**fields: Any) -> cv.PhotoRow:
    name = new_id()
    basis: dict[str, Any] = {"id": name, "sha256": name * 2, "file_name": "team.jpg", "source_path": "x/team.jpg"}
    return cv.PhotoRow(**{**basis, **fields})


def face(of: str, ordinal: int = 0, **fields: Any) -> cv.FaceRow:
    basis: dict[str, Any] = {
        "id": new_id(),
        "photo": of,
        "ordinal": ordinal,
        "box": (10.0, 20.5, 64.0, 80.0),
        "landmarks": ((1.0, 2.0), (3.0, 4.0), (5.0, 6.0), (7.0, 8.0), (9.0, 10.0)),
        "score": 0.97,
        "roll": -3.5,
        "height": 80.0,
        "sharpness": 12.25,
        "template": bytes(range(256)) * 2,
        "engine_id": "standard",
    }
    return cv.FaceRow(**{**basis, **fields})


def decision(of: str, on_face: str | None = None, **fields: Any) -> cv.DecisionRow:
    basis: dict[str, Any] = {
        "id": new_id(),
        "photo": of,
        "face": on_face,
        "kind": "visitor",
        "value": None,
        "channel": None,
        "by": "ada",
        "by_role": cv.Role.REVIEWER,
        "at": AT,
        "why": "a parent",
    }
    return cv.DecisionRow(**{**basis, **fields})


@dataclass(frozen=True)
class Made:
    """A vault and the ids of what is in it."""

    vault: cv.Vault
    person: str
    photo: str
    face: str

    @staticmethod
    def in_vault(vault: cv.Vault) -> Made:
        someone, picture = person(), photo()
        found = face(picture.id)
        with vault.write() as unit:
            unit.people.add(someone)
            unit.photos.add_or_get(picture)
            unit.faces.add(found, crop=b"a crop")
        return Made(vault, someone.id, picture.id, found.id)
