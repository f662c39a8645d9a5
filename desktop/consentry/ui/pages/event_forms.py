"""The forms that put a channel on the district's list and a public-arena event on record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from consentry.services import channels, events
from consentry.ui import style
from consentry.ui.context import UiContext
from consentry.ui.widgets.page import Page, action_button, card, labelled, on_keys, words
from consentry_policy.channels import Channel, ChannelKind, Condition
from consentry_policy.events import EventKind


def channel_kind_word(kind: ChannelKind) -> str:
    """The kind of a channel in words."""
    translate = QCoreApplication.translate
    return {
        ChannelKind.SOCIAL: translate("Kinds", "social network"),
        ChannelKind.WEBSITE: translate("Kinds", "website"),
        ChannelKind.PRESS: translate("Kinds", "press"),
        ChannelKind.YEARBOOK: translate("Kinds", "yearbook"),
        ChannelKind.PRINT: translate("Kinds", "print"),
        ChannelKind.INTERNAL: translate("Kinds", "internal"),
    }[kind]


def event_kind_word(kind: EventKind) -> str:
    """The kind of an event in the policy's words."""
    translate = QCoreApplication.translate
    return {
        EventKind.SPORT: translate("Kinds", "sporting event"),
        EventKind.PERFORMANCE: translate("Kinds", "fine-arts performance"),
        EventKind.OTHER: translate("Kinds", "other public arena"),
    }[kind]


def condition_word(condition: Condition) -> str:
    """What a channel demands, in words."""
    translate = QCoreApplication.translate
    return {
        Condition.NO_NAME: translate("Kinds", "nobody is named in picture or caption"),
        Condition.GROUP_ONLY: translate("Kinds", "group photos only"),
        Condition.NO_UNDER_13: translate("Kinds", "nobody under 13"),
    }[condition]


class DayField(QWidget):
    """A day, or none: a box that switches the calendar field on."""

    def __init__(self, switch: str, name: str, day: date) -> None:
        super().__init__()
        self.box = QCheckBox(switch)
        self.edit = day_edit(name, day)
        self.edit.setEnabled(False)
        self.box.toggled.connect(self.edit.setEnabled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box)
        row.addWidget(self.edit, 1)

    def day(self) -> date | None:
        """The day, or None while it is switched off."""
        return day_of(self.edit) if self.box.isChecked() else None


def day_edit(name: str, day: date) -> QDateEdit:
    """A calendar field that shows ISO days."""
    edit = QDateEdit()
    edit.setCalendarPopup(True)
    edit.setDisplayFormat("yyyy-MM-dd")
    edit.setDate(QDate(day.year, day.month, day.day))
    edit.setAccessibleName(name)
    return edit


def day_of(edit: QDateEdit) -> date:
    """The day in a calendar field."""
    shown = edit.date()
    return date(shown.year(), shown.month(), shown.day())


def school_year_end(today: date) -> date:
    """The last day of June of the school year ``today`` is in."""
    return date(today.year + (today.month > 6), 6, 30)


class _Form(Page):
    """A page with one card of fields. Emits ``left`` when the lists are wanted again."""

    left = Signal()

    def __init__(self, context: UiContext, title: str, done: str) -> None:
        super().__init__(context, title)
        back = QPushButton(QCoreApplication.translate("EventForms", "Back"))
        back.clicked.connect(self.left)
        self.tools.addWidget(back)
        self.do_button = action_button(done, primary=True)
        self.do_button.clicked.connect(self.submit)
        frame, self.fields = card(style.SPACE + 4)
        frame.setMaximumWidth(style.wide(600))
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame, 0, Qt.AlignmentFlag.AlignTop)
        column.addStretch(1)
        scroll = QScrollArea()  # a small window shows what fits, the rest scrolls
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        self.body.addWidget(scroll, 1)

    def submit(self) -> None:
        """Do what the form says."""

    def labelled(self, name: str, field: QWidget) -> None:
        """Put a field with its label into the card."""
        labelled(self.fields, name, field)

    def finish_layout(self) -> None:
        """Put the button below the fields."""
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.do_button)
        self.fields.addSpacing(style.SPACE)
        self.fields.addLayout(row)
        on_keys(self, self.left.emit, self.submit)


class ChannelForm(_Form):
    """A new channel on the district's list."""

    def __init__(self, context: UiContext) -> None:
        translate = QCoreApplication.translate
        super().__init__(context, translate("ChannelForm", "Add a channel"), translate("ChannelForm", "Add it"))
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("as people call it: Instagram, yearbook, school website"))
        self.kind = QComboBox()
        for kind in ChannelKind:
            self.kind.addItem(channel_kind_word(kind), kind)
        self.name.textEdited.connect(self._guess_kind)
        self.by = QLineEdit()
        self.until = DayField(
            self.tr("Only until"), self.tr("Last day of the authorisation"), school_year_end(context.session.today)
        )
        self.labelled(self.tr("Name"), self.name)
        self.labelled(self.tr("Kind"), self.kind)
        self.labelled(self.tr("Authorised by"), self.by)
        self.fields.addWidget(self.until)
        self.fields.addWidget(words(self.tr("What it demands of every photo"), "field"))
        self.demands = {condition: QCheckBox(condition_word(condition)) for condition in Condition}
        for box in self.demands.values():
            self.fields.addWidget(box)
        self.logo = QCheckBox(self.tr("The district's logo may be shown there"))
        self.fields.addWidget(self.logo)
        self.finish_layout()

    def begin(self) -> None:
        """Start with an empty form."""
        self.name.clear()
        self.message.clear()
        self.by.setText(self.context.session.user_name)
        for box in (*self.demands.values(), self.logo):
            box.setChecked(False)
        self.name.setFocus()

    def submit(self) -> None:
        session = self.context.session
        logo = self.logo.isChecked()
        name, by, until = self.name.text(), self.by.text(), self.until.day()
        kind = ChannelKind(self.kind.currentData())
        demands = frozenset(condition for condition, box in self.demands.items() if box.isChecked())
        self.run(
            lambda: channels.add(session, name, kind, by, until, demands, logo_allowed=logo),
            self._added,
            self.tr("Adding"),
        )

    def _added(self, channel: Channel) -> None:
        self.context.say(self.tr("{name} is on the list.").format(name=channel.name))
        self.left.emit()

    def _guess_kind(self, name: str) -> None:
        self.kind.setCurrentIndex(self.kind.findData(channels.kind_of(name)))


class EventForm(_Form):
    """A public-arena event, authorised for some channels from now on."""

    def __init__(self, context: UiContext) -> None:
        translate = QCoreApplication.translate
        title, done = translate("EventForm", "Add an event"), translate("EventForm", "Put it on record")
        super().__init__(context, title, done)
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("Varsity soccer against Northfield"))
        self.kind = QComboBox()
        for kind in EventKind:
            self.kind.addItem(event_kind_word(kind), kind)
        self.day = day_edit(self.tr("Day"), context.session.today)
        self.place = QLineEdit()
        self.starts, self.ends = QLineEdit(), QLineEdit()
        for line in (self.starts, self.ends):
            line.setInputMask("99:99;_")
        self.by = QLineEdit()
        self.labelled(self.tr("Name"), self.name)
        self.labelled(self.tr("Kind"), self.kind)
        self.labelled(self.tr("Day"), self.day)
        times = QHBoxLayout()
        for name, line in ((self.tr("Begins"), self.starts), (self.tr("Ends"), self.ends)):
            pair = QVBoxLayout()
            labelled(pair, name, line)
            times.addLayout(pair)
        self.fields.addLayout(times)
        self.labelled(self.tr("Place"), self.place)
        self.labelled(self.tr("Authorised by"), self.by)
        self.fields.addWidget(words(self.tr("For the channels"), "field"))
        self.boxes: dict[str, QCheckBox] = {}
        self._box_column = QVBoxLayout()
        self.fields.addLayout(self._box_column)
        self.finish_layout()

    def begin(self, listed: Sequence[Channel]) -> None:
        """Start with an empty form over the channels that are listed today."""
        for line in (self.name, self.place, self.starts, self.ends):
            line.clear()
        self.message.clear()
        self.by.setText(self.context.session.user_name)
        for box in self.boxes.values():
            box.deleteLater()
        self.boxes = {channel.name: QCheckBox(channel.name.replace("&", "&&")) for channel in listed}
        for box in self.boxes.values():
            self._box_column.addWidget(box)
        self.name.setFocus()

    def submit(self) -> None:
        try:
            starts, ends = _clock(self.starts), _clock(self.ends)
        except ValueError:
            self.message.say(self.tr("Give the times as hours and minutes, 18:30, or leave them empty."), "care")
            return
        session = self.context.session
        name, by, day = self.name.text(), self.by.text(), day_of(self.day)
        kind, place = EventKind(self.kind.currentData()), self.place.text().strip() or None
        chosen = [channel for channel, box in self.boxes.items() if box.isChecked()]
        self.run(
            lambda: events.add(session, name, kind, day, by, chosen, place, starts, ends),
            lambda _: self._added(),
            self.tr("Putting it on record"),
        )

    def _added(self) -> None:
        self.context.say(self.tr("The event is on record; photos can be joined to it now."))
        self.left.emit()


def _clock(line: QLineEdit) -> str | None:
    """HH:MM, or None for an empty line. Raises ValueError for anything else."""
    text = line.text()
    if not text.strip(": _"):
        return None
    hours, _, minutes = text.partition(":")
    if not (0 <= int(hours) < 24 and 0 <= int(minutes) < 60):
        raise ValueError(text)
    return f"{int(hours):02}:{int(minutes):02}"
