"""The menu bar, with the platform's own keys."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMessageBox

from consentry.ui.shell.catalogue import entries


class Menus(QObject):
    """Builds the menus of a window and knows which actions need an open vault."""

    def __init__(
        self,
        window: QMainWindow,
        *,
        open_vault: Callable[[], object],
        create_vault: Callable[[], object],
        lock: Callable[[], object],
        show_page: Callable[[str], object],
        undo: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._needs_vault: list[QAction] = []
        bar = window.menuBar()
        vault = bar.addMenu(self.tr("&Vault"))
        self._add(vault, self.tr("&Open another vault…"), QKeySequence.StandardKey.Open, open_vault)
        self._add(vault, self.tr("&Create a vault…"), QKeySequence.StandardKey.New, create_vault)
        vault.addSeparator()
        self.lock = self._add(vault, self.tr("&Lock"), "Ctrl+L", lock, needs_vault=True)
        vault.addSeparator()
        leave = self._add(vault, self.tr("&Quit"), QKeySequence.StandardKey.Quit, window.close)
        leave.setMenuRole(QAction.MenuRole.QuitRole)
        edit = bar.addMenu(self.tr("&Edit"))
        self.undo = self._add(
            edit, self.tr("&Undo last decision"), QKeySequence.StandardKey.Undo, undo, needs_vault=True
        )
        view = bar.addMenu(self.tr("&Go"))
        self.pages: dict[str, QAction] = {}
        for number, entry in enumerate(entries(), 1):
            title = entry.title.replace("&", "&&")
            self.pages[entry.key] = self._add(
                view, title, f"Ctrl+{number}", _showing(show_page, entry.key), needs_vault=True
            )
        about = self._add(bar.addMenu(self.tr("&Help")), self.tr("&About Consentry"), "", self._about)
        about.setMenuRole(QAction.MenuRole.AboutRole)
        self.vault_is_open(is_open=False)

    def vault_is_open(self, *, is_open: bool) -> None:
        """Enable what needs a vault, or not."""
        for action in self._needs_vault:
            action.setEnabled(is_open)

    def _about(self) -> None:
        said = self.tr("Consentry {version}\n\nSays of each school photo whether it may be posted.")
        QMessageBox.about(self._window, "Consentry", said.format(version=version("consentry")))

    def _add(
        self, menu: QMenu, text: str, keys: Any, act: Callable[[], object], *, needs_vault: bool = False
    ) -> QAction:
        action = QAction(text, menu)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked: act())
        menu.addAction(action)
        if needs_vault:
            self._needs_vault.append(action)
        return action


def _showing(show_page: Callable[[str], object], key: str) -> Callable[[], object]:
    return lambda: show_page(key)
