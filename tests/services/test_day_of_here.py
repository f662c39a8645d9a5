"""A protection holds from the moment it is recorded, wherever the machine stands."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from consentry.services import photos, roster, vaults
from consentry_policy.verdicts import Outcome
from school_ground import CHANNEL, PASSPHRASE

EVENING = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)  # 00:30 in Minnesota, still the 23rd west of it


@pytest.fixture(params=["America/Los_Angeles", "Pacific/Honolulu", "America/Chicago", "Europe/Berlin"])
def somewhere(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """This machine stands there."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system has one time zone a process")
@pytest.mark.usefixtures("somewhere")
def test_a_protection_begins_on_the_day_that_it_is_here(vault_copy: Path) -> None:
    with vaults.unlock(vault_copy, PASSPHRASE) as session:
        session.clock = lambda: EVENING
        batch = photos.batches(session)[0]
        who = next(p.id for p in roster.people(session) if p.number == "1001")
        before = {v.file_name: v.outcome for v in photos.views(session, batch.id, CHANNEL)}
        assert before["01-alone.jpg"] is Outcome.CLEARED
        roster.protect(session, who, "court order")
        after = {v.file_name: v.outcome for v in photos.views(session, batch.id, CHANNEL)}
        assert after["01-alone.jpg"] is Outcome.BLOCKED
