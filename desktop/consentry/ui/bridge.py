"""From the session's listeners, called on any thread, to Qt signals on the UI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from consentry.services.operation import Changes

if TYPE_CHECKING:
    from consentry.services.session import Session


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
        self._arrived.connect(self._deliver)  # queued when the verb ran on another thread
        session.changed.connect(self._from_session)

    def _from_session(self, changes: Changes) -> None:
        self._arrived.emit(changes)

    @Slot(object)
    def _deliver(self, changes: Changes) -> None:
        self.changed.emit(changes)

    def leave(self, session: Session) -> None:
        """Hear nothing of the session any more."""
        session.changed.disconnect(self._from_session)
