"""One person a face may be: portraits, name, likeness in words, consent and its clause, yes and no."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from consentry.services.views import CandidateView
from consentry.ui.check.looks import consent_look
from consentry.ui.check.pictures import Picture, Pictures
from consentry.ui.check.words import consent_word

_SIDE = 76  # px, of a portrait


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
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addLayout(self._portraits(pictures))
        column.addWidget(self._name())
        facts = QLabel(self._facts(clause))
        facts.setTextFormat(Qt.TextFormat.PlainText)
        facts.setWordWrap(True)
        facts.setProperty("role", "small")
        column.addWidget(facts)
        column.addLayout(self._buttons(place))
        self.setAccessibleName(f"{candidate.name}, {self._facts(clause)}")

    def _portraits(self, pictures: Pictures) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        name = self.tr("Portrait of {name}").format(name=self.candidate.name)
        for key in pictures.portrait_keys(self.candidate.person):
            label = Picture(pictures.portraits, _SIDE, name, self)
            label.show_key(key, hide_without=True)
            row.addWidget(label)
        row.addStretch(1)
        return row

    def _name(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        name = QLabel(self.candidate.name)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setProperty("role", "heading")
        name.setWordWrap(True)
        row.addWidget(name, 1)
        look = consent_look(self.candidate.state)
        state = QLabel(consent_word(self.candidate.state))
        state.setStyleSheet(
            f"background: {look.fill.name()}; color: {look.ink.name()}; border-radius: 4px; padding: 2px 6px;"
        )
        row.addWidget(state, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _facts(self, clause: str) -> str:
        number = self.tr("No. {number}").format(number=self.candidate.number) if self.candidate.number else ""
        return " · ".join(part for part in (number, self.candidate.words, clause) if part)

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
            row.addWidget(button, 1)
        return row
