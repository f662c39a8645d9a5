"""Release: how many may go, how many are held and why, where to, and what came of it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from consentry.services import releasing
from consentry.services.releasing import ReleaseReport
from consentry.services.views import PhotoView
from consentry.ui import said, style
from consentry.ui.check.batch import Batch
from consentry.ui.check.words import count_of_photos
from consentry.ui.trouble import Trouble
from consentry.ui.widgets.busy import BusyBar
from consentry.ui.widgets.message import MessageLine
from consentry.ui.widgets.page import action_button, card, words
from consentry.ui.widgets.verdict import verdict_word
from consentry_policy.verdicts import Outcome

_MAY_GO = frozenset({Outcome.CLEARED, Outcome.EXCEPTION})


class ReleasePanel(QWidget):
    """Emits `left` for the grid and `sheet_wanted` for the contact sheet."""

    left = Signal()
    sheet_wanted = Signal()

    def __init__(self, batch: Batch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._batch = batch
        self.folder = QLineEdit()
        self.folder.setPlaceholderText(self.tr("Folder for the copies"))
        self.folder.setAccessibleName(self.tr("Folder for the copies"))
        self.folder.textChanged.connect(lambda _: self.refresh())
        self.choose = action_button(self.tr("Choose…"), "folder")
        self.choose.clicked.connect(self._ask_folder)
        self.unseen_too = QCheckBox(self.tr("Also those that nobody saw on the contact sheet"))
        self.unseen_too.setToolTip(self.tr("The manifest says of each copy whether a person saw it."))
        self.unseen_too.toggled.connect(lambda _: self.refresh())
        self.sheet = action_button(self.tr("Contact sheet…"))
        self.sheet.clicked.connect(self.sheet_wanted)
        self.go = action_button(self.tr("Release"), primary=True)
        self.go.clicked.connect(self.release)
        self.going = words("", "heading")
        self.unseen = words("")
        self.held_title = words("", "field")
        self.held = QListWidget()
        self.held.setSpacing(2)
        self.held.setWordWrap(True)
        self.held.setAccessibleName(self.tr("Held, and why"))
        self.message = MessageLine()
        self.busy = BusyBar()
        self._build()
        batch.updated.connect(self.refresh)

    def refresh(self) -> None:
        """Count again what may go."""
        photos = self._batch.model.photos
        going, unseen = self._going()
        self.going.setText(
            self.tr("{photos} will go to {channel}.").format(
                photos=count_of_photos(len(going)), channel=self._batch.channel
            )
        )
        self.unseen.setText(
            self.tr("{photos} may go but were not seen by anyone on the contact sheet.").format(
                photos=count_of_photos(len(unseen))
            )
        )
        self.unseen.setVisible(bool(unseen))
        self.sheet.setVisible(bool(unseen))
        self.unseen_too.setVisible(bool(unseen) or self.unseen_too.isChecked())
        self._show_held([photo for photo in photos if photo.outcome not in _MAY_GO])
        self.go.setText(self.tr("Release {photos}").format(photos=count_of_photos(len(going))))
        self.go.setEnabled(bool(going) and bool(self.folder.text().strip()) and self.busy.isHidden())

    def release(self) -> None:
        """Write the copies."""
        going, _ = self._going()
        session = self._batch.context.session
        work = releasing.release(
            session,
            [photo.id for photo in going],
            self._batch.channel,
            Path(self.folder.text().strip()),
            allow_unseen=self.unseen_too.isChecked(),
        )
        self.message.clear()
        running = self._batch.context.runner.run(
            work, self._released, self._not_released, on_progress=self.busy.progress
        )
        self.busy.start(running, self.tr("Making the copies"))
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the grid."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        frame, column = card(style.SPACE * 2)
        column.addWidget(self.going)
        column.addWidget(self.unseen)
        row = QHBoxLayout()
        row.addWidget(self.sheet)
        row.addWidget(self.unseen_too)
        row.addStretch(1)
        column.addLayout(row)
        where = QHBoxLayout()
        where.addWidget(self.folder, 1)
        where.addWidget(self.choose)
        where.addWidget(self.go)
        column.addLayout(where)
        column.addWidget(self.busy)
        column.addWidget(self.message)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(frame)
        page.addWidget(self.held_title)
        page.addWidget(self.held, 1)
        self.refresh()

    def _going(self) -> tuple[list[PhotoView], list[PhotoView]]:
        """What will go, and what may go but was not seen."""
        may = [photo for photo in self._batch.model.photos if photo.outcome in _MAY_GO and photo.id]
        unseen = [photo for photo in may if not photo.seen]
        return (may if self.unseen_too.isChecked() else [photo for photo in may if photo.seen]), unseen

    def _show_held(self, held: list[PhotoView]) -> None:
        self.held_title.setText(self.tr("Held: {photos}").format(photos=count_of_photos(len(held))))
        reasons: Counter[tuple[Outcome, str, str]] = Counter()
        for photo in held:
            first = next((r for r in photo.reasons if r.outcome is photo.outcome), None)
            text = said.sentence(first.text if first else photo.error or "")
            reasons[photo.outcome, text, said.sentence(first.clause) if first else ""] += 1
        self.held.clear()
        for (outcome, text, clause), count in reasons.most_common():
            parts = [count_of_photos(count), verdict_word(outcome), text, clause]
            self.held.addItem(" · ".join(part for part in parts if part))
        self.held.setVisible(bool(held))
        self.held_title.setVisible(bool(held))

    def _released(self, report: ReleaseReport) -> None:
        self.busy.stop()
        self.refresh()
        stayed = Counter(said.sentence(held.reason) for held in report.held)
        for reason, count in stayed.most_common():
            self.held.addItem(
                self.tr("{photos} stayed behind · {reason}").format(photos=count_of_photos(count), reason=reason)
            )
        self.held.setVisible(self.held.count() > 0)
        held = self.tr(" {photos} stayed behind.").format(photos=count_of_photos(len(report.held)))
        folder = report.folder
        if folder is None:
            first = said.sentence(report.held[0].reason) if report.held else ""
            self.message.say(self.tr("Nothing was released. {reason}").format(reason=first), "care")
            return
        self.message.say(
            self.tr("Released {photos} into {folder}.").format(
                photos=count_of_photos(report.copies), folder=str(folder)
            )
            + (held if report.held else ""),
            "done",
            self.tr("Open the folder"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))),
        )

    def _not_released(self, trouble: Trouble) -> None:
        self.busy.stop()
        self.refresh()
        self.message.say_trouble(trouble)

    def _ask_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder for the copies"), self.folder.text())
        if folder:
            self.folder.setText(folder)
