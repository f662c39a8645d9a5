"""The program around the window: appearance, language, what happens to an error that escaped."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from consentry.ui import language, style
from consentry.ui.preferences import Preferences
from consentry.ui.trouble import trouble_of
from consentry.ui.window import TITLE, MainWindow

if TYPE_CHECKING:
    from consentry.services.session import Session


def run(vault: Path | None, session: Session | None, preferences: Preferences | None = None) -> int:
    """See `consentry.ui.open_window`. ``preferences`` are this user's where none are given."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([TITLE])
    app.setApplicationName("consentry")
    app.setApplicationDisplayName(TITLE)
    app.setDesktopFileName("consentry")
    kept = preferences or Preferences()
    style.apply(app, kept.appearance())
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: style.apply(app, kept.appearance()))
    language.install(app, kept.language())
    window = MainWindow(kept, vault)
    sys.excepthook = _Reporter(window)
    if session is not None:
        window.open_session(session)
    window.show()
    return app.exec()


class _Reporter:
    """Takes what escapes from a slot: a report without values and a sentence; the window lives on."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.exit(130)
            return
        trouble = trouble_of(error.with_traceback(trace))
        self._window.runner.faulted.emit(trouble)
        self._window.runner.failed.emit(trouble)
