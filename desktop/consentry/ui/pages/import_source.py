"""The first step of an import: which sheet, who is in it, and what stands behind its answers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from consentry.services.roster_import import ImportChoices
from consentry.ui import style
from consentry.ui.context import UiContext
from consentry.ui.pages.event_forms import DayField, school_year_end
from consentry.ui.pages.folder_field import PathField
from consentry.ui.widgets.message import MessageLine
from consentry.ui.widgets.page import action_button, card, labelled, words
from consentry_policy.channels import Channel

_SHEETS = "*.xlsx *.xlsm *.xls *.ods *.csv *.tsv *.txt"


class SourceStep(QScrollArea):
    """Emits ``ready`` with the path and the `ImportChoices`."""

    ready = Signal(object, object)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.message = MessageLine()
        self.file = PathField(self.tr("The sheet"), self.tr("Spreadsheets ({endings})").format(endings=_SHEETS))
        self.file.line.setPlaceholderText(self.tr("an Excel, LibreOffice or CSV file; or drop it here"))
        self.kind = QComboBox()
        self.kind.addItem(self.tr("Students"), "student")
        self.kind.addItem(self.tr("Co-workers"), "co-worker")
        self.evidence = QLineEdit()
        self.evidence.setPlaceholderText(self.tr("office, cabinet 3, folder “Photo forms 2026”"))
        self.all_channels = QCheckBox(self.tr("All channels that are listed today"))
        self.all_channels.setChecked(True)
        self.all_channels.toggled.connect(self._channels_toggled)
        self.boxes: dict[str, QCheckBox] = {}
        self._box_column = QVBoxLayout()
        self._box_column.setContentsMargins(28, 0, 0, 0)
        self.until = DayField(
            self.tr("A yes holds until"),
            self.tr("Last day of a yes"),
            school_year_end(context.session.today),
        )
        self.next_button = action_button(self.tr("Read the sheet"), primary=True)
        self.next_button.clicked.connect(self.submit)
        self._lay_out()

    def begin(self) -> None:
        """Start with an empty file line; what stands behind the answers is kept from the last time."""
        self.file.line.clear()
        self.message.clear()
        self.file.setFocus()

    def show_channels(self, listed: Sequence[Channel]) -> None:
        """Offer the channels of today."""
        for box in self.boxes.values():
            box.deleteLater()
        self.boxes = {channel.name: QCheckBox(channel.name.replace("&", "&&")) for channel in listed}
        for box in self.boxes.values():
            self._box_column.addWidget(box)
        self._channels_toggled(self.all_channels.isChecked())
        if not listed:
            self.message.say(
                self.tr("No channel is listed yet, so a yes of this sheet would cover none: add channels first."),
                "care",
            )

    def submit(self) -> None:
        """Go on, once everything that is asked is there."""
        path = self.file.path()
        chosen = frozenset(name for name, box in self.boxes.items() if box.isChecked())
        if path is None:
            self._say(self.tr("Choose the sheet first."), self.file)
        elif not self.evidence.text().strip() and self.kind.currentData() == "student":
            self._say(
                self.tr("Say where the signed originals are kept; without that no yes of this sheet counts."),
                self.evidence,
            )
        elif not self.all_channels.isChecked() and not chosen:
            self._say(self.tr("Choose at least one channel that the answers are about."), self.all_channels)
        else:
            self.message.clear()
            choices = ImportChoices(
                evidence=self.evidence.text().strip(),
                channels=None if self.all_channels.isChecked() else chosen,
                kind=str(self.kind.currentData()),
                until=self.until.day(),
            )
            self.ready.emit(path, choices)

    def _say(self, sentence: str, where: QWidget) -> None:
        self.message.say(sentence, "care")
        where.setFocus()

    def _channels_toggled(self, everything: bool) -> None:
        for box in self.boxes.values():
            box.setVisible(not everything)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("scrolled")
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(0, 0, 0, 0)
        frame, column = card(style.SPACE + 4)
        frame.setMaximumWidth(style.wide(680))
        column.addWidget(self.message)
        for name, field, hint in (
            (self.tr("The sheet"), self.file, ""),
            (self.tr("Who is in it"), self.kind, ""),
            (
                self.tr("Where the signed originals are kept"),
                self.evidence,
                self.tr("This is the evidence of every yes; the sheet's row and hash are kept with it."),
            ),
        ):
            labelled(column, name, field, hint)
        column.addWidget(words(self.tr("The answers are about"), "field"))
        column.addWidget(self.all_channels)
        column.addLayout(self._box_column)
        column.addWidget(self.until)
        column.addSpacing(style.SPACE)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.next_button)
        column.addLayout(row)
        outer.addWidget(frame, 0, Qt.AlignmentFlag.AlignTop)
        outer.addStretch(1)
        self.setWidget(inside)
        self.setFocusProxy(self.file)
