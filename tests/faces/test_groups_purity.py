from __future__ import annotations

import numpy as np
import pytest
from test_match_galleries import directions, gallery, shots

from consentry_faces.groups import Groups
from consentry_faces.matching import Matcher, TemplatesError

PEOPLE = directions(40, 21)


def test_photos_of_each_person_come_together_and_nobody_else_joins() -> None:
    groups: Groups[tuple[int, int]] = Groups()
    for k in range(5):
        for who, face in enumerate(shots(PEOPLE, 50 + k, 0.04)):
            groups.add((who, k), face)
    found = groups.all()
    assert len(found) == len(groups) == 40
    assert all(len({who for who, _ in group}) == 1 and len(group) == 5 for group in found)


def test_a_chain_of_likeness_does_not_join_two_people() -> None:
    """A is like B and B like C, but A is not like C: one answer must not go for all three."""
    a, other = np.eye(2, 128, dtype=np.float32)
    b, c = np.cos(1.0) * a + np.sin(1.0) * other, np.cos(2.0) * a + np.sin(2.0) * other
    groups: Groups[str] = Groups()
    for name, face in (("a", a), ("b", b), ("c", c)):
        groups.add(name, face)
    assert groups.all() == [["a", "b"], ["c"]]


def test_two_faces_of_one_photo_are_two_people() -> None:
    groups: Groups[str] = Groups()
    assert groups.add("left", PEOPLE[0], photo="p1") == 0
    assert groups.add("right", PEOPLE[0], photo="p1") == 1
    assert groups.add("next", PEOPLE[0], photo="p2") == 0


def test_a_group_keeps_its_number_as_others_come() -> None:
    groups: Groups[int] = Groups()
    numbers = [groups.add(i, face) for i, face in enumerate(PEOPLE)]
    again = [groups.add(i, face) for i, face in enumerate(shots(PEOPLE, 3))]
    assert numbers == again == list(range(40))


def test_more_faces_than_the_first_room() -> None:
    groups: Groups[int] = Groups()
    for i, face in enumerate(directions(600, 5)):
        groups.add(i, face)
    assert [group[0] for group in groups] == list(range(600))


def test_on_the_scale_of_a_gallery_what_all_share_does_not_join() -> None:
    common = 2 * directions(1, 99)[0]
    matcher = Matcher.fit(gallery(directions(60, 4) + common), directions(300, 5) + common)
    plain: Groups[int] = Groups()
    scaled: Groups[int] = Groups.beside(matcher)
    for i, face in enumerate(PEOPLE + common):
        plain.add(i, face)
        scaled.add(i, face)
    assert len(plain) < 5
    assert len(scaled) == 40


@pytest.mark.parametrize("bad", [np.full(128, np.nan), np.zeros(128), np.ones(64)])
def test_templates_that_cannot_be_compared_are_refused_and_nothing_is_added(bad: object) -> None:
    groups: Groups[str] = Groups()
    groups.add("good", PEOPLE[0])
    with pytest.raises(TemplatesError):
        groups.add("bad", np.asarray(bad))
    assert groups.all() == [["good"]]
