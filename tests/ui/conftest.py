"""A real vault for each test of the window, copied from one that was made once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from office import PASSPHRASE, USER, Office
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import consentry_vault as cv
from consentry.services import vaults
from consentry.services.session import Session
from consentry.ui import style
from consentry.ui.bridge import Bridge
from consentry.ui.context import UiContext
from consentry.ui.preferences import Preferences
from consentry.ui.runner import Runner


@pytest.fixture(scope="session")
def _office_pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("office") / "vault"
    cv.create(folder, PASSPHRASE, USER, matching="everyone", argon2=cv.FLOOR).close()
    return folder


@pytest.fixture
def office_vault(_office_pattern: Path, tmp_path: Path) -> Path:
    """The folder of a vault nobody has open."""
    folder = tmp_path / "Photo consents"
    shutil.copytree(_office_pattern, folder)
    return folder


@pytest.fixture
def office_session(office_vault: Path) -> Iterator[Session]:
    """An open vault."""
    session = vaults.unlock(office_vault, PASSPHRASE)
    yield session
    session.close()


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """Settings of the window in a file of this test."""
    return Preferences(tmp_path / "window.ini")


@pytest.fixture
def office(
    qtbot: QtBot, qapp: QApplication, office_session: Session, preferences: Preferences, tmp_path: Path
) -> Iterator[Office]:
    """An open vault with what its pages are given, in the light appearance."""
    style.apply(qapp, "light")
    runner = Runner()
    context = UiContext(office_session, runner, Bridge(office_session), preferences)
    yield Office(qtbot, office_session, context, tmp_path)
    assert runner.finish(), "work was still running when the test ended"
    qtbot.waitUntil(lambda: not runner.busy, timeout=5_000)


@pytest.fixture
def checked_office(
    qtbot: QtBot, qapp: QApplication, session: Session, preferences: Preferences, tmp_path: Path
) -> Iterator[Office]:
    """The demo's school, imported, enrolled and checked, open for the window."""
    style.apply(qapp, "light")
    runner = Runner()
    context = UiContext(session, runner, Bridge(session), preferences)
    yield Office(qtbot, session, context, tmp_path)
    assert runner.finish(), "work was still running when the test ended"
    qtbot.waitUntil(lambda: not runner.busy, timeout=5_000)
