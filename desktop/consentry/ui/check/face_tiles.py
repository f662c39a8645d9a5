"""The faces of one question as tiles: each can be taken out of the answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from consentry.ui.check.thumbnails import Thumbnails
from consentry.ui.check.tile_delegate import TileDelegate

_CELL = QSize(150, 150)
_ARROWS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}


class FaceTiles(QListWidget):
    """Ticked tiles belong to the answer; a click or T takes one out or puts it back. Enter is the page's."""

    toggled = Signal()

    def __init__(self, crops: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._crops = crops
        self._faces: tuple[str, ...] = ()
        self._delegate = TileDelegate(_CELL, self)
        self.setItemDelegate(self._delegate)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setGridSize(_CELL)
        self.setAccessibleName(self.tr("Faces that look like one person"))
        self.itemClicked.connect(self._flip)
        crops.ready.connect(self._arrived)

    def show_faces(self, faces: Sequence[str]) -> None:
        """Show other faces, all of them ticked."""
        self._faces = tuple(faces)
        self.clear()
        for face in self._faces:
            item = QListWidgetItem()
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            pixmap = self._crops.get(face)
            if pixmap is not None:
                item.setIcon(QIcon(pixmap))
            self.addItem(item)
            self._tick(item, ticked=True)
        if self._faces:
            self.setCurrentRow(0)

    def ticked(self) -> list[int]:
        """The places of the faces that the answer is for."""
        return [row for row in range(self.count()) if _is_ticked(self.item(row))]

    def toggle(self) -> None:
        """Take the marked face out of the answer, or put it back."""
        if self.currentItem() is not None:
            self._flip(self.currentItem())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys move in here; T takes a face out; every other key is the page's."""
        if event.key() in _ARROWS:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_T and not event.modifiers():
            self.toggle()
        else:
            event.ignore()

    def _flip(self, item: QListWidgetItem) -> None:
        self._tick(item, ticked=not _is_ticked(item))
        self.toggled.emit()

    def _tick(self, item: QListWidgetItem, *, ticked: bool) -> None:
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        words = self.tr("Face {number}, in the answer") if ticked else self.tr("Face {number}, taken out")
        text = words.format(number=self.row(item) + 1)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, text)
        item.setToolTip(text)

    def _arrived(self, face: str) -> None:
        if face in self._faces:
            pixmap = self._crops.get(face)
            item = self.item(self._faces.index(face))
            if pixmap is not None and item is not None:
                item.setIcon(QIcon(pixmap))


def _is_ticked(item: QListWidgetItem) -> bool:
    return item.checkState() is Qt.CheckState.Checked
