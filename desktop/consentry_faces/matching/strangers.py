"""How high people outside a gallery score in it: measured here where there are enough faces."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from consentry_faces.matching.gallery import Gallery, Matrix
from consentry_faces.matching.shipped import LawCurve, PairLaw
from consentry_faces.matching.thresholds import AlarmCurve, MeasuredCurve, Origin, Source

ENOUGH_FACES = 100  # the wide band's tenth is then ten faces
ENOUGH_PEOPLE = 30
_MOST_FACES = 4000  # enough for one in a thousand; more only costs time
_CLEARLY_SOMEONE = 1e-5


def curve_for(gallery: Gallery, cohort: Matrix, shipped: PairLaw) -> AlarmCurve:
    """The best available curve for a gallery: from the cohort, else from the gallery itself, else shipped.

    Both are already normalised. Cohort faces of enrolled people do little harm: see `_strangers_best`.
    """
    if len(gallery.people) > 1 and len(cohort) >= ENOUGH_FACES:
        return MeasuredCurve(_strangers_best(gallery, _some(cohort)), Source(Origin.COHORT, len(cohort)))
    if len(gallery.people) >= ENOUGH_PEOPLE:
        best = _others_best(gallery)
        return MeasuredCurve(best, Source(Origin.GALLERY, len(best)))
    return LawCurve(shipped, len(gallery.people), Source(Origin.SHIPPED, 0))


def _strangers_best(gallery: Gallery, cohort: Matrix) -> npt.NDArray[np.float64]:
    """Each face's best score; for a face that is clearly someone of the gallery, its best among the others.

    Nobody has said which local faces are enrolled people's. Those score far above the rest, and their second best
    is the best of all the people they are not: as good a stranger as any.
    """
    scores = cohort @ gallery.centres.T
    top = np.partition(scores, -2, axis=1)[:, -2:].astype(np.float64)
    second, best = top.min(axis=1), top.max(axis=1)
    among_others = MeasuredCurve(second, Source(Origin.COHORT, len(second)))
    clearly = best >= among_others.threshold(_CLEARLY_SOMEONE)
    strangers: npt.NDArray[np.float64] = np.where(clearly, second, best)
    return strangers


def _others_best(gallery: Gallery) -> npt.NDArray[np.float64]:
    """The best score of each person's templates among all other people: the gallery's own strangers."""
    chosen = np.linspace(0, len(gallery.rows) - 1, min(len(gallery.rows), _MOST_FACES)).astype(np.intp)
    scores = gallery.rows[chosen] @ gallery.centres.T
    scores[np.arange(len(chosen)), gallery.owner[chosen]] = -np.inf
    best: npt.NDArray[np.float64] = scores.max(axis=1).astype(np.float64)
    return best


def _some(rows: Matrix) -> Matrix:
    if len(rows) <= _MOST_FACES:
        return rows
    return rows[np.linspace(0, len(rows) - 1, _MOST_FACES).astype(np.intp)]
