"""Which kind of normaliser tells this vault's own people apart best: the mean, unless another is surely better.

People with several templates and the nameless faces are parted into two halves without a person in common. A
kind is fitted on one half and tried on the other, both ways: each template against what is left of its own
person (a genuine pair), each nameless face against everyone of its half that it is not (a stranger). What
counts is the share of genuine pairs missed at the threshold for 1 % alarms, which is set from the strangers by
the law of pairs as the matcher sets its own (nameless faces may be enrolled people's, so the highest cannot
simply be counted).

Another kind than the mean is taken only where it misses fewer in 99 of 100 draws of the people anew (a paired
bootstrap), a tenth fewer at least, and where it keeps the promise with people who are surely different: the
portraits of one half against one another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from consentry_faces.matching.gallery import Gallery, Matrix, TemplatesError, unit_rows
from consentry_faces.matching.kinds import Kind, beyond_the_mean, mean
from consentry_faces.matching.likeness import Likeness
from consentry_faces.matching.local import Local, sample, together
from consentry_faces.matching.normaliser import Normaliser
from consentry_faces.matching.shipped import LawCurve
from consentry_faces.matching.strangers import law_of
from consentry_faces.matching.thresholds import Origin, Source

ALARMS = 0.01
_PROMISED = 0.1  # the alarm rate that a few hundred portraits can show,
_KEPT = 1.5  # and the factor that it may be off by
# Draws leave five people all out seven times in a thousand, four eighteen times: to do better with four who are
# missed cannot be told from chance, whatever the kind.
_FEWEST_MISSED = 5
_DRAWS, _CHANCE, _SEED = 1000, 0.01, 436
_WORTH = 0.9  # of the mean's misses: another kind is fitted on half of the faces, the mean on all
_FEWEST_STRANGERS = 100  # in either half
_GLANCE = 500  # faces: enough to see whether the mean misses anybody, in a tenth of the time of fitting
Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Tried:
    """How a kind did: ``missed`` (0 to 1) of the genuine pairs, ``better``: by how much less than by the mean, at
    least, and the ``alarms`` of people who are surely different, where one in ten was promised.
    """

    kind: str
    missed: float
    better: float
    alarms: float


@dataclass(frozen=True)
class Choice:
    """The chosen ``normaliser`` (None: the mean), faces float32[n, d] (raw) of people it was not fitted on, and
    what was tried.
    """

    normaliser: Normaliser | None = None
    strangers: Matrix = field(default_factory=lambda: np.empty((0, 0), np.float32))
    tried: tuple[Tried, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """What fitted kinds made of the people held out, one number a person: ``pairs`` and how many were ``missed``.
    ``alarms`` (0 to 1): the share of templates that somebody else reached, where _PROMISED were promised.
    """

    pairs: Doubles
    missed: Doubles
    alarms: float

    @property
    def share(self) -> float:
        """The share of all pairs missed."""
        return float(self.missed.sum() / self.pairs.sum())


def choose(gallery: Gallery, faces: Matrix) -> Choice:
    """Try all kinds on a gallery and on nameless ``faces``, both raw. Always the same for the same templates."""
    try:
        return _chosen(gallery, faces)
    except TemplatesError:  # a template that is the very mean of a half has no direction there
        return Choice()


def _chosen(gallery: Gallery, faces: Matrix) -> Choice:
    glance = sample(gallery, faces, _GLANCE)
    if glance is None or _mean_is_enough(glance[0].halves()):
        return Choice()
    taken = sample(gallery, faces)
    assert taken is not None
    halves = together(*taken).halves()
    if _mean_is_enough(halves):
        return Choice()
    return _best_of(beyond_the_mean(len(gallery.people)), halves, _tried(mean, halves))


def _mean_is_enough(halves: tuple[Local, Local]) -> bool:
    """Whether no kind could show that it is better: the mean misses too few, or there are too few strangers."""
    if min(len(half.nameless) for half in halves) < _FEWEST_STRANGERS:
        return True
    return int(np.count_nonzero(_tried(mean, halves).missed)) < _FEWEST_MISSED


def _best_of(kinds: Sequence[Kind], halves: tuple[Local, Local], by_mean: Held) -> Choice:
    """The kind that misses fewest of those that are surely better than the mean."""
    draws = np.random.default_rng(_SEED).poisson(1.0, (_DRAWS, len(by_mean.pairs)))
    alarms = max(_KEPT * _PROMISED, by_mean.alarms)
    tried, chosen, best = [Tried("mean", by_mean.share, 0.0, by_mean.alarms)], None, by_mean.share
    for kind in kinds:
        fitted, held = kind(halves[0]), _tried(kind, halves)
        fewer = draws @ (by_mean.missed - held.missed) / np.maximum(draws @ held.pairs, 1.0)
        better = float(np.quantile(fewer, _CHANCE))
        tried.append(Tried(fitted.kind, held.share, better, held.alarms))
        if better > 0 and held.share <= min(best, _WORTH * by_mean.share) and held.alarms <= alarms:
            chosen, best = fitted, held.share
    if chosen is None:
        return Choice(tried=tuple(tried))
    return Choice(chosen, halves[1].rows[halves[1].nameless], tuple(tried))


def _tried(kind: Kind, halves: tuple[Local, Local]) -> Held:
    first, second = halves
    both = [_held(kind(first), second), _held(kind(second), first)]
    pairs = np.concatenate([held.pairs for held in both])
    alarms = float(np.average([held.alarms for held in both], weights=[held.pairs.sum() for held in both]))
    return Held(pairs, np.concatenate([held.missed for held in both]), alarms)


def _held(normaliser: Normaliser, local: Local) -> Held:
    """A half that the normaliser was not fitted on."""
    templates, owners = normaliser.apply(local.rows[local.named]), local.whose[local.named]
    people, starts, who = np.unique(owners, return_index=True, return_inverse=True)
    sums = np.add.reduceat(templates, starts, axis=0)
    everyone = Likeness(unit_rows(sums), crowd=normaliser.crowd)
    nameless = everyone.scores(normaliser.apply(local.rows[local.nameless]))
    law = law_of(nameless[local.whose[local.nameless][:, None] != people], 0.0)
    curve = LawCurve(law, len(people), Source(Origin.COHORT, len(nameless)))
    rest = Likeness(unit_rows(sums[who] - templates), crowd=normaliser.crowd)
    own = rest.scores(templates).diagonal()
    others = everyone.scores(templates)
    others[np.arange(len(who)), who] = -np.inf
    return Held(
        np.bincount(who).astype(np.float64),
        np.bincount(who, own < curve.threshold(ALARMS)).astype(np.float64),
        float((others.max(axis=1) >= curve.threshold(_PROMISED)).mean()),
    )
