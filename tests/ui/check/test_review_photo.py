"""One photo at a time: every answer by its key, in a real vault, and the verdict that follows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from demo_batch import ALONE, BROKEN, NOBODY, REFUSED, SMALL, TOGETHER, id_of, reopened, verdicts
from office import Office
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from consentry.services import photos
from consentry.services.views import FaceView, PhotoView
from consentry.ui.check import CheckPage
from consentry.ui.check.answers import Say
from consentry.ui.check.person_search import PersonSearch
from consentry_policy.facts import FaceState


def opened(school: Office, name: str) -> CheckPage:
    page = reopened(school)
    page.open_photo(id_of(page, name))
    school.settle()
    return page


def press(school: Office, page: CheckPage, key: Qt.Key) -> None:
    school.qtbot.keyClick(QApplication.focusWidget() or page.photo.canvas, key)
    school.settle()


def on_screen(page: CheckPage) -> PhotoView:
    assert page.photo.photo is not None
    return page.photo.photo


def face_of(page: CheckPage, name: str, person: str) -> FaceView:
    photo = page.batch.model.photo(id_of(page, name))
    assert photo is not None
    return next(face for face in photo.faces if face.person is not None and face.person.name == person)


def test_a_photo_opens_whole_from_the_file_and_its_neighbours_are_ready(school: Office) -> None:
    page = opened(school, TOGETHER)
    assert page.photo.loader.get(id_of(page, TOGETHER)) is not None
    nearby = [page.photo.loader.get(photo_id) for photo_id in (id_of(page, ALONE), id_of(page, REFUSED))]
    assert any(image is not None for image in nearby)


def test_keys_walk_through_photos_and_faces(school: Office) -> None:
    page = opened(school, TOGETHER)
    first = page.photo.face
    press(school, page, Qt.Key.Key_Down)
    assert page.photo.face is not None
    assert page.photo.face is not first
    before = on_screen(page).id
    press(school, page, Qt.Key.Key_Right)
    assert on_screen(page).id != before
    press(school, page, Qt.Key.Key_Left)
    assert on_screen(page).id == before
    press(school, page, Qt.Key.Key_Escape)
    assert page.grid.isVisible()


def test_space_goes_to_what_is_open_and_says_when_nothing_is(school: Office) -> None:
    page = opened(school, TOGETHER)
    press(school, page, Qt.Key.Key_Space)
    assert on_screen(page).file_name in {NOBODY, SMALL}
    press(school, page, Qt.Key.Key_Space)
    assert {on_screen(page).file_name} < {NOBODY, SMALL}


@pytest.mark.parametrize(
    ("key", "state", "verdict"),
    [
        (Qt.Key.Key_V, FaceState.VISITOR, "cleared"),
        (Qt.Key.Key_N, FaceState.NOT_A_FACE, "review"),
        (Qt.Key.Key_B, FaceState.UNRECOGNISABLE, "review"),
        (Qt.Key.Key_U, FaceState.UNKNOWN, "review"),
    ],
)
def test_each_answer_by_its_key_and_back_by_ctrl_z(
    school: Office, key: Qt.Key, state: FaceState, verdict: str
) -> None:
    page = opened(school, SMALL)
    face = page.photo.face
    assert face is not None
    assert face.state is FaceState.TOO_SMALL
    press(school, page, key)
    after = page.batch.model.photo(id_of(page, SMALL))
    assert after is not None
    assert (after.faces[0].state, after.faces[0].by_reviewer) == (state, True)
    assert after.outcome.value in {verdict, "cleared"} if verdict == "review" else after.outcome.value == verdict
    school.qtbot.keyClick(page.photo.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    school.settle()
    again = page.batch.model.photo(id_of(page, SMALL))
    assert again is not None
    assert again.faces[0].state is FaceState.TOO_SMALL
    assert again.outcome.value == "review"


def test_after_an_answer_the_next_open_photo_comes_by_itself(school: Office) -> None:
    page = opened(school, SMALL)
    press(school, page, Qt.Key.Key_V)
    assert on_screen(page).file_name == NOBODY
    press(school, page, Qt.Key.Key_A)
    assert verdicts(page)[NOBODY] == "cleared"
    assert "Nothing is left" in page.photo.notice.text


def test_a_digit_confirms_that_candidate_and_never_another(school: Office) -> None:
    page = opened(school, SMALL)
    names = [card.candidate.name for card in page.photo.panel.answers.cards]
    assert len(names) >= 2, "the small face is offered to a reviewer with whoever is near"
    press(school, page, Qt.Key.Key_9)
    assert page.photo.face is not None
    assert page.photo.face.state is FaceState.TOO_SMALL
    press(school, page, Qt.Key.Key_2)
    assert face_of(page, SMALL, names[1]).by_reviewer


def test_a_rejected_person_is_never_offered_again(school: Office) -> None:
    page = opened(school, SMALL)
    names = [card.candidate.name for card in page.photo.panel.answers.cards]
    press(school, page, Qt.Key.Key_X)
    assert on_screen(page).file_name == SMALL, "the face is still open"
    assert names[0] not in [card.candidate.name for card in page.photo.panel.answers.cards]


def test_a_refused_student_can_be_covered_and_uncovered(school: Office) -> None:
    page = opened(school, REFUSED)
    assert verdicts(page)[REFUSED] == "blocked"
    press(school, page, Qt.Key.Key_C)
    assert verdicts(page)[REFUSED] == "review"
    page.open_photo(id_of(page, REFUSED))
    school.settle()
    assert "Uncover" in page.photo.panel.answers.buttons[Say.COVER].text()
    press(school, page, Qt.Key.Key_A)
    assert verdicts(page)[REFUSED] == "cleared"


def test_someone_else_is_found_on_the_roster(school: Office) -> None:
    page = opened(school, SMALL)
    school.qtbot.keyClick(page.photo.canvas, Qt.Key.Key_F)
    search = page.photo.findChild(PersonSearch)
    assert search is not None
    school.qtbot.keyClicks(search.search, "Bergstr")
    school.qtbot.waitUntil(lambda: search.found.count() == 1)
    assert "not answered" in search.found.item(0).text()
    school.qtbot.keyClick(search.search, Qt.Key.Key_Return)
    school.settle()
    assert face_of(page, SMALL, "Nils Bergström").by_reviewer
    assert verdicts(page)[SMALL] == "blocked"


def test_a_face_that_was_missed_is_drawn_and_holds_the_photo(school: Office) -> None:
    page = opened(school, ALONE)
    before = len(on_screen(page).faces)
    school.qtbot.keyClick(page.photo.canvas, Qt.Key.Key_D)
    canvas = page.photo.canvas
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=canvas.mapFromScene(1100, 300))
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=canvas.mapFromScene(1350, 620))
    school.settle()
    photo = on_screen(page)
    assert len(photo.faces) == before + 1
    assert photo.faces[-1].drawn
    assert photo.faces[-1].box == pytest.approx((1100, 300, 250, 320), abs=8)
    assert photo.outcome.value == "review"
    assert page.photo.face is not None
    assert page.photo.face.id == photo.faces[-1].id


def test_a_click_on_a_box_asks_about_that_face(school: Office) -> None:
    page = opened(school, TOGETHER)
    face = face_of(page, TOGETHER, "Maja Lindqvist")
    x, y, width, height = face.box
    spot: QPoint = page.photo.canvas.mapFromScene(x + width / 2, y + height / 2)
    school.qtbot.mouseClick(page.photo.canvas.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    school.settle()
    assert page.photo.face is not None
    assert page.photo.face.id == face.id
    assert page.photo.panel.answers.cards[0].candidate.name == "Maja Lindqvist"


def test_buttons_answer_like_keys(school: Office) -> None:
    page = opened(school, REFUSED)
    card = page.photo.panel.answers.cards[0]
    school.click(card.no)
    faces = photos.view_of(school.session, [id_of(page, REFUSED)], page.batch.channel)[0].faces
    assert faces[0].person is None or faces[0].person.name != card.candidate.name


def test_a_photo_whose_file_is_gone_says_so_in_place_and_can_still_be_answered(school: Office) -> None:
    batch = photos.batches(school.session)[0]
    small = next(p for p in photos.views(school.session, batch.id, batch.channels[0]) if p.file_name == SMALL)
    with school.session.vault.write() as unit:
        row = unit.photos.get(small.id)
        assert row is not None
        unit.photos.update(replace(row, source_path=str(school.folder / "nowhere" / SMALL)))
    page = reopened(school)
    page.open_photo(id_of(page, SMALL))
    school.settle()
    assert "not where it was" in page.photo.notice.text
    press(school, page, Qt.Key.Key_V)
    assert verdicts(page)[SMALL] == "cleared"


def test_a_damaged_photo_can_be_opened_and_offers_no_way_to_clear_it(school: Office) -> None:
    page = opened(school, BROKEN)
    assert page.photo.photo is not None
    assert page.photo.photo.error
    press(school, page, Qt.Key.Key_Return)
    press(school, page, Qt.Key.Key_A)
    assert verdicts(page)[BROKEN] == "review"
