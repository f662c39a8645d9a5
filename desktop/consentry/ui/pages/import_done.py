"""The last step of an import: what was written, what to do next, and the way to take it back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from consentry.services.roster_import import ImportResult
from consentry.ui import style
from consentry.ui.widgets.page import action_button, words
from consentry.ui.widgets.picture import Picture


class DoneStep(QWidget):
    """Emits ``roster_wanted``, ``portraits_wanted``, or ``undo_wanted`` with the import's id."""

    roster_wanted = Signal()
    portraits_wanted = Signal()
    undo_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._import = ""
        self.text = words("", "heading")
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.portraits_button = action_button(self.tr("Enrol portraits"), primary=True)
        self.portraits_button.clicked.connect(self.portraits_wanted)
        self.roster_button = QPushButton(self.tr("Show the roster"))
        self.roster_button.clicked.connect(self.roster_wanted)
        self.undo_button = action_button(self.tr("Undo this import"), "undo")
        self.undo_button.clicked.connect(lambda: self.undo_wanted.emit(self._import))
        row = QHBoxLayout()
        row.setSpacing(style.SPACE)
        row.addStretch(1)
        for button in (self.undo_button, self.roster_button, self.portraits_button):
            row.addWidget(button)
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
        self._import = result.id
        self._offer_more(more=True)
        self.text.setText(
            self.tr("{added} people added, {changed} changed, {answers} answers recorded.").format(
                added=result.people_added, changed=result.people_changed, answers=result.answers
            )
        )

    def show_undone(self) -> None:
        """Say that it was taken back."""
        self._import = ""
        self._offer_more(more=False)
        self.text.setText(self.tr("The import is undone: the roster is as it was before it."))
        self.roster_button.setFocus()

    def _offer_more(self, *, more: bool) -> None:
        self.portraits_button.setVisible(more)
        self.undo_button.setVisible(more and bool(self._import))
