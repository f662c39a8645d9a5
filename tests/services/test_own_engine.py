"""A model of one's own: chosen by name, never compared with another, naming nobody before it is measured."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

import pytest

from consentry.services import checking, photos, portraits, settings
from consentry.services.operation import Handle
from consentry.services.pool import WorkerPool
from consentry.services.session import Session
from consentry_policy.errors import MendableError
from consentry_policy.facts import FaceState
from consentry_policy.recognise import Matching
from own_model import OWN_MODEL, make_own_model
from school_ground import CHANNEL, School


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A network that runs and tells nobody apart."""
    monkeypatch.setenv("CONSENTRY_MODELS", str(make_own_model(tmp_path / "models")))
    return OWN_MODEL


def people_and_states(session: Session) -> tuple[set[str | None], set[FaceState]]:
    batch = photos.batches(session)[0]
    faces = [f for v in photos.views(session, batch.id, CHANNEL) for f in v.faces]
    return {f.person.number for f in faces if f.person is not None}, {f.state for f in faces}


def test_another_engine_starts_from_nothing_and_names_nobody(session: Session, school: School, model: str) -> None:
    assert people_and_states(session)[0] >= {"1001", "1002"}
    settings.set_engine(session, model)
    assert settings.view(session).engine == "mine"
    assert people_and_states(session) == (set(), {FaceState.UNKNOWN, FaceState.TOO_SMALL, FaceState.NOT_A_FACE})
    report = portraits.enrol(session, school.portraits).run()
    assert report.enrolled > 0
    assert report.known == 0
    checking.check(session, [school.photos], [CHANNEL]).run()
    with session.vault.read() as unit:
        gallery = session.recognition.gallery(unit)
        rows = [
            f
            for some in unit.faces.of_photos(unit.batches.photos(photos.batches(session)[0].id)).values()
            for f in some
        ]
    assert gallery.matcher is not None
    assert {f.engine_id for f in rows} == {gallery.engine}
    assert str(gallery.engine).startswith("mine:")
    assert {len(f.template or b"") for f in rows} == {4 * 16}
    assert FaceState.IDENTIFIED not in people_and_states(session)[1]


def test_who_has_portraits_of_another_engine_alone_still_lacks_one(
    session: Session, school: School, model: str
) -> None:
    before = portraits.enrol(session, school.portraits).run().lacking
    assert not {"1001", "1002"} & set(before)
    settings.set_engine(session, model)
    one = school.portraits.parent / "only 1002"
    one.mkdir(exist_ok=True)
    shutil.copy(next(school.portraits.glob("1002.*")), one)
    report = portraits.enrol(session, one).run()
    assert set(report.lacking) == {*before, "1001"}
    assert report.without == len(report.lacking)


def test_an_engine_that_is_not_there_is_refused(session: Session, model: str) -> None:
    with pytest.raises(MendableError, match=r"choose one of: standard, (face_recognition, )?mine\."):
        settings.set_engine(session, "other")
    with pytest.raises(MendableError, match="already"):
        settings.set_engine(session, "standard")
    assert session.engine_name == "standard"


def test_the_engines_to_choose_say_whose_they_are(model: str) -> None:
    found = {engine.name: engine for engine in settings.engines()}
    assert (found["mine"].own, found["mine"].licence, found["mine"].origin) == (True, "MIT", "me")
    assert not found["standard"].own
    assert ("face_recognition" in found) == (importlib.util.find_spec("dlib") is not None)


def test_dlibs_engine_starts_from_nothing_too_and_names_nobody(session: Session, school: School) -> None:
    pytest.importorskip("dlib")
    settings.set_engine(session, "face_recognition")
    one = school.portraits.parent / "one portrait"
    one.mkdir(exist_ok=True)
    shutil.copy(next(school.portraits.glob("1002.*")), one)
    assert portraits.enrol(session, one).run().enrolled == 1
    checking.check(session, [school.photos / "07-refused.jpg"], [CHANNEL]).run()
    [face] = photos.views(session, photos.batches(session)[0].id, CHANNEL)[0].faces
    assert face.state is FaceState.SUSPECTED
    assert face.person is None
    assert [candidate.number for candidate in face.candidates] == ["1002"]


def test_neither_engine_nor_mode_changes_while_something_is_looked_at(
    session: Session, school: School, model: str
) -> None:
    told: list[str] = []

    def try_it(_: object) -> None:
        for change in (
            lambda: settings.set_engine(session, model),
            lambda: settings.set_matching(session, Matching.REFUSED_ONLY),
        ):
            with pytest.raises(MendableError) as refused:
                change()
            told.append(str(refused.value))

    # A photo that is known is shown again at once; a portrait tells its progress.
    checking.check(session, [school.photos / "07-refused.jpg"], [CHANNEL]).run(Handle(on_item=try_it))
    portraits.enrol(session, school.portraits).run(Handle(on_progress=try_it))
    assert len(told) > 2
    assert all("being looked at" in sentence for sentence in told)
    now = settings.view(session)
    assert (now.engine, now.matching) == ("standard", Matching.EVERYONE)
    settings.set_engine(session, model)
    assert settings.view(session).engine == model


def test_a_child_without_its_model_says_so(model: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from consentry.services.photo_jobs import Analyse

    monkeypatch.delenv("CONSENTRY_MODELS")
    with WorkerPool(1, engine=model) as pool, pytest.raises(MendableError, match='no engine "mine"'):
        pool.submit(Analyse(b"x")).result()
