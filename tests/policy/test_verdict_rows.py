"""Each row of the verdict table, by the clause it comes from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from policy_makers import DAY, GAME, SOCIAL, YEARBOOK, co_worker, photo, shown, student, suspected

from consentry_policy.channels import Channel, Condition
from consentry_policy.decide import decide
from consentry_policy.facts import Attestation, ConsentState, FaceFacts, FaceState, Mark, PhotoFacts, Standing
from consentry_policy.verdicts import Outcome

YES = ConsentState.GRANTED
PROTECTED = ConsentState.PROTECTED
ARENA: dict[str, Any] = {"event": GAME, "attestations": frozenset({Attestation.IN_ARENA})}


def attested(*words: Attestation) -> frozenset[Attestation]:
    return frozenset(words)


def verdict(facts: PhotoFacts) -> tuple[Outcome, set[tuple[str, str]]]:
    """The outcome and every (row, clause) it rests on."""
    found = decide(facts)
    return found.outcome, {(reason.row, reason.clause) for reason in found.reasons}


GRANTED_PHOTO = photo([shown("a")], [student("a", YES)])


def test_row_1_fail_closed_a_photo_not_checked_whole_is_reviewed() -> None:
    assert verdict(replace(GRANTED_PHOTO, checked_whole=False)) == (Outcome.REVIEW, {("1", "fail closed")})


def test_row_2_436_iv_b_a_channel_that_is_not_listed_blocks() -> None:
    assert verdict(replace(GRANTED_PHOTO, channel=None)) == (Outcome.BLOCKED, {("2", "436 IV.B")})


@pytest.mark.parametrize(
    "channel",
    [
        replace(SOCIAL, until=date(2026, 3, 9)),
        replace(SOCIAL, authorised_on=date(2026, 3, 11)),
        replace(SOCIAL, revoked_on=DAY),
    ],
)
def test_row_2_436_iv_b_a_channel_whose_authorisation_does_not_hold_today_blocks(channel: Channel) -> None:
    assert verdict(replace(GRANTED_PHOTO, channel=channel)) == (Outcome.BLOCKED, {("2", "436 IV.B")})


def test_row_2_436_iv_b_the_last_day_of_the_authorisation_counts() -> None:
    assert decide(replace(GRANTED_PHOTO, channel=replace(SOCIAL, until=DAY))).outcome is Outcome.CLEARED


@pytest.mark.parametrize(
    ("mark", "clause"),
    [
        (Mark.PREMISES, "436 IV.C.3"),
        (Mark.FLOOR_PLAN, "436 IV.C.3"),
        (Mark.CONFIDENTIAL, "436 IV.C (confidential)"),
    ],
)
def test_row_3a_436_iv_c_3_a_marked_photo_blocks(mark: Mark, clause: str) -> None:
    assert verdict(replace(GRANTED_PHOTO, marks=frozenset({mark}))) == (Outcome.BLOCKED, {("3a", clause)})


@pytest.mark.parametrize(
    ("condition", "lifted_by"),
    [(Condition.NO_NAME, Attestation.NO_NAMES), (Condition.NO_UNDER_13, Attestation.NO_UNDER_13)],
)
@pytest.mark.parametrize("of", ["channel", "consent"])
def test_row_3b_436_iv_c_a_condition_not_known_to_be_kept_is_reviewed(
    condition: Condition, lifted_by: Attestation, of: str
) -> None:
    demands = frozenset({condition})
    kim = student("a", YES, under_13=None, conditions=demands if of == "consent" else frozenset())
    channel = replace(SOCIAL, demands=demands) if of == "channel" else SOCIAL
    facts = photo([shown("a")], [kim], channel=channel)
    assert verdict(facts) == (Outcome.REVIEW, {("3b", "436 IV.C")})
    assert decide(replace(facts, attestations=attested(lifted_by))).outcome is Outcome.CLEARED


@pytest.mark.parametrize("of", ["channel", "consent"])
def test_row_3b_436_iv_c_group_photos_only_asks_for_three_people(of: str) -> None:
    group = frozenset({Condition.GROUP_ONLY})
    people = [student(i, YES, conditions=group if of == "consent" else frozenset()) for i in "abc"]
    channel = replace(SOCIAL, demands=group) if of == "channel" else SOCIAL
    pair = photo([shown("a"), shown("b")], people, channel=channel)
    assert verdict(pair) == (Outcome.REVIEW, {("3b", "436 IV.C")})
    assert decide(replace(pair, faces=(*pair.faces, shown("c")))).outcome is Outcome.CLEARED
    covered = tuple(replace(face, covered=True) for face in pair.faces[1:])
    assert decide(replace(pair, faces=(*pair.faces[:1], *covered))).outcome is Outcome.REVIEW


@pytest.mark.parametrize("of", ["channel", "consent"])
def test_row_3b_436_iv_c_who_was_cropped_out_is_not_of_the_group_any_more(of: str) -> None:
    group = frozenset({Condition.GROUP_ONLY})
    people = [student(i, YES, conditions=group if of == "consent" else frozenset()) for i in "abcd"]
    channel = replace(SOCIAL, demands=group) if of == "channel" else SOCIAL
    four = photo([shown(i) for i in "abcd"], people, channel=channel)
    one_less = (*four.faces[:3], replace(four.faces[3], left_out=True))
    assert decide(replace(four, faces=one_less)).outcome is Outcome.CLEARED
    alone = (four.faces[0], *(replace(face, left_out=True) for face in four.faces[1:]))
    assert verdict(replace(four, faces=alone)) == (Outcome.REVIEW, {("3b", "436 IV.C")})


def test_row_3b_436_iv_c_a_landscape_breaks_no_group_condition() -> None:
    channel = replace(SOCIAL, demands=frozenset({Condition.GROUP_ONLY}))
    facts = photo(channel=channel, attestations=attested(Attestation.NO_ONE))
    assert decide(facts).outcome is Outcome.CLEARED


def test_row_3b_436_iv_c_a_child_known_to_be_under_13_is_not_attested_away() -> None:
    channel = replace(SOCIAL, demands=frozenset({Condition.NO_UNDER_13}))
    facts = photo([shown("a")], [student("a", YES, under_13=True)], channel=channel)
    attested_facts = replace(facts, attestations=attested(Attestation.NO_UNDER_13))
    assert decide(attested_facts).outcome is Outcome.REVIEW
    assert decide(replace(attested_facts, faces=(shown("a", covered=True),))).outcome is Outcome.CLEARED


def test_row_3b_436_iv_c_a_face_nobody_knows_may_be_under_13() -> None:
    channel = replace(SOCIAL, demands=frozenset({Condition.NO_UNDER_13}))
    facts = photo(
        [FaceFacts("f", FaceState.UNKNOWN)], channel=channel, attestations=attested(Attestation.ALL_OTHERS_MAY)
    )
    assert decide(facts).outcome is Outcome.REVIEW
    words = attested(Attestation.ALL_OTHERS_MAY, Attestation.NO_UNDER_13)
    assert decide(replace(facts, attestations=words)).outcome is Outcome.CLEARED
    visitor = FaceFacts("f", FaceState.VISITOR, by_reviewer=True)
    assert decide(replace(facts, faces=(visitor,))).outcome is Outcome.CLEARED


@pytest.mark.parametrize("logo", [True, None])
def test_row_3b_436_iv_c_the_logo_without_permission_or_not_known_is_reviewed(logo: bool | None) -> None:
    facts = replace(GRANTED_PHOTO, logo=logo)
    assert verdict(facts) == (Outcome.REVIEW, {("3b", "436 IV.C")})
    assert decide(replace(facts, attestations=attested(Attestation.NO_LOGO))).outcome is Outcome.CLEARED
    assert decide(replace(facts, channel=replace(SOCIAL, logo_allowed=True))).outcome is Outcome.CLEARED


def test_row_4_436_iv_c_confidential_a_protected_person_blocks_and_no_arena_excepts() -> None:
    facts = photo([shown("a", by_reviewer=True)], [student("a", PROTECTED)], **ARENA)
    assert verdict(facts) == (Outcome.BLOCKED, {("4", "436 IV.C (confidential, data privacy)")})


def test_row_4_436_iv_c_confidential_a_covered_protected_person_waits_for_the_designee() -> None:
    facts = photo([shown("a", covered=True)], [student("a", PROTECTED)], **ARENA)
    assert verdict(facts) == (Outcome.REVIEW, {("4", "436 IV.C (confidential, data privacy)")})
    reviewer = replace(facts, attestations=attested(Attestation.NOTHING_IDENTIFIES))
    assert decide(reviewer).outcome is Outcome.REVIEW
    designee = replace(facts, attestations=attested(Attestation.NOTHING_IDENTIFIES_PROTECTED))
    assert decide(designee).outcome is Outcome.CLEARED


def test_row_4_436_iv_c_confidential_a_protected_person_who_was_cropped_out_waits_for_the_designee() -> None:
    facts = photo([shown("a", left_out=True)], [student("a", PROTECTED)], **ARENA)
    assert verdict(facts) == (Outcome.REVIEW, {("4", "436 IV.C (confidential, data privacy)")})
    assert decide(facts).reasons[0].code == "protected-left-out"
    reviewer = replace(facts, attestations=attested(Attestation.NOTHING_IDENTIFIES, Attestation.ALL_OTHERS_MAY))
    assert decide(reviewer).outcome is Outcome.REVIEW
    designee = replace(facts, attestations=attested(Attestation.NOTHING_IDENTIFIES_PROTECTED))
    assert decide(designee).outcome is Outcome.CLEARED


def test_row_5_436_iv_c_1_a_co_worker_blocks_and_no_arena_excepts() -> None:
    facts = photo([shown("a", by_reviewer=True)], [co_worker("a")], **ARENA)
    assert verdict(facts) == (Outcome.BLOCKED, {("5", "436 IV.C.1")})
    assert decide(replace(facts, faces=(shown("a", covered=True),))).outcome is Outcome.CLEARED
    assert decide(replace(facts, faces=(shown("a", left_out=True),))).outcome is Outcome.CLEARED


def test_row_5_436_iv_c_1_a_student_who_is_employed_is_under_both_rules() -> None:
    both = Standing("a", student_rules=True, co_worker_rules=True, state=ConsentState.LAPSED)
    outcome, rows = verdict(photo([shown("a", by_reviewer=True)], [both], **ARENA))
    assert outcome is Outcome.BLOCKED
    assert {row for row, _ in rows} == {"5", "6", "8"}


def test_row_5_someone_under_no_rule_or_not_on_the_roster_is_never_excepted() -> None:
    nobody = Standing("a", student_rules=False, co_worker_rules=False, state=ConsentState.NOT_ANSWERED)
    assert decide(photo([shown("a", by_reviewer=True)], [nobody], **ARENA)).outcome is Outcome.BLOCKED
    assert decide(photo([shown("a", by_reviewer=True)], [], **ARENA)).outcome is Outcome.BLOCKED


@pytest.mark.parametrize("state", set(ConsentState) - {YES, PROTECTED})
def test_row_6_436_iv_c_2_a_student_without_consent_blocks(state: ConsentState) -> None:
    assert verdict(photo([shown("a")], [student("a", state)])) == (Outcome.BLOCKED, {("6", "436 IV.C.2")})


def test_row_6_436_iv_c_2_the_public_arena_excepts_a_student() -> None:
    facts = photo([shown("a")], [student("a")], **ARENA)
    assert verdict(facts) == (Outcome.EXCEPTION, {("6", "436 IV.C.2"), ("8", "436 IV.B, IV.C.2")})
    assert decide(replace(facts, faces=(shown("a", covered=True),))).outcome is Outcome.EXCEPTION


def test_row_6_436_iv_c_2_a_covered_student_waits_until_nothing_else_identifies_them() -> None:
    facts = photo([shown("a", covered=True)], [student("a")])
    assert verdict(facts) == (Outcome.REVIEW, {("6", "436 IV.C.2")})
    words = attested(Attestation.NOTHING_IDENTIFIES)
    assert decide(replace(facts, attestations=words)).outcome is Outcome.CLEARED


def test_row_6_436_iv_c_2_a_student_who_was_cropped_out_waits_until_nothing_else_identifies_them() -> None:
    facts = photo([shown("a", left_out=True)], [student("a")])
    assert verdict(facts) == (Outcome.REVIEW, {("6", "436 IV.C.2")})
    assert decide(facts).reasons[0].code == "student-left-out"
    words = attested(Attestation.NOTHING_IDENTIFIES)
    assert decide(replace(facts, attestations=words)).outcome is Outcome.CLEARED
    assert decide(replace(facts, **ARENA)).outcome is Outcome.EXCEPTION
    both = replace(facts, faces=(shown("a", left_out=True, covered=True),))
    assert decide(both).reasons[0].code == "student-left-out"


def test_row_7a_436_iv_c_a_suspicion_of_someone_protected_is_lifted_by_no_word_on_the_photo() -> None:
    facts = photo([suspected("a")], [student("a", PROTECTED)], event=GAME, attestations=frozenset(Attestation))
    assert verdict(facts) == (Outcome.REVIEW, {("7a", "436 IV.C")})


def test_row_7a_436_iv_c_1_a_suspicion_of_a_co_worker_is_lifted_by_no_word_on_the_photo() -> None:
    facts = photo([suspected("a")], [co_worker("a")], event=GAME, attestations=frozenset(Attestation))
    assert verdict(facts) == (Outcome.REVIEW, {("7a", "436 IV.C.1")})


def test_row_7a_436_iv_c_a_suspicion_that_outlives_an_answer_still_holds_the_photo() -> None:
    people = [student("a", PROTECTED), student("b", YES)]
    visitor = FaceFacts("f", FaceState.VISITOR, candidates=("a",), by_reviewer=True)
    other = shown("b", candidates=("a",), by_reviewer=True)
    for face in (visitor, other):
        assert verdict(photo([face], people)) == (Outcome.REVIEW, {("7a", "436 IV.C")})


def test_row_7a_is_about_uncovered_faces() -> None:
    for hidden in ({"covered": True}, {"left_out": True}):
        facts = photo([suspected("a", **hidden)], [student("a", PROTECTED)])
        assert decide(facts).outcome is Outcome.CLEARED


OPEN_FACES = [
    suspected("a"),
    FaceFacts("f", FaceState.UNKNOWN),
    FaceFacts("f", FaceState.TOO_SMALL),
    FaceFacts("f", FaceState.SUSPECTED),
    FaceFacts("f", FaceState.IDENTIFIED),
    FaceFacts("f", FaceState.VISITOR),  # not a person's word: no more than unknown
]


@pytest.mark.parametrize("face", OPEN_FACES, ids=str)
def test_row_7b_436_iv_c_1_2_an_open_face_is_reviewed(face: FaceFacts) -> None:
    facts = photo([face], [student("a")])
    assert verdict(facts) == (Outcome.REVIEW, {("7b", "436 IV.C.1-2")})
    assert decide(replace(facts, attestations=attested(Attestation.ALL_OTHERS_MAY))).outcome is Outcome.CLEARED
    assert decide(replace(facts, faces=(replace(face, covered=True),))).outcome is Outcome.CLEARED
    assert decide(replace(facts, faces=(replace(face, left_out=True),))).outcome is Outcome.CLEARED


@pytest.mark.parametrize("face", OPEN_FACES, ids=str)
def test_row_7b_436_iv_c_1_2_the_arena_excepts_an_open_face_once_no_staff_is_attested(face: FaceFacts) -> None:
    facts = photo([face], [student("a")], **ARENA)
    assert decide(facts).outcome is Outcome.REVIEW
    words = attested(Attestation.IN_ARENA, Attestation.NO_STAFF)
    assert verdict(replace(facts, attestations=words))[0] is Outcome.EXCEPTION
    assert decide(replace(facts, attestations=attested(Attestation.NO_STAFF))).outcome is Outcome.REVIEW


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (None, attested(Attestation.IN_ARENA)),
        (GAME, attested()),
        (replace(GAME, authorised=False), attested(Attestation.IN_ARENA)),
    ],
)
def test_row_8_436_iv_b_without_event_authorisation_and_arena_nothing_is_excepted(
    event: object, words: frozenset[Attestation]
) -> None:
    student_shown = photo([shown("a")], [student("a")], event=event, attestations=words)
    assert decide(student_shown).outcome is Outcome.BLOCKED
    open_face = photo([suspected("a")], [student("a")], event=event, attestations=words | {Attestation.NO_STAFF})
    assert decide(open_face).outcome is Outcome.REVIEW


@pytest.mark.parametrize(
    "faces",
    [
        (),
        (FaceFacts("f", FaceState.NOT_A_FACE),),
        (FaceFacts("f", FaceState.UNRECOGNISABLE, by_reviewer=True), FaceFacts("g", FaceState.NOT_A_FACE)),
    ],
)
def test_row_9_fail_closed_where_no_face_remains_a_person_confirms_it(faces: tuple[FaceFacts, ...]) -> None:
    facts = photo(faces)
    assert verdict(facts) == (Outcome.REVIEW, {("9", "fail closed")})
    assert decide(replace(facts, attestations=attested(Attestation.NO_ONE))).outcome is Outcome.CLEARED


def test_row_9_no_ones_word_does_not_settle_a_face() -> None:
    facts = photo([FaceFacts("f", FaceState.UNKNOWN)], attestations=attested(Attestation.NO_ONE))
    assert decide(facts).outcome is Outcome.REVIEW


def test_row_10_436_iv_c_a_photo_whose_every_face_is_settled_is_cleared() -> None:
    faces = [
        shown("a"),
        shown("b"),
        FaceFacts("v", FaceState.VISITOR, by_reviewer=True),
        FaceFacts("n", FaceState.NOT_A_FACE),
        FaceFacts("u", FaceState.UNRECOGNISABLE, by_reviewer=True),
        FaceFacts("c", FaceState.UNKNOWN, covered=True),
    ]
    facts = photo(faces, [student("a", YES), co_worker("b", YES)])
    assert verdict(facts) == (Outcome.CLEARED, {("10", "436 IV.C")})


def test_other_channels_cite_the_district_rule() -> None:
    facts = photo([shown("a")], [student("a")], channel=YEARBOOK, channel_name=YEARBOOK.name)
    assert verdict(facts) == (Outcome.BLOCKED, {("6", "district rule after 436 IV")})


def test_a_verdict_carries_all_its_reasons_strictest_first() -> None:
    facts = photo(
        [shown("a"), shown("b"), suspected("c")],
        [student("a"), co_worker("b"), student("c", PROTECTED)],
        checked_whole=False,
        marks=frozenset({Mark.PREMISES}),
    )
    found = decide(facts)
    assert [reason.row for reason in found.reasons] == ["3a", "5", "6", "1", "7a"]
    assert {reason.person for reason in found.reasons} == {"a", "b", "c", None}


def test_where_fewer_are_enrolled_an_automatic_match_blocks_but_neither_clears_nor_excepts() -> None:
    people = [student("a"), student("b", YES)]
    assert decide(photo([shown("a")], people, may_clear=False, **ARENA)).outcome is Outcome.BLOCKED
    confirmed = photo([shown("a", by_reviewer=True)], people, may_clear=False, **ARENA)
    assert decide(confirmed).outcome is Outcome.EXCEPTION
    granted = photo([shown("b")], people, may_clear=False)
    assert verdict(granted) == (Outcome.REVIEW, {("7b", "436 IV.C.1-2")})
    assert decide(replace(granted, attestations=attested(Attestation.ALL_OTHERS_MAY))).outcome is Outcome.CLEARED
    assert decide(replace(granted, faces=(shown("b", by_reviewer=True),))).outcome is Outcome.CLEARED
    assert decide(replace(granted, faces=(shown("b", covered=True),))).outcome is Outcome.CLEARED
    assert decide(photo([shown("a", covered=True)], people, may_clear=False, **ARENA)).outcome is Outcome.REVIEW


def one_of(*ids: str, **other: object) -> FaceFacts:
    return FaceFacts("f", FaceState.SUSPECTED, ids[0], ids[1:], one_of=True, **other)  # type: ignore[arg-type]


def test_one_of_several_with_one_result_has_that_result() -> None:
    people = [student("a"), student("b"), student("y", YES), student("z", YES), co_worker("c")]
    assert decide(photo([one_of("a", "b")], people)).outcome is Outcome.BLOCKED
    assert decide(photo([one_of("a", "c")], people)).outcome is Outcome.BLOCKED
    assert decide(photo([one_of("y", "z")], people)).outcome is Outcome.CLEARED
    assert decide(photo([one_of("y", "z")], people, may_clear=False)).outcome is Outcome.REVIEW
    assert decide(photo([one_of("a", "b", covered=True)], people)).outcome is Outcome.REVIEW
    only = FaceFacts("f", FaceState.SUSPECTED, None, ("a",), one_of=True)
    assert decide(photo([only], people)).outcome is Outcome.BLOCKED


def test_one_of_several_with_different_results_is_a_suspicion() -> None:
    people = [student("a"), student("y", YES), co_worker("c")]
    assert verdict(photo([one_of("y", "a")], people)) == (Outcome.REVIEW, {("7b", "436 IV.C.1-2")})
    assert verdict(photo([one_of("y", "c")], people)) == (Outcome.REVIEW, {("7a", "436 IV.C.1")})
    words = attested(Attestation.ALL_OTHERS_MAY)
    assert decide(photo([one_of("y", "a")], people, attestations=words)).outcome is Outcome.CLEARED
    assert decide(photo([one_of("y", "c")], people, attestations=words)).outcome is Outcome.REVIEW


def test_one_of_several_students_in_the_arena_also_needs_the_word_that_no_staff_is_among_them() -> None:
    people = [student("a"), student("b"), co_worker("c")]
    facts = photo([one_of("a", "b")], people, **ARENA)
    assert decide(facts).outcome is Outcome.REVIEW
    words = attested(Attestation.IN_ARENA, Attestation.NO_STAFF)
    assert decide(replace(facts, attestations=words)).outcome is Outcome.EXCEPTION
    assert decide(photo([one_of("a", "b", covered=True)], people, **ARENA)).outcome is Outcome.EXCEPTION
    assert decide(photo([one_of("a", "c")], people, **ARENA)).outcome is Outcome.BLOCKED


def test_a_covered_face_that_may_be_someone_without_consent_is_held_like_theirs() -> None:
    people = [student("a"), student("y", YES), student("p", PROTECTED)]
    mixed = photo([one_of("y", "a", covered=True)], people)
    assert decide(mixed).outcome is Outcome.REVIEW
    for word in (Attestation.NOTHING_IDENTIFIES, Attestation.ALL_OTHERS_MAY):
        assert decide(replace(mixed, attestations=attested(word))).outcome is Outcome.CLEARED
    assert decide(replace(mixed, **ARENA)).outcome is Outcome.EXCEPTION
    automatic = replace(mixed, event=GAME, may_clear=False)
    words = attested(Attestation.IN_ARENA, Attestation.NO_STAFF)
    assert decide(replace(automatic, attestations=words)).outcome is Outcome.EXCEPTION
    guarded = photo([one_of("y", "p", covered=True)], people, attestations=attested(Attestation.ALL_OTHERS_MAY))
    assert decide(guarded).outcome is Outcome.REVIEW
