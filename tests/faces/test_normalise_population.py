from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from test_match_galleries import directions, gallery, shots

from consentry_faces.matching import Matcher
from consentry_faces.matching.gallery import unit_rows
from consentry_faces.matching.normaliser import FEWEST_FACES, NONE, fit_mean

COMMON = directions(1, 77)[0]


def local(rows: npt.NDArray[np.float32], share: float = 1.0) -> npt.NDArray[np.float32]:
    """A population whose faces all have something in common."""
    moved: npt.NDArray[np.float32] = (rows + share * COMMON).astype(np.float32)
    return moved


def test_what_all_local_faces_share_is_taken_out() -> None:
    faces = unit_rows(local(directions(400, 3)))
    normaliser = fit_mean(faces)
    assert np.mean(faces @ faces.T) > 0.4
    assert abs(np.mean(normaliser.apply(faces) @ normaliser.apply(faces).T)) < 0.01


def test_the_same_people_score_alike_when_all_photos_shift() -> None:
    """A camera, a light or an age that all local faces share changes nothing once it is taken out."""
    people, strangers = directions(60, 1), directions(600, 2)
    plain = Matcher.fit(gallery(people), strangers)
    shifted = Matcher.fit({k: [local(t) for t in v] for k, v in gallery(people).items()}, local(strangers))
    probes = shots(people, 9)
    before, after = plain.scores(probes), shifted.scores(local(probes))
    assert np.abs(before - after).max() < 0.25
    assert (after.argmax(axis=1) == np.arange(60)).all()
    assert shifted.threshold(0.1) == pytest.approx(plain.threshold(0.1), abs=0.03)


def test_too_few_faces_normalise_nothing() -> None:
    faces = directions(FEWEST_FACES, 1)
    assert fit_mean(faces[:-1]) is NONE
    assert fit_mean(faces).kind == "mean"
    assert NONE.apply(faces) is faces


def test_the_id_names_the_very_numbers() -> None:
    first, second = directions(50, 1), directions(50, 2)
    assert fit_mean(first).id == fit_mean(first.copy()).id
    assert fit_mean(first).id != fit_mean(second).id != NONE.id
    assert fit_mean(first).id.startswith("2:mean:50:")


def test_the_gallery_itself_is_a_population_too() -> None:
    people = directions(40, 5)
    assert Matcher.fit(gallery(people)).normaliser.faces == 80
    assert Matcher.fit(gallery(people), directions(30, 6)).normaliser.faces == 110
    assert Matcher.fit(gallery(people[:3])).normaliser is NONE
