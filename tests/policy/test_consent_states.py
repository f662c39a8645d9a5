"""The consent of a person, for a channel, on a day: every sentence of the rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from policy_makers import DAY, PAPER, SOCIAL, YEARBOOK, grant, own, person, protection, record, refusal

from consentry_policy.channels import Channel, ChannelKind, Condition
from consentry_policy.consents import ConsentRules, Expiry, Flag, state_of
from consentry_policy.facts import ConsentState as S
from consentry_policy.facts import Standing
from consentry_policy.people import Person, Role
from consentry_policy.records import Answer, ConsentRecord, Evidence, EvidenceKind, SignerRole

RULES = ConsentRules()
MAY = date(2025, 5, 2)
AUTUMN = date(2025, 9, 1)
WINTER = date(2026, 1, 5)


def state(
    *records: ConsentRecord,
    who: Person | None = None,
    on: date = DAY,
    channel: Channel = SOCIAL,
    rules: ConsentRules = RULES,
) -> Standing:
    return state_of(who or person(), records, (), channel, on, rules)


def test_no_record_is_not_answered() -> None:
    found = state()
    assert (found.state, found.because, found.may_appear) == (S.NOT_ANSWERED, None, False)


def test_a_written_grant_that_covers_channel_and_day_is_granted() -> None:
    yes = grant()
    found = state(yes)
    assert (found.state, found.because, found.may_appear) == (S.GRANTED, yes.id, True)


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        (None, S.NOT_ANSWERED),
        (replace(PAPER, reference="  "), S.NOT_ANSWERED),
        (Evidence(EvidenceKind.SCAN, "scan-7"), S.GRANTED),
        (Evidence(EvidenceKind.FORM, "forms/77/2025-09-01T08:00"), S.GRANTED),
        (Evidence(EvidenceKind.SHEET, "office, folder 3", "ab12", 7), S.GRANTED),
        (Evidence(EvidenceKind.SHEET, "office, folder 3"), S.NOT_ANSWERED),
        (Evidence(EvidenceKind.SHEET, "", "ab12", 7), S.NOT_ANSWERED),
    ],
)
def test_a_students_grant_needs_evidence_of_the_writing(evidence: Evidence | None, expected: S) -> None:
    found = state(grant(evidence=evidence))
    assert found.state is expected
    assert (Flag.NO_EVIDENCE in found.flags) is (expected is S.NOT_ANSWERED)


def test_a_grant_without_evidence_lifts_no_refusal() -> None:
    assert state(refusal(AUTUMN), grant(WINTER, evidence=None)).state is S.REFUSED


def test_a_grant_lapses_after_the_school_year_and_its_last_day_counts() -> None:
    yes = grant(AUTUMN)
    assert state(yes, on=date(2026, 6, 30)).state is S.GRANTED
    assert state(yes, on=date(2026, 7, 1)).state is S.LAPSED
    assert state(grant(date(2025, 6, 30)), on=date(2025, 6, 30)).state is S.GRANTED
    assert state(grant(date(2025, 6, 30)), on=date(2025, 7, 1)).state is S.LAPSED


def test_first_and_last_day_of_a_period_both_count() -> None:
    yes = grant(AUTUMN, effective=date(2025, 10, 1), until=date(2025, 10, 31))
    found = {day: state(yes, on=date(2025, *day)).state for day in [(9, 30), (10, 1), (10, 31), (11, 1)]}
    assert list(found.values()) == [S.NOT_ANSWERED, S.GRANTED, S.GRANTED, S.LAPSED]


def test_a_grant_cannot_hold_before_it_was_signed() -> None:
    yes = grant(WINTER, effective=AUTUMN)
    assert state(yes, on=AUTUMN).state is S.NOT_ANSWERED
    assert state(yes, on=WINTER).state is S.GRANTED


def test_the_expiry_rule_can_differ_by_channel() -> None:
    rules = ConsentRules(
        by_kind={ChannelKind.YEARBOOK: Expiry(8, 31), ChannelKind.SOCIAL: None},
        by_channel={"Yearbook": Expiry(6, 30, school_years=2)},
    )
    later = date(2027, 6, 30)
    other = replace(YEARBOOK, name="Year in print")
    yes = grant(AUTUMN, listed=frozenset({"Facebook", "Yearbook", "Year in print"}))
    assert state(yes, rules=rules, on=date(2030, 1, 1)).state is S.GRANTED
    assert state(yes, rules=rules, on=later, channel=YEARBOOK).state is S.GRANTED
    assert state(yes, rules=rules, on=later + timedelta(1), channel=YEARBOOK).state is S.LAPSED
    assert state(yes, rules=rules, on=date(2026, 8, 31), channel=other).state is S.GRANTED
    assert state(yes, rules=rules, on=date(2026, 9, 1), channel=other).state is S.LAPSED


@pytest.mark.parametrize(("month", "day", "years"), [(2, 29, 1), (2, 30, 1), (6, 30, 0), (6, 30, 21)])
def test_an_expiry_rule_that_cannot_be_is_refused(month: int, day: int, years: int) -> None:
    with pytest.raises(ValueError, match=r"day|school years"):
        Expiry(month, day, years)


@pytest.mark.parametrize("answer", [Answer.REFUSAL, Answer.WITHDRAWAL])
def test_an_explicit_no_never_expires_and_outlives_enrolment(answer: Answer) -> None:
    no = record(answer, date(2019, 9, 1), until=date(2020, 6, 30))
    left = replace(person(), left_on=date(2021, 6, 1))
    found = state(no, who=left)
    assert found.state is (S.REFUSED if answer is Answer.REFUSAL else S.WITHDRAWN)
    assert found.because == no.id


def test_all_channels_in_a_grant_are_those_listed_then_in_a_refusal_also_later_ones() -> None:
    later = Channel("Instagram", ChannelKind.SOCIAL, "designee", date(2026, 1, 1))
    assert state(grant(), channel=later).state is S.NOT_ANSWERED
    assert state(refusal(), channel=later).state is S.REFUSED
    assert state(refusal(AUTUMN), grant(WINTER), channel=later).state is S.REFUSED


def test_a_channel_is_found_whatever_the_case_of_its_name() -> None:
    assert state(refusal(channels=frozenset({"FACEBOOK"}))).state is S.REFUSED
    assert state(grant(), refusal(WINTER, channels=frozenset({"Yearbook"}))).state is S.GRANTED


def test_of_one_signer_the_latest_answer_wins() -> None:
    assert state(refusal(AUTUMN), grant(WINTER)).state is S.GRANTED
    assert state(grant(AUTUMN), refusal(WINTER)).state is S.REFUSED
    assert state(grant(AUTUMN), record(Answer.WITHDRAWAL, WINTER)).state is S.WITHDRAWN
    assert state(grant(AUTUMN), grant(WINTER, until=date(2026, 2, 1))).state is S.LAPSED


@pytest.mark.parametrize("first", [1, 2])
def test_on_one_day_the_no_wins_whatever_was_entered_first(first: int) -> None:
    assert state(refusal(AUTUMN, sequence=first), grant(AUTUMN, sequence=3 - first)).state is S.REFUSED


def test_a_no_is_lifted_only_by_the_same_signers_later_grant() -> None:
    no = refusal(AUTUMN, signer="Ada Roe")
    assert state(no, grant(WINTER, signer="Ben Roe")).state is S.CONFLICT
    assert state(no, grant(WINTER, signer=None)).state is S.CONFLICT
    assert state(no, grant(WINTER, signer="  ada  ROE ")).state is S.GRANTED
    assert state(no, grant(WINTER, signer="Ada Roe", effective=date(2026, 4, 1))).state is S.REFUSED


def test_signers_without_a_name_are_one_signer() -> None:
    assert state(refusal(AUTUMN, signer=None), grant(WINTER, signer=" ")).state is S.GRANTED


def test_guardians_who_disagree_are_a_conflict_and_flagged() -> None:
    no = refusal(AUTUMN, signer="Ada Roe")
    found = state(no, grant(WINTER, signer="Ben Roe"))
    assert (found.state, found.because, found.may_appear) == (S.CONFLICT, no.id, False)
    assert Flag.GUARDIANS_DISAGREE in found.flags


def test_a_lapsed_yes_beside_a_no_is_a_refusal_not_a_conflict() -> None:
    found = state(refusal(signer="Ada Roe"), grant(MAY, signer="Ben Roe"))
    assert found.state is S.REFUSED


def test_an_unreadable_answer_suspends_an_older_yes() -> None:
    unreadable = record(Answer.UNREADABLE, WINTER)
    found = state(grant(AUTUMN), unreadable)
    assert (found.state, found.because) == (S.NOT_ANSWERED, unreadable.id)
    assert Flag.UNREADABLE in found.flags
    assert state(grant(AUTUMN), unreadable, grant(date(2026, 2, 1))).state is S.GRANTED
    assert state(grant(AUTUMN, signer="Ada Roe"), unreadable).state is S.NOT_ANSWERED
    assert state(grant(date(2026, 2, 1), signer="Ada Roe"), unreadable).state is S.GRANTED


def test_an_unreadable_answer_lifts_no_refusal() -> None:
    assert state(refusal(AUTUMN), record(Answer.UNREADABLE, WINTER)).state is S.REFUSED


def test_an_answer_read_again_the_same_day_counts() -> None:
    assert state(record(Answer.UNREADABLE, AUTUMN, sequence=1), grant(AUTUMN, sequence=2)).state is S.GRANTED


def test_a_minors_no_counts_and_is_flagged_their_yes_does_not() -> None:
    found = state(grant(AUTUMN), own(Answer.REFUSAL, WINTER))
    assert (found.state, set(found.flags)) == (S.REFUSED, {Flag.NO_FROM_MINOR})
    alone = state(own(Answer.GRANT, WINTER))
    assert (alone.state, set(alone.flags)) == (S.NOT_ANSWERED, {Flag.YES_NOT_COUNTED})
    lifted = state(grant(AUTUMN), own(Answer.REFUSAL, AUTUMN), own(Answer.GRANT, WINTER))
    assert (lifted.state, set(lifted.flags)) == (S.GRANTED, set())


def test_a_no_from_someone_who_is_no_guardian_counts_and_is_flagged_their_yes_does_not() -> None:
    other = {"signer": "Uncle", "signer_role": SignerRole.OTHER}
    found = state(grant(AUTUMN), refusal(WINTER, **other))
    assert (found.state, set(found.flags)) == (S.REFUSED, {Flag.NO_FROM_OTHER})
    assert state(grant(AUTUMN, **other)).state is S.NOT_ANSWERED


BORN = date(2008, 3, 1)
ADULT = person(born=BORN, grade="12")


def test_at_18_a_guardians_grant_ends() -> None:
    yes = grant(AUTUMN)
    assert state(yes, who=ADULT, on=date(2026, 2, 28)).state is S.GRANTED
    found = state(yes, who=ADULT, on=date(2026, 3, 1))
    assert (found.state, found.because) == (S.LAPSED, yes.id)
    assert found.flags == {Flag.ENDED_AT_18}


def test_at_18_a_refusal_stays_until_the_student_answers() -> None:
    no = refusal(AUTUMN)
    assert state(no, who=ADULT).state is S.REFUSED
    assert state(no, own(Answer.GRANT, date(2026, 3, 5)), who=ADULT).state is S.GRANTED
    assert state(no, own(Answer.GRANT, date(2026, 3, 5), evidence=None), who=ADULT).state is S.REFUSED
    assert state(no, own(Answer.REFUSAL, date(2026, 3, 5)), who=ADULT).state is S.REFUSED
    same_day = refusal(date(2026, 3, 5)), own(Answer.GRANT, date(2026, 3, 5))
    assert state(*same_day, who=ADULT).state is S.REFUSED


def test_at_18_only_a_yes_signed_at_18_counts() -> None:
    assert state(own(Answer.GRANT, date(2026, 2, 27)), who=ADULT).state is S.NOT_ANSWERED
    assert state(own(Answer.GRANT, date(2026, 3, 1)), who=ADULT).state is S.GRANTED


def test_a_minors_own_no_still_counts_at_18() -> None:
    assert state(own(Answer.REFUSAL, WINTER), who=ADULT).state is S.REFUSED


def test_after_the_students_own_yes_a_guardians_later_no_counts_and_is_flagged() -> None:
    own_yes = own(Answer.GRANT, date(2026, 3, 2))
    found = state(own_yes, refusal(date(2026, 3, 5)), who=ADULT)
    assert (found.state, set(found.flags)) == (S.REFUSED, {Flag.NO_FROM_OTHER})


def test_an_unreadable_answer_at_18_is_not_answered() -> None:
    found = state(grant(AUTUMN), own(Answer.UNREADABLE, date(2026, 3, 2)), who=ADULT)
    assert found.state is S.NOT_ANSWERED


@pytest.mark.parametrize(
    ("grade", "flagged"), [("11", True), ("Grade 12", True), ("10", False), (None, False), ("K", False)]
)
def test_without_a_birth_date_a_student_is_under_18_and_flagged_from_grade_11(
    grade: str | None, flagged: bool
) -> None:
    found = state(grant(), who=person(born=None, grade=grade))
    assert found.state is S.GRANTED
    assert (Flag.NO_BIRTH_DATE in found.flags) is flagged
    assert found.under_13 is None


def test_born_on_29_february_turns_18_on_1_march() -> None:
    leap = person(born=date(2008, 2, 29))
    assert state(grant(), who=leap, on=date(2026, 2, 28)).state is S.GRANTED
    assert state(grant(), who=leap, on=date(2026, 3, 1)).state is S.LAPSED


def test_under_13_is_known_from_the_birth_date() -> None:
    assert state(who=person(born=date(2013, 3, 11))).under_13 is True
    assert state(who=person(born=date(2013, 3, 10))).under_13 is False
    assert state(who=person("p", Role.CO_WORKER, born=None)).under_13 is False


TEACHER = person("p", Role.CO_WORKER, born=None, grade=None)


def test_a_co_worker_answers_for_themselves_without_writing() -> None:
    assert state(own(Answer.GRANT, AUTUMN, evidence=None), who=TEACHER).state is S.GRANTED
    assert state(grant(AUTUMN), who=TEACHER).state is S.NOT_ANSWERED
    assert state(own(Answer.REFUSAL, AUTUMN), who=TEACHER).state is S.REFUSED
    assert state(refusal(AUTUMN), who=TEACHER).flags == {Flag.NO_FROM_OTHER}
    assert state(refusal(AUTUMN), own(Answer.GRANT, WINTER), who=TEACHER).state is S.GRANTED


def test_a_guest_follows_the_students_rows() -> None:
    guest = person("p", Role.GUEST)
    assert state(grant(), who=guest).state is S.GRANTED
    assert state(own(Answer.GRANT, AUTUMN), who=guest).state is S.NOT_ANSWERED


def test_whoever_has_no_role_follows_the_students_rows() -> None:
    nobody = replace(person(), roles=frozenset())
    assert state(own(Answer.GRANT, AUTUMN), who=nobody).state is S.NOT_ANSWERED
    assert state(grant(), who=nobody).may_appear


def test_a_student_who_is_employed_needs_both() -> None:
    both = person("p", Role.STUDENT, Role.CO_WORKER)
    assert state(grant(), who=both).state is S.NOT_ANSWERED
    assert state(own(Answer.GRANT, AUTUMN), who=both).state is S.NOT_ANSWERED
    assert state(grant(), own(Answer.GRANT, AUTUMN), who=both).state is S.GRANTED
    assert state(grant(), own(Answer.REFUSAL, AUTUMN), who=both).state is S.REFUSED


def test_a_protection_goes_before_everything_and_names_itself() -> None:
    guards = [protection(date(2026, 3, 1), date(2026, 3, 20))]
    found = state_of(person(), [grant()], guards, SOCIAL, DAY, RULES)
    assert (found.state, found.because, found.protected) == (S.PROTECTED, "guard", True)
    for day, expected in [((3, 1), True), ((2, 28), False), ((3, 19), True), ((3, 20), False)]:
        assert state_of(person(), [grant()], guards, SOCIAL, date(2026, *day), RULES).protected is expected


def test_a_protection_set_in_the_evening_holds_that_evening() -> None:
    late = replace(protection(DAY), set_at=datetime(2026, 3, 11, 2, tzinfo=UTC))  # 20:00 the day before, by UTC-6
    assert state_of(person(), [grant()], [late], SOCIAL, DAY, RULES).protected


def test_other_peoples_records_and_protections_do_not_matter() -> None:
    strangers = [replace(protection(AUTUMN), person="q")]
    assert state_of(person(), [grant(), refusal(person="q")], strangers, SOCIAL, DAY, RULES).may_appear


def test_a_correction_supersedes_the_old_answer_and_a_void_only_removes_it() -> None:
    no = refusal(AUTUMN)
    assert state(no, grant(AUTUMN, supersedes=no.id)).state is S.GRANTED
    assert state(no, record(Answer.VOID, AUTUMN, supersedes=no.id)).state is S.NOT_ANSWERED
    wrong_child = record(Answer.VOID, AUTUMN, supersedes=no.id, person="q")
    assert state(no, wrong_child).state is S.REFUSED


def test_a_superseded_answer_does_not_come_back_and_an_older_entry_supersedes_nothing() -> None:
    no = refusal(AUTUMN, sequence=10)
    void = record(Answer.VOID, AUTUMN, sequence=11, supersedes="r10")
    void_of_void = record(Answer.VOID, AUTUMN, sequence=12, supersedes="r11")
    assert state(no, void, void_of_void).state is S.NOT_ANSWERED
    assert state(no, record(Answer.VOID, AUTUMN, sequence=9, supersedes="r10")).state is S.REFUSED


def test_a_no_counts_as_soon_as_anybody_knew_it() -> None:
    postponed = refusal(WINTER, effective=date(2026, 12, 1))
    slip = refusal(date(2062, 1, 5), effective=date(2062, 1, 5), recorded_at=datetime(2026, 1, 5, 18, tzinfo=UTC))
    for no in (postponed, slip):
        assert state(grant(AUTUMN), no).state is S.REFUSED
        assert state(grant(AUTUMN), no, on=date(2026, 1, 4)).state is S.GRANTED


def test_conditions_come_with_a_grant_and_a_later_no_does_not_unsay_them() -> None:
    no_name, group = frozenset({Condition.NO_NAME}), frozenset({Condition.GROUP_ONLY})
    ada = grant(AUTUMN, signer="Ada Roe", conditions=no_name)
    ben = grant(AUTUMN, signer="Ben Roe", conditions=group)
    assert state(ada, ben).conditions == no_name | group
    assert state(ada, refusal(WINTER, signer="Ada Roe")).conditions == no_name
    assert state(ada, grant(WINTER, signer="Ada Roe")).conditions == frozenset()
    assert state(ada, who=ADULT).conditions == frozenset()


answers = st.builds(
    lambda answer, day, signer, role, evidence, channels, until: (
        answer,
        AUTUMN + timedelta(days=day * 30),
        {
            "signer": signer,
            "signer_role": role,
            "evidence": evidence,
            "channels": channels,
            "until": until,
        },
    ),
    st.sampled_from([Answer.GRANT, Answer.GRANT, Answer.REFUSAL, Answer.WITHDRAWAL, Answer.UNREADABLE]),
    st.integers(0, 6),
    st.sampled_from([None, "Ada Roe", "Ben Roe"]),
    st.sampled_from([SignerRole.GUARDIAN, SignerRole.GUARDIAN, SignerRole.SELF, SignerRole.OTHER]),
    st.sampled_from([PAPER, PAPER, None]),
    st.sampled_from([None, frozenset({"Facebook"}), frozenset({"Yearbook"})]),
    st.sampled_from([None, None, date(2026, 2, 1)]),
)
people = st.sampled_from([person(), ADULT, TEACHER, person("p", Role.STUDENT, Role.CO_WORKER)])


def made(drawn: list[tuple[Answer, date, dict[str, object]]]) -> list[ConsentRecord]:
    return [record(answer, day, sequence=n, **rest) for n, (answer, day, rest) in enumerate(drawn)]


@given(st.lists(answers, max_size=5), people, st.randoms(use_true_random=False))
@settings(max_examples=300, deadline=None)
def test_the_order_in_which_records_are_given_never_matters(drawn: list, who: Person, random: object) -> None:  # type: ignore[type-arg]
    records = made(drawn)
    shuffled = list(records)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert state(*shuffled, who=who) == state(*records, who=who)


@given(st.lists(answers, max_size=4), people, answers)
@settings(max_examples=400, deadline=None)
def test_one_more_no_never_lets_anyone_appear(drawn: list, who: Person, extra: tuple) -> None:  # type: ignore[type-arg]
    records = made(drawn)
    no = record(Answer.REFUSAL, extra[1], sequence=99, **extra[2])
    before, after = state(*records, who=who), state(*records, no, who=who)
    assert before.may_appear or not after.may_appear
    assert before.conditions <= after.conditions
