"""From a promised alarm rate to a score.

The alarm rate is the share of strangers' faces that have anyone of the gallery at the score or above it, so what
counts is each stranger's *best* score over the whole gallery. A fixed pair threshold cannot keep that promise:
with 200 people enrolled, more than half of all strangers pass the usual one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

import numpy as np
import numpy.typing as npt


class Origin(StrEnum):
    """Where a threshold was measured."""

    COHORT = "measured on local faces outside the gallery"
    GALLERY = "measured on the gallery itself, each person against all others"
    SHIPPED = "from the statistics shipped with the program"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a threshold comes from, and the number of faces it was measured on."""

    origin: Origin
    faces: int

    def __str__(self) -> str:
        return f"{self.origin.value} ({self.faces} faces)"


@dataclass(frozen=True, slots=True)
class Bands:
    """The scores of one gallery: suspected from ``wide``, identified from ``strict`` when also ``margin`` above
    the runner-up and ``wide_margin`` above every other person without consent.
    """

    wide: float
    strict: float
    margin: float
    wide_margin: float
    source: Source


class AlarmCurve(Protocol):
    """How high strangers score."""

    source: Source

    def threshold(self, rate: float) -> float:
        """The score that the share ``rate`` (0 to 1, both excluded) of strangers reaches."""
        ...


class MeasuredCurve:
    """From strangers' best scores. Beyond what so many faces can show, the upper tail is taken as exponential.

    The best of many near-normal scores follows Gumbel's law, whose upper tail is exponential (Coles, An
    Introduction to Statistical Modeling of Extreme Values, 2001, section 4.2, with shape 0); real tails fall a
    little faster, so a strict threshold errs on the strict side.
    """

    _TAIL = 0.1  # the share of faces that the tail is fitted to
    _SEEN = 20  # a rate is read off directly while at least so many faces lie above it

    def __init__(self, best: npt.NDArray[np.floating], source: Source) -> None:
        if not len(best):
            raise ValueError("a curve needs at least one score")
        self.source = source
        self._best = np.sort(best.astype(np.float64))
        self._knee = float(np.quantile(self._best, 1 - self._TAIL))
        over = self._best[self._best > self._knee] - self._knee
        self._scale = float(over.mean()) if len(over) else 0.0

    def threshold(self, rate: float) -> float:
        """The score that the share ``rate`` of strangers reaches."""
        if rate >= self._TAIL or rate * len(self._best) >= self._SEEN:
            return float(np.quantile(self._best, 1 - rate))
        return self._knee + self._scale * float(np.log(self._TAIL / rate))


def checked_rate(rate: float) -> float:
    """The rate itself. Raises ValueError unless it lies between 0 and 1, both excluded."""
    if not 0.0 < rate < 1.0:
        raise ValueError("an alarm rate lies between 0 and 1")
    return rate


def pooled(scores: Iterable[float]) -> npt.NDArray[np.float64]:
    """Scores as one float64 vector."""
    return np.fromiter(scores, np.float64)
