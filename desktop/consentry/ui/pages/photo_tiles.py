"""Photos as tiles with a tick box: many are looked at and ticked or unticked at one glance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from consentry.ui.check.thumbnails import Thumbnails

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
PICTURE = QSize(184, 138)  # px
_CELL = QSize(208, 200)  # px: a picture, two lines of words
_TILE = QSize(200, 192)
_LOOK_MS = 150  # after the last movement, before what is in sight counts as shown


class TilesModel(QAbstractListModel, Generic[T]):
    """One value a tile. ``key`` gives its photo's id, ``words`` what stands below the picture."""

    def __init__(self, thumbnails: Thumbnails, key: Callable[[T], str], words: Callable[[T], str]) -> None:
        super().__init__()
        self._thumbnails, self._key, self._words = thumbnails, key, words
        self.rows: list[T] = []
        self.ticked: set[str] = set()

    def show_rows(self, rows: Sequence[T], ticked: set[str]) -> None:
        """Show other tiles, these of them ticked."""
        self.beginResetModel()
        self.rows, self.ticked = list(rows), ticked
        self.endResetModel()

    def key_at(self, row: int) -> str:
        """The id of the photo in a tile."""
        return self._key(self.rows[row])

    def arrived(self, key: str) -> None:
        """A picture is here: draw its tile."""
        for row, value in enumerate(self.rows):
            if self._key(value) == key:
                place = self.index(row, 0)
                self.dataChanged.emit(place, place, [Qt.ItemDataRole.DecorationRole])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        can = Qt.ItemFlag
        return can.ItemIsEnabled | can.ItemIsSelectable | can.ItemIsUserCheckable | can.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        value = self.rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._words(value)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self._key(value) in self.ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.SizeHintRole:
            return _TILE  # also while the picture is on its way
        if role == Qt.ItemDataRole.DecorationRole:
            pixmap = self._thumbnails.get(self._key(value))
            return None if pixmap is None else QIcon(pixmap)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        key = self.key_at(index.row())
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self.ticked.add(key)
        else:
            self.ticked.discard(key)
        self.dataChanged.emit(index, index, [role])
        return True


class PhotoTiles(QListView):
    """A grid of tiles. Space ticks the one that has the focus; ``looked`` tells that more were shown whole."""

    looked = Signal()
    opened = Signal(int)
    """Enter or a double click: the row of the tile."""

    def __init__(
        self, model: TilesModel[Any], thumbnails: Thumbnails, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tiles = model
        self._thumbnails = thumbnails
        self.seen: set[str] = set()
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setWordWrap(True)
        self.setIconSize(PICTURE)
        self.setGridSize(_CELL)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(name)
        self.setModel(model)
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._note_shown)
        self.verticalScrollBar().valueChanged.connect(self._look.start)
        self.activated.connect(lambda index: self.opened.emit(index.row()))
        model.modelReset.connect(self._look.start)
        thumbnails.ready.connect(self._arrived)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look.start()

    def _arrived(self, key: str) -> None:
        self._tiles.arrived(key)
        self._look.start()

    def _note_shown(self) -> None:
        """What stands on the screen from edge to edge, with its picture, was shown to the person."""
        if not self.isVisible():
            return
        port = self.viewport().rect()
        before = len(self.seen)
        for row in range(self._tiles.rowCount()):
            key = self._tiles.key_at(row)
            if self._thumbnails.has(key) and port.contains(self.visualRect(self._tiles.index(row, 0))):
                self.seen.add(key)
        if len(self.seen) != before:
            self.looked.emit()
