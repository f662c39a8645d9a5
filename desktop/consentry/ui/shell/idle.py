"""Locks after a time without a key, a click or a movement of the mouse in any window of the program."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.DragMove,
    }
)


class IdleWatch(QObject):
    """Emits ``idle`` once the time has passed; runs only between ``start`` and ``stop``."""

    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)  # a coarse one may be 5 % late
        self._timer.timeout.connect(self._over)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # there is one by now

    def start(self, minutes: float) -> None:
        """Watch, or watch with another time (minutes)."""
        self._timer.start(round(minutes * 60_000))

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._timer.isActive() and event.type() in _SIGNS_OF_LIFE:
            self._timer.start()
        return False

    def _over(self) -> None:
        self.idle.emit()
