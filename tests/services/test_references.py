"""Confirmed faces as further references: on request, with their date, and only as long as the answer stands."""

from __future__ import annotations

import numpy as np
import pytest

from consentry.services import deciding, photos, references, roster
from consentry.services.recognition import as_template
from consentry.services.session import Session
from consentry.services.views import PhotoView
from consentry_policy.errors import MendableError
from consentry_policy.recognise import Matching
from school_ground import CHANNEL


def view(session: Session, name: str) -> PhotoView:
    batch = photos.batches(session)[0]
    return next(v for v in photos.views(session, batch.id, CHANNEL) if v.file_name == name)


def person(session: Session, number: str) -> str:
    return next(p.id for p in roster.people(session) if p.number == number)


def score(session: Session, face: str, who: str) -> float:
    """How alike a face is to a person, as matching sees it now."""
    with session.vault.read() as unit:
        matcher = session.recognition.gallery(unit).matcher
        row = unit.faces.get(face)
        assert matcher is not None
        assert row is not None
        assert row.template is not None
        return float(matcher.scores([as_template(row.template)])[0][matcher.people.index(who)])


def test_a_kept_face_is_known_from_then_on_and_only_while_the_answer_stands(session: Session) -> None:
    face, who = view(session, "07-refused.jpg").faces[0].id, person(session, "1001")  # another's face
    assert score(session, face, who) < 0.3
    deciding.confirm(session, [face], who)
    assert score(session, face, who) < 0.3  # an answer alone teaches nothing: it must be asked for
    report = references.keep(session, [face])
    assert (report.kept, report.known, report.refused) == (1, 0, [])
    assert score(session, face, who) > 0.4
    deciding.confirm(session, [face], person(session, "1002"))
    assert score(session, face, who) < 0.3
    deciding.undo(session)
    assert score(session, face, who) > 0.4
    assert references.keep(session, [face]).known == 1


def test_a_kept_face_is_on_record_with_the_photos_date(session: Session) -> None:
    shown = view(session, "07-refused.jpg")
    who = person(session, "1002")
    deciding.confirm(session, [shown.faces[0].id], who)
    references.keep(session, [shown.faces[0].id])
    with session.vault.read() as unit:
        [row] = unit.portraits.confirmed()
        photo = unit.photos.get(shown.id)
        assert photo is not None
    assert (row.person, row.face, row.sha256) == (who, shown.faces[0].id, shown.sha256)
    assert (row.taken_on.isoformat() if row.taken_on else None) == (
        photo.taken_at[:10] if photo.taken_at else None
    )
    assert row.template is not None
    assert np.isfinite(as_template(row.template)).all()


def test_nothing_is_kept_that_nobody_confirmed_or_that_is_too_poor(session: Session) -> None:
    sure, far = view(session, "07-refused.jpg").faces[0].id, view(session, "05-too-far-away.jpg").faces[0].id
    deciding.confirm(session, [far], person(session, "1001"))
    report = references.keep(session, [sure, far])
    assert report.kept == 0
    assert [face for face, _ in report.refused] == [sure, far]
    assert "say so first" in report.refused[0][1]
    assert "too small" in report.refused[1][1]
    with session.vault.read() as unit:
        assert unit.portraits.confirmed() == []


def test_where_matching_is_off_or_only_those_without_consent_are_enrolled(session: Session) -> None:
    face = view(session, "07-refused.jpg").faces[0].id
    deciding.confirm(session, [face], person(session, "1001"))
    session.match(Matching.REFUSED_ONLY)
    [(_, reason)] = references.keep(session, [face]).refused
    assert "only of people without consent" in reason
    session.match(Matching.OFF)
    with pytest.raises(MendableError, match="no face matching"):
        references.keep(session, [face])
