"""One of our icons as a picture of its own; it follows the appearance and the scale of the screen."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from consentry.ui import style


class Picture(QWidget):
    """An icon of ``side`` px in a colour of `style.Colours`; decoration, so it has no accessible name."""

    def __init__(self, name: str, side: int, ink: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(side, side)
        self._icon = style.icon(name, ink)

    def show_icon(self, name: str, token: str) -> None:
        """Show another icon."""
        self._icon = style.icon(name, token)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._icon.paint(painter, self.rect())
        painter.end()
