"""A rectangle on its way to being a face: dragged with the mouse, or moved and sized with the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPen
from PySide6.QtWidgets import QGraphicsRectItem, QGraphicsScene

_LEAST = 8.0  # px of the photo; a smaller rectangle is a slip of the hand
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Draft:
    """Begins as a square at a point, so that it can be placed without a mouse."""

    def __init__(self, scene: QGraphicsScene, centre: QPointF) -> None:
        self._scene = scene
        self._step = max(2.0, scene.sceneRect().width() / 100)
        side = scene.sceneRect().width() / 8
        self._item = QGraphicsRectItem(QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side))
        pen = QPen(QColor("#ffffff"), 2, Qt.PenStyle.DashLine)
        pen.setCosmetic(True)
        self._item.setPen(pen)
        self._item.setBrush(QColor(255, 255, 255, 50))
        self._item.setZValue(5)
        scene.addItem(self._item)
        self._corner: QPointF | None = None

    def begin(self, corner: QPointF) -> None:
        """A drag starts here."""
        self._corner = corner
        self._item.setRect(QRectF(corner, corner))

    def reach(self, corner: QPointF) -> None:
        """The drag has come here."""
        if self._corner is not None:
            self._item.setRect(QRectF(self._corner, corner).normalized())

    def move(self, event: QKeyEvent) -> bool:
        """Arrow keys move the rectangle, with Shift they size it; True where the key was one of them."""
        direction = _ARROWS.get(Qt.Key(event.key()))
        if direction is None:
            return False
        dx, dy = direction[0] * self._step, direction[1] * self._step
        box = self._item.rect()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            box.setWidth(max(_LEAST, box.width() + dx))
            box.setHeight(max(_LEAST, box.height() + dy))
        else:
            box.translate(dx, dy)
        self._item.setRect(box)
        return True

    def box(self) -> tuple[float, float, float, float] | None:
        """x, y, w, h inside the photo; None while it is too small to be meant."""
        box = self._item.rect().intersected(self._scene.sceneRect())
        if min(box.width(), box.height()) < _LEAST:
            return None
        return box.x(), box.y(), box.width(), box.height()

    def remove(self) -> None:
        """Take it off the photo."""
        self._scene.removeItem(self._item)
