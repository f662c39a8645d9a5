"""How alike faces and enrolled people are: one number for each pair."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from consentry_faces.matching.crowd import Crowd, Height
from consentry_faces.matching.gallery import Matrix


def _no_rows() -> Matrix:
    return np.empty((0, 0), np.float32)


def _nobody() -> npt.NDArray[np.intp]:
    return np.empty(0, np.intp)


@dataclass(frozen=True)
class Likeness:
    """``centres`` float32[p, d]: each person's portraits, added up. ``seen`` float32[q, d]: for the people
    ``whose`` int[q], the portraits together with how they look in the vault's own photos. All rows of length 1.
    With a ``crowd``, every cosine is seen against it.
    """

    centres: Matrix
    seen: Matrix = field(default_factory=_no_rows)
    whose: npt.NDArray[np.intp] = field(default_factory=_nobody)
    crowd: Crowd | None = None

    def scores(self, rows: Matrix) -> Matrix:
        """float32[n, p]: each of ``rows`` (normalised, length 1) against everyone.

        Whoever has two rows is scored by the better one, so what was learnt from photos never makes anyone less
        alike: no candidate is lost by it.
        """
        scores: Matrix = rows @ self.centres.T
        seen: Matrix | None = rows @ self.seen.T if len(self.whose) else None
        if self.crowd is not None:
            faces = self.crowd.height(rows)
            scores = self.crowd.seen(scores, faces, self._heights[0])
            seen = None if seen is None else self.crowd.seen(seen, faces, self._heights[1])
        if seen is not None:
            scores[:, self.whose] = np.maximum(scores[:, self.whose], seen)
        return scores

    @property
    def by_portraits(self) -> Likeness:
        """The same without what was learnt from photos."""
        return Likeness(self.centres, crowd=self.crowd) if len(self.whose) else self

    @cached_property
    def _heights(self) -> tuple[Height, Height]:
        """How near the crowd comes to the people, by their portraits and by their photos."""
        assert self.crowd is not None
        seen = self.seen if len(self.whose) else self.centres[:0]
        return self.crowd.height(self.centres), self.crowd.height(seen)
