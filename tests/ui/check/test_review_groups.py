"""Review by face: one answer for all that look like one person, in a real vault."""

from __future__ import annotations

from demo_batch import REFUSED, TOGETHER, id_of, reopened
from office import Office
from PySide6.QtCore import Qt

from consentry.services import deciding, photos
from consentry.ui.check import CheckPage
from consentry.ui.check.step_bar import Step
from consentry_policy.facts import FaceState


def open_groups(school: Office, page: CheckPage) -> None:
    school.click(page.steps.buttons[Step.FACES])
    school.settle()


def make_open(school: Office, page: CheckPage, *names: str) -> list[str]:
    """Say of the identified faces of these photos who they are not, so that a person has to look."""
    ids = [id_of(page, name) for name in names]
    views = photos.view_of(school.session, ids, page.batch.channel)
    faces = [face for view in views for face in view.faces if face.person and "Okafor" in face.person.name]
    assert faces[0].person is not None
    deciding.reject(school.session, [face.id for face in faces], faces[0].person.person)
    school.settle()
    return [face.id for face in faces]


def test_one_key_answers_for_every_face_of_the_question(school: Office) -> None:
    page = reopened(school)
    faces = set(make_open(school, page, TOGETHER, REFUSED))
    open_groups(school, page)
    place_on(page, faces)
    question = page.groups.questions.current
    assert question is not None
    assert set(question.faces) == faces, "the two look like one person"
    assert "2 faces" in page.groups.heading.text()
    school.qtbot.keyClick(page.groups.tiles, Qt.Key.Key_V)
    school.settle()
    states = {face.id: face for photo in page.batch.model.photos for face in photo.faces}
    assert {states[face].state for face in faces} == {FaceState.VISITOR}
    left = {face for n in range(len(page.groups.questions)) for face in faces_of(page, n)}
    assert not left & faces
    school.qtbot.keyClick(page.groups.tiles, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    school.settle()
    states = {face.id: face for photo in page.batch.model.photos for face in photo.faces}
    assert not any(states[face].by_reviewer for face in faces), "undo takes the whole answer back"


def test_a_face_taken_out_is_not_answered_for_and_is_asked_about_next(school: Office) -> None:
    page = reopened(school)
    faces = set(make_open(school, page, TOGETHER, REFUSED))
    open_groups(school, page)
    place_on(page, faces)
    question = page.groups.questions.current
    assert question is not None
    school.qtbot.keyClick(page.groups.tiles, Qt.Key.Key_T)
    assert "this face" in page.groups.heading.text()
    school.qtbot.keyClick(page.groups.tiles, Qt.Key.Key_V)
    school.settle()
    states = {face.id: face.state for photo in page.batch.model.photos for face in photo.faces}
    assert states[question.faces[0]] is not FaceState.VISITOR
    assert states[question.faces[1]] is FaceState.VISITOR
    assert page.groups.questions.current is not None
    assert page.groups.questions.current.faces == (question.faces[0],)


def test_one_key_splits_the_group(school: Office) -> None:
    page = reopened(school)
    faces = set(make_open(school, page, TOGETHER, REFUSED))
    open_groups(school, page)
    place_on(page, faces)
    before = len(page.groups.questions)
    school.qtbot.keyClick(page.groups.tiles, Qt.Key.Key_S)
    assert len(page.groups.questions) == before + 1
    assert page.groups.questions.current is not None
    assert len(page.groups.questions.current.faces) == 1


def test_nothing_is_recorded_while_no_face_is_ticked(school: Office) -> None:
    page = reopened(school)
    open_groups(school, page)
    while page.groups.tiles.ticked():
        row = page.groups.tiles.ticked()[0]
        spot = page.groups.tiles.visualItemRect(page.groups.tiles.item(row)).center()
        school.qtbot.mouseClick(page.groups.tiles.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    school.qtbot.keyClick(page.groups.tiles, Qt.Key.Key_V)
    school.settle()
    assert "No face is ticked" in page.groups.notice.text
    assert deciding.undo(school.session) is None


def test_a_face_can_be_seen_in_its_photo_and_one_comes_back(school: Office) -> None:
    page = reopened(school)
    open_groups(school, page)
    question = page.groups.questions.current
    assert question is not None
    school.qtbot.keyClick(page.groups.tiles, Qt.Key.Key_O)
    school.settle()
    assert page.photo.photo is not None
    assert page.photo.photo.id == question.photos[0]
    school.qtbot.keyClick(page.photo.canvas, Qt.Key.Key_Escape)
    school.settle()
    assert page.groups.isVisible()


def place_on(page: CheckPage, faces: set[str]) -> None:
    for place in range(len(page.groups.questions)):
        if faces & set(faces_of(page, place)):
            while page.groups.questions.place != place:
                page.groups.step(1)
            return
    raise AssertionError("the faces are not asked about")


def faces_of(page: CheckPage, place: int) -> tuple[str, ...]:
    return page.groups.questions.at(place).faces
