"""What was released, and where it went."""

from __future__ import annotations

import uuid

from consentry.services.operation import Changes
from consentry.services.session import Session
from consentry.services.views import ReleaseView
from consentry_policy.errors import MendableError
from consentry_vault import Placement
from consentry_vault.users import Role


def listed(session: Session) -> list[ReleaseView]:
    """All releases, newest first."""
    with session.vault.read() as unit:
        users = {u.id: u.name for u in unit.users.all()}
        return [
            ReleaseView(
                id=r.id,
                channel=r.channel,
                day=r.day,
                at=r.at,
                by=users.get(r.by, ""),
                folder=r.folder_name,
                copies=r.count,
                places=tuple(p.place for p in unit.releases.placements(r.id)),
            )
            for r in reversed(unit.releases.all())
        ]


def note_place(session: Session, release_id: str, place: str, *, recallable: bool = True) -> None:
    """Note where a release was posted; ``recallable`` False for print. Raises MendableError."""
    session.need(Role.REVIEWER, Role.COACH)
    if not place.strip():
        raise MendableError("Say where it went: an address, a page, a print run.")
    with session.vault.write() as unit:
        if unit.releases.get(release_id) is None:
            raise MendableError("There is no such release; `consentry release list` shows those there are.")
        row = Placement(
            uuid.uuid4().hex, release_id, place.strip(), session.now, session.vault.user.id, None, recallable
        )
        unit.releases.place(row)
        unit.audit.append("placed", {"release": release_id, "placement": row.id})
    session.emit(Changes(releases=True))
