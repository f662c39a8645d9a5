"""A face in a photo: identified, suspected, unknown, too small, or what a reviewer said."""

from __future__ import annotations

import math

import pytest
from policy_makers import co_worker, student

from consentry_policy.decisions import DecisionKind
from consentry_policy.facts import ConsentState, FaceFacts, FaceState, Standing
from consentry_policy.recognise import Bands, FaceAnswer, Matching, once_per_photo, recognise

BANDS = Bands(wide=0.30, strict=0.50, margin=0.05, wide_margin=0.15)
YES = ConsentState.GRANTED
PEOPLE: dict[str, Standing] = {
    **{i: student(i, YES) for i in ("yes", "yes2")},
    **{i: student(i) for i in ("no", "no2")},
    "guarded": student("guarded", ConsentState.PROTECTED),
    "teacher": co_worker("teacher"),
}


def seen(*candidates: tuple[str, float], **how: object) -> FaceFacts:
    return recognise(candidates, BANDS, PEOPLE, face="f", **how)  # type: ignore[arg-type]


def test_over_strict_and_clear_of_the_others_is_identified() -> None:
    for who in ("yes", "no", "guarded", "teacher"):
        found = seen(("yes2", 0.2), (who, 0.5))
        assert (found.state, found.person, found.candidates) == (FaceState.IDENTIFIED, who, ())
        assert not found.by_reviewer


def test_just_under_strict_is_not_identified() -> None:
    assert seen(("yes", 0.49)).state is FaceState.UNKNOWN
    assert seen(("no", 0.49)) == FaceFacts("f", FaceState.SUSPECTED, candidates=("no",))


def test_the_wide_band_begins_at_its_edge() -> None:
    assert seen(("no", 0.30)).state is FaceState.SUSPECTED
    assert seen(("no", 0.29)).state is FaceState.UNKNOWN
    assert seen(("no2", 0.31), ("no", 0.40), ("teacher", 0.1)).candidates == ("no", "no2")


def test_the_runner_up_must_be_beaten_by_the_margin() -> None:
    assert not seen(("yes", 0.60), ("yes2", 0.54)).one_of
    found = seen(("yes", 0.60), ("yes2", 0.56))
    assert (found.state, found.person, found.candidates, found.one_of) == (
        FaceState.IDENTIFIED,
        "yes",
        ("yes2",),
        True,
    )


def test_every_other_person_without_consent_must_be_outscored_by_the_wider_margin() -> None:
    found = seen(("yes", 0.60), ("no", 0.46))
    assert (found.state, found.person, found.candidates, found.one_of) == (
        FaceState.SUSPECTED,
        "yes",
        ("no",),
        True,
    )
    clear = seen(("yes", 0.60), ("no", 0.44))
    assert (clear.state, clear.person, clear.candidates) == (FaceState.IDENTIFIED, "yes", ())
    refused = seen(("no", 0.60), ("no2", 0.50), ("yes", 0.54))
    assert (refused.state, refused.person, refused.candidates) == (FaceState.SUSPECTED, "no", ("no2",))
    assert seen(("no", 0.60), ("yes", 0.54)).person == "no"


def test_equal_scores_are_never_told_apart() -> None:
    level = Bands(wide=0.3, strict=0.5, margin=0, wide_margin=0)
    assert recognise([("yes", 0.6), ("yes2", 0.6)], level, PEOPLE).one_of
    assert not recognise([("yes", 0.6), ("yes2", 0.59)], level, PEOPLE).one_of


def test_of_several_scores_of_one_person_the_best_counts_and_nonsense_counts_for_nothing() -> None:
    assert seen(("yes", 0.2), ("yes", 0.7), ("yes", 0.1)).person == "yes"
    assert seen(("yes", math.nan)).state is FaceState.UNKNOWN


def test_too_small_a_face_is_never_identified_but_may_be_suspected() -> None:
    assert seen(("yes", 0.9), too_small=True).state is FaceState.TOO_SMALL
    assert seen(("no", 0.9), too_small=True).state is FaceState.SUSPECTED


def test_barely_a_face_that_is_near_nobody_does_not_hold_the_photo() -> None:
    for near_nobody in (seen(must_settle=False), seen(("yes", 0.29), must_settle=False)):
        assert (near_nobody.state, near_nobody.by_reviewer) == (FaceState.NOT_A_FACE, False)
    assert seen(("yes", BANDS.faint), must_settle=False).state is FaceState.NOT_A_FACE
    assert seen(("no", BANDS.faint - 0.01), must_settle=False).state is FaceState.NOT_A_FACE
    assert seen(("no", BANDS.faint), must_settle=False).state is FaceState.SUSPECTED
    assert seen(("no", BANDS.faint), must_settle=False, rejected=frozenset({"no"})).state is FaceState.NOT_A_FACE


def test_barely_a_face_is_suspected_as_someone_protected_like_any_face() -> None:
    assert seen(("guarded", BANDS.wide), must_settle=False).state is FaceState.SUSPECTED
    assert seen(("guarded", BANDS.wide - 0.01), must_settle=False).state is FaceState.NOT_A_FACE


def test_a_rejected_pair_is_never_offered_again() -> None:
    assert seen(("no", 0.7), ("yes", 0.6), rejected=frozenset({"no"})).person == "yes"


def test_a_suspicion_of_someone_protected_is_rejected_by_the_designee_only() -> None:
    assert seen(("guarded", 0.4), rejected=frozenset({"guarded"})).candidates == ("guarded",)
    by_designee = seen(("guarded", 0.4), rejected_by_designee=frozenset({"guarded"}))
    assert by_designee.state is FaceState.UNKNOWN


def test_with_matching_off_or_without_bands_nothing_is_matched() -> None:
    assert seen(("no", 0.9), matching=Matching.OFF) == FaceFacts("f", FaceState.UNKNOWN)
    assert recognise([("no", 0.9)], None, PEOPLE).state is FaceState.UNKNOWN
    tagged = seen(matching=Matching.OFF, answer=FaceAnswer(DecisionKind.PERSON, "no"))
    assert (tagged.state, tagged.person, tagged.by_reviewer) == (FaceState.IDENTIFIED, "no", True)


def test_only_a_gallery_of_everyone_may_clear() -> None:
    assert [mode.may_clear for mode in Matching] == [True, False, False]


def test_someone_whose_standing_is_not_known_counts_as_protected() -> None:
    assert seen(("deleted", 0.4)).candidates == ("deleted",)
    assert seen(("deleted", 0.4), rejected=frozenset({"deleted"})).state is FaceState.SUSPECTED


TWINS = {"yes": frozenset({"no"}), "no": frozenset({"yes"}), "yes2": frozenset({"teacher"})}


def test_known_look_alikes_always_go_to_a_person() -> None:
    for who in ("yes", "no"):
        found = seen((who, 0.9), look_alikes=TWINS)
        assert (found.state, found.person, found.candidates) == (FaceState.SUSPECTED, None, ("no",))
    both_may = seen(("yes", 0.9), look_alikes={"yes": frozenset({"yes2"})})
    assert both_may.state is FaceState.UNKNOWN
    settled = seen(("yes", 0.9), look_alikes=TWINS, rejected=frozenset({"no"}))
    assert settled.person == "yes"
    gone = seen(("yes", 0.9), look_alikes={"yes": frozenset({"not on the roster"})})
    assert gone.person == "yes"


def test_the_look_alike_of_someone_close_is_as_close() -> None:
    found = seen(("yes", 0.60), ("yes2", 0.58), look_alikes=TWINS | {"yes": frozenset()})
    assert (found.state, found.candidates) == (FaceState.SUSPECTED, ("yes2", "teacher"))
    both_refused = seen(("no", 0.60), ("no2", 0.50), look_alikes={"no2": frozenset({"yes"})})
    assert both_refused.candidates == ("no2",)  # a twin who may appear must not soften two refusals


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        (DecisionKind.VISITOR, FaceState.VISITOR),
        (DecisionKind.NOT_A_FACE, FaceState.NOT_A_FACE),
        (DecisionKind.UNRECOGNISABLE, FaceState.UNRECOGNISABLE),
        (DecisionKind.PERSON, FaceState.IDENTIFIED),
    ],
)
def test_a_reviewers_answer_goes_before_the_programs(kind: DecisionKind, state: FaceState) -> None:
    person = "yes" if kind is DecisionKind.PERSON else None
    answer = FaceAnswer(kind, person)
    for candidates in ([("no", 0.9)], [("teacher", 0.4)], []):
        found = seen(*candidates, answer=answer)
        assert found == FaceFacts("f", state, person, by_reviewer=True)
    guarded = seen(("guarded", 0.4), answer=answer)
    assert (guarded.state, guarded.candidates) == (state, ("guarded",))
    assert seen(("guarded", 0.9), answer=answer).candidates == ("guarded",)
    assert seen(("guarded", 0.4), answer=FaceAnswer(kind, person, by_designee=True)).candidates == ()


def test_a_reviewer_may_say_it_is_the_protected_person() -> None:
    found = seen(("guarded", 0.4), answer=FaceAnswer(DecisionKind.PERSON, "guarded"))
    assert (found.person, found.candidates) == ("guarded", ())


def test_unknown_names_nobody_and_lifts_nothing() -> None:
    unknown = FaceAnswer(DecisionKind.UNKNOWN, by_designee=True)
    assert seen(("yes", 0.9), answer=unknown) == FaceFacts("f", FaceState.UNKNOWN, by_reviewer=True)
    found = seen(("yes", 0.9), ("no", 0.4), answer=unknown)
    assert (found.state, found.candidates, found.by_reviewer) == (FaceState.SUSPECTED, ("no",), True)
    assert seen(too_small=True, answer=unknown).state is FaceState.UNKNOWN


def test_cover_stays_with_the_face() -> None:
    assert seen(("no", 0.9), covered=True).covered
    assert seen(answer=FaceAnswer(DecisionKind.VISITOR), covered=True).covered


@pytest.mark.parametrize(
    "bands",
    [(0.6, 0.5, 0.05, 0.1), (0.3, 0.5, -0.1, 0.1), (0.3, 0.5, 0.2, 0.1), (0.3, math.inf, 0.1, 0.1)],
)
def test_bands_out_of_order_are_refused(bands: tuple[float, float, float, float]) -> None:
    with pytest.raises(ValueError, match="band"):
        Bands(*bands)


def face(id_: str, person: str, **other: object) -> FaceFacts:
    return FaceFacts(id_, FaceState.IDENTIFIED, person, **other)  # type: ignore[arg-type]


def test_one_person_is_one_face_of_a_photo_the_best_stays() -> None:
    faces = [face("f1", "yes"), face("f2", "yes", covered=True), face("f3", "yes2")]
    found = once_per_photo(faces, {"f1": 0.9, "f2": 0.7, "f3": 0.6}, PEOPLE)
    assert found == (faces[0], FaceFacts("f2", FaceState.UNKNOWN, covered=True), faces[2])


def test_a_candidate_without_consent_is_never_removed() -> None:
    mirror = [face("f1", "no"), face("f2", "no")]
    found = once_per_photo(mirror, {"f1": 0.6, "f2": 0.7}, PEOPLE)
    assert found == (FaceFacts("f1", FaceState.SUSPECTED, candidates=("no",)), mirror[1])
    pair = FaceFacts("f3", FaceState.SUSPECTED, "yes", ("no", "yes2"), one_of=True)
    lowered = once_per_photo([face("f1", "yes"), pair], {"f1": 0.9, "f3": 0.8}, PEOPLE)[1]
    assert (lowered.state, lowered.person, lowered.candidates) == (FaceState.SUSPECTED, None, ("no",))


def test_a_reviewers_word_is_never_lowered_and_goes_before_a_better_score() -> None:
    said = [face("f1", "yes", by_reviewer=True), face("f2", "yes", by_reviewer=True), face("f3", "yes")]
    found = once_per_photo(said, {"f1": 0.2, "f2": 0.3, "f3": 0.9}, PEOPLE)
    assert found == (said[0], said[1], FaceFacts("f3", FaceState.UNKNOWN))
    nobody = FaceFacts("f4", FaceState.VISITOR, by_reviewer=True)
    assert once_per_photo([nobody], {}, PEOPLE) == (nobody,)
