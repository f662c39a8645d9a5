"""Confirmed faces as further references: on request, with their date, and only as long as the answer stands."""

from __future__ import annotations

import numpy as np
import pytest

from consentry.services import deciding, leaving, photos, references, roster, users, vaults
from consentry.services.recognition import TEMPLATE_ENGINE, as_template
from consentry.services.session import Session
from consentry.services.views import PhotoView
from consentry_policy.errors import MendableError
from consentry_policy.recognise import Matching
from consentry_vault.users import Role
from school_ground import CHANNEL, PASSPHRASE


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


def test_only_what_would_be_kept_is_offered(session: Session) -> None:
    near, far = view(session, "07-refused.jpg").faces[0].id, view(session, "05-too-far-away.jpg").faces[0].id
    may, may_not = person(session, "1001"), person(session, "1002")
    found = references.offered(session, [near, far, "no such face"], [may, may_not])
    assert (found.faces, found.people) == ({near}, {may, may_not})
    leaving.withdraw_from_matching(session, may_not, "asked to")
    assert references.offered(session, [near], [may, may_not]).people == {may}
    session.match(Matching.REFUSED_ONLY)
    found = references.offered(session, [near], [may, may_not])
    assert (found.faces, found.people) == ({near}, frozenset()), "one consents, the other is not to be matched"
    session.match(Matching.OFF)
    assert references.offered(session, [near], [may]) == references.Offer()


def test_a_coach_is_offered_nothing_and_takes_nothing_back(session: Session) -> None:
    face, who = view(session, "07-refused.jpg").faces[0].id, person(session, "1002")
    deciding.confirm(session, [face], who)
    references.keep(session, [face])
    theirs, folder = "a phrase of the coach's own", session.vault.folder
    users.add(session, PASSPHRASE, "Bo Example", Role.COACH, theirs)
    session.close()
    with vaults.unlock(folder, theirs) as coach:
        assert references.offered(coach, [face], [who]) == references.Offer()
        [one] = references.kept(coach, who)
        with pytest.raises(MendableError, match="role"):
            references.take_back(coach, [one.id])
        with pytest.raises(MendableError, match="role"):
            references.keep(coach, [face])


def test_another_engine_is_offered_nothing(session: Session) -> None:
    face = view(session, "07-refused.jpg").faces[0].id
    with session.vault.write() as unit:
        unit.settings.set(TEMPLATE_ENGINE, "another:128")
    assert references.offered(session, [face], [person(session, "1001")]).faces == frozenset()


def test_a_kept_face_is_listed_with_its_days_and_taken_back_for_good(session: Session) -> None:
    face, who = view(session, "07-refused.jpg").faces[0].id, person(session, "1001")
    before = roster.portraits(session, who)
    deciding.confirm(session, [face], who)
    references.keep(session, [face])
    [shown] = references.kept(session, who)
    assert (shown.kept_on, shown.counts) == (session.today, True)
    assert shown.crop is not None
    assert roster.portraits(session, who) == [*before, shown.crop]
    assert roster.portraits(session, who, kept=False) == before
    deciding.undo(session)
    assert [k.counts for k in references.kept(session, who)] == [False]
    assert roster.portraits(session, who) == before, "what does not count is no picture of them"
    deciding.confirm(session, [face], who)
    assert references.of_faces(session, [face]) == [shown.id]
    assert references.take_back(session, [shown.id]) == 1
    assert references.kept(session, who) == []
    assert score(session, face, who) < 0.3
    assert references.of_faces(session, [face]) == []
    with session.vault.read() as unit:
        assert unit.audit.entries()[-1].verb == "reference-taken-back"
        assert unit.portraits.crop(shown.id) is None
        portrait = next(row.id for row in unit.portraits.of(who))
    for other in (shown.id, portrait):
        with pytest.raises(MendableError, match="not there any more"):
            references.take_back(session, [other])
    assert roster.portraits(session, who) == before


def test_undoing_the_answer_tells_of_the_other_photos_that_hung_on_the_kept_face(session: Session) -> None:
    face, who = view(session, "07-refused.jpg").faces[0].id, person(session, "1002")
    with session.vault.write() as unit:
        for row in unit.portraits.of(who):
            unit.portraits.remove(row.id)  # the kept face is all there is to know them by
    session.recognition.forget()
    deciding.confirm(session, [face], who)
    references.keep(session, [face])
    after = {v.file_name: v.outcome for v in photos.views(session, photos.batches(session)[0].id, CHANNEL)}
    told: set[str] = set()
    session.changed.connect(lambda changes: told.update(changes.photos))
    deciding.undo(session)
    shown = photos.views(session, photos.batches(session)[0].id, CHANNEL)
    became = {v.id for v in shown if v.outcome is not after[v.file_name]}
    assert len(became) > 1, "the kept face took other photos of the same person along"
    assert told >= became
