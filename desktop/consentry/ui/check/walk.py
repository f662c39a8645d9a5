"""The way through the photos: in the grid's order, and from one that is not resolved to the next. No widgets."""

from __future__ import annotations

from consentry.services.views import PhotoView
from consentry.ui.check.photo_model import PhotoFilter, PhotoModel
from consentry.ui.check.photo_words import is_unresolved


class Walk:
    """Keeps the order of the moment it began: an answer that takes a photo out of the filter moves nothing."""

    def __init__(self, model: PhotoModel, shown: PhotoFilter) -> None:
        self._model = model
        self._shown = shown
        self._order: list[str] = []
        self._at = 0

    def begin(self, photo_id: str) -> None:
        """Start at a photo of what is shown; where it is not shown, go through the whole batch."""
        self._order = [photo.id for photo in self._shown.shown() if photo.id]
        if photo_id not in self._order:
            self._order = [photo.id for photo in self._model.photos if photo.id]
        self.go(photo_id)

    def go(self, photo_id: str) -> None:
        """Be at this photo."""
        self._at = self._order.index(photo_id) if photo_id in self._order else 0

    @property
    def place(self) -> int:
        """Where one is, from 1."""
        return self._at + 1

    @property
    def count(self) -> int:
        """How many photos are on the way."""
        return len(self._order)

    @property
    def unresolved(self) -> int:
        """Photos of the whole batch that have something left to answer."""
        return sum(map(is_unresolved, self._model.photos))

    def neighbour(self, by: int) -> str | None:
        """The photo so many steps on, or None at the end."""
        place = self._at + by
        return self._order[place] if 0 <= place < len(self._order) else None

    def next_unresolved(self) -> PhotoView | None:
        """The next photo with something left to answer, round the end; not the one one is at."""
        for photo_id in [*self._order[self._at + 1 :], *self._order[: self._at]]:
            photo = self._model.photo(photo_id)
            if photo is not None and is_unresolved(photo):
                return photo
        return None

    def near(self) -> list[str]:
        """What will be wanted soon: the next photo, the next that is not resolved, the one before."""
        unresolved = self.next_unresolved()
        wanted = [self.neighbour(1), unresolved.id if unresolved is not None else None, self.neighbour(-1)]
        return list(dict.fromkeys(photo_id for photo_id in wanted if photo_id is not None))
