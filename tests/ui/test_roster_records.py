"""One person's records in the window: who signed and when, conflicts, corrections, a past day, who left."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from office import USER, Office, choose
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QLabel

from consentry.services import roster
from consentry.ui.pages.event_forms import DayField
from consentry.ui.pages.roster import RosterPage
from consentry.ui.pages.roster_person import PersonPanel
from consentry_policy.channels import Channel, ChannelKind, Condition
from consentry_policy.facts import ConsentState
from consentry_policy.people import Role
from consentry_policy.records import Answer, EvidenceKind, SignerRole


@pytest.fixture
def petra(office: Office) -> str:
    """A student, and a channel that has been on the list for a year."""
    since = office.session.today - timedelta(days=365)
    with office.session.vault.write() as unit:
        unit.channels.add(Channel("Instagram", ChannelKind.SOCIAL, USER, since))
    return roster.add_person(office.session, "1002", "Quist", "Petra", frozenset({Role.STUDENT}), homeroom="7B")


@pytest.fixture
def panel(office: Office, petra: str) -> PersonPanel:
    page = office.show(RosterPage(office.context))
    page.resize(1100, 1600)
    return page.list.person


def ago(office: Office, days: int) -> date:
    return office.session.today - timedelta(days=days)


def pick(edit: QDateEdit, day: date) -> None:
    edit.setDate(QDate(day.year, day.month, day.day))


def switch_on(office: Office, field: DayField, day: date) -> None:
    if not field.box.isChecked():
        office.click(field.box)
    pick(field.edit, day)


def record(
    office: Office, panel: PersonPanel, answer: Answer, signer: str, signed: date, evidence: str = ""
) -> None:
    """Record one answer, as the office does from a form of some days ago."""
    office.click(panel.answer_button)
    form = panel.answer_form
    choose(form.answer, answer)
    office.type(form.signer, signer)
    office.type(form.evidence, evidence)
    office.click(form.more_button)
    switch_on(office, form.signed_on, signed)
    office.click(form.do_button)
    assert not form.isVisible(), form.message.text


def state(office: Office) -> ConsentState:
    return roster.people(office.session)[0].states["Instagram"]


def said(panel: PersonPanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def test_guardians_who_disagree_are_flagged_and_settled_by_the_one_who_said_no(
    office: Office, petra: str, panel: PersonPanel
) -> None:
    record(office, panel, Answer.GRANT, "M. Quist", ago(office, 40), "shelf 2")
    record(office, panel, Answer.REFUSAL, "P. Quist", ago(office, 20))
    assert state(office) is ConsentState.CONFLICT
    assert "guardians disagree" in panel.flags.text
    roster.add_person(office.session, "1003", "Rosen", "Ada", frozenset({Role.STUDENT}))
    office.settle()
    page = panel.window()
    assert isinstance(page, RosterPage)
    assert len(page.list.model.rows) == 2
    office.click(page.list.to_look_at)
    assert [p.number for p in page.list.model.rows] == ["1002"]
    record(office, panel, Answer.GRANT, "P. Quist", ago(office, 10), "shelf 2")
    assert state(office) is ConsentState.GRANTED
    assert page.list.model.rows == [], "settled, it needs no look"
    assert "Nobody of these" in page.list.count.text()
    office.click(page.list.to_look_at)
    assert panel.flags.isHidden()


def test_what_held_on_a_past_day_is_shown_with_its_reason(office: Office, petra: str, panel: PersonPanel) -> None:
    record(office, panel, Answer.GRANT, "M. Quist", ago(office, 60), "shelf 2")
    record(office, panel, Answer.REFUSAL, "M. Quist", ago(office, 20))
    pick(panel.on_a_day.day, ago(office, 30))
    office.click(panel.on_a_day.show_button)
    shown = "\n".join(label.text() for label in panel.on_a_day.findChildren(QLabel) if label.isVisible())
    assert "granted" in shown
    assert ago(office, 60).isoformat() in shown
    assert ago(office, 21).isoformat() in shown
    pick(panel.on_a_day.day, ago(office, 70))
    office.click(panel.on_a_day.show_button)
    shown = "\n".join(label.text() for label in panel.on_a_day.findChildren(QLabel) if label.isVisible())
    assert "not answered" in shown
    assert "granted" not in shown


def test_conditions_a_note_and_a_scan_are_kept_with_an_answer(
    office: Office, petra: str, panel: PersonPanel
) -> None:
    scan = office.folder / "form.pdf"
    scan.write_bytes(b"%PDF-1.4 invented form")
    office.click(panel.answer_button)
    form = panel.answer_form
    form.proof.take_scan(scan)
    office.click(form.more_button)
    office.click(form.conditions[Condition.GROUP_ONLY])
    office.type(form.note, "asked by telephone first")
    office.click(form.do_button)
    with office.session.vault.read() as unit:
        kept = unit.consents.of(petra)[-1]
        assert kept.evidence is not None
        assert kept.evidence.kind is EvidenceKind.SCAN
        assert unit.scans.content(kept.evidence.reference) == scan.read_bytes()
    assert kept.conditions == {Condition.GROUP_ONLY}
    assert "asked by telephone first" in said(panel)
    assert "group photos only" in said(panel)
    office.click(panel.answer_button)
    assert form.note.text() == form.evidence.text() == "", "nothing of one answer stays for the next"
    assert not form.conditions[Condition.GROUP_ONLY].isChecked()


def test_an_online_forms_record_is_evidence_of_its_own_kind(
    office: Office, petra: str, panel: PersonPanel
) -> None:
    office.click(panel.answer_button)
    form = panel.answer_form
    choose(form.proof.kind, EvidenceKind.FORM)
    assert "entry" in form.evidence.placeholderText()
    office.type(form.evidence, "enrolment portal / 4711 / 2026-08-20 19:02")
    office.click(form.do_button)
    assert state(office) is ConsentState.GRANTED
    with office.session.vault.read() as unit:
        kept = unit.consents.of(petra)[-1].evidence
    assert kept is not None
    assert (kept.kind, kept.reference) == (EvidenceKind.FORM, "enrolment portal / 4711 / 2026-08-20 19:02")
    assert form.proof.kind.currentData() == EvidenceKind.PAPER


def test_look_alikes_are_noted_by_the_others_number(office: Office, petra: str, panel: PersonPanel) -> None:
    twin = roster.add_person(office.session, "1004", "Quist", "Paula", frozenset({Role.STUDENT}))
    office.settle()
    office.click(panel.alike_button)
    office.click(panel.alike_form.do_button)
    assert "school number" in panel.alike_form.message.text
    office.type(panel.alike_form.number, "9999")
    office.click(panel.alike_form.do_button)
    assert "Nobody on the roster" in panel.alike_form.message.text
    office.type(panel.alike_form.number, "1004")
    office.click(panel.alike_form.do_button)
    assert not panel.alike_form.isVisible()
    with office.session.vault.read() as unit:
        alike = office.session.roster(unit).look_alikes
    pair = {person for person in (petra, twin) if alike.get(person)}
    assert pair == {petra, twin}


def test_what_is_no_scan_is_refused_in_place(office: Office, petra: str, panel: PersonPanel) -> None:
    wrong = office.folder / "form.txt"
    wrong.write_text("yes, says the mother", encoding="utf-8")
    office.click(panel.answer_button)
    panel.answer_form.proof.take_scan(wrong)
    office.click(panel.answer_form.do_button)
    assert "no PDF" in panel.answer_form.message.text
    assert state(office) is ConsentState.NOT_ANSWERED


def test_who_is_18_answers_for_themselves_by_default(office: Office, petra: str, panel: PersonPanel) -> None:
    assert panel.answer_form.signer_role.currentData() == SignerRole.GUARDIAN
    record(office, panel, Answer.GRANT, "M. Quist", ago(office, 40), "shelf 2")
    today = office.session.today
    roster.set_birth_date(office.session, petra, today.replace(year=today.year - 19, day=1))
    office.settle()
    assert state(office) is ConsentState.LAPSED
    assert panel.answer_form.signer_role.currentData() == SignerRole.SELF
    record(office, panel, Answer.GRANT, "", ago(office, 0), "shelf 3")
    assert state(office) is ConsentState.GRANTED


def test_a_record_made_in_error_is_voided_with_a_reason(office: Office, petra: str, panel: PersonPanel) -> None:
    record(office, panel, Answer.REFUSAL, "M. Quist", ago(office, 5))
    assert state(office) is ConsentState.REFUSED
    office.click(panel.history.moments[0].correct_button)
    form = panel.correction_form
    office.click(form.void)
    assert not form.answer.isEnabled()
    office.click(form.do_button)
    assert "why" in form.message.text
    assert state(office) is ConsentState.REFUSED
    office.type(form.why, "it was the sister's form")
    office.click(form.do_button)
    assert state(office) is ConsentState.NOT_ANSWERED
    assert "corrected since" in said(panel)
    assert "it was the sister's form" in said(panel)
    older = next(m for m in panel.history.moments if m.entry.superseded)
    assert not older.correct_button.isVisible(), "it was put right once"


def test_a_slip_is_corrected_and_the_rest_stays(office: Office, petra: str, panel: PersonPanel) -> None:
    record(office, panel, Answer.GRANT, "M. Quist", ago(office, 40), "shelf 2")
    office.click(panel.history.moments[0].correct_button)
    form = panel.correction_form
    office.type(form.why, "the form says another day")
    office.click(form.do_button)
    assert "what is otherwise" in form.message.text
    switch_on(office, form.until, ago(office, 10))
    office.click(form.do_button)
    assert state(office) is ConsentState.LAPSED
    with office.session.vault.read() as unit:
        newest = unit.consents.of(petra)[-1]
    assert (newest.signer, newest.channels, newest.signed_on) == ("M. Quist", None, ago(office, 40))
    office.click(panel.history.moments[0].correct_button)
    choose(form.channel, "Instagram")
    choose(form.answer, Answer.REFUSAL)
    office.type(form.why, "it says no")
    office.click(form.do_button)
    with office.session.vault.read() as unit:
        newest = unit.consents.of(petra)[-1]
    assert (newest.answer, newest.channels) == (Answer.REFUSAL, frozenset({"Instagram"}))


def test_who_left_is_back_or_wants_no_matching_is_on_record(
    office: Office, petra: str, panel: PersonPanel
) -> None:
    form = panel.leaving_form
    for what, why in ((form.LEFT, ""), (form.BACK, ""), (form.NO_MATCHING, "mother's letter")):
        office.click(panel.leaving_button)
        choose(form.what, what)
        if why:
            office.click(form.do_button)
            assert "who asked" in form.message.text
            office.type(form.why, why)
        office.click(form.do_button)
        assert not form.isVisible(), form.message.text
    with office.session.vault.read() as unit:
        verbs = [entry.verb for entry in unit.audit.entries()]
        person = unit.people.get(petra)
    assert verbs[-3:] == ["left", "came-back", "withdrew-from-matching"]
    assert person is not None
    assert person.left_on is None
