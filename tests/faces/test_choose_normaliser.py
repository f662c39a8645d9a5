"""Another normaliser than the mean is chosen where held-out people are told apart better by it, and only there.

The populations here are made up so that it is known beforehand what helps.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from test_match_galleries import Rows, directions, gallery, shots

from consentry_faces.groups import Groups
from consentry_faces.matching import Matcher, Normaliser
from consentry_faces.matching.crowd import Crowd
from consentry_faces.matching.gallery import as_rows, pack, unit_rows
from consentry_faces.matching.kinds import beyond_the_mean
from consentry_faces.matching.likeness import Likeness
from consentry_faces.matching.local import Local, sample, together
from consentry_faces.matching.normaliser import fit_mean
from consentry_faces.matching.trial import Choice, choose

LIGHTS = directions(3, 99)  # the same for everybody: photos of one person differ most along these
PEOPLE, STRANGERS = directions(80, 1), directions(3000, 2)
FACES = 400  # of strangers in the vault


def lit(people: Rows, seed: int, strength: float = 0.6) -> Rows:
    """Another photo of each, in a light of its own."""
    light = strength * np.random.default_rng(seed + 5000).normal(size=(len(people), len(LIGHTS)))
    return (shots(people, seed) + light @ LIGHTS).astype(np.float32)


def enrolled(photos: list[Rows]) -> dict[str, list[Rows]]:
    return {f"p{i}": [photo[i] for photo in photos] for i in range(len(photos[0]))}


LIT = enrolled([lit(PEOPLE, 10), lit(PEOPLE, 11)])
LIT_STRANGERS = lit(STRANGERS, 12)


def blurred(people: Rows, seed: int) -> Rows:
    """Another photo of each, with noise in all directions: nothing to be learnt from others."""
    return shots(people, seed, 0.12)


FAMILY = directions(3, 7, 16)


def families(count: int, seed: int) -> Rows:
    """People who differ in few ways, a third of them close to one of three families: near to many others."""
    rng = np.random.default_rng(seed)
    near = 1.5 * FAMILY[rng.integers(0, 3, count)] * (rng.random(count) < 0.3)[:, None]
    return unit_rows(np.pad(directions(count, seed, 16) + near, ((0, 0), (0, 112))).astype(np.float32))


RELATED = families(100, 20)
KIN = enrolled([shots(RELATED, 21), shots(RELATED, 22)])
KIN_STRANGERS = shots(families(3800, 23), 24)


@cache
def in_a_crowd() -> Matcher:
    return Matcher.fit(KIN, KIN_STRANGERS[:800])


@cache
def in_all_lights() -> Matcher:
    return Matcher.fit(LIT, LIT_STRANGERS[:FACES])


def chosen(made: dict[str, list[Rows]], faces: Rows) -> Choice:
    return choose(pack(made), as_rows(faces))


def missed(matcher: Matcher, probes: Rows) -> float:
    own = matcher.scores(probes).diagonal()
    return float((own < matcher.threshold(0.01)).mean())


def test_whitening_is_chosen_where_light_changes_a_face_more_than_who_it_is() -> None:
    matcher = in_all_lights()
    assert matcher.normaliser.kind.startswith("mean+whitening")
    tried = {t.kind: t for t in chosen(LIT, LIT_STRANGERS[:FACES]).tried}
    best = tried[matcher.normaliser.kind]
    assert best.better > 0.2
    assert best.missed < 0.5 * tried["mean"].missed
    # With one face too few nothing is compared, so this one has the mean.
    by_mean = Matcher.fit(LIT, LIT_STRANGERS[:249])
    assert by_mean.normaliser.kind == "mean"
    probes = lit(PEOPLE, 13)
    assert missed(by_mean, probes) > 0.5
    assert missed(matcher, probes) < 0.5 * missed(by_mean, probes)


def test_the_promise_is_kept_by_whitening_with_strangers_it_has_never_seen() -> None:
    matcher = in_all_lights()
    assert 0.4 * FACES < matcher.source.faces < 0.6 * FACES  # measured on the half that it was not fitted on
    best = matcher.scores(LIT_STRANGERS[FACES:]).max(axis=1)
    for rate in (0.2, 0.1, 0.05):
        assert rate / 1.5 <= float((best >= matcher.threshold(rate)).mean()) <= rate * 1.5


def test_enrolled_faces_among_the_nameless_do_not_hide_what_helps() -> None:
    faces = np.concatenate([LIT_STRANGERS[:FACES], *(lit(PEOPLE, 30 + k) for k in range(6))])
    assert Matcher.fit(LIT, faces).normaliser.kind.startswith("mean+whitening")


def test_the_mean_stays_where_nothing_else_helps() -> None:
    """The mean misses a quarter here, so all kinds are tried; what differs is chance."""
    for seed in range(4):
        people = directions(60, 40 + seed)
        made = enrolled([blurred(people, 60 + seed), blurred(people, 80 + seed)])
        choice = chosen(made, blurred(STRANGERS[seed * 300 : seed * 300 + 300], 90 + seed))
        assert len(choice.tried) == 4
        assert choice.tried[0].missed > 0.1
        assert choice.normaliser is None


def test_nothing_is_tried_where_the_mean_misses_nobody() -> None:
    assert chosen(gallery(PEOPLE), STRANGERS[:FACES]).tried == ()
    assert Matcher.fit(gallery(PEOPLE), STRANGERS[:FACES]).normaliser.kind == "mean"


@pytest.mark.parametrize(("people", "portraits", "faces"), [(49, 2, 400), (80, 1, 400), (80, 2, 249), (80, 2, 0)])
def test_too_few_to_try_leave_the_mean(people: int, portraits: int, faces: int) -> None:
    some = {name: templates[:portraits] for name, templates in list(LIT.items())[:people]}
    assert chosen(some, LIT_STRANGERS[:faces]).tried == ()
    assert Matcher.fit(some, LIT_STRANGERS[:faces]).normaliser.kind == "mean"


def test_a_crowd_is_chosen_where_some_people_are_near_to_many() -> None:
    assert in_a_crowd().normaliser.kind == "mean+as-norm"
    by_mean = Matcher.fit(KIN, KIN_STRANGERS[:249])
    probes = shots(RELATED, 25)
    assert missed(in_a_crowd(), probes) < missed(by_mean, probes) - 0.1


def test_a_crowd_alarms_no_more_than_promised() -> None:
    best = in_a_crowd().scores(KIN_STRANGERS[800:]).max(axis=1)
    alarms = [float((best >= in_a_crowd().threshold(rate)).mean()) for rate in (0.2, 0.1, 0.05)]
    assert all(0 < alarm <= rate * 1.5 for alarm, rate in zip(alarms, (0.2, 0.1, 0.05), strict=True))


def test_scores_in_a_crowd_stay_near_cosines_and_groups_are_made_by_cosines() -> None:
    strangers = in_a_crowd().scores(KIN_STRANGERS[800:])
    assert abs(float(np.median(strangers))) < 0.2
    crowd = in_a_crowd().normaliser.crowd
    assert crowd is not None
    assert in_a_crowd().like == crowd.like
    groups: Groups[tuple[int, int]] = Groups.beside(in_a_crowd())
    alone = families(3, 26)
    for k in range(3):
        for i, face in enumerate(shots(alone, 30 + k, 0.01)):
            groups.add((i, k), face)
    assert sorted(groups.all()) == [[(i, k) for k in range(3)] for i in range(3)]


def test_matching_lists_everyone_in_reach_in_a_crowd_too() -> None:
    probes = shots(RELATED[:5], 27)
    wide = in_a_crowd().bands().wide
    for candidates, scores in zip(in_a_crowd().match(probes), in_a_crowd().scores(probes), strict=True):
        inside = {in_a_crowd().people[i] for i in np.flatnonzero(scores >= wide)}
        assert inside <= {c.person for c in candidates}
        assert candidates[0].score == pytest.approx(float(scores.max()), abs=1e-5)


def test_what_is_used_is_told() -> None:
    assert in_a_crowd().source.kind == "mean+as-norm"
    assert "mean+as-norm" in str(in_a_crowd().source)
    plain = Matcher.fit(gallery(PEOPLE), STRANGERS[:FACES])
    assert plain.source.kind == "mean"
    assert "mean" not in str(plain.source)


def test_the_same_templates_make_the_same_choice_and_others_another_id() -> None:
    first, again = in_all_lights(), Matcher.fit(LIT, LIT_STRANGERS[:FACES])
    assert first.normaliser.id == again.normaliser.id
    assert (first.scores(lit(PEOPLE, 13)) == again.scores(lit(PEOPLE, 13))).all()
    other = Matcher.fit(LIT, LIT_STRANGERS[1000 : 1000 + FACES])
    assert other.normaliser.kind == first.normaliser.kind
    assert other.normaliser.id != first.normaliser.id


def test_the_id_names_the_crowd() -> None:
    crowd = in_a_crowd().normaliser
    without = Normaliser(crowd.kind, crowd.mean, None, crowd.faces)
    assert len({crowd.id, without.id, fit_mean(as_rows(KIN_STRANGERS)).id}) == 3


def parted() -> tuple[Local, Local, Local]:
    faces = np.concatenate([STRANGERS[:300], shots(STRANGERS[:40], 50), shots(PEOPLE[:60], 51)])
    taken = sample(pack(gallery(PEOPLE)), as_rows(faces))
    assert taken is not None
    local = together(*taken)
    return local, *local.halves()


def test_all_faces_of_a_person_stay_in_one_half() -> None:
    local, first, second = parted()
    nameless = local.whose[local.nameless]
    assert (nameless[-60:] == np.arange(60)).mean() > 0.9  # enrolled people whom nobody named
    assert (nameless[300:340] == nameless[:40]).mean() > 0.9  # the same stranger twice
    assert not set(first.whose) & set(second.whose)
    assert len(first.rows) + len(second.rows) == len(local.rows)
    for half in (first, second):
        assert len(set(half.whose[half.named])) == 40
        assert len(half.nameless) > 150


def test_a_crowd_holds_one_face_of_each_stranger_and_nobody_enrolled() -> None:
    local, _, _ = parted()
    assert 290 <= len(local.crowd) <= 310
    assert (local.crowd @ as_rows(PEOPLE[:60]).T).max() < 0.6


def test_nobody_is_a_stranger_to_themselves_in_a_crowd() -> None:
    """A person's own face in the crowd, taken for a stranger, would make everyone else look far away."""
    people = directions(200, 3)
    crowd = Crowd(people, 0.8)
    with_self, without = crowd.height(people[:5]), Crowd(people[5:], 0.8).height(people[:5])
    assert with_self.mean == pytest.approx(without.mean, abs=0.02)
    assert with_self.deviation == pytest.approx(without.deviation, abs=0.02)
    alike = np.repeat(people[:1], 120, axis=0)
    assert np.isfinite(Crowd(alike, 0.8).height(alike[:2]).mean).all()


def test_who_is_near_to_the_whole_crowd_is_less_alike_for_it() -> None:
    common, [one, other] = directions(1, 4), directions(2, 5)
    strangers = unit_rows(directions(300, 6) + common)
    likeness = Likeness(unit_rows(np.stack([one + common[0], other])), crowd=Crowd(strangers, 0.9))
    face = unit_rows(likeness.centres.sum(axis=0)[None])
    cosines = face @ likeness.centres.T
    assert abs(float(cosines[0, 0] - cosines[0, 1])) < 0.01
    scores = likeness.scores(face)
    assert scores[0, 0] < scores[0, 1] - 0.1


def test_a_crowd_is_left_out_of_galleries_that_it_would_slow_down() -> None:
    assert len(beyond_the_mean(10_000)) == 3
    assert len(beyond_the_mean(10_001)) == 2


def test_copies_of_one_photo_are_no_crash() -> None:
    copies = {name: [templates[0], templates[0]] for name, templates in LIT.items()}
    faces = np.repeat(LIT_STRANGERS[:4], 100, axis=0)
    assert Matcher.fit(copies, faces).normaliser.kind == "mean"
    assert np.isfinite(Matcher.fit(copies, LIT_STRANGERS[:FACES]).threshold(0.1))


def test_photos_of_nobody_from_one_half_leave_the_mean() -> None:
    _, first, _ = parted()
    there = PEOPLE[np.unique(first.whose[first.named])]
    faces = np.concatenate([shots(there, 60 + k) for k in range(8)])
    assert chosen(gallery(PEOPLE), faces).tried == ()
    assert Matcher.fit(gallery(PEOPLE), faces).normaliser.kind == "mean"
