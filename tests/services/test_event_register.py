"""The camera's clock proposes photos for an event; channels are authorised and revoked one by one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consentry.services import channels, deciding, events, photos, proposing
from consentry.services.session import Session
from consentry_policy.channels import ChannelKind
from consentry_policy.errors import MendableError
from consentry_policy.events import Event, EventKind
from consentry_policy.facts import Attestation
from consentry_policy.verdicts import Outcome
from school_ground import CHANNEL


def photo(session: Session, name: str) -> str:
    batch = photos.batches(session)[0]
    return next(v.id for v in photos.views(session, batch.id, CHANNEL) if v.file_name == name)


def taken(session: Session, name: str, at: str | None) -> str:
    one = photo(session, name)
    with session.vault.write() as unit:
        row = unit.photos.get(one)
        assert row is not None
        unit.photos.update(replace(row, taken_at=at))
    return one


@pytest.fixture
def game(session: Session) -> Event:
    return events.add(
        session, "Game", EventKind.SPORT, session.today, "S", [CHANNEL], "the field", "18:00", "20:30"
    )


def test_photos_within_the_hours_come_first_and_the_doubt_is_told(session: Session, game: Event) -> None:
    day = game.day.isoformat()
    at_play = taken(session, "10-at-the-game.jpg", f"{day}T19:15:00")
    warming_up = taken(session, "02-mirrored.jpg", f"{day}T17:40:00")
    morning = taken(session, "07-refused.jpg", f"{day}T09:00:00")
    taken(session, "08-together.jpg", "2019-05-05T19:00:00")
    taken(session, "11-nobody.jpg", None)
    found = {p.photo: p for p in proposing.proposals(session, game.id)}
    assert found.keys() == {at_play, warming_up, morning}
    assert found[at_play].sure
    assert found[warming_up].sure
    assert not found[morning].sure
    assert "time zone is not known" in found[at_play].why
    assert "8.5 hours outside" in found[morning].why
    assert list(found)[-1] == morning


def test_joining_many_and_confirming_many_are_two_words(session: Session, game: Event) -> None:
    both = [photo(session, "10-at-the-game.jpg"), photo(session, "07-refused.jpg")]
    deciding.join_event(session, both, game.id)
    assert {v.outcome for v in photos.view_of(session, both, CHANNEL)} == {Outcome.BLOCKED}
    deciding.attest(session, both, Attestation.IN_ARENA, CHANNEL)
    assert Outcome.BLOCKED not in {v.outcome for v in photos.view_of(session, both, CHANNEL)}
    deciding.attest(session, both, Attestation.NO_STAFF, CHANNEL)  # of a face that is not settled
    assert {v.outcome for v in photos.view_of(session, both, CHANNEL)} == {Outcome.EXCEPTION}


def test_an_event_past_midnight_reaches_into_the_next_day(session: Session) -> None:
    late = events.add(
        session, "Dance", EventKind.PERFORMANCE, session.today, "S", [CHANNEL], None, "21:00", "00:30"
    )
    one = taken(session, "02-mirrored.jpg", f"{session.today.isoformat()}T23:50:00")
    assert [p.photo for p in proposing.proposals(session, late.id) if p.sure] == [one]


def test_one_channel_is_authorised_and_revoked_apart(session: Session, game: Event) -> None:
    channels.add(session, "Yearbook", ChannelKind.YEARBOOK, "S")
    one = photo(session, "10-at-the-game.jpg")
    deciding.join_event(session, [one], game.id)
    deciding.attest(session, [one], Attestation.IN_ARENA, CHANNEL)
    deciding.attest(session, [one], Attestation.NO_STAFF, CHANNEL)  # of whatever face is not settled

    def outcome(channel: str) -> Outcome:
        return photos.view_of(session, [one], channel)[0].outcome

    assert (outcome(CHANNEL), outcome("Yearbook")) == (Outcome.EXCEPTION, Outcome.BLOCKED)
    events.authorise(session, game.id, "yearbook", "The Superintendent")
    assert outcome("Yearbook") is Outcome.EXCEPTION
    with pytest.raises(MendableError, match="already"):
        events.authorise(session, game.id, "Yearbook", "The Superintendent")
    events.revoke(session, game.id, CHANNEL)
    assert (outcome(CHANNEL), outcome("Yearbook")) == (Outcome.BLOCKED, Outcome.EXCEPTION)
    with pytest.raises(MendableError, match="nothing to revoke"):
        events.revoke(session, game.id, CHANNEL)
    events.revoke(session, game.id)
    assert outcome("Yearbook") is Outcome.BLOCKED
    with pytest.raises(MendableError, match="revoked"):
        events.authorise(session, game.id, "Yearbook", "S")
