"""What held of a person on any day, past or to come, and since when: "might she appear in October?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from consentry.services.roster import known
from consentry.services.session import Session
from consentry_policy.channels import Channel
from consentry_policy.consents import timeline
from consentry_policy.facts import ConsentState
from consentry_policy.people import Person, PersonId, Protection
from consentry_policy.records import ConsentRecord
from consentry_policy.sentences import Sentence, say

_LATEST = timedelta(days=366)  # how far ahead the end of a standing is looked for


@dataclass(frozen=True, slots=True)
class Held:
    """Where a person stood for a channel on a day. ``first`` and ``last``: the days between which it holds
    unchanged, None where it held from the beginning, or holds longer than a year from now. ``because``: the id of
    the record; ``ground`` says it in words. ``listed``: whether photos may go to that channel on that day.
    """

    channel: str
    state: ConsentState
    first: date | None
    last: date | None
    because: str | None
    ground: Sentence
    listed: bool


def held_on(session: Session, person: PersonId, day: date) -> list[Held]:
    """Where a person stood on a day, for every channel there is, by its name.

    As it is known today: what was recorded late for that day counts. Raises MendableError.
    """
    with session.vault.read() as unit:
        found = known(unit, person)
        records, flags = unit.consents.of(person), unit.protections.of(person)
        channels = sorted(unit.channels.all(), key=lambda c: c.name.casefold())
        return [_held(session, found, records, flags, channel, day) for channel in channels]


def _held(
    session: Session,
    person: Person,
    records: Sequence[ConsentRecord],
    flags: Sequence[Protection],
    channel: Channel,
    day: date,
) -> Held:
    first = min([day, *(r.signed_on for r in records), *(f.set_at.date() for f in flags)]) - timedelta(days=1)
    last = max(day, session.today) + _LATEST
    spans = timeline(person, records, flags, channel, session.policy.consent_rules, first=first, last=last)
    span = next(s for s in spans if s.first <= day <= s.last)
    because = span.standing.because
    return Held(
        channel=channel.name,
        state=span.standing.state,
        first=None if span.first == first else span.first,
        last=None if span.last == last else span.last,
        because=because,
        ground=_ground(because, records, flags),
        listed=channel.authorised(day),
    )


def _ground(because: str | None, records: Sequence[ConsentRecord], flags: Sequence[Protection]) -> Sentence:
    record = next((r for r in records if r.id == because), None)
    if record is not None:
        answer, day = Sentence(record.answer.value), record.signed_on.isoformat()
        signer = record.signer or Sentence(record.signer_role.value)
        return say("{answer} of {day}, {signer}", answer=answer, day=day, signer=signer)
    flag = next((f for f in flags if f.id == because), None)
    if flag is None:
        return Sentence("no answer on record")
    return say("protected since {day}", day=flag.set_at.date().isoformat())
