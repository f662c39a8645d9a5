"""What enrolled people look like in the vault's own photos, where that is certain enough to build on.

Portraits are few and taken in another light and another year; the photos of one event show the same people again
and again. A nameless face that is surely someone (the strict band, with a wide lead) says what that person looks
like there, and so helps to recognise the same person where they are blurred or turned away.

A stranger who was mistaken once must not pull all their other faces along. So a face counts only where at least
half of all faces that look like it are surely the same person by their portraits alone, and two of them at least.
Nothing is built on what was itself learnt here: each fit begins with the portraits.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from consentry_faces.matching.gallery import Matrix, unit_rows
from consentry_faces.matching.likeness import Likeness
from consentry_faces.matching.shipped import LawCurve
from consentry_faces.matching.thresholds import STRICT, WIDE

_AT_ONCE = 256
_LEAST = 2  # faces that are surely the same person
Ints = npt.NDArray[np.intp]


def with_seen(likeness: Likeness, faces: Matrix, curve: LawCurve) -> Likeness:
    """``likeness`` (of portraits alone) and what ``faces`` (nameless, normalised) add to it.
    What is added weighs as much as a person's portraits, however many faces it comes from.
    """
    who = _surely(likeness, faces, curve)
    mine = np.flatnonzero(_borne_out(faces, who, curve.like))
    if not len(mine):
        return likeness
    whose = np.unique(who[mine])
    sums = np.stack([faces[mine[who[mine] == person]].sum(axis=0) for person in whose])
    seen = unit_rows(likeness.centres[whose] + unit_rows(sums))
    return Likeness(likeness.centres, seen, whose, likeness.crowd)


def _surely(likeness: Likeness, faces: Matrix, curve: LawCurve) -> Ints:
    """int[n]: who each face surely is, -1 for nobody."""
    wide, strict = curve.threshold(WIDE), curve.threshold(STRICT)
    who = np.full(len(faces), -1, np.intp)
    for part in _blocks(len(faces)):
        scores = likeness.scores(faces[part])
        best = scores.argmax(axis=1)
        rows = np.arange(len(best))
        top = scores[rows, best]
        scores[rows, best] = -np.inf
        # For one person alone the runner-up is nobody, at minus infinity.
        sure = (top >= strict) & (top - scores.max(axis=1) >= (strict - wide) / 2)
        who[part] = np.where(sure, best, -1)
    return who


def _borne_out(faces: Matrix, who: Ints, like: float) -> npt.NDArray[np.bool_]:
    """bool[n]: at least half of the faces that look like this one (itself is one) are surely the same person."""
    out = np.zeros(len(faces), bool)
    sure = np.flatnonzero(who >= 0)
    for part in _blocks(len(sure)):
        mine = sure[part]
        near = faces[mine] @ faces.T >= like
        same = (near & (who[mine, None] == who)).sum(axis=1)
        out[mine] = (same >= _LEAST) & (2 * same >= near.sum(axis=1))
    return out


def _blocks(count: int) -> Iterator[slice]:
    return (slice(start, min(start + _AT_ONCE, count)) for start in range(0, count, _AT_ONCE))
