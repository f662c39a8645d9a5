"""Check photos from the empty page to the release folder, with real clicks and keys in a real vault."""

from __future__ import annotations

import shutil

from demo_batch import (
    ALONE,
    BROKEN,
    CHANNEL,
    NOBODY,
    REFUSED,
    SMALL,
    TOGETHER,
    drop,
    id_of,
    reopened,
    verdicts,
)
from office import Office, choose
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QListView, QMenu

from consentry.services import photos
from consentry.ui.check import CheckPage
from consentry.ui.check.step_bar import Step
from consentry_policy.facts import Attestation
from consentry_policy.verdicts import Outcome


def select(page: CheckPage, *names: str) -> None:
    page.grid.grid.clearSelection()
    for row in range(page.shown.rowCount()):
        photo = page.shown.photo_at(row)
        if photo is not None and photo.file_name in names:
            flag = QItemSelectionModel.SelectionFlag.Select
            page.grid.grid.selectionModel().select(page.shown.index(row, 0), flag)


def why(page: CheckPage) -> dict[str, list[str]]:
    """The reasons on the screen, for the message of a test that fails."""
    said = {photo.file_name: [reason.code for reason in photo.reasons] for photo in page.batch.model.photos}
    return {**said, "message": [page.message.text]}


def entry(menu: QMenu, words: str) -> QAction:
    return next(action for action in menu.actions() if words in action.text())


def test_without_a_channel_the_page_says_how_to_get_one(office: Office) -> None:
    page = office.show(CheckPage(office.context))
    wanted: list[str] = []
    office.context.bridge.page_wanted.connect(wanted.append)
    assert page.start.hint.isVisible()
    assert not page.start.open_folder.isEnabled()
    office.click(page.start.hint_button)
    assert wanted == ["events"]
    office.list_channel()
    assert not page.start.hint.isVisible()
    assert page.start.open_folder.isEnabled()


def test_a_dropped_folder_is_checked_and_each_photo_shows_its_verdict(school: Office) -> None:
    page = school.show(CheckPage(school.context))
    fresh = school.folder / "fresh"
    fresh.mkdir()
    for name in (ALONE, NOBODY):
        shutil.copy(school.folder / "taken" / name, fresh / name)
    (fresh / "notes.txt").write_text("not a photo", encoding="utf-8")
    drop(page, fresh)
    assert page.grid.isVisible()
    assert page.busy.isVisible()
    school.settle()
    assert not page.busy.isVisible()
    assert verdicts(page) == {ALONE: "cleared", NOBODY: "review", "notes.txt": "review"}
    assert "3" in page.steps.buttons[Step.PHOTOS].text()
    school.qtbot.waitUntil(lambda: page.grid.filters.chips[Outcome.REVIEW].text().endswith("2"))


def test_a_second_drop_waits_for_the_first_check(school: Office) -> None:
    page = school.show(CheckPage(school.context))
    drop(page, school.folder / "taken")
    drop(page, school.folder / "taken")
    assert "under way" in page.message.text
    school.click(page.busy.cancel_button)
    assert "Stopped" in page.message.text
    assert not page.busy.isVisible()


def test_a_batch_that_was_checked_before_opens_again_with_the_same_verdicts(school: Office) -> None:
    page = reopened(school)
    assert verdicts(page) == {
        ALONE: "cleared",
        TOGETHER: "blocked",
        REFUSED: "blocked",
        NOBODY: "review",
        SMALL: "review",
        BROKEN: "review",
    }


def test_many_photos_take_one_word_and_ctrl_z_takes_it_back(school: Office) -> None:
    page = reopened(school)
    select(page, NOBODY, SMALL)
    school.click(page.grid.actions_row.no_one)
    assert verdicts(page)[NOBODY] == "cleared"
    assert verdicts(page)[SMALL] == "review", "a face is in it"
    school.qtbot.keyClick(page.grid.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    school.settle()
    assert verdicts(page)[NOBODY] == "review"


def test_photos_joined_to_an_event_are_excepted_once_the_arena_is_confirmed(school: Office) -> None:
    page = reopened(school)
    select(page, TOGETHER, REFUSED)
    actions = page.grid.actions_row
    actions.join.menu().aboutToShow.emit()
    school.settle()
    entry(actions.join.menu(), "Homecoming").trigger()
    school.settle()
    assert verdicts(page)[REFUSED] != "exception"
    school.click(actions.arena)
    assert verdicts(page)[TOGETHER] == "exception", why(page)
    assert verdicts(page)[REFUSED] == "exception", why(page)


def test_the_arena_without_an_event_is_refused_in_one_sentence_in_place(school: Office) -> None:
    page = reopened(school)
    select(page, REFUSED)
    school.click(page.grid.actions_row.arena)
    assert "join it to the event" in page.message.text
    assert verdicts(page)[REFUSED] == "blocked"


def test_a_mark_blocks_and_can_be_taken_off(school: Office) -> None:
    page = reopened(school)
    select(page, ALONE)
    menu = page.grid.actions_row.marks.menu()
    entry(menu, "Floor plan").trigger()
    school.settle()
    assert verdicts(page)[ALONE] == "blocked"
    select(page, ALONE)
    entry(menu, "Take off: Floor plan").trigger()
    school.settle()
    assert verdicts(page)[ALONE] == "cleared"


def test_a_logo_nobody_permitted_holds_a_photo_until_it_is_taken_off(school: Office) -> None:
    page = reopened(school)
    select(page, ALONE)
    menu = page.grid.actions_row.marks.menu()
    entry(menu, "The district's logo").trigger()
    school.settle()
    assert verdicts(page)[ALONE] == "review"
    select(page, ALONE)
    entry(menu, "Take off: The district's logo").trigger()
    school.settle()
    assert verdicts(page)[ALONE] == "cleared"


def test_only_what_was_seen_on_the_contact_sheet_is_released(school: Office) -> None:
    page = reopened(school)
    target = school.folder / "for the yearbook"
    school.click(page.steps.buttons[Step.RELEASE])
    school.type(page.releasing.folder, str(target))
    assert not page.releasing.go.isEnabled()
    assert "not seen" in page.releasing.unseen.text()
    school.click(page.releasing.sheet)
    school.qtbot.waitUntil(lambda: page.sheet.shown == {id_of(page, ALONE)})
    school.qtbot.keyClick(page.sheet.grid, Qt.Key.Key_L)
    school.settle()
    assert page.batch.model.photo(id_of(page, ALONE)).seen  # type: ignore[union-attr]
    school.click(page.steps.buttons[Step.RELEASE])
    school.click(page.releasing.go)
    assert "Released 1 photo" in page.releasing.message.text
    assert page.releasing.message.action.isVisible()
    copies = [path for path in target.rglob("*") if path.suffix == ".jpg"]
    assert len(copies) == 1
    assert "mirrored" not in copies[0].name


def test_a_release_that_nobody_looked_at_needs_a_tick(school: Office) -> None:
    page = reopened(school)
    target = school.folder / "out"
    school.click(page.steps.buttons[Step.RELEASE])
    school.type(page.releasing.folder, str(target))
    school.click(page.releasing.unseen_too)
    school.click(page.releasing.go)
    assert "Released 1 photo" in page.releasing.message.text


def test_a_photo_that_was_not_on_the_screen_whole_does_not_count_as_looked_at(school: Office) -> None:
    page = reopened(school)
    select(page, NOBODY)
    page.grid.actions_row.attest(Attestation.NO_ONE)
    school.settle()
    page.resize(page.minimumSizeHint().width(), 420)
    school.click(page.steps.buttons[Step.SHEET])
    school.click(page.sheet.only_going)
    school.qtbot.waitUntil(lambda: bool(page.sheet.shown))
    whole = {page.sheet.grid.model().index(row, 0).data() for row in page.sheet.grid.whole_rows()}
    names = {page.batch.model.photo(photo_id).file_name for photo_id in page.sheet.shown}  # type: ignore[union-attr]
    assert names <= whole
    assert len(names) < 6


def test_m_on_the_contact_sheet_opens_the_photo_for_drawing(school: Office) -> None:
    page = reopened(school)
    school.click(page.steps.buttons[Step.SHEET])
    page.sheet.grid.setCurrentIndex(page.sheet.grid.model().index(0, 0))
    school.qtbot.keyClick(page.sheet.grid, Qt.Key.Key_M)
    school.settle()
    assert page.photo.isVisible()
    assert page.photo.canvas.drawing


def test_verdicts_follow_a_change_made_elsewhere(school: Office) -> None:
    from consentry.services import channels

    page = reopened(school)
    channels.revoke(school.session, CHANNEL)
    school.settle()
    assert set(verdicts(page).values()) == {"blocked"}


def test_the_filter_for_a_person_shows_where_they_are(school: Office) -> None:
    page = reopened(school)
    school.qtbot.waitUntil(lambda: page.grid.filters.person.count() > 1)
    person = photos.view_of(school.session, [id_of(page, REFUSED)], CHANNEL)[0].faces[0].person
    assert person is not None
    choose(page.grid.filters.person, person.person)
    names = {photo.file_name for photo in page.shown.shown()}
    assert {REFUSED, TOGETHER} <= names
    assert NOBODY not in names


def test_every_control_has_a_name_for_a_screen_reader_and_no_title_names_anyone(school: Office) -> None:
    page = reopened(school)
    page.open_photo(id_of(page, TOGETHER))
    school.settle()
    for kind in (QAbstractButton, QComboBox, QLineEdit, QListView):
        for control in page.findChildren(kind):
            words = control.accessibleName() or (control.text() if isinstance(control, QAbstractButton) else "")
            inner = control.objectName().startswith("qt_") or isinstance(control.parent(), (QComboBox, QLineEdit))
            assert words or inner or not control.isVisible(), f"{type(control).__name__} has no name"
    for window in QApplication.topLevelWidgets():
        assert "Okafor" not in window.windowTitle()
        assert "Lindqvist" not in window.windowTitle()
