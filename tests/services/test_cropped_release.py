"""A crop leaves a face out of the copy, on full-resolution pixels, and what is let out is looked at once more."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from consentry.services import checking, cropping, deciding, drawing, photos, releasing, roster, takedown
from consentry.services.analysis import Analysis
from consentry.services.judging import Judge, Judgement
from consentry.services.photo_jobs import Analyse, MakeCopy
from consentry.services.releasing import Status, recheck
from consentry.services.releasing.recheck import Hidden, wrong_in, wrong_size
from consentry.services.session import Session
from consentry.services.views import FaceView, PhotoView
from consentry_policy.crops import Crop
from consentry_policy.errors import MendableError
from consentry_policy.facts import Attestation, FaceState, Mark
from consentry_policy.records import Answer
from consentry_policy.verdicts import Outcome
from school_ground import CHANNEL, School

TOGETHER, ALONE = "08-together.jpg", "02-mirrored.jpg"


def view(session: Session, name: str = TOGETHER) -> PhotoView:
    batch = photos.batches(session)[0]
    return next(v for v in photos.views(session, batch.id, CHANNEL) if v.file_name == name)


def face_of(photo: PhotoView, number: str) -> FaceView:
    return next(f for f in photo.faces if f.person is not None and f.person.number == number)


def person(session: Session, number: str) -> str:
    return next(p.id for p in roster.people(session) if p.number == number)


def crop_out(session: Session, number: str = "1002", name: str = TOGETHER) -> Crop:
    photo = view(session, name)
    crop = cropping.leaving_out(session, photo.id, [face_of(photo, number).id])
    deciding.crop(session, photo.id, crop.box)
    return crop


def let_out(session: Session, folder: Path, name: str = TOGETHER) -> Path:
    photo = view(session, name)
    if name == TOGETHER:
        deciding.attest(session, [photo.id], Attestation.NOTHING_IDENTIFIES, CHANNEL)
    deciding.mark_seen(session, [photo.id], CHANNEL)
    report = releasing.release(session, [photo.id], CHANNEL, folder).run()
    assert report.copies == 1, report.held
    return next(folder.glob("*.jpg"))


def test_a_refused_student_cropped_out_waits_for_a_word_and_then_the_photo_is_cleared(session: Session) -> None:
    assert view(session).outcome is Outcome.BLOCKED
    crop = crop_out(session)
    cut = view(session)
    assert cut.crop == crop.box
    assert (cut.outcome, {r.code for r in cut.reasons}) == (Outcome.REVIEW, {"student-left-out"})
    assert face_of(cut, "1002").left_out
    assert not face_of(cut, "1001").left_out
    deciding.attest(session, [cut.id], Attestation.NOTHING_IDENTIFIES, CHANNEL)
    assert view(session).outcome is Outcome.CLEARED


def test_undo_takes_the_crop_back_and_says_so(session: Session) -> None:
    crop_out(session)
    assert str(deciding.undo(session)) == "cropped"
    back = view(session)
    assert (back.crop, back.outcome) == (None, Outcome.BLOCKED)
    assert not face_of(back, "1002").left_out


def test_a_crop_taken_off_takes_the_words_with_it_that_were_said_of_it(session: Session) -> None:
    photo = view(session)
    deciding.mark(session, [photo.id], Mark.CONFIDENTIAL)
    crop = crop_out(session)
    deciding.unmark(session, [photo.id], Mark.CONFIDENTIAL)
    deciding.attest(session, [photo.id], Attestation.NOTHING_IDENTIFIES, CHANNEL)
    assert view(session).outcome is Outcome.CLEARED
    deciding.uncrop(session, [photo.id])
    assert {"student", "confidential"} <= {r.code for r in view(session).reasons}
    deciding.crop(session, photo.id, crop.box)
    assert view(session).outcome is Outcome.CLEARED


def test_a_face_that_is_partly_in_the_crop_remains(session: Session) -> None:
    photo = view(session)
    x, _, w, _ = face_of(photo, "1002").box
    deciding.crop(session, photo.id, (0, 0, x - 0.1 * w, photo.height))  # its hair and ear are still in it
    cut = view(session)
    assert not face_of(cut, "1002").left_out
    assert cut.outcome is Outcome.BLOCKED


def test_a_crop_must_fit_the_photo_and_a_broken_photo_has_none(session: Session) -> None:
    photo = view(session)
    with pytest.raises(MendableError, match="beyond the photo"):
        deciding.crop(session, photo.id, (0, 0, photo.width + 1, photo.height))
    with pytest.raises(MendableError, match="at least 64 pixels"):
        deciding.crop(session, photo.id, (0, 0, 20, 20))
    with pytest.raises(MendableError, match="cannot be cropped"):
        deciding.crop(session, view(session, "12-broken.jpg").id, (0, 0, 100, 100))
    with pytest.raises(MendableError, match="not in the vault"):
        deciding.crop(session, "nowhere", (0, 0, 100, 100))
    assert view(session).crop is None


def test_nothing_is_proposed_that_cannot_be(session: Session) -> None:
    photo = view(session)
    with pytest.raises(MendableError, match="not there any more"):
        cropping.leaving_out(session, photo.id, ["no such face"])
    with pytest.raises(MendableError, match="not there any more"):
        cropping.leaving_out(session, photo.id, [])
    deciding.crop(session, photo.id, face_of(photo, "1002").box)
    with pytest.raises(MendableError, match="cover the face instead"):
        cropping.leaving_out(session, photo.id, [face_of(photo, "1002").id])


def test_the_copy_is_the_source_s_own_pixels_and_shows_one_person(
    session: Session, school: School, tmp_path: Path
) -> None:
    crop = crop_out(session)
    copy = let_out(session, tmp_path / "out")
    source = np.asarray(Image.open(school.photos / TOGETHER).convert("RGB"), np.int16)
    cut = np.asarray(Image.open(copy).convert("RGB"), np.int16)
    assert cut.shape == (crop.height, crop.width, 3)
    assert np.abs(cut - source[crop.y : crop.bottom, crop.x : crop.right]).mean() < 2  # encoded once more, no more
    again = checking.check(session, [copy], [CHANNEL]).run().photos[0]
    assert {f.person.number for f in again.faces if f.person is not None} == {"1001"}
    assert b"digitalsourcetype/humanEdits" in copy.read_bytes()
    manifest = json.loads((copy.parent / "manifest.json").read_text(encoding="utf-8"))["copies"][0]
    assert (manifest["cropped"], manifest["covered_faces"]) == (True, 0)
    with session.vault.read() as unit:
        kept = unit.releases.copies_by_sha256(manifest["sha256"])[0]
    assert kept.crop == crop.box
    assert set(kept.people) == {person(session, "1001")}
    assert kept.suspected == ()


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp"])
def test_a_turned_photo_is_cut_as_it_is_seen_and_nothing_of_its_metadata_stays(
    session: Session, school: School, tmp_path: Path, suffix: str
) -> None:
    upright = Image.open(school.photos / TOGETHER).convert("RGB")
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by a quarter, clockwise
    exif[0x013B] = "Wanda Photographer"
    exif.get_ifd(0x8825).update({1: "N", 2: (46.0, 19.0, 5.0), 3: "W", 4: (95.0, 26.0, 45.0)})
    source = tmp_path / f"turned.{suffix}"
    how = {"jpg": {"quality": 95}, "png": {}, "webp": {"lossless": True}}[suffix]
    upright.rotate(90, expand=True).save(source, exif=exif, **how)
    photo = checking.check(session, [source], [CHANNEL]).run().photos[0]
    assert (photo.width, photo.height) == upright.size
    crop = cropping.leaving_out(session, photo.id, [face_of(photo, "1002").id])
    deciding.crop(session, photo.id, crop.box)
    deciding.attest(session, [photo.id], Attestation.NOTHING_IDENTIFIES, CHANNEL)
    deciding.mark_seen(session, [photo.id], CHANNEL)
    assert releasing.release(session, [photo.id], CHANNEL, tmp_path / "out").run().copies == 1
    copy = next(p for p in (tmp_path / "out").iterdir() if p.suffix in {".jpg", ".png"})
    cut = np.asarray(Image.open(copy).convert("RGB"), np.int16)
    there = np.asarray(upright, np.int16)[crop.y : crop.bottom, crop.x : crop.right]
    assert cut.shape == there.shape
    assert np.abs(cut - there).mean() < (0.01 if suffix == "png" else 3)
    left = Image.open(copy)
    left.load()
    assert dict(left.getexif()) == {}
    assert b"Wanda" not in copy.read_bytes()


def test_covers_and_a_crop_go_together(session: Session, tmp_path: Path) -> None:
    photo = view(session)
    crop_out(session)
    deciding.cover(session, [face_of(photo, "1001").id])
    copy = let_out(session, tmp_path / "out")
    found = session.workers().submit(Analyse(copy.read_bytes(), embed=False)).result().faces
    assert not [f for f in found if f.must_settle]
    manifest = json.loads((copy.parent / "manifest.json").read_text(encoding="utf-8"))["copies"][0]
    assert (manifest["cropped"], manifest["covered_faces"]) == (True, 1)


def test_who_was_cropped_out_is_not_shown_by_the_copy(session: Session, tmp_path: Path) -> None:
    crop_out(session)
    copy = let_out(session, tmp_path / "out")
    assert releasing.verify(session, copy).run().status is Status.MAY_BE_USED
    roster.protect(session, person(session, "1002"), "court order")
    assert takedown.recalls(session) == []
    roster.set_consent(session, person(session, "1001"), Answer.WITHDRAWAL, None, None)
    assert [(r.person_number, r.suspected) for r in takedown.recalls(session)] == [("1001", False)]
    assert releasing.verify(session, copy).run().status is Status.MAY_NOT_BE_USED


def test_a_copy_is_judged_by_its_own_crop_whatever_became_of_the_photo(session: Session, tmp_path: Path) -> None:
    photo = view(session)
    crop_out(session)
    copy = let_out(session, tmp_path / "out")
    deciding.uncrop(session, [photo.id])
    assert view(session).outcome is Outcome.BLOCKED
    found = releasing.verify(session, copy).run()
    assert (found.status, found.exact) == (Status.MAY_BE_USED, True)
    small = tmp_path / "small.jpg"
    image = Image.open(copy)
    image.resize((image.width // 2, image.height // 2)).save(small, "JPEG", quality=70)
    near = releasing.verify(session, small).run()
    assert (near.status, near.copy, near.exact) == (Status.CHANGED, found.copy, False)


@pytest.mark.parametrize("how", ["cropped", "covered"])
def test_a_bare_original_on_a_website_in_the_place_of_its_copy_is_found(
    session: Session, school: School, tmp_path: Path, how: str
) -> None:
    photo = view(session)
    if how == "cropped":
        crop_out(session)
    else:
        deciding.cover(session, [face_of(photo, "1002").id])
    copy = let_out(session, tmp_path / "out")
    website = tmp_path / "website"
    website.mkdir()
    for name, content in (("copy.jpg", copy), ("bare.jpg", school.photos / TOGETHER), ("other.jpg", None)):
        (website / name).write_bytes((content or school.photos / "07-refused.jpg").read_bytes())
    image = Image.open(school.photos / TOGETHER)
    image.resize((image.width // 2, image.height // 2)).save(website / "small.jpg", quality=70)
    found = {hit.path.name: hit for hit in takedown.scan(session, [website]).run()}
    assert found.keys() == {"bare.jpg", "small.jpg"}
    assert ("looks like the original of" in str(found["small.jpg"].text)) == (how == "cropped")
    assert "the original of a copy" in str(found["bare.jpg"].text)
    assert all("may show what a copy hides" in str(hit.text) and not hit.exact for hit in found.values())


def test_a_smaller_version_of_a_copy_that_hides_nothing_may_stay_on_a_website(
    session: Session, tmp_path: Path
) -> None:
    copy = let_out(session, tmp_path / "out", ALONE)
    website = tmp_path / "website"
    website.mkdir()
    image = Image.open(copy)
    image.resize((image.width // 2, image.height // 2)).save(website / "small.jpg", "JPEG", quality=70)
    assert releasing.verify(session, website / "small.jpg").run().status is Status.CHANGED
    assert takedown.scan(session, [website]).run() == []


@pytest.mark.parametrize("how", ["cropped", "covered"])
def test_hiding_a_face_later_does_not_make_an_older_copy_usable(
    session: Session, tmp_path: Path, how: str
) -> None:
    photo, maja = view(session, ALONE), person(session, "1001")
    whole = let_out(session, tmp_path / "out", ALONE)
    roster.set_consent(session, maja, Answer.WITHDRAWAL, None, None)
    if how == "cropped":
        crop_out(session, "1001", ALONE)
    else:
        deciding.cover(session, [face_of(photo, "1001").id])
    deciding.attest(session, [photo.id], Attestation.NOTHING_IDENTIFIES, CHANNEL)
    assert view(session, ALONE).outcome is Outcome.CLEARED
    assert releasing.verify(session, whole).run().status is Status.MAY_NOT_BE_USED
    assert {r.person_number for r in takedown.recalls(session)} == {"1001"}
    later = let_out(session, tmp_path / "later", ALONE)
    assert releasing.verify(session, later).run().status is Status.MAY_BE_USED


def judged(session: Session, name: str = TOGETHER) -> Judgement:
    with session.vault.read() as unit:
        return Judge(session, unit, CHANNEL).judge([view(session, name).id])[0]


def cut(session: Session, school: School, crop: Crop, name: str = TOGETHER) -> Analysis:
    content = (school.photos / name).read_bytes()
    copy = session.workers().submit(MakeCopy(content, (), crop.box)).result()
    return session.workers().submit(Analyse(copy.content, embed=False)).result()


def test_a_copy_in_which_the_left_out_face_is_found_is_held(session: Session, school: School) -> None:
    crop_out(session)
    hidden = Hidden.of(judged(session))
    crop = hidden.crop
    assert crop is not None
    assert wrong_in(hidden, 1, cut(session, school, crop)) is None
    beyond = Crop(crop.x, crop.y, 1599 - crop.x, crop.height)  # as if the cut had been made further to the right
    assert wrong_in(hidden, 1, cut(session, school, beyond)) == recheck.LEFT_OUT


def test_a_copy_cut_elsewhere_is_held(session: Session, school: School) -> None:
    crop_out(session)
    hidden = Hidden.of(judged(session))
    crop = hidden.crop
    assert crop is not None
    moved = Crop(crop.x + 250, crop.y + 120, crop.width - 250, crop.height - 120)
    assert wrong_in(hidden, 1, cut(session, school, moved)) is not None
    content = (school.photos / TOGETHER).read_bytes()
    picture = session.workers().submit(MakeCopy(content, (), moved.box)).result()
    assert wrong_size(hidden, picture) == recheck.MOVED
    empty = Crop(0, 0, 200, 120)
    assert wrong_in(hidden, 1, cut(session, school, empty)) == recheck.MOVED
    assert (
        wrong_in(hidden, 3, cut(session, school, empty)) is None
    )  # of a film the copy holds the first frame only


def test_a_face_in_the_copy_that_nobody_has_answered_for_holds_it(session: Session, school: School) -> None:
    whole = Crop(0, 0, 1500, 1000)
    one = judged(session, ALONE)
    deciding.crop(session, one.photo.id, whole.box)
    seen = judged(session, ALONE)
    analysis = cut(session, school, whole, ALONE)
    assert wrong_in(Hidden.of(seen), 1, analysis) is None
    missed = Hidden((), (), (), frozenset(), whole)
    assert wrong_in(missed, 1, analysis) == recheck.NEW
    main = next(f for f in seen.faces if f.must_settle)
    faint = type(main)(**{**{n: getattr(main, n) for n in main.__slots__}, "must_settle": False})
    barely = Hidden((), (), (faint,), frozenset(), whole)
    assert wrong_in(barely, 1, analysis) == recheck.faint([faint])
    assert wrong_in(Hidden((), (), (faint,), frozenset({faint.id}), whole), 1, analysis) is None


def test_a_protected_person_cropped_out_waits_for_the_designee(session: Session) -> None:
    roster.protect(session, person(session, "1002"), "court order")
    crop_out(session)
    photo = view(session)
    assert (photo.outcome, {r.code for r in photo.reasons}) == (Outcome.REVIEW, {"protected-left-out"})
    deciding.attest(session, [photo.id], Attestation.NOTHING_IDENTIFIES, CHANNEL)
    assert view(session).outcome is Outcome.REVIEW
    deciding.attest(session, [photo.id], Attestation.NOTHING_IDENTIFIES_PROTECTED, CHANNEL)
    assert view(session).outcome is Outcome.CLEARED


def test_a_face_drawn_outside_the_crop_does_not_hold_the_photo(session: Session) -> None:
    photo = view(session)
    crop_out(session)
    deciding.attest(session, [photo.id], Attestation.NOTHING_IDENTIFIES, CHANNEL)
    x, y, w, h = face_of(photo, "1002").box
    drawing.draw_face(session, photo.id, (x, y + 1.5 * h, w, h)).run()
    drawn = view(session).faces[-1]
    assert (drawn.drawn, drawn.left_out, drawn.held) == (True, True, False)
    assert drawn.state is not FaceState.NOT_A_FACE
