"""The contact sheet: each photo is seen once by a person, because a missed face leaves no other trace."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from consentry.services import deciding
from consentry.ui.check.batch import Batch
from consentry.ui.check.decider import Decider
from consentry.ui.check.photo_grid import PhotoGrid
from consentry.ui.check.photo_model import Criteria, PhotoFilter
from consentry.ui.check.thumbnails import Thumbnails
from consentry.ui.check.words import count_of_photos
from consentry.ui.widgets.page import words

_CELL = QSize(300, 250)  # the least; larger where the window leaves room
_LOOK_MS = 150  # after the last movement, before what is in sight counts as shown


class ContactSheet(QWidget):
    """Shows what may go and was not seen. A photo counts only when all of its picture was on the screen."""

    left = Signal()
    missed_in = Signal(str)
    """Something is missed in this photo: open it for drawing a face."""

    def __init__(
        self, batch: Batch, decider: Decider, thumbnails: Thumbnails, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._batch, self._decider, self._thumbnails = batch, decider, thumbnails
        self._shown: set[str] = set()
        self._photos = PhotoFilter(self)
        self._photos.setSourceModel(batch.model)
        self.grid = PhotoGrid(self._photos, thumbnails, _CELL, boxes=True)
        self.grid.setAccessibleName(self.tr("Contact sheet"))
        self._build()
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._note_shown)
        self.grid.verticalScrollBar().valueChanged.connect(self._look.start)
        self.grid.chosen_changed.connect(self._say)
        self.grid.resized.connect(self._fit)
        self.grid.opened.connect(self.missed_in)
        thumbnails.ready.connect(lambda _: self._look.start())
        batch.updated.connect(self._updated)
        batch.opened.connect(self._shown.clear)
        self._filter()

    @property
    def shown(self) -> set[str]:
        """Photos that were on the screen whole and are not marked seen yet."""
        return {photo.id for photo in self._photos.shown() if photo.id in self._shown and not photo.seen}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """L confirms the look, M opens the photo that is marked."""
        keys: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_L: self.looked,
            Qt.Key.Key_M: self._missed,
            Qt.Key.Key_Escape: self.left.emit,
        }
        act = keys.get(Qt.Key(event.key())) if not event.modifiers() else None
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)

    def looked(self) -> None:
        """The user says that they looked at what was shown."""
        ids, session, channel = sorted(self.shown), self._batch.context.session, self._batch.channel
        if ids:
            text = self.tr("Marked as seen: {photos}.").format(photos=count_of_photos(len(ids)))
            self._decider.decide(lambda: deciding.mark_seen(session, ids, channel), ids, text)

    def _build(self) -> None:
        self.only_unseen = QCheckBox(self.tr("Hide those seen"))
        self.only_unseen.setChecked(True)
        self.only_unseen.toggled.connect(self._filter)
        self.only_going = QCheckBox(self.tr("Only those that may go"))
        self.only_going.setChecked(True)
        self.only_going.toggled.connect(self._filter)
        self._hint = words(
            self.tr("Every face in a picture should have a box. Look for one that has none."), "muted"
        )
        self.missed = QPushButton(self.tr("Something is missed here  (M)"))
        self.missed.clicked.connect(self._missed)
        self.confirm = QPushButton()
        self.confirm.setProperty("kind", "primary")
        self.confirm.clicked.connect(self.looked)
        head = QHBoxLayout()
        head.addWidget(self._hint, 1)
        head.addWidget(self.only_going)
        head.addWidget(self.only_unseen)
        self._count = words("", "muted")
        foot = QHBoxLayout()
        foot.addWidget(self._count, 1)
        foot.addWidget(self.missed)
        foot.addWidget(self.confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.grid, 1)
        column.addLayout(foot)

    def _filter(self, *_: object) -> None:
        self._photos.set_criteria(
            Criteria(unseen=self.only_unseen.isChecked(), releasable=self.only_going.isChecked())
        )
        self._updated()

    def _fit(self) -> None:
        """As many whole rows and columns as fit: a photo that is cut off could not be seen whole."""
        port = self.grid.viewport().size()
        columns, rows = max(1, port.width() // _CELL.width()), max(1, port.height() // _CELL.height())
        self.grid.set_cell(QSize(port.width() // columns - 1, max(80, port.height() // rows - 1)))
        self._look.start()

    def _updated(self) -> None:
        self._say()
        if self.isVisible():
            self._look.start()

    def _note_shown(self) -> None:
        if not self.isVisible():
            return
        for row in self.grid.whole_rows():
            photo = self._photos.photo_at(row)
            if photo is not None and photo.id and self._thumbnails.has(photo.id):
                self._shown.add(photo.id)
        self._say()

    def _say(self) -> None:
        shown = len(self.shown)
        self.confirm.setText(self.tr("I have looked at these {count}  (L)").format(count=shown))
        self.confirm.setEnabled(shown > 0)
        self.missed.setEnabled(len(self.grid.chosen()) == 1)
        left = sum(not photo.seen for photo in self._photos.shown())
        self._count.setText(
            self.tr("{photos} not seen yet.").format(photos=count_of_photos(left))
            if left
            else self.tr("All photos that may go were seen.")
        )

    def _missed(self) -> None:
        chosen = self.grid.chosen()
        if len(chosen) == 1:
            self.missed_in.emit(chosen[0].id)
