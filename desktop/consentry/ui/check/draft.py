"""A rectangle on its way to being a face or a crop: dragged with the mouse, or moved and sized by arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPen
from PySide6.QtWidgets import QGraphicsRectItem, QGraphicsScene

from consentry.ui.check.shade import Shade
from consentry_policy.crops import LEAST_SIDE

_LEAST = 8.0  # px of the photo; a smaller face is a slip of the hand
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ON_TOP = 5.0


class Draft:
    """A face's rectangle; begins somewhere, so that it can be placed without a mouse."""

    least = _LEAST
    fill = QColor(255, 255, 255, 50)

    def __init__(self, scene: QGraphicsScene, box: QRectF) -> None:
        self._scene = scene
        self._step = max(2.0, scene.sceneRect().width() / 100)
        self._item = QGraphicsRectItem(box)
        pen = QPen(QColor("#ffffff"), 2, Qt.PenStyle.DashLine)
        pen.setCosmetic(True)
        self._item.setPen(pen)
        self._item.setBrush(self.fill)
        self._item.setZValue(_ON_TOP)
        scene.addItem(self._item)
        self._corner: QPointF | None = None

    def begin(self, corner: QPointF) -> None:
        """A drag starts here."""
        self._corner = corner
        self._show(QRectF(corner, corner))

    def reach(self, corner: QPointF) -> None:
        """The drag has come here."""
        if self._corner is not None:
            self._show(QRectF(self._corner, corner).normalized())

    def move(self, event: QKeyEvent) -> bool:
        """Arrow keys move the rectangle, with Shift they size it; True where the key was one of them."""
        direction = _ARROWS.get(Qt.Key(event.key()))
        if direction is None:
            return False
        dx, dy = direction[0] * self._step, direction[1] * self._step
        box = self._item.rect()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            box.setWidth(max(self.least, box.width() + dx))
            box.setHeight(max(self.least, box.height() + dy))
        else:
            box.translate(dx, dy)
        self._show(box)
        return True

    def box(self) -> tuple[float, float, float, float] | None:
        """x, y, w, h inside the photo; None while it is too small to be meant."""
        box = self._item.rect().intersected(self._scene.sceneRect())
        if min(box.width(), box.height()) < self.least:
            return None
        return box.x(), box.y(), box.width(), box.height()

    def remove(self) -> None:
        """Take it off the photo."""
        self._scene.removeItem(self._item)

    def _show(self, box: QRectF) -> None:
        self._item.setRect(box)


class CropDraft(Draft):
    """A crop's rectangle: what would be cut off is dark while it is being made."""

    least = float(LEAST_SIDE)
    fill = QColor(0, 0, 0, 0)

    def __init__(self, scene: QGraphicsScene, box: QRectF) -> None:
        super().__init__(scene, box)
        self._shade = Shade(scene)
        self._shade.show_around(box)

    def remove(self) -> None:
        """Take it off the photo."""
        self._shade.remove()
        super().remove()

    def _show(self, box: QRectF) -> None:
        """Moved against an edge it stays whole; what is dragged beyond one is cut there."""
        photo = self._scene.sceneRect()
        if box.size() == self._item.rect().size():
            box.moveLeft(min(max(box.left(), photo.left()), photo.right() - box.width()))
            box.moveTop(min(max(box.top(), photo.top()), photo.bottom() - box.height()))
        super()._show(box.intersected(photo))
        self._shade.show_around(self._item.rect())


def square_at(scene: QGraphicsScene, centre: QPointF) -> QRectF:
    """Where a face's rectangle begins: a square of an eighth of the photo's width."""
    side = scene.sceneRect().width() / 8
    return QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
