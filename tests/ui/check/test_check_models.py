"""What the grid shows and what is asked next: filters, counts, order, groups. No vault is needed for it."""

from __future__ import annotations

import pytest
from photo_values import candidate, face, photo, question
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from consentry.services.views import PhotoView
from consentry.ui.check.filter_bar import FilterBar
from consentry.ui.check.flow import FlowLayout
from consentry.ui.check.photo_model import Criteria, PhotoFilter, PhotoModel
from consentry.ui.check.photo_words import asked_for, is_unresolved
from consentry.ui.check.questions import Questions
from consentry.ui.check.walk import Walk
from consentry_policy.facts import Attestation, FaceState
from consentry_policy.verdicts import Outcome

KIM = candidate("kim")
BATCH = [
    photo("blocked", Outcome.BLOCKED, codes=("student",), faces=(face("a", FaceState.IDENTIFIED, person=KIM),)),
    photo("suspected", Outcome.REVIEW, codes=("suspected-student",), faces=(face("b", candidates=(KIM,)),)),
    photo("empty", Outcome.REVIEW, codes=("no-face",)),
    photo("arena", Outcome.EXCEPTION, codes=("public-arena",), seen=True),
    photo("clear", Outcome.CLEARED, codes=("cleared",)),
]


def shown_of(criteria: Criteria, photos: list[PhotoView] = BATCH) -> list[str]:
    model, shown = PhotoModel(), PhotoFilter()
    model.set_photos(photos)
    shown.setSourceModel(model)
    shown.set_criteria(criteria)
    return [photo.id for photo in shown.shown()]


@pytest.mark.parametrize(
    ("criteria", "ids"),
    [
        (Criteria(), ["blocked", "suspected", "empty", "arena", "clear"]),
        (Criteria(outcomes=frozenset({Outcome.REVIEW})), ["suspected", "empty"]),
        (Criteria(outcomes=frozenset({Outcome.BLOCKED, Outcome.CLEARED})), ["blocked", "clear"]),
        (Criteria(person="kim"), ["blocked", "suspected"]),
        (Criteria(reason="no-face"), ["empty"]),
        (Criteria(name="CLEAR.J"), ["clear"]),
        (Criteria(releasable=True), ["arena", "clear"]),
        (Criteria(releasable=True, unseen=True), ["clear"]),
        (Criteria(person="kim", reason="student"), ["blocked"]),
    ],
)
def test_a_filter_shows_what_it_says(criteria: Criteria, ids: list[str]) -> None:
    assert shown_of(criteria) == ids


def test_photos_stand_by_name_in_whatever_order_they_come() -> None:
    model = PhotoModel()
    for name in ("img_10", "img_9", "IMG_2", "img_1"):
        model.put([photo(name)])
    model.put([photo("img_9", Outcome.BLOCKED), photo("img_3")])
    assert [one.id for one in model.photos] == ["img_1", "IMG_2", "img_3", "img_9", "img_10"]
    row = model.row_of("img_9")
    assert row is not None
    assert model.photos[row].outcome is Outcome.BLOCKED


def test_a_photo_that_no_longer_fits_leaves_the_filter_at_once() -> None:
    model, shown = PhotoModel(), PhotoFilter()
    model.set_photos(BATCH)
    shown.setSourceModel(model)
    shown.set_criteria(Criteria(outcomes=frozenset({Outcome.REVIEW})))
    model.put([photo("empty", Outcome.CLEARED)])
    assert [photo.id for photo in shown.shown()] == ["suspected"]
    model.put([photo("new", Outcome.REVIEW)])
    assert [photo.id for photo in shown.shown()] == ["suspected", "new"]


def test_files_without_an_id_are_all_listed() -> None:
    model = PhotoModel()
    model.put([photo("", error="It is gone."), photo("", error="It is gone, too.")])
    assert [photo.error for photo in model.photos] == ["It is gone.", "It is gone, too."]


def test_chips_count_each_verdict_and_filter_when_clicked(qtbot: QtBot) -> None:
    bar = FilterBar()
    qtbot.addWidget(bar)
    bar.set_photos(BATCH)
    bar.show()
    assert [chip.text().split()[-1] for chip in bar.chips.values()] == ["1", "2", "1", "1"]
    with qtbot.waitSignal(bar.changed) as told:
        qtbot.mouseClick(bar.chips[Outcome.REVIEW], Qt.MouseButton.LeftButton)
    assert told.args == [Criteria(outcomes=frozenset({Outcome.REVIEW}))]
    qtbot.keyClicks(bar.name, "emp")
    assert shown_of(bar.criteria()) == ["empty"]


def test_a_chosen_person_stays_chosen_while_photos_come_in(qtbot: QtBot) -> None:
    bar = FilterBar()
    qtbot.addWidget(bar)
    bar.set_photos(BATCH)
    bar.person.setCurrentIndex(bar.person.findData("kim"))
    bar.set_photos([*BATCH, photo("other", faces=(face("c", candidates=(candidate("ada"),)),))])
    assert bar.criteria().person == "kim"
    assert bar.person.findData("ada") > 0


def test_the_way_goes_from_one_open_photo_to_the_next_and_round_the_end() -> None:
    model, shown = PhotoModel(), PhotoFilter()
    decided = face("d", FaceState.UNKNOWN, by_reviewer=True)
    model.set_photos(
        [*BATCH, photo("left held", Outcome.REVIEW, faces=(decided,)), photo("damaged", error="Cut.")]
    )
    shown.setSourceModel(model)
    walk = Walk(model, shown)
    walk.begin("blocked")
    assert walk.unresolved == 2
    visited = []
    for _ in range(3):
        found = walk.next_unresolved()
        assert found is not None
        visited.append(found.id)
        walk.go(found.id)
    assert visited == ["suspected", "empty", "suspected"]


def test_the_way_keeps_its_order_when_an_answer_takes_a_photo_out_of_the_filter() -> None:
    model, shown = PhotoModel(), PhotoFilter()
    model.set_photos(BATCH)
    shown.setSourceModel(model)
    shown.set_criteria(Criteria(outcomes=frozenset({Outcome.REVIEW})))
    walk = Walk(model, shown)
    walk.begin("suspected")
    model.put([photo("suspected", Outcome.CLEARED)])
    assert (walk.place, walk.count, walk.neighbour(1), walk.neighbour(-1)) == (1, 2, "empty", None)


def test_a_reviewer_who_answered_unknown_is_not_asked_again() -> None:
    assert is_unresolved(photo("p", faces=(face("a", FaceState.UNKNOWN),)))
    assert not is_unresolved(photo("p", faces=(face("a", FaceState.UNKNOWN, by_reviewer=True),)))


@pytest.mark.parametrize(
    ("codes", "event", "in_arena", "words"),
    [
        (("no-face",), None, False, [Attestation.NO_ONE]),
        (("unknown-face",), None, False, [Attestation.ALL_OTHERS_MAY]),
        (("unknown-face",), "game", True, [Attestation.ALL_OTHERS_MAY, Attestation.NO_STAFF]),
        (("student-covered",), None, False, [Attestation.NOTHING_IDENTIFIES]),
        (("student",), "game", False, [Attestation.IN_ARENA]),
        (("suspected-protected",), None, False, []),
    ],
)
def test_the_word_that_can_lift_a_reason_is_offered(
    codes: tuple[str, ...], event: str | None, in_arena: bool, words: list[Attestation]
) -> None:
    assert asked_for(photo("p", codes=codes, event=event, in_arena=in_arena)) == words


def test_answered_faces_leave_a_question_and_the_others_are_asked_about_next() -> None:
    questions = Questions([question(3, KIM), question(1)])
    questions.answered([0, 2])
    assert questions.current is not None
    assert questions.current.faces == ("f1",)
    assert questions.current.photos == ("p1",)
    questions.answered([0])
    assert (len(questions), questions.faces) == (1, 1)
    questions.answered([0])
    assert questions.current is None


def test_a_group_is_parted_where_the_reviewer_says_and_else_into_single_faces() -> None:
    questions = Questions([question(4)])
    questions.split([0, 3])
    assert questions.current is not None
    assert questions.current.faces == ("f0", "f3")
    questions.split([0, 1])
    assert (len(questions), questions.faces) == (3, 4)


def test_a_row_wraps_instead_of_making_the_window_wider(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    row = FlowLayout(widget)
    buttons = [QPushButton("a button with long words") for _ in range(6)]
    for button in buttons:
        row.addWidget(button)
    widget.resize(QSize(buttons[0].sizeHint().width() * 2 + 20, 400))
    widget.show()
    assert widget.minimumSizeHint().width() <= buttons[0].sizeHint().width() + 2
    assert len({button.y() for button in buttons}) == 3
