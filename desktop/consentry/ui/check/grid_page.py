"""All photos of the batch: filters above, the grid, and what can be said of many at once below."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from consentry.ui.check.batch import Batch
from consentry.ui.check.batch_actions import BatchActions
from consentry.ui.check.decider import Decider
from consentry.ui.check.filter_bar import FilterBar
from consentry.ui.check.photo_grid import PhotoGrid
from consentry.ui.check.photo_model import Criteria, PhotoFilter
from consentry.ui.check.thumbnails import Thumbnails
from consentry.ui.widgets.page import words

_CELL = QSize(208, 196)
_COUNT_MS = 250  # the chips are counted anew at the most four times a second while photos come in


class GridPage(QWidget):
    """Emits `opened` with a photo's id."""

    opened = Signal(str)

    def __init__(
        self,
        batch: Batch,
        shown: PhotoFilter,
        decider: Decider,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._batch, self._shown, self._decider = batch, shown, decider
        self.filters = FilterBar()
        self.grid = PhotoGrid(shown, thumbnails, _CELL)
        self.actions_row = BatchActions(batch, decider)
        self._nothing = words(self.tr("No photo fits the filters."), "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._count = QTimer(self)
        self._count.setSingleShot(True)
        self._count.setInterval(_COUNT_MS)
        self._count.timeout.connect(self._recount)
        room = QWidget()
        self._room = QStackedLayout(room)
        self._room.addWidget(self.grid)
        self._room.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.filters)
        column.addWidget(room, 1)
        column.addWidget(self.actions_row)
        self.filters.changed.connect(self._filter)
        self.grid.opened.connect(self.opened)
        self.grid.chosen_changed.connect(self._chosen)
        batch.updated.connect(self._updated)
        batch.opened.connect(self._other_batch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Z takes the last decision back, also where no menu bar does."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self._decider.undo()
        else:
            super().keyPressEvent(event)

    def _filter(self, criteria: Criteria) -> None:
        self._shown.set_criteria(criteria)
        self._show_nothing()

    def _show_nothing(self) -> None:
        empty = self._shown.rowCount() == 0 and bool(self._batch.model.photos)
        self._room.setCurrentIndex(1 if empty else 0)

    def _updated(self) -> None:
        if not self._count.isActive():
            self._count.start()
        self._chosen()
        self._show_nothing()

    def _recount(self) -> None:
        self.filters.set_photos(self._batch.model.photos)

    def _chosen(self) -> None:
        self.actions_row.show_chosen(self.grid.chosen())

    def _other_batch(self) -> None:
        self.filters.clear()
        self._recount()
