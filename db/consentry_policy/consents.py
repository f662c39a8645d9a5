"""The consent of a person, for a channel, on a day. Nothing else in Consentry computes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from consentry_policy.ages import ADULT_AT, TEEN_AT, birthday, may_be_adult, reached
from consentry_policy.answers import (
    Says,
    Voice,
    covers,
    evidenced,
    first_day,
    last_day,
    standing_records,
    voices,
)
from consentry_policy.channels import Channel, Condition
from consentry_policy.facts import ConsentState, Standing
from consentry_policy.people import Person, Protection
from consentry_policy.records import Answer, ConsentRecord, SignerRole
from consentry_policy.rules import ConsentRules, Expiry

__all__ = ["ConsentRules", "Expiry", "Flag", "Span", "state_of", "timeline"]


class Flag(StrEnum):
    """What the office should look at."""

    GUARDIANS_DISAGREE = "guardians disagree"
    NO_FROM_MINOR = "a no from the student, who is under 18"
    NO_FROM_OTHER = "a no from someone who is not a guardian"
    YES_NOT_COUNTED = "a yes from someone who cannot give it"
    NO_EVIDENCE = "a grant without evidence of the writing"
    UNREADABLE = "an answer that could not be read"
    ENDED_AT_18 = "a guardian's grant ended at 18"
    NO_BIRTH_DATE = "no birth date: may be 18"


_YESES = frozenset({Says.YES, Says.LAPSED})
_STRICTEST = (
    ConsentState.PROTECTED,
    ConsentState.CONFLICT,
    ConsentState.WITHDRAWN,
    ConsentState.REFUSED,
    ConsentState.LAPSED,
    ConsentState.NOT_ANSWERED,
    ConsentState.GRANTED,
)


@dataclass(frozen=True, slots=True)
class _Found:
    """What one rule (the students' or the co-workers') comes to."""

    state: ConsentState
    because: str | None
    flags: frozenset[str]
    conditions: frozenset[Condition] = frozenset()


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of days, both ends counting, in which one standing held."""

    first: date
    last: date
    standing: Standing


def state_of(
    person: Person,
    records: Iterable[ConsentRecord],
    protections: Iterable[Protection],
    channel: Channel,
    day: date,
    rules: ConsentRules,
) -> Standing:
    """The person's standing for ``channel`` on ``day`` (product rules, "Consent of a person").

    ``records`` and ``protections`` may hold other people's, in any order. A person under both rules needs both:
    the stricter finding is the state, flags and conditions of both are kept.
    """
    mine = standing_records(person.id, records)
    found = []
    if person.student_rules or not person.co_worker_rules:
        found.append(_as_student(person, mine, channel, day, rules))
    if person.co_worker_rules:
        found.append(_as_co_worker(person, mine, channel, day, rules))
    decisive = min(found, key=lambda f: _STRICTEST.index(f.state))
    standing = Standing(
        person=person.id,
        student_rules=person.student_rules,
        co_worker_rules=person.co_worker_rules,
        state=decisive.state,
        conditions=frozenset().union(*(f.conditions for f in found)),
        under_13=_under_13(person, day),
        flags=frozenset().union(*(f.flags for f in found)),
        because=decisive.because,
    )
    held = [p for p in protections if p.person == person.id and _holds(p, day, rules)]
    if not held:
        return standing
    because = min(held, key=lambda p: (p.set_at, p.id)).id
    return replace(standing, state=ConsentState.PROTECTED, because=because)


def _holds(protection: Protection, day: date, rules: ConsentRules) -> bool:
    """Whether a protection is in force: from the day it was set until the day before it was lifted."""
    if rules.day_of(protection.set_at) > day:
        return False
    return protection.lifted_at is None or rules.day_of(protection.lifted_at) > day


def _under_13(person: Person, day: date) -> bool | None:
    """Whether the person is under 13; a co-worker without a birth date is not."""
    teen = reached(person.birth_date, TEEN_AT, day)
    if teen is None:
        return None if person.student_rules or not person.co_worker_rules else False
    return not teen


def _as_student(
    person: Person, mine: Sequence[ConsentRecord], channel: Channel, day: date, rules: ConsentRules
) -> _Found:
    """436 IV.C.2: a guardian's written consent; from 18 on the student's own, signed at 18 or later."""
    said = voices(mine, channel, day, rules, written=True)
    flags = {Flag.NO_EVIDENCE} if _without_writing(mine, channel) else set()
    if person.birth_date is None and may_be_adult(person.grade):
        flags.add(Flag.NO_BIRTH_DATE)
    if person.birth_date is None or not reached(person.birth_date, ADULT_AT, day):
        return _weigh(said, lambda r: r.signer_role is SignerRole.GUARDIAN, flags, guardians=True)
    adult_on = birthday(person.birth_date, ADULT_AT)
    found = _own_word(said, lambda r: r.signer_role is SignerRole.SELF and r.signed_on >= adult_on, flags)
    ended = [v for v in said if v.says in _YESES and v.record.signer_role is SignerRole.GUARDIAN]
    if found.because is not None or not ended:
        return found
    because = max(ended, key=_age).record.id
    flags_now = found.flags - {Flag.YES_NOT_COUNTED} | {Flag.ENDED_AT_18}
    return replace(found, state=ConsentState.LAPSED, because=because, flags=flags_now)


def _as_co_worker(
    person: Person, mine: Sequence[ConsentRecord], channel: Channel, day: date, rules: ConsentRules
) -> _Found:
    """436 IV.C.1: the co-worker's own consent, on record; no writing is asked."""
    said = voices(mine, channel, day, rules, written=False)
    return _own_word(said, lambda r: r.signer_role is SignerRole.SELF, set())


def _without_writing(mine: Sequence[ConsentRecord], channel: Channel) -> bool:
    return any(r.answer is Answer.GRANT and covers(r, channel) and not evidenced(r.evidence) for r in mine)


def _own_word(said: Sequence[Voice], eligible: Callable[[ConsentRecord], bool], flags: set[Flag]) -> _Found:
    """Someone who answers for themselves: others' noes stay until the person has answered after them."""
    own = [
        v.record.signed_on
        for v in said
        if v.record.signer_role is SignerRole.SELF
        and (v.says is Says.NO or (v.says in _YESES and eligible(v.record)))
    ]
    kept = [
        v
        for v in said
        if v.says is not Says.NO
        or v.record.signer_role is SignerRole.SELF
        or not any(on > v.record.signed_on for on in own)
    ]
    return _weigh(kept, eligible, flags, guardians=False)


def _weigh(
    said: Sequence[Voice], eligible: Callable[[ConsentRecord], bool], flags: set[Flag], *, guardians: bool
) -> _Found:
    """All signers together; the most restrictive wins. ``eligible``: whose yes counts. ``guardians``: they
    answer; otherwise the person does. A yes that is older than an unreadable answer is suspended by it.
    """
    noes = [v for v in said if v.says is Says.NO]
    unread = [v for v in said if v.says is Says.UNREADABLE]
    counted = [v for v in said if v.says in _YESES and eligible(v.record)]
    suspended = max((_age(v) for v in unread), default=None)
    yes = [v for v in counted if v.says is Says.YES and (suspended is None or _age(v) > suspended)]
    split = guardians and bool(yes) and any(v.record.signer_role is SignerRole.GUARDIAN for v in noes)
    state, decisive = ConsentState.NOT_ANSWERED, None
    for held_state, held in (
        (ConsentState.CONFLICT if split else _kind_of_no(noes), noes),
        (ConsentState.GRANTED, yes),
        (ConsentState.NOT_ANSWERED, unread),
        (ConsentState.LAPSED, counted),
    ):
        if held:
            state, decisive = held_state, max(held, key=_age).record.id
            break
    grants = [v.grant for v in said if v.grant is not None and eligible(v.grant)]
    conditions: frozenset[Condition] = frozenset().union(*(grant.conditions for grant in grants))
    raised = flags | _flags(said, state, eligible, guardians=guardians)
    return _Found(state, decisive, frozenset(raised), conditions)


def _kind_of_no(noes: Sequence[Voice]) -> ConsentState:
    """The latest no names the state."""
    latest = max(noes, key=_age, default=None)
    withdrawn = latest is not None and latest.record.answer is Answer.WITHDRAWAL
    return ConsentState.WITHDRAWN if withdrawn else ConsentState.REFUSED


def _age(voice: Voice) -> tuple[date, int]:
    """Older answers sort first."""
    return voice.record.signed_on, voice.record.sequence


def _flags(
    said: Sequence[Voice], state: ConsentState, eligible: Callable[[ConsentRecord], bool], *, guardians: bool
) -> set[Flag]:
    """What the office should look at in these answers."""
    flags = {Flag.GUARDIANS_DISAGREE} if state is ConsentState.CONFLICT else set()
    for voice in said:
        role = voice.record.signer_role
        if voice.says is Says.UNREADABLE:
            flags.add(Flag.UNREADABLE)
        elif voice.says is Says.YES and state is ConsentState.NOT_ANSWERED and not eligible(voice.record):
            flags.add(Flag.YES_NOT_COUNTED)
        elif voice.says is Says.NO and guardians and role is SignerRole.SELF:
            flags.add(Flag.NO_FROM_MINOR)
        elif voice.says is Says.NO and role is not _who_answers(guardians=guardians):
            flags.add(Flag.NO_FROM_OTHER)
    return flags


def _who_answers(*, guardians: bool) -> SignerRole:
    return SignerRole.GUARDIAN if guardians else SignerRole.SELF


def timeline(
    person: Person,
    records: Iterable[ConsentRecord],
    protections: Iterable[Protection],
    channel: Channel,
    rules: ConsentRules,
    *,
    first: date,
    last: date,
    known_at: datetime | None = None,
) -> list[Span]:
    """What held on each day from ``first`` to ``last``, oldest first, and (``standing.because``) why.

    ``known_at`` (an aware instant): as it was known then, without what was recorded later.
    """
    seen = [r for r in records if r.person == person.id and (known_at is None or r.recorded_at <= known_at)]
    guarded = [_as_known(p, known_at) for p in protections if p.person == person.id]
    guarded = [p for p in guarded if known_at is None or p.set_at <= known_at]
    spans: list[Span] = []
    turns = {first} | {d for d in _turns(person, seen, guarded, channel, rules) if first < d <= last}
    for day in sorted(turns):
        standing = state_of(person, seen, guarded, channel, day, rules)
        if spans and spans[-1].standing == standing:
            continue
        if spans:
            spans[-1] = replace(spans[-1], last=day - timedelta(days=1))
        spans.append(Span(day, last, standing))
    return spans


def _as_known(protection: Protection, known_at: datetime | None) -> Protection:
    """The protection without a lifting that came after ``known_at``."""
    if known_at is None or protection.lifted_at is None or protection.lifted_at <= known_at:
        return protection
    return replace(protection, lifted_at=None, lifted_by=None)


def _turns(
    person: Person,
    records: Sequence[ConsentRecord],
    protections: Sequence[Protection],
    channel: Channel,
    rules: ConsentRules,
) -> set[date]:
    """Every day on which the standing can change."""
    days = {first_day(record, rules) for record in records}
    ends = {end for r in records if (end := last_day(r, channel, rules)) is not None}
    days |= {end + timedelta(days=1) for end in ends if end < date.max}
    days |= {rules.day_of(at) for p in protections for at in (p.set_at, p.lifted_at) if at is not None}
    if person.birth_date is not None:
        days |= {birthday(person.birth_date, years) for years in (TEEN_AT, ADULT_AT)}
    return days
