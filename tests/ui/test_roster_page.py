"""The roster on the screen: search, details, a new answer, protection, one person by hand, portraits."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

import pytest
from office import Office, choose
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from consentry.services import roster
from consentry.services.roster_export import What
from consentry.ui.pages.roster import RosterPage
from consentry.ui.widgets.rows import Column, RowsModel
from consentry_policy.facts import ConsentState
from consentry_policy.people import Role
from consentry_policy.records import Answer

PEOPLE = [("1001", "Castillo", "Jonas", "6A"), ("1002", "Quist", "Petra", "7B"), ("1003", "Rosen", "Ada", "7B")]


@pytest.fixture
def page(office: Office) -> RosterPage:
    """The roster with one channel and three students: granted, refused, not answered."""
    office.list_channel()
    ids = [
        roster.add_person(office.session, number, last, first, frozenset({Role.STUDENT}), homeroom=room)
        for number, last, first, room in PEOPLE
    ]
    roster.set_consent(office.session, ids[0], Answer.GRANT, None, "cabinet 3", signer="M. Castillo")
    roster.set_consent(office.session, ids[1], Answer.REFUSAL, None, "cabinet 3")
    return office.show(RosterPage(office.context))


def column(page: RosterPage, at: int) -> list[str]:
    model = page.list.model
    return [str(model.data(model.index(row, at))) for row in range(model.rowCount())]


def words_of(page: RosterPage) -> str:
    return "\n".join(label.text() for label in page.list.person.findChildren(QLabel))


def select(office: Office, page: RosterPage, row: int) -> None:
    table = page.list.table
    spot = table.visualRect(page.list.model.index(row, 0)).center()
    office.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    office.settle()


def test_the_roster_lists_everyone_with_the_consent_of_today(page: RosterPage) -> None:
    assert column(page, 0) == ["Castillo, Jonas", "Quist, Petra", "Rosen, Ada"]
    assert column(page, 3) == ["granted", "refused", "not answered"]


def test_an_empty_roster_says_what_to_do_next(office: Office) -> None:
    page = office.show(RosterPage(office.context))
    assert page.list.empty.isVisible()
    assert "import the sheet" in page.list.empty.line.text()
    assert page.list.empty.button is not None
    office.click(page.list.empty.button)
    assert page.import_page.isVisible()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("quist", ["Quist, Petra"]),
        ("1003", ["Rosen, Ada"]),
        ("7b", ["Quist, Petra", "Rosen, Ada"]),
        ("nobody", []),
    ],
)
def test_search_as_you_type(office: Office, page: RosterPage, typed: str, found: list[str]) -> None:
    office.type(page.list.search, typed)
    office.qtbot.waitUntil(lambda: column(page, 0) == found, timeout=10_000)
    assert page.list._found.isVisible(), "a search without a find is not an empty roster"


def test_the_details_tell_consent_history_and_what_is_missing(office: Office, page: RosterPage) -> None:
    select(office, page, 0)
    said = words_of(page)
    for word in (
        "Jonas Castillo",
        "1001",
        "6A",
        "Instagram",
        "granted",
        "M. Castillo",
        "cabinet 3",
        "No portrait",
    ):
        assert word in said
    select(office, page, 2)
    assert "No answer is on record" in words_of(page)
    assert "M. Castillo" not in words_of(page)


def test_recording_an_answer_changes_the_list_at_once(office: Office, page: RosterPage) -> None:
    select(office, page, 2)
    person = page.list.person
    office.click(person.answer_button)
    form = person.answer_form
    assert form.isVisible()
    office.click(form.do_button)
    assert "in writing" in form.message.text, "a student's yes without evidence is refused in place"
    assert column(page, 3)[2] == "not answered"
    office.type(form.evidence, "cabinet 4")
    office.type(form.signer, "R. Rosen")
    office.qtbot.keyClick(form.evidence, Qt.Key.Key_Return)
    office.settle()
    assert not form.isVisible()
    assert column(page, 3)[2] == "granted"
    assert "R. Rosen" in words_of(page)


def test_a_refusal_for_one_channel_only(office: Office, page: RosterPage) -> None:
    office.list_channel("Yearbook")
    select(office, page, 0)
    office.click(page.list.person.answer_button)
    form = page.list.person.answer_form
    choose(form.answer, Answer.REFUSAL)
    choose(form.channel, "Yearbook")
    office.click(form.do_button)
    jonas = roster.people(office.session, "Castillo")[0]
    assert jonas.states["Yearbook"] is ConsentState.REFUSED
    assert jonas.states["Instagram"] is ConsentState.GRANTED
    assert column(page, 3)[0] == "refused for 1 of 2"


def test_protecting_says_what_it_does_asks_why_and_can_be_lifted(office: Office, page: RosterPage) -> None:
    select(office, page, 0)
    person = page.list.person
    office.click(person.protect_button)
    form = person.protection_form
    assert "goes anywhere" in form.what.text()
    office.click(form.do_button)
    assert "why" in form.message.text
    office.type(form.why, "court order")
    office.click(form.do_button)
    assert column(page, 3)[0] == "protected"
    assert person.protect_button.text() == "Lift protection"
    office.click(person.protect_button)
    office.type(form.why, "order ended")
    office.click(form.do_button)
    assert column(page, 3)[0] == "granted"


def test_a_birth_date_is_corrected(office: Office, page: RosterPage) -> None:
    select(office, page, 0)
    person = page.list.person
    office.click(person.birth_button)
    office.type(person.birth_form.day, "2001/02/03")
    office.click(person.birth_form.do_button)
    assert "YYYY-MM-DD" in person.birth_form.message.text
    office.type(person.birth_form.day, "2001-02-03")
    office.click(person.birth_form.do_button)
    assert "born 2001-02-03" in words_of(page)
    assert column(page, 3)[0] != "granted", "at 18 the guardian's yes ends"


def test_a_click_on_a_header_sorts_and_keeps_who_is_chosen(office: Office, page: RosterPage) -> None:
    select(office, page, 0)
    head = page.list.table.horizontalHeader()
    by_name = ["Castillo, Jonas", "Quist, Petra", "Rosen, Ada"]
    for expected in (by_name, by_name[::-1]):
        spot = QPoint(head.sectionViewportPosition(0) + 20, head.height() // 2)
        office.qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        office.settle()
        assert column(page, 0) == expected
        assert page.list.person.name.text() == "Jonas Castillo"
    roster.add_person(office.session, "1004", "Zahn", "Bo", frozenset({Role.STUDENT}))
    office.settle()
    assert column(page, 0)[0] == "Zahn, Bo", "what comes later is put in the same order"


def test_numbers_sort_by_value() -> None:
    model = RowsModel([Column[str]("Room", lambda room: room)])
    model.show_rows(["10A", "9B", "9A", "", "Gym"])
    model.sort(0)
    assert model.rows == ["", "9A", "9B", "10A", "Gym"]


def test_escape_leaves_a_form_without_a_trace(office: Office, page: RosterPage) -> None:
    select(office, page, 1)
    office.click(page.list.person.answer_button)
    form = page.list.person.answer_form
    office.type(form.evidence, "cabinet 9")
    office.qtbot.keyClick(form.evidence, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert column(page, 3)[1] == "refused"


def test_a_person_is_added_by_hand(office: Office, page: RosterPage) -> None:
    office.click(page.list.add_button)
    form = page.add_page
    assert form.isVisible()
    office.click(form.add_button)
    assert "name" in form.message.text
    office.type(form.first_name, "Otto")
    office.type(form.last_name, "Sand")
    office.type(form.number, "1001")
    office.type(form.birth_date, "tomorrow")
    office.click(form.add_button)
    assert "YYYY-MM-DD" in form.message.text
    office.type(form.birth_date, "2012-02-03")
    office.click(form.add_button)
    assert "taken" in form.message.text
    office.type(form.number, "1004")
    office.click(form.add_button)
    assert page.list.isVisible()
    assert "Sand, Otto" in column(page, 0)


def test_a_co_worker_answers_for_themselves_and_needs_no_paper(office: Office, page: RosterPage) -> None:
    roster.add_person(office.session, "W7", "Thorn", "Uma", frozenset({Role.CO_WORKER}))
    office.settle()
    row = column(page, 0).index("Thorn, Uma")
    select(office, page, row)
    office.click(page.list.person.answer_button)
    form = page.list.person.answer_form
    assert form.signer_role.currentData() == "self"
    office.click(form.do_button)
    assert column(page, 3)[row] == "granted"


def _grace_hopper() -> Path:
    found = importlib.util.find_spec("matplotlib")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "mpl-data" / "sample_data" / "grace_hopper.jpg"


def test_portraits_are_enrolled_and_what_needs_a_look_is_listed(office: Office, page: RosterPage) -> None:
    folder = office.folder / "portraits"
    folder.mkdir()
    shutil.copy(_grace_hopper(), folder / "1002.jpg")
    (folder / "1003.jpg").write_bytes(b"not a photo at all")
    office.click(page.list.portraits_button)
    portraits = page.portraits
    office.click(portraits.start_button)
    assert "Choose the folder" in portraits.message.text
    office.type(portraits.folder.line, str(folder))
    office.click(portraits.start_button)
    office.qtbot.waitUntil(lambda: bool(portraits.summary.text()), timeout=120_000)
    assert "Portraits enrolled: 1, of people: 1." in portraits.summary.text()
    shown = [portraits.model.data(portraits.model.index(row, 0)) for row in range(portraits.model.rowCount())]
    assert shown == ["1003.jpg"]
    office.click(portraits.back_button)
    office.settle()
    assert column(page, 4)[1] == "1"
    select(office, page, 1)
    pictures = [label for label in page.list.person.findChildren(QLabel) if not label.pixmap().isNull()]
    assert any(label.accessibleName() == "Portrait 1" for label in pictures)


def test_the_roster_is_written_to_a_file_and_never_over_one(office: Office, page: RosterPage) -> None:
    export, target = page.list.export_button, office.folder / "roster.csv"
    assert len(export.menu().actions()) == len(What) + 2, "every list, a line, the empty sheet"
    export.save(What.ROSTER, target)
    office.settle()
    assert page.list.message.property("tone") == "done", page.list.message.text
    written = target.read_text(encoding="utf-8-sig")
    assert "Castillo" in written
    export.save(What.STATUS, target)
    office.settle()
    assert "there already" in page.list.message.text
    assert target.read_text(encoding="utf-8-sig") == written
    empty = office.folder / "empty.xlsx"
    export.save(None, empty)
    office.settle()
    assert empty.read_bytes().startswith(b"PK")
    assert "without a question" in page.list.message.text
