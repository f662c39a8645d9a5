"""Whose faces a mean is taken over: a place's, and not one person's.

The mean takes away what all local faces share. Where most of them are one person's (thirty photos of one athlete,
a gallery of one with many portraits), what they share is that person, who would then be known by nothing.
"""

from __future__ import annotations

import numpy as np

from consentry_faces.matching.gallery import Gallery, Matrix
from consentry_faces.matching.shipped import measured, shipped_law
from consentry_faces.matching.thresholds import LIKE_SHARE

MOST_OF_ONE = 0.4  # the share of all faces that may be one person's
_LOOKED_AT = 1000  # faces, and people, evenly spread: enough to see such a share


def population(gallery: Gallery, faces: Matrix, engine: str) -> Matrix:
    """float32[n, d]: the gallery's templates and the nameless ``faces``, both raw, of length 1; but one of each
    person, as far as can be told, where one makes up more than two fifths of them.
    """
    known = np.concatenate([part for part in (gallery.rows, faces) if len(part)] or [faces])
    portraits = int(np.diff(np.append(gallery.starts, len(gallery.rows))).max(initial=0))
    if portraits > MOST_OF_ONE * len(known):
        known = np.concatenate([part for part in (gallery.centres, faces) if len(part)])
    return many_people(known, gallery, engine)


def many_people(faces: Matrix, gallery: Gallery, engine: str) -> Matrix:
    """float32[n, d] raw ``faces`` of length 1: all, or one of each person where one makes up more than two fifths.

    Who is who can be told where the statistics of this embedder's raw scores are shipped; else all are given.
    """
    some = _some(faces)
    if not len(some) or not measured(engine):
        return faces
    alike = some @ some.T >= _like(gallery, engine)
    if int(alike.sum(axis=1).max()) <= MOST_OF_ONE * len(some):
        return faces
    kept = np.zeros(len(some), bool)
    for i in range(len(some)):
        kept[i] = not alike[i, :i][kept[:i]].any()
    return some[kept]


def _like(gallery: Gallery, engine: str) -> float:
    """The raw score at which two faces look like one person: higher where all people here are more alike."""
    law = shipped_law(engine, gallery.dimension, centred=False)
    people = _some(gallery.centres)
    pairs = (people @ people.T)[~np.eye(len(people), dtype=bool)]
    higher = float(np.median(pairs)) - law.mean if len(pairs) else 0.0
    return law.score(LIKE_SHARE) + max(0.0, higher)


def _some(rows: Matrix) -> Matrix:
    return rows[np.linspace(0, len(rows) - 1, min(len(rows), _LOOKED_AT)).astype(np.intp)]
