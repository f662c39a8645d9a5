"""How a reviewer's decisions are kept: appended, never changed, each in the audit chain; verdicts follow."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence

from consentry.services.operation import Changes
from consentry.services.recompute import Touched, recompute
from consentry.services.session import Session
from consentry_policy.decisions import DecisionKind
from consentry_vault import DecisionRow
from consentry_vault.unit import Unit
from consentry_vault.users import Role

# (photo, face, kind, value, channel) of a decision before it is stamped with who and when.
Draft = tuple[str, str | None, DecisionKind, str | None, str | None]


def record(
    session: Session,
    drafts: Iterable[Draft],
    why: str,
    unit: Unit | None = None,
    said_of: Mapping[Draft, str] | None = None,
) -> frozenset[str]:
    """Append decisions of this user, made now; gives the ids of their photos. ``said_of``: see `DecisionRow`."""
    session.need(Role.REVIEWER, Role.COACH)
    user, now, of = session.vault.user, session.now, said_of or {}
    rows = [
        DecisionRow(
            uuid.uuid4().hex,
            photo,
            face,
            kind.value,
            value,
            channel,
            user.id,
            user.role,
            now,
            why,
            said_of=of.get((photo, face, kind, value, channel)),
        )
        for photo, face, kind, value, channel in drafts
    ]
    if unit is not None:
        append_rows(unit, rows)
    else:
        with session.vault.write() as own:
            append_rows(own, rows)
    return frozenset(row.photo for row in rows)


def tell(session: Session, photos: frozenset[str]) -> None:
    """Make the kept verdicts true, then tell the listeners; a reviewer sees what a decision did on the photo.

    Other photos may change with it, too: where a kept face counts no longer, or again.
    """
    told = recompute(session, Touched(photos=photos))
    session.emit(Changes(photos=photos | told.photos))


def append_rows(unit: Unit, rows: Sequence[DecisionRow]) -> None:
    """Append decisions, each with its entry in the audit chain."""
    for row in unit.decisions.add(*rows):
        unit.audit.append("decided", {"decision": row.id, "kind": row.kind, "photo": row.photo, "face": row.face})
