"""What the office may change of one person, in place: the birth date, a protection and its end, that they left."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from consentry.services import leaving, roster
from consentry.services.views import PersonView
from consentry.ui import style
from consentry.ui.context import UiContext
from consentry.ui.pages.event_forms import day_edit, day_of
from consentry.ui.trouble import Trouble
from consentry.ui.widgets.message import MessageLine
from consentry.ui.widgets.page import action_button, labelled, on_keys, words


class PersonForm(QFrame):
    """A form inside the details of a person: message in place, one button that does it, one that leaves it."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("inset")
        self.context = context
        self.person: PersonView | None = None
        self.message = MessageLine()
        self.do_button = action_button("", primary=True)
        self.do_button.clicked.connect(self.submit)
        self.leave_button = QPushButton(self.tr("Cancel"))
        self.leave_button.clicked.connect(self.hide)
        self.fields = QVBoxLayout()
        self.fields.setSpacing(style.SPACE)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave_button)
        row.addWidget(self.do_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, style.SPACE, 0, style.SPACE)
        column.setSpacing(style.SPACE)
        column.addWidget(self.message)
        column.addLayout(self.fields)
        column.addLayout(row)

    def show_person(self, person: PersonView) -> None:
        """Work on another person, or on the same one as they are now."""
        self.person = person
        self.message.clear()

    def submit(self) -> None:
        """Do what the form says."""

    def line(self, name: str, hint: str = "") -> QLineEdit:
        """A labelled line among the fields."""
        field = QLineEdit()
        field.setPlaceholderText(hint)
        field.setMinimumWidth(field.fontMetrics().horizontalAdvance(hint) + 3 * style.SPACE)  # so it is read whole
        self.labelled(name, field)
        return field

    def labelled(self, name: str, field: QWidget) -> None:
        """Put a field with its label among the fields."""
        labelled(self.fields, name, field)

    def done(self, sentence: str) -> None:
        """The verb went through: leave, and say so."""
        self.do_button.setEnabled(True)
        self.hide()
        self.context.say(sentence)

    def failed(self, trouble: Trouble) -> None:
        """The verb did not go through: say why in place."""
        self.do_button.setEnabled(True)
        self.message.say_trouble(trouble)


class BirthDateForm(PersonForm):
    """Corrects the birth date: from 18 on a student answers for themselves."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.fields.addWidget(words(self.tr("At 18 a guardian's yes ends; the student answers alone."), "muted"))
        self.day = self.line(self.tr("Birth date"), self.tr("YYYY-MM-DD; empty where it is not known"))
        self.do_button.setText(self.tr("Keep the birth date"))
        self.setFocusProxy(self.day)
        on_keys(self, self.hide, self.submit)

    def show_person(self, person: PersonView) -> None:
        super().show_person(person)
        self.day.setText(person.birth_date.isoformat() if person.birth_date else "")

    def submit(self) -> None:
        person, text, session = self.person, self.day.text().strip(), self.context.session
        if person is None:
            return
        try:
            day = date.fromisoformat(text) if text else None
        except ValueError:
            self.message.say(self.tr("Give the birth date as YYYY-MM-DD, or leave it empty."), "care")
            return
        self.do_button.setEnabled(False)
        self.context.runner.run(
            lambda: roster.set_birth_date(session, person.id, day),
            lambda _: self.done(self.tr("The birth date is on record.")),
            self.failed,
            owner=self,
        )


class ProtectionForm(PersonForm):
    """Flags a person as protected, or lifts it; says what that does before it is done."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.what = words("", "muted")
        self.fields.addWidget(self.what)
        self.why = self.line(self.tr("Why"), self.tr("court order, foster care, no-locate, safety…"))
        self.setFocusProxy(self.why)
        on_keys(self, self.hide, self.submit)

    def show_person(self, person: PersonView) -> None:
        super().show_person(person)
        self.why.clear()
        if person.protected:
            self.what.setText(self.tr("Their own answers hold again, from now on."))
            self.do_button.setText(self.tr("Lift the protection"))
        else:
            self.what.setText(
                self.tr("From now on no photo that shows this person goes anywhere, public arena or not.")
            )
            self.do_button.setText(self.tr("Protect this person"))

    def submit(self) -> None:
        person = self.person
        if person is None:
            return
        verb = roster.lift_protection if person.protected else roster.protect
        session, why = self.context.session, self.why.text()
        sentence = (
            self.tr("The protection is lifted.") if person.protected else self.tr("The person is protected.")
        )
        self.do_button.setEnabled(False)
        self.context.runner.run(
            lambda: verb(session, person.id, why), lambda _: self.done(sentence), self.failed, owner=self
        )


class LeavingForm(PersonForm):
    """That a person left or is back, or that they ask not to be matched: what ends the right to a template."""

    LEFT, BACK, NO_MATCHING = "left", "back", "no matching"

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.what = QComboBox()
        for key, text in (
            (self.LEFT, self.tr("Has left the school")),
            (self.BACK, self.tr("Is back at the school")),
            (self.NO_MATCHING, self.tr("Their face is to be matched no more")),
        ):
            self.what.addItem(text, key)
        self.labelled(self.tr("What is to be recorded"), self.what)
        self.day = day_edit(self.tr("Last day at the school"), context.session.today)
        self.labelled(self.tr("Last day at the school"), self.day)
        self.why = self.line(self.tr("Who asked for it, or why"))
        self.fields.addWidget(
            words(
                self.tr("The face templates are destroyed within the rule's days; answers and decisions stay."),
                "muted",
            )
        )
        self.do_button.setText(self.tr("Put it on record"))
        self.what.currentIndexChanged.connect(lambda _: self._chosen())
        self.setFocusProxy(self.what)
        on_keys(self, self.hide, self.submit)
        self._chosen()

    def submit(self) -> None:
        person, session, what = self.person, self.context.session, self.what.currentData()
        if person is None:
            return
        day, why = (day_of(self.day) if what == self.LEFT else None), self.why.text()
        self.do_button.setEnabled(False)
        self.context.runner.run(
            (lambda: leaving.withdraw_from_matching(session, person.id, why))
            if what == self.NO_MATCHING
            else (lambda: leaving.left(session, person.id, day)),
            lambda _: self._done(),
            self.failed,
            owner=self,
        )

    def _done(self) -> None:
        self.why.clear()
        self.done(self.tr("It is on record."))

    def _chosen(self) -> None:
        self.day.setEnabled(self.what.currentData() == self.LEFT)
        self.why.setEnabled(self.what.currentData() == self.NO_MATCHING)


class LookAlikeForm(PersonForm):
    """Notes that two people look alike, such as twins: a face like either of them always goes to a person."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.fields.addWidget(
            words(self.tr("A face like either of the two is never settled by the program alone."), "muted")
        )
        self.number = self.line(self.tr("School number of the other"))
        self.do_button.setText(self.tr("They look alike"))
        self.setFocusProxy(self.number)
        on_keys(self, self.hide, self.submit)

    def show_person(self, person: PersonView) -> None:
        super().show_person(person)
        self.number.clear()

    def submit(self) -> None:
        person, session, number = self.person, self.context.session, self.number.text().strip()
        if person is None or not number:
            self.message.say(self.tr("Type the school number of the other person."), "care")
            return
        self.do_button.setEnabled(False)
        self.context.runner.run(
            lambda: roster.add_look_alike_of(session, person.id, number),
            lambda _: self.done(self.tr("It is on record that they look alike.")),
            self.failed,
            owner=self,
        )
