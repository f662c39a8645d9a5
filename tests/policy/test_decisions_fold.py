"""What people decided about a photo, folded into what holds now."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from random import Random

import pytest

from consentry_policy.crops import Crop
from consentry_policy.decisions import (
    DESIGNEE,
    LOGO_NOT_SHOWN,
    LOGO_SHOWN,
    DecisionKind,
    PhotoDecisions,
    fold,
    fold_as_cut,
)
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
    said_of: str | None = None


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


def test_a_word_on_the_arena_of_one_event_says_nothing_of_the_event_that_comes_back() -> None:
    game, lesson = of_photo(DecisionKind.JOIN_EVENT, "game"), of_photo(DecisionKind.JOIN_EVENT, "lesson")
    word = of_photo(DecisionKind.ATTEST, Attestation.IN_ARENA)
    rows = [game, lesson, word]
    assert fold(rows).attestations("Facebook") == {Attestation.IN_ARENA}
    rows.append(undo(lesson))
    assert (fold(rows).event, fold(rows).attestations("Facebook")) == ("game", frozenset())
    rows.append(of_photo(DecisionKind.ATTEST, Attestation.IN_ARENA))
    assert fold(rows).attestations("Facebook") == {Attestation.IN_ARENA}


def test_another_event_asks_again_whether_the_photo_was_taken_in_its_arena() -> None:
    joined = [
        of_photo(DecisionKind.JOIN_EVENT, "game"),
        of_photo(DecisionKind.ATTEST, Attestation.IN_ARENA),
    ]
    assert fold(joined).attestations("Facebook") == {Attestation.IN_ARENA}
    moved = fold([*joined, of_photo(DecisionKind.JOIN_EVENT, "play")])
    assert (moved.event, moved.attestations("Facebook")) == ("play", frozenset())
    assert fold([*joined, of_photo(DecisionKind.LEAVE_EVENT)]).event is None


HALF, QUARTER, OTHER = Crop(0, 0, 400, 300), Crop(0, 0, 200, 150), Crop(300, 0, 400, 300)


def cropped(crop: Crop) -> Said:
    return of_photo(DecisionKind.CROP, crop.value)


def test_the_latest_crop_holds_and_comes_off_by_its_own_word_or_by_undo() -> None:
    first, second = cropped(HALF), cropped(QUARTER)
    assert fold([second, first]).crop == QUARTER
    assert fold([first, second, of_photo(DecisionKind.UNCROP)]).crop is None
    assert fold([first, second, undo(second)]).crop == HALF
    assert fold([first, second, undo(second), undo(first)]).crop is None


def test_a_crop_that_cannot_be_read_leaves_nothing_out() -> None:
    for value in (None, "", "1,2,3", "0,0,400,-300", "0,0,400,300,9", "0,0,63,300", "a,b,c,d", "0,0,4e2,300"):
        assert fold([of_photo(DecisionKind.CROP, value)]).crop is None, value
    assert fold([cropped(HALF)]).crop == HALF


SAID_OF_A_CROP = [word for word in Attestation if word is not Attestation.IN_ARENA]


@pytest.mark.parametrize("word", SAID_OF_A_CROP)
def test_a_word_said_of_a_crop_does_not_hold_for_more_than_it_shows(word: Attestation) -> None:
    crop, said_then = cropped(HALF), of_photo(DecisionKind.ATTEST, word, by_role=DESIGNEE)
    assert fold([crop, said_then]).attestations("Facebook") == {word}
    assert fold([crop, said_then, cropped(QUARTER)]).attestations("Facebook") == {word}
    for later in (of_photo(DecisionKind.UNCROP), cropped(OTHER), undo(crop)):
        assert fold([crop, said_then, later]).attestations("Facebook") == frozenset(), later
    back, again = undo(crop), of_photo(DecisionKind.ATTEST, word, by_role=DESIGNEE)
    assert fold([crop, said_then, back, again]).attestations("Facebook") == {word}


def test_a_word_said_of_the_whole_photo_holds_for_every_crop_of_it() -> None:
    whole = of_photo(DecisionKind.ATTEST, Attestation.NO_NAMES)
    assert fold([whole, cropped(HALF)]).attestations("Facebook") == {Attestation.NO_NAMES}
    crop = cropped(HALF)
    assert fold([crop, undo(crop), of_photo(DecisionKind.ATTEST, Attestation.NO_ONE)]).attestations("Facebook")


def test_where_a_photo_was_taken_does_not_hang_on_its_crop() -> None:
    rows = [cropped(HALF), of_photo(DecisionKind.JOIN_EVENT, "game")]
    rows += [of_photo(DecisionKind.ATTEST, Attestation.IN_ARENA), of_photo(DecisionKind.UNCROP)]
    assert fold(rows).attestations("Facebook") == {Attestation.IN_ARENA}


def test_what_was_cut_off_is_marked_again_when_the_crop_is_taken_off() -> None:
    rows = [of_photo(DecisionKind.MARK, Mark.FLOOR_PLAN), of_photo(DecisionKind.LOGO, LOGO_SHOWN), cropped(HALF)]
    rows += [of_photo(DecisionKind.UNMARK, Mark.FLOOR_PLAN), of_photo(DecisionKind.LOGO, LOGO_NOT_SHOWN)]
    assert (fold(rows).marks, fold(rows).logo) == (set(), False)
    back = fold([*rows, of_photo(DecisionKind.UNCROP)])
    assert (back.marks, back.logo) == ({Mark.FLOOR_PLAN}, True)


def test_a_copy_that_is_out_is_judged_by_its_own_crop() -> None:
    rows = [cropped(HALF), of_photo(DecisionKind.ATTEST, Attestation.NO_NAMES), of_photo(DecisionKind.UNCROP)]
    of_copy = fold_as_cut(rows, HALF)
    assert of_copy.crop == HALF
    assert of_copy.attestations("Facebook") == {Attestation.NO_NAMES}
    assert fold_as_cut(rows, None).attestations("Facebook") == frozenset()


def test_nothing_decided_is_nothing() -> None:
    assert fold([]) == PhotoDecisions()
