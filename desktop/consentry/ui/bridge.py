"""From the session's listeners, called on any thread, to Qt signals on the UI thread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from consentry.services.operation import Changes
from consentry.ui import said
from consentry_policy.sentences import Sentence

if TYPE_CHECKING:
    from consentry.services.session import Session


_ONE_DEED_MS = 1_000  # what a verb did to photos is told with the page's own sentence about that verb
_MOST = 3  # sentences on one line


class Bridge(QObject):
    """What happens in one session, as signals of the UI thread."""

    changed = Signal(object)
    """`Changes`: a verb changed something; a page draws again what it shows of it."""
    said = Signal(str, bool)
    """A sentence for the line at the foot of the window, and whether it is a trouble."""
    page_wanted = Signal(str)
    """A page asks for another one by its key ("check", "roster", "events", "releases", "log", "settings")."""
    lock_wanted = Signal()
    """Somebody asked to lock the vault."""
    idle_changed = Signal(int)
    """The idle time was set to another number of minutes."""
    _arrived = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._became = ""
        self._deed = QTimer(self)
        self._deed.setSingleShot(True)
        self._deed.timeout.connect(self._forget)
        self._arrived.connect(self._deliver)  # queued when the verb ran on another thread
        session.changed.connect(self._from_session)

    def say(self, sentence: str, *, trouble: bool) -> None:
        """A page's sentence for the foot; what its deed did to photos, told a moment ago, stays beside it."""
        told = f"{sentence} {self._became}" if self._became and not trouble else sentence
        self._forget()
        self.said.emit(told, trouble)

    def _from_session(self, changes: Changes) -> None:
        self._arrived.emit(changes)

    @Slot(object)
    def _deliver(self, changes: Changes) -> None:
        self.changed.emit(changes)
        if changes.sentences:
            self._became = in_one_line(changes.sentences)
            self._deed.start(_ONE_DEED_MS)
            self.said.emit(self._became, False)

    def _forget(self) -> None:
        self._deed.stop()
        self._became = ""

    def leave(self, session: Session) -> None:
        """Hear nothing of the session any more."""
        session.changed.disconnect(self._from_session)


def in_one_line(sentences: Sequence[Sentence]) -> str:
    """What became of photos, the first sentences of many."""
    shown = [f"{said.sentence(sentence)}." for sentence in sentences[:_MOST]]
    if len(sentences) > _MOST:
        more = QCoreApplication.translate("Bridge", "And {count} more changes like these.")
        shown.append(more.format(count=len(sentences) - _MOST))
    return " ".join(shown)
