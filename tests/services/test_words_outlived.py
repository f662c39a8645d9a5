"""A word on a whole photo never lets out a face that was named, hidden or not found when the word was said."""

from __future__ import annotations

import pytest

from consentry.services import deciding, drawing, leaving, photos, roster, settings
from consentry.services.recognition import WITHDRAWN
from consentry.services.session import Session
from consentry.services.views import PhotoView
from consentry_policy.decisions import DecisionKind
from consentry_policy.facts import Attestation
from consentry_policy.recognise import Matching
from consentry_policy.records import Answer
from consentry_policy.verdicts import Outcome
from school_ground import CHANNEL

TOGETHER, SMALL = "08-together.jpg", "05-too-far-away.jpg"


def view(session: Session, name: str) -> PhotoView:
    batch = photos.batches(session)[0]
    return next(v for v in photos.views(session, batch.id, CHANNEL) if v.file_name == name)


def person(session: Session, number: str) -> str:
    return next(p.id for p in roster.people(session) if p.number == number)


def everyone_else_may(session: Session, name: str) -> None:
    deciding.attest(session, [view(session, name).id], Attestation.ALL_OTHERS_MAY, CHANNEL)


def test_a_refused_child_who_withdraws_from_matching_does_not_become_everyone_else(session: Session) -> None:
    everyone_else_may(session, TOGETHER)
    assert view(session, TOGETHER).outcome is Outcome.BLOCKED
    leaving.withdraw_from_matching(session, person(session, "1002"), "the guardian asked for it")
    assert view(session, TOGETHER).outcome is Outcome.REVIEW


def test_nor_does_one_who_could_appear_when_it_was_said_and_withdrew_both_since(session: Session) -> None:
    refused = next(f for f in view(session, TOGETHER).faces if f.person and f.person.number == "1002")
    deciding.visitor(session, [refused.id])
    everyone_else_may(session, TOGETHER)
    assert view(session, TOGETHER).outcome is Outcome.CLEARED
    roster.set_consent(session, person(session, "1001"), Answer.WITHDRAWAL, None, None)
    leaving.withdraw_from_matching(session, person(session, "1001"), "the guardian asked for it")
    assert view(session, TOGETHER).outcome is Outcome.REVIEW


def test_nor_does_anybody_when_matching_is_turned_off(session: Session) -> None:
    everyone_else_may(session, TOGETHER)
    settings.set_matching(session, Matching.OFF)
    assert view(session, TOGETHER).outcome is Outcome.REVIEW


def test_a_face_that_was_covered_when_it_was_said_waits_once_the_cover_is_off(session: Session) -> None:
    face = view(session, SMALL).faces[0].id
    deciding.cover(session, [face])
    everyone_else_may(session, SMALL)
    assert view(session, SMALL).outcome is Outcome.CLEARED
    deciding.uncover(session, [face])
    assert view(session, SMALL).outcome is Outcome.REVIEW


def test_a_face_that_was_a_refused_child_waits_once_that_answer_is_taken_back(session: Session) -> None:
    face = view(session, SMALL).faces[0].id
    deciding.confirm(session, [face], person(session, "1002"))
    everyone_else_may(session, SMALL)
    deciding.reject(session, [face], person(session, "1002"))
    assert view(session, SMALL).outcome is Outcome.REVIEW
    everyone_else_may(session, SMALL)
    assert view(session, SMALL).outcome is Outcome.CLEARED


@pytest.mark.parametrize("protected", [True, False])
def test_that_nothing_else_identifies_one_says_nothing_of_the_next(session: Session, protected: bool) -> None:
    faces = {f.person.number: f.id for f in view(session, TOGETHER).faces if f.person}
    word = Attestation.NOTHING_IDENTIFIES_PROTECTED if protected else Attestation.NOTHING_IDENTIFIES
    photo = view(session, TOGETHER).id
    if protected:
        roster.protect(session, person(session, "1002"), "court order")
    deciding.cover(session, [faces["1002"]])
    deciding.attest(session, [photo], word, CHANNEL)
    assert view(session, TOGETHER).outcome is Outcome.CLEARED
    if protected:
        roster.protect(session, person(session, "1001"), "court order")
    else:
        roster.set_consent(session, person(session, "1001"), Answer.WITHDRAWAL, None, None)
    deciding.cover(session, [faces["1001"]])
    assert view(session, TOGETHER).outcome is Outcome.REVIEW
    deciding.attest(session, [photo], word, CHANNEL)
    assert view(session, TOGETHER).outcome is Outcome.CLEARED


def test_a_word_said_of_a_channel_that_is_not_listed_speaks_of_nobody(session: Session) -> None:
    faces = {f.person.number: f.id for f in view(session, TOGETHER).faces if f.person}
    deciding.cover(session, [faces["1002"]])
    photo = view(session, TOGETHER).id
    deciding.attest(session, [photo], Attestation.NOTHING_IDENTIFIES, "")
    assert view(session, TOGETHER).outcome is Outcome.REVIEW


def test_undoing_a_drawing_brings_the_word_back(session: Session) -> None:
    everyone_else_may(session, SMALL)
    drawing.draw_face(session, view(session, SMALL).id, (10.0, 10.0, 60.0, 70.0)).run()
    assert view(session, SMALL).outcome is Outcome.REVIEW
    deciding.undo(session)
    assert view(session, SMALL).outcome is Outcome.CLEARED


def test_a_child_who_was_recognised_and_refused_after_the_word_stays_out_of_it(session: Session) -> None:
    who = person(session, "1002")
    face = next(f for f in view(session, TOGETHER).faces if f.person and f.person.number == "1002").id
    not_matched(session, {who: "2026-01-01"})
    everyone_else_may(session, TOGETHER)
    assert view(session, TOGETHER).outcome is Outcome.CLEARED
    not_matched(session, {})  # as if the portrait came only now
    roster.set_consent(session, who, Answer.WITHDRAWAL, None, None)
    assert view(session, TOGETHER).outcome is Outcome.BLOCKED
    with session.vault.read() as unit:
        assert [d.face for d in unit.decisions.since() if d.kind == DecisionKind.NAMED] == [face]
        assert unit.audit.verify() is None
    assert str(deciding.undo(session)).startswith("a word on a whole photo")
    everyone_else_may(session, TOGETHER)
    leaving.withdraw_from_matching(session, who, "the guardian asked for it")
    assert view(session, TOGETHER).outcome is Outcome.REVIEW


def not_matched(session: Session, people: dict[str, str]) -> None:
    """These people are matched no more, and that is all that happens."""
    with session.vault.write() as unit:
        unit.settings.set(WITHDRAWN, people)
        unit.settings.bump_roster_version()
    session.recognition.forget()


def test_a_word_does_not_come_back_when_a_refused_child_is_matched_no_more(session: Session) -> None:
    who = person(session, "1002")
    not_matched(session, {who: "2026-01-01"})
    everyone_else_may(session, TOGETHER)
    not_matched(session, {})
    roster.set_consent(session, who, Answer.WITHDRAWAL, None, None)
    leaving.withdraw_from_matching(session, who, "the guardian asked for it")
    assert view(session, TOGETHER).outcome is Outcome.REVIEW
