"""Which photos were taken at an event: the camera's clock proposes, a person looks and confirms many at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QStackedWidget, QWidget

from consentry.services import deciding, photos, proposing
from consentry.services.operation import Changes
from consentry.services.proposing import Proposal
from consentry.ui.check.thumbnails import Thumbnails
from consentry.ui.context import UiContext
from consentry.ui.pages.event_channels import event_line
from consentry.ui.pages.photo_tiles import PICTURE, PhotoTiles, TilesModel
from consentry.ui.widgets.empty import EmptyState
from consentry.ui.widgets.page import Page, action_button, on_keys, words
from consentry_policy.events import Event


class EventPhotos(Page):
    """The proposed photos of one event as tiles. Emits ``left`` when the lists are wanted again.

    Only what was on the screen whole can be confirmed: the arena is a person's word on a photo they saw.
    """

    left = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, QCoreApplication.translate("EventPhotos", "Photos of an event"), parent)
        session = context.session
        self._event: Event | None = None
        self._found: list[Proposal] = []
        self._known: set[str] = set()  # proposals whose tick is the user's by now
        back = QPushButton(self.tr("Back"))
        back.clicked.connect(self.left)
        self.tools.addWidget(back)
        side = max(PICTURE.width(), PICTURE.height()) * 2
        self._thumbnails = Thumbnails(
            context.runner, lambda photo: photos.thumbnail(session, photo), side, parent=self
        )
        self.model: TilesModel[Proposal] = TilesModel(self._thumbnails, lambda p: p.photo, self._words)
        self.tiles = PhotoTiles(self.model, self._thumbnails, self.tr("Photos that may be of this event"))
        self.about = words("", "heading")
        self.count = words("", "muted")
        self.doubtful = QCheckBox(self.tr("Also those outside its hours"))
        self.confirmed = QCheckBox(self.tr("Also those confirmed already"))
        self.join_button = QPushButton(self.tr("Only join them to the event"))
        self.leave_button = QPushButton(self.tr("They are not of this event"))
        self.confirm_button = action_button("", primary=True)
        self.empty = EmptyState("events", self.tr("No photo that was checked has a time near this event."))
        self._connect()
        self._lay_out()

    def concerns(self, changes: Changes) -> bool:
        return self._event is not None and bool(changes.photos or changes.events)

    def begin(self, event: Event) -> None:
        """Show what may be of an event."""
        self._event = event
        self._known.clear()
        self.tiles.seen.clear()
        self.message.clear()
        self.about.setText(event_line(event))
        self.confirmed.setChecked(False)
        self.doubtful.setChecked(False)
        self._show([])
        self.load()

    def load(self) -> None:
        session, event = self.context.session, self._event
        if event is not None:
            self.fetch(lambda: proposing.proposals(session, event.id), self._show)

    def ticked(self) -> list[Proposal]:
        """The tiles that are ticked."""
        return [p for p in self.model.rows if p.photo in self.model.ticked]

    def _show(self, found: list[Proposal]) -> None:
        self._found = found
        fresh = {p.photo for p in found} - self._known
        ticked = self.model.ticked | {p.photo for p in found if p.photo in fresh and _fits(p, mine=self._mine(p))}
        self._known |= fresh
        self._filter(ticked)

    def _filter(self, ticked: set[str]) -> None:
        rows = [
            p
            for p in self._found
            if (p.sure or self._mine(p) or self.doubtful.isChecked())
            and (not self._done(p) or self.confirmed.isChecked())
        ]
        self.model.show_rows(rows, ticked)
        self.faces.setCurrentIndex(0 if self._found else 1)
        self._say()

    def _mine(self, proposal: Proposal) -> bool:
        return self._event is not None and proposal.joined == self._event.id

    def _done(self, proposal: Proposal) -> bool:
        return self._mine(proposal) and proposal.in_arena

    def _ready(self) -> list[str]:
        """Ticked, seen, not confirmed yet."""
        return [p.photo for p in self.ticked() if p.photo in self.tiles.seen and not self._done(p)]

    def _say(self) -> None:
        ready, ticked = self._ready(), self.ticked()
        unseen = sum(p.photo not in self.tiles.seen and p.readable and not self._done(p) for p in ticked)
        self.confirm_button.setText(self.tr("I saw these %n: in its public arena", "", len(ready)))
        self.confirm_button.setEnabled(bool(ready))
        self.join_button.setEnabled(any(not self._mine(p) for p in ticked))
        self.leave_button.setEnabled(any(self._mine(p) for p in ticked))
        sure = sum(p.sure for p in self._found)
        text = self.tr("%n photo(s) within its hours", "", sure) + ", "
        text += self.tr("%n more near by", "", len(self._found) - sure) + ", "
        text += self.tr("%n confirmed.", "", sum(map(self._done, self._found)))
        if unseen:
            text += " " + self.tr("%n ticked further down: scroll to see them.", "", unseen)
        self.count.setText(text)

    def _confirm(self) -> None:
        ids, event, session = self._ready(), self._event, self.context.session
        if ids and event is not None:
            done = self.tr("%n photo(s) confirmed as taken in its public arena.", "", len(ids))
            self._decide(lambda: proposing.confirm(session, event.id, ids), done)

    def _join(self) -> None:
        ids = [p.photo for p in self.ticked() if not self._mine(p)]
        event, session = self._event, self.context.session
        if ids and event is not None:
            done = self.tr("%n photo(s) joined; confirm which were in the arena.", "", len(ids))
            self._decide(lambda: deciding.join_event(session, ids, event.id), done)

    def _leave(self) -> None:
        ids, session = [p.photo for p in self.ticked() if self._mine(p)], self.context.session
        if ids:
            done = self.tr("%n photo(s) taken off the event.", "", len(ids))
            self.model.ticked -= set(ids)
            self._decide(lambda: deciding.leave_event(session, ids), done)

    def _decide(self, verb: Callable[[], object], done: str) -> None:
        self.run(verb, lambda _: self.context.say(done), self.tr("Recording"))

    def _words(self, proposal: Proposal) -> str:
        return f"{proposal.file_name}\n{self._taken(proposal)} · {self._state(proposal)}"

    def _taken(self, proposal: Proposal) -> str:
        if proposal.taken_at is None:
            return self.tr("no time")
        same = self._event is not None and proposal.taken_at.date() == self._event.day
        return f"{proposal.taken_at:%H:%M}" if same else f"{proposal.taken_at:%m-%d %H:%M}"

    def _state(self, proposal: Proposal) -> str:
        if not proposal.readable:
            return self.tr("could not be read")
        if self._done(proposal):
            return self.tr("in the arena")
        if self._mine(proposal):
            return self.tr("joined")
        if proposal.joined is not None:
            return self.tr("of another event")
        return self.tr("within its hours") if proposal.sure else self.tr("outside its hours")

    def _connect(self) -> None:
        self.model.dataChanged.connect(lambda *_: self._say())
        self.tiles.looked.connect(self._say)
        for box in (self.doubtful, self.confirmed):
            box.toggled.connect(lambda _: self._filter(self.model.ticked))
        self.confirm_button.clicked.connect(self._confirm)
        self.join_button.clicked.connect(self._join)
        self.leave_button.clicked.connect(self._leave)
        on_keys(self, self.left.emit, None)

    def _lay_out(self) -> None:
        self.body.addWidget(self.about)
        self.body.addWidget(
            words(
                self.tr(
                    "Proposed by the camera's clock, whose time zone is not known. Untick what is not the arena "
                    "itself, such as a locker room or a hallway; it is your word on each photo you leave ticked."
                )
            )
        )
        self.faces = QStackedWidget()
        self.faces.addWidget(self.tiles)
        self.faces.addWidget(self.empty)
        head = QHBoxLayout()
        head.addWidget(self.count, 1)
        for box in (self.doubtful, self.confirmed):
            head.addWidget(box)
        self.body.addLayout(head)
        self.body.addWidget(self.faces, 1)
        foot = QHBoxLayout()
        for button in (self.leave_button, self.join_button):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.confirm_button)
        self.body.addLayout(foot)


def _fits(proposal: Proposal, *, mine: bool) -> bool:
    """Whether a tile is ticked to begin with: inside the hours, or joined by a person; of no other event."""
    return proposal.readable and not proposal.in_arena and (mine or (proposal.sure and proposal.joined is None))
