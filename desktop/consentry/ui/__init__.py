"""The window: the only room that knows Qt."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from consentry.services.session import Session


def open_window(vault: Path | None = None, *, session: Session | None = None) -> int:
    """Open the window and stay until it is closed; gives the exit code.

    ``vault`` is offered to be unlocked; ``session`` is a vault that is open already (the demo's): the window
    closes it in the end. Qt is loaded here and not before, so the command line starts without it. Raises
    MendableError where no window can open.
    """
    from consentry.ui import screen

    screen.need()
    from consentry.ui.program import run

    return run(vault, session)
