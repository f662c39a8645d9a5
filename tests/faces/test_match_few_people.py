"""A vault that knows one person, or whose photos show one again and again: that person is still recognised."""

from __future__ import annotations

import numpy as np
import pytest
from test_match_galleries import Rows, directions, shots

from consentry_faces import Matcher
from consentry_faces.matching import Origin
from consentry_faces.matching.normaliser import NONE

PEOPLE, STRANGERS = directions(60, 1), directions(3000, 78)
STANDARD, OTHER = "", "dlib-resnet:1"


def photos_of(person: int, count: int, seed: int) -> Rows:
    return shots(np.repeat(PEOPLE[person : person + 1], count, axis=0), seed)


def of(*parts: Rows) -> Rows:
    return np.concatenate(parts)


def recognised(matcher: Matcher) -> float:
    """The share of new photos of the first person that reach the strict band."""
    own = matcher.scores(photos_of(0, 200, 99))[:, matcher.people.index("a")]
    return float((own >= matcher.bands().strict).mean())


@pytest.mark.parametrize(
    ("portraits", "faces"),
    [
        (30, STRANGERS[:0]),
        (3, photos_of(0, 30, 2)),
        (3, photos_of(0, 300, 2)),
        (3, of(photos_of(0, 27, 2), STRANGERS[:3])),
        (3, of(photos_of(0, 500, 2), STRANGERS[:27])),
        (3, of(photos_of(0, 500, 2), STRANGERS[:150])),
        (2, of(photos_of(0, 10, 2), STRANGERS[:900])),
        (2, of(photos_of(0, 200, 2), STRANGERS[:900])),
    ],
    ids=str.split("portraits 30-photos 300-photos nearly-all 27-others 150-others 10-of-910 200-of-1100"),
)
def test_the_only_person_enrolled_is_recognised_whatever_the_photos_show(portraits: int, faces: Rows) -> None:
    matcher = Matcher.fit({"a": photos_of(0, portraits, 1)}, faces)
    assert recognised(matcher) > 0.97
    if matcher.source.origin is Origin.COHORT:
        alarms = (matcher.scores(STRANGERS[2000:]).max(axis=1) >= matcher.threshold(0.1)).mean()
        assert 0.06 < alarms < 0.17


def test_strangers_who_are_all_one_person_set_no_threshold() -> None:
    gallery = {"a": photos_of(0, 2, 1)} | {f"p{i}": photos_of(i, 2, i) for i in range(1, 60)}
    one = shots(np.repeat(STRANGERS[:1], 500, axis=0), 5)
    assert Matcher.fit(gallery, of(one, STRANGERS[1:51])).source.origin is Origin.GALLERY
    several = Matcher.fit(gallery, of(one, STRANGERS[1:151]))
    assert (several.source.origin, several.source.faces) == (Origin.COHORT, 151)
    assert recognised(several) > 0.97


def test_a_few_people_with_many_portraits_are_no_population() -> None:
    for people in (1, 2):
        gallery = {"ab"[i]: photos_of(i, 40 // people, i) for i in range(people)}
        for engine in (STANDARD, OTHER):
            assert Matcher.fit(gallery, engine=engine).normaliser is NONE
    many = {f"p{i}": photos_of(i, 2, i) for i in range(20)}
    assert Matcher.fit(many).normaliser.faces == 40


def test_a_population_that_is_alike_as_a_whole_is_not_taken_for_one_person() -> None:
    """Children, or one camera: all faces share much, the enrolled people's portraits as well."""
    shared = 2.5 * directions(1, 9)
    gallery = {f"p{i}": photos_of(i, 2, i) + shared for i in range(20)}
    matcher = Matcher.fit(gallery, STRANGERS[:300] + shared)
    assert (matcher.normaliser.faces, matcher.source.faces) == (340, 300)
