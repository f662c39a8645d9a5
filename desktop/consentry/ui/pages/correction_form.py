"""A record of the history put right: it stays, and a later one takes its place and says why."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QComboBox

from consentry.services import corrections, scans
from consentry.services.corrections import Correction
from consentry.services.views import PersonView, TimelineEntry
from consentry.ui.context import UiContext
from consentry.ui.pages.event_forms import DayField, school_year_end
from consentry.ui.pages.evidence_field import EvidenceField
from consentry.ui.pages.roster_forms import PersonForm
from consentry.ui.said import sentence, told
from consentry.ui.widgets.page import on_keys, words
from consentry_policy.records import Answer

_AS_IT_WAS, _ALL = "", "all"  # no channel may be called so


class CorrectionForm(PersonForm):
    """What is left empty stays as it was; "made in error" takes the whole record out of force."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self._record = ""
        self.what = words("", "muted")
        self.fields.addWidget(self.what)
        self.void = QCheckBox(self.tr("Made in error (the wrong child)"))
        self.void.toggled.connect(lambda _: self._void_chosen())
        self.fields.addWidget(self.void)
        self.answer = QComboBox()
        for answer, text in (
            (None, self.tr("as it was")),
            (Answer.GRANT, self.tr("Yes, may appear")),
            (Answer.REFUSAL, self.tr("No, may not appear")),
            (Answer.WITHDRAWAL, self.tr("Takes an earlier yes back")),
        ):
            self.answer.addItem(text, answer)
        self.labelled(self.tr("The answer is"), self.answer)
        self.channel = QComboBox()
        self.labelled(self.tr("For"), self.channel)
        self.signer = self.line(self.tr("Signed by"), self.tr("empty: as it was"))
        self.proof = EvidenceField()
        self.labelled(self.tr("Evidence"), self.proof)
        today = context.session.today
        self.signed_on = DayField(self.tr("Signed on"), self.tr("Day on the form"), today)
        self.until = DayField(self.tr("Only until"), self.tr("Last day of this answer"), school_year_end(today))
        for field in (self.signed_on, self.until):
            self.fields.addWidget(field)
        self.why = self.line(self.tr("Why"), self.tr("kept with the correction"))
        self.do_button.setText(self.tr("Correct the record"))
        on_keys(self, self.hide, self.submit)
        self.setFocusProxy(self.why)

    def begin(self, entry: TimelineEntry) -> None:
        """Put this record of the person right."""
        self._record = entry.record or ""
        self.what.setText(
            self.tr("The record of {day} ({what}, {channels}) stays in the history; the correction holds.").format(
                day=entry.day.isoformat(), what=sentence(entry.what), channels=told(entry.channels)
            )
        )
        self.message.clear()
        for line in (self.signer, self.why):
            line.clear()
        self.proof.clear()
        for box in (self.void, self.signed_on.box, self.until.box):
            box.setChecked(False)
        for choice in (self.answer, self.channel):
            choice.setCurrentIndex(0)

    def show_person(self, person: PersonView) -> None:
        super().show_person(person)
        kept = str(self.channel.currentData() or _AS_IT_WAS)
        self.channel.clear()
        self.channel.addItem(self.tr("as it was"), _AS_IT_WAS)
        self.channel.addItem(self.tr("All channels"), _ALL)
        for channel in sorted(person.states):
            self.channel.addItem(channel, channel)
        self.channel.setCurrentIndex(max(0, self.channel.findData(kept)))

    def submit(self) -> None:
        session, record, why = self.context.session, self._record, self.why.text()
        self.do_button.setEnabled(False)
        self.context.runner.run(
            (lambda: corrections.void(session, record, why))
            if self.void.isChecked()
            else self._correcting(record, why),
            lambda _: self._corrected(),
            self.failed,
            owner=self,
        )

    def _correcting(self, record: str, why: str) -> Callable[[], str]:
        session, source = self.context.session, self.proof.source()
        answer, chosen = self.answer.currentData(), str(self.channel.currentData())
        signer, signed, until = self.signer.text().strip() or None, self.signed_on.day(), self.until.day()

        def verb() -> str:
            what = Correction(
                answer=None if answer is None else Answer(answer),
                other_channels=chosen != _AS_IT_WAS,
                channels=None if chosen in {_AS_IT_WAS, _ALL} else frozenset({chosen}),
                until=until,
                signed_on=signed,
                evidence=scans.as_evidence(session, source) or None,
                signer=signer,
            )
            return corrections.correct(session, record, what, why)

        return verb

    def _corrected(self) -> None:
        self.done(self.tr("The record is corrected; the earlier one stays in the history."))

    def _void_chosen(self) -> None:
        fields = (self.answer, self.channel, self.signer, self.proof, self.signed_on, self.until)
        for field in fields:
            field.setEnabled(not self.void.isChecked())
