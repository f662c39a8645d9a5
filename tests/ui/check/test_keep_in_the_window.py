"""A confirmed face is kept as a further reference where a reviewer asks for it, and taken back on the roster."""

from __future__ import annotations

from dataclasses import replace

from demo_batch import REFUSED, SMALL, TOGETHER, id_of, reopened
from office import Office, click
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from consentry.services import deciding, leaving, photos, references, roster
from consentry.services.references import KeptFace
from consentry.ui.check import CheckPage
from consentry.ui.check.person_search import PersonSearch
from consentry.ui.check.step_bar import Step
from consentry.ui.pages.roster import RosterPage
from consentry_policy.recognise import Matching


def opened(school: Office, name: str) -> CheckPage:
    page = reopened(school)
    page.open_photo(id_of(page, name))
    school.settle()
    return page


def person(school: Office, last_name: str) -> str:
    return roster.people(school.session, last_name)[0].id


def kept(school: Office, last_name: str) -> list[KeptFace]:
    return references.kept(school.session, person(school, last_name))


def answer_with(school: Office, page: CheckPage, key: Qt.Key) -> str:
    """Press a key on the photo; gives what was said at the foot of the window last."""
    said: list[str] = []
    school.context.bridge.said.connect(lambda sentence, _: said.append(sentence))
    school.qtbot.keyClick(page.photo.canvas, key)
    school.settle()
    return said[-1]


def test_a_face_is_kept_only_where_the_box_is_marked(school: Office) -> None:
    page = opened(school, REFUSED)
    offer = page.photo.panel.answers.keep
    assert offer.isVisible()
    assert not offer.box.isChecked()
    assert "photo's date" in offer.means.text()
    assert "only while your answer stands" in offer.means.text()
    answer_with(school, page, Qt.Key.Key_Return)
    assert kept(school, "Okafor") == [], "an answer alone keeps nothing"
    page.open_photo(id_of(page, REFUSED))
    school.settle()
    click(school.qtbot, offer.box)
    assert "1 face kept" in answer_with(school, page, Qt.Key.Key_1)
    [one] = kept(school, "Okafor")
    assert (one.kept_on, one.counts) == (school.session.today, True)
    assert not offer.box.isChecked(), "the next face is not kept unasked"
    school.qtbot.keyClick(page.photo.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    school.settle()
    page.photo.undo()
    school.settle()
    assert [face.counts for face in kept(school, "Okafor")] == [False], "undone with the answer"


def test_the_key_marks_the_box_and_another_answer_keeps_nothing(school: Office) -> None:
    page = opened(school, REFUSED)
    school.qtbot.keyClick(page.photo.canvas, Qt.Key.Key_K)
    assert page.photo.panel.answers.keep.wanted
    answer_with(school, page, Qt.Key.Key_V)
    assert kept(school, "Okafor") == []


def test_what_would_be_refused_is_not_offered(school: Office) -> None:
    school.session._workers = None  # turning matching off ends the children, and those are for all tests
    page = opened(school, SMALL)
    offer = page.photo.panel.answers.keep
    assert offer.isHidden(), "too small to recognise others by"
    school.qtbot.keyClick(page.photo.canvas, Qt.Key.Key_K)
    assert not offer.wanted
    page.open_photo(id_of(page, REFUSED))
    school.settle()
    assert offer.isVisible()
    school.session.match(Matching.OFF)
    page.open_photo(id_of(page, SMALL))
    page.open_photo(id_of(page, REFUSED))
    school.settle()
    assert offer.isHidden(), "this vault matches no faces"


def test_someone_else_of_whom_nothing_may_be_kept_is_told(school: Office) -> None:
    page = opened(school, REFUSED)
    leaving.withdraw_from_matching(school.session, person(school, "Bergstr"), "the family asked for it")
    school.settle()
    school.qtbot.keyClick(page.photo.canvas, Qt.Key.Key_K)
    said: list[str] = []
    school.context.bridge.said.connect(lambda sentence, _: said.append(sentence))
    school.qtbot.keyClick(page.photo.canvas, Qt.Key.Key_F)
    dialog = page.photo.findChild(PersonSearch)
    assert dialog is not None
    school.qtbot.keyClicks(dialog.search, "Bergstr")
    school.qtbot.waitUntil(lambda: dialog.found.count() == 1)
    school.qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    school.settle()
    assert any("Not kept as a reference" in sentence and "withdrew" in sentence for sentence in said)
    assert kept(school, "Bergstr") == []
    face = photos.view_of(school.session, [id_of(page, REFUSED)], page.batch.channel)[0].faces[0]
    assert face.person is not None
    assert face.person.name == "Nils Bergström", "the answer itself was taken"


def test_the_ticked_faces_of_a_group_are_kept(school: Office) -> None:
    page = reopened(school)
    ids = [id_of(page, name) for name in (TOGETHER, REFUSED)]
    views = photos.view_of(school.session, ids, page.batch.channel)
    faces = [f for view in views for f in view.faces if f.person and "Okafor" in f.person.name]
    deciding.reject(school.session, [face.id for face in faces], person(school, "Okafor"))
    school.settle()
    school.click(page.steps.buttons[Step.FACES])
    school.settle()
    groups = page.groups
    while groups.questions.current is not None and not set(groups.questions.current.faces) & {f.id for f in faces}:
        groups.step(1)
    school.settle()
    offer = groups.answers.keep
    assert offer.isVisible()
    assert "references" in offer.box.text()
    school.qtbot.keyClick(groups.tiles, Qt.Key.Key_T)
    assert "reference " in offer.box.text(), "one of the two is left"
    school.qtbot.keyClick(groups.tiles, Qt.Key.Key_T)
    school.qtbot.keyClick(groups.tiles, Qt.Key.Key_K)
    school.click(groups.answers.cards[0].yes)
    assert len(kept(school, "Okafor")) == 2
    assert all(face.counts for face in kept(school, "Okafor"))


def test_kept_faces_stand_on_the_roster_with_their_date_and_are_taken_back(school: Office) -> None:
    batch = photos.batches(school.session)[0]
    views = photos.views(school.session, batch.id, batch.channels[0])
    face = next(view for view in views if view.file_name == REFUSED).faces[0].id
    with school.session.vault.write() as unit:
        row = unit.faces.get(face)
        assert row is not None
        photo = unit.photos.get(row.photo)
        assert photo is not None
        unit.photos.update(replace(photo, taken_at="2026-05-04T10:00:00"))
    deciding.confirm(school.session, [face], person(school, "Okafor"))
    references.keep(school.session, [face])
    page = school.show(RosterPage(school.context))
    rows = [view.last_name for view in page.list.model.rows]
    page.list.table.selectRow(rows.index("Lindqvist"))
    school.settle()
    assert page.list.person.kept.isHidden()
    page.list.table.selectRow(rows.index("Okafor"))
    school.settle()
    shown = page.list.person.kept
    [line] = shown.faces
    said = " ".join(label.text() for label in line.findChildren(QLabel))
    assert "Photo of 2026-05-04" in said
    assert f"kept on {school.session.today}" in said
    school.click(line.back_button)
    assert "destroyed" in page.list.message.text
    assert len(kept(school, "Okafor")) == 1, "one click alone destroys nothing"
    school.click(page.list.message.action)
    assert page.list.message.property("tone") == "done"
    assert shown.isHidden()
    assert kept(school, "Okafor") == []


def test_a_kept_face_whose_answer_is_gone_says_so(school: Office) -> None:
    batch = photos.batches(school.session)[0]
    views = photos.views(school.session, batch.id, batch.channels[0])
    face = next(view for view in views if view.file_name == REFUSED).faces[0].id
    deciding.confirm(school.session, [face], person(school, "Bergstr"))
    references.keep(school.session, [face])
    page = school.show(RosterPage(school.context))
    page.list.table.selectRow([view.last_name for view in page.list.model.rows].index("Bergström"))
    school.settle()
    assert "No portrait." in [label.text() for label in page.list.person.findChildren(QLabel)]
    deciding.undo(school.session)
    page.list.load()
    school.settle()
    [line] = page.list.person.kept.faces
    assert "does not count" in line.accessibleName()
