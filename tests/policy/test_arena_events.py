"""Row 8's event: authorised for the channel before the moment, and not revoked."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from consentry_policy.events import Authorisation, Event, EventKind
from consentry_policy.people import Person, Role

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def event(*, revoked_at: datetime | None = None, channel_revoked_at: datetime | None = None) -> Event:
    allowed = Authorisation("Facebook", "designee", NOON, channel_revoked_at)
    return Event("e", "Home game", EventKind.SPORT, date(2026, 3, 10), (allowed,), revoked_at=revoked_at)


def test_436_iv_b_the_authorisation_counts_from_its_moment_on_and_for_its_channel_only() -> None:
    assert event().authorised("Facebook", NOON)
    assert not event().authorised("Facebook", NOON - timedelta(seconds=1))
    assert not event().authorised("Instagram", NOON + HOUR)


def test_436_iv_b_an_authorisation_or_event_that_was_revoked_counts_no_more() -> None:
    for revoked in (event(revoked_at=NOON + HOUR), event(channel_revoked_at=NOON + HOUR)):
        assert revoked.authorised("Facebook", NOON)
        assert not revoked.authorised("Facebook", NOON + HOUR)


def test_guests_follow_the_students_rules() -> None:
    guest = Person("p", "Doe", "Kim", frozenset({Role.GUEST}))
    assert (guest.student_rules, guest.co_worker_rules, guest.full_name) == (True, False, "Kim Doe")
