"""Check photos without a mouse, and beside one: where Tab goes, what Space and Enter mean, how narrow it gets."""

from __future__ import annotations

from demo_batch import NOBODY, SMALL, TOGETHER, drop, id_of, reopened, verdicts
from office import Office
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from consentry.services import deciding
from consentry.ui.check import CheckPage
from consentry.ui.check.answers import Say
from consentry.ui.check.step_bar import Step
from consentry_policy.facts import FaceState

_LEAST_PAGE = 860 - 190  # px: the window's least width without its sidebar


def round_trip(school: Office) -> list[QWidget]:
    """Where Tab leads until it is back."""
    start = QApplication.focusWidget()
    assert start is not None
    visited = [start]
    for _ in range(60):
        school.qtbot.keyClick(visited[-1], Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        if now is start:
            return visited
        visited.append(now)
    raise AssertionError("Tab never comes back")


def reachable(page: CheckPage) -> set[QAbstractButton]:
    return {button for button in page.findChildren(QAbstractButton) if button.isVisible() and button.isEnabled()}


def test_tab_reaches_every_button_of_each_part(school: Office) -> None:
    page = reopened(school)
    for step in Step:
        school.click(page.steps.buttons[step])
        visited = round_trip(school)
        missed = [button.text() for button in reachable(page) - set(visited) if button.text()]
        assert missed == [], step
    page.open_photo(id_of(page, SMALL))
    school.settle()
    visited = round_trip(school)
    assert [button.text() for button in reachable(page) - set(visited) if button.text()] == []


def test_tab_passes_the_candidates_before_the_other_answers(school: Office) -> None:
    page = reopened(school)
    page.open_photo(id_of(page, SMALL))
    school.settle()
    visited = round_trip(school)
    answers = page.photo.panel.answers
    places = [visited.index(card.yes) for card in answers.cards]
    assert places == sorted(places)
    assert visited.index(page.photo.panel.faces) < places[0]
    assert places[-1] < visited.index(answers.buttons[Say.UNKNOWN])


def test_after_a_click_on_a_button_space_still_means_the_next_open_face(school: Office) -> None:
    page = reopened(school)
    page.open_photo(id_of(page, TOGETHER))
    school.settle()
    school.click(page.photo.undo_button)
    focused = QApplication.focusWidget()
    assert focused is page.photo.canvas
    school.qtbot.keyClick(focused, Qt.Key.Key_Space)
    school.settle()
    assert page.photo.photo is not None
    assert page.photo.photo.file_name in {NOBODY, SMALL}


def test_enter_on_a_button_means_that_button_and_not_the_first_candidate(school: Office) -> None:
    page = reopened(school)
    page.open_photo(id_of(page, SMALL))
    school.settle()
    button = page.photo.panel.answers.buttons[Say.VISITOR]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    school.qtbot.keyClick(button, Qt.Key.Key_Return)
    school.settle()
    photo = page.batch.model.photo(id_of(page, SMALL))
    assert photo is not None
    assert photo.faces[0].state is FaceState.VISITOR


def test_a_key_held_down_answers_once(school: Office) -> None:
    page = reopened(school)
    page.open_photo(id_of(page, SMALL))
    school.settle()
    for _ in range(3):
        school.qtbot.keyClick(page.photo.canvas, Qt.Key.Key_V)
    school.settle()
    assert verdicts(page)[SMALL] == "cleared"
    assert deciding.undo(school.session) is not None
    assert deciding.undo(school.session) is None


def test_every_part_fits_the_smallest_window(school: Office) -> None:
    page = reopened(school)
    page.open_photo(id_of(page, TOGETHER))
    school.settle()
    assert page.minimumSizeHint().width() <= _LEAST_PAGE


def test_a_check_that_was_cancelled_goes_on_as_the_batch_it_is(school: Office) -> None:
    page = school.show(CheckPage(school.context))
    drop(page, school.folder / "taken")
    school.qtbot.waitUntil(lambda: bool(page.batch.model.photos), timeout=30_000)
    page.busy.cancel_button.click()
    school.settle()
    assert page.batch.id is not None
    assert verdicts(page)
    school.click(page.steps.buttons[Step.FACES])
    assert "Faces are grouped once" not in page.groups.notice.text
