"""A school year as a script: 2,000 people, 20 channels and events, the facts of 10,000 photos, 500 changes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from consentry_policy.channels import Channel, ChannelKind, Condition
from consentry_policy.consents import ConsentRules, state_of
from consentry_policy.events import Authorisation, Event, EventKind
from consentry_policy.facts import Attestation, EventFacts, Mark, PhotoFacts, Standing
from consentry_policy.people import Person, Protection, Role
from consentry_policy.recognise import Bands, once_per_photo, recognise
from consentry_policy.records import Answer, ConsentRecord, Evidence, EvidenceKind, SignerRole

START = date(2025, 9, 2)
BANDS = Bands(wide=0.3, strict=0.5, margin=0.05, wide_margin=0.15)
RULES = ConsentRules()
PAPER = Evidence(EvidenceKind.PAPER, "office, folder 3")
WORDS = list(Attestation)


@dataclass(frozen=True)
class Photo:
    """What stays of a photo whatever is decided about people."""

    id: int
    channel: str
    event: str | None
    sights: tuple[tuple[tuple[tuple[str, float], ...], float], ...]  # scores, and a draw of how it is hidden
    attestations: frozenset[Attestation]
    marks: frozenset[Mark]


@dataclass
class Year:
    """The district as it stands, and what a day can do to it."""

    random: Random
    people: dict[str, Person] = field(default_factory=dict)
    records: dict[str, list[ConsentRecord]] = field(default_factory=lambda: defaultdict(list))
    protections: dict[str, list[Protection]] = field(default_factory=lambda: defaultdict(list))
    channels: dict[str, Channel] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    photos: list[Photo] = field(default_factory=list)
    by_person: dict[str, list[Photo]] = field(default_factory=lambda: defaultdict(list))
    sequence: int = 0
    known: dict[tuple[str, str, date], Standing] = field(default_factory=dict)

    def begin(self) -> None:
        kinds = list(ChannelKind)
        for number in range(10):
            demands = frozenset({list(Condition)[number % 3]}) if number >= 8 else frozenset()
            name = f"channel {number}"
            self.channels[name] = Channel(name, kinds[number % 6], "designee", date(2025, 8, 1), demands=demands)
        for number in range(10):
            day = START + timedelta(days=25 * number)
            self.events[f"event {number}"] = Event(f"event {number}", "a game", EventKind.SPORT, day)
        for number in range(2000):
            self._enrol(f"p{number}")
        for number in range(10_000):
            self._take(number)

    def _enrol(self, id_: str) -> None:
        draw = self.random.random()
        roles = {Role.STUDENT} if draw < 0.9 else {Role.CO_WORKER} if draw < 0.99 else set(Role)
        born = None if draw < 0.05 else date(2007, 7, 1) + timedelta(days=self.random.randrange(4000))
        self.people[id_] = Person(id_, "Doe", "Kim", frozenset(roles), grade="11", birth_date=born)
        if self.random.random() < 0.85:
            self.answer(id_, START - timedelta(days=self.random.randrange(20)), by_hand=False)

    def answer(self, id_: str, day: date, *, by_hand: bool) -> None:
        """One more answer, mostly a written grant by whoever may give it."""
        self.sequence += 1
        student = Role.STUDENT in self.people[id_].roles
        usual = SignerRole.GUARDIAN if student else SignerRole.SELF
        older = [r.id for r in self.records[id_]]
        pick = self.random.choices(
            [Answer.GRANT, Answer.REFUSAL, Answer.WITHDRAWAL, Answer.UNREADABLE, Answer.VOID],
            [30, 15, 20, 10, 10] if by_hand else [85, 10, 0, 5, 0],
        )[0]
        signer_role = self.random.choice([usual, usual, usual, *SignerRole]) if by_hand else usual
        names = list(self.channels)
        self.records[id_].append(
            ConsentRecord(
                id=f"r{self.sequence}",
                person=id_,
                answer=pick,
                channels=None if self.random.random() < 0.7 else frozenset(self.random.sample(names, 3)),
                signed_on=day,
                effective=day + timedelta(days=self.random.choice([0, 0, 0, 14])),
                recorded_at=datetime.combine(day, time(18), UTC),
                recorded_by="office",
                sequence=self.sequence,
                listed=frozenset(names),
                until=self.random.choice([None, None, day + timedelta(days=90)]) if by_hand else None,
                signer=self.random.choice([None, "Ada Roe", "Ben Roe"]),
                signer_role=signer_role,
                evidence=None if self.random.random() < 0.1 else PAPER,
                conditions=frozenset({Condition.NO_NAME}) if self.random.random() < 0.05 else frozenset(),
                supersedes=self.random.choice(older) if pick is Answer.VOID and older else None,
            )
        )

    def _take(self, number: int) -> None:
        random = self.random
        sights = []
        for _ in range(random.choice([0, 1, 1, 2, 2, 3, 4])):
            who, *others = (f"p{n}" for n in random.sample(range(2000), 3))
            scores = [(who, random.choice([0.9, 0.8, 0.7, 0.7, 0.52, 0.4, 0.1]))]
            scores += [(other, random.choice([0.0, 0.1, 0.2, 0.25, 0.35, 0.6])) for other in others]
            sights.append((tuple(scores), random.random()))
        event = f"event {random.randrange(10)}" if random.random() < 0.4 else None
        photo = Photo(
            number,
            f"channel {random.randrange(10)}",
            event,
            tuple(sights),
            frozenset(random.sample(WORDS, random.choice([0, 0, 1, 2, 4]))),
            frozenset({Mark.PREMISES}) if random.random() < 0.01 else frozenset(),
        )
        self.photos.append(photo)
        for person in {person for scores, _ in sights for person, _ in scores}:
            self.by_person[person].append(photo)

    def change(self, day: date) -> list[Photo]:
        """Something happens; the photos it may touch."""
        draw = self.random.random()
        if draw < 0.03:
            return self._change_event(day)
        if draw < 0.05:
            return self._change_channel(day)
        person = self.random.choice(list(self.people))
        if draw < 0.15:
            self._protect(person, day)
        else:
            self.answer(person, day, by_hand=True)
        self.known = {key: value for key, value in self.known.items() if key[0] != person and key[2] == day}
        return self.by_person[person]

    def _change_event(self, day: date) -> list[Photo]:
        event = self.random.choice(list(self.events.values()))
        at = datetime.combine(day, time(17), UTC)
        if event.authorisations and self.random.random() < 0.3:
            changed = replace(event, revoked_at=at)
        else:
            more = tuple(
                Authorisation(name, "designee", at) for name in self.random.sample(list(self.channels), 5)
            )
            changed = replace(event, authorisations=event.authorisations + more, revoked_at=None)
        self.events[event.id] = changed
        return [photo for photo in self.photos if photo.event == event.id]

    def _change_channel(self, day: date) -> list[Photo]:
        channel = self.random.choice(list(self.channels.values()))
        changed = replace(channel, revoked_on=None if channel.revoked_on else day)
        self.channels[channel.name] = changed
        return [photo for photo in self.photos if photo.channel == channel.name]

    def _protect(self, person: str, day: date) -> None:
        at = datetime.combine(day, time(18), UTC)
        held = self.protections[person]
        if held and held[-1].lifted_at is None:
            held[-1] = replace(held[-1], lifted_at=at, lifted_by="designee")
        else:
            held.append(Protection(f"{person} {len(held)}", person, "safety", "designee", at))

    def standing(self, person: str, channel: Channel, day: date) -> Standing:
        key = (person, channel.name, day)
        if key not in self.known:
            who, guards = self.people[person], self.protections[person]
            self.known[key] = state_of(who, self.records[person], guards, channel, day, RULES)
        return self.known[key]

    def facts(self, photo: Photo, day: date) -> PhotoFacts:
        """What is known of a photo on a day, at 18:00 UTC."""
        channel = self.channels[photo.channel]
        named = {person for scores, _ in photo.sights for person, _ in scores}
        people = {person: self.standing(person, channel, day) for person in named}
        faces = [
            recognise(scores, BANDS, people, face=f"f{n}", covered=draw < 0.1, left_out=0.05 <= draw < 0.15)
            for n, (scores, draw) in enumerate(photo.sights)
        ]
        best = {f"f{n}": max(score for _, score in scores) for n, (scores, _) in enumerate(photo.sights)}
        values: dict[str, Any] = {"attestations": photo.attestations, "marks": photo.marks}
        if photo.event is not None:
            event = self.events[photo.event]
            authorised = event.authorised(channel.name, datetime.combine(day, time(18), UTC))
            values["event"] = EventFacts(event.id, event.kind, authorised)
        return PhotoFacts(
            checked_whole=photo.id % 97 != 0,
            channel_name=channel.name,
            channel=channel,
            day=day,
            faces=once_per_photo(faces, best, people),
            people=people,
            said_of=None,
            **values,
        )
