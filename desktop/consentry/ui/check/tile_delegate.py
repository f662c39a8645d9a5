"""Paints one face of a group: its crop, and a tick where the answer is for it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from consentry.ui.widgets.verdict import paint_shape
from consentry_policy.verdicts import Outcome

_TICK = 22  # px
_Index = QModelIndex | QPersistentModelIndex


class TileDelegate(QStyledItemDelegate):
    """The picture is the item's icon, the tick its check state."""

    def __init__(self, cell: QSize, parent: QObject) -> None:
        super().__init__(parent)
        self._cell = cell

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return self._cell

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        palette: QPalette = option.palette
        box = QRectF(option.rect.adjusted(5, 5, -5, -5))
        ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(icon, QIcon):
            painter.setOpacity(1.0 if ticked else 0.3)
            icon.paint(painter, box.toRect())
            painter.setOpacity(1.0)
        else:
            painter.fillRect(box, palette.color(QPalette.ColorRole.AlternateBase))
        if ticked:
            corner = QRectF(box.x() + 5, box.y() + 5, _TICK, _TICK)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor("#ffffff"))
            painter.drawEllipse(corner.adjusted(-2, -2, 2, 2))
            paint_shape(painter, corner, Outcome.CLEARED)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 4))
            painter.drawRoundedRect(box, 4, 4)
        painter.restore()
