"""Random photos' facts for the properties, every branch of the table within reach. Hypothesis draws a seed and
each photo is made from that: thousands take seconds, where drawing every part apart would take minutes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, permutations, product
from random import Random
from typing import Any, TypeVar

from hypothesis import strategies as st
from policy_makers import DAY, GAME, SOCIAL, YEARBOOK

from consentry_policy.channels import Condition
from consentry_policy.decisions import DecisionKind
from consentry_policy.facts import Attestation, ConsentState, FaceFacts, FaceState, Mark, PhotoFacts, Standing
from consentry_policy.recognise import Bands, FaceAnswer, Matching

IDS = ["a", "b", "c", "d"]
BANDS = Bands(wide=0.3, strict=0.5, margin=0.05, wide_margin=0.15)

_CONDITIONS: list[frozenset[Condition]] = [frozenset()] * 5 + [frozenset({condition}) for condition in Condition]
_ROLES = [(True, False), (True, False), (False, True), (True, True), (False, False)]
_STATES = [ConsentState.GRANTED] * 4 + list(ConsentState)
_STANDINGS = {
    person: [
        Standing(person, student, staff, state, conditions, age)
        for age, conditions, state, (student, staff) in product(
            [False, False, None, True], _CONDITIONS, _STATES, _ROLES
        )
    ]
    for person in IDS
}
_NAMED: list[tuple[str | None, tuple[str, ...]]] = [
    (person, others)
    for person in [None, *IDS]
    for size in range(3)
    for others in permutations(IDS, size)
    if person not in others
]
_FLAGS = list(product([False, True], repeat=4))
_FACES = [
    [FaceFacts(f"f{n}", state, *named, *flags) for flags, state, named in product(_FLAGS, FaceState, _NAMED)]
    for n in range(3)
]
_WORDS = [frozenset(some) for size in range(5) for some in combinations(Attestation, size)]
_CHANNELS = [
    *[SOCIAL] * 8,
    YEARBOOK,
    None,
    replace(SOCIAL, authorised_on=date(2026, 4, 1)),
    replace(SOCIAL, until=DAY),
    replace(SOCIAL, until=date(2026, 3, 9)),
    replace(SOCIAL, revoked_on=DAY),
    replace(SOCIAL, revoked_on=date(2026, 3, 11)),
    replace(SOCIAL, logo_allowed=True),
    *(replace(SOCIAL, demands=frozenset({condition})) for condition in Condition),
    replace(YEARBOOK, demands=frozenset(Condition)),
]
_KINDS = [
    DecisionKind.PERSON,
    DecisionKind.VISITOR,
    DecisionKind.UNKNOWN,
    DecisionKind.NOT_A_FACE,
    DecisionKind.UNRECOGNISABLE,
]
_ANSWERS = [None] * 30 + [
    FaceAnswer(kind, person if kind is DecisionKind.PERSON else None, designee)
    for kind, person, designee in product(_KINDS, IDS, [False, True])
]
_FEW: list[frozenset[str]] = [frozenset()] * 8 + [frozenset({person}) for person in IDS]
_TWINS = {"a": frozenset({"b"}), "b": frozenset({"a"})}
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Seen:
    """What recognition is told of each face of a photo, the people's standings, and the rest of the photo."""

    sights: list[dict[str, Any]]
    people: dict[str, Standing]
    values: dict[str, Any]


def _roster(random: Random) -> dict[str, Standing]:
    """Standings of most people; one may be missing."""
    known = {person: random.choice(_STANDINGS[person]) for person in IDS}
    if random.randrange(5) == 0:
        del known[random.choice(IDS)]
    return known


def _values(random: Random) -> dict[str, Any]:
    return {
        "checked_whole": random.randrange(10) > 0,
        "channel_name": SOCIAL.name,
        "channel": random.choice(_CHANNELS),
        "day": DAY,
        "marks": frozenset({random.choice(list(Mark))}) if random.randrange(10) == 0 else frozenset(),
        "attestations": random.choice(_WORDS),
        "event": random.choice([None, GAME, GAME, replace(GAME, authorised=False)]),
        "logo": random.choice([False] * 6 + [True, None]),
        "may_clear": random.random() < 0.5,
    }


def _photo(random: Random) -> PhotoFacts:
    """A photo with any faces at all, also those that recognition never makes."""
    faces = tuple(random.choice(_FACES[n]) for n in range(random.randrange(4)))
    return PhotoFacts(faces=faces, people=_roster(random), said_of=None, **_values(random))


def _sight(random: Random) -> dict[str, Any]:
    """Scores in steps of 0.05, so that ties and exact margins occur."""
    found = random.sample(IDS, random.randrange(5))
    return {
        "candidates": [(person, random.randrange(20) / 20) for person in found],
        "answer": random.choice(_ANSWERS),
        "rejected": random.choice(_FEW),
        "rejected_by_designee": random.choice(_FEW),
        "look_alikes": _TWINS if random.randrange(10) == 0 else {},
        "too_small": random.randrange(10) == 0,
        "must_settle": random.randrange(10) > 0,
        "covered": random.randrange(5) == 0,
        "left_out": random.randrange(5) == 0,
        "matching": random.choice([Matching.EVERYONE] * 4 + [Matching.REFUSED_ONLY, Matching.OFF]),
    }


def _seen(random: Random) -> Seen:
    return Seen([_sight(random) for _ in range(random.randrange(1, 4))], _roster(random), _values(random))


def _from_seeds(make: Callable[[Random], T]) -> st.SearchStrategy[T]:
    return st.integers(0, 2**48).map(lambda seed: make(Random(seed)))


ids = st.sampled_from(IDS)
photos = _from_seeds(_photo)
seen_photos = _from_seeds(_seen)
