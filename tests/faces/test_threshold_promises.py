from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_match_galleries import directions, gallery, shots

from consentry_faces.matching import Matcher, Origin

ENROLLED, STRANGERS = directions(150, 1), directions(9000, 2)


def alarms(matcher: Matcher, score: float) -> float:
    return float((matcher.scores(STRANGERS[3000:]).max(axis=1) >= score).mean())


@pytest.mark.parametrize("cohort", [0, 30, 100, 1500])
def test_the_promised_alarm_rate_is_kept_on_other_strangers(cohort: int) -> None:
    matcher = Matcher.fit(gallery(ENROLLED), STRANGERS[:cohort])
    for rate in (0.2, 0.1, 0.05):
        assert rate / 1.5 <= alarms(matcher, matcher.threshold(rate)) <= rate * 1.5
    # Far out real faces score higher than random directions ever do, so here the promise is overfulfilled.
    assert 0 < alarms(matcher, matcher.threshold(0.01)) <= 0.01


def test_the_mean_does_not_flatter_the_faces_it_was_taken_over() -> None:
    """Unless what the mean takes from its own faces is given back, 100 faces alarm a third too often."""
    seen = []
    for turn in range(20):
        cohort = STRANGERS[100 * turn : 100 * turn + 100]
        matcher = Matcher.fit({str(i): [row] for i, row in enumerate(ENROLLED[:20])}, cohort)
        seen.append(alarms(matcher, matcher.threshold(0.1)))
    assert 0.09 <= float(np.mean(seen)) <= 0.115


def test_enrolled_faces_in_the_cohort_do_not_lift_the_thresholds() -> None:
    """Nobody has said which local faces are enrolled people's; here nine of ten are."""
    faces = np.concatenate([STRANGERS[:150], *(shots(ENROLLED, k) for k in range(9))])
    pure = Matcher.fit(gallery(ENROLLED), STRANGERS[:1500]).threshold(0.1)
    mixed = Matcher.fit(gallery(ENROLLED), faces)
    assert mixed.threshold(0.1) == pytest.approx(pure, abs=0.03)
    assert 0.06 <= alarms(mixed, mixed.threshold(0.1)) <= 0.16


def test_a_larger_gallery_asks_for_a_higher_score() -> None:
    sizes = [1, 10, 40, 150]
    scores = [Matcher.fit(gallery(ENROLLED[:n]), STRANGERS[:1500]).threshold(0.1) for n in sizes]
    assert scores == sorted(scores)
    assert scores[-1] - scores[0] > 0.1


def test_where_the_numbers_come_from_is_told() -> None:
    assert Matcher.fit(gallery(ENROLLED[:49])).source.origin is Origin.SHIPPED
    assert Matcher.fit(gallery(ENROLLED[:50])).source.origin is Origin.GALLERY
    assert Matcher.fit(gallery(ENROLLED[:50]), STRANGERS[:99]).source.origin is Origin.GALLERY
    measured = Matcher.fit(gallery(ENROLLED[:5]), STRANGERS[:100]).source
    assert measured.origin is Origin.COHORT
    assert measured.faces == 100
    assert "100 faces" in str(measured)


@settings(max_examples=40, deadline=None)
@given(rates=st.tuples(st.floats(1e-7, 0.999), st.floats(1e-7, 0.999)), cohort=st.sampled_from([0, 200]))
def test_a_smaller_alarm_rate_never_asks_for_less(rates: tuple[float, float], cohort: int) -> None:
    matcher = Matcher.fit(gallery(ENROLLED[:60]), STRANGERS[:cohort])
    low, high = sorted(rates)
    assert matcher.threshold(low) >= matcher.threshold(high)


def test_the_bands_are_in_order_and_follow_the_rates() -> None:
    matcher = Matcher.fit(gallery(ENROLLED), STRANGERS[:1500])
    bands = matcher.bands()
    assert bands.wide == matcher.threshold(0.1)
    assert bands.strict == matcher.threshold(0.001)
    assert bands.wide < bands.strict
    assert 0 < bands.margin < bands.wide_margin
    assert matcher.bands(wide=0.3).wide < bands.wide


def test_any_rate_between_0_and_1_has_its_score() -> None:
    alone = Matcher.fit({"only": [ENROLLED[0]]})
    rates = [1e-9, 0.01, 0.3, 0.5, 0.7, 0.99, 1 - 1e-9]
    scores = [alone.threshold(rate) for rate in rates]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)
    assert np.isfinite(Matcher.fit(gallery(ENROLLED)).threshold(5e-324))


@pytest.mark.parametrize("cohort", [0, 1500])
@pytest.mark.parametrize("rate", [0.3, 0.7, 0.9])
def test_large_rates_are_kept_for_one_person_too(cohort: int, rate: float) -> None:
    """Of shipped scores (0.084 in the middle) only the order is tried: these strangers are other than they."""
    matcher = Matcher.fit({"only": [ENROLLED[0]]}, STRANGERS[:cohort])
    if cohort:
        assert alarms(matcher, matcher.threshold(rate)) == pytest.approx(rate, abs=0.05)
    else:
        assert (matcher.threshold(rate) < 0.084) == (rate > 0.5)


@pytest.mark.parametrize("rate", [0.0, 1.0, -1.0, 1.5, float("inf"), float("nan")])
def test_rates_that_promise_nothing_are_refused(rate: float) -> None:
    matcher = Matcher.fit({})
    with pytest.raises(ValueError, match="between 0 and 1"):
        matcher.threshold(rate)


def test_a_strict_band_wider_than_the_wide_band_is_refused() -> None:
    matcher = Matcher.fit({})
    with pytest.raises(ValueError, match="strict"):
        matcher.bands(wide=0.01, strict=0.1)


@pytest.mark.parametrize("people", [5, 60])
@pytest.mark.parametrize("engine", ["", "mine:1"])
def test_all_faces_alike_is_no_crash(people: int, engine: str) -> None:
    """As where a picture company's placeholder was enrolled for everyone."""
    same = np.ones(128, np.float32)
    matcher = Matcher.fit({str(i): [same] for i in range(people)}, [same] * 10, engine=engine)
    assert np.isfinite(matcher.threshold(0.1))
    assert len(matcher.match([same])[0]) >= 5
