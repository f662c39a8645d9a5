"""A real vault for each test of the window, copied from one that was made once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import shiboken6
from office import PASSPHRASE, USER, Office
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import consentry_vault as cv
from consentry.services import vaults
from consentry.services.session import Session
from consentry.ui import language, style
from consentry.ui.bridge import Bridge
from consentry.ui.context import UiContext
from consentry.ui.preferences import Preferences
from consentry.ui.runner import Runner


@pytest.fixture(scope="session", autouse=True)
def _english(qapp: QApplication) -> None:
    """English with its plurals, as the program starts."""
    language.install(qapp, "en")


@pytest.fixture
def spanish(qapp: QApplication) -> Iterator[None]:
    """A window in Spanish for one test."""
    before, default = set(qapp.findChildren(QTranslator)), QLocale()
    assert language.install(qapp, "es") == "es"
    yield
    for translator in set(qapp.findChildren(QTranslator)) - before:
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(default)


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


@contextmanager
def _opened(qtbot: QtBot, session: Session, preferences: Preferences, folder: Path) -> Iterator[Office]:
    """The ground for pages over an open session. Its Qt objects end here and now, on this thread: a collection of
    garbage may run on any.
    """
    runner = Runner()
    bridge = Bridge(session, runner)
    yield Office(qtbot, session, UiContext(session, runner, bridge, preferences), folder)
    assert runner.finish(), "work was still running when the test ended"
    qtbot.waitUntil(lambda: not runner.busy, timeout=5_000)
    bridge.leave(session)
    shiboken6.delete(runner)


@pytest.fixture
def office(
    qtbot: QtBot, qapp: QApplication, office_session: Session, preferences: Preferences, tmp_path: Path
) -> Iterator[Office]:
    """An open vault with what its pages are given, in the light appearance."""
    style.apply(qapp, "light")
    with _opened(qtbot, office_session, preferences, tmp_path) as opened:
        yield opened


@pytest.fixture
def checked_office(
    qtbot: QtBot, qapp: QApplication, session: Session, preferences: Preferences, tmp_path: Path
) -> Iterator[Office]:
    """The demo's school, imported, enrolled and checked, open for the window."""
    style.apply(qapp, "light")
    with _opened(qtbot, session, preferences, tmp_path) as opened:
        yield opened


@pytest.fixture
def reviewers_office(
    qtbot: QtBot, qapp: QApplication, office_vault: Path, preferences: Preferences, tmp_path: Path
) -> Iterator[Office]:
    """The same empty vault, opened by a reviewer."""
    style.apply(qapp, "light")
    theirs = "a phrase of the reviewer's own"
    with vaults.unlock(office_vault, PASSPHRASE) as designee:
        cv.add_user(designee.vault, theirs, "Bo Example", cv.Role.REVIEWER)
    with (
        vaults.unlock(office_vault, theirs) as session,
        _opened(qtbot, session, preferences, tmp_path) as opened,
    ):
        yield opened
