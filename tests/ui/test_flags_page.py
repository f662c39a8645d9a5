"""Remarks a sheet made in place of an answer: listed on the roster, settled one person at a time."""

from __future__ import annotations

from pathlib import Path

import pytest
from office import PASSPHRASE, SHEET, Office, choose, settle
from pytestqt.qtbot import QtBot

import consentry_vault as cv
from consentry.services import roster, roster_import, vaults
from consentry.services.roster_import import ImportChoices
from consentry.ui.bridge import Bridge
from consentry.ui.context import UiContext
from consentry.ui.pages.flags_settle import Way
from consentry.ui.pages.roster import RosterPage
from consentry.ui.preferences import Preferences
from consentry.ui.runner import Runner
from consentry_policy.people import Role

OTHER = "another four invented words"
REMARKS = SHEET + "1005,Eck,Jo,7,7A,court order\n1006,Falk,Lu,7,7A,see office\n"


@pytest.fixture
def page(office: Office) -> RosterPage:
    """A roster whose latest sheet says "court order" of Jo Eck, who had a yes, and "see office" of Lu Falk."""
    office.list_channel()
    bring_in(office, SHEET + "1005,Eck,Jo,7,7A,Yes\n1006,Falk,Lu,7,7A,\n")
    bring_in(office, REMARKS)
    page = RosterPage(office.context)
    return office.show(page)


def bring_in(office: Office, text: str) -> None:
    choices = ImportChoices("cabinet 3", None, ask_again=True)
    plan = roster_import.plan(office.session, office.sheet(text), choices).run()
    roster_import.commit(office.session, plan)
    office.settle()


def state(office: Office, number: str) -> str:
    return next(p.states["Instagram"].value for p in roster.people(office.session) if p.number == number)


def say_of(office: Office, page: RosterPage, row: int, way: Way, why: str) -> None:
    """Say of the person in a row what their flag means."""
    page.flags_page.table.selectRow(row)
    choose(page.flags_page.form.way, way)
    office.type(page.flags_page.form.why, why)
    office.click(page.flags_page.form.do_button)


def open_flags(page: RosterPage) -> list[tuple[str, str]]:
    return [(flag.name, flag.flag) for flag in page.flags_page.model.rows]


def test_the_roster_counts_what_is_open_and_leads_to_it(office: Office, page: RosterPage) -> None:
    assert page.list.flags_button.text() == "Flags (2)"
    office.click(page.list.flags_button)
    assert open_flags(page) == [("Jo Eck", "court order"), ("Lu Falk", "see office")]
    assert not page.flags_page.form.isVisible(), "nobody is chosen yet"
    office.click(page.flags_page.back_button)
    assert page.list.isVisible()


def test_a_court_order_becomes_a_protection(office: Office, page: RosterPage) -> None:
    office.click(page.list.flags_button)
    say_of(office, page, 0, Way.PROTECTED, "court order of March")
    assert state(office, "1005") == "protected"
    assert open_flags(page) == [("Lu Falk", "see office")]
    office.click(page.flags_page.back_button)
    assert page.list.flags_button.text() == "Flags (1)"


def test_a_remark_about_something_else_lets_the_older_yes_count_again(office: Office, page: RosterPage) -> None:
    assert state(office, "1005") != "granted"
    office.click(page.list.flags_button)
    say_of(office, page, 0, Way.NO_FLAG, "about the bus")
    assert state(office, "1005") == "granted"


def test_a_no_is_put_on_record(office: Office, page: RosterPage) -> None:
    office.click(page.list.flags_button)
    say_of(office, page, 0, Way.REFUSAL, "said so on the phone")
    assert state(office, "1005") == "refused"


def test_a_yes_of_a_student_needs_the_signed_form(office: Office, page: RosterPage) -> None:
    office.click(page.list.flags_button)
    say_of(office, page, 1, Way.GRANT, "the form came in")
    flags_page = page.flags_page
    assert "only in writing" in flags_page.message.text
    assert state(office, "1006") != "granted"
    assert flags_page.form.why.text() == "the form came in", "nothing that was typed is lost"
    office.type(flags_page.form.evidence, "folder 3")
    office.click(flags_page.form.do_button)
    assert state(office, "1006") == "granted"
    assert flags_page.message.text == ""


def test_nothing_is_settled_without_a_meaning_and_a_reason(office: Office, page: RosterPage) -> None:
    office.click(page.list.flags_button)
    form = page.flags_page.form
    page.flags_page.table.selectRow(0)
    office.click(form.do_button)
    assert "what the flag means" in form.message.text
    choose(form.way, Way.NO_FLAG)
    office.click(form.do_button)
    assert "Say why" in form.message.text
    assert len(open_flags(page)) == 2


def test_what_was_typed_for_one_person_is_not_kept_for_the_next(office: Office, page: RosterPage) -> None:
    office.click(page.list.flags_button)
    form = page.flags_page.form
    page.flags_page.table.selectRow(0)
    choose(form.way, Way.NO_FLAG)
    office.type(form.why, "about the bus")
    page.flags_page.table.selectRow(1)
    assert form.way.currentData() is None
    assert form.why.text() == ""


def test_when_all_are_settled_the_page_says_so(office: Office, page: RosterPage) -> None:
    office.click(page.list.flags_button)
    say_of(office, page, 1, Way.NO_FLAG, "about the bus")
    say_of(office, page, 0, Way.PROTECTED, "court order")
    assert page.flags_page.empty.isVisible()
    assert not page.flags_page.form.isVisible()
    office.click(page.flags_page.back_button)
    assert page.list.flags_button.text() == "Flags"


def test_a_reviewer_sees_the_roster_without_flags_and_without_a_trouble(
    qtbot: QtBot, office_vault: Path, preferences: Preferences
) -> None:
    with vaults.unlock(office_vault, PASSPHRASE) as session:
        cv.add_user(session.vault, OTHER, "Bo Example", cv.Role.REVIEWER)
        roster.add_person(session, "1001", "Castillo", "Jonas", frozenset({Role.STUDENT}))
    runner = Runner()
    with vaults.unlock(office_vault, OTHER) as session:
        page = RosterPage(UiContext(session, runner, Bridge(session), preferences))
        qtbot.addWidget(page)
        page.show()
        settle(qtbot, runner)
        assert page.list.table.isVisible()
        assert not page.list.flags_button.isVisible()
        assert page.list.message.text == ""
        assert runner.finish()
