"""Scores seen against a crowd of strangers (as-norm): some faces, and some people, are near to everybody.

A cosine is told in deviations above what the nearest of the crowd reach with the face, and with the person; the
two are averaged (adaptive symmetric score normalisation, as in speaker verification).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from consentry_faces.matching.gallery import Matrix

NEAREST = 400  # faces of the crowd that say how near strangers come
_AT_ONCE = 1024
_LEAST_DEVIATION = 1e-3  # identical faces have none


@dataclass(frozen=True, slots=True)
class Height:
    """How near the nearest of a crowd come to each of n rows: ``mean`` and ``deviation``, float32[n]."""

    mean: Matrix
    deviation: Matrix


@dataclass(frozen=True)
class Crowd:
    """``rows`` float32[k, d], normalised, of length 1: strangers, one face of each as far as can be told. Whoever
    reaches ``like`` with a row looks like the same person and is not counted as a stranger there.
    """

    rows: Matrix
    like: float

    def height(self, rows: Matrix) -> Height:
        """How near the crowd comes to each of ``rows`` (normalised, length 1)."""
        mean, deviation = np.zeros(len(rows), np.float32), np.ones(len(rows), np.float32)
        for part in _blocks(len(rows)):
            near = _nearest(rows[part] @ self.rows.T, self.like)
            some = np.isfinite(near).any(axis=1)
            mean[part][some], deviation[part][some] = np.nanmean(near[some], axis=1), np.nanstd(near[some], axis=1)
        return Height(mean, np.maximum(deviation, _LEAST_DEVIATION))

    @cached_property
    def scale(self) -> tuple[float, float]:
        """The middle and the deviation that scores are told with again, so that they stay near cosines."""
        own = self.height(self.rows)
        return float(np.median(own.mean)), float(np.median(own.deviation))

    def seen(self, cosines: Matrix, faces: Height, people: Height) -> Matrix:
        """float32[n, p] from cosines[n, p] of faces and people with these heights."""
        middle, deviation = self.scale
        first, second = deviation / 2 / faces.deviation, deviation / 2 / people.deviation
        scores: Matrix = cosines * first[:, None]
        scores += cosines * second
        scores -= (faces.mean * first)[:, None]
        scores -= people.mean * second - np.float32(middle)
        return scores


def _nearest(cosines: Matrix, like: float) -> npt.NDArray[np.float64]:
    """float64[n, NEAREST or all]: the highest of each row; NaN for those that look like the same person."""
    strangers = np.where(cosines >= like, np.float32(-np.inf), cosines)
    count = min(NEAREST, strangers.shape[1])
    near = np.partition(strangers, -count, axis=1)[:, -count:].astype(np.float64)
    return np.where(np.isfinite(near), near, np.nan)


def _blocks(count: int) -> Iterator[slice]:
    return (slice(start, min(start + _AT_ONCE, count)) for start in range(0, count, _AT_ONCE))
