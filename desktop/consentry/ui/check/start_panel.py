"""The empty page: choose where the photos will go, drop them, or go on with a batch that was checked before."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from consentry.services import channels, events, photos
from consentry.services.views import BatchView
from consentry.ui import style
from consentry.ui.check.batch import Wish
from consentry.ui.check.words import count_of_photos
from consentry.ui.context import UiContext
from consentry.ui.widgets.page import action_button, card, words
from consentry_policy.channels import Channel
from consentry_policy.events import Event

_RECENT = 8


class StartPanel(QWidget):
    """Emits `wished` with a `Wish`, or `reopened` with a batch's id and a channel."""

    wished = Signal(object)
    reopened = Signal(str, str)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._channels: list[str] = []
        self.channel = QComboBox()
        self.channel.setAccessibleName(self.tr("Where the photos will go"))
        self.event_choice = QComboBox()
        self.event_choice.setAccessibleName(self.tr("Event, if the photos were taken at one"))
        self.hint = words(
            self.tr("No channel is on the district's list yet; add one under Events & channels, then come back.")
        )
        self.hint_button = action_button(self.tr("Add a channel…"))
        self.hint_button.clicked.connect(lambda: context.go_to("events"))
        self.open_folder = action_button(self.tr("Open a folder…"), "folder", primary=True)
        self.open_folder.clicked.connect(self._ask_folder)
        self.open_files = action_button(self.tr("Open photos…"))
        self.open_files.clicked.connect(self._ask_files)
        self.recent = QListWidget()
        self.recent.setSpacing(2)
        self.recent.setAccessibleName(self.tr("Checked before"))
        self.recent.itemActivated.connect(self._reopen)
        self._recent_title = words(self.tr("Go on with a batch that was checked before"), "field")
        self._build()

    def load(self) -> None:
        """Fetch channels, events and earlier batches."""
        session = self._context.session
        self._context.runner.run(
            lambda: (channels.listed(session), events.listed(session), photos.batches(session)[:_RECENT]),
            self._loaded,
        )

    def offer(self, paths: Sequence[Path]) -> None:
        """Check these files and folders for the channel that is chosen."""
        name = self.channel.currentText()
        if paths and self._channels:
            self.wished.emit(Wish(tuple(paths), name, self.event_choice.currentData()))

    def _build(self) -> None:
        frame, column = card(style.SPACE * 2)
        frame.setMaximumWidth(style.wide(680))
        column.addWidget(_centred(self.tr("Drop photos or a folder here"), "title"))
        column.addWidget(
            _centred(
                self.tr("Consentry says of each photo whether it may be posted. Nothing leaves this computer."),
                "muted",
            )
        )
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Where they will go"), self.channel)
        form.addRow(self.tr("Event (optional)"), self.event_choice)
        column.addLayout(form)
        column.addWidget(self.hint)
        column.addWidget(self.hint_button, 0, Qt.AlignmentFlag.AlignLeft)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.open_folder)
        buttons.addWidget(self.open_files)
        buttons.addStretch(1)
        column.addLayout(buttons)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(frame, 4)
        row.addStretch(1)
        page.addLayout(row)
        page.addStretch(1)
        page.addWidget(self._recent_title)
        page.addWidget(self.recent)
        self.recent.setMaximumHeight(160)
        self._show_choices([], [])
        self._show_recent([])

    def _loaded(self, found: tuple[list[Channel], list[Event], list[BatchView]]) -> None:
        listed, known, batches = found
        today = self._context.session.today
        self._show_choices(
            [c.name for c in listed if c.authorised(today)], [e for e in known if e.revoked_at is None]
        )
        self._show_recent(batches)

    def _show_choices(self, names: list[str], known: list[Event]) -> None:
        self._channels = names
        before = self.channel.currentText()
        self.channel.clear()
        self.channel.addItems(names)
        self.channel.setCurrentIndex(max(0, self.channel.findText(before)))
        chosen = self.event_choice.currentData()
        self.event_choice.clear()
        self.event_choice.addItem(self.tr("No event"), None)
        for event in known:
            self.event_choice.addItem(f"{event.name} · {event.day:%Y-%m-%d}", event.id)
        self.event_choice.setCurrentIndex(max(0, self.event_choice.findData(chosen)))
        for widget in (self.channel, self.event_choice, self.open_folder, self.open_files):
            widget.setEnabled(bool(names))
        self.hint.setVisible(not names)
        self.hint_button.setVisible(not names)

    def _show_recent(self, batches: list[BatchView]) -> None:
        self.recent.clear()
        for batch in batches:
            moment = f"{batch.created_at.astimezone():%Y-%m-%d %H:%M}"
            parts = [batch.name, count_of_photos(batch.photos), ", ".join(batch.channels), moment]
            item = QListWidgetItem(" · ".join(parts))
            item.setData(Qt.ItemDataRole.UserRole, (batch.id, batch.channels[0] if batch.channels else ""))
            self.recent.addItem(item)
        self.recent.setVisible(bool(batches))
        self._recent_title.setVisible(bool(batches))

    def _reopen(self, item: QListWidgetItem) -> None:
        batch_id, channel = item.data(Qt.ItemDataRole.UserRole)
        self.reopened.emit(batch_id, channel)

    def _ask_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder with photos"))
        if folder:
            self.offer([Path(folder)])

    def _ask_files(self) -> None:
        files, _ = QFileDialog.getOpenFileNames(self, self.tr("Photos"))
        self.offer([Path(file) for file in files])


def _centred(text: str, role: str) -> QLabel:
    label = words(text, role)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label
