"""Photos at reading size: the one on the screen first, its neighbours ahead of time, a handful kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from consentry.services import photos
from consentry.services.operation import Handle, Operation
from consentry.services.session import Session
from consentry.ui.runner import Runner, Running
from consentry.ui.trouble import Trouble

_SIDE = 2560  # px; a photo at reading size, enough to tell a face 1/40 of its width
_KEEP = 7  # photos of about 17 MB each


class PhotoLoader(QObject):
    """Emits `loaded` once for each photo asked for, at once where it is here already."""

    loaded = Signal(str, object)
    failed = Signal(str, object)
    """A photo could not be opened: its id and the `Trouble`."""

    def __init__(self, session: Session, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._runner = runner
        self._have: OrderedDict[str, QImage] = OrderedDict()
        self._under_way: dict[str, Running] = {}
        self._wanted: list[str] = []

    def get(self, photo_id: str) -> QImage | None:
        """The photo if it is here."""
        found = self._have.get(photo_id)
        if found is not None:
            self._have.move_to_end(photo_id)
        return found

    def want(self, photo_id: str, neighbours: Sequence[str]) -> None:
        """Fetch a photo, then its neighbours; what is no longer wanted is stopped."""
        self._wanted = [photo_id, *neighbours]
        for other, running in self._under_way.items():
            if other not in self._wanted:
                running.cancel()
        for each in self._wanted:
            if each not in self._have and each not in self._under_way:
                self._fetch(each)

    def forget(self) -> None:
        """Drop everything, for another batch."""
        self._have.clear()

    def _fetch(self, photo_id: str) -> None:
        session = self._session

        def work(handle: Handle) -> QImage:
            return QImage.fromData(photos.open_photo(session, photo_id, _SIDE).run(handle))

        arrival = _Arrival(self, photo_id)
        self._under_way[photo_id] = self._runner.run(Operation(work), arrival.arrived, arrival.failed)

    def _arrived(self, photo_id: str, image: QImage) -> None:
        self._under_way.pop(photo_id, None)
        self._have[photo_id] = image
        while len(self._have) > _KEEP:
            self._have.popitem(last=False)
        self.loaded.emit(photo_id, image)

    def _failed(self, photo_id: str, trouble: Trouble) -> None:
        self._under_way.pop(photo_id, None)
        if not trouble.cancelled:
            self.failed.emit(photo_id, trouble)
        elif photo_id in self._wanted:  # wanted again while it was being stopped
            self._fetch(photo_id)


class _Arrival(QObject):
    """Ends one fetch; a child of its loader, so that nothing arrives at a loader that is gone."""

    def __init__(self, loader: PhotoLoader, photo_id: str) -> None:
        super().__init__(loader)
        self._loader = loader
        self._photo_id = photo_id

    def arrived(self, image: QImage) -> None:
        """Hand the photo over."""
        self._loader._arrived(self._photo_id, image)
        self.deleteLater()

    def failed(self, trouble: Trouble) -> None:
        """Say why there is none."""
        self._loader._failed(self._photo_id, trouble)
        self.deleteLater()
