"""One person a face may be: portraits, name, likeness in words, consent and its clause, yes and no."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from consentry.services.views import CandidateView
from consentry.ui.check.looks import consent_look
from consentry.ui.check.pictures import Picture, Pictures
from consentry.ui.check.words import consent_word
from consentry.ui.said import likeness
from consentry.ui.widgets.page import words

_SIDE = 68  # px, of a portrait


class CandidateCard(QFrame):
    """Emits `confirmed` and `rejected` with the person's id."""

    confirmed = Signal(str)
    rejected = Signal(str)

    def __init__(
        self,
        candidate: CandidateView,
        place: int,
        clause: str,
        pictures: Pictures,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.candidate = candidate
        self.setProperty("role", "card")
        facts = self._facts(clause)
        self.setAccessibleName(f"{candidate.name}, {consent_word(candidate.state)}, {facts}")
        head = QHBoxLayout()
        head.setSpacing(4)
        name = self.tr("Portrait of {name}").format(name=candidate.name)
        for key in pictures.portrait_keys(candidate.person):
            label = Picture(pictures.portraits, _SIDE, name, self)
            label.show_key(key, hide_without=True)
            head.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        head.addSpacing(4)
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(words(candidate.name, "field"))
        text.addWidget(self._state(), 0, Qt.AlignmentFlag.AlignLeft)
        text.addWidget(words(facts, "muted"))
        text.addStretch(1)
        head.addLayout(text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._buttons(place))

    def _state(self) -> QLabel:
        look = consent_look(self.candidate.state)
        state = QLabel(consent_word(self.candidate.state))
        state.setStyleSheet(
            f"background: {look.fill.name()}; color: {look.ink.name()}; border-radius: 4px; padding: 1px 6px;"
        )
        return state

    def _facts(self, clause: str) -> str:
        number = self.tr("No. {number}").format(number=self.candidate.number) if self.candidate.number else ""
        return " · ".join(part for part in (likeness(self.candidate.words), clause, number) if part)

    def _buttons(self, place: int) -> QHBoxLayout:
        row = QHBoxLayout()
        key = self.tr("Enter") if place == 0 else str(place + 1)
        self.yes = QPushButton(self.tr("It is  ({key})").format(key=key) if place < 9 else self.tr("It is"))
        self.yes.setAccessibleName(self.tr("It is {name}").format(name=self.candidate.name))
        self.yes.clicked.connect(lambda: self.confirmed.emit(self.candidate.person))
        self.no = QPushButton(self.tr("It is not  (X)") if place == 0 else self.tr("It is not"))
        self.no.setAccessibleName(self.tr("It is not {name}").format(name=self.candidate.name))
        self.no.clicked.connect(lambda: self.rejected.emit(self.candidate.person))
        for button in (self.yes, self.no):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button, 1)
        return row
