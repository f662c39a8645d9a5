"""The first unlock of a day: what lapsed overnight changes verdicts; what is due is told to whom it concerns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from consentry.services import (
    corrections,
    disclosing,
    leaving,
    photos,
    releasing,
    roster,
    settings,
    takedown,
    today,
    vaults,
)
from consentry.services.operation import Cancelled, Changes, Handle
from consentry.services.session import Session
from consentry.services.today import ReminderKind
from consentry_policy.records import Answer
from consentry_policy.verdicts import Outcome
from school_ground import CHANNEL, PASSPHRASE


def tomorrow() -> datetime:
    return datetime.now(UTC) + timedelta(days=1)


@pytest.fixture
def lapsing(vault_copy: Path) -> Path:
    """A vault in which the yes of 1001 holds today for the last time."""
    with vaults.unlock(vault_copy, PASSPHRASE) as session:
        with session.vault.read() as unit:
            person = roster.find(unit, "1001").id
        roster.set_consent(session, person, Answer.GRANT, None, "shelf 2", until=session.today)
        assert today.begin(session).run().sentences == (), "today it still holds"
    return vault_copy


@pytest.fixture
def next_day(lapsing: Path) -> Iterator[Session]:
    with vaults.unlock(lapsing, PASSPHRASE, clock=tomorrow) as session:
        yield session


def kept(session: Session) -> dict[str, Outcome]:
    with session.vault.read() as unit:
        return {p: row.verdict.outcome for (p, _), row in unit.verdicts.all().items()}


def test_a_consent_that_expired_overnight_changes_verdicts_and_is_told(next_day: Session) -> None:
    before = kept(next_day)
    told: list[Changes] = []
    progress: list[str] = []
    next_day.changed.connect(told.append)
    handle = Handle(on_progress=lambda p: progress.append(p.doing))
    done = today.begin(next_day).run(handle)
    after = kept(next_day)
    batch = photos.batches(next_day)[0].id
    assert after == {v.id: v.outcome for v in photos.views(next_day, batch, CHANNEL)}
    fell = {p for p in before if before[p] is Outcome.CLEARED and after[p] is Outcome.BLOCKED}
    assert len(fell) > 1
    assert f"{len(fell)} photos that were cleared are now blocked" in map(str, done.sentences)
    assert fell <= told[-1].photos
    assert 0 < done.judged < len(after), "only what hangs on the person is judged again"
    assert progress
    assert today.begin(next_day).run().sentences == (), "told once"


def test_a_day_stopped_half_way_is_finished_the_next_time(next_day: Session) -> None:
    stopped = Handle()
    stopped.cancel()
    with pytest.raises(Cancelled):
        today.begin(next_day).run(stopped)
    assert today.begin(next_day).run().sentences


def test_what_is_due_is_counted_and_goes_once_it_is_done(session: Session) -> None:
    assert today.reminders(session) == []
    long_ago = session.today - timedelta(days=800)
    disclosing.add(session, "Coach Example", "Track team", long_ago)
    with session.vault.read() as unit:
        person = roster.find(unit, "1001").id
    leaving.left(session, person, long_ago)
    due = {r.kind: r for r in today.reminders(session)}
    assert due.keys() == {ReminderKind.DISCLOSURES, ReminderKind.TEMPLATES}
    assert due[ReminderKind.DISCLOSURES].count == 1
    assert due[ReminderKind.DISCLOSURES].since is not None
    assert due[ReminderKind.TEMPLATES].count >= 1
    disclosing.confirm(session, disclosing.due(session)[0].id)
    settings.set_matching(session, settings.Matching.OFF)
    assert today.reminders(session) == []


def test_a_task_whose_copy_may_stay_is_not_due(session: Session, tmp_path: Path) -> None:
    batch = photos.batches(session)[0].id
    photo = next(v.id for v in photos.views(session, batch, CHANNEL) if v.file_name == "02-mirrored.jpg")
    assert releasing.release(session, [photo], CHANNEL, tmp_path / "out", allow_unseen=True).run().copies == 1
    with session.vault.read() as unit:
        person = roster.find(unit, "1001").id
    record = roster.set_consent(session, person, Answer.WITHDRAWAL, None, None)
    assert takedown.open_tasks(session) == 1
    assert [(r.kind, r.count) for r in today.reminders(session)] == [(ReminderKind.TASKS, 1)]
    corrections.void(session, record, "entered for the wrong child")
    assert len(takedown.tasks(session)) == 1, "it is still open, to be closed with that as proof"
    assert today.reminders(session) == []
