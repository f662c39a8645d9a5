"""A program that finds faces in another way than before does not trust what the old way found."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentry.services import checking, deciding, photos, releasing, today
from consentry.services.releasing import Status
from consentry.services.session import Session
from consentry.services.views import PhotoView
from consentry_faces import finder_id, open_engine
from consentry_policy.verdicts import Outcome
from school_ground import CHANNEL, School


def views(session: Session) -> dict[str, PhotoView]:
    batch = photos.batches(session)[0]
    return {view.file_name: view for view in photos.views(session, batch.id, CHANNEL)}


@pytest.mark.parametrize("engine", ["standard", "face_recognition"])
def test_a_finders_name_is_known_without_loading_it(engine: str) -> None:
    assert open_engine(engine).detector.id == finder_id(engine)


def test_after_an_update_of_the_finder_photos_wait_until_they_are_checked_again(
    session: Session, school: School, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = views(session)
    cleared = [view.id for view in before.values() if view.outcome is Outcome.CLEARED]
    assert len(cleared) > 2
    deciding.mark_seen(session, cleared, CHANNEL)
    releasing.release(session, cleared[:1], CHANNEL, tmp_path / "out").run()
    copy = next((tmp_path / "out").glob("*.jpg"))

    monkeypatch.setattr("consentry_faces.finding.ids.PYRAMID", "the finder of the next version")
    told = today.begin(session).run()
    assert told.sentences
    now = views(session)
    assert {view.outcome for view in now.values()} <= {Outcome.REVIEW, Outcome.BLOCKED}
    assert "not-checked" in {reason.code for reason in now["01-alone.jpg"].reasons}
    report = releasing.release(session, cleared, CHANNEL, tmp_path / "more").run()
    assert report.copies == 0
    assert len(report.held) == len(cleared)
    assert releasing.verify(session, copy).run().status is Status.MAY_BE_USED  # somebody has looked at that one

    checking.check(session, [school.photos], [CHANNEL]).run()
    assert {name: view.outcome for name, view in views(session).items()} == {
        name: view.outcome for name, view in before.items()
    }
