"""How alike faces and enrolled people are: one number for each pair."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from consentry_faces.matching.gallery import Matrix


def _no_rows() -> Matrix:
    return np.empty((0, 0), np.float32)


def _nobody() -> npt.NDArray[np.intp]:
    return np.empty(0, np.intp)


@dataclass(frozen=True)
class Likeness:
    """``centres`` float32[p, d]: each person's portraits, added up. ``seen`` float32[q, d]: for the people
    ``whose`` int[q], the portraits together with how they look in the vault's own photos. All rows of length 1.
    """

    centres: Matrix
    seen: Matrix = field(default_factory=_no_rows)
    whose: npt.NDArray[np.intp] = field(default_factory=_nobody)

    def scores(self, rows: Matrix) -> Matrix:
        """float32[n, p]: each of ``rows`` (normalised, length 1) against everyone.

        Whoever has two rows is scored by the better one, so what was learnt from photos never makes anyone less
        alike: no candidate is lost by it.
        """
        scores: Matrix = rows @ self.centres.T
        if len(self.whose):
            scores[:, self.whose] = np.maximum(scores[:, self.whose], rows @ self.seen.T)
        return scores
