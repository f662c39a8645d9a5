from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from consentry_faces.matching import Matcher, TemplatesError, engine_key, one_engine

Rows = npt.NDArray[np.float32]


def directions(count: int, seed: int, dimension: int = 128) -> Rows:
    """Random unit vectors: people who have nothing in common."""
    rows = np.random.default_rng(seed).normal(size=(count, dimension))
    unit: Rows = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    return unit


def shots(people: Rows, seed: int, noise: float = 0.06) -> Rows:
    """Another photo of each: the same direction and some noise (cosine about 0.8)."""
    return (people + np.random.default_rng(seed).normal(0, noise, people.shape)).astype(np.float32)


def gallery(people: Rows, portraits: int = 2) -> dict[str, list[Rows]]:
    taken = [shots(people, 100 + k) for k in range(portraits)]
    return {f"p{i}": [photos[i] for photos in taken] for i in range(len(people))}


def test_everyone_is_found_first_and_candidates_come_best_first() -> None:
    people = directions(80, 1)
    matcher = Matcher.fit(gallery(people))
    for i, candidates in enumerate(matcher.match(shots(people, 7))):
        assert candidates[0].person == f"p{i}"
        scores = [c.score for c in candidates]
        assert scores == sorted(scores, reverse=True)
        assert len({c.person for c in candidates}) == len(candidates) >= 10


def test_nobody_inside_the_wide_band_is_left_out() -> None:
    people = directions(400, 2)
    people[:30] = people[0] + 0.3 * people[:30]  # thirty look-alikes: more than are listed anyway
    matcher = Matcher.fit(gallery(people))
    wide = matcher.bands().wide
    faces = shots(people[:20], 3)
    for candidates, scores in zip(matcher.match(faces), matcher.scores(faces), strict=True):
        inside = {matcher.people[i] for i in np.flatnonzero(scores >= wide)}
        assert len(inside) > 20
        assert inside <= {c.person for c in candidates}


def test_a_large_gallery_still_lists_the_ten_best_of_all() -> None:
    people = directions(5000, 8, dimension=32)
    matcher = Matcher.fit({str(i): [row] for i, row in enumerate(people)})
    faces = directions(70, 9, dimension=32)  # more than are compared at once
    for candidates, scores in zip(matcher.match(faces), matcher.scores(faces), strict=True):
        best = [matcher.people[i] for i in np.argsort(-scores)[:10]]
        assert [c.person for c in candidates[:10]] == best


def test_the_gallery_gives_the_same_scores_in_any_order_and_scale() -> None:
    people = directions(60, 4)
    made = gallery(people)
    face = shots(people[:1], 5)
    turned = {k: [3 * t for t in reversed(v)] for k, v in reversed(made.items())}
    first = {c.person: c.score for c in Matcher.fit(made).match(face)[0]}
    second = {c.person: c.score for c in Matcher.fit(turned).match(0.2 * face)[0]}
    assert first == pytest.approx(second, abs=1e-5)


def test_a_gallery_of_none() -> None:
    matcher = Matcher.fit({})
    assert matcher.match(directions(2, 1)) == [[], []]
    assert matcher.match([]) == []
    assert np.isfinite(matcher.threshold(0.1))


def test_people_without_a_template_are_not_in_the_gallery() -> None:
    [person] = directions(1, 1)
    matcher = Matcher.fit({"a": [person], "b": []})
    assert matcher.people == ("a",)


def test_a_gallery_of_one_accepts_that_one_and_not_others() -> None:
    [person] = directions(1, 1)
    matcher = Matcher.fit({"only": [person]})
    bands = matcher.bands()
    [own] = matcher.match(shots(person[None], 2))
    assert [c.person for c in own] == ["only"]
    assert own[0].score > bands.strict
    others = matcher.scores(directions(3000, 3))[:, 0]
    assert 0 < (others >= bands.wide).mean() <= 0.12


@pytest.mark.parametrize("bad", [np.nan, np.inf, 0.0])
def test_damaged_templates_are_refused_wherever_they_come(bad: float) -> None:
    good = directions(3, 1)
    broken = np.full(128, bad, np.float32)
    for attempt in (
        lambda: Matcher.fit({"a": [good[0], broken]}),
        lambda: Matcher.fit({"a": [good[0]]}, [good[1], broken]),
        lambda: Matcher.fit({"a": [good[0]]}).match([good[1], broken]),
    ):
        with pytest.raises(TemplatesError, match="damaged"):
            attempt()


@pytest.mark.parametrize(
    "bad",
    [
        None,
        3.0,
        "template",
        b"template",
        [1.0, [2.0, 3.0]],
        np.ones((2, 128)),
        np.ones(128, complex),
        np.ones(3, bool),
    ],
    ids=str.split("none scalar text bytes ragged matrix complex bool"),
)
def test_what_is_no_row_of_numbers_is_told_so(bad: Any) -> None:
    good = directions(1, 1)[0]
    for attempt in (
        lambda: Matcher.fit({"a": [good, bad]}),
        lambda: Matcher.fit({"a": [good]}, [bad]),
        lambda: Matcher.fit({"a": [good]}).match([bad]),
    ):
        with pytest.raises(TemplatesError, match="one row of numbers"):
            attempt()


def test_a_bare_template_is_not_taken_for_a_list_of_them() -> None:
    good = directions(1, 1)[0]
    with pytest.raises(TemplatesError, match="a list of them"):
        Matcher.fit({"a": good})  # type: ignore[dict-item]
    with pytest.raises(TemplatesError, match="a list of them"):
        Matcher.fit({"a": [good]}).match(good)


def test_numbers_too_large_or_too_small_for_a_template_are_damage() -> None:
    good = directions(1, 1)[0].astype(np.float64)
    for bad in (good * 1e300, good * 1e-30, np.empty(0)):
        with pytest.raises(TemplatesError, match="damaged"):
            Matcher.fit({"a": [bad]})


def test_templates_of_two_engines_are_refused() -> None:
    short, long = directions(2, 1, 64), directions(2, 1, 128)
    with pytest.raises(TemplatesError, match="different sizes"):
        Matcher.fit({"a": [short[0]], "b": [long[0]]})
    with pytest.raises(TemplatesError, match="different sizes"):
        Matcher.fit({"a": [long[0]]}, [short[1]])
    matcher = Matcher.fit({"a": [long[0]]}, engine="sface:1")
    with pytest.raises(TemplatesError, match="different sizes"):
        matcher.match(short)
    with pytest.raises(TemplatesError, match="another engine"):
        matcher.match(long, engine="dlib:2")
    assert matcher.match(long, engine="sface:1")


def test_one_engine_says_which_or_refuses() -> None:
    class Embedder:
        id = "sface"
        weights_sha256 = "ab" * 32

    key = engine_key(Embedder())
    assert key.startswith("sface:abab")
    assert one_engine([key, key]) == key
    assert one_engine([]) == ""
    with pytest.raises(TemplatesError, match="different engines"):
        one_engine([key, "dlib:1"])


@settings(max_examples=60, deadline=None)
@given(
    people=st.integers(1, 12),
    faces=hnp.arrays(np.float32, (3, 8), elements=st.floats(-1, 1, width=32)),
    seed=st.integers(0, 99),
)
def test_scores_are_cosines_and_match_lists_them_all(people: int, faces: Any, seed: int) -> None:
    rows = directions(people, seed, 8)
    matcher = Matcher.fit({str(i): [row] for i, row in enumerate(rows)})
    if not (np.linalg.norm(faces.astype(np.float64), axis=1) > 1e-9).all():
        with pytest.raises(TemplatesError):
            matcher.match(faces)
        return
    units = faces / np.linalg.norm(faces.astype(np.float64), axis=1, keepdims=True)
    for unit, candidates in zip(units, matcher.match(faces), strict=True):
        for candidate in candidates:
            assert candidate.score == pytest.approx(float(unit @ rows[int(candidate.person)]), abs=1e-4)
        assert len(candidates) == people or len(candidates) >= 10
