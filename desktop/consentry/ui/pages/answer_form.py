"""One answer of a guardian, or of the person: yes or no, where, from when, and what stands behind it."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from consentry.services import roster, scans
from consentry.services.consent_records import usual_signer
from consentry.services.views import PersonView
from consentry.ui import style
from consentry.ui.context import UiContext
from consentry.ui.pages.event_forms import DayField, condition_word, school_year_end
from consentry.ui.pages.evidence_field import EvidenceField
from consentry.ui.pages.roster_forms import PersonForm
from consentry.ui.widgets.page import labelled, on_keys, words
from consentry_policy.channels import Condition
from consentry_policy.records import Answer, SignerRole


class AnswerForm(PersonForm):
    """What is asked rarely (other days, conditions, a note) is folded away until it is wanted."""

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
        self.proof = EvidenceField()
        self.evidence = self.proof.line
        self.labelled(self.tr("Evidence"), self.proof)
        today = context.session.today
        self.until = DayField(self.tr("Only until"), self.tr("Last day of this answer"), school_year_end(today))
        self.limited = self.until.box
        self.fields.addWidget(self.until)
        self.more_button = QPushButton(self.tr("Other days, conditions, a note"))
        self.more_button.setProperty("kind", "quiet")
        self.more_button.setCheckable(True)
        self.fields.addWidget(self.more_button)
        self._build_more()
        self.more_button.toggled.connect(self.more.setVisible)
        self.do_button.setText(self.tr("Record the answer"))
        on_keys(self, self.hide, self.submit)
        self.setFocusProxy(self.answer)

    def show_person(self, person: PersonView) -> None:
        other = self.person is None or self.person.id != person.id
        super().show_person(person)
        kept = self.channel.currentData()
        self.channel.clear()
        self.channel.addItem(self.tr("All channels"), None)
        for channel in sorted(person.states):
            self.channel.addItem(channel, channel)
        self.channel.setCurrentIndex(max(0, self.channel.findData(kept)))
        speaks = usual_signer(person.roles, person.birth_date, self.context.session.today)
        self.signer_role.setCurrentIndex(self.signer_role.findData(speaks))
        if other:
            self._empty()

    def submit(self) -> None:
        person, session = self.person, self.context.session
        if person is None:
            return
        chosen = self.channel.currentData()
        channels = None if chosen is None else frozenset({str(chosen)})
        answer, role = Answer(self.answer.currentData()), SignerRole(self.signer_role.currentData())
        source, signer = self.proof.source(), self.signer.text().strip() or None
        until, signed, first = self.until.day(), self.signed_on.day(), self.effective.day()
        conditions = frozenset(c for c, box in self.conditions.items() if box.isChecked())
        note = self.note.text().strip() or None
        self.do_button.setEnabled(False)
        self.context.runner.run(
            lambda: roster.set_consent(
                session,
                person.id,
                answer,
                channels,
                scans.as_evidence(session, source),
                until=until,
                signer=signer,
                signer_role=role,
                note=note,
                conditions=conditions,
                signed_on=signed,
                effective=first,
            ),
            lambda _: self._recorded(),
            self.failed,
            owner=self,
        )

    def _recorded(self) -> None:
        self._empty()
        self.done(self.tr("The answer is on record."))

    def _empty(self) -> None:
        """What was typed for one answer says nothing of the next."""
        self.signer.clear()
        self.proof.clear()
        self.note.clear()
        for box in (self.limited, self.signed_on.box, self.effective.box, *self.conditions.values()):
            box.setChecked(False)
        self.more_button.setChecked(False)

    def _build_more(self) -> None:
        today = self.context.session.today
        self.more = QWidget()
        column = QVBoxLayout(self.more)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE)
        self.signed_on = DayField(self.tr("Signed on another day"), self.tr("Day on the form"), today)
        self.effective = DayField(self.tr("Holds from"), self.tr("First day of this answer"), today)
        for field in (self.signed_on, self.effective):
            column.addWidget(field)
        column.addWidget(words(self.tr("What a yes asks for"), "field"))
        self.conditions = {condition: QCheckBox(condition_word(condition)) for condition in Condition}
        for box in self.conditions.values():
            column.addWidget(box)
        self.note = self._note(column)
        self.fields.addWidget(self.more)
        self.more.hide()

    def _note(self, column: QVBoxLayout) -> QLineEdit:
        note = QLineEdit()
        labelled(column, self.tr("Note"), note)
        return note
