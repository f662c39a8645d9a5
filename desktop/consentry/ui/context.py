"""What every page of the window is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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

    def say(self, sentence: str) -> None:
        """Put a sentence on the line at the foot of the window."""
        self.bridge.said.emit(sentence, False)

    def say_trouble(self, sentence: str) -> None:
        """The same for something that went wrong, where a page has no better place for it."""
        self.bridge.said.emit(sentence, True)

    def go_to(self, page: str) -> None:
        """Show another page: "check", "roster", "events", "releases", "log" or "settings"."""
        self.bridge.page_wanted.emit(page)
