"""What can be said of many photos in one glance: event and arena, the two words on a whole photo, the marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget

from consentry.services import deciding, events
from consentry.services.views import PhotoView
from consentry.ui.check.batch import Batch
from consentry.ui.check.decider import Decider
from consentry.ui.check.flow import FlowLayout
from consentry.ui.check.photo_words import attestation_word
from consentry.ui.check.words import count_of_photos, mark_word
from consentry_policy.events import Event
from consentry_policy.facts import Attestation, Mark


class BatchActions(QWidget):
    """A row of buttons for the photos that are selected; it is empty-handed while none is."""

    finished = Signal()

    def __init__(self, batch: Batch, decider: Decider, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._batch, self._decider = batch, decider
        self._chosen: list[PhotoView] = []
        row = FlowLayout(self)
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        row.addWidget(self.count)
        self._events = QMenu(self)
        self._events.aboutToShow.connect(self._load_events)
        self.join = QPushButton(self.tr("Join to event"))
        self.join.setMenu(self._events)
        self.arena = self._word(Attestation.IN_ARENA)
        self.no_one = self._word(Attestation.NO_ONE)
        self.others_may = self._word(Attestation.ALL_OTHERS_MAY)
        self.marks = QPushButton(self.tr("Mark as"))
        self.marks.setMenu(self._mark_menu())
        for button in (self.join, self.arena, self.no_one, self.others_may, self.marks):
            row.addWidget(button)
        self.show_chosen([])

    def show_chosen(self, chosen: Sequence[PhotoView]) -> None:
        """The photos that the buttons are for. Files that could not be opened have no id and are left out."""
        self._chosen = [photo for photo in chosen if photo.id]
        count = len(self._chosen)
        self.count.setToolTip(
            self.tr("Select photos with the mouse or with Shift and the arrow keys; Enter opens one.")
        )
        self.count.setText(
            self.tr("{count} selected").format(count=f"{count:,}") if count else self.tr("None selected")
        )
        for button in (self.join, self.arena, self.no_one, self.others_may, self.marks):
            button.setEnabled(count > 0)

    def join_event(self, event: Event) -> None:
        """Say that the selected photos were taken at an event."""
        session = self._batch.context.session
        self._decide(
            lambda ids: deciding.join_event(session, ids, event.id),
            self.tr("Joined to the event: {photos}. Now confirm which were taken in its public arena."),
        )

    def attest(self, attestation: Attestation) -> None:
        """A word on each of the selected photos."""
        session, channel = self._batch.context.session, self._batch.channel
        self._decide(
            lambda ids: deciding.attest(session, ids, attestation, channel),
            attestation_word(attestation) + ": {photos}.",
        )

    def mark(self, mark: Mark, *, on: bool) -> None:
        """Mark the selected photos, or take the mark off."""
        session = self._batch.context.session
        verb = deciding.mark if on else deciding.unmark
        text = self.tr("Marked") if on else self.tr("Mark taken off")
        self._decide(lambda ids: verb(session, ids, mark), text + " · " + mark_word(mark) + ": {photos}.")

    def show_logo(self, *, shown: bool) -> None:
        """Say that the selected photos show the district's logo, or that they do not after all."""
        session = self._batch.context.session
        text = self.tr("Marked") if shown else self.tr("Mark taken off")
        self._decide(
            lambda ids: deciding.logo(session, ids, shown=shown),
            text + " · " + self.tr("The district's logo") + ": {photos}.",
        )

    def _decide(self, verb: Callable[[list[str]], object], sentence: str) -> None:
        ids = [photo.id for photo in self._chosen]
        if ids:
            text = sentence.format(photos=count_of_photos(len(ids)))
            self._decider.decide(lambda: verb(ids), ids, text, self.finished.emit)

    def _word(self, attestation: Attestation) -> QPushButton:
        button = QPushButton(attestation_word(attestation))
        button.clicked.connect(lambda: self.attest(attestation))
        return button

    def _mark_menu(self) -> QMenu:
        """The checklist of what a photo may show that must not go out; nothing is guessed."""
        menu = QMenu(self)
        taken_off = self.tr("Take off: {mark}")
        for on in (True, False):
            for mark in Mark:
                word = mark_word(mark)
                action = menu.addAction(word if on else taken_off.format(mark=word))
                action.triggered.connect(lambda _=False, mark=mark, on=on: self.mark(mark, on=on))
            logo = self.tr("The district's logo")
            action = menu.addAction(logo if on else taken_off.format(mark=logo))
            action.triggered.connect(lambda _=False, on=on: self.show_logo(shown=on))
            if on:
                menu.addSeparator()
        return menu

    def _load_events(self) -> None:
        self._events.clear()
        waiting = self._events.addAction(self.tr("Looking…"))
        waiting.setEnabled(False)
        session = self._batch.context.session
        self._batch.context.runner.run(lambda: events.listed(session), self._show_events)

    def _show_events(self, known: list[Event]) -> None:
        self._events.clear()
        standing = [event for event in known if event.revoked_at is None]
        for event in standing:
            action = QAction(f"{event.name} · {event.day:%Y-%m-%d}", self._events)
            action.triggered.connect(lambda _=False, event=event: self.join_event(event))
            self._events.addAction(action)
        if not standing:
            action = QAction(self.tr("Add an event first…"), self._events)
            action.triggered.connect(lambda: self._batch.context.go_to("events"))
            self._events.addAction(action)
