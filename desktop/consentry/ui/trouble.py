"""What the window says when work fails: a sentence to act on, or a report of our own fault without values."""

from __future__ import annotations

import platform
import secrets
import traceback
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from consentry.services.operation import Cancelled
from consentry.ui.said import sentence
from consentry_policy.errors import MendableError


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why work ended early. ``sentence`` is for the screen; ``report`` is set where the fault is ours."""

    sentence: str
    report: str | None = None
    cancelled: bool = False

    @property
    def ours(self) -> bool:
        """Whether this is a bug of the program rather than something the user can mend."""
        return self.report is not None


def trouble_of(error: BaseException) -> Trouble:
    """Sort an error into the two kinds."""
    if isinstance(error, MendableError):
        return Trouble(sentence(error.told), cancelled=isinstance(error, Cancelled))
    number = secrets.token_hex(3).upper()
    text = QCoreApplication.translate(
        "Trouble",
        "That did not work, by a fault of Consentry's: try again; if it stays, copy report {number} in Settings.",
    ).format(number=number)
    return Trouble(text, report=redacted_report(error, number))


def redacted_report(error: BaseException, number: str) -> str:
    """The kind of each error in the chain and where it arose. Never its text or a value: they may hold a name."""
    lines = [
        f"Consentry report {number}",
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}",
    ]
    link: BaseException | None = error
    while link is not None:
        lines.append(f"{type(link).__module__}.{type(link).__qualname__}")
        for frame in traceback.extract_tb(link.__traceback__):
            lines.append(f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}")
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return "\n".join(lines)
