"""A crop that is asked for before the photo is on the screen: the window goes on."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from consentry.ui.check.canvas import FaceCanvas


def test_the_dark_part_around_a_crop_comes_to_rest_where_no_photo_is_shown_yet(qtbot: QtBot) -> None:
    canvas = FaceCanvas()
    qtbot.addWidget(canvas)
    canvas.show()
    grown: list[QRectF] = []
    canvas.scene().sceneRectChanged.connect(grown.append)
    canvas.show_crop((0.0, 150.0, 1200.0, 884.0))
    canvas.start_cropping((0.0, 150.0, 1200.0, 884.0))
    for _ in range(60):
        qtbot.wait(2)
    assert len(grown) < 20
