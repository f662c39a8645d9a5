"""The one place that builds everything: the command line, and the function that opens the window for it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from consentry.cli import build
from consentry.services.session import Session


def open_window(vault: Path | None = None, *, session: Session | None = None) -> int:
    """Show the window; Qt is loaded only now, so that the command line starts fast and runs without a screen."""
    from consentry.ui import open_window as show

    return show(vault, session=session)


def main() -> None:
    """Start Consentry: a command where one is given, the window where it was started by a click."""
    os.umask(0o077)  # whatever the program writes is its user's alone
    if len(sys.argv) == 1 and not sys.stdout.isatty() and sys.platform in {"win32", "darwin"}:
        sys.exit(open_window(None))
    build(open_window)()
