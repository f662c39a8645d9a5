"""From a promised alarm rate to a score.

The alarm rate is the share of strangers' faces that have anyone of the gallery at the score or above it, so what
counts is each stranger's *best* score over the whole gallery. A fixed pair threshold cannot keep that promise:
with 200 people enrolled, more than half of all strangers pass the usual one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

WIDE, STRICT = 0.1, 0.001  # of 1,000 strangers' faces 100 may raise an alarm, and 1 may be taken for someone
NEVER = 2.0  # no score reaches it
LIKE_SHARE = 1e-5  # the share of pairs of different people that look like one person


class Origin(StrEnum):
    """Where a threshold was measured."""

    COHORT = "measured on local faces outside the gallery"
    GALLERY = "measured on the gallery itself, each person against all others"
    SHIPPED = "from the statistics shipped with the program"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a threshold comes from, the number of faces it was measured on, and for which kind of normaliser."""

    origin: Origin
    faces: int
    kind: str = "mean"

    def __str__(self) -> str:
        by = "" if self.kind in ("mean", "none") else f"; scores by {self.kind}, better on local people"
        return f"{self.origin.value} ({self.faces} faces{by})"


@dataclass(frozen=True, slots=True)
class Bands:
    """The scores of one gallery: suspected from ``wide``, identified from ``strict`` (NEVER: not at all) when also
    ``margin`` above the runner-up and ``wide_margin`` above every other person without consent.
    """

    wide: float
    strict: float
    margin: float
    wide_margin: float
    source: Source


def checked_rate(rate: float) -> float:
    """The rate itself. Raises ValueError unless it lies between 0 and 1, both excluded."""
    if not 0.0 < rate < 1.0:
        raise ValueError("an alarm rate lies between 0 and 1")
    return rate
