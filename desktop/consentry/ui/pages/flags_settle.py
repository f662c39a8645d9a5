"""What somebody says of a person's open flags: a protection, an answer, or that they are about something else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import Enum

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from consentry.services.flags import FlagView, Settled
from consentry.ui import style
from consentry.ui.pages.event_forms import school_year_end
from consentry.ui.widgets.message import MessageLine
from consentry.ui.widgets.page import action_button, card, labelled, on_keys, words
from consentry_policy.records import Answer


class Way(Enum):
    """The ways a flag is settled."""

    PROTECTED = "protected"
    REFUSAL = "refusal"
    GRANT = "grant"
    NO_FLAG = "no flag"


class SettleForm(QWidget):
    """Emits ``settled`` with the person's id and a `Settled`. Nothing is chosen for the user beforehand."""

    settled = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._flag: FlagView | None = None
        self.title = words("", "field")
        self.title.setWordWrap(True)
        self.message = MessageLine()
        self.way = QComboBox()
        self.way.addItem(self.tr("Choose…"), None)
        for way, text in (
            (Way.PROTECTED, self.tr("The person is protected from now on")),
            (Way.REFUSAL, self.tr("It is a no")),
            (Way.GRANT, self.tr("It is a yes, and the signed form is here")),
            (Way.NO_FLAG, self.tr("It says nothing about photos")),
        ):
            self.way.addItem(text, way)
        self.what = words("", "small")
        self.why = QLineEdit()
        self.why.setPlaceholderText(self.tr("kept with the decision"))
        self.channel = QComboBox()
        self.evidence = QLineEdit()
        self.evidence.setPlaceholderText(self.tr("where the signed form is kept"))
        self.limited = QCheckBox(self.tr("Only until"))
        self.until = QDateEdit()
        self.until.setCalendarPopup(True)
        self.until.setDisplayFormat("yyyy-MM-dd")
        self.until.setAccessibleName(self.tr("Last day of this yes"))
        self.until.setEnabled(False)
        self.limited.toggled.connect(self.until.setEnabled)
        self.do_button = action_button(self.tr("Settle"), primary=True)
        self.do_button.clicked.connect(self.submit)
        self.way.currentIndexChanged.connect(lambda _: self._way_chosen())
        self._lay_out()
        on_keys(self, None, self.submit)
        self.setFocusProxy(self.way)
        self.hide()

    def show_channels(self, names: Sequence[str], today: date) -> None:
        """What an answer can be about."""
        kept = self.channel.currentData()
        self.channel.clear()
        self.channel.addItem(self.tr("All channels"), None)
        for name in names:
            self.channel.addItem(name, name)
        self.channel.setCurrentIndex(max(0, self.channel.findData(kept)))
        if not self.limited.isChecked():
            end = school_year_end(today)
            self.until.setDate(QDate(end.year, end.month, end.day))

    def show_flag(self, flag: FlagView | None) -> None:
        """Settle another person's flags; hidden where nobody is chosen."""
        other = flag is None or self._flag is None or flag.person != self._flag.person
        self._flag = flag
        self.setVisible(flag is not None)
        if flag is not None:
            self.title.setText(self.tr("What do the flags of {name} mean?").format(name=flag.name))
        if other:
            self.message.clear()
            self.way.setCurrentIndex(0)
            self.channel.setCurrentIndex(0)
            self.limited.setChecked(False)
            self.why.clear()
            self.evidence.clear()
            self._way_chosen()

    def submit(self) -> None:
        """Hand over what was said, once it is complete."""
        way = self.way.currentData()
        if self._flag is None:
            return
        if way is None:
            self._ask(self.tr("Say first what the flag means."), self.way)
        elif not self.why.text().strip():
            self._ask(self.tr("Say why: it is kept with the decision."), self.why)
        else:
            self.message.clear()
            self.settled.emit(self._flag.person, self._said(Way(way)))

    def _said(self, way: Way) -> Settled:
        why = self.why.text().strip()
        if way in {Way.PROTECTED, Way.NO_FLAG}:
            return Settled(why, protected=way is Way.PROTECTED)
        name, evidence = self.channel.currentData(), self.evidence.text().strip()
        channels = None if name is None else frozenset({str(name)})
        if way is Way.REFUSAL:
            return Settled(why, answer=Answer.REFUSAL, channels=channels, evidence=evidence or None)
        day = self.until.date()
        until = date(day.year(), day.month(), day.day()) if self.limited.isChecked() else None
        return Settled(why, answer=Answer.GRANT, channels=channels, evidence=evidence or None, until=until)

    def _ask(self, sentence: str, field: QWidget) -> None:
        self.message.say(sentence, "care")
        field.setFocus()

    def _way_chosen(self) -> None:
        way = self.way.currentData()
        self._answer.setVisible(way in {Way.REFUSAL, Way.GRANT})
        self._last_day.setVisible(way is Way.GRANT)
        self.what.setText(
            {
                Way.PROTECTED: self.tr("No photo that shows this person goes anywhere, public arena or not."),
                Way.REFUSAL: self.tr("The flag is closed, and a no is on record from today."),
                Way.GRANT: self.tr("The flag is closed, and a yes is on record from today."),
                Way.NO_FLAG: self.tr("The flag is closed, and what was answered before it counts again."),
            }.get(way, self.tr("Until it is settled, an older yes does not count."))
        )

    def _lay_out(self) -> None:
        frame, column = card()
        column.addWidget(self.title)
        column.addWidget(self.message)
        first = QHBoxLayout()
        first.setSpacing(style.SPACE)
        _field(first, self.tr("It means"), self.way)
        _field(first, self.tr("Why"), self.why)
        column.addLayout(first)
        column.addWidget(self.what)
        self._answer, self._last_day = QWidget(), QWidget()
        second = QHBoxLayout(self._answer)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(style.SPACE)
        _field(second, self.tr("For"), self.channel)
        _field(second, self.tr("Evidence"), self.evidence)
        column.addWidget(self._answer)
        third = QHBoxLayout()
        third.setSpacing(style.SPACE)
        day = QHBoxLayout(self._last_day)
        day.setContentsMargins(0, 0, 0, 0)
        day.addWidget(self.limited)
        day.addWidget(self.until)
        third.addWidget(self._last_day)
        third.addStretch(1)
        third.addWidget(self.do_button)
        column.addLayout(third)
        holder = QHBoxLayout(self)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(frame)


def _field(row: QHBoxLayout, name: str, field: QWidget) -> None:
    column = QVBoxLayout()
    labelled(column, name, field)
    row.addLayout(column, 1)
