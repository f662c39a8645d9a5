"""The district's list of channels and the register of public-arena events."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal, SignalInstance
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from consentry.services import channels, events
from consentry.services.operation import Changes
from consentry.ui import style
from consentry.ui.context import UiContext
from consentry.ui.pages.event_forms import channel_kind_word, condition_word, event_kind_word
from consentry.ui.pages.report_file import ask_report_file, save_report
from consentry.ui.widgets.empty import EmptyState
from consentry.ui.widgets.page import Page, action_button, words
from consentry.ui.widgets.rows import Column, RowsModel, RowsTable
from consentry_policy.channels import Channel
from consentry_policy.events import Event


class EventLists(Page):
    """Channels above, events below; what is revoked stays listed, and says since when."""

    channel_wanted = Signal()
    event_wanted = Signal()
    event_channels_wanted = Signal(object)
    event_photos_wanted = Signal(object)
    disclosures_wanted = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, QCoreApplication.translate("EventLists", "Events & channels"), parent)
        self.disclosures_button = QPushButton(self.tr("Staff disclosures"))
        self.disclosures_button.setToolTip(self.tr("Staff in networks of student groups, disclosed every year"))
        self.disclosures_button.clicked.connect(self.disclosures_wanted)
        self.register_button = QPushButton(self.tr("Save the register…"))
        self.register_button.setToolTip(self.tr("The events and the channels as a spreadsheet or a document"))
        self.register_button.clicked.connect(self._ask_register)
        for button in (self.disclosures_button, self.register_button):
            self.tools.addWidget(button)
        channel_columns = self._channel_columns()
        self.channel_model = RowsModel(channel_columns)
        self.channel_table = RowsTable(self.channel_model, channel_columns, self.tr("Channels"))
        self.add_channel = action_button(self.tr("Add a channel"), "add")
        self.revoke_channel = QPushButton(self.tr("Revoke the channel"))
        self.no_channel = EmptyState(
            "events", self.tr("No channel is listed yet: add the places where the district's photos may go.")
        )
        event_columns = self._event_columns()
        self.event_model = RowsModel(event_columns)
        self.event_table = RowsTable(self.event_model, event_columns, self.tr("Events"))
        self.add_event = action_button(self.tr("Add an event"), "add")
        self.revoke_event = QPushButton(self.tr("Revoke"))
        self.revoke_event.setAccessibleName(self.tr("Revoke the event"))
        self.event_channels = QPushButton(self.tr("Its channels"))
        self.event_photos = QPushButton(self.tr("Its photos"))
        self.no_event = EmptyState(
            "events",
            self.tr("No event is on record yet: add a game or a concert the designee has authorised."),
        )
        self.add_channel.clicked.connect(self.channel_wanted)
        self.add_event.clicked.connect(self.event_wanted)
        self.event_channels.clicked.connect(lambda: self._of_event(self.event_channels_wanted))
        self.event_photos.clicked.connect(lambda: self._of_event(self.event_photos_wanted))
        self.revoke_channel.clicked.connect(self._revoke_channel)
        self.revoke_event.clicked.connect(self._revoke_event)
        for table in (self.channel_table, self.event_table):
            table.selectionModel().selectionChanged.connect(lambda *_: self._choice_changed())
        self.channel_faces = self._section(
            self.tr("Channels"), self.channel_table, self.no_channel, [self.revoke_channel, self.add_channel]
        )
        self.event_faces = self._section(
            self.tr("Public-arena events"),
            self.event_table,
            self.no_event,
            [self.event_photos, self.event_channels, self.revoke_event, self.add_event],
        )
        self._choice_changed()

    @property
    def today(self) -> date:
        """The day authorisations are told for."""
        return self.context.session.today

    def concerns(self, changes: Changes) -> bool:
        return changes.channels or changes.events

    def load(self) -> None:
        session = self.context.session
        self.fetch(lambda: channels.listed(session), self._show_channels)
        self.fetch(lambda: events.listed(session), self._show_events)

    def _show_channels(self, listed: list[Channel]) -> None:
        self.channel_model.show_rows(listed)
        self.channel_faces.setCurrentIndex(0 if listed else 1)
        self.add_event.setEnabled(any(c.authorised(self.today) for c in listed))
        self.add_event.setToolTip("" if self.add_event.isEnabled() else self.tr("An event needs a channel first."))
        self._choice_changed()

    def _show_events(self, listed: list[Event]) -> None:
        self.event_model.show_rows(listed)
        self.event_faces.setCurrentIndex(0 if listed else 1)
        self._choice_changed()

    def _choice_changed(self) -> None:
        channel, event = self._chosen_channel(), self._chosen_event()
        self.revoke_channel.setEnabled(channel is not None and channel.revoked_on is None)
        self.revoke_event.setEnabled(event is not None and event.revoked_at is None)
        for button in (self.event_channels, self.event_photos):
            button.setEnabled(event is not None)

    def _chosen_channel(self) -> Channel | None:
        row = self.channel_table.chosen()
        return None if row is None else self.channel_model.rows[row]

    def _chosen_event(self) -> Event | None:
        row = self.event_table.chosen()
        return None if row is None else self.event_model.rows[row]

    def _of_event(self, wanted: SignalInstance) -> None:
        event = self._chosen_event()
        if event is not None:
            wanted.emit(event)

    def save_register(self, file: Path) -> None:
        """Write the register of events and channels; the file's ending says as what."""
        save_report(self, "events", file)

    def _ask_register(self) -> None:
        file = ask_report_file(self, "events")
        if file is not None:
            self.save_register(file)

    def _revoke_channel(self) -> None:
        channel = self._chosen_channel()
        if channel is None:
            return
        self.message.say(
            self.tr("From today on nothing may be released to {name}; what was released stays listed.").format(
                name=channel.name
            ),
            "care",
            self.tr("Revoke {name}").format(name=channel.name),
            lambda: self.run(
                lambda: channels.revoke(self.context.session, channel.name),
                lambda _: self.context.say(self.tr("The channel is revoked.")),
                self.tr("Revoking"),
            ),
        )
        self.message.action.setFocus()

    def _revoke_event(self) -> None:
        event = self._chosen_event()
        if event is None:
            return
        self.message.say(
            self.tr("Its exception ends now, and released copies that rest on it go on the takedown list."),
            "care",
            self.tr("Revoke {name}").format(name=event.name),
            lambda: self.run(
                lambda: events.revoke(self.context.session, event.id),
                lambda _: self.context.say(self.tr("The event is revoked.")),
                self.tr("Revoking"),
            ),
        )
        self.message.action.setFocus()

    def _channel_columns(self) -> list[Column[Channel]]:
        return [
            Column(self.tr("Channel"), lambda c: c.name, stretch=True),
            Column(self.tr("Kind"), lambda c: channel_kind_word(c.kind)),
            Column(self.tr("Demands"), self._demands),
            Column(self.tr("Authorised by"), lambda c: c.authorised_by),
            Column(self.tr("From"), lambda c: c.authorised_on.isoformat()),
            Column(
                self.tr("State"),
                self._channel_state,
                icon=lambda c: _mark(stands=c.authorised(self.today)),
                ink=lambda c: "cleared" if c.authorised(self.today) else "blocked",
            ),
        ]

    def _channel_state(self, channel: Channel) -> str:
        if channel.revoked_on is not None:
            return self.tr("revoked {day}").format(day=channel.revoked_on.isoformat())
        if channel.until is None:
            return self.tr("authorised")
        if channel.authorised(self.today):
            return self.tr("authorised until {day}").format(day=channel.until.isoformat())
        return self.tr("over since {day}").format(day=channel.until.isoformat())

    def _demands(self, channel: Channel) -> str:
        said = [condition_word(c) for c in sorted(channel.demands)]
        return "; ".join([*said, self.tr("logo allowed")] if channel.logo_allowed else said)

    def _event_columns(self) -> list[Column[Event]]:
        return [
            Column(self.tr("Event"), lambda e: e.name, stretch=True),
            Column(self.tr("Day"), lambda e: e.day.isoformat()),
            Column(self.tr("Kind"), lambda e: event_kind_word(e.kind)),
            Column(self.tr("Place"), lambda e: e.place or ""),
            Column(self.tr("For"), lambda e: ", ".join(_standing(e))),
            Column(
                self.tr("State"),
                self._event_state,
                icon=lambda e: _mark(stands=bool(_standing(e))),
                ink=lambda e: "cleared" if _standing(e) else "blocked",
            ),
        ]

    def _event_state(self, event: Event) -> str:
        if event.revoked_at is not None:
            return self.tr("revoked")
        return self.tr("authorised") if _standing(event) else self.tr("for no channel")

    def _section(
        self, title: str, table: RowsTable, empty: EmptyState, buttons: Sequence[QPushButton]
    ) -> QStackedWidget:
        head = QHBoxLayout()
        head.addWidget(words(title, "heading"))
        head.addStretch(1)
        for button in buttons:
            head.addWidget(button)
        faces = QStackedWidget()
        faces.addWidget(table)
        faces.addWidget(empty)
        section = QVBoxLayout()
        section.setSpacing(style.SPACE)
        section.addLayout(head)
        section.addWidget(faces, 1)
        self.body.addLayout(section, 1)
        return faces


def _standing(event: Event) -> list[str]:
    """The channels that an event is authorised for."""
    given = [a.channel for a in event.authorisations if a.revoked_at is None]
    return [] if event.revoked_at is not None else sorted(set(given), key=str.casefold)


def _mark(*, stands: bool) -> QIcon:
    return style.icon("done" if stands else "close", "cleared" if stands else "blocked")
