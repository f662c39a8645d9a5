"""Long verbs: work with progress, a stream of results, and cancel. No Qt: the window wraps these its own way."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from consentry_policy.errors import MendableError
from consentry_policy.sentences import Sentence

T = TypeVar("T")


class Cancelled(MendableError):  # noqa: N818 - a user's wish, not a fault
    """The user stopped the work; what was done until then is kept."""

    def __init__(self) -> None:
        super().__init__("Stopped; what was done until then is kept, and the same command goes on from there.")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work is. ``total`` is 0 while it is not known."""

    done: int
    total: int
    doing: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What a verb changed, so that a screen knows what to draw again."""

    people: bool = False
    gallery: bool = False  # portraits: everyone must be matched anew
    channels: bool = False
    events: bool = False
    releases: bool = False
    settings: bool = False
    photos: frozenset[str] = frozenset()
    sentences: tuple[Sentence, ...] = ()  # what became of verdicts: "12 photos that were cleared are now blocked"

    def __bool__(self) -> bool:
        return any(
            (self.people, self.gallery, self.channels, self.events, self.releases, self.settings, self.photos)
        )


def _ignore(_: object) -> None:
    return None


@dataclass(slots=True)
class Handle:
    """The line between a running verb and whoever started it; every method may be called from any thread."""

    on_progress: Callable[[Progress], None] = _ignore
    on_item: Callable[[object], None] = _ignore
    _cancel: threading.Event = field(default_factory=threading.Event)

    def progress(self, done: int, total: int, doing: str) -> None:
        """Say how far the work is."""
        self.on_progress(Progress(done, total, doing))

    def item(self, item: object) -> None:
        """Hand over one finished part."""
        self.on_item(item)

    def cancel(self) -> None:
        """Ask the work to stop at the next safe point."""
        self._cancel.set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked the work to stop."""
        return self._cancel.is_set()

    def stop_if_cancelled(self) -> None:
        """Raise `Cancelled` where somebody asked the work to stop."""
        if self.cancelled:
            raise Cancelled


class Operation(Generic[T]):
    """A verb that is ready to run. ``run`` blocks: a window runs it on a thread of its own."""

    def __init__(self, work: Callable[[Handle], T]) -> None:
        self._work = work

    def run(self, handle: Handle | None = None) -> T:
        """Do the work and give its result; raises what the work raises."""
        return self._work(handle if handle is not None else Handle())
