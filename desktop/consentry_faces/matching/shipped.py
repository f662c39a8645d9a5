"""The law of different people's scores, from a handful of shipped numbers (``resources/models/scores.toml``)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from consentry_faces.matching.thresholds import LIKE_SHARE, Source
from consentry_policy import resources

_RAREST = 1e-300  # the least share whose logarithm is a number with some room
DEFAULT = "sface-2021dec-int8bq"


@dataclass(frozen=True, slots=True)
class PairLaw:
    """Cosines of two different people: ``mean`` and ``deviation`` of the whole, the far tail as shipped."""

    mean: float
    deviation: float

    def score(self, share: float) -> float:
        """The score that the share ``share`` (0 to 1) of all pairs of different people reaches."""
        if share > 0.5:  # the law is even about its middle
            return 2 * self.mean - self.score(1.0 - share)
        shares, deviations = _tail()
        share = max(share, _RAREST)
        # Straight lines over the logarithm of the share; the last one is carried on beyond the table.
        at = float(np.interp(-np.log(share), shares, deviations))
        beyond = max(0.0, float(-np.log(share) - shares[-1]))
        slope = (deviations[-1] - deviations[-2]) / (shares[-1] - shares[-2])
        return self.mean + self.deviation * float(at + beyond * slope)


class LawCurve:
    """Thresholds of a gallery of ``people``, each of whom a stranger's face meets once.

    With p the share of pairs at a score or above it, a stranger meets none of N people there with (1 - p)^N:
    meetings are near independent (docs/adr/0004-telling-faces-apart.md compares this with what was counted).
    ``like``: the cosine that two faces of one person reach, where the law is not of cosines.
    """

    def __init__(self, law: PairLaw, people: int, source: Source, like: float | None = None) -> None:
        self.law = law
        self.source = source
        self.like = law.score(LIKE_SHARE) if like is None else like
        self._people = max(1, people)

    def threshold(self, rate: float) -> float:
        """The score that the share ``rate`` of strangers reaches with anyone."""
        return self.law.score(float(-np.expm1(np.log1p(-rate) / self._people)))


def shipped_law(embedder: str, dimension: int, *, centred: bool) -> PairLaw:
    """The law of an embedder ("" is the standard one); of one never measured, that of random directions."""
    name = embedder.partition(":")[0] or DEFAULT
    for row in _table()["embedder"]:
        if row["id"] == name:
            return PairLaw(**row["centred" if centred else "raw"])
    return PairLaw(0.0, 1.0 / float(np.sqrt(max(1, dimension))))


def measured(embedder: str) -> bool:
    """Whether statistics of this embedder ("" is the standard one) are shipped."""
    name = embedder.partition(":")[0] or DEFAULT
    return any(row["id"] == name for row in _table()["embedder"])


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resources.read_text("models/scores.toml"))


@cache
def _tail() -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    tail = _table()["tail"]
    return -np.log(np.array(tail["shares"])), np.array(tail["deviations"])
