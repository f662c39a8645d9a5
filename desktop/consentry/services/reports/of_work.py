"""Who decided what, the register of events and channels, and what staff disclosed."""

from __future__ import annotations

from collections import Counter

from consentry.services import channels, disclosing
from consentry.services.reports.shape import Cell, Part, Report
from consentry.services.session import Session
from consentry_policy.decisions import BY_PROGRAM, DecisionKind, standing
from consentry_policy.events import Authorisation, Event


def decisions(session: Session) -> Report:
    """How often each reviewer decided what, and what was taken back."""
    with session.vault.read() as unit:
        users = {u.id: u.name for u in unit.users.all()}
        made = unit.decisions.since()
    holds = {row.id for row in standing(made)}
    total: Counter[tuple[str, str, str]] = Counter()
    back: Counter[tuple[str, str, str]] = Counter()
    for row in made:
        if row.kind in {DecisionKind.UNDO, *BY_PROGRAM}:
            continue
        value = row.value if row.kind in {DecisionKind.MARK, DecisionKind.ATTEST, DecisionKind.LOGO} else ""
        key = (users.get(row.by, "someone removed"), row.kind.replace("-", " "), value or "")
        total[key] += 1
        back[key] += row.id not in holds
    rows: list[list[Cell]] = [[*key, total[key], back[key]] for key in sorted(total)]
    part = Part("Decisions", ("Reviewer", "Decision", "Of what", "Times", "Taken back"), rows, (5, 4, 5, 2, 2))
    return Report("decisions", "Decisions by reviewer", session.today, [], [part])


def events(session: Session) -> Report:
    """The register of public-arena events (436 IV.C.2) with every authorisation."""
    with session.vault.read() as unit:
        found = sorted(unit.events.all(), key=lambda e: (e.day, e.name))
    rows = [
        _event(session, e, a) for e in found for a in (*e.authorisations, *(() if e.authorisations else (None,)))
    ]
    columns = ("Day", "Hours", "Event", "Kind", "Place", "Channel", "Authorised by", "At", "Stands")
    parts = [Part("Register of public-arena events", columns, rows, (3, 3, 5, 3, 4, 3, 4, 4, 3))]
    parts.append(_channels(session))
    return Report("events", "Register of events", session.today, ["436 IV.C.2, IV.B."], parts)


def _channels(session: Session) -> Part:
    """The district's list, revoked ones too."""
    columns = ("Channel", "Kind", "Authorised by", "From", "Until", "Revoked", "Demands", "Logo allowed")
    rows: list[list[Cell]] = [
        [
            c.name,
            c.kind.value,
            c.authorised_by,
            c.authorised_on,
            c.until,
            c.revoked_on,
            ", ".join(sorted(c.demands)),
            c.logo_allowed,
        ]
        for c in channels.listed(session)
    ]
    return Part("Channels", columns, rows, (5, 3, 4, 3, 3, 3, 5, 2))


def disclosures(session: Session) -> Report:
    """The register of staff participation in networks of student groups (436 IV.D), the earliest due first."""
    rows: list[list[Cell]] = [
        [d.who, d.network, d.disclosed_on, d.due or "ended", d.due is not None and d.due <= session.today, d.note]
        for d in disclosing.listed(session)
    ]
    columns = ("Who", "Network", "Disclosed", "Due again", "Due now", "Note")
    part = Part("Disclosures", columns, rows, (4, 6, 3, 3, 2, 6))
    return Report("disclosures", "Staff disclosures", session.today, ["436 IV.D: disclosed every year."], [part])


def _event(session: Session, event: Event, given: Authorisation | None) -> list[Cell]:
    ended = event.revoked_at or (given.revoked_at if given else None)
    hours = "-".join(part for part in (event.starts, event.ends) if part)
    stands = f"revoked {ended.astimezone().date().isoformat()}" if ended else "yes" if given else "not authorised"
    at = f"{given.at.astimezone():%Y-%m-%d %H:%M}" if given else ""
    return [
        event.day,
        hours,
        event.name,
        event.kind.value,
        event.place or "",
        given.channel if given else "",
        given.by if given else "",
        at,
        stands,
    ]
