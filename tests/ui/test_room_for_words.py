"""Nothing is cut off or covered on a low screen, with a large font, or in Spanish, whose words are longer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from office import Office
from photo_values import photo
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from consentry.services import roster
from consentry.services.takedown import Recall, TaskView
from consentry.ui import style
from consentry.ui.check.reason_list import ReasonList
from consentry.ui.pages.releases import ReleasesPage
from consentry.ui.pages.roster import RosterPage
from consentry.ui.widgets.elided import Elided
from consentry.ui.widgets.rows import Column, RowsModel, RowsTable
from consentry.ui.widgets.scroll import TallScroll
from consentry_policy.people import Role


@pytest.fixture
def large_font(qapp: QApplication) -> Iterator[None]:
    """The user's font half as large again, for one test."""
    before = qapp.font()
    font = qapp.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    qapp.setFont(font)
    style.apply(qapp, "light")
    yield
    qapp.setFont(before)
    style.apply(qapp, "light")


def cut_off(scroll: QScrollArea) -> int:
    """How many px of what is inside are beyond the side of a column that scrolls up and down only."""
    inside = scroll.widget()
    assert inside is not None
    return max(0, inside.width() - scroll.viewport().width())


def test_a_column_is_as_wide_as_what_opens_in_it(qtbot: QtBot) -> None:
    inside = QWidget()
    column = QVBoxLayout(inside)
    late = QPushButton("a button with quite a number of words on it")
    column.addWidget(late)
    late.hide()
    scroll = TallScroll(inside, 60)
    qtbot.addWidget(scroll)
    scroll.resize(60, 200)
    scroll.show()
    assert scroll.width() < late.sizeHint().width()
    late.show()
    qtbot.waitUntil(lambda: scroll.width() > late.sizeHint().width())
    assert cut_off(scroll) == 0


@pytest.mark.parametrize("form", ["answer_form", "birth_form", "protection_form", "leaving_form", "alike_form"])
def test_no_form_of_a_person_is_cut_off(office: Office, large_font: None, spanish: None, form: str) -> None:
    roster.add_person(office.session, "1001", "Sol", "Ana", frozenset({Role.STUDENT}), "12")
    page = office.show(RosterPage(office.context))
    page.resize(1040, 640)
    panel = page.list.person
    panel._turn_to(getattr(panel, form))
    office.settle()
    office.qtbot.waitUntil(lambda: cut_off(panel) == 0)
    names = page.list.table.columnViewportPosition(0), page.list.table.columnWidth(0)
    assert names[1] >= page.list.table.fontMetrics().horizontalAdvance("Sol, Ana"), "the name is there to be read"


def test_a_name_is_read_in_the_narrowest_table(qtbot: QtBot) -> None:
    columns = [Column[str]("Name", lambda r: r, stretch=True), Column[str]("Much else", lambda r: r * 4)]
    table = RowsTable(RowsModel(columns), columns, "people")
    qtbot.addWidget(table)
    table._model.show_rows(["Castillo, Jonas"])
    table.resize(900, 200)
    table.show()
    qtbot.waitExposed(table)
    assert table.columnWidth(0) + table.columnWidth(1) == table.viewport().width(), "it takes what is left"
    table.resize(220, 200)
    qtbot.waitUntil(lambda: table.columnWidth(0) == style.wide(130))
    assert table.horizontalScrollBar().maximum() > 0
    table.resize(900, 200)
    qtbot.waitUntil(lambda: table.columnWidth(0) + table.columnWidth(1) == table.viewport().width())


def test_no_list_of_the_releases_covers_another(office: Office, large_font: None) -> None:
    page = office.show(ReleasesPage(office.context))
    page.resize(1000, 560)
    recall = Recall("c", "a.jpg", "r", "Facebook", None, "1001", "consent is refused", False, ())
    page.takedown.show_recalls([replace(recall, copy=str(n)) for n in range(9)])
    page.tasks.show_tasks([TaskView(str(n), "c", "a.jpg", "x", "y", True, False, None) for n in range(9)])
    office.settle()

    def on_page(part: QWidget) -> QRect:
        return QRect(part.mapTo(page, QPoint()), part.size())

    parts = [page.takedown.table, page.tasks.table, page.tasks.proof, page.faces]
    office.qtbot.waitUntil(lambda: page.tasks.table.height() > 100)
    places = [on_page(part) for part in parts]
    assert [(a, b) for a, b in pairwise(places) if a.intersects(b)] == []


def test_a_long_file_name_is_cut_in_its_middle_and_whole_in_its_tooltip(qtbot: QtBot) -> None:
    name = Elided("field")
    qtbot.addWidget(name)
    name.setText("a-very-long-name-of-a-photo-from-the-game-0001.jpg")
    name.resize(120, 30)
    name.show()
    qtbot.waitExposed(name)
    name.grab()
    assert "…" in name.shown()
    assert name.shown().endswith("jpg")
    assert name.toolTip() == name.text()
    name.resize(900, 30)
    name.grab()
    assert name.shown() == name.text()
    assert name.toolTip() == ""


def test_a_long_word_on_a_photo_takes_lines_and_not_the_photos_room(qtbot: QtBot, spanish: None) -> None:
    from test_spanish_sentences import view

    shown = ReasonList()
    qtbot.addWidget(shown)
    shown.show_photo(replace(photo("p1"), reasons=(view("unknown-face"),)))
    button = shown.buttons[0]
    assert button.accessibleName() == "Todas las demás personas pueden aparecer  (A)"
    assert "\n" in button.text()
    one_line = button.fontMetrics().horizontalAdvance(button.accessibleName())
    assert button.sizeHint().width() < one_line
