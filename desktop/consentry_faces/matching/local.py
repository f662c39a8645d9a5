"""The local faces that something is known of: whose portraits they are, or which of them belong together.

A normaliser is held to be better only by people it was not fitted on. So all faces of a person, named or not,
have to stay on one side. Nobody has named the vault's own faces; those that are clearly someone enrolled, and
those that look like one another, are taken for one person. Too much taken together costs power; too little
would flatter.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from consentry_faces.matching.gallery import Gallery, Matrix
from consentry_faces.matching.likeness import Likeness
from consentry_faces.matching.normaliser import fit_mean
from consentry_faces.matching.shipped import LawCurve, PairLaw
from consentry_faces.matching.strangers import clear_score, curve_for
from consentry_faces.matching.thresholds import LIKE_SHARE

FEWEST_PEOPLE, FEWEST_FACES = 50, 250  # below these no kind of normaliser could show that it is better
_MOST_PEOPLE, _MOST_TEMPLATES, MOST_FACES = 200, 3, 2000
_SEED = 436
_AT_ONCE = 256
Ints = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Local:
    """``rows`` float32[n, d], raw, of length 1; ``whose`` int[n]: a number for each person or group; ``named``
    bool[n]: the portraits. The first numbers, below ``people``, are those of enrolled people.
    """

    rows: Matrix
    whose: Ints
    named: npt.NDArray[np.bool_]
    people: int

    def halves(self) -> tuple[Local, Local]:
        """Two halves that share no person and no group; the same for the same faces."""
        rng = np.random.default_rng(_SEED)
        groups = np.unique(self.whose[self.whose >= self.people])
        first = np.concatenate(
            [rng.permutation(some)[: len(some) // 2] for some in (np.arange(self.people), groups)]
        )
        inside = np.isin(self.whose, first)
        return self._part(inside), self._part(~inside)

    @property
    def nameless(self) -> Ints:
        """The rows that are no portraits."""
        return np.flatnonzero(~self.named)

    @property
    def crowd(self) -> Matrix:
        """float32[k, d]: of each group of faces that is no enrolled person's, one."""
        nobody = np.flatnonzero(~self.named & (self.whose >= self.people))
        _, first = np.unique(self.whose[nobody], return_index=True)
        return self.rows[nobody[np.sort(first)]]

    def _part(self, which: npt.NDArray[np.bool_]) -> Local:
        return Local(self.rows[which], self.whose[which], self.named[which], self.people)


def sample(gallery: Gallery, faces: Matrix, most: int = MOST_FACES) -> tuple[Local, PairLaw] | None:
    """Some of a gallery's people with two or more templates and ``most`` of ``faces``, both raw, and the law of
    their scores; None where there are too few of either. Faces that are clearly someone's have that number.
    """
    several = np.flatnonzero(np.diff(np.append(gallery.starts, len(gallery.rows))) > 1)
    if len(several) < FEWEST_PEOPLE or len(faces) < FEWEST_FACES:
        return None
    people = several[_spread(len(several), _MOST_PEOPLE)]
    ends = np.append(gallery.starts, len(gallery.rows))
    listed = [np.arange(ends[i], min(ends[i + 1], ends[i] + _MOST_TEMPLATES)) for i in people]
    templates, chosen = gallery.rows[np.concatenate(listed)], faces[_spread(len(faces), most)]
    rows = np.concatenate([templates, chosen])
    owner = np.repeat(np.arange(len(people)), [len(own) for own in listed])
    starts = np.searchsorted(owner, np.arange(len(people)))
    curve, clear = _clearly(Gallery(gallery.people[: len(people)], rows[: len(owner)], starts), chosen)
    whose = np.where(clear >= 0, clear, len(people) + np.arange(len(chosen)))
    named = np.arange(len(rows)) < len(owner)
    return Local(rows, np.concatenate([owner, whose]), named, len(people)), curve.law


def together(local: Local, law: PairLaw) -> Local:
    """The same with nameless faces joined that look like one person, directly or by way of others."""
    rows = fit_mean(local.rows).apply(local.rows)[local.nameless]
    whose = local.whose.copy()
    whose[local.nameless] = _joined(whose[local.nameless], _alike(rows, law.score(LIKE_SHARE)))
    return Local(local.rows, whose, local.named, local.people)


def _clearly(gallery: Gallery, faces: Matrix) -> tuple[LawCurve, Ints]:
    """The curve of a gallery by itself, and int[n]: who each face clearly is, -1 for nobody."""
    mean = fit_mean(np.concatenate([gallery.rows, faces]))
    centred = Gallery(gallery.people, mean.apply(gallery.rows), gallery.starts)
    likeness = Likeness(centred.centres)
    curve = curve_for(centred, likeness, faces[:0], PairLaw(0.0, 1.0), mean.faces)
    scores = likeness.scores(mean.apply(faces))
    best = scores.argmax(axis=1)
    clear = scores[np.arange(len(best)), best] >= clear_score(curve.law, len(gallery.people))
    return curve, np.where(clear, best, -1)


def _alike(rows: Matrix, like: float) -> tuple[Ints, Ints]:
    """The pairs of rows that reach ``like``."""
    first, second = [], []
    for start in range(0, len(rows), _AT_ONCE):
        near = np.argwhere(rows[start : start + _AT_ONCE] @ rows[start:].T >= like) + start
        first.append(near[:, 0])
        second.append(near[:, 1])
    return np.concatenate(first), np.concatenate(second)


def _joined(numbers: Ints, pairs: tuple[Ints, Ints]) -> Ints:
    """The lowest number that each can be reached from: enrolled people's are the lowest."""
    first, second = pairs
    while True:
        lower = numbers.copy()
        np.minimum.at(lower, first, numbers[second])
        np.minimum.at(lower, second, numbers[first])
        if (lower == numbers).all():
            return lower
        numbers = lower


def _spread(count: int, most: int) -> Ints:
    return np.linspace(0, count - 1, min(count, most)).astype(np.intp)
