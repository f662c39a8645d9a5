"""What a new day brings: verdicts that are others than yesterday's, and what the office must not forget."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from consentry.services import disclosing, retention_job, takedown
from consentry.services.operation import Changes, Handle, Operation
from consentry.services.recompute import Recomputed, recompute
from consentry.services.session import Session


class ReminderKind(StrEnum):
    """What is due."""

    DISCLOSURES = "disclosures"  # staff must disclose again (436 IV.D)
    TEMPLATES = "templates"  # face templates must be destroyed; told to the designee alone, who may
    TASKS = "takedowns"  # copies that somebody was to take down


@dataclass(frozen=True, slots=True)
class Reminder:
    """So many of one kind are due. ``since``: the earliest day one of them was, where that is known."""

    kind: ReminderKind
    count: int
    since: date | None = None


def begin(session: Session) -> Operation[Recomputed]:
    """Make the kept verdicts those of today: a consent lapsed, a child turned 18, an authorisation ended.

    Only what the day changed is judged again. Raises Cancelled; the next time goes on from there.
    """

    def work(handle: Handle) -> Recomputed:
        told = recompute(session, handle=handle)
        session.emit(Changes(photos=told.photos))
        return told

    return Operation(work)


def reminders(session: Session) -> list[Reminder]:
    """What is due today, for this user's role."""
    due = disclosing.due(session)
    days = [view.due for view in due if view.due is not None]
    tasks = takedown.still_due(session)
    found = [
        Reminder(ReminderKind.DISCLOSURES, len(due), min(days, default=None)),
        Reminder(
            ReminderKind.TASKS, len(tasks), min((t.opened_at.astimezone().date() for t in tasks), default=None)
        ),
    ]
    if session.is_designee:
        report = retention_job.run(session, dry_run=True).run()
        found.append(Reminder(ReminderKind.TEMPLATES, report.portraits + report.faces))
    return [reminder for reminder in found if reminder.count]
