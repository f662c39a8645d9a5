"""Take what all local faces have in common out of a template, so that what is left tells people apart."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from consentry_faces.matching.crowd import Crowd
from consentry_faces.matching.gallery import Matrix, unit_rows

VERSION = 2
FEWEST_FACES = 25  # below this a mean says more about the few than about the place


@dataclass(frozen=True)
class Normaliser:
    """Shift by ``mean`` float32[d], turn and stretch by ``shape`` float32[d, d] (None: leave), scale to length 1.

    ``crowd``: the faces that scores are then seen against (as-norm); None: scores are cosines. ``id`` names the
    version, the kind and the very numbers; scores of two ids are never compared.
    """

    kind: str
    mean: Matrix | None = None
    shape: Matrix | None = None
    faces: int = 0
    crowd: Crowd | None = None
    id: str = field(init=False)

    def __post_init__(self) -> None:
        digest = hashlib.sha256()
        crowd = (None, None) if self.crowd is None else (self.crowd.rows, np.float64(self.crowd.like))
        for part in (self.mean, self.shape, *crowd):
            digest.update(b"-" if part is None else np.ascontiguousarray(part).tobytes())
        object.__setattr__(self, "id", f"{VERSION}:{self.kind}:{self.faces}:{digest.hexdigest()[:12]}")

    def apply(self, rows: Matrix) -> Matrix:
        """float32[n, d] of length 1, from raw rows float32[n, d] of length 1."""
        if self.mean is None or not len(rows):
            return rows
        moved: Matrix = rows - self.mean
        if self.shape is not None:
            moved = moved @ self.shape
        return unit_rows(moved)


NONE = Normaliser("none")


def fit_mean(faces: Matrix) -> Normaliser:
    """The mean of local faces (float32[n, d], length 1, nobody need be known); NONE below FEWEST_FACES, and where
    a face is the very mean (copies of one photo): nothing would be left of it.
    """
    if len(faces) < FEWEST_FACES:
        return NONE
    mean: npt.NDArray[np.float32] = faces.mean(axis=0, dtype=np.float64).astype(np.float32)
    if float(np.abs(faces - mean).max(axis=1).min()) < 1e-6:
        return NONE
    return Normaliser("mean", mean, None, len(faces))
