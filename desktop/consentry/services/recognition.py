"""Who a face may be: the enrolled gallery, the matcher fitted to it, and what it said of each face.

Scores are kept while the gallery stays the same; what follows from them (identified, suspected) is worked out anew
from the consents each time and never kept.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from consentry.services.doubts import doubted
from consentry_faces.face import TOO_SMALL_PX
from consentry_faces.matching import Matcher
from consentry_policy.people import PersonId
from consentry_policy.recognise import Bands, Matching
from consentry_vault import Vault
from consentry_vault.faces import FaceRow
from consentry_vault.unit import Unit

ENGINE, STANDARD = "engine", "standard"  # which engine looks at photos and portraits, and which does by default
FACE_RECOGNITION = "face_recognition"  # dlib's, for comparison with programs built on it
WIDE_ALARMS = "wide-alarm-rate"  # of strangers' faces, the share that may raise an alarm
STRICT_ALARMS = "strict-alarm-rate"  # the same for an identification by the program alone
WITHDRAWN = "withdrawn-from-matching"  # people who asked not to be matched, and since which day
TEMPLATE_ENGINE = "template-engine"  # which embedder made the enrolled templates
COHORT_LIMIT = 5_000  # unlabelled faces of the vault's own photos that are learnt from
_KEPT = 20  # people kept a face, besides all those inside the wide band

Scores = tuple[tuple[PersonId, float], ...]


def as_template(content: bytes) -> npt.NDArray[np.float32]:
    """float32[d] from the vault's bytes (little-endian)."""
    return np.frombuffer(content, dtype="<f4").astype(np.float32)


def _nearest(row: npt.NDArray[np.float32], people: Sequence[PersonId], wide: float) -> Scores:
    """The ``_KEPT`` best of one face's scores, and all inside the wide band; best first, equal ones by place."""
    listed = min(_KEPT, len(row))
    floor = min(wide, float(np.partition(row, -listed)[-listed])) if listed else wide
    near = np.flatnonzero(row >= floor)
    return tuple((people[i], float(row[i])) for i in near[np.argsort(-row[near], kind="stable")])


@dataclass(frozen=True, slots=True)
class Gallery:
    """A fitted matcher and the bands that hold for it. ``version`` names it in records."""

    matcher: Matcher | None
    bands: Bands | None
    engine: str | None
    version: str


class Recognition:
    """The gallery of one vault. Safe to use from several threads."""

    def __init__(self, vault: Vault, matching: Matching, engine_name: str) -> None:
        self._vault = vault
        self.matching = matching
        self.engine_name = engine_name
        self._lock = threading.RLock()
        self._gallery: Gallery | None = None
        self._scores: dict[str, Scores] = {}
        self._doubted: frozenset[str] = frozenset()  # references whose face is now said to be somebody else
        self._doubted_at = -1

    def forget(self) -> None:
        """The roster or the settings changed: fit again at the next question."""
        with self._lock:
            self._gallery = None
            self._scores.clear()
            self._doubted_at = -1

    def gallery(self, unit: Unit) -> Gallery:
        """The matcher for the portraits enrolled now; without one where nobody is enrolled or matching is off."""
        with self._lock:
            self._look_at_doubts(unit)
            if self._gallery is None:
                self._gallery = self._fit(unit)
            return self._gallery

    def _look_at_doubts(self, unit: Unit) -> None:
        """Fit again where a decision was made that takes a reference away, or gives it back."""
        latest = unit.decisions.latest_sequence()
        if latest == self._doubted_at:
            return
        now, self._doubted_at = doubted(unit), latest
        if now != self._doubted:
            self._doubted, self._gallery = now, None
            self._scores.clear()

    def tag(self, unit: Unit) -> str:
        """Names the enrolled portraits and the settings that matches hang on. Not the unlabelled faces that the
        normaliser and the matcher learn from: they change with every check, and would have a whole vault judged
        again each time. What a screen shows and what a release lets out is judged anew anyway.
        """
        engine = unit.settings.get(TEMPLATE_ENGINE)
        enrolled = unit.portraits.enrolled(engine) if engine and self.matching is not Matching.OFF else []
        not_now = doubted(unit)
        enrolled = [portrait for portrait in enrolled if portrait not in not_now]
        rates = (unit.settings.get(WIDE_ALARMS), unit.settings.get(STRICT_ALARMS))
        gone = sorted(unit.settings.get(WITHDRAWN, {}))
        told = repr((self.matching.value, engine, rates, enrolled, gone))
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    def _fit(self, unit: Unit) -> Gallery:
        engine = unit.settings.get(TEMPLATE_ENGINE)
        version = f"{engine}/{unit.settings.roster_version()}"
        if self.matching is Matching.OFF or engine is None:
            return Gallery(None, None, None, version)
        people: dict[PersonId, list[npt.NDArray[np.float32]]] = {}
        gone = unit.settings.get(WITHDRAWN, {})
        for person, content in unit.portraits.templates(engine, without=self._doubted):
            if person in gone:
                continue
            people.setdefault(person, []).append(as_template(content))
        if not people:
            return Gallery(None, None, engine, version)
        faces = unit.faces.unlabelled_templates(engine, COHORT_LIMIT, TOO_SMALL_PX)
        matcher = Matcher.fit(people, [as_template(c) for c in faces] or None, engine=engine)
        found = matcher.bands(
            wide=float(unit.settings.get(WIDE_ALARMS, 0.1)), strict=float(unit.settings.get(STRICT_ALARMS, 0.001))
        )
        bands = Bands(found.wide, found.strict, found.margin, found.wide_margin)
        return Gallery(matcher, bands, engine, version)

    def scores(self, unit: Unit, faces: Sequence[FaceRow]) -> Mapping[str, Scores]:
        """For each face the people it may be, best first; empty where it has no template to compare."""
        gallery = self.gallery(unit)
        if gallery.matcher is None or gallery.bands is None:
            return {}
        with self._lock:
            new = [f for f in faces if f.id not in self._scores]
            comparable = [f for f in new if f.template is not None and f.engine_id == gallery.engine]
            if comparable:
                templates = [as_template(f.template) for f in comparable if f.template is not None]
                rows = gallery.matcher.scores(templates, engine=gallery.engine)
                for face, row in zip(comparable, rows, strict=True):
                    self._scores[face.id] = _nearest(row, gallery.matcher.people, gallery.bands.wide)
            return {f.id: self._scores.get(f.id, ()) for f in faces}

    def drop(self, faces: Sequence[str]) -> None:
        """Forget the scores of faces whose template changed."""
        with self._lock:
            for face in faces:
                self._scores.pop(face, None)
