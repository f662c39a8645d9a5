"""What people decided about a photo, folded into what holds now."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from random import Random

from consentry_policy.decisions import DESIGNEE, DecisionKind, PhotoDecisions, fold
from consentry_policy.facts import Attestation, Mark

_numbers = count(1)


@dataclass(frozen=True)
class Said:
    """One decision, as the vault keeps it."""

    id: str
    sequence: int
    face: str | None
    kind: str
    value: str | None = None
    channel: str | None = None
    by_role: str = "reviewer"
    undoes: str | None = None


def said(kind: DecisionKind, value: str | None = None, *, face: str | None = "f", **other: str | None) -> Said:
    number = next(_numbers)
    return Said(f"d{number}", number, face, kind.value, value, **other)  # type: ignore[arg-type]


def of_photo(kind: DecisionKind, value: str | None = None, **other: str | None) -> Said:
    return said(kind, value, face=None, **other)


def undo(what: Said) -> Said:
    return said(DecisionKind.UNDO, face=None, undoes=what.id)


def test_the_latest_answer_holds_in_whatever_order_they_are_read() -> None:
    rows = [said(DecisionKind.PERSON, "a"), said(DecisionKind.VISITOR), said(DecisionKind.PERSON, "b")]
    Random(1).shuffle(rows)
    face = fold(rows).of("f")
    assert (face.answer, face.person) == (DecisionKind.PERSON, "b")
    assert fold([*rows, said(DecisionKind.UNKNOWN)]).of("f").person is None


def test_an_undo_brings_back_what_held_before_and_can_be_undone() -> None:
    first, second = said(DecisionKind.PERSON, "a"), said(DecisionKind.NOT_A_FACE)
    back = undo(second)
    assert fold([first, second, back]).of("f").person == "a"
    assert fold([first, second, back, undo(back)]).of("f").answer is DecisionKind.NOT_A_FACE


def test_a_rejected_pair_is_remembered_and_takes_the_answer_with_it() -> None:
    face = fold([said(DecisionKind.PERSON, "a"), said(DecisionKind.REJECT, "a")]).of("f")
    assert (face.rejected, face.rejected_by_designee, face.answer) == (frozenset("a"), frozenset(), None)
    other = fold([said(DecisionKind.PERSON, "b"), said(DecisionKind.REJECT, "a", by_role=DESIGNEE)]).of("f")
    assert (other.rejected, other.rejected_by_designee, other.person) == (frozenset("a"), frozenset("a"), "b")


def test_whose_answer_it_is_stays_known() -> None:
    assert fold([said(DecisionKind.VISITOR, by_role=DESIGNEE)]).of("f").answered_by_designee
    later = [said(DecisionKind.VISITOR, by_role=DESIGNEE), said(DecisionKind.VISITOR)]
    assert not fold(later).of("f").answered_by_designee


def test_cover_and_uncover() -> None:
    cover = said(DecisionKind.COVER)
    assert fold([cover]).of("f").covered
    assert not fold([cover, said(DecisionKind.UNCOVER)]).of("f").covered


def test_a_face_drawn_later_was_not_among_everyone_who_was_attested() -> None:
    before = [
        of_photo(DecisionKind.ATTEST, Attestation.ALL_OTHERS_MAY),
        of_photo(DecisionKind.ATTEST, Attestation.NO_STAFF),
        of_photo(DecisionKind.ATTEST, Attestation.NO_ONE),
        of_photo(DecisionKind.ATTEST, Attestation.IN_ARENA),
    ]
    found = fold([*before, said(DecisionKind.DRAW)])
    assert found.of("f").drawn
    assert found.attestations("Facebook") == {Attestation.IN_ARENA}


def test_only_the_designees_word_covers_for_a_protected_person() -> None:
    word = Attestation.NOTHING_IDENTIFIES_PROTECTED
    assert fold([of_photo(DecisionKind.ATTEST, word)]).attestations("Facebook") == set()
    assert fold([of_photo(DecisionKind.ATTEST, word, by_role=DESIGNEE)]).attestations("Facebook") == {word}


def test_a_word_for_one_channel_counts_there_only() -> None:
    here = of_photo(DecisionKind.ATTEST, Attestation.NO_NAMES, channel="Facebook")
    assert fold([here]).attestations("Facebook") == {Attestation.NO_NAMES}
    assert fold([here]).attestations("Yearbook") == set()
    taken_back = of_photo(DecisionKind.UNATTEST, Attestation.NO_NAMES, channel="Facebook")
    assert fold([here, taken_back]).attestations("Facebook") == set()


def test_marks_come_and_go() -> None:
    mark = of_photo(DecisionKind.MARK, Mark.PREMISES)
    assert fold([mark]).marks == {Mark.PREMISES}
    assert fold([mark, of_photo(DecisionKind.UNMARK, Mark.PREMISES)]).marks == set()


def test_another_event_asks_again_whether_the_photo_was_taken_in_its_arena() -> None:
    joined = [
        of_photo(DecisionKind.JOIN_EVENT, "game"),
        of_photo(DecisionKind.ATTEST, Attestation.IN_ARENA),
    ]
    assert fold(joined).attestations("Facebook") == {Attestation.IN_ARENA}
    moved = fold([*joined, of_photo(DecisionKind.JOIN_EVENT, "play")])
    assert (moved.event, moved.attestations("Facebook")) == ("play", frozenset())
    assert fold([*joined, of_photo(DecisionKind.LEAVE_EVENT)]).event is None


def test_nothing_decided_is_nothing() -> None:
    assert fold([]) == PhotoDecisions()
