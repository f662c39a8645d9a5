"""Why the photo has its verdict: every reason with clause and next step, and the words that can lift it."""

from __future__ import annotations

from textwrap import wrap

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from consentry.services.views import PhotoView, ReasonView
from consentry.ui.check.photo_words import asked_for, attestation_word
from consentry.ui.said import sentence
from consentry.ui.widgets.page import words
from consentry.ui.widgets.verdict import VerdictBadge

_LINE = 34  # characters of a button, so that long words take height and not the photo's width


class ReasonList(QWidget):
    """Emits `attested` with the `Attestation` a button stands for."""

    attested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.buttons: list[QPushButton] = []

    def attest_first(self) -> None:
        """Say the first of the words that are asked for."""
        if self.buttons:
            self.buttons[0].click()

    def show_photo(self, photo: PhotoView) -> None:
        """Show the reasons of another photo, or of the same one after a decision."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._column.addWidget(VerdictBadge(photo.outcome))
        if photo.error:
            self._column.addWidget(words(sentence(photo.error), "muted"))
        for reason in photo.reasons:
            self._column.addWidget(_reason(reason))
        self.buttons = []
        for attestation in asked_for(photo):
            text = attestation_word(attestation)
            said = text if self.buttons else self.tr("{word}  (A)").format(word=text)
            button = QPushButton("\n".join(wrap(said, _LINE)))
            button.setAccessibleName(said)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, word=attestation: self.attested.emit(word))
            self._column.addWidget(button)
            self.buttons.append(button)


def _reason(reason: ReasonView) -> QWidget:
    frame = QFrame()
    frame.setProperty("role", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(10, 8, 10, 8)
    column.setSpacing(2)
    text, clause, advice = sentence(reason.text), sentence(reason.clause), sentence(reason.advice)
    column.addWidget(words(text))
    if advice:
        column.addWidget(words(advice, "muted"))
    column.addWidget(words(clause, "small"))
    frame.setAccessibleName(f"{text} {clause}. {advice}")
    return frame
