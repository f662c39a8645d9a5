"""Faces of one batch that look like one person, for one answer.

Purity first: a mixed group would make one answer wrong for someone, a split one costs one more answer. So a face
joins a group only where it is near everyone in it (complete linkage), and never a group that has a face of its own
photo: one person is usually one face of a photo.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Generic, TypeVar

import numpy as np
import numpy.typing as npt

from consentry_faces.matching.gallery import Matrix, TemplatesError, as_rows
from consentry_faces.matching.matcher import Matcher
from consentry_faces.matching.normaliser import NONE, Normaliser

K = TypeVar("K")

# The cosine that two faces of one person must reach with one another. Of different people's pairs about one in
# 100,000 does (resources/models/scores.toml, raw): with 1,000 open faces a mixed group is still rare.
LIKE = 0.46
_GROWTH = 256


class Groups(Generic[K]):
    """Groups that grow one face at a time: a new face costs one product with all earlier ones (milliseconds)."""

    def __init__(self, like: float = LIKE, normaliser: Normaliser = NONE) -> None:
        self._like = like
        self._normaliser = normaliser
        self._keys: list[K] = []
        self._photos: list[Hashable | None] = []
        self._members: list[list[int]] = []
        self._group = np.empty(0, np.intp)
        self._rows: Matrix | None = None

    @classmethod
    def beside(cls, matcher: Matcher) -> Groups[K]:
        """Groups on the scale of a gallery's matcher: its normaliser, what it learnt of different people."""
        return cls(matcher.like, matcher.normaliser)

    def add(self, key: K, template: npt.ArrayLike, photo: Hashable | None = None) -> int:
        """Add a face (template float32[d], raw) and return its group's number, which never changes.

        ``photo``: which photo it is in; two faces of one photo are never grouped. Raises TemplatesError for
        templates that are damaged or of different sizes.
        """
        rows, count = self._room(template), len(self._keys)
        cosines = rows[:count] @ rows[count]
        number = self._join(cosines, photo)
        self._group = np.append(self._group, number)
        self._members[number].append(count)
        self._keys.append(key)
        self._photos.append(photo)
        return number

    def all(self) -> list[list[K]]:
        """The groups in the order they began, each with its faces in the order they came."""
        return [[self._keys[i] for i in members] for members in self._members]

    def __len__(self) -> int:
        return len(self._members)

    def __iter__(self) -> Iterator[list[K]]:
        return iter(self.all())

    def _join(self, cosines: Matrix, photo: Hashable | None) -> int:
        """The open group whose least alike member is most alike, or a new one."""
        count = len(self._members)
        if count:
            least = np.full(count, np.inf, np.float32)
            np.minimum.at(least, self._group, cosines)
            if photo is not None:
                taken = [g for g, other in zip(self._group, self._photos, strict=True) if other == photo]
                least[taken] = -np.inf
            best = int(least.argmax())
            if least[best] >= self._like:
                return best
        self._members.append([])
        return count

    def _room(self, template: npt.ArrayLike) -> Matrix:
        """All rows so far with the new one written behind them."""
        count = len(self._keys)
        row = self._normaliser.apply(as_rows([template]))[0]
        if self._rows is None:
            self._rows = np.empty((_GROWTH, len(row)), np.float32)
        elif self._rows.shape[1] != len(row):
            raise TemplatesError("Face templates of different sizes cannot be grouped; check the photos again.")
        if count == len(self._rows):
            self._rows = np.concatenate([self._rows, np.empty_like(self._rows)])
        self._rows[count] = row
        return self._rows
