"""What a page shows while it has nothing: one line that says what to do next, and the button that does it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from consentry.ui import style
from consentry.ui.widgets.picture import Picture


class EmptyState(QWidget):
    """Centred icon, line and at most one button (``button`` is None where there is nothing to press)."""

    def __init__(self, icon: str, line: str, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        picture = Picture(icon, 48, "muted")
        self.line = QLabel(line)
        self.line.setWordWrap(True)
        self.line.setProperty("role", "muted")
        self.line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button: QPushButton | None = None
        column = QVBoxLayout(self)
        column.setSpacing(style.SPACE * 2)
        column.addStretch(2)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.line)  # all the width: a wrapped line needs to know it
        if action:
            self.button = QPushButton(action)
            self.button.setProperty("kind", "primary")
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.setAccessibleName(line)
