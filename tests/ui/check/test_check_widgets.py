"""The widgets of Check photos on given photos: the grid of thousands, the canvas, the answers by key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
import shiboken6
from photo_values import astronaut, candidate, face, jpeg, photo
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consentry.ui.check import looks
from consentry.ui.check.answers import Say, button_text
from consentry.ui.check.canvas import FaceCanvas
from consentry.ui.check.photo_grid import PhotoGrid
from consentry.ui.check.photo_model import PhotoFilter, PhotoModel
from consentry.ui.check.thumbnails import Thumbnails
from consentry.ui.runner import Runner
from consentry_policy.facts import ConsentState, FaceState
from consentry_policy.verdicts import Outcome


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    made = Runner()  # the parent of what a test makes: it all ends with it, on this thread
    yield made
    assert made.finish()
    qtbot.waitUntil(lambda: not made.busy)
    shiboken6.delete(made)


def channel(value: float) -> float:
    return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4


def luminance(colour: QColor) -> float:
    red, green, blue = (channel(value) for value in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_label_on_a_photo_can_be_read() -> None:
    for look in looks.LOOKS:
        light, dark = sorted((luminance(look.fill), luminance(look.ink)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, look.fill.name()


@pytest.mark.parametrize(
    ("shown", "look"),
    [
        (face("f", FaceState.IDENTIFIED, person=candidate("a")), looks.MAY_NOT),
        (face("f", FaceState.IDENTIFIED, person=candidate("a", ConsentState.NOT_ANSWERED)), looks.MAY_NOT),
        (face("f", FaceState.IDENTIFIED, person=candidate("a", ConsentState.GRANTED), held=False), looks.MAY),
        (face("f", FaceState.IDENTIFIED, person=candidate("a", ConsentState.GRANTED), held=True), looks.OPEN),
        (face("f", FaceState.SUSPECTED), looks.OPEN),
        (face("f", FaceState.UNKNOWN), looks.OPEN),
        (face("f", FaceState.VISITOR, held=False), looks.VISITOR),
        (face("f", FaceState.SUSPECTED, covered=True, held=False), looks.OUT),
    ],
)
def test_only_someone_who_may_appear_is_green(shown: object, look: looks.Look) -> None:
    assert looks.face_look(shown) is look  # type: ignore[arg-type]


def test_a_grid_of_ten_thousand_fetches_only_what_is_in_sight(qtbot: QtBot, runner: Runner) -> None:
    fetched: list[str] = []
    content = jpeg(astronaut())

    def load(photo_id: str) -> bytes:
        fetched.append(photo_id)
        return content

    model, shown = PhotoModel(runner), PhotoFilter(runner)
    shown.setSourceModel(model)
    store = Thumbnails(runner, load, 128, parent=runner)
    grid = PhotoGrid(shown, store, QSize(200, 190))
    qtbot.addWidget(grid)
    grid.resize(840, 600)
    grid.show()
    model.set_photos([photo(f"p{n}", Outcome.CLEARED) for n in range(10_000)])
    qtbot.waitUntil(lambda: store.has("p0") and not runner.busy)
    assert len(fetched) < 40
    grid.scrollToBottom()
    qtbot.waitUntil(lambda: store.has("p9999") and not runner.busy)
    assert len(fetched) < 80
    assert fetched.count("p0") == 1


def test_a_photo_without_a_thumbnail_is_asked_for_once_and_the_others_still_come(
    qtbot: QtBot, runner: Runner
) -> None:
    fetched: list[str] = []

    def load(photo_id: str) -> bytes:
        fetched.append(photo_id)
        return b"" if photo_id == "broken" else jpeg(astronaut())

    store = Thumbnails(runner, load, 64, parent=runner)
    for key in ("broken", "sound", "broken"):
        store.get(key)
    qtbot.waitUntil(lambda: store.has("sound") and not runner.busy)
    assert store.get("broken") is None
    assert sorted(fetched) == ["broken", "sound"]


def test_the_least_used_thumbnail_is_forgotten(qtbot: QtBot, runner: Runner) -> None:
    content = jpeg(astronaut())
    store = Thumbnails(runner, lambda _: content, 64, 2, runner)
    for key in ("a", "b", "c"):
        store.get(key)
        qtbot.waitUntil(lambda key=key: store.has(key))  # type: ignore[misc]
    assert [store.has(key) for key in ("a", "b", "c")] == [False, True, True]


def test_enter_opens_a_photo_and_letters_are_left_to_the_page(qtbot: QtBot, runner: Runner) -> None:
    model, shown = PhotoModel(runner), PhotoFilter(runner)
    shown.setSourceModel(model)
    model.set_photos([photo("apple"), photo("melon")])
    grid = PhotoGrid(shown, Thumbnails(runner, lambda _: b"", 64, parent=runner), QSize(200, 190))
    qtbot.addWidget(grid)
    grid.show()
    grid.setCurrentIndex(shown.index(0, 0))
    qtbot.keyClick(grid, Qt.Key.Key_M)
    assert grid.currentIndex().row() == 0
    with qtbot.waitSignal(grid.opened) as opened:
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert opened.args == ["apple"]


@pytest.fixture
def canvas(qtbot: QtBot) -> FaceCanvas:
    made = FaceCanvas()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    picture = QImage(800, 600, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.gray)
    made.show_picture(picture, 1600, 1200)
    made.show_faces([face("left", box=(200, 400, 200, 240)), face("right", box=(1100, 400, 200, 240))])
    return made


def at(canvas: FaceCanvas, x: float, y: float) -> QPoint:
    return canvas.mapFromScene(x, y)


def test_a_click_on_a_box_chooses_the_face(qtbot: QtBot, canvas: FaceCanvas) -> None:
    with qtbot.waitSignal(canvas.face_chosen) as chosen:
        qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at(canvas, 1200, 500))
    assert chosen.args == ["right"]


def test_a_face_drawn_with_the_mouse_is_told_in_pixels_of_the_photo(qtbot: QtBot, canvas: FaceCanvas) -> None:
    canvas.start_drawing()
    port = canvas.viewport()
    with qtbot.waitSignal(canvas.drawn) as drawn:
        QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=at(canvas, 600, 200))
        QTest.mouseMove(port, at(canvas, 700, 300))
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=at(canvas, 800, 460))
    assert drawn.args[0] == pytest.approx((600, 200, 200, 260), abs=5)
    assert not canvas.drawing


def test_a_face_can_be_drawn_with_the_keys_alone(qtbot: QtBot, canvas: FaceCanvas) -> None:
    canvas.start_drawing()
    boxes = []
    canvas.drawn.connect(boxes.append)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    canvas.start_drawing()
    for _ in range(3):
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
    qtbot.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    before, after = boxes
    assert after[0] > before[0]
    assert (after[2], after[3]) == (before[2], pytest.approx(before[3] + (after[0] - before[0]) / 3))


def test_a_slip_of_the_hand_and_escape_draw_no_face(qtbot: QtBot, canvas: FaceCanvas) -> None:
    boxes: list[object] = []
    canvas.drawn.connect(boxes.append)
    canvas.start_drawing()
    qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at(canvas, 600, 200))
    assert canvas.drawing
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert not canvas.drawing
    assert boxes == []


def test_a_drawn_face_never_reaches_beyond_the_photo(qtbot: QtBot, canvas: FaceCanvas) -> None:
    canvas.zoom(0.5)
    canvas.start_drawing()
    port = canvas.viewport()
    with qtbot.waitSignal(canvas.drawn) as drawn:
        QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=at(canvas, 1500, 1100))
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(port.width() + 300, port.height() + 300))
    x, y, width, height = drawn.args[0]
    assert x + width <= 1600
    assert y + height <= 1200


def test_zoom_keeps_between_the_whole_photo_and_very_near(canvas: FaceCanvas) -> None:
    whole = canvas.transform().m11()
    for _ in range(40):
        canvas.zoom(1.25)
    assert whole < canvas.transform().m11() <= 12
    for _ in range(60):
        canvas.zoom(0.8)
    assert canvas.transform().m11() == pytest.approx(whole)


def test_every_answer_says_its_key() -> None:
    for say in Say:
        if say is not Say.CONFIRM:
            assert button_text(say).endswith(")")


@pytest.mark.parametrize(("state", "boxed"), [(FaceState.IDENTIFIED, True), (FaceState.NOT_A_FACE, False)])
def test_the_contact_sheet_boxes_faces_and_leaves_bare_what_is_held_to_be_none(
    qtbot: QtBot, runner: Runner, state: FaceState, *, boxed: bool
) -> None:
    plain = QImage(400, 300, QImage.Format.Format_RGB32)
    plain.fill(Qt.GlobalColor.white)
    content = jpeg(plain)
    model, shown = PhotoModel(runner), PhotoFilter(runner)
    shown.setSourceModel(model)
    store = Thumbnails(runner, lambda _: content, 400, parent=runner)
    grid = PhotoGrid(shown, store, QSize(340, 300), boxes=True)
    qtbot.addWidget(grid)
    grid.resize(400, 340)
    grid.show()
    model.set_photos(
        [photo("p", Outcome.CLEARED, faces=(face("f", state, box=(400, 300, 800, 600), held=False),))]
    )
    qtbot.waitUntil(lambda: store.has("p") and not runner.busy)
    picture = grid.grab().toImage()
    middle = [picture.pixelColor(x, 150).name() for x in range(40, 300)]
    assert (len(set(middle)) > 1) is boxed


def test_a_thumbnail_shows_what_a_crop_cuts_off_in_the_dark(qtbot: QtBot, runner: Runner) -> None:
    plain = QImage(400, 300, QImage.Format.Format_RGB32)
    plain.fill(Qt.GlobalColor.white)
    content = jpeg(plain)
    model, shown = PhotoModel(runner), PhotoFilter(runner)
    shown.setSourceModel(model)
    store = Thumbnails(runner, lambda _: content, 400, parent=runner)
    grid = PhotoGrid(shown, store, QSize(340, 300), boxes=True)
    qtbot.addWidget(grid)
    grid.resize(400, 340)
    grid.show()
    model.set_photos([replace(photo("p", Outcome.CLEARED), crop=(0, 0, 800, 1200))])  # the left half
    qtbot.waitUntil(lambda: store.has("p") and not runner.busy)
    picture = grid.grab().toImage()
    left, right = (picture.pixelColor(x, 60).lightness() for x in (90, 250))
    assert left > 240
    assert right < 100
