"""One face on the canvas: its box, and a plate with its number and what it is held to be."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from consentry.services.views import FaceView
from consentry.ui.check.looks import Look, face_look
from consentry.ui.check.words import face_label
from consentry_policy.facts import FaceState

_LINE, _LINE_CHOSEN, _LINE_QUIET = 2.5, 5.0, 1.0  # px of the screen, whatever the zoom


class FaceItem(QGraphicsRectItem):
    """A box in upright pixels of the photo."""

    def __init__(self, face: FaceView) -> None:
        super().__init__(QRectF(*face.box))
        self.face = face
        self._look = face_look(face)
        self._plate = _Plate(self)
        self._plate.setPos(self.rect().topLeft())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(face_label(face))
        self._chosen = False
        self._dress(in_full=False)

    def show_as(self, *, chosen: bool, in_full: bool) -> None:
        """Draw the box as the chosen one or not; ``in_full`` writes more than the number."""
        self._chosen = chosen
        self.setZValue(2 if chosen else 1)
        self._dress(in_full=in_full)

    def _dress(self, *, in_full: bool) -> None:
        pen = QPen(self._look.fill, self._line, self._look.line)
        pen.setCosmetic(True)
        self.setPen(pen)
        if self.face.covered:
            self.setBrush(QBrush(QColor(0, 0, 0, 150), Qt.BrushStyle.DiagCrossPattern))
        text = face_label(self.face) if in_full else str(self.face.ordinal)
        self._plate.setVisible(self._chosen or not self.quiet)
        self._plate.write(text, self._look)

    @property
    def quiet(self) -> bool:
        """What was taken for no face must not hide the faces."""
        return self.face.state is FaceState.NOT_A_FACE and not self.face.drawn

    @property
    def _line(self) -> float:
        if self._chosen:
            return _LINE_CHOSEN
        return _LINE_QUIET if self.quiet else _LINE

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """A dark line under the coloured one keeps the box visible on any photo."""
        under = QPen(QColor(0, 0, 0, 200), self._line + (1 if self.quiet else 2.5))
        under.setCosmetic(True)
        painter.setPen(under)
        painter.setBrush(self.brush())
        painter.drawRect(self.rect())
        painter.setPen(self.pen())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect())


class _Plate(QGraphicsItem):
    """The label above a box: the size of the screen's text at every zoom."""

    def __init__(self, parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self._font = QFont()
        self._font.setBold(True)
        self._text = ""
        self._look: Look | None = None

    def write(self, text: str, look: Look) -> None:
        """Show other words."""
        self.prepareGeometryChange()
        self._text, self._look = text, look
        self.update()

    def boundingRect(self) -> QRectF:
        """Above the upper left corner of the box."""
        metrics = QFontMetricsF(self._font)
        height = metrics.height() + 4
        return QRectF(0, -height, metrics.horizontalAdvance(self._text) + 10, height)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Ink on the look's own ground."""
        if self._look is None:
            return
        box = self.boundingRect()
        painter.fillRect(box, self._look.fill)
        painter.setFont(self._font)
        painter.setPen(self._look.ink)
        painter.drawText(QPointF(box.x() + 5, -6), self._text)
