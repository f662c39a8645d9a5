"""What a crop cuts off lies in the dark: on the canvas, and on a thumbnail."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem, QGraphicsRectItem, QGraphicsScene

DARK = QColor(0, 0, 0, 190)
_EDGE = QColor("#ffffff")
_OVER_THE_PHOTO = 0.5  # and under the faces' boxes, which can still be chosen


class Shade:
    """The dark part of a photo on a scene; none until it is told what stays light."""

    def __init__(self, scene: QGraphicsScene) -> None:
        self._scene = scene
        self._item = QGraphicsPathItem()
        # no pen: half of it would lie outside the photo, the scene would grow by that, and the dark part with it
        self._item.setPen(Qt.PenStyle.NoPen)
        self._item.setBrush(DARK)
        self._edge = QGraphicsRectItem(self._item)
        pen = QPen(_EDGE, 1.5)
        pen.setCosmetic(True)
        self._edge.setPen(pen)
        self._item.setZValue(_OVER_THE_PHOTO)
        self._item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._light: QRectF | None = None
        scene.addItem(self._item)
        scene.sceneRectChanged.connect(self._draw)

    def show_around(self, light: QRectF | None) -> None:
        """Darken all but ``light``; None: darken nothing."""
        self._light = light
        self._draw()

    def set_visible(self, visible: bool) -> None:
        """Hide it for a while: another one is being drawn."""
        self._item.setVisible(visible)

    def remove(self) -> None:
        """Take it off the photo."""
        self._scene.sceneRectChanged.disconnect(self._draw)
        self._scene.removeItem(self._item)

    def _draw(self, *_: object) -> None:
        light = self._light
        self._edge.setVisible(light is not None)
        self._edge.setRect(light or QRectF())
        self._item.setPath(QPainterPath() if light is None else around(self._scene.sceneRect(), light))


def around(whole: QRectF, light: QRectF) -> QPainterPath:
    """``whole`` with a hole where ``light`` is."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    path.addRect(whole)
    path.addRect(light)
    return path


def paint_shade(painter: QPainter, target: QRectF, crop: tuple[int, int, int, int], width: int) -> None:
    """Darken what ``crop`` (px of a photo ``width`` px wide) cuts off a picture that stands in ``target``."""
    scale = target.width() / width
    x, y, w, h = (value * scale for value in crop)
    light = QRectF(target.x() + x, target.y() + y, w, h)
    painter.fillPath(around(target, light), DARK)
    painter.setPen(QPen(_EDGE, 1))
    painter.drawRect(light)
