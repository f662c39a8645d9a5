"""A line that shows work under way: what is being done, how far, how long still, and Cancel."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from consentry.services.operation import Progress
from consentry.ui import style
from consentry.ui.runner import Running
from consentry.ui.said import sentence

_FIRST_GUESS = 3  # parts done before the time left is worth saying


class BusyBar(QWidget):
    """Hidden while nothing runs. ``start`` with the `Running` whose Cancel it is, ``stop`` when it ends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doing = QLabel()
        self._doing.setTextFormat(Qt.TextFormat.PlainText)
        self._doing.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._left = QLabel()
        self._left.setProperty("role", "small")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self._cancel)
        self._running: Running | None = None
        self._began = 0.0
        words = QHBoxLayout()
        words.addWidget(self._doing, 1)
        words.addWidget(self._left)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(words)
        column.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.SPACE * 2)
        row.addLayout(column, 1)
        row.addWidget(self.cancel_button)
        self.hide()

    def start(self, running: Running | None, doing: str) -> None:
        """Show that work began; without a `Running` there is no Cancel."""
        self._running = running
        self._began = time.monotonic()
        self._doing.setText(doing)
        self._left.clear()
        self._bar.setRange(0, 0)
        self.cancel_button.setVisible(running is not None)
        self.cancel_button.setEnabled(True)
        self.show()

    def progress(self, progress: Progress) -> None:
        """Show how far the work is; give it to the runner as ``on_progress``."""
        if self.isHidden():
            return
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        if progress.total:
            self._doing.setText(
                self.tr("{doing} · {done} of {total}").format(
                    doing=sentence(progress.doing), done=progress.done, total=progress.total
                )
            )
        else:
            self._doing.setText(sentence(progress.doing))
        self._left.setText(self._time_left(progress))
        self._bar.setAccessibleDescription(f"{self._doing.text()} {self._left.text()}".strip())

    def stop(self) -> None:
        """The work ended."""
        self._running = None
        self.hide()

    def _time_left(self, progress: Progress) -> str:
        if progress.done < _FIRST_GUESS or progress.total <= progress.done:
            return ""
        seconds = (time.monotonic() - self._began) / progress.done * (progress.total - progress.done)
        if seconds < 60:
            return self.tr("less than a minute left")
        return self.tr("about %n minute(s) left", "", round(seconds / 60))

    def _cancel(self) -> None:
        if self._running is not None:
            self._running.cancel()
            self.cancel_button.setEnabled(False)
            self._doing.setText(self.tr("Stopping…"))
