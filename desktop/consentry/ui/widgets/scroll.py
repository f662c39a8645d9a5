"""A column that scrolls up and down and is never cut off at its side."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class TallScroll(QScrollArea):
    """As wide, at the least, as what is in it and its scroll bar: longer words, a larger font or a form that opens
    make it wider. ``least``: px, of an empty one.
    """

    def __init__(self, inside: QWidget, least: int = 0) -> None:
        super().__init__()
        self._least = least
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt watches what is inside by this; a change of its layout may ask for more room."""
        if event.type() is QEvent.Type.LayoutRequest and watched is self.widget():
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        inside = self.widget()
        if inside is not None:
            bar = self.verticalScrollBar().sizeHint().width()
            self.setMinimumWidth(max(self._least, inside.minimumSizeHint().width() + bar))
