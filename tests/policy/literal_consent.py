"""The consent of a person read literally from the product's rules: slow, and written apart from `consents`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta, timezone

from consentry_policy.channels import Channel
from consentry_policy.facts import ConsentState
from consentry_policy.people import Person, Protection, Role
from consentry_policy.records import Answer, ConsentRecord, EvidenceKind, SignerRole

NO = (Answer.REFUSAL, Answer.WITHDRAWAL)
LOCAL = timezone(timedelta(hours=-6))
SEVERITY = [
    ConsentState.GRANTED,
    ConsentState.NOT_ANSWERED,
    ConsentState.LAPSED,
    ConsentState.REFUSED,
    ConsentState.WITHDRAWN,
    ConsentState.CONFLICT,
    ConsentState.PROTECTED,
]


def literal_state(
    person: Person,
    records: Iterable[ConsentRecord],
    protections: Iterable[Protection],
    channel: Channel,
    day: date,
) -> ConsentState:
    """The state for a school year that ends on 30 June, by UTC-6."""
    for guard in protections:
        begun = guard.person == person.id and guard.set_at.astimezone(LOCAL).date() <= day
        if begun and (guard.lifted_at is None or guard.lifted_at.astimezone(LOCAL).date() > day):
            return ConsentState.PROTECTED
    all_of_them = [r for r in records if r.person == person.id]
    valid = [
        r
        for r in all_of_them
        if r.answer is not Answer.VOID
        and not any(c.supersedes == r.id and c.sequence > r.sequence for c in all_of_them)
        and speaks_of(r, channel)
        and has_begun(r, day)
    ]
    states = []
    if Role.CO_WORKER in person.roles:
        states.append(answers_alone(valid, day, date.min))
    if person.roles != frozenset({Role.CO_WORKER}):
        written = [r for r in valid if r.answer is not Answer.GRANT or is_written(r)]
        adult_on = eighteenth(person.birth_date)
        states.append(as_minor(written, day) if day < adult_on else answers_alone(written, day, adult_on))
    return max(states, key=SEVERITY.index)


def speaks_of(record: ConsentRecord, channel: Channel) -> bool:
    if record.channels is not None:
        return channel.name in record.channels
    return record.answer is not Answer.GRANT or channel.name in record.listed


def has_begun(record: ConsentRecord, day: date) -> bool:
    if record.answer is Answer.GRANT:
        return record.signed_on <= day and record.effective <= day
    return record.signed_on <= day or record.effective <= day or record.recorded_at.astimezone(LOCAL).date() <= day


def is_written(record: ConsentRecord) -> bool:
    evidence = record.evidence
    if evidence is None or evidence.reference.strip() == "":
        return False
    return evidence.kind is not EvidenceKind.SHEET or (
        bool(evidence.sheet_sha256) and evidence.sheet_row is not None
    )


def eighteenth(born: date | None) -> date:
    if born is None:
        return date.max
    if (born.month, born.day) == (2, 29):
        return date(born.year + 18, 3, 1)
    return date(born.year + 18, born.month, born.day)


def holds(grant: ConsentRecord, day: date) -> bool:
    if grant.until is not None:
        return day <= grant.until
    first = max(grant.signed_on, grant.effective)
    end = date(first.year, 6, 30)
    return day <= (end if first <= end else date(first.year + 1, 6, 30))


def by_signer(records: list[ConsentRecord]) -> list[list[ConsentRecord]]:
    def key(record: ConsentRecord) -> str:
        if record.signer_role is SignerRole.SELF:
            return "the person"
        return "name: " + " ".join((record.signer or "").split()).casefold()

    return [[r for r in records if key(r) == signer] for signer in {key(r) for r in records}]


def final_word(answers: list[ConsentRecord]) -> ConsentRecord:
    """What one signer's answers come to: a no until a grant of a later day, else the youngest."""
    noes = sorted((r for r in answers if r.answer in NO), key=lambda r: (r.signed_on, r.sequence))
    if noes:
        grants = [r for r in answers if r.answer is Answer.GRANT and r.signed_on > noes[-1].signed_on]
        if not grants:
            return noes[-1]
        answers = [r for r in answers if r.signed_on > noes[-1].signed_on]
        first = min(grants, key=lambda r: (r.signed_on, r.sequence))
        answers = [r for r in answers if (r.signed_on, r.sequence) >= (first.signed_on, first.sequence)]
    return max(answers, key=lambda r: (r.signed_on, r.sequence))


def as_minor(records: list[ConsentRecord], day: date) -> ConsentState:
    words = [final_word(answers) for answers in by_signer(records)]
    guardians = [w for w in words if w.signer_role is SignerRole.GUARDIAN]
    yes = [w for w in guardians if w.answer is Answer.GRANT and holds(w, day) and not suspended(w, words)]
    noes = [w for w in words if w.answer in NO]
    if noes:
        if yes and any(w in guardians for w in noes):
            return ConsentState.CONFLICT
        return kind_of(noes)
    if yes:
        return ConsentState.GRANTED
    if any(w.answer is Answer.UNREADABLE for w in words):
        return ConsentState.NOT_ANSWERED
    return ConsentState.LAPSED if any(w.answer is Answer.GRANT for w in guardians) else ConsentState.NOT_ANSWERED


def answers_alone(records: list[ConsentRecord], day: date, since: date) -> ConsentState:
    """Who answers for themselves, a yes from ``since`` on; a guardian's grant has ended."""
    words = [final_word(answers) for answers in by_signer(records)]
    own = [w for w in words if w.signer_role is SignerRole.SELF]
    own_yes = [w for w in own if w.answer is Answer.GRANT and w.signed_on >= since]
    answered = [w.signed_on for w in own_yes] + [w.signed_on for w in own if w.answer in NO]
    noes = [w for w in words if w.answer in NO and (w in own or not any(a > w.signed_on for a in answered))]
    if noes:
        return kind_of(noes)
    if any(holds(w, day) and not suspended(w, words) for w in own_yes):
        return ConsentState.GRANTED
    if any(w.answer is Answer.UNREADABLE for w in words):
        return ConsentState.NOT_ANSWERED
    ended = since > date.min and any(
        w.answer is Answer.GRANT and w.signer_role is SignerRole.GUARDIAN for w in words
    )
    return ConsentState.LAPSED if own_yes or ended else ConsentState.NOT_ANSWERED


def suspended(word: ConsentRecord, words: list[ConsentRecord]) -> bool:
    return any(
        w.answer is Answer.UNREADABLE and (w.signed_on, w.sequence) > (word.signed_on, word.sequence)
        for w in words
    )


def kind_of(noes: list[ConsentRecord]) -> ConsentState:
    latest = max(noes, key=lambda w: (w.signed_on, w.sequence))
    return ConsentState.WITHDRAWN if latest.answer is Answer.WITHDRAWAL else ConsentState.REFUSED
