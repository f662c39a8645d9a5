"""What a reviewer decides holds, can be taken back whole, and never makes a photo milder than it should be."""

from __future__ import annotations

import pytest

from consentry.services import deciding, drawing, photos, roster
from consentry.services.operation import Changes
from consentry.services.session import Session
from consentry.services.views import PhotoView
from consentry_policy.errors import MendableError
from consentry_policy.facts import Attestation, FaceState, Mark
from consentry_policy.verdicts import Outcome
from school_ground import CHANNEL


def view(session: Session, name: str) -> PhotoView:
    batch = photos.batches(session)[0]
    return next(v for v in photos.views(session, batch.id, CHANNEL) if v.file_name == name)


def person(session: Session, number: str) -> str:
    return next(p.id for p in roster.people(session) if p.number == number)


def test_a_confirmed_person_without_consent_blocks(session: Session) -> None:
    far = view(session, "05-too-far-away.jpg")
    assert far.outcome is Outcome.REVIEW
    deciding.confirm(session, [far.faces[0].id], person(session, "1002"))
    assert view(session, "05-too-far-away.jpg").outcome is Outcome.BLOCKED
    deciding.confirm(session, [far.faces[0].id], person(session, "1001"))
    assert view(session, "05-too-far-away.jpg").outcome is Outcome.CLEARED


def test_undo_takes_back_a_whole_group_and_says_what(session: Session) -> None:
    before = {v.id: v.outcome for v in photos.views(session, photos.batches(session)[0].id, CHANNEL)}
    faces = [f.id for name in ("07-refused.jpg", "08-together.jpg") for f in view(session, name).faces]
    deciding.visitor(session, faces)
    assert view(session, "07-refused.jpg").outcome is not Outcome.BLOCKED
    told = deciding.undo(session)
    assert told is not None
    assert str(told).startswith("visitor")
    assert {v.id: v.outcome for v in photos.views(session, photos.batches(session)[0].id, CHANNEL)} == before
    assert deciding.undo(session) is None


def test_a_rejected_person_is_never_offered_again(session: Session) -> None:
    refused = view(session, "07-refused.jpg").faces[0]
    assert refused.state is FaceState.IDENTIFIED
    who = person(session, "1002")
    deciding.reject(session, [refused.id], who)
    again = view(session, "07-refused.jpg").faces[0]
    assert who not in {c.person for c in again.candidates}
    assert again.person is None or again.person.person != who


def test_a_drawn_face_holds_the_photo_and_ends_a_word_about_everyone(session: Session) -> None:
    nobody = view(session, "11-nobody.jpg")
    deciding.attest(session, [nobody.id], Attestation.NO_ONE, CHANNEL)
    assert view(session, "11-nobody.jpg").outcome is Outcome.CLEARED
    drawing.draw_face(session, nobody.id, (300.0, 300.0, 120.0, 150.0)).run()
    held = view(session, "11-nobody.jpg")
    assert held.outcome is Outcome.REVIEW
    assert [f.drawn for f in held.faces] == [True]
    deciding.undo(session)
    after = view(session, "11-nobody.jpg")
    assert after.faces == ()
    assert after.outcome is Outcome.CLEARED


def test_a_mark_blocks_and_can_be_taken_off(session: Session) -> None:
    photo = view(session, "02-mirrored.jpg")
    deciding.mark(session, [photo.id], Mark.FLOOR_PLAN)
    marked = view(session, "02-mirrored.jpg")
    assert marked.outcome is Outcome.BLOCKED
    assert "436 IV.C.3" in {r.clause for r in marked.reasons}
    deciding.unmark(session, [photo.id], Mark.FLOOR_PLAN)
    assert view(session, "02-mirrored.jpg").outcome is Outcome.CLEARED


def test_everyone_else_may_is_said_for_one_channel_only(session: Session) -> None:
    from consentry.services import channels
    from consentry_policy.channels import ChannelKind

    channels.add(session, "Yearbook", ChannelKind.YEARBOOK, "The Superintendent")
    far = view(session, "05-too-far-away.jpg")
    deciding.attest(session, [far.id], Attestation.ALL_OTHERS_MAY, CHANNEL)
    assert view(session, "05-too-far-away.jpg").outcome is Outcome.CLEARED
    assert photos.view_of(session, [far.id], "Yearbook")[0].outcome is Outcome.REVIEW


def test_a_withdrawal_changes_the_verdict_of_photos_checked_before(session: Session) -> None:
    from consentry_policy.records import Answer

    assert view(session, "02-mirrored.jpg").outcome is Outcome.CLEARED
    roster.set_consent(session, person(session, "1001"), Answer.WITHDRAWAL, None, None)
    assert view(session, "02-mirrored.jpg").outcome is Outcome.BLOCKED


def test_a_change_is_told_to_those_who_listen(session: Session) -> None:
    heard: list[Changes] = []
    session.changed.connect(heard.append)
    photo = view(session, "11-nobody.jpg")
    deciding.attest(session, [photo.id], Attestation.NO_ONE, CHANNEL)
    assert heard == [Changes(photos=frozenset({photo.id}))]


def test_every_decision_is_in_the_audit_chain(session: Session) -> None:
    photo = view(session, "07-refused.jpg")
    with session.vault.read() as unit:
        before = unit.audit.checkpoint().count
    deciding.visitor(session, [photo.faces[0].id])
    deciding.undo(session)
    with session.vault.read() as unit:
        assert [e.verb for e in unit.audit.entries(before)] == ["decided", "decided"]
        assert unit.audit.verify() is None


def test_an_arena_needs_an_event(session: Session) -> None:
    photo = view(session, "07-refused.jpg")
    with pytest.raises(MendableError, match="join it to the event first"):
        deciding.attest(session, [photo.id], Attestation.IN_ARENA, CHANNEL)
