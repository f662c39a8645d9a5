"""The photos of a batch as Qt sees them, and the filter over them. Holds views; never asks the vault itself."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from consentry.services.paths import in_order
from consentry.services.views import PhotoView
from consentry.ui.check.words import photo_sentence
from consentry_policy.people import PersonId
from consentry_policy.verdicts import Outcome

PHOTO = int(Qt.ItemDataRole.UserRole) + 1
_Index = QModelIndex | QPersistentModelIndex


class PhotoModel(QAbstractListModel):
    """Photos by file name."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos: list[PhotoView] = []
        self._rows: dict[str, int] = {}

    def rowCount(self, parent: _Index | None = None) -> int:
        """How many photos there are."""
        return 0 if parent is not None and parent.isValid() else len(self._photos)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """File name, the sentence for tooltip and screen reader, or the view itself (`PHOTO`)."""
        if not index.isValid():
            return None
        photo = self._photos[index.row()]
        if role == PHOTO:
            return photo
        if role == Qt.ItemDataRole.DisplayRole:
            return photo.file_name
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return photo_sentence(photo)
        return None

    @property
    def photos(self) -> Sequence[PhotoView]:
        """All photos."""
        return self._photos

    def photo(self, photo_id: str) -> PhotoView | None:
        """One photo by its id."""
        row = self._rows.get(photo_id)
        return None if row is None else self._photos[row]

    def row_of(self, photo_id: str) -> int | None:
        """Where a photo stands."""
        return self._rows.get(photo_id)

    def set_photos(self, photos: Iterable[PhotoView]) -> None:
        """Show other photos, given by file name."""
        self.beginResetModel()
        self._photos = list(photos)
        self._count_rows()
        self.endResetModel()

    def put(self, photos: Iterable[PhotoView]) -> None:
        """Replace the photos that are here already, and put the others in. A file without an id is always new.

        Photos come as they are checked, several at a time; each is put where its name belongs.
        """
        new: dict[str | int, PhotoView] = {}
        for place, photo in enumerate(photos):
            row = self._rows.get(photo.id)
            if row is None:
                new[photo.id or place] = photo
            else:
                self._photos[row] = photo
                self.dataChanged.emit(self.index(row), self.index(row))
        for photo in new.values():
            row = bisect_right(self._photos, _place(photo), key=_place)
            self.beginInsertRows(QModelIndex(), row, row)
            self._photos.insert(row, photo)
            self._count_rows()
            self.endInsertRows()

    def _count_rows(self) -> None:
        self._rows = {photo.id: row for row, photo in enumerate(self._photos) if photo.id}


def _place(photo: PhotoView) -> list[tuple[int, int, str]]:
    return in_order(photo.file_name)


@dataclass(frozen=True, slots=True)
class Criteria:
    """What to show. An empty set or None stands for everything."""

    outcomes: frozenset[Outcome] = frozenset()
    person: PersonId | None = None
    reason: str | None = None
    name: str = ""
    unseen: bool = False
    releasable: bool = False

    def admits(self, photo: PhotoView) -> bool:
        """Whether a photo is to be shown."""
        return (
            (not self.outcomes or photo.outcome in self.outcomes)
            and not (self.unseen and photo.seen)
            and not (self.releasable and photo.outcome not in {Outcome.CLEARED, Outcome.EXCEPTION})
            and (self.reason is None or any(reason.code == self.reason for reason in photo.reasons))
            and (not self.name or self.name.casefold() in photo.file_name.casefold())
            and (self.person is None or self.person in people_of(photo))
        )


class PhotoFilter(QSortFilterProxyModel):
    """The photos that a `Criteria` admits."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._criteria = Criteria()

    @property
    def criteria(self) -> Criteria:
        """What is shown now."""
        return self._criteria

    def set_criteria(self, criteria: Criteria) -> None:
        """Show something else."""
        if criteria == self._criteria:
            return
        self.beginFilterChange()
        self._criteria = criteria
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: _Index) -> bool:
        """Qt's question for one row."""
        if self._criteria == Criteria():
            return True
        model = self.sourceModel()
        return not isinstance(model, PhotoModel) or self._criteria.admits(model.photos[row])

    def photo_at(self, row: int) -> PhotoView | None:
        """The photo in a row of what is shown."""
        found = self.index(row, 0).data(PHOTO)
        return found if isinstance(found, PhotoView) else None

    def shown(self) -> list[PhotoView]:
        """All photos that are shown, in order."""
        return [photo for photo in map(self.photo_at, range(self.rowCount())) if photo is not None]


def people_of(photo: PhotoView) -> dict[PersonId, str]:
    """Everyone a face of the photo is, or may be: id to name."""
    found: dict[PersonId, str] = {}
    for face in photo.faces:
        if face.person is not None:
            found[face.person.person] = face.person.name
        found.update((candidate.person, candidate.name) for candidate in face.candidates)
    return found


def counts(photos: Iterable[PhotoView]) -> Counter[Outcome]:
    """How many photos have each verdict."""
    return Counter(photo.outcome for photo in photos)


def needs_answer(photo: PhotoView) -> bool:
    """Whether a reviewer can still bring the photo forward: it needs review, and could be read."""
    return photo.outcome is Outcome.REVIEW and photo.error is None
