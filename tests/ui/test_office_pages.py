"""Releases, log and settings on the screen."""

from __future__ import annotations

from pathlib import Path

from office import Office, choose
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from consentry.ui import style
from consentry.ui.pages.log import LogPage
from consentry.ui.pages.releases import ReleasesPage
from consentry.ui.pages.settings import SettingsPage
from consentry.ui.preferences import Preferences


def test_without_a_release_the_page_leads_to_check_photos(office: Office) -> None:
    page = office.show(ReleasesPage(office.context))
    assert page.empty.isVisible()
    assert page.empty.button is not None
    with office.qtbot.waitSignal(office.context.bridge.page_wanted) as wanted:
        office.click(page.empty.button)
    assert wanted.args == ["check"]


def test_a_file_that_was_never_released_is_told_as_that(office: Office) -> None:
    page = office.show(ReleasesPage(office.context))
    stranger = office.folder / "stranger.jpg"
    stranger.write_bytes(b"no photo of ours")
    page.verify(stranger)
    office.qtbot.waitUntil(lambda: bool(page.message.text), timeout=60_000)
    assert page.message.property("tone") != "done"
    page.verify(office.folder / "gone.jpg")
    office.settle()
    assert page.message.property("tone") == "trouble"


def test_the_log_lists_deeds_newest_first_and_filters(office: Office) -> None:
    office.list_channel("Instagram")
    page = office.show(LogPage(office.context))
    assert page.model.rows[0].what == "put a channel on the list"
    everything = page.model.rowCount()
    office.type(page.filter, "channel dana")
    assert 0 < page.model.rowCount() < everything
    office.type(page.filter, "nothing like it")
    assert page.model.rowCount() == 0


def test_the_log_follows_what_is_done(office: Office) -> None:
    page = office.show(LogPage(office.context))
    before = page.model.rowCount()
    office.list_channel("Yearbook")
    assert page.model.rowCount() == before + 1


def test_the_log_can_be_verified(office: Office) -> None:
    office.list_channel("Yearbook")
    page = office.show(LogPage(office.context))
    office.click(page.verify_button)
    assert "as it was written" in page.message.text


def test_a_log_that_was_changed_is_told_with_the_first_entry(office: Office) -> None:
    office.list_channel()
    office.list_channel("Yearbook")
    with office.session.vault.write() as unit:
        unit.connection.exec_driver_sql("UPDATE audit SET mac = ? WHERE sequence = 2", (bytes(32),))
    page = office.show(LogPage(office.context))
    office.click(page.verify_button)
    assert page.message.property("tone") == "trouble"
    assert "Entry 2" in page.message.text


def test_a_log_with_an_entry_that_cannot_be_read_is_shown_and_names_it(office: Office) -> None:
    office.list_channel()
    with office.session.vault.write() as unit:
        unit.connection.exec_driver_sql("UPDATE audit SET entry = ? WHERE sequence = 1", (b"no entry",))
    page = office.show(LogPage(office.context))
    assert page.model.rows[0].what == "put a channel on the list"
    assert "cannot be read" in page.model.rows[-1].what
    assert "Entry 1" in page.message.text


def test_the_idle_time_is_kept_and_told_at_once(office: Office, tmp_path: Path) -> None:
    page = office.show(SettingsPage(office.context))
    assert page.idle.value() == 5
    with office.qtbot.waitSignal(office.context.bridge.idle_changed) as told:
        page.idle.setValue(12)
    assert told.args == [12]
    page.idle.setValue(999)
    assert page.idle.value() == 30
    assert Preferences(tmp_path / "window.ini").idle_minutes() in {12, 30}


def test_the_appearance_changes_at_once_and_is_kept(office: Office, qapp: QApplication) -> None:
    page = office.show(SettingsPage(office.context))
    choose(page.appearance, "dark")
    assert style.is_dark()
    choose(page.appearance, "light")
    assert not style.is_dark()
    assert office.context.preferences.appearance() == "light"


def test_forgetting_recent_vaults(office: Office) -> None:
    office.context.preferences.remember_vault(office.folder)
    page = office.show(SettingsPage(office.context))
    office.click(page.forget_button)
    assert office.context.preferences.recent_vaults() == []


def test_reports_of_faults_can_be_copied(office: Office) -> None:
    page = office.show(SettingsPage(office.context))
    assert not page.report_button.isEnabled()
    office.context.reports.append("Consentry report 1A2B3C")
    page.hide()
    page.show()
    office.click(page.report_button)
    assert QGuiApplication.clipboard().text() == "Consentry report 1A2B3C"


def test_settings_tell_the_gallery_mode_with_its_note(office: Office) -> None:
    page = office.show(SettingsPage(office.context))
    said = "\n".join(label.text() for label in page.findChildren(QLabel))
    assert "Everyone's portraits" in said
    assert "Ask counsel" in said
