"""What a vault's settings do: face matching, rates, retention, backups, access, reports."""

from __future__ import annotations

import importlib.util
import shutil
from datetime import date
from pathlib import Path

import pytest
from office import PASSPHRASE, Office, choose
from PySide6.QtCore import QLocale

from consentry.services import leaving, portraits, roster, settings, vaults
from consentry.ui.pages.settings import SettingsPage
from consentry_policy.errors import MendableError
from consentry_policy.people import Role
from consentry_policy.recognise import Matching
from consentry_vault import new_recovery_code


def _enrol(office: Office) -> str:
    """One co-worker on the roster with one portrait; gives their id."""
    session = office.session
    person = roster.add_person(session, "W7", "Hopper", "Grace", frozenset({Role.CO_WORKER}))
    found = importlib.util.find_spec("matplotlib")
    assert found is not None
    assert found.origin is not None
    folder = office.folder / "portraits"
    folder.mkdir()
    shutil.copy(Path(found.origin).parent / "mpl-data" / "sample_data" / "grace_hopper.jpg", folder / "W7.jpg")
    portraits.enrol(session, folder).run()
    office.settle()
    return person


@pytest.fixture
def page(office: Office) -> SettingsPage:
    shown = office.show(SettingsPage(office.context))
    shown.resize(1000, 4000)  # no card is scrolled away
    return shown


def test_the_thresholds_in_use_are_shown_with_their_source(office: Office, page: SettingsPage) -> None:
    assert page.matching.used.text() == "No thresholds yet: nobody is enrolled to be matched."
    _enrol(office)
    page.matching.load()
    office.settle()
    told = page.matching.used.text()
    used = settings.thresholds(office.session)
    assert used is not None
    assert used.identified is not None
    assert told.startswith(
        f"Now suspected from a likeness of {used.suspected:.2f}, identified from {used.identified:.2f}."
    )
    assert "statistics that come with the program" in told


def test_the_rates_are_told_of_a_thousand_strangers(office: Office, page: SettingsPage) -> None:
    card = page.matching
    assert (card.wide.value(), card.strict.value()) == (100.0, 1.0)
    card.wide.setLocale(QLocale("es"))
    assert card.wide.cleanText() == "100", "100,000 would be read as a hundred thousand"
    card.wide.setValue(0.5)
    assert card.wide.cleanText() == "0,5"
    card.wide.setValue(50)
    card.strict.setValue(0.5)
    office.click(card.rates_button)
    now = settings.view(office.session)
    assert (now.wide, now.strict) == (0.05, 0.0005)
    card.wide.setValue(1)
    card.strict.setValue(2)
    office.click(card.rates_button)
    assert page.message.property("tone") == "trouble", "the strict rate may not be above the wide one"
    assert settings.view(office.session).wide == 0.05


def test_turning_matching_off_says_what_it_does_and_asks_once(office: Office) -> None:
    _enrol(office)
    page = office.show(SettingsPage(office.context))
    page.resize(1000, 4000)
    card = page.matching
    assert not card.change_button.isEnabled()
    choose(card.mode, Matching.OFF)
    assert "New York" in card.note.text()
    office.click(card.change_button)
    assert "destroyed" in page.message.text
    assert office.session.matching is Matching.EVERYONE, "one click alone destroys nothing"
    office.click(page.message.action)
    assert settings.view(office.session).matching is Matching.OFF
    assert page.message.text.startswith("1 ")
    assert "No face matching" in card.now.text()


def test_a_retention_profile_shows_its_source_before_it_is_used(office: Office, page: SettingsPage) -> None:
    card = page.retention
    assert card.profile.currentData() == "minnesota"
    assert not card.profile_button.isEnabled()
    choose(card.profile, "illinois")
    assert "105 ILCS" in card.source.text()
    assert "counsel" in card.advice.text()
    assert settings.view(office.session).profile == "minnesota"
    office.click(card.profile_button)
    assert settings.view(office.session).profile == "illinois"
    assert not card.profile_button.isEnabled()


def test_what_is_due_is_shown_before_it_can_be_destroyed(office: Office) -> None:
    person = _enrol(office)
    leaving.left(office.session, person, date(2020, 1, 1))
    office.settle()
    page = office.show(SettingsPage(office.context))
    page.resize(1000, 4000)
    card = page.retention
    assert not card.destroy_button.isEnabled()
    office.click(card.preview_button)
    assert "the person left: 1" in card.due.text()
    office.click(card.destroy_button)
    assert "for good" in page.message.text
    office.click(page.message.action)
    assert page.message.text.startswith("1 ")
    office.click(card.preview_button)
    assert "the person left" not in card.due.text()
    assert not card.destroy_button.isEnabled()


def test_a_backup_is_made_and_listed(office: Office, page: SettingsPage) -> None:
    card = page.backups
    before = card.model.rowCount()
    office.click(card.make_button)
    assert page.message.property("tone") == "done"
    assert card.model.rowCount() == before + 1
    assert card.model.rows[0].reason == "asked"
    assert card.table.isVisible()


def test_a_new_passphrase_needs_the_one_in_use(office: Office, page: SettingsPage) -> None:
    card, wanted = page.access, "another four random words"
    office.click(card.change_button)
    assert "now first" in page.message.text
    office.type(card.current, "somebody else at the desk")
    office.type(card.wanted.first, wanted)
    assert card.wanted.second is not None
    office.type(card.wanted.second, "not the same at all")
    office.click(card.change_button)
    assert "differ" in page.message.text
    office.type(card.wanted.second, wanted)
    office.click(card.change_button)
    assert page.message.property("tone") == "trouble"
    office.type(card.current, PASSPHRASE)
    office.click(card.change_button)
    assert page.message.property("tone") == "done"
    assert card.current.text() == card.wanted.text() == ""
    folder = office.session.vault.folder
    office.session.close()
    with pytest.raises(MendableError):
        vaults.unlock(folder, PASSPHRASE)
    vaults.unlock(folder, wanted).close()


def test_a_recovery_code_is_shown_once_and_opens_the_vault(office: Office, page: SettingsPage) -> None:
    card = page.access
    assert card.code.isHidden()
    office.type(card.current, PASSPHRASE)
    office.click(card.code_button)
    assert "designee" in page.message.text
    office.click(page.message.action)
    code = card.code.text()
    assert code
    page.hide()
    assert card.code.text() == "", "it does not stay for whoever opens the page next"
    folder = office.session.vault.folder
    office.session.close()
    vaults.unlock(folder, code).close()


def test_no_recovery_code_for_somebody_elses_passphrase(office: Office) -> None:
    theirs = new_recovery_code(office.session.vault)
    with pytest.raises(MendableError, match="not your passphrase"):
        vaults.new_recovery_code(office.session, theirs)
    with pytest.raises(MendableError):
        vaults.change_passphrase(office.session, PASSPHRASE, "too short")


@pytest.mark.parametrize(("ending", "begins"), [(".xlsx", b"PK"), (".pdf", b"%PDF")])
def test_a_report_is_saved_as_what_its_ending_says(
    office: Office, page: SettingsPage, ending: str, begins: bytes
) -> None:
    roster.add_person(office.session, "1001", "Castillo", "Jonas", frozenset({Role.STUDENT}))
    card, target = page.people_reports, office.folder / f"report{ending}"
    assert card.person.isHidden()
    choose(card.which, "person")
    office.click(card.save_button)
    assert "school number" in page.message.text
    office.type(card.number, "1001")
    card.save(target)
    office.settle()
    assert page.message.property("tone") == "done", page.message.text
    assert target.read_bytes().startswith(begins)
    office.type(card.number, "9999")
    card.save(office.folder / f"none{ending}")
    office.settle()
    assert page.message.property("tone") == "trouble"
    assert not (office.folder / f"none{ending}").exists()
