"""Faces of one batch that look like one person, so that one answer serves them all. Purity goes before size."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

import numpy as np
import numpy.typing as npt

from consentry_faces.matching.gallery import as_rows

K = TypeVar("K", bound=Hashable)

# Every pair of a group is at least this alike (cosine of raw templates). One wrong face in a group costs more than
# two groups of one person: an answer that is given for all would be wrong for one.
ALIKE = 0.5


class Groups(Generic[K]):
    """Groups that grow face by face; a face joins the group whose least like member is most like it."""

    def __init__(self, alike: float = ALIKE) -> None:
        self._alike = alike
        self._keys: list[list[K]] = []
        self._rows: npt.NDArray[np.float32] | None = None
        self._group_of: list[int] = []

    def add(self, key: K, template: npt.ArrayLike) -> int:
        """Put one face (a template of any length) into its group; gives the group's number, from 0.

        Raises TemplatesError for a template that is damaged or of another size.
        """
        row = as_rows([template], None if self._rows is None else self._rows.shape[1])
        group = self._best(row[0])
        if group is None:
            group = len(self._keys)
            self._keys.append([])
        self._keys[group].append(key)
        self._group_of.append(group)
        self._rows = row if self._rows is None else np.vstack([self._rows, row])
        return group

    def _best(self, row: npt.NDArray[np.float32]) -> int | None:
        if self._rows is None:
            return None
        worst = np.full(len(self._keys), np.inf, np.float32)
        np.minimum.at(worst, np.asarray(self._group_of), self._rows @ row)
        best = int(np.argmax(worst))
        return best if worst[best] >= self._alike else None

    def all(self) -> list[list[K]]:
        """Every group, in the order of its first face."""
        return [list(keys) for keys in self._keys]
