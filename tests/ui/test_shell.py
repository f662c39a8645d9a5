"""The window around the pages: sidebar, keys, lock, idle, geometry, and nobody's name where it does not belong."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from office import PASSPHRASE, USER, click, settle, type_into
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from consentry.services import channels, roster, vaults
from consentry.services.operation import Handle, Operation
from consentry.services.session import Session
from consentry.ui import style
from consentry.ui.preferences import Preferences
from consentry.ui.shell.catalogue import entries
from consentry.ui.shell.sidebar import WIDTH
from consentry.ui.window import TITLE, MainWindow
from consentry_policy.channels import ChannelKind
from consentry_policy.people import Role

CHILD = "Zebulon"
KEYS = [entry.key for entry in entries()]


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, preferences: Preferences, office_vault: Path) -> Iterator[MainWindow]:
    """The window with an open vault in it: one channel, one child."""
    style.apply(qapp, "light")
    session = vaults.unlock(office_vault, PASSPHRASE)
    channels.add(session, "Instagram", ChannelKind.SOCIAL, USER)
    roster.add_person(session, "1001", "Quist", CHILD, frozenset({Role.STUDENT}))
    window = MainWindow(preferences, office_vault)
    qtbot.addWidget(window)
    window.show()
    window.open_session(session)
    settle(qtbot, window.runner)
    yield window
    window.close()


def words_on_screen(widget: QWidget) -> str:
    """Every word a user, or a screen reader, can find in a widget."""
    words = [widget.windowTitle(), widget.accessibleName(), widget.toolTip()]
    for child in widget.findChildren(QWidget):
        words += [child.accessibleName(), child.accessibleDescription(), child.toolTip(), child.windowTitle()]
        if isinstance(child, (QLabel, QLineEdit, QAbstractButton)):
            words.append(child.text())
    return "\n".join(words)


def shown_pages(window: MainWindow) -> str | None:
    """The title of the page on the screen, as a screen reader says it."""
    assert window.workspace is not None
    page = window.workspace.page
    return None if page is None else type(page).__name__


def test_every_page_is_one_key_away_and_marked_in_the_sidebar(qtbot: QtBot, window: MainWindow) -> None:
    assert window.workspace is not None
    seen = []
    for number, key in enumerate(KEYS, 1):
        qtbot.keyClick(window, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.ControlModifier)
        settle(qtbot, window.runner)
        assert window.workspace.sidebar.navigation.currentRow() == KEYS.index(key)
        seen.append(shown_pages(window))
    assert len(set(seen)) == len(KEYS)
    assert seen[0] == "CheckPage"


def test_every_page_fits_the_smallest_window(qtbot: QtBot, window: MainWindow) -> None:
    room = (
        window.minimumWidth() - WIDTH,
        window.minimumHeight() - 2 * 40,
    )  # less the sidebar, the menu and the foot
    for key in KEYS:
        window.show_page(key)
        settle(qtbot, window.runner)
        assert window.workspace is not None
        page = window.workspace.page
        assert page is not None
        least = page.minimumSizeHint()
        assert (least.width() <= room[0], least.height() <= room[1]) == (True, True), (key, least, room)


def test_the_sidebar_is_used_with_mouse_and_arrows(qtbot: QtBot, window: MainWindow) -> None:
    assert window.workspace is not None
    pages = window.workspace.sidebar.navigation
    row = pages.visualItemRect(pages.item(KEYS.index("events"))).center()
    qtbot.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert shown_pages(window) == "EventsPage"
    qtbot.keyClick(pages, Qt.Key.Key_Down)
    assert shown_pages(window) == "ReleasesPage"
    settle(qtbot, window.runner)


def test_locking_takes_every_name_off_the_screen_and_closes_the_vault(
    qtbot: QtBot, window: MainWindow, office_vault: Path
) -> None:
    window.show_page("roster")
    settle(qtbot, window.runner)
    assert CHILD in words_on_screen(window)
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.gate.isVisible(), "the gate is there at once, whatever still runs"
    assert window.workspace is None
    settle(qtbot, window.runner)
    qtbot.waitUntil(lambda: CHILD not in words_on_screen(window))
    again = vaults.unlock(office_vault, PASSPHRASE)  # raises where the window still holds it
    again.close()


def test_unlocking_after_a_lock_goes_on_in_the_same_window(
    qtbot: QtBot, window: MainWindow, office_vault: Path
) -> None:
    assert window.workspace is not None
    click(qtbot, window.workspace.sidebar.lock_button)
    settle(qtbot, window.runner)
    assert window.gate.unlock.folder.path() == office_vault
    type_into(qtbot, window.gate.unlock.passphrase.first, PASSPHRASE)
    qtbot.keyClick(window.gate.unlock.passphrase.first, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=30_000)
    settle(qtbot, window.runner)
    assert window.workspace.isVisible()


def test_locking_stops_the_work_before_it_closes_the_vault(qtbot: QtBot, window: MainWindow) -> None:
    context = window.context
    assert context is not None
    order: list[str] = []
    begun = threading.Event()

    def work(handle: Handle) -> None:
        begun.set()
        while not handle.cancelled:
            pass
        roster.people(context.session)  # the vault must still be open here
        order.append("work ended")

    context.runner.run(Operation(work))
    assert begun.wait(10)
    window.lock()
    assert not window.gate.unlock.unlock_button.isEnabled()
    settle(qtbot, window.runner)
    assert order == ["work ended"]
    assert window.gate.unlock.unlock_button.isEnabled()


def test_the_vault_locks_by_itself_and_a_key_puts_it_off(qtbot: QtBot, window: MainWindow) -> None:
    window.idle.start(0.01)  # minutes: 600 ms
    with qtbot.waitSignal(window.idle.idle, timeout=10_000):
        pass
    assert window.workspace is None
    settle(qtbot, window.runner)
    with qtbot.assertNotEmitted(window.idle.idle, wait=900):
        pass  # at the gate there is nothing to lock


def test_activity_starts_the_idle_time_anew(qtbot: QtBot, window: MainWindow) -> None:
    window.idle.start(1)
    start = window.idle._timer.remainingTime()
    qtbot.waitUntil(lambda: window.idle._timer.remainingTime() < start - 300)
    waited = window.idle._timer.remainingTime()
    qtbot.keyClick(window, Qt.Key.Key_Shift)
    assert window.idle._timer.remainingTime() > waited


def test_the_title_names_nobody_on_any_page(qtbot: QtBot, window: MainWindow) -> None:
    for key in KEYS:
        window.show_page(key)
        settle(qtbot, window.runner)
        assert window.windowTitle() == TITLE
        assert CHILD not in window.windowTitle()


def test_what_is_remembered_holds_no_name(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    for key in KEYS:
        window.show_page(key)
        settle(qtbot, window.runner)
    window.close()
    window.preferences._settings.sync()
    kept = (tmp_path / "window.ini").read_text(encoding="utf-8")
    assert "geometry" in kept
    for name in (CHILD, "Quist", "1001", USER):
        assert name not in kept


def test_the_window_opens_where_it_was(qtbot: QtBot, window: MainWindow, preferences: Preferences) -> None:
    window.resize(window.width(), 641)  # the off-screen screen is 800 px wide, so the width is clamped
    window.close()
    later = MainWindow(preferences)
    qtbot.addWidget(later)
    assert later.height() == 641


def test_closing_the_window_closes_the_vault(qtbot: QtBot, window: MainWindow, office_vault: Path) -> None:
    window.close()
    vaults.unlock(office_vault, PASSPHRASE).close()


def test_what_needs_a_vault_is_grey_without_one(qtbot: QtBot, window: MainWindow) -> None:
    def enabled() -> set[str]:
        return {
            action.text() for action in window.findChildren(QAction) if action.isEnabled() and action.shortcut()
        }

    with_vault = enabled()
    window.lock()
    settle(qtbot, window.runner)
    lost = with_vault - enabled()
    assert {"&Lock", "&Undo last decision", "Roster"} <= lost
    assert "&Quit" not in lost


def test_nothing_to_undo_is_said_and_not_an_error(qtbot: QtBot, window: MainWindow) -> None:
    assert window.workspace is not None
    window.show_page("roster")
    settle(qtbot, window.runner)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window.runner)
    assert "nothing to undo" in window.workspace.foot.text


def test_a_fault_that_nobody_took_is_said_and_kept_for_settings(qtbot: QtBot, window: MainWindow) -> None:
    context = window.context
    assert context is not None
    assert window.workspace is not None

    def work() -> None:
        raise ValueError(CHILD)

    context.runner.run(work)
    settle(qtbot, window.runner)
    assert "fault of Consentry" in window.workspace.foot.text
    assert len(context.reports) == 1
    assert CHILD not in context.reports[0] + window.workspace.foot.text


def test_everything_that_can_be_used_has_a_name_for_screen_readers(qtbot: QtBot, window: MainWindow) -> None:
    nameless = []
    for key in KEYS:
        window.show_page(key)
        settle(qtbot, window.runner)
        for widget in window.findChildren(QWidget):
            wanted = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
            inner = widget.objectName().startswith("qt_") or isinstance(widget.parent(), QLineEdit)
            text = widget.text() if isinstance(widget, (QAbstractButton, QLabel)) else ""
            scroller = type(widget).__name__ == "QScrollArea"
            if wanted and not inner and not scroller and not (widget.accessibleName() or text):
                nameless.append(f"{key}: {type(widget).__name__} {widget.objectName()}")
    assert nameless == []


def test_a_session_that_is_open_already_is_shown_and_closed_in_the_end(
    qtbot: QtBot, office_session: Session, preferences: Preferences
) -> None:
    window = MainWindow(preferences)
    qtbot.addWidget(window)
    window.show()
    window.open_session(office_session)
    settle(qtbot, window.runner)
    assert window.context is not None
    assert window.context.session is office_session
    window.close()
