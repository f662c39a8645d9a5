"""What every page of the window is given."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import shiboken6

from consentry.ui.bridge import Bridge
from consentry.ui.preferences import Preferences
from consentry.ui.runner import Runner

if TYPE_CHECKING:
    from consentry.services.session import Session


@dataclass(frozen=True, slots=True)
class UiContext:
    """One open vault as a page sees it: the session, a way to run verbs off the UI thread, and what changed."""

    session: Session
    runner: Runner
    bridge: Bridge
    preferences: Preferences
    reports: list[str] = field(default_factory=list)
    """Reports of faults of our own since the program started, without values."""

    def say(self, sentence: str) -> None:
        """Put a sentence on the line at the foot of the window."""
        self._emit(sentence, trouble=False)

    def say_trouble(self, sentence: str) -> None:
        """The same for something that went wrong, where a page has no better place for it."""
        self._emit(sentence, trouble=True)

    def go_to(self, page: str) -> None:
        """Show another page: "check", "roster", "events", "releases", "log" or "settings"."""
        if shiboken6.isValid(self.bridge):
            self.bridge.page_wanted.emit(page)

    def _emit(self, sentence: str, *, trouble: bool) -> None:
        if shiboken6.isValid(self.bridge):  # the vault may have been locked since
            self.bridge.say(sentence, trouble=trouble)
