"""What changes while the copies of a release are made still counts: they go by what holds when they go."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from consentry.services import deciding, photos, releasing, roster, takedown
from consentry.services.operation import Handle, Progress
from consentry.services.releasing import ReleaseReport
from consentry.services.session import Session
from consentry_policy.facts import Attestation
from consentry_policy.records import Answer
from school_ground import CHANNEL

OF_1001 = ("01-alone.jpg", "02-mirrored.jpg")
NOBODY = "11-nobody.jpg"


def ready(session: Session) -> dict[str, str]:
    """Three photos that may go, by file name."""
    batch = photos.batches(session)[0]
    ids = {v.file_name: v.id for v in photos.views(session, batch.id, CHANNEL)}
    deciding.attest(session, [ids[NOBODY]], Attestation.NO_ONE, CHANNEL)
    wanted = {name: ids[name] for name in (*OF_1001, NOBODY)}
    deciding.mark_seen(session, list(wanted.values()), CHANNEL)
    return wanted


def released(
    session: Session, ids: dict[str, str], folder: Path, meanwhile: Callable[[], object]
) -> ReleaseReport:
    """Release, and do something else when the last copy is about to be made."""

    def told(progress: Progress) -> None:
        if progress.done == progress.total - 1:
            meanwhile()

    return releasing.release(session, list(ids.values()), CHANNEL, folder).run(Handle(on_progress=told))


def person(session: Session, number: str) -> str:
    return next(p.id for p in roster.people(session) if p.number == number)


def test_a_consent_that_is_withdrawn_meanwhile_keeps_its_copies_in(session: Session, tmp_path: Path) -> None:
    ids, who = ready(session), person(session, "1001")
    report = released(
        session, ids, tmp_path / "out", lambda: roster.set_consent(session, who, Answer.WITHDRAWAL, None, None)
    )
    assert report.copies == 1
    assert {held.file_name for held in report.held} == set(OF_1001)
    listed = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))["copies"]
    assert {p.name for p in (tmp_path / "out").glob("*.jpg")} == {copy["file"] for copy in listed}
    assert len(listed) == 1
    assert takedown.recalls(session) == []


def test_where_nothing_may_go_any_more_nothing_goes(session: Session, tmp_path: Path) -> None:
    ids, who = ready(session), person(session, "1001")
    del ids[NOBODY]
    report = released(session, ids, tmp_path / "out", lambda: roster.protect(session, who, "court order"))
    assert (report.copies, report.folder) == (0, None)
    assert list(tmp_path.glob(".consentry-*")) == []
    assert not (tmp_path / "out").exists()
    assert releasing.listed(session) == []


def test_a_copy_does_not_go_bare_where_a_cover_was_asked_for_meanwhile(session: Session, tmp_path: Path) -> None:
    ids = ready(session)
    photo = photos.view_of(session, [ids[OF_1001[0]]], CHANNEL)[0]
    report = released(session, ids, tmp_path / "out", lambda: deciding.cover(session, [photo.faces[0].id]))
    assert report.copies == 2
    assert [(held.file_name, "release it again" in str(held.reason)) for held in report.held] == [
        (OF_1001[0], True)
    ]
