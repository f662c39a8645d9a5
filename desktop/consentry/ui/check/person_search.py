"""Someone else: find a person on the roster by name, number or homeroom."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QListWidgetItem, QVBoxLayout, QWidget

from consentry.services import roster
from consentry.services.views import PersonView
from consentry.ui.check.quiet_list import QuietList
from consentry.ui.check.words import consent_word
from consentry.ui.context import UiContext
from consentry.ui.trouble import Trouble

_PAUSE_MS = 150  # after the last key, before the roster is asked
_MOST = 50


class PersonSearch(QDialog):
    """Emits `chosen` with the person's id. Enter takes the one marked, the arrow keys mark another."""

    chosen = Signal(str)

    def __init__(self, context: UiContext, channel: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._channel = channel
        self._asked = 0
        self.setWindowTitle(self.tr("Who is it?"))
        self.resize(420, 420)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Name, number or homeroom"))
        self.search.setAccessibleName(self.tr("Search the roster"))
        self.found = QuietList()
        self.found.setAccessibleName(self.tr("People found"))
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        box.accepted.connect(self._take)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self.search, self.found, self.hint, box):
            column.addWidget(widget)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.search.textChanged.connect(self._pause.start)
        self.found.itemActivated.connect(self._take)
        self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move in the list also while the words are being typed."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            step = -1 if event.key() == Qt.Key.Key_Up else 1
            row = self.found.currentRow() + step
            self.found.setCurrentRow(min(max(row, 0), self.found.count() - 1))
            return
        super().keyPressEvent(event)

    def _ask(self) -> None:
        self._asked += 1
        asked, words, session = self._asked, self.search.text().strip(), self._context.session
        self._context.runner.run(lambda: (asked, roster.people(session, words)), self._show, self._failed)

    def _show(self, answer: tuple[int, list[PersonView]]) -> None:
        asked, people = answer
        if asked != self._asked:
            return
        self.found.clear()
        for person in people[:_MOST]:
            state = person.states.get(self._channel)
            parts = [
                person.full_name,
                person.number or "",
                person.homeroom or "",
                consent_word(state) if state else "",
            ]
            item = QListWidgetItem(" · ".join(part for part in parts if part))
            item.setData(Qt.ItemDataRole.UserRole, person.id)
            self.found.addItem(item)
        if people:
            self.found.setCurrentRow(0)
        hint = self.tr("Nobody on the roster fits; try fewer letters.") if not people else ""
        if len(people) > _MOST:
            hint = self.tr("{count} more fit; type on to see them.").format(count=len(people) - _MOST)
        self.hint.setText(hint)

    def _failed(self, trouble: Trouble) -> None:
        self.hint.setText(trouble.sentence)

    def _take(self, *_: object) -> None:
        item = self.found.currentItem()
        if item is not None:
            self.chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))
            self.accept()
