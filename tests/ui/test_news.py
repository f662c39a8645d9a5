"""After unlocking: what the day changed, and what is due, quietly above the pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from office import PASSPHRASE as OFFICE_PASSPHRASE
from office import click, settle
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from consentry.services import disclosing, roster, vaults
from consentry.services.session import Session
from consentry.ui import style
from consentry.ui.preferences import Preferences
from consentry.ui.shell.news import News
from consentry.ui.window import MainWindow
from consentry_policy.records import Answer
from school_ground import PASSPHRASE


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, preferences: Preferences) -> Iterator[MainWindow]:
    style.apply(qapp, "light")
    window = MainWindow(preferences)
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()


def opened(qtbot: QtBot, window: MainWindow, session: Session) -> News:
    window.open_session(session)
    settle(qtbot, window.runner)
    assert window.workspace is not None
    return window.workspace.news


def test_what_lapsed_overnight_is_listed_until_it_is_dismissed(
    qtbot: QtBot, window: MainWindow, vault_copy: Path
) -> None:
    with vaults.unlock(vault_copy, PASSPHRASE) as session:
        with session.vault.read() as unit:
            person = roster.find(unit, "1001").id
        roster.set_consent(session, person, Answer.GRANT, None, "shelf 2", until=session.today)
    session = vaults.unlock(vault_copy, PASSPHRASE, clock=lambda: datetime.now(UTC) + timedelta(days=1))
    news = opened(qtbot, window, session)
    assert news.changes.isVisible()
    assert "photos that were cleared are now blocked" in news.changes.text
    assert news.busy.isHidden()
    click(qtbot, news.changes._close)
    assert news.changes.isHidden()
    qtbot.waitUntil(lambda: news.height() == 0, timeout=2_000)  # what has nothing to say takes no room


def test_a_day_that_changes_nothing_says_nothing(qtbot: QtBot, window: MainWindow, office_vault: Path) -> None:
    news = opened(qtbot, window, vaults.unlock(office_vault, OFFICE_PASSPHRASE))
    assert news.changes.isHidden()
    assert news.due.isHidden()


def test_a_reminder_leads_to_its_page_and_goes_once_it_is_done(
    qtbot: QtBot, window: MainWindow, office_vault: Path
) -> None:
    session = vaults.unlock(office_vault, OFFICE_PASSPHRASE)
    disclosing.add(session, "Coach Example", "Track team", session.today - timedelta(days=400))
    news = opened(qtbot, window, session)
    assert news.due.text.startswith("1 staff disclosure")
    assert "Coach" not in news.due.text, "a name is on its page alone"
    news.due.action.click()
    settle(qtbot, window.runner)
    assert window.workspace is not None
    assert type(window.workspace.page).__name__ == "EventsPage"
    window.workspace.news._ask()
    settle(qtbot, window.runner)
    assert news.due.isVisible()
    disclosing.confirm(session, disclosing.due(session)[0].id)
    settle(qtbot, window.runner)
    assert news.due.isHidden()
