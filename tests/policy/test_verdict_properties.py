"""What must hold of every verdict, tried on thousands of random photos."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import permutations
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from literal_table import literal_verdict
from photo_strategies import BANDS, Seen, ids, photos, seen_photos
from policy_makers import GAME, co_worker, photo, shown, student

from consentry_policy.channels import Condition
from consentry_policy.decide import decide
from consentry_policy.facts import Attestation, ConsentState, FaceFacts, FaceState, PhotoFacts, Standing
from consentry_policy.recognise import once_per_photo, recognise
from consentry_policy.verdicts import Outcome

MANY = settings(max_examples=1500, deadline=None)
Sightings = list[dict[str, Any]]


@given(photos)
@settings(max_examples=4000, deadline=None)
def test_the_literal_reading_of_the_table_agrees(facts: PhotoFacts) -> None:
    assert decide(facts).outcome is literal_verdict(facts)


@given(photos, st.randoms(use_true_random=False))
@MANY
def test_the_order_of_faces_and_people_never_matters(facts: PhotoFacts, random: Any) -> None:
    faces, people = list(facts.faces), list(facts.people.items())
    random.shuffle(faces)
    random.shuffle(people)
    assert decide(replace(facts, faces=tuple(faces), people=dict(people))) == decide(facts)


@given(photos)
@MANY
def test_the_strictest_reason_is_the_verdict_and_every_reason_has_a_clause(facts: PhotoFacts) -> None:
    found = decide(facts)
    assert found.outcome.strictness == max(reason.outcome.strictness for reason in found.reasons)
    assert all(reason.clause and reason.row for reason in found.reasons)
    assert found.releasable is (found.outcome in {Outcome.CLEARED, Outcome.EXCEPTION})


def refuse(people: Mapping[str, Standing], person: str) -> dict[str, Standing]:
    """The same people, where that one has said no."""
    known = people.get(person)
    if known is None or known.protected:
        return dict(people)
    return {**people, person: replace(known, state=ConsentState.REFUSED)}


@given(photos, ids)
@MANY
def test_a_refusal_never_makes_the_verdict_on_the_same_faces_milder(facts: PhotoFacts, person: str) -> None:
    # `person` and `candidates` stay as they are: a granted person in a one-of face is named there already.
    after = decide(replace(facts, people=refuse(facts.people, person)))
    assert after.outcome.strictness >= decide(facts).outcome.strictness


def see(seen: Seen, people: Mapping[str, Standing]) -> PhotoFacts:
    """A photo's facts from scores and answers, all the way."""
    faces = [recognise(bands=BANDS, standings=people, face=f"f{n}", **one) for n, one in enumerate(seen.sights)]
    best = {f"f{n}": max((s for _, s in one["candidates"]), default=0.0) for n, one in enumerate(seen.sights)}
    return PhotoFacts(faces=once_per_photo(faces, best, people), people=people, said_of=None, **seen.values)


@given(seen_photos)
@MANY
def test_the_literal_reading_agrees_on_photos_that_recognition_has_seen(seen: Seen) -> None:
    facts = see(seen, seen.people)
    assert decide(facts).outcome is literal_verdict(facts)


@given(seen_photos, ids)
@settings(max_examples=3000, deadline=None)
def test_a_refusal_never_makes_a_verdict_milder_from_the_scores_on(seen: Seen, person: str) -> None:
    before = decide(see(seen, seen.people))
    after = decide(see(seen, refuse(seen.people, person)))
    assert after.outcome.strictness >= before.outcome.strictness


def bare_and_covered(facts: PhotoFacts, at: int) -> tuple[int, int]:
    """How strict the verdict is with the face ``at`` uncovered and covered."""
    strict = []
    for covered in (False, True):
        faces = list(facts.faces)
        faces[at] = replace(faces[at], covered=covered)
        strict.append(decide(replace(facts, faces=tuple(faces))).outcome.strictness)
    return strict[0], strict[1]


@given(photos)
@example(photo([shown("a")], [student("a", ConsentState.GRANTED)]))
@example(photo([FaceFacts("f", FaceState.UNKNOWN)], attestations=frozenset({Attestation.ALL_OTHERS_MAY})))
@example(photo([FaceFacts("f", FaceState.TOO_SMALL)], event=GAME, attestations=frozenset(Attestation)))
@MANY
def test_covering_a_face_of_someone_who_may_appear_or_is_not_known_never_makes_it_stricter(
    facts: PhotoFacts,
) -> None:
    for at, face in enumerate(facts.faces):
        named = [person for person in (face.person, *face.candidates) if person is not None]
        may = all(person in facts.people and facts.people[person].may_appear for person in named)
        is_open = face.state in {FaceState.UNKNOWN, FaceState.TOO_SMALL, FaceState.SUSPECTED}
        if may or is_open:
            bare, covered = bare_and_covered(facts, at)
            assert covered <= bare


def without_groups(facts: PhotoFacts) -> PhotoFacts:
    """The same photo, where neither the channel nor anybody asks for group photos only."""
    group = frozenset({Condition.GROUP_ONLY})
    channel = facts.channel and replace(facts.channel, demands=facts.channel.demands - group)
    people = {p: replace(known, conditions=known.conditions - group) for p, known in facts.people.items()}
    return replace(facts, channel=channel, people=people)


def hidden(facts: PhotoFacts, at: int, *, covered: bool = False, left_out: bool = False) -> PhotoFacts:
    """The photo with the face ``at`` hidden so, or not at all."""
    faces = list(facts.faces)
    faces[at] = replace(faces[at], covered=covered, left_out=left_out)
    return replace(facts, faces=tuple(faces))


@given(photos)
@example(photo([shown("a", by_reviewer=True)], [student("a")], event=GAME, attestations=frozenset(Attestation)))
@example(photo([shown("a")], [student("a", ConsentState.PROTECTED)], attestations=frozenset(Attestation)))
@MANY
def test_cropping_out_a_face_is_as_covering_it_and_never_makes_a_verdict_stricter(facts: PhotoFacts) -> None:
    # Whoever it is. Group photos only is the one thing that a crop may break: see the next property.
    facts = without_groups(facts)
    for at in range(len(facts.faces)):
        cropped = decide(hidden(facts, at, left_out=True)).outcome
        assert cropped is decide(hidden(facts, at, covered=True)).outcome
        assert cropped.strictness <= decide(hidden(facts, at)).outcome.strictness


@given(photos)
@MANY
def test_cropping_out_a_face_adds_no_reason_but_that_the_group_is_too_small_now(facts: PhotoFacts) -> None:
    for at in range(len(facts.faces)):
        before, after = decide(hidden(facts, at)), decide(hidden(facts, at, left_out=True))
        if after.outcome.strictness > before.outcome.strictness:
            held = {r.code for r in after.reasons if r.outcome is after.outcome}
            assert held <= {"channel-group-only", "consent-group-only"}
            assert after.outcome is Outcome.REVIEW


def test_an_unknown_fact_never_clears() -> None:
    clear = photo([shown("a")], [student("a", ConsentState.GRANTED)])
    assert decide(clear).outcome is Outcome.CLEARED
    unknown: dict[str, Any] = {
        "checked_whole": False,
        "channel": None,
        "logo": None,
        "people": {},
        "faces": (replace(clear.faces[0], person=None),),
    }
    for name, value in unknown.items():
        assert not decide(replace(clear, **{name: value})).releasable, name
    for state in (FaceState.UNKNOWN, FaceState.TOO_SMALL, FaceState.SUSPECTED):
        assert not decide(replace(clear, faces=(*clear.faces, FaceFacts("f", state)))).releasable
    assert not decide(replace(clear, faces=())).releasable


@given(photos)
@MANY
def test_nothing_is_cleared_that_shows_someone_without_consent_or_an_open_face(facts: PhotoFacts) -> None:
    if decide(facts).outcome is not Outcome.CLEARED:
        return
    assert facts.checked_whole
    assert not facts.marks
    for face in facts.faces:
        if face.hidden:
            continue
        if face.state is FaceState.IDENTIFIED and not face.one_of and face.person is not None:
            assert face.person in facts.people
            assert facts.people[face.person].may_appear
        if face.state in {FaceState.UNKNOWN, FaceState.TOO_SMALL} and not face.one_of:
            assert Attestation.ALL_OTHERS_MAY in facts.attestations


def test_a_second_refusal_never_softens_a_verdict_whoever_is_the_better_match() -> None:
    people = {"a": student("a"), "b": student("b", ConsentState.GRANTED), "c": co_worker("c")}
    arena = {"event": GAME, "attestations": frozenset({Attestation.IN_ARENA})}
    for pair in permutations(["a", "b", "c"], 2):
        face = recognise([(pair[0], 0.8), (pair[1], 0.7)], BANDS, people, face="f")
        for event in ({}, arena):
            before = decide(photo([face], people.values(), **event))
            refused = refuse(people, "b")
            again = recognise([(pair[0], 0.8), (pair[1], 0.7)], BANDS, refused, face="f")
            after = decide(photo([again], refused.values(), **event))
            assert after.outcome.strictness >= before.outcome.strictness
