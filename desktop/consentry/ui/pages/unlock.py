"""The gate's first face: open a vault with its passphrase."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from consentry.ui import style
from consentry.ui.pages.folder_field import PathField
from consentry.ui.pages.passphrase import PassphraseField
from consentry.ui.widgets.busy import BusyBar
from consentry.ui.widgets.message import MessageLine
from consentry.ui.widgets.page import action_button, labelled, words

_ROW = 34  # px, of a recent vault


class UnlockForm(QWidget):
    """Emits ``asked`` with the folder and the passphrase, ``create_wanted`` for the other face."""

    asked = Signal(object, str)
    create_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message = MessageLine()
        self.busy = BusyBar()
        self.recent = QListWidget()
        self.recent.setAccessibleName(self.tr("Recent vaults"))
        self.recent.currentItemChanged.connect(self._recent_chosen)
        self.recent_label = words(self.tr("Recent vaults"), "field")
        self.folder = PathField(self.tr("Vault folder"))
        self.folder.chosen.connect(self._folder_chosen)
        self.passphrase = PassphraseField()
        self.passphrase.first.returnPressed.connect(self.ask)
        self.unlock_button = action_button(self.tr("Unlock"), "lock", primary=True)
        self.unlock_button.clicked.connect(self.ask)
        self.create_button = QPushButton(self.tr("Create a new vault"))
        self.create_button.setProperty("kind", "quiet")
        self.create_button.clicked.connect(self.create_wanted)
        self._lay_out()

    def show_recent(self, vaults: list[Path], wanted: Path | None = None) -> None:
        """List recent vaults and select ``wanted``, or the latest."""
        self.recent.clear()
        for vault in vaults:
            item = QListWidgetItem(style.icon("folder"), vault.name, self.recent)
            item.setToolTip(str(vault))
            item.setData(Qt.ItemDataRole.UserRole, vault)
        rows = min(len(vaults), 4)
        self.recent.setFixedHeight(rows * _ROW + 4)
        self.recent.setVisible(bool(vaults))
        self.recent_label.setVisible(bool(vaults))
        if wanted is not None:
            self.folder.set_path(wanted)
            if wanted in vaults:
                self.recent.setCurrentRow(vaults.index(wanted))
        elif vaults:
            self.recent.setCurrentRow(0)
        (self.passphrase if self.folder.path() else self.folder).setFocus()

    def ask(self) -> None:
        """Ask for the vault to be unlocked, once folder and passphrase are there."""
        folder = self.folder.path()
        if folder is None:
            self.message.say(self.tr("Choose the folder of the vault first."), "care")
            self.folder.setFocus()
        elif not self.passphrase.text():
            self.message.say(self.tr("Type the passphrase of this vault."), "care")
            self.passphrase.setFocus()
        else:
            self.message.clear()
            self.asked.emit(folder, self.passphrase.text())

    def set_busy(self, *, busy: bool) -> None:
        """While a vault is being unlocked nothing here can be pressed."""
        for part in (self.folder, self.passphrase, self.unlock_button, self.create_button, self.recent):
            part.setEnabled(not busy)
        if busy:
            self.busy.start(None, self.tr("Unlocking; this takes about a second on purpose"))
        else:
            self.busy.stop()

    def refused(self, sentence: str) -> None:
        """Say why the vault stays locked; the passphrase is to be typed again."""
        self.message.say(sentence, "trouble")
        self.passphrase.clear()
        self.passphrase.setFocus()

    def _recent_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.folder.set_path(item.data(Qt.ItemDataRole.UserRole))
            self.message.clear()

    def _folder_chosen(self) -> None:
        self.message.clear()
        self.passphrase.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE + 4)
        column.addWidget(words(self.tr("Unlock a vault"), "title"))
        column.addWidget(
            words(
                self.tr("Names, answers and faces stay encrypted on this computer until you unlock them."), "muted"
            )
        )
        column.addSpacing(style.SPACE)
        column.addWidget(self.message)
        column.addWidget(self.recent_label)
        column.addWidget(self.recent)
        labelled(column, self.tr("Vault folder"), self.folder)
        labelled(column, self.tr("Passphrase"), self.passphrase)
        column.addSpacing(style.SPACE)
        column.addWidget(self.busy)
        row = QHBoxLayout()
        row.addWidget(self.create_button)
        row.addStretch(1)
        row.addWidget(self.unlock_button)
        column.addLayout(row)
