"""A crop in the window: drawn or proposed, by mouse and keys, shown in the dark, undone, taken off, released."""

from __future__ import annotations

from pathlib import Path

import pytest
from demo_batch import ALONE, BROKEN, REFUSED, TOGETHER, id_of, reopened, verdicts
from office import Office
from PIL import Image
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from consentry.services import deciding, releasing
from consentry.services.views import PhotoView
from consentry.ui.check import CheckPage


def opened(school: Office, name: str) -> CheckPage:
    page = reopened(school)
    page.open_photo(id_of(page, name))
    school.settle()
    return page


def press(school: Office, page: CheckPage, key: Qt.Key, shift: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    school.qtbot.keyClick(QApplication.focusWidget() or page.photo.canvas, key, modifier)
    school.settle()


def shown(page: CheckPage) -> PhotoView:
    assert page.photo.photo is not None
    return page.photo.photo


def ask_about(page: CheckPage, name: str) -> str:
    face = next(f for f in shown(page).faces if f.person is not None and f.person.name == name)
    page.photo.choose(face.id)
    return face.id


def brightness(page: CheckPage, x: float, y: float) -> int:
    """How light the canvas is at a place of the photo, 0 to 255, over a few pixels."""
    canvas = page.photo.canvas
    spot = canvas.mapFromScene(x, y)
    image = canvas.viewport().grab(QRect(spot.x() - 2, spot.y() - 2, 5, 5)).toImage()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return sum(grey.pixelColor(i, j).red() for i in range(5) for j in range(5)) // 25


def test_the_face_that_is_asked_about_is_cropped_out_by_keys_alone(school: Office) -> None:
    page = opened(school, TOGETHER)
    refused = ask_about(page, "Tess Okafor")
    light = brightness(page, 1560, 30)
    press(school, page, Qt.Key.Key_L)
    assert page.photo.canvas.drawing
    assert "leaves face" in page.photo.notice.text
    assert brightness(page, 1560, 30) < light / 2  # a preview: nothing is recorded yet
    assert shown(page).crop is None
    press(school, page, Qt.Key.Key_Return)
    photo = shown(page)
    assert photo.crop is not None
    assert {f.id for f in photo.faces if f.left_out} >= {refused}
    assert photo.outcome.value == "review"
    assert brightness(page, 1560, 30) < light / 2
    assert brightness(page, 30, 30) > light / 2
    press(school, page, Qt.Key.Key_A)
    assert verdicts(page)[TOGETHER] == "cleared"


def test_escape_leaves_the_photo_as_it_was(school: Office) -> None:
    page = opened(school, TOGETHER)
    ask_about(page, "Tess Okafor")
    light = brightness(page, 1560, 30)
    press(school, page, Qt.Key.Key_L)
    press(school, page, Qt.Key.Key_Escape)
    assert (page.photo.canvas.drawing, shown(page).crop, page.photo.notice.text) == (False, None, "")
    assert brightness(page, 1560, 30) == light
    assert page.photo.isVisible()


def test_a_crop_is_dragged_with_the_mouse_and_taken_off_by_its_button(school: Office) -> None:
    page = opened(school, TOGETHER)
    photo_page, canvas = page.photo, page.photo.canvas
    assert not photo_page.whole_button.isEnabled()
    school.click(photo_page.crop_button)
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=canvas.mapFromScene(40, 60))
    QTest.mouseMove(canvas.viewport(), canvas.mapFromScene(300, 400))
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=canvas.mapFromScene(840, 1100))
    school.settle()
    assert shown(page).crop == pytest.approx((40, 60, 800, 1040), abs=6)
    listed = page.photo.panel.faces
    assert "cropped out" in " ".join(listed.item(row).text() for row in range(listed.count()))
    school.click(photo_page.whole_button)
    assert shown(page).crop is None
    assert shown(page).outcome.value == "blocked"


def test_the_proposal_is_taken_with_the_mouse_too(school: Office) -> None:
    page = opened(school, TOGETHER)
    ask_about(page, "Tess Okafor")
    school.click(page.photo.leave_out_button)
    school.click(page.photo.notice.action)
    assert shown(page).crop is not None
    assert not page.photo.canvas.drawing


def test_a_crop_is_moved_and_sized_by_keys_and_stays_in_the_photo(school: Office) -> None:
    page = opened(school, TOGETHER)
    press(school, page, Qt.Key.Key_R)
    for _ in range(40):  # against the left edge, and further
        press(school, page, Qt.Key.Key_Left)
    press(school, page, Qt.Key.Key_Up, shift=True)
    press(school, page, Qt.Key.Key_Return)
    assert shown(page).crop == (0, 150, 1200, 884)
    press(school, page, Qt.Key.Key_R)  # it begins with the crop there is
    press(school, page, Qt.Key.Key_Down)
    press(school, page, Qt.Key.Key_Return)
    assert shown(page).crop == (0, 166, 1200, 884)
    press(school, page, Qt.Key.Key_W)
    assert shown(page).crop is None


def test_undo_takes_a_crop_back(school: Office) -> None:
    page = opened(school, TOGETHER)
    ask_about(page, "Tess Okafor")
    press(school, page, Qt.Key.Key_L)
    press(school, page, Qt.Key.Key_Return)
    assert shown(page).crop is not None
    school.qtbot.keyClick(page.photo.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    school.settle()
    assert (shown(page).crop, verdicts(page)[TOGETHER]) == (None, "blocked")


def test_where_no_crop_can_help_the_page_says_so(school: Office) -> None:
    page = opened(school, REFUSED)
    face = shown(page).faces[0]
    deciding.crop(school.session, shown(page).id, face.box)
    school.settle()
    press(school, page, Qt.Key.Key_L)
    assert "cover the face instead" in page.photo.notice.text
    assert not page.photo.canvas.drawing


def test_a_damaged_photo_has_no_crop(school: Office) -> None:
    page = opened(school, BROKEN)
    assert not page.photo.crop_button.isEnabled()
    assert not page.photo.leave_out_button.isEnabled()
    for key in (Qt.Key.Key_R, Qt.Key.Key_L, Qt.Key.Key_W):
        press(school, page, key)
    assert not page.photo.canvas.drawing


def test_going_on_gives_the_rectangle_up_and_another_photo_is_light(school: Office) -> None:
    page = opened(school, TOGETHER)
    ask_about(page, "Tess Okafor")
    press(school, page, Qt.Key.Key_L)
    press(school, page, Qt.Key.Key_Return)
    press(school, page, Qt.Key.Key_R)
    page.open_photo(id_of(page, ALONE))
    school.settle()
    assert not page.photo.canvas.drawing
    assert brightness(page, 1560, 30) > 60


def test_what_was_cropped_in_the_window_is_released_so(school: Office, tmp_path: Path) -> None:
    page = opened(school, TOGETHER)
    ask_about(page, "Tess Okafor")
    press(school, page, Qt.Key.Key_L)
    press(school, page, Qt.Key.Key_Return)
    press(school, page, Qt.Key.Key_A)
    photo = page.batch.model.photo(id_of(page, TOGETHER))
    assert photo is not None
    assert photo.crop is not None
    deciding.mark_seen(school.session, [photo.id], page.batch.channel)
    report = releasing.release(school.session, [photo.id], page.batch.channel, tmp_path / "out").run()
    assert report.copies == 1, report.held
    with Image.open(next((tmp_path / "out").glob("*.jpg"))) as image:
        assert image.size == photo.crop[2:]
    school.settle()
