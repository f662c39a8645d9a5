"""Who is it? The candidates beside each other, and every other answer, by button and by key."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QPushButton, QVBoxLayout, QWidget

from consentry.services.views import CandidateView
from consentry.ui.check.answers import BUTTONS, Say, answer_of_key, button_text, candidate_of_key, tip
from consentry.ui.check.candidate_card import CandidateCard
from consentry.ui.check.keep_box import KeepBox
from consentry.ui.check.pictures import Pictures
from consentry.ui.check.tab_order import put_before
from consentry.ui.widgets.page import words
from consentry.ui.widgets.scroll import TallScroll

_LEAST = 300  # px


class AnswerPanel(QWidget):
    """Emits `answered` with the `Say` and a person's id (or ""), and `asked` with the ids of the faces and of the
    people they may be. ``above`` scrolls with the candidates.
    """

    answered = Signal(object, str)
    asked = Signal(object, object)
    someone_else_wanted = Signal()

    def __init__(self, pictures: Pictures, above: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._covered = False
        self.cards: list[CandidateCard] = []
        self._none = words(self.tr("Nobody on the roster is near enough to be named."), "muted")
        self._room = QVBoxLayout()
        self._scroll = _Scroll()
        column = QVBoxLayout(self._scroll.inside)
        column.setContentsMargins(4, 0, 8, 4)
        if above is not None:
            column.addWidget(above)
        column.addWidget(self._none)
        column.addLayout(self._room)
        column.addStretch(1)
        self.buttons: dict[Say, QPushButton] = {}
        self.answers = QWidget()
        grid = QGridLayout(self.answers)
        grid.setContentsMargins(4, 0, 8, 0)
        for place, say in enumerate(BUTTONS):
            self.buttons[say] = self._button(say)
            grid.addWidget(self.buttons[say], place // 2, place % 2)
        self.someone_else = QPushButton(self.tr("Someone else…  (F)"))
        self.someone_else.setToolTip(self.tr("Find the person on the roster."))
        self.someone_else.clicked.connect(self.someone_else_wanted)
        grid.addWidget(self.someone_else, len(BUTTONS) // 2, len(BUTTONS) % 2)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        self.keep = KeepBox()
        page.addWidget(self._scroll, 1)
        page.addWidget(self.keep)
        page.addWidget(self.answers)

    def ask(
        self,
        faces: Sequence[str],
        candidates: Sequence[CandidateView],
        clause_of: Callable[[CandidateView], str],
        *,
        covered: bool = False,
    ) -> None:
        """Ask about a face, or faces, that may be these people."""
        self._clear()
        for place, candidate in enumerate(candidates):
            card = CandidateCard(candidate, place, clause_of(candidate), self._pictures)
            card.confirmed.connect(lambda person: self.answered.emit(Say.CONFIRM, person))
            card.rejected.connect(lambda person: self.answered.emit(Say.REJECT, person))
            self._room.addWidget(card)
            self.cards.append(card)
        put_before([button for card in self.cards for button in (card.yes, card.no)], self.buttons[BUTTONS[0]])
        self._none.setVisible(not candidates)
        self._covered = covered
        self.buttons[Say.COVER].setText(button_text(Say.UNCOVER if covered else Say.COVER))
        self._allow(asking=True)
        self.asked.emit(tuple(faces), [candidate.person for candidate in candidates])

    def ask_nothing(self) -> None:
        """There is no face to ask about."""
        self._clear()
        self._none.hide()
        self._allow(asking=False)
        self.asked.emit((), [])

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer by key; True where the key was an answer."""
        if not self.answers.isEnabled():
            return False
        focused = self.window().focusWidget()
        if isinstance(focused, QAbstractButton) and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            focused.click()  # Enter on a button means that button, never the first candidate
            return True
        place = candidate_of_key(event)
        if place is not None:
            if place < len(self.cards):
                self.answered.emit(Say.CONFIRM, self.cards[place].candidate.person)
            return place < len(self.cards)
        if event.key() == Qt.Key.Key_F and not event.modifiers():
            self.someone_else_wanted.emit()
            return True
        if event.key() == Qt.Key.Key_K and not event.modifiers():
            if self.keep.isVisible():
                self.keep.box.toggle()
            return True
        say = answer_of_key(event)
        if say is not None:
            self._say(say)
        return say is not None

    def _clear(self) -> None:
        for card in self.cards:
            self._room.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []

    def _allow(self, *, asking: bool) -> None:
        self.answers.setEnabled(asking)

    def _button(self, say: Say) -> QPushButton:
        button = QPushButton(button_text(say))
        button.setToolTip(tip(say))
        button.clicked.connect(lambda: self._say(say))
        return button

    def _say(self, say: Say) -> None:
        if say is Say.REJECT:
            if self.cards:
                self.answered.emit(say, self.cards[0].candidate.person)
        elif say is Say.COVER and self._covered:
            self.answered.emit(Say.UNCOVER, "")
        else:
            self.answered.emit(say, "")


class _Scroll(TallScroll):
    """Scrolls with the wheel and follows the focus; its keys are the page's."""

    def __init__(self) -> None:
        self.inside = QWidget()
        self.inside.setObjectName("scrolled")
        super().__init__(self.inside, _LEAST)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
