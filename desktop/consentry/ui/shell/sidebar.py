"""The slim sidebar: the pages, the vault's name, and the lock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from consentry.ui import style
from consentry.ui.widgets.picture import Picture

WIDTH = 204  # px
_ROW = 40  # px


@dataclass(frozen=True, slots=True)
class Entry:
    """One page in the sidebar."""

    key: str
    title: str
    icon: str


class Sidebar(QWidget):
    """Emits ``chosen`` with the key of a page, and ``lock`` when its lock button is pressed."""

    chosen = Signal(str)
    lock = Signal()

    def __init__(self, entries: Sequence[Entry], vault: str, user: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(style.wide(WIDTH))
        self._keys = [entry.key for entry in entries]
        self.navigation = QListWidget()
        self.navigation.setObjectName("navigation")
        self.navigation.setAccessibleName(self.tr("Pages"))
        self.navigation.setIconSize(QSize(20, 20))
        self.navigation.setFrameShape(QFrame.Shape.NoFrame)
        self.navigation.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for number, entry in enumerate(entries, 1):
            item = QListWidgetItem(style.icon(entry.icon), entry.title, self.navigation)
            item.setSizeHint(QSize(0, _ROW))
            item.setToolTip(self.tr("{title} (Ctrl+{number})").format(title=entry.title, number=number))
        self.navigation.currentRowChanged.connect(self._row_chosen)
        whose = QLabel(self.tr("{vault}\n{user}").format(vault=vault, user=user))
        whose.setObjectName("whose")
        whose.setTextFormat(Qt.TextFormat.PlainText)
        whose.setWordWrap(True)
        whose.setAccessibleName(self.tr("Vault {vault}, opened by {user}").format(vault=vault, user=user))
        self.lock_button = QPushButton(style.icon("lock"), self.tr("Lock"))
        self.lock_button.setProperty("kind", "quiet")
        self.lock_button.setToolTip(self.tr("Lock the vault (Ctrl+L)"))
        self.lock_button.clicked.connect(self.lock)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, style.SPACE * 2, 0, style.SPACE)
        column.setSpacing(style.SPACE)
        column.addLayout(self._brand())
        column.addSpacing(style.SPACE)
        column.addWidget(self.navigation, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(style.SPACE + 2, 0, style.SPACE, 0)
        whose.setContentsMargins(10, 0, 0, 0)
        foot.addWidget(whose)
        foot.addWidget(self.lock_button)
        column.addLayout(foot)

    def _brand(self) -> QHBoxLayout:
        mark = Picture("consentry", 24)
        name = QLabel("Consentry")
        name.setObjectName("brand")
        row = QHBoxLayout()
        row.setContentsMargins(style.SPACE * 2 + 2, 0, style.SPACE, 0)
        row.addWidget(mark)
        row.addWidget(name)
        row.addStretch(1)
        return row

    def choose(self, key: str) -> None:
        """Mark a page as the one shown; emits ``chosen`` where it was another."""
        self.navigation.setCurrentRow(self._keys.index(key))

    def _row_chosen(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(self._keys[row])
