"""What was answered and when, what held on any day, and the way to put a record right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

from consentry.services import history
from consentry.services.history import Held
from consentry.services.views import PersonView, TimelineEntry
from consentry.ui import style
from consentry.ui.pages.event_forms import condition_word, day_edit, day_of
from consentry.ui.said import sentence, told
from consentry.ui.widgets.consents import state_icon, state_ink, state_word
from consentry.ui.widgets.page import Page, words
from consentry_policy.facts import ConsentState


class History(QWidget):
    """The lines of one person, the newest first. Emits ``correcting`` with the entry that is to be put right."""

    correcting = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(style.SPACE)
        self.moments: list[Moment] = []

    def show_entries(self, entries: Sequence[TimelineEntry], *, may_correct: bool) -> None:
        """Show what is on record."""
        empty(self._lines)
        self.moments = [Moment(entry, may_correct=may_correct) for entry in entries]
        if not entries:
            self._lines.addWidget(words(self.tr("No answer is on record; that counts as a no."), "muted"))
        for moment in self.moments:
            moment.correct_button.clicked.connect(lambda _=False, of=moment.entry: self.correcting.emit(of))
            self._lines.addWidget(moment)


class Moment(QFrame):
    """One line of the history."""

    def __init__(self, entry: TimelineEntry, *, may_correct: bool) -> None:
        super().__init__()
        self.entry = entry
        what = f"{entry.day.isoformat()} · {sentence(entry.what)}"
        if entry.superseded:
            what = self.tr("{what} (corrected since)").format(what=what)
        said = (told(one) for one in (entry.channels, entry.who, entry.evidence))
        parts = (*said, ", ".join(condition_word(one) for one in entry.conditions), entry.note)
        details = " · ".join(part for part in parts if part)
        self.correct_button = QPushButton(self.tr("Correct…"), self)  # without a parent, showing it makes a window
        self.correct_button.setProperty("kind", "quiet")
        self.correct_button.setAccessibleName(self.tr("Correct: {what}").format(what=what))
        self.correct_button.setVisible(may_correct and entry.record is not None and not entry.superseded)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(words(what, "muted" if entry.superseded else ""))
        text.addWidget(words(details, "small"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(text, 1)
        row.addWidget(self.correct_button)
        self.setAccessibleName(f"{what}. {details}")


class OnADay(QWidget):
    """What held on a day that the user picks: "might she appear in October?"."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._person: PersonView | None = None
        self.day = day_edit(self.tr("Day"), page.context.session.today)
        self.show_button = QPushButton(self.tr("Show that day"))
        self.show_button.clicked.connect(self._ask)
        self.held = QGridLayout()
        self.held.setVerticalSpacing(style.SPACE)
        row = QHBoxLayout()
        row.addWidget(self.day, 1)
        row.addWidget(self.show_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE)
        column.addLayout(row)
        column.addLayout(self.held)

    def show_person(self, person: PersonView) -> None:
        """Ask about another person, or the same one after a change."""
        self._person = person
        empty(self.held)

    def _ask(self) -> None:
        person, session, day = self._person, self._page.context.session, day_of(self.day)
        if person is not None:
            self._page.fetch(lambda: history.held_on(session, person.id, day), self._show_held)

    def _show_held(self, held: list[Held]) -> None:
        empty(self.held)
        for row, one in enumerate(held):
            add_state(self.held, row, one.channel, one.state, self._since(one))
        self.held.setColumnStretch(0, 1)

    def _since(self, one: Held) -> str:
        """Why, and how long it held."""
        first, last = (day.isoformat() if day else "" for day in (one.first, one.last))
        span = self.tr("{first} to {last}").format(first=first, last=last) if first or last else ""
        listed = "" if one.listed else self.tr("the channel was not on the list")
        return " · ".join(part for part in (sentence(one.ground), span, listed) if part)


def add_state(grid: QGridLayout, row: int, channel: str, state: ConsentState, details: str = "") -> None:
    """A channel and where a person stands for it, as shape and word; ``details`` stand below."""
    shape = QLabel()
    shape.setPixmap(state_icon(state).pixmap(QSize(16, 16)))
    word = words(state_word(state))
    word.setStyleSheet(f"color: {getattr(style.colours(), state_ink(state))}")
    grid.addWidget(words(channel), 2 * row, 0)
    grid.addWidget(shape, 2 * row, 1)
    grid.addWidget(word, 2 * row, 2)
    if details:
        grid.addWidget(words(details, "small"), 2 * row + 1, 0, 1, 3)


def empty(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
