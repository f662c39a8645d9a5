"""Compare found faces with the enrolled people: one score, thresholds from a promised alarm rate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from consentry_faces.matching.gallery import Gallery, Matrix, Templates, TemplatesError, as_rows, pack
from consentry_faces.matching.likeness import Likeness
from consentry_faces.matching.normaliser import Normaliser, fit_mean
from consentry_faces.matching.population import many_people, population
from consentry_faces.matching.seen import with_seen
from consentry_faces.matching.shipped import LawCurve, measured, shipped_law
from consentry_faces.matching.strangers import curve_for
from consentry_faces.matching.thresholds import NEVER, STRICT, WIDE, Bands, Origin, Source, checked_rate
from consentry_faces.matching.trial import choose

_LISTED = 10  # candidates listed even when they are far below every band
_AT_ONCE = 64  # faces: keeps the table of scores small beside the gallery itself
_BLOCK = 256


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person a face may be, and how alike: higher is more alike, comparable over the gallery."""

    person: str
    score: float


class Matcher:
    """The enrolled people of one gallery, ready to be compared with; made by `fit`, never changed."""

    def __init__(
        self,
        people: tuple[str, ...],
        likeness: Likeness,
        normaliser: Normaliser,
        curve: LawCurve,
        engine: str,
    ) -> None:
        self.normaliser = normaliser
        self.engine = engine
        self._people = people
        self._likeness = likeness
        self._curve = curve

    @classmethod
    def fit(
        cls,
        gallery: Mapping[str, Templates],
        cohort: Templates | None = None,
        *,
        engine: str = "",
    ) -> Matcher:
        """Prepare a gallery {person: [template, …]} for comparison.

        ``cohort``: raw templates of the vault's own found faces that nobody has named. 25 or more of them and of
        the gallery's give a mean that centres all templates (`population`: not where nearly all are one person's);
        100 or more set the thresholds. Some may well be
        enrolled people: a face that is clearly someone counts by its scores among the others, and where several
        are surely one person they add to what is known of them (`seen`). ``engine``:
        `engine_key` of the embedder that made all these templates. Raises TemplatesError for templates that
        are damaged or of different sizes.
        """
        packed = pack(gallery)
        faces = as_rows([] if cohort is None else cohort, packed.dimension or None)
        chosen = choose(packed, faces)
        normaliser = chosen.normaliser or fit_mean(population(packed, faces, engine))
        ready = Gallery(packed.people, normaliser.apply(packed.rows), packed.starts)
        law = shipped_law(engine, packed.dimension or faces.shape[1], centred=normaliser.mean is not None)
        nameless, likeness = normaliser.apply(faces), Likeness(ready.centres, crowd=normaliser.crowd)
        # Another kind than the mean flatters its own faces by more than can be given back: thresholds are then
        # measured on those that it was not fitted on.
        strangers, centred_on = normaliser.apply(many_people(faces, packed, engine)), normaliser.faces
        if chosen.normaliser is not None:
            strangers, centred_on = normaliser.apply(chosen.strangers), 0
        guessed = not measured(engine)
        curve = curve_for(ready, likeness, strangers, law, centred_on, guessed=guessed)
        if curve.source.origin is Origin.COHORT:  # else the thresholds would not be those of these scores
            likeness = with_seen(likeness, nameless, curve)
            curve = curve_for(ready, likeness, strangers, law, centred_on, guessed=guessed)
        return cls(packed.people, likeness, normaliser, curve, engine)

    @property
    def people(self) -> tuple[str, ...]:
        """Everyone who has a template, in the order of `scores`' columns."""
        return self._people

    @property
    def source(self) -> Source:
        """Where the thresholds come from, and the kind of normaliser whose scores they are of."""
        return replace(self._curve.source, kind=self.normaliser.kind)

    def scores(self, templates: Templates, *, engine: str | None = None) -> Matrix:
        """float32[n, people]: every face against everyone. Raises TemplatesError as `match` does."""
        if engine is not None and engine != self.engine:
            raise TemplatesError(
                "These face templates come from another engine than the gallery's; check the photo again."
            )
        rows = as_rows(templates, self._likeness.centres.shape[1] or None)
        if not self._people or not len(rows):
            return np.zeros((len(rows), len(self._people)), np.float32)
        return self._likeness.scores(self.normaliser.apply(rows))

    def match(self, templates: Templates, *, engine: str | None = None) -> list[list[Candidate]]:
        """For each template its candidates, best first: everyone inside the wide band, and the ten best anyway.

        Raises TemplatesError for templates that are damaged, of another size, or (where ``engine`` is given) of
        another engine than the gallery's.
        """
        wide = self.threshold(WIDE)
        parts = (templates[i : i + _AT_ONCE] for i in range(0, len(templates), _AT_ONCE))
        return [self._candidates(row, wide) for part in parts for row in self.scores(part, engine=engine)]

    def threshold(self, alarm_rate: float) -> float:
        """The score at which that share (0 to 1) of strangers' faces has anyone of this gallery at it or above."""
        return self._curve.threshold(checked_rate(alarm_rate))

    @property
    def like(self) -> float:
        """What only one in 100,000 pairs of different people reaches: two faces above it look like one person."""
        return self._curve.like

    def bands(self, wide: float = WIDE, strict: float = STRICT) -> Bands:
        """The bands for two alarm rates. Raises ValueError unless 0 < strict <= wide < 1.

        With an embedder that nobody has measured, neither on these faces nor before, the strict band is out of
        reach: a person says who it is until there are faces enough.
        """
        if strict > wide:
            raise ValueError("the strict band must not let in more strangers than the wide band")
        low, high = self.threshold(wide), self.threshold(strict)
        step = high - low
        known = self.source.origin is not Origin.SHIPPED or measured(self.engine)
        return Bands(low, high if known else NEVER, step / 4, step / 2, self.source)

    def _candidates(self, scores: npt.NDArray[np.float32], wide: float) -> list[Candidate]:
        near = np.flatnonzero(scores >= min(_best_few(scores), wide))
        return [
            Candidate(self._people[i], float(scores[i])) for i in near[np.argsort(-scores[near], kind="stable")]
        ]


def _best_few(scores: npt.NDArray[np.float32]) -> float:
    """A floor that at least the ten best reach, and few others; infinite for nobody.

    Ten blocks of people have a best score there or above it. Much faster than to sort out the ten best themselves.
    """
    whole = len(scores) // _BLOCK * _BLOCK
    if whole < _BLOCK * _LISTED:
        return float(np.sort(scores)[-_LISTED:][0]) if len(scores) else np.inf
    best = scores[:whole].reshape(-1, _BLOCK).max(axis=1)
    return float(np.partition(best, -_LISTED)[-_LISTED])
