"""A grid of photos: thousands scroll smoothly, as every cell has one size and pictures come as needed."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from consentry.services.views import PhotoView
from consentry.ui.check.photo_delegate import PhotoDelegate
from consentry.ui.check.photo_model import PHOTO, PhotoFilter, PhotoModel
from consentry.ui.check.thumbnails import Thumbnails

_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier


class PhotoGrid(QListView):
    """Shows a `PhotoFilter`. Enter or a double click opens a photo; several can be selected."""

    opened = Signal(str)
    chosen_changed = Signal()
    resized = Signal()

    def __init__(
        self,
        photos: PhotoFilter,
        thumbnails: Thumbnails,
        cell: QSize,
        *,
        boxes: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._photos = photos
        self._delegate = PhotoDelegate(thumbnails, cell, boxes=boxes, parent=self)
        self.setItemDelegate(self._delegate)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setGridSize(cell)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # its coming must not resize cells
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().setSingleStep(40)
        self.setModel(photos)
        self.setAccessibleName(self.tr("Photos"))
        self.activated.connect(self._open)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())
        thumbnails.ready.connect(self._redraw)

    def set_cell(self, cell: QSize) -> None:
        """Use another cell size."""
        if cell != self._delegate.cell:
            self._delegate.cell = cell
            self.setGridSize(cell)

    def chosen(self) -> list[PhotoView]:
        """The selected photos, in the order shown."""
        rows = sorted(self.selectionModel().selectedIndexes(), key=QModelIndex.row)
        return [photo for photo in (index.data(PHOTO) for index in rows) if isinstance(photo, PhotoView)]

    def visible_rows(self) -> range:
        """Rows of which at least a part can be seen."""
        cell, port = self.gridSize(), self.viewport().rect()
        columns = max(1, port.width() // cell.width())
        first = self.verticalScrollBar().value() // cell.height() * columns
        last = (self.verticalScrollBar().value() + port.height()) // cell.height() * columns + columns
        return range(max(0, first), min(self.model().rowCount(), last))

    def whole_rows(self) -> list[int]:
        """Rows whose cells can be seen from edge to edge."""
        port = self.viewport().rect()
        return [row for row in self.visible_rows() if port.contains(self.visualRect(self.model().index(row, 0)))]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell who lays the cells out."""
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that move and select are the grid's; letters are the page's, not a search."""
        if event.text().isprintable() and event.text().strip() and not event.modifiers() & _COMMAND:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        photo = index.data(PHOTO)
        if isinstance(photo, PhotoView):
            self.opened.emit(photo.id)

    def _redraw(self, photo_id: str) -> None:
        source = self._photos.sourceModel()
        row = source.row_of(photo_id) if isinstance(source, PhotoModel) else None
        if row is not None:
            self.update(self._photos.mapFromSource(source.index(row, 0)))
