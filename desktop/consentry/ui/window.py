"""The window: the gate while no vault is open, the workspace while one is; locking, menus, geometry."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from consentry.services import deciding
from consentry.ui import style
from consentry.ui.bridge import Bridge
from consentry.ui.context import UiContext
from consentry.ui.pages.gate import Gate
from consentry.ui.preferences import Preferences
from consentry.ui.runner import Runner
from consentry.ui.said import sentence
from consentry.ui.shell.idle import IdleWatch
from consentry.ui.shell.menus import Menus
from consentry.ui.shell.workspace import Workspace
from consentry.ui.trouble import Trouble
from consentry_policy.sentences import Sentence

if TYPE_CHECKING:
    from consentry.services.session import Session

TITLE = "Consentry"  # all that a title, a taskbar or a window list ever shows
_FIRST_SIZE = QSize(1180, 780)
_LEAST_SIZE = QSize(860, 560)


class MainWindow(QMainWindow):
    """One window for one vault at a time."""

    def __init__(self, preferences: Preferences | None = None, vault: Path | None = None) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self.setWindowIcon(style.icon("consentry"))
        self.setMinimumSize(_LEAST_SIZE)
        self.preferences = preferences or Preferences()
        self.runner = Runner(self)
        self._reports: list[str] = []
        self.runner.faulted.connect(self._keep_report)
        self.workspace: Workspace | None = None
        self._closing: Session | None = None  # locked, and waiting for its work to end
        self.gate = Gate(self.runner, self.preferences)
        self.gate.opened.connect(self.open_session)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.gate)
        self.setCentralWidget(self._stack)
        self._menus = Menus(
            self,
            open_vault=self._open_another,
            create_vault=self._create_another,
            lock=self.lock,
            show_page=self.show_page,
            undo=self._undo,
        )
        self.idle = IdleWatch(self)
        self.idle.idle.connect(self.lock)
        geometry = self.preferences.geometry()
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(_FIRST_SIZE)
        self.gate.start(vault)

    @property
    def context(self) -> UiContext | None:
        """The open vault, or None while the gate is shown."""
        return self.workspace.context if self.workspace is not None else None

    def open_session(self, session: Session) -> None:
        """Show the workspace of a session that has just been opened."""
        bridge = Bridge(session, self)
        bridge.lock_wanted.connect(self.lock)
        bridge.idle_changed.connect(self.idle.start)
        context = UiContext(session, self.runner, bridge, self.preferences, self._reports)
        self.workspace = Workspace(context)
        self._stack.addWidget(self.workspace)
        self._stack.setCurrentWidget(self.workspace)
        self.workspace.sidebar.choose("check")
        self._menus.vault_is_open(is_open=True)
        self.idle.start(self.preferences.idle_minutes())

    def show_page(self, key: str) -> None:
        """Show a page of the open vault; nothing happens at the gate."""
        if self.workspace is not None:
            self.workspace.sidebar.choose(key)

    def lock(self) -> None:
        """Take every name off the screen at once, stop the work, then close the vault."""
        workspace = self.workspace
        if workspace is None:
            return
        self.idle.stop()
        self._menus.vault_is_open(is_open=False)
        session = workspace.context.session
        bridge = workspace.context.bridge
        self._stack.setCurrentWidget(self.gate)
        self._stack.removeWidget(workspace)
        self.workspace = None
        workspace.hide()
        workspace.deleteLater()
        bridge.leave(session)
        bridge.deleteLater()
        self.gate.show_unlock()
        self._closing = session
        self.gate.unlock.set_busy(busy=True)
        self.runner.cancel_all(then=self._close_session)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.preferences.remember_geometry(self.saveGeometry())
        self.idle.stop()
        session = self.workspace.context.session if self.workspace is not None else self._closing
        self.hide()
        self.runner.finish()
        if session is not None:
            session.close()
        self.workspace = self._closing = None
        super().closeEvent(event)

    def _keep_report(self, trouble: Trouble) -> None:
        if trouble.report is not None:
            self._reports.append(trouble.report)

    def _close_session(self) -> None:
        session, self._closing = self._closing, None
        if session is not None:
            self.runner.run(
                session.close, lambda _: self._closed(), lambda trouble: self._closed(trouble.sentence)
            )

    def _closed(self, sentence: str = "") -> None:
        self.gate.unlock.set_busy(busy=False)
        if sentence:
            self.gate.unlock.refused(sentence)
        self.gate.unlock.passphrase.setFocus()

    def _open_another(self) -> None:
        self.lock()
        self.gate.show_unlock()
        self.gate.unlock.folder.setFocus()

    def _create_another(self) -> None:
        self.lock()
        self.gate.show_create()

    def _undo(self) -> None:
        context = self.context
        if context is None:
            return

        def undone(what: Sentence | None) -> None:
            context.say(
                self.tr("Undone: {what}").format(what=sentence(what))
                if what
                else self.tr("There is nothing to undo.")
            )

        self.runner.run(lambda: deciding.undo(context.session), undone)
