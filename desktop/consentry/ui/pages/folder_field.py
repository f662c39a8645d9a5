"""A line for a folder or a file, with the system's own dialog behind a button; takes drops."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from consentry.ui import style


class PathField(QWidget):
    """Emits ``chosen`` when a path was picked or dropped. ``files`` filters files; "" asks for a folder."""

    chosen = Signal()

    def __init__(self, name: str, files: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files = files
        self._name = name
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.returnPressed.connect(self.chosen)
        self.button = QPushButton(style.icon("folder"), self.tr("Choose…"))
        self.button.setAccessibleName(self.tr("Choose: {what}").format(what=name))
        self.button.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.SPACE)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.line)

    def path(self) -> Path | None:
        """The path in the line, or None while it is empty."""
        text = self.line.text().strip()
        return Path(text).expanduser() if text else None

    def set_path(self, path: Path) -> None:
        """Put a path in the line."""
        self.line.setText(str(path))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = self._dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.set_path(path)
            self.chosen.emit()

    def _dropped(self, event: QDropEvent) -> Path | None:
        urls = event.mimeData().urls()
        if len(urls) != 1 or not urls[0].isLocalFile():
            return None
        path = Path(urls[0].toLocalFile())
        return path if path.is_dir() == (not self._files) else None

    def _ask(self) -> None:
        start = str(self.path() or Path.home())
        if self._files:
            picked, _ = QFileDialog.getOpenFileName(self, self._name, start, self._files)
        else:
            picked = QFileDialog.getExistingDirectory(self, self._name, start)
        if picked:
            self.set_path(Path(picked))
            self.chosen.emit()
