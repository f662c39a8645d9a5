"""A word on a whole photo speaks of the faces as they were when it was said."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from policy_makers import GAME, co_worker, photo, shown, student, suspected

from consentry_policy.decide import decide
from consentry_policy.decisions import DESIGNEE, DecisionKind, fold
from consentry_policy.facts import Attestation as Word
from consentry_policy.facts import ConsentState, FaceFacts, FaceState, PhotoFacts, Standing
from consentry_policy.said_of import as_text, read_said_of, spoken_of
from consentry_policy.verdicts import Outcome

STRANGER = FaceFacts("stranger", FaceState.UNKNOWN)
REFUSES, MAY = student("refuses"), student("may", ConsentState.GRANTED)


def after(word: Word, then: PhotoFacts, now: PhotoFacts, *more: Word) -> Outcome:
    """The verdict now, with ``word`` said then."""
    said = {word: read_said_of(as_text(spoken_of(word, then)))}
    return decide(replace(now, attestations=frozenset({word, *more}), said_of=said)).outcome


def facts(*faces: FaceFacts, people: tuple[Standing, ...] = (REFUSES, MAY)) -> PhotoFacts:
    return photo(faces, people)


def test_a_word_of_which_nobody_knows_whom_it_was_said_of_lifts_nothing() -> None:
    known = facts(STRANGER)
    untold = PhotoFacts(
        checked_whole=True,
        channel_name=known.channel_name,
        channel=known.channel,
        day=known.day,
        faces=known.faces,
        attestations=frozenset({Word.ALL_OTHERS_MAY}),
    )
    assert decide(untold).outcome is Outcome.REVIEW
    assert decide(replace(untold, said_of=None)).outcome is Outcome.CLEARED


def test_who_was_open_then_may_stay_open() -> None:
    assert after(Word.ALL_OTHERS_MAY, facts(STRANGER), facts(STRANGER)) is Outcome.CLEARED
    named = facts(suspected("refuses"))
    assert after(Word.ALL_OTHERS_MAY, named, named) is Outcome.CLEARED


@pytest.mark.parametrize("who", ["refuses", "may"])
def test_whoever_was_named_is_not_lifted_when_the_name_is_lost(who: str) -> None:
    then = facts(shown(who, face="f"), STRANGER)
    now = facts(FaceFacts("f", FaceState.UNKNOWN), STRANGER)
    assert after(Word.ALL_OTHERS_MAY, then, now) is Outcome.REVIEW


def test_a_face_that_was_not_there_was_not_spoken_of() -> None:
    later = FaceFacts("later", FaceState.UNKNOWN)
    assert after(Word.ALL_OTHERS_MAY, facts(STRANGER), facts(STRANGER, later)) is Outcome.REVIEW


def test_a_suspicion_that_arose_since_is_not_lifted() -> None:
    then, now = facts(STRANGER), facts(replace(suspected("refuses"), id="stranger"))
    assert after(Word.ALL_OTHERS_MAY, then, now) is Outcome.REVIEW


def test_a_covered_face_was_not_among_everyone_else() -> None:
    then = facts(replace(STRANGER, covered=True))
    assert after(Word.ALL_OTHERS_MAY, then, then) is Outcome.CLEARED
    assert after(Word.ALL_OTHERS_MAY, then, facts(STRANGER)) is Outcome.REVIEW


def test_one_of_two_who_could_appear_then_is_not_lifted_when_one_withdraws() -> None:
    face = FaceFacts("f", FaceState.IDENTIFIED, "may", ("other",), one_of=True)
    then = photo([face], [MAY, student("other", ConsentState.GRANTED)], may_clear=False)
    now = photo([replace(face, state=FaceState.SUSPECTED)], [MAY, student("other")], may_clear=False)
    assert after(Word.ALL_OTHERS_MAY, then, then) is Outcome.CLEARED
    assert after(Word.ALL_OTHERS_MAY, then, now) is Outcome.REVIEW


def test_no_staff_was_not_said_of_a_co_worker_whose_name_is_lost() -> None:
    then = photo([shown("staff", face="f"), STRANGER], [co_worker("staff")], event=GAME)
    now = photo([FaceFacts("f", FaceState.UNKNOWN), STRANGER], (), event=GAME)
    assert after(Word.NO_STAFF, then, now, Word.IN_ARENA) is Outcome.REVIEW
    open_then = photo([STRANGER], (), event=GAME)
    assert after(Word.NO_STAFF, open_then, open_then, Word.IN_ARENA) is Outcome.EXCEPTION


@pytest.mark.parametrize(
    ("word", "state"),
    [
        (Word.NOTHING_IDENTIFIES, ConsentState.REFUSED),
        (Word.NOTHING_IDENTIFIES_PROTECTED, ConsentState.PROTECTED),
    ],
)
def test_that_nothing_identifies_one_was_not_said_of_the_next(word: Word, state: ConsentState) -> None:
    one, two = shown("one", covered=True), shown("two", covered=True)
    then = photo([one, two], [student("one", state), student("two", ConsentState.GRANTED)])
    now = photo([one, two], [student("one", state), student("two", state)])
    assert after(word, then, then) is Outcome.CLEARED
    assert after(word, then, now) is Outcome.REVIEW
    assert after(word, now, now) is Outcome.CLEARED


def test_what_cannot_be_read_lifts_nothing() -> None:
    for untrusted in (
        None,
        "",
        "[",
        "{}",
        "[1]",
        '[["f",["a"],1,false]]',
        '[["f","a",true,false]]',
        "[[[],[],[],[]]]",
    ):
        assert read_said_of(untrusted) == {}


@dataclass(frozen=True)
class Said:
    """One decision, as the vault keeps it."""

    sequence: int
    kind: str
    value: str | None = None
    face: str | None = None
    channel: str | None = None
    by_role: str = DESIGNEE
    undoes: str | None = None
    said_of: str | None = None

    @property
    def id(self) -> str:
        return str(self.sequence)


def attest(sequence: int, word: Word, then: PhotoFacts) -> Said:
    return Said(sequence, DecisionKind.ATTEST, word.value, said_of=as_text(spoken_of(word, then)))


def test_said_again_it_is_said_of_what_is_open_by_then() -> None:
    first, again = attest(1, Word.ALL_OTHERS_MAY, facts(STRANGER)), attest(2, Word.ALL_OTHERS_MAY, facts())
    assert set(fold([first]).said_of("Facebook")[Word.ALL_OTHERS_MAY]) == {"stranger"}
    assert fold([first, again]).said_of("Facebook")[Word.ALL_OTHERS_MAY] == {}


def test_of_hidden_people_each_word_adds_to_the_one_before() -> None:
    one = photo([shown("one", covered=True)], [student("one")])
    two = photo([shown("two", covered=True)], [student("two")])
    word = Word.NOTHING_IDENTIFIES
    rows = [attest(1, word, one), attest(2, word, two)]
    assert len(fold(rows).said_of("Facebook")[word]) == 2


def test_whoever_is_named_after_the_word_is_asked_for_again_once_the_name_is_gone() -> None:
    rows = [
        attest(1, Word.ALL_OTHERS_MAY, facts(STRANGER)),
        Said(2, DecisionKind.PERSON, "refuses", "stranger"),
        Said(3, DecisionKind.UNKNOWN, None, "stranger"),
    ]
    assert fold(rows).said_of("Facebook")[Word.ALL_OTHERS_MAY] == {}
