"""After a change only the photos it touches are judged again, and what became of them is told in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from consentry.services import channels, deciding, events, photos, roster, vaults
from consentry.services.operation import Changes
from consentry.services.recompute import Touched, announce, inputs_version, recompute
from consentry.services.session import Session
from consentry_policy.events import EventKind
from consentry_policy.facts import Attestation
from consentry_policy.records import Answer
from consentry_policy.verdicts import Outcome
from school_ground import CHANNEL, PASSPHRASE


def person(session: Session, number: str) -> str:
    return next(p.id for p in roster.people(session) if p.number == number)


def photo(session: Session, name: str) -> str:
    batch = photos.batches(session)[0]
    return next(v.id for v in photos.views(session, batch.id, CHANNEL) if v.file_name == name)


def kept(session: Session) -> dict[str, Outcome]:
    with session.vault.read() as unit:
        return {p: row.verdict.outcome for (p, _), row in unit.verdicts.all().items()}


def judged_anew(session: Session) -> dict[str, Outcome]:
    return {v.id: v.outcome for v in photos.views(session, photos.batches(session)[0].id, CHANNEL)}


@pytest.fixture
def heard(session: Session) -> list[Changes]:
    told: list[Changes] = []
    session.changed.connect(told.append)
    return told


def test_a_check_keeps_every_verdict(session: Session) -> None:
    assert kept(session) == judged_anew(session)
    assert len(kept(session)) >= 11


def test_a_withdrawal_is_told_and_touches_only_that_persons_photos(session: Session, heard: list[Changes]) -> None:
    before = kept(session)
    someone = person(session, "1001")
    with session.vault.read() as unit:
        hers = unit.photo_people.photos_of([someone])
    assert photo(session, "02-mirrored.jpg") in hers
    assert photo(session, "11-nobody.jpg") not in hers
    roster.set_consent(session, someone, Answer.WITHDRAWAL, None, None)
    after = kept(session)
    assert after == judged_anew(session)
    changed = {p for p in before if before[p] is not after[p]}
    assert changed
    assert changed <= hers
    cleared = sum(before[p] is Outcome.CLEARED and after[p] is Outcome.BLOCKED for p in before)
    assert cleared > 1
    assert f"{cleared} photos that were cleared are now blocked" in map(str, heard[-1].sentences)
    assert heard[-1].people
    assert heard[-1].photos == changed


def test_only_what_is_touched_is_judged(session: Session) -> None:
    with session.vault.read() as unit:
        hers = unit.photo_people.photos_of([person(session, "1001")])
    assert recompute(session, Touched(people=frozenset({person(session, "1001")}))).judged == len(hers)
    assert recompute(session).judged == 0
    assert len(hers) < len(kept(session))


def test_a_decision_makes_the_kept_verdict_true_and_moves_who_it_hangs_on(session: Session) -> None:
    far = photo(session, "05-too-far-away.jpg")
    faces = photos.view_of(session, [far], CHANNEL)[0].faces
    deciding.confirm(session, [faces[0].id], person(session, "1002"))
    assert kept(session)[far] is Outcome.BLOCKED
    with session.vault.read() as unit:
        assert far in unit.photo_people.photos_of([person(session, "1002")])
    deciding.undo(session)
    assert kept(session) == judged_anew(session)


def test_a_rejected_person_who_becomes_protected_still_finds_the_photo(session: Session) -> None:
    refused = photo(session, "07-refused.jpg")
    face = photos.view_of(session, [refused], CHANNEL)[0].faces[0].id
    deciding.reject(session, [face], person(session, "1002"))
    roster.protect(session, person(session, "1002"), "court order")
    assert kept(session) == judged_anew(session)


def test_a_revoked_event_and_channel_are_told(session: Session, heard: list[Changes]) -> None:
    game = photo(session, "10-at-the-game.jpg")
    event = events.add(session, "Game", EventKind.SPORT, session.today, "S", [CHANNEL])
    deciding.join_event(session, [game], event.id)
    deciding.attest(session, [game], Attestation.IN_ARENA, CHANNEL)
    deciding.attest(session, [game], Attestation.NO_STAFF, CHANNEL)  # of whatever face is not settled
    assert kept(session)[game] is Outcome.EXCEPTION
    events.revoke(session, event.id)
    assert tuple(map(str, heard[-1].sentences)) == ("1 photo that was excepted as public arena is now blocked",)
    assert kept(session) == judged_anew(session)
    channels.revoke(session, CHANNEL)
    assert set(kept(session).values()) == {Outcome.BLOCKED}
    assert any("that were cleared are now blocked" in str(s) for s in heard[-1].sentences)


def reasons(session: Session) -> dict[str, set[tuple[str, str | None]]]:
    with session.vault.read() as unit:
        rows = unit.verdicts.all()
    return {p: {(r.code, r.person) for r in row.verdict.reasons} for (p, _), row in rows.items()}


def reasons_anew(session: Session) -> dict[str, set[tuple[str, str | None]]]:
    views = photos.views(session, photos.batches(session)[0].id, CHANNEL)
    return {v.id: {(r.code, r.person) for r in v.reasons} for v in views}


def test_look_alikes_are_found_through_each_other(session: Session) -> None:
    alone = photo(session, "02-mirrored.jpg")  # shows one of the two; the other is nowhere near
    roster.add_look_alike(session, person(session, "1001"), person(session, "1002"))
    before = reasons(session)
    assert before == reasons_anew(session)
    roster.protect(session, person(session, "1002"), "court order")
    assert reasons(session) == reasons_anew(session)
    assert reasons(session)[alone] != before[alone]


def test_other_settings_of_matching_make_everything_untrue(session: Session) -> None:
    with session.vault.write() as unit:
        before = inputs_version(session, unit)
        unit.settings.set("strict-alarm-rate", 0.00001)
        assert inputs_version(session, unit) != before
    told = announce(session, Changes(settings=True))
    assert told.judged == len(kept(session))
    assert kept(session) == judged_anew(session)


@pytest.fixture
def later(vault_copy: Path) -> Iterator[Session]:
    """The vault two years on: every grant of the sheet has lapsed."""
    with vaults.unlock(vault_copy, PASSPHRASE, clock=lambda: datetime.now(UTC) + timedelta(days=730)) as session:
        yield session


def test_a_day_on_which_consents_lapse_changes_verdicts(later: Session) -> None:
    before = kept(later)
    told = recompute(later)
    after = kept(later)
    assert after == judged_anew(later)
    assert before != after
    assert 0 < told.judged < len(after)
    assert any("that were cleared are now blocked" in str(s) for s in told.sentences)
    with later.vault.read() as unit:
        assert unit.verdicts.days_but(later.today) == []
    assert recompute(later).judged == 0
