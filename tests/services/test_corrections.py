"""A wrong record is put right by a later one that says why; conditions, ages and the logo count in verdicts."""

from __future__ import annotations

from datetime import date

import pytest

from consentry.services import channels, corrections, deciding, disclosing, photos, roster
from consentry.services.corrections import Correction
from consentry.services.session import Session
from consentry_policy.channels import ChannelKind, Condition
from consentry_policy.errors import MendableError
from consentry_policy.facts import Attestation, ConsentState
from consentry_policy.records import Answer, SignerRole
from consentry_policy.verdicts import Outcome
from school_ground import CHANNEL


def person(session: Session, number: str) -> str:
    return next(p.id for p in roster.people(session) if p.number == number)


def photo(session: Session, name: str) -> str:
    batch = photos.batches(session)[0]
    return next(v.id for v in photos.views(session, batch.id, CHANNEL) if v.file_name == name)


def codes(session: Session, one: str, channel: str = CHANNEL) -> set[str]:
    return {r.code for r in photos.view_of(session, [one], channel)[0].reasons}


def test_a_refusal_on_the_wrong_child_is_voided_with_a_reason(session: Session) -> None:
    who = person(session, "1001")
    record = roster.set_consent(session, who, Answer.REFUSAL, None, None)
    assert roster.view(session, who).states[CHANNEL] is ConsentState.REFUSED
    with pytest.raises(MendableError, match="why"):
        corrections.void(session, record, " ")
    corrections.void(session, record[:8], "it was the sister's form")
    assert roster.view(session, who).states[CHANNEL] is ConsentState.GRANTED
    history = roster.timeline(session, who)
    assert next(e for e in history if e.record == record).superseded
    assert "it was the sister's form" in {e.note for e in history}
    with pytest.raises(MendableError, match="corrected before"):
        corrections.void(session, record, "again")


def test_a_slip_in_a_date_is_corrected_and_the_rest_stays(session: Session) -> None:
    who = person(session, "1002")
    grant = roster.set_consent(
        session, who, Answer.GRANT, None, "shelf 3", until=session.today.replace(year=session.today.year + 1)
    )
    with pytest.raises(MendableError, match="what is otherwise"):
        corrections.correct(session, grant, Correction(), "a slip")
    made = corrections.correct(session, grant, Correction(until=date(2020, 1, 1)), "the form says 2020")
    with session.vault.read() as unit:
        new, old = unit.consents.get(made), unit.consents.get(grant)
    assert new is not None
    assert old is not None
    assert (new.until, new.evidence, new.supersedes) == (date(2020, 1, 1), old.evidence, grant)
    assert old.until != new.until


def test_a_student_of_eighteen_signs_for_themselves(session: Session) -> None:
    who = person(session, "1001")
    for born, role in ((date(2000, 2, 29), SignerRole.SELF), (session.today, SignerRole.GUARDIAN)):
        roster.set_birth_date(session, who, born)
        record = roster.set_consent(session, who, Answer.GRANT, None, "shelf 3")
        with session.vault.read() as unit:
            found = unit.consents.get(record)
        assert found is not None
        assert found.signer_role is role


def test_a_condition_of_a_consent_holds_a_photo_until_it_is_met(session: Session) -> None:
    one = photo(session, "02-mirrored.jpg")
    conditions = frozenset({Condition.NO_NAME})
    roster.set_consent(session, person(session, "1001"), Answer.GRANT, None, "shelf 3", conditions=conditions)
    assert "consent-no-name" in codes(session, one)
    deciding.attest(session, [one], Attestation.NO_NAMES, CHANNEL)
    assert photos.view_of(session, [one], CHANNEL)[0].outcome is Outcome.CLEARED


def test_a_marked_logo_needs_the_channels_permission(session: Session) -> None:
    channels.add(session, "Website", ChannelKind.WEBSITE, "S", logo_allowed=True)
    one = photo(session, "02-mirrored.jpg")
    deciding.logo(session, [one], shown=True)
    assert "logo-not-permitted" in codes(session, one)
    assert "logo-not-permitted" not in codes(session, one, "Website")
    deciding.logo(session, [one], shown=False)
    assert photos.view_of(session, [one], CHANNEL)[0].outcome is Outcome.CLEARED
    deciding.undo(session)
    assert "logo-not-permitted" in codes(session, one)


def test_a_channel_whose_authorisation_ended_can_be_listed_again(session: Session) -> None:
    one = photo(session, "02-mirrored.jpg")
    channels.revoke(session, CHANNEL)
    assert photos.view_of(session, [one], CHANNEL)[0].outcome is Outcome.BLOCKED
    channels.add(session, CHANNEL, ChannelKind.SOCIAL, "The Superintendent")
    assert photos.view_of(session, [one], CHANNEL)[0].outcome is Outcome.CLEARED
    with pytest.raises(MendableError, match="on the list already"):
        channels.add(session, CHANNEL, ChannelKind.SOCIAL, "S")


def test_a_disclosure_is_due_again_after_a_year_until_it_ends(session: Session) -> None:
    old = session.today.replace(year=session.today.year - 2, day=1)
    first = disclosing.add(session, "Coach Example", "Track team group", old)
    assert [v.who for v in disclosing.due(session)] == ["Coach Example"]
    disclosing.add(session, "Coach Example", "track team group")
    assert disclosing.due(session) == []
    assert len(disclosing.listed(session)) == 1
    assert len(disclosing.due(session, within_days=366)) == 1
    disclosing.end(session, disclosing.listed(session)[0].id)
    assert disclosing.due(session, within_days=366) == []
    with pytest.raises(MendableError, match="no such disclosure"):
        disclosing.end(session, "")
    assert disclosing.year_after(date(2024, 2, 29)) == date(2025, 3, 1)
    assert first.disclosed_on == old
