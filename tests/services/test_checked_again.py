"""What a later check finds holds the photo, also where an earlier one was less sure or a drawing was undone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from consentry.services import checking, deciding, drawing, found_faces, leaving, photos, roster
from consentry.services.decision_log import record
from consentry.services.session import Session
from consentry.services.views import PhotoView
from consentry_policy.decisions import DecisionKind
from consentry_policy.facts import Attestation, FaceState
from consentry_policy.verdicts import Outcome
from consentry_vault import FaceRow
from school_ground import CHANNEL, School

TOGETHER, SMALL = "08-together.jpg", "05-too-far-away.jpg"


def view(session: Session, name: str = TOGETHER) -> PhotoView:
    batch = photos.batches(session)[-1]
    return next(v for v in photos.views(session, batch.id, CHANNEL) if v.file_name == name)


def person(session: Session, number: str) -> str:
    return next(p.id for p in roster.people(session) if p.number == number)


def face_of(session: Session, number: str) -> FaceRow:
    face = next(f.id for f in view(session).faces if f.person and f.person.number == number)
    with session.vault.read() as unit:
        found = unit.faces.get(face)
    assert found is not None
    return found


def as_an_older_finder_left_it(session: Session, *faces: FaceRow) -> None:
    """Only these faces were found, by a finder that is not today's."""
    with session.vault.write() as unit:
        photo = unit.photos.get(faces[0].photo)
        assert photo is not None
        assert unit.faces.replace_for(photo.id, faces)
        unit.photos.update(replace(photo, engine_id="an older finder"))
    session.recognition.forget()


def check_again(session: Session, school: School, name: str = TOGETHER) -> None:
    checking.check(session, [school.photos / name], [CHANNEL]).run()


def test_a_find_that_was_barely_a_face_and_is_surely_one_now_holds_the_photo(
    session: Session, school: School
) -> None:
    willing, refused = face_of(session, "1001"), face_of(session, "1002")
    as_an_older_finder_left_it(
        session, willing, replace(refused, must_settle=False, template=None, engine_id=None)
    )
    deciding.confirm(session, [willing.id], person(session, "1001"))
    leaving.withdraw_from_matching(session, person(session, "1002"), "the guardian asked for it")
    check_again(session, school)
    assert {f.id: f.state for f in view(session).faces}[refused.id] is FaceState.UNKNOWN
    assert view(session).outcome is Outcome.REVIEW


def test_a_face_is_found_where_a_drawing_was_taken_back(session: Session, school: School) -> None:
    willing, refused = face_of(session, "1001"), face_of(session, "1002")
    as_an_older_finder_left_it(session, willing)
    deciding.confirm(session, [willing.id], person(session, "1001"))
    drawing.draw_face(session, willing.photo, refused.box).run()
    deciding.undo(session)
    check_again(session, school)
    assert view(session).outcome is Outcome.BLOCKED


def test_everyone_else_was_not_said_of_a_face_that_only_a_later_check_finds(
    session: Session, school: School
) -> None:
    willing = face_of(session, "1001")
    as_an_older_finder_left_it(session, willing)
    deciding.attest(session, [willing.photo], Attestation.ALL_OTHERS_MAY, CHANNEL)
    leaving.withdraw_from_matching(session, person(session, "1002"), "the guardian asked for it")
    check_again(session, school)
    assert len(view(session).faces) == 2
    assert view(session).outcome is Outcome.REVIEW


def test_two_finds_are_never_one_known_face(session: Session) -> None:
    willing = face_of(session, "1001")
    with session.vault.write() as unit:
        x, y, w, h = willing.box
        record(session, [(willing.photo, willing.id, DecisionKind.VISITOR, None, None)], "", unit)
        twice = [replace(willing, id=n, box=(x + at * w, y, w, h)) for n, at in (("near", 0.3), ("same", 0.0))]
        changed, added = found_faces.merge(unit, willing.photo, twice, {})
    assert (changed, added) == ([willing.id], ["near"])


def test_what_was_said_of_faces_stands_after_a_check_that_finds_no_others(
    session: Session, school: School
) -> None:
    photo = view(session, SMALL)
    deciding.attest(session, [photo.id], Attestation.ALL_OTHERS_MAY, CHANNEL)
    with session.vault.write() as unit:
        row = unit.photos.get(photo.id)
        assert row is not None
        unit.photos.update(replace(row, engine_id="an older finder"))
    assert view(session, SMALL).outcome is Outcome.REVIEW
    check_again(session, school, SMALL)
    assert view(session, SMALL).outcome is Outcome.CLEARED


@pytest.mark.parametrize("content", [b"", b"x"])
def test_files_of_no_or_one_byte_end_no_check(session: Session, tmp_path: Path, content: bytes) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    for name in ("a.jpg", "b.jpg", "c.jpg"):
        (folder / name).write_bytes(content)
    report = checking.check(session, [folder], [CHANNEL]).run()
    assert [p.file_name for p in report.photos if p.outcome is Outcome.REVIEW] == ["a.jpg", "b.jpg", "c.jpg"]
