"""The faces of one question as tiles: each can be taken out of the answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from consentry.ui.check.thumbnails import Thumbnails

_SIDE = 120  # px


class FaceTiles(QListWidget):
    """Ticked tiles belong to the answer. T or a click on the tick takes one out, Enter is the page's."""

    opened = Signal(int)
    toggled = Signal()

    def __init__(self, crops: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._crops = crops
        self._faces: tuple[str, ...] = ()
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(_SIDE, _SIDE))
        self.setGridSize(QSize(_SIDE + 24, _SIDE + 44))
        self.setAccessibleName(self.tr("Faces that look like one person"))
        self.itemChanged.connect(lambda _: self.toggled.emit())
        self.itemActivated.connect(lambda item: self.opened.emit(self.row(item)))
        crops.ready.connect(self._arrived)

    def show_faces(self, faces: Sequence[str]) -> None:
        """Show other faces, all of them ticked."""
        self._faces = tuple(faces)
        self.blockSignals(True)
        self.clear()
        for number, face in enumerate(self._faces, 1):
            item = QListWidgetItem(str(number))
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            )
            item.setCheckState(Qt.CheckState.Checked)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self.tr("Face {number}").format(number=number))
            item.setSizeHint(QSize(_SIDE + 20, _SIDE + 40))
            pixmap = self._crops.get(face)
            if pixmap is not None:
                item.setIcon(QIcon(pixmap))
            self.addItem(item)
        if self._faces:
            self.setCurrentRow(0)
        self.blockSignals(False)

    def ticked(self) -> list[int]:
        """The places of the faces that the answer is for."""
        return [row for row in range(self.count()) if self.item(row).checkState() is Qt.CheckState.Checked]

    def toggle(self) -> None:
        """Take the marked face out of the answer, or put it back."""
        item = self.currentItem()
        if item is not None:
            ticked = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys move in here; T takes a face out; every other key is the page's."""
        arrows = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}
        if event.key() in arrows:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_T and not event.modifiers():
            self.toggle()
        else:
            event.ignore()

    def _arrived(self, face: str) -> None:
        if face not in self._faces:
            return
        pixmap = self._crops.get(face)
        item = self.item(self._faces.index(face))
        if pixmap is not None and item is not None:
            self.blockSignals(True)
            item.setIcon(QIcon(pixmap))
            self.blockSignals(False)
            self.viewport().update()
