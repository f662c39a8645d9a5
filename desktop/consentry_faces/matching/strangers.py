"""How high people outside a gallery score in it: measured here where there are enough faces."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from consentry_faces.matching.gallery import Gallery, Matrix
from consentry_faces.matching.likeness import Likeness
from consentry_faces.matching.shipped import LawCurve, PairLaw
from consentry_faces.matching.thresholds import Origin, Source

ENOUGH_FACES = 100
ENOUGH_PEOPLE = 50  # with fewer, one pair of look-alikes moves the thresholds too far
_MOST_FACES, _MOST_PAIRS = 4000, 40_000_000  # more would only cost time, and memory in a large gallery
_FITTED_SHARE = 0.01  # the share of pairs at which a law's deviation is read off
# A nameless face that scores as only this share of strangers (times the people, at most a hundredth) is taken for
# an enrolled person's. Too few to bend a law that is read off where a hundredth of all pairs lie.
_CLEARLY_SOMEONE = 1e-4


def curve_for(
    gallery: Gallery,
    likeness: Likeness,
    cohort: Matrix,
    shipped: PairLaw,
    centred_on: int,
    *,
    guessed: bool = False,
) -> LawCurve:
    """The best available curve for a gallery: from the cohort, else from the gallery itself, else shipped.

    ``gallery`` and ``cohort`` are normalised with the mean of ``centred_on`` faces, these among them (0: raw).
    ``likeness`` is what faces will be scored by; the gallery's own law is of its portraits alone. ``guessed``: the
    ``shipped`` law is of an embedder that nobody has measured.
    """
    people = len(gallery.people)
    own, by_gallery = shipped, people >= ENOUGH_PEOPLE
    like = None if likeness.crowd is None else likeness.crowd.like
    if by_gallery:
        rows, scores = _among_others(gallery, likeness.by_portraits)
        own = law_of(scores[np.isfinite(scores)], _alike_with_self(gallery) / centred_on if centred_on else 0.0)
    if people and len(cohort) >= ENOUGH_FACES:
        faces = cohort[_spread(len(cohort), people)]
        # By a guessed law nobody can say which faces are the one person's.
        scores = likeness.scores(faces) if guessed and people == 1 else _nameless(likeness, faces, own)
        strangers = int(np.isfinite(scores).any(axis=1).sum())
        if strangers >= ENOUGH_FACES:
            law = law_of(scores[np.isfinite(scores)], 1.0 / centred_on if centred_on else 0.0)
            return LawCurve(law, people, Source(Origin.COHORT, strangers), like)
    if by_gallery:
        return LawCurve(own, people, Source(Origin.GALLERY, rows), like)
    return LawCurve(own, people, Source(Origin.SHIPPED, 0))


def _nameless(likeness: Likeness, cohort: Matrix, own: PairLaw) -> Matrix:
    """float32[n, people]: each cohort face against everyone, -inf for whoever it clearly is.

    Nobody has said which local faces are enrolled people's, so a face that scores as almost no stranger would
    stands for a stranger among the people that it is not; in a gallery of one, for nobody.
    """
    scores = likeness.scores(cohort)
    best = scores.argmax(axis=1)
    clearly = np.flatnonzero(scores[np.arange(len(scores)), best] >= clear_score(own, scores.shape[1]))
    scores[clearly, best[clearly]] = -np.inf
    return scores


def clear_score(own: PairLaw, people: int) -> float:
    """The score from which a nameless face is taken for one of so many enrolled people; ``own``: their law."""
    rate = min(0.01, _CLEARLY_SOMEONE * people)
    return LawCurve(own, people, Source(Origin.SHIPPED, 0)).threshold(rate)


def _among_others(gallery: Gallery, likeness: Likeness) -> tuple[int, Matrix]:
    """The gallery's own strangers: float32[n, people], each template against everyone, -inf for its own person."""
    chosen = _spread(len(gallery.rows), len(gallery.people))
    scores = likeness.scores(gallery.rows[chosen])
    scores[np.arange(len(chosen)), gallery.owner[chosen]] = -np.inf
    return len(chosen), scores


def law_of(pairs: npt.NDArray[np.float32], lift: float) -> PairLaw:
    """The law of these pairs, ``lift`` higher: these faces were part of the mean that centred them.

    The mean took a little of each of its faces away from all others: over the n rows of a mean, what is left of
    them adds up to nothing, so a row meets the others lower by its likeness with itself (and its person's other
    rows) over n. A new face loses nothing. With 100 faces this is a third of the promised rate.
    """
    middle, high = (float(q) for q in np.quantile(pairs, [0.5, 1 - _FITTED_SHARE]))
    unit = PairLaw(0.0, 1.0).score(_FITTED_SHARE)
    return PairLaw(middle + lift, max(high - middle, 1e-6) / unit)


def _alike_with_self(gallery: Gallery) -> float:
    sums = np.add.reduceat(gallery.rows, gallery.starts, axis=0)[gallery.owner]
    return float(np.einsum("nd,nd->n", gallery.rows, sums).mean())


def _spread(count: int, people: int) -> npt.NDArray[np.intp]:
    """Which of ``count`` faces to compare with all ``people``: evenly spread, as many as are worth it."""
    most = min(count, _MOST_FACES, max(ENOUGH_FACES, _MOST_PAIRS // max(1, people)))
    return np.linspace(0, count - 1, most).astype(np.intp)
