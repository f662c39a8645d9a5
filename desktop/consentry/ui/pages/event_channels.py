"""For which channels an event is authorised, by whom and since when; one more, or one fewer."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from consentry.services import channels, events
from consentry.services.operation import Changes
from consentry.ui import style
from consentry.ui.context import UiContext
from consentry.ui.widgets.page import Page, action_button, card, labelled, on_keys, words
from consentry.ui.widgets.rows import Column, RowsModel, RowsTable
from consentry_policy.channels import Channel
from consentry_policy.events import Authorisation, Event


def event_line(event: Event) -> str:
    """An event in one line: name, day, hours, place."""
    hours = "–".join(part for part in (event.starts, event.ends) if part)
    return " · ".join(part for part in (event.name, event.day.isoformat(), hours, event.place) if part)


class EventChannels(Page):
    """The authorisations of one event (436 IV.B, IV.C.2). Emits ``left`` when the lists are wanted again."""

    left = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, QCoreApplication.translate("EventChannels", "Channels of an event"), parent)
        self._event: Event | None = None
        self._listed: list[Channel] = []
        back = QPushButton(self.tr("Back"))
        back.clicked.connect(self.left)
        self.tools.addWidget(back)
        self.about = words("", "heading")
        columns = [
            Column[Authorisation](self.tr("Channel"), lambda a: a.channel, stretch=True),
            Column[Authorisation](self.tr("Authorised by"), lambda a: a.by),
            Column[Authorisation](self.tr("Since"), lambda a: _moment(a.at)),
            Column[Authorisation](
                self.tr("State"),
                self._state,
                icon=lambda a: style.icon("done" if self._stands(a) else "close", self._ink(a)),
                ink=self._ink,
            ),
        ]
        self.model = RowsModel(columns)
        self.table = RowsTable(self.model, columns, self.tr("Authorisations"))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._choice_changed())
        self.revoke_button = QPushButton(self.tr("Revoke it for this channel"))
        self.revoke_button.clicked.connect(self._ask)
        self.channel = QComboBox()
        self.by = QLineEdit()
        self.authorise_button = action_button(self.tr("Authorise"), "add")
        self.authorise_button.clicked.connect(self._authorise)
        self._lay_out()

    def concerns(self, changes: Changes) -> bool:
        return self._event is not None and (changes.events or changes.channels)

    def begin(self, event: Event) -> None:
        """Show the authorisations of an event."""
        self._event = event
        self.message.clear()
        self.by.setText(self.context.session.user_name)
        self._show_event(event)
        self.load()

    def load(self) -> None:
        session, event = self.context.session, self._event
        if event is not None:
            self.fetch(lambda: channels.listed(session), self._show_listed)
            self.fetch(lambda: events.find(session, event.id), self._show_event)

    def _show_event(self, event: Event) -> None:
        self._event = event
        self.about.setText(event_line(event))
        self.model.show_rows(event.authorisations)
        self._show_listed(self._listed)

    def _show_listed(self, listed: list[Channel]) -> None:
        self._listed = listed
        session, event = self.context.session, self._event
        kept = self.channel.currentData()
        self.channel.clear()
        for channel in listed:
            if event and channel.authorised(session.today) and not event.authorised(channel.name, session.now):
                self.channel.addItem(channel.name, channel.name)
        self.channel.setCurrentIndex(max(0, self.channel.findData(kept)))
        open_ = event is not None and event.revoked_at is None and self.channel.count() > 0
        for part in (self.channel, self.by, self.authorise_button):
            part.setEnabled(open_)
        self._choice_changed()

    def _choice_changed(self) -> None:
        chosen = self._chosen()
        self.revoke_button.setEnabled(chosen is not None and self._stands(chosen))

    def _chosen(self) -> Authorisation | None:
        row = self.table.chosen()
        return None if row is None else self.model.rows[row]

    def _authorise(self) -> None:
        session, event, name, by = self.context.session, self._event, self.channel.currentData(), self.by.text()
        if event is None or name is None:
            return
        self.run(
            lambda: events.authorise(session, event.id, str(name), by),
            lambda _: self.context.say(self.tr("Authorised for {name} from now on.").format(name=name)),
            self.tr("Authorising"),
        )

    def _ask(self) -> None:
        chosen, event, session = self._chosen(), self._event, self.context.session
        if chosen is None or event is None:
            return
        self.message.say(
            self.tr("Its exception for {name} ends now; copies released there go on the takedown list.").format(
                name=chosen.channel
            ),
            "care",
            self.tr("Revoke it for {name}").format(name=chosen.channel),
            lambda: self.run(
                lambda: events.revoke(session, event.id, chosen.channel),
                lambda _: self.context.say(self.tr("Revoked for {name}.").format(name=chosen.channel)),
                self.tr("Revoking"),
            ),
        )
        self.message.action.setFocus()

    def _stands(self, given: Authorisation) -> bool:
        return given.revoked_at is None and (self._event is None or self._event.revoked_at is None)

    def _state(self, given: Authorisation) -> str:
        ended = given.revoked_at or (self._event.revoked_at if self._event else None)
        return self.tr("revoked {when}").format(when=_moment(ended)) if ended else self.tr("stands")

    def _ink(self, given: Authorisation) -> str:
        return "cleared" if self._stands(given) else "blocked"

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.about, 1)
        head.addWidget(self.revoke_button)
        self.body.addLayout(head)
        self.body.addWidget(self.table, 1)
        frame, column = card()
        column.addWidget(words(self.tr("One more channel, from now on; what was released before is not excused.")))
        row = QHBoxLayout()
        row.setSpacing(style.SPACE)
        for name, field in ((self.tr("For"), self.channel), (self.tr("Authorised by"), self.by)):
            part = QVBoxLayout()
            labelled(part, name, field)
            row.addLayout(part, 1)
        column.addLayout(row)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self.authorise_button)
        column.addLayout(last)
        self.body.addWidget(frame)
        on_keys(self, self.left.emit, self._authorise)


def _moment(at: datetime | None) -> str:
    return f"{at.astimezone():%Y-%m-%d %H:%M}" if at else ""
