"""The annual disclosure of staff participation in student groups' networks (436 IV.D), with what is due."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from consentry.services.operation import Changes
from consentry.services.session import Session
from consentry_policy.errors import MendableError
from consentry_vault.disclosures import Disclosure
from consentry_vault.users import Role


@dataclass(frozen=True, slots=True)
class DisclosureView:
    """The latest disclosure of one employee and network. ``due``: the day by which it is asked for again."""

    id: str
    who: str
    network: str
    disclosed_on: date
    due: date | None
    note: str


def add(session: Session, who: str, network: str, on: date | None = None, note: str | None = None) -> Disclosure:
    """Record what an employee disclosed, today or on an earlier day. Raises MendableError."""
    session.need(Role.CLERK)
    if not who.strip() or not network.strip():
        raise MendableError("A disclosure needs who takes part and in which network; give both.")
    day = on or session.today
    if day > session.today:
        raise MendableError("Nobody can have disclosed after today; give the day it was done.")
    row = Disclosure(
        uuid.uuid4().hex, who.strip(), network.strip(), day, session.vault.user.id, session.now, None, note or None
    )
    with session.vault.write() as unit:
        unit.disclosures.add(row)
        unit.audit.append("disclosed", {"disclosure": row.id})
    session.emit(Changes(settings=True))
    return row


def confirm(session: Session, disclosure: str, note: str | None = None) -> Disclosure:
    """The employee says today that an earlier disclosure still holds: a new one for another year.

    Raises MendableError.
    """
    found = _find(session, disclosure)
    if found.due is None:
        raise MendableError("That participation has ended; add it anew if it goes on.")
    return add(session, found.who, found.network, note=note)


def end(session: Session, disclosure: str, on: date | None = None) -> None:
    """An employee takes part no more: nothing is due again. Raises MendableError."""
    session.need(Role.CLERK)
    found = _find(session, disclosure)
    if found.due is None:
        raise MendableError("That participation has ended already; there is nothing left to do.")
    with session.vault.write() as unit:
        unit.disclosures.end(found.id, on or session.today)
        unit.audit.append("disclosure-ended", {"disclosure": found.id})
    session.emit(Changes(settings=True))


def _find(session: Session, disclosure: str) -> DisclosureView:
    """The latest disclosure whose id begins like this. Raises MendableError."""
    wanted = disclosure.strip().casefold()
    fits = [view for view in listed(session) if wanted and view.id.startswith(wanted)]
    if len(fits) != 1:
        raise MendableError("There is no such disclosure; `consentry disclosure list` shows them.")
    return fits[0]


def listed(session: Session) -> list[DisclosureView]:
    """The latest disclosure of each employee and network, the earliest due first."""
    with session.vault.read() as unit:
        latest = _latest(unit.disclosures.all())
    views = [
        DisclosureView(
            d.id,
            d.who,
            d.network,
            d.disclosed_on,
            None if d.ended_on else year_after(d.disclosed_on),
            d.note or "",
        )
        for d in latest
    ]
    return sorted(views, key=lambda v: (v.due is None, v.due or date.max, v.who, v.network))


def due(session: Session, within_days: int = 0) -> list[DisclosureView]:
    """Whom to remind: a year has passed, or will within so many days."""
    return [v for v in listed(session) if v.due is not None and (v.due - session.today).days <= within_days]


def _latest(rows: Iterable[Disclosure]) -> list[Disclosure]:
    found: dict[tuple[str, str], Disclosure] = {}
    for row in sorted(rows, key=lambda r: (r.disclosed_on, r.at)):  # the last one stays
        found[row.who.casefold(), row.network.casefold()] = row
    return list(found.values())


def year_after(day: date) -> date:
    """The same day a year on; 1 March for 29 February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 3, 1)
