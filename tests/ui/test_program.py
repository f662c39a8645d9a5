"""The program around the window: it starts, takes what escapes from a slot, and ends with the vault closed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from office import PASSPHRASE
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from consentry.services import vaults
from consentry.ui import program
from consentry.ui.preferences import Preferences
from consentry.ui.window import TITLE, MainWindow


@pytest.fixture(autouse=True)
def _own_hook() -> Iterator[None]:
    before = sys.excepthook
    yield
    sys.excepthook = before


def _window() -> MainWindow:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible())


def _once_open(act: Callable[[MainWindow], object]) -> None:
    """Do something as soon as the window is there, then close it."""

    def go() -> None:
        window = _window()
        try:
            act(window)
        finally:
            window.close()

    QTimer.singleShot(0, go)


def test_the_program_starts_at_the_gate_and_ends_well(
    qapp: QApplication, preferences: Preferences, office_vault: Path
) -> None:
    seen: list[object] = []
    _once_open(lambda window: seen.extend([window.gate.isVisible(), window.gate.unlock.folder.path()]))
    assert program.run(office_vault, None, preferences) == 0
    assert seen == [True, office_vault]
    assert qapp.applicationDisplayName() == TITLE


def test_a_session_that_is_given_is_open_at_once_and_closed_in_the_end(
    qapp: QApplication, preferences: Preferences, office_vault: Path
) -> None:
    session = vaults.unlock(office_vault, PASSPHRASE)
    seen: list[object] = []
    _once_open(lambda window: seen.append(window.context is not None and window.context.session is session))
    assert program.run(None, session, preferences) == 0
    assert seen == [True]
    vaults.unlock(office_vault, PASSPHRASE).close()  # raises where it is still held


def test_what_escapes_from_a_slot_is_reported_without_its_words(
    qapp: QApplication, preferences: Preferences, capsys: pytest.CaptureFixture[str]
) -> None:
    reports: list[str] = []

    def escape(window: MainWindow) -> None:
        error = ValueError("Zebulon Quist is not in row 7")
        sys.excepthook(type(error), error, None)
        reports.extend(window._reports)

    _once_open(escape)
    program.run(None, None, preferences)
    assert len(reports) == 1
    assert "ValueError" in reports[0]
    assert "Zebulon" not in reports[0] + "".join(capsys.readouterr())
