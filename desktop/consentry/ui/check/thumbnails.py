"""Thumbnails as they are wanted: fetched off the UI thread, latest wish first, the least used forgotten."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

from consentry.ui.runner import Runner
from consentry.ui.trouble import Trouble

_AT_ONCE = 2  # fetches under way; more would keep the pool from what the user asks for next
_WAITING = 200  # wishes older than this were scrolled past


def decode(jpeg: bytes, side: int) -> QImage:
    """Our own JPEG as an image of at most ``side`` device pixels; null where it is none. Any thread."""
    image = QImage.fromData(jpeg)
    if image.isNull() or max(image.width(), image.height()) <= side:
        return image
    return image.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)


class Thumbnails(QObject):
    """Small pictures by id. ``load`` gives JPEG bytes and may block: it runs on the runner's threads."""

    ready = Signal(str)
    """A picture that was asked for is here."""

    def __init__(
        self,
        runner: Runner,
        load: Callable[[str], bytes],
        side: int,
        keep: int = 600,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._load = load
        self._side = side
        self._keep = keep
        self._have: OrderedDict[str, QPixmap] = OrderedDict()
        self._wishes: OrderedDict[str, None] = OrderedDict()
        self._under_way: set[str] = set()
        self._missing: set[str] = set()

    def get(self, key: str) -> QPixmap | None:
        """The picture if it is here; else None, and it is fetched."""
        found = self._have.get(key)
        if found is not None:
            self._have.move_to_end(key)
            return found
        if key not in self._missing and key not in self._under_way:
            self._wishes[key] = None
            self._wishes.move_to_end(key)
            if len(self._wishes) > _WAITING:
                self._wishes.popitem(last=False)
            self._fetch_more()
        return None

    def has(self, key: str) -> bool:
        """Whether the picture is here, without fetching it."""
        return key in self._have

    def forget(self) -> None:
        """Drop everything, for another batch."""
        self._have.clear()
        self._wishes.clear()
        self._missing.clear()

    def _fetch_more(self) -> None:
        while self._wishes and len(self._under_way) < _AT_ONCE:
            key, _ = self._wishes.popitem(last=True)
            self._under_way.add(key)
            self._fetch(key)

    def _fetch(self, key: str) -> None:
        load, side = self._load, self._side

        def work() -> QImage:
            return decode(load(key), side)

        arrival = _Arrival(self, key)
        self._runner.run(work, arrival.arrived, arrival.failed)

    def _arrived(self, key: str, image: QImage) -> None:
        self._under_way.discard(key)
        if image.isNull():
            self._missing.add(key)
        else:
            self._have[key] = QPixmap.fromImage(image)
            while len(self._have) > self._keep:
                self._have.popitem(last=False)
            self.ready.emit(key)
        self._fetch_more()

    def _failed(self, key: str) -> None:
        self._under_way.discard(key)
        self._missing.add(key)
        self._fetch_more()


class _Arrival(QObject):
    """Ends one fetch; a child of its store, so that nothing arrives at a store that is gone."""

    def __init__(self, store: Thumbnails, key: str) -> None:
        super().__init__(store)
        self._store = store
        self._key = key

    def arrived(self, image: QImage) -> None:
        """Hand the picture over."""
        self._store._arrived(self._key, image)
        self.deleteLater()

    def failed(self, _: Trouble) -> None:
        """Remember that there is none."""
        self._store._failed(self._key)
        self.deleteLater()
