"""The last step of an import: what was written, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from consentry.services.roster_import import ImportResult
from consentry.ui import style
from consentry.ui.widgets.page import action_button, words
from consentry.ui.widgets.picture import Picture


class DoneStep(QWidget):
    """Emits ``roster_wanted`` or ``portraits_wanted``."""

    roster_wanted = Signal()
    portraits_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text = words("", "heading")
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.portraits_button = action_button(self.tr("Enrol portraits"), primary=True)
        self.portraits_button.clicked.connect(self.portraits_wanted)
        self.roster_button = QPushButton(self.tr("Show the roster"))
        self.roster_button.clicked.connect(self.roster_wanted)
        row = QHBoxLayout()
        row.setSpacing(style.SPACE)
        row.addStretch(1)
        row.addWidget(self.roster_button)
        row.addWidget(self.portraits_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(style.SPACE * 2)
        column.addStretch(2)
        column.addWidget(Picture("done", 48, "cleared"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.text)
        column.addLayout(row)
        column.addStretch(3)
        self.setFocusProxy(self.portraits_button)

    def show_result(self, result: ImportResult) -> None:
        """Say what was written."""
        self.text.setText(
            self.tr("{added} people added, {changed} changed, {answers} answers recorded.").format(
                added=result.people_added, changed=result.people_changed, answers=result.answers
            )
        )
