"""What held on any past day, and why."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from policy_makers import SOCIAL, grant, person, protection, record, refusal

from consentry_policy.consents import ConsentRules, Span, state_of, timeline
from consentry_policy.facts import ConsentState as S
from consentry_policy.records import Answer

RULES = ConsentRules()
FIRST, LAST = date(2025, 8, 1), date(2026, 8, 31)


def told(spans: list[Span]) -> list[tuple[date, date, S, str | None]]:
    return [(span.first, span.last, span.standing.state, span.standing.because) for span in spans]


def test_a_timeline_names_each_stretch_and_the_record_that_decides() -> None:
    yes, no = (
        grant(date(2025, 9, 1)),
        record(Answer.WITHDRAWAL, date(2026, 2, 1), channels=frozenset({"Facebook"})),
    )
    again = grant(date(2026, 4, 1))
    spans = timeline(person(), [again, no, yes], [], SOCIAL, RULES, first=FIRST, last=LAST)
    assert told(spans) == [
        (FIRST, date(2025, 8, 31), S.NOT_ANSWERED, None),
        (date(2025, 9, 1), date(2026, 1, 31), S.GRANTED, yes.id),
        (date(2026, 2, 1), date(2026, 3, 31), S.WITHDRAWN, no.id),
        (date(2026, 4, 1), date(2026, 6, 30), S.GRANTED, again.id),
        (date(2026, 7, 1), LAST, S.LAPSED, again.id),
    ]


def test_a_timeline_agrees_with_the_state_of_every_day() -> None:
    who = person(born=date(2008, 2, 29))
    records = [grant(date(2025, 9, 1)), refusal(date(2026, 1, 10), signer="Ada Roe"), grant(date(2025, 12, 1))]
    guards = [protection(date(2025, 10, 3), date(2025, 11, 3))]
    spans = timeline(who, records, guards, SOCIAL, RULES, first=FIRST, last=LAST)
    day = FIRST
    while day <= LAST:
        [span] = [span for span in spans if span.first <= day <= span.last]
        assert span.standing == state_of(who, records, guards, SOCIAL, day, RULES), day
        day += timedelta(days=1)


def test_a_timeline_can_be_told_as_it_was_known_then() -> None:
    wrong = grant(date(2025, 9, 1))
    void = record(Answer.VOID, date(2026, 3, 1), supersedes=wrong.id)
    lifted = protection(date(2025, 10, 1), date(2025, 12, 1))
    then = datetime(2025, 11, 1, tzinfo=UTC)
    told_then = timeline(
        person(), [wrong, void], [lifted], SOCIAL, RULES, first=FIRST, last=date(2026, 1, 1), known_at=then
    )
    assert [span.standing.state for span in told_then] == [S.NOT_ANSWERED, S.GRANTED, S.PROTECTED]
    now = timeline(person(), [wrong, void], [lifted], SOCIAL, RULES, first=FIRST, last=date(2026, 1, 1))
    assert [span.standing.state for span in now] == [S.NOT_ANSWERED, S.PROTECTED, S.NOT_ANSWERED]
    before = timeline(
        person(), [], [lifted], SOCIAL, RULES, first=FIRST, last=LAST, known_at=datetime(2025, 9, 1, tzinfo=UTC)
    )
    assert told(before) == [(FIRST, LAST, S.NOT_ANSWERED, None)]
    after = datetime(2026, 1, 1, tzinfo=UTC)
    spans = timeline(person(), [], [lifted], SOCIAL, RULES, first=FIRST, last=LAST, known_at=after)
    assert len(spans) == 3


def test_a_grant_without_end_reaches_the_last_day_there_is() -> None:
    yes = grant(date(2025, 9, 1), until=date.max)
    spans = timeline(person(born=None), [yes], [], SOCIAL, RULES, first=FIRST, last=LAST)
    assert [span.standing.state for span in spans] == [S.NOT_ANSWERED, S.GRANTED]
