"""The batch on the screen: its photos, kept true while verbs change them. The vault is asked off the UI thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from consentry.services import checking, photos
from consentry.services.checking import CheckReport
from consentry.services.operation import Changes, Progress
from consentry.services.views import BatchView, PhotoView
from consentry.ui.check.photo_model import PhotoModel
from consentry.ui.context import UiContext
from consentry.ui.runner import Running
from consentry.ui.trouble import Trouble

_FLUSH_MS = 100  # photos that come in are shown ten times a second, not one by one
_FEW = 100  # up to so many photos are asked for by id; beyond that the whole batch is


@dataclass(frozen=True, slots=True)
class Wish:
    """What a user asked to have checked."""

    paths: tuple[Path, ...]
    channel: str
    event: str | None = None


class Batch(QObject):
    """Photos of one batch for one channel."""

    updated = Signal()
    """Photos came or changed."""
    opened = Signal()
    """Another batch, or another channel, is on the screen."""
    ended = Signal(object)
    """The check is over: `CheckReport`, or the `Trouble` that ended it."""
    trouble = Signal(object)
    """`Trouble`: the photos could not be fetched."""

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.model = PhotoModel(self)
        self.id: str | None = None
        self.channel = ""
        self._generation = 0
        self._arrived: list[PhotoView] = []
        self._flush = QTimer(self)
        self._flush.setSingleShot(True)
        self._flush.setInterval(_FLUSH_MS)
        self._flush.timeout.connect(self._show_arrived)
        self._dirty: set[str] = set()
        self._all_dirty = False
        self._fetching = False
        self._after: list[Callable[[], object]] = []
        context.bridge.changed.connect(self._changed)

    def check(self, wish: Wish, on_progress: Callable[[Progress], object]) -> Running:
        """Begin a new batch with these photos; they appear as they are checked."""
        self._begin(None, wish.channel)
        work = checking.check(self.context.session, wish.paths, [wish.channel], event=wish.event)
        return self.context.runner.run(
            work, self._checked, self._stopped, on_progress=on_progress, on_item=self._arrive
        )

    def open(self, batch_id: str, channel: str) -> None:
        """Show a batch that was checked before, as its verdicts are for a channel today."""
        self._begin(batch_id, channel)
        self._all_dirty = True
        self._fetch()

    def refresh(self, photo_ids: Iterable[str], then: Callable[[], object] | None = None) -> None:
        """Fetch these photos anew; ``then`` is called when everything on the screen is true again."""
        self._dirty |= {photo_id for photo_id in photo_ids if self.model.photo(photo_id) is not None}
        if then is not None:
            self._after.append(then)
        self._fetch()

    def _begin(self, batch_id: str | None, channel: str) -> None:
        self._generation += 1
        self.id, self.channel = batch_id, channel
        self._arrived.clear()
        self._dirty.clear()
        self._after.clear()
        self._all_dirty = self._fetching = False
        self.model.set_photos([])
        self.opened.emit()

    def _arrive(self, photo: object) -> None:
        if isinstance(photo, PhotoView) and photo.channel == self.channel:
            self._arrived.append(photo)
            if not self._flush.isActive():
                self._flush.start()

    def _show_arrived(self) -> None:
        arrived, self._arrived = self._arrived, []
        if arrived:
            self.model.put(arrived)
            self.updated.emit()

    def _checked(self, report: CheckReport) -> None:
        self._show_arrived()
        self.id = report.batch
        self.model.put(photo for photo in report.photos if photo.channel == self.channel)
        self.updated.emit()
        self.ended.emit(report)

    def _stopped(self, trouble: Trouble) -> None:
        """What was done until then is kept: go on with it as the batch it is."""
        self._show_arrived()
        self.ended.emit(trouble)
        session, generation = self.context.session, self._generation
        self.context.runner.run(lambda: (generation, photos.batches(session)[:1]), self._know_batch)

    def _know_batch(self, answer: tuple[int, list[BatchView]]) -> None:
        generation, newest = answer
        if generation == self._generation and newest and self.model.photos:
            self.id = newest[0].id
            self.updated.emit()

    def _changed(self, changes: Changes) -> None:
        if changes.people or changes.channels or changes.events or changes.settings:
            self._all_dirty = bool(self.model.photos)
        self.refresh(changes.photos)

    def _fetch(self) -> None:
        if self._fetching:
            return
        if not self._dirty and not self._all_dirty:
            waiting, self._after = self._after, []
            for then in waiting:
                then()
            return
        whole = self._all_dirty or len(self._dirty) > _FEW
        ids = [photo.id for photo in self.model.photos] if whole else list(self._dirty)
        work = self._views(ids, whole=whole)
        self._dirty.clear()
        self._all_dirty = False
        self._fetching = True
        generation = self._generation
        self.context.runner.run(lambda: (generation, work()), self._fetched, self._not_fetched)

    def _views(self, ids: Sequence[str], *, whole: bool) -> Callable[[], list[PhotoView]]:
        session, batch_id, channel = self.context.session, self.id, self.channel
        if whole and batch_id is not None:
            return lambda: photos.views(session, batch_id, channel)
        return lambda: photos.view_of(session, ids, channel)

    def _fetched(self, answer: tuple[int, list[PhotoView]]) -> None:
        generation, views = answer
        if generation != self._generation:
            return
        self._fetching = False
        self.model.put(views)
        self.updated.emit()
        self._fetch()

    def _not_fetched(self, trouble: Trouble) -> None:
        self._fetching = False
        self.trouble.emit(trouble)
        self._fetch()
