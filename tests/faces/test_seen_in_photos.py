from __future__ import annotations

import numpy as np
import pytest
from test_match_galleries import Rows, directions, gallery, shots

from consentry_faces.matching import STRICT, Matcher
from consentry_faces.matching.gallery import unit_rows
from consentry_faces.matching.likeness import Likeness
from consentry_faces.matching.seen import with_seen
from consentry_faces.matching.shipped import LawCurve, shipped_law
from consentry_faces.matching.thresholds import Origin, Source

PEOPLE, STRANGERS = directions(60, 1), directions(2000, 2)
LOOKS = directions(60, 3)  # how each looks at one event: a cap, a light, a grin
CURVE = LawCurve(shipped_law("", 128, centred=True), 60, Source(Origin.SHIPPED, 0))


def at_event(likeness: float, seed: int) -> Rows:
    """A photo of each at the event, so alike to their portraits (cosine, about)."""
    noise = np.random.default_rng(seed).normal(0, 0.02, PEOPLE.shape)
    return unit_rows((likeness * PEOPLE + np.sqrt(1 - likeness**2) * LOOKS + noise).astype(np.float32))


def identified(matcher: Matcher, faces: Rows) -> float:
    scores = matcher.scores(faces)
    right = scores.argmax(axis=1) == np.arange(60)
    return float((right & (scores.max(axis=1) >= matcher.threshold(STRICT))).mean())


def test_who_is_surely_seen_twice_is_recognised_where_portraits_alone_are_not_enough() -> None:
    hard = at_event(0.35, 50)
    apart = Matcher.fit(gallery(PEOPLE), STRANGERS)
    together = Matcher.fit(gallery(PEOPLE), np.concatenate([STRANGERS, at_event(0.7, 51), at_event(0.65, 52)]))
    assert identified(apart, hard) < 0.3
    assert identified(together, hard) > 0.95


def test_nobody_gets_less_alike_by_what_photos_add() -> None:
    plain = Likeness(PEOPLE)
    more = with_seen(plain, np.concatenate([at_event(0.8, 51), at_event(0.8, 52)]), CURVE)
    assert len(more.whose) == 60
    faces = np.concatenate([STRANGERS, shots(PEOPLE, 9), at_event(0.2, 53)])
    assert (more.scores(unit_rows(faces)) >= plain.scores(unit_rows(faces))).all()


def test_one_sure_face_adds_nothing() -> None:
    plain = Likeness(PEOPLE)
    assert with_seen(plain, at_event(0.8, 51), CURVE) is plain
    assert with_seen(plain, STRANGERS[:0], CURVE) is plain


@pytest.mark.parametrize(("sure", "unsure", "added"), [(2, 2, True), (2, 3, False), (5, 6, False)])
def test_a_stranger_mistaken_now_and_then_adds_nothing(sure: int, unsure: int, added: bool) -> None:
    """Photos of somebody like an enrolled person: where most are no match, the others may not vouch for them."""
    faces = [at_event(0.7, k)[:1] for k in range(sure)] + [at_event(0.2, 90 + k)[:1] for k in range(unsure)]
    more = with_seen(Likeness(PEOPLE), np.concatenate(faces), CURVE)
    assert more.whose.tolist() == ([0] if added else [])


def test_a_face_as_near_to_a_second_person_is_surely_nobody() -> None:
    alike = unit_rows(PEOPLE + 0.9 * PEOPLE[::-1])
    plain = Likeness(alike)
    assert with_seen(plain, np.concatenate([shots(alike, 1, 0.01), shots(alike, 2, 0.01)]), CURVE) is plain


def test_the_promised_alarm_rate_holds_for_strangers_beside_many_enrolled_faces() -> None:
    crowd = np.concatenate([STRANGERS[:1000], *(at_event(0.75, k) for k in range(8))])
    matcher = Matcher.fit(gallery(PEOPLE), crowd)
    for strangers in (STRANGERS[:1000], STRANGERS[1000:]):
        best = matcher.scores(strangers).max(axis=1)
        assert 0.1 / 1.5 <= float((best >= matcher.threshold(0.1)).mean()) <= 0.1 * 1.5
