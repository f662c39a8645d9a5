"""What the office may change of one person, in place: a new answer, a protection and its end."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from consentry.services import roster
from consentry.services.views import PersonView
from consentry.ui import style
from consentry.ui.context import UiContext
from consentry.ui.pages.event_forms import school_year_end
from consentry.ui.trouble import Trouble
from consentry.ui.widgets.message import MessageLine
from consentry.ui.widgets.page import action_button, labelled, on_keys, words
from consentry_policy.people import Role
from consentry_policy.records import Answer, SignerRole


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


class AnswerForm(PersonForm):
    """One answer of a guardian, or of the person: yes or no, where, and what stands behind it."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.answer = QComboBox()
        for answer, text in (
            (Answer.GRANT, self.tr("Yes, may appear")),
            (Answer.REFUSAL, self.tr("No, may not appear")),
            (Answer.WITHDRAWAL, self.tr("Takes an earlier yes back")),
        ):
            self.answer.addItem(text, answer)
        self.labelled(self.tr("Answer"), self.answer)
        self.channel = QComboBox()
        self.labelled(self.tr("For"), self.channel)
        self.signer_role = QComboBox()
        for role, text in (
            (SignerRole.GUARDIAN, self.tr("A guardian")),
            (SignerRole.SELF, self.tr("The person themselves")),
            (SignerRole.OTHER, self.tr("Someone else")),
        ):
            self.signer_role.addItem(text, role)
        self.labelled(self.tr("Answered by"), self.signer_role)
        self.signer = self.line(self.tr("Their name"), self.tr("as signed; may stay empty"))
        self.evidence = self.line(self.tr("Evidence"), self.tr("where the signed form is kept"))
        self.limited = QCheckBox(self.tr("Only until"))
        self.until = QDateEdit()
        self.until.setCalendarPopup(True)
        self.until.setDisplayFormat("yyyy-MM-dd")
        self.until.setAccessibleName(self.tr("Last day of this answer"))
        self.until.setEnabled(False)
        self.limited.toggled.connect(self.until.setEnabled)
        row = QHBoxLayout()
        row.addWidget(self.limited)
        row.addWidget(self.until, 1)
        self.fields.addLayout(row)
        self.do_button.setText(self.tr("Record the answer"))
        on_keys(self, self.hide, self.submit)
        self.setFocusProxy(self.answer)

    def show_person(self, person: PersonView) -> None:
        super().show_person(person)
        kept = self.channel.currentData()
        self.channel.clear()
        self.channel.addItem(self.tr("All channels"), None)
        for channel in sorted(person.states):
            self.channel.addItem(channel, channel)
        self.channel.setCurrentIndex(max(0, self.channel.findData(kept)))
        speaks = SignerRole.GUARDIAN if person.roles & {Role.STUDENT, Role.GUEST} else SignerRole.SELF
        self.signer_role.setCurrentIndex(self.signer_role.findData(speaks))
        end = school_year_end(self.context.session.today)
        if not self.limited.isChecked():
            self.until.setDate(QDate(end.year, end.month, end.day))

    def submit(self) -> None:
        person = self.person
        if person is None:
            return
        chosen = self.channel.currentData()
        channels = None if chosen is None else frozenset({str(chosen)})
        answer, role = Answer(self.answer.currentData()), SignerRole(self.signer_role.currentData())
        evidence, signer = self.evidence.text(), self.signer.text().strip() or None
        day = self.until.date()
        until = date(day.year(), day.month(), day.day()) if self.limited.isChecked() else None
        session = self.context.session
        self.do_button.setEnabled(False)
        self.context.runner.run(
            lambda: roster.set_consent(
                session, person.id, answer, channels, evidence, until=until, signer=signer, signer_role=role
            ),
            lambda _: self._recorded(),
            self.failed,
            owner=self,
        )

    def _recorded(self) -> None:
        self.signer.clear()
        self.evidence.clear()
        self.limited.setChecked(False)
        self.done(self.tr("The answer is on record."))


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
