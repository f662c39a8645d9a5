"""The one place that builds everything: the command line, and the function that opens the window for it."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # everything heavy is loaded by `main`, where Ctrl+C at any moment is answered by a calm end
    from consentry.services.session import Session

FAULT = 3  # exit code of a mistake of ours
STOPPED = 130  # as a shell has it: ended by Ctrl+C


def open_window(vault: Path | None = None, *, session: Session | None = None) -> int:
    """Show the window; Qt is loaded only now, so that the command line starts fast and runs without a screen."""
    from consentry.ui import open_window as show

    return show(vault, session=session)


def main() -> None:
    """Start Consentry: a command where one is given, the window where it was started by a click."""
    os.umask(0o077)  # whatever the program writes is its user's alone
    try:
        if len(sys.argv) == 1 and not sys.stdout.isatty() and sys.platform in {"win32", "darwin"}:
            sys.exit(open_window(None))
        from consentry.cli import build

        build(open_window)()
    except KeyboardInterrupt:
        sys.exit(STOPPED)
    except Exception as error:
        sys.exit(report_fault(error))


def report_fault(error: Exception) -> int:
    """Tell of a mistake of ours without a value in it: what kind, and where in our own code."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if "consentry" in f.filename]
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "outside our code"
    print(  # noqa: T201 - the last word of a program that cannot go on
        f"Consentry made a mistake ({type(error).__name__} at {place}) and stopped; nothing was lost. "
        "Please report this line.",
        file=sys.stderr,
    )
    return FAULT
