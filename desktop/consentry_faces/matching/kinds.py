"""The kinds of normaliser that are held against one another, each fitted on some local faces."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from consentry_faces.matching.crowd import Crowd
from consentry_faces.matching.gallery import Matrix
from consentry_faces.matching.local import Local
from consentry_faces.matching.normaliser import Normaliser, fit_mean
from consentry_faces.matching.strangers import law_of
from consentry_faces.matching.thresholds import LIKE_SHARE

Kind = Callable[[Local], Normaliser]
_FEWEST_CROWD = 100  # of fewer strangers the nearest are not near
_MOST_PEOPLE = 10_000  # whom a crowd is held against; beyond, fitting would take seconds and matching too long


def mean(local: Local) -> Normaliser:
    """The mean alone. There are faces enough for it wherever kinds are compared."""
    return fit_mean(local.rows)


def whitened(local: Local, shrink: float) -> Normaliser:
    """The mean, and directions in which local faces differ much (light, turn, age) count less.

    The covariance of all local faces is drawn by ``shrink`` (0: not, 1: wholly, which leaves cosines as they are)
    towards the same in all directions, as a covariance of few faces must be (Ledoit and Wolf, 2004); the shape is
    its inverse square root.
    """
    centre = fit_mean(local.rows)
    assert centre.mean is not None
    moved = (local.rows - centre.mean).astype(np.float64)
    values, axes = np.linalg.eigh(moved.T @ moved / len(moved))
    drawn = (1 - shrink) * np.maximum(values, 0.0) + shrink * max(float(values.mean()), 1e-12)
    shape: Matrix = ((axes / np.sqrt(drawn / drawn.mean())) @ axes.T).astype(np.float32)
    return Normaliser(f"mean+whitening{shrink}", centre.mean, shape, centre.faces)


def seen_in_a_crowd(local: Local) -> Normaliser:
    """The mean, and scores seen against a crowd of strangers (as-norm); the mean alone where there are too few."""
    centre = fit_mean(local.rows)
    strangers = local.crowd
    if len(strangers) < _FEWEST_CROWD:
        return centre
    rows = centre.apply(local.rows)
    cosines = rows @ rows[local.named].T
    others = local.whose[:, None] != local.whose[local.named]
    like = law_of(cosines[others], 0.0).score(LIKE_SHARE)
    return Normaliser("mean+as-norm", centre.mean, None, centre.faces, Crowd(centre.apply(strangers), like))


def beyond_the_mean(people: int) -> list[Kind]:
    """The kinds to hold against the mean, in a gallery of so many people."""
    shapes: list[Kind] = [partial(whitened, shrink=0.9), partial(whitened, shrink=0.7)]
    return shapes + [seen_in_a_crowd] * (people <= _MOST_PEOPLE)
