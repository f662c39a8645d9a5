"""The main job in the window, from an empty disk to a release folder, with clicks and keys; a picture a stop.

Not collected by itself: `test_tour_on_a_screen` runs it on a virtual screen, `just screenshots` for the guide. The
pictures go to the folder that CONSENTRY_SCREENSHOTS names; they show the demo's two people only.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from demo_batch import drop, id_of, verdicts
from office import PASSPHRASE, choose, click, settle, type_into
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from consentry.ui import language, style
from consentry.ui.check.page import CheckPage
from consentry.ui.check.step_bar import Step
from consentry.ui.pages.events import EventsPage
from consentry.ui.pages.roster import RosterPage
from consentry.ui.preferences import Preferences
from consentry.ui.window import MainWindow
from consentry_policy.events import EventKind
from school_ground import School

CHANNEL = "Facebook"


class Tour:
    """A user at the window."""

    def __init__(self, qtbot: QtBot, window: MainWindow, pictures: Path) -> None:
        self.qtbot, self.window, self.pictures = qtbot, window, pictures
        self._stop = 0

    def settle(self) -> None:
        settle(self.qtbot, self.window.runner)

    def click(self, button: QWidget) -> None:
        click(self.qtbot, button)
        self.settle()

    def key(self, widget: QWidget, key: Qt.Key) -> None:
        self.qtbot.keyClick(widget, key)
        self.settle()

    def picture(self, name: str) -> None:
        """What the window shows now."""
        self.settle()
        self._stop += 1
        assert self.window.grab().save(str(self.pictures / f"{self._stop:02}-{name}.png"))

    def page(self, key: str) -> QWidget:
        """Go to a page by its place in the sidebar."""
        assert self.window.workspace is not None
        self.window.show_page(key)
        self.settle()
        page = self.window.workspace.page
        assert page is not None
        return page


@pytest.fixture
def tour(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Tour:
    pictures = Path(os.environ.get("CONSENTRY_SCREENSHOTS", tmp_path / "pictures"))
    pictures.mkdir(parents=True, exist_ok=True)
    style.apply(qapp, "light")
    language.install(qapp, "en")  # with its plurals, as the program starts
    window = MainWindow(Preferences(tmp_path / "window.ini"))
    qtbot.addWidget(window)
    window.resize(1280, 860)
    window.show()
    qtbot.waitExposed(window)
    return Tour(qtbot, window, pictures)


def test_the_main_job(tour: Tour, school: School, tmp_path: Path) -> None:
    create_a_vault(tour, tmp_path)
    list_a_channel_and_an_event(tour)
    import_and_enrol(tour, school)
    page = check(tour, school)
    review(tour, page)
    except_at_the_game(tour, page)
    release(tour, page, tmp_path / "ready to post")
    tour.page("releases")  # no picture: it names a folder of this machine
    tour.page("log")
    tour.picture("log")
    tour.window.lock()
    tour.settle()
    tour.window.gate.unlock.folder.line.setText("Photo consents")
    tour.picture("locked")
    tour.window.close()


def create_a_vault(tour: Tour, folder: Path) -> None:
    form = tour.window.gate.create_form
    type_into(tour.qtbot, form.user, "Dana Example")
    type_into(tour.qtbot, form.passphrase.first, PASSPHRASE)
    assert form.passphrase.second is not None
    type_into(tour.qtbot, form.passphrase.second, PASSPHRASE)
    type_into(tour.qtbot, form.place.line, str(folder))
    type_into(tour.qtbot, form.name, "Photo consents")
    click(tour.qtbot, form.choices["everyone"])
    form.place.line.setText("Documents")  # no path of this machine in a picture
    tour.picture("create")
    form.place.line.setText(str(folder))
    with tour.qtbot.waitSignal(tour.window.gate.opened, timeout=60_000):
        click(tour.qtbot, form.create_button)
    tour.settle()
    tour.picture("empty")


def list_a_channel_and_an_event(tour: Tour) -> None:
    page = tour.page("events")
    assert isinstance(page, EventsPage)
    tour.click(page.lists.add_channel)
    type_into(tour.qtbot, page.channel_form.name, CHANNEL)
    tour.click(page.channel_form.do_button)
    tour.click(page.lists.add_event)
    type_into(tour.qtbot, page.event_form.name, "Homecoming game")
    choose(page.event_form.kind, EventKind.SPORT)
    tour.click(page.event_form.boxes[CHANNEL])
    tour.click(page.event_form.do_button)
    tour.picture("events-and-channels")


def import_and_enrol(tour: Tour, school: School) -> None:
    page = tour.page("roster")
    assert isinstance(page, RosterPage)
    assert page.list.empty.button is not None
    tour.click(page.list.empty.button)
    sheet = page.import_page
    type_into(tour.qtbot, sheet.source.file.line, str(school.roster))
    type_into(tour.qtbot, sheet.source.evidence, "the office, cabinet 3")
    tour.click(sheet.source.next_button)
    tour.picture("import-columns")
    tour.click(sheet.columns.next_button)
    tour.picture("import-preview")
    tour.click(sheet.preview.commit_button)
    assert "3 people added" in sheet.done.text.text()
    tour.click(sheet.done.portraits_button)
    type_into(tour.qtbot, page.portraits.folder.line, str(school.portraits))
    tour.click(page.portraits.start_button)
    assert "4" in page.portraits.summary.text()
    page.portraits.folder.line.setText("portraits")
    tour.picture("enrolled")
    tour.click(page.portraits.back_button)
    tour.picture("roster")


def check(tour: Tour, school: School) -> CheckPage:
    page = tour.page("check")
    assert isinstance(page, CheckPage)
    drop(page, school.photos)
    tour.qtbot.waitUntil(lambda: not tour.window.runner.busy, timeout=120_000)
    tour.settle()
    tour.qtbot.waitUntil(lambda: len(verdicts(page)) == 12, timeout=30_000)
    tour.qtbot.waitUntil(lambda: _counted(page) == {"blocked": 4, "review": 3, "exception": 0, "cleared": 5})
    tour.picture("checked")
    found = verdicts(page)
    assert found["02-mirrored.jpg"] == "cleared"
    assert found["07-refused.jpg"] == "blocked"
    assert found["11-nobody.jpg"] == "review"
    assert found["12-broken.jpg"] == "review"
    return page


def _counted(page: CheckPage) -> dict[str, int]:
    """What the chips above the grid say; they are counted a moment after the photos."""
    chips = page.grid.filters.chips
    return {outcome.value: int(chip.text().split()[-1]) for outcome, chip in chips.items()}


def review(tour: Tour, page: CheckPage) -> None:
    """One face answered in its photo by a key, one photo by one word, one face covered."""
    page.open_photo(id_of(page, "05-too-far-away.jpg"))
    tour.settle()
    tour.picture("photo")
    tour.key(page.photo, Qt.Key.Key_V)
    assert verdicts(page)["05-too-far-away.jpg"] == "cleared"
    page.open_photo(id_of(page, "08-together.jpg"))
    tour.settle()
    tour.picture("photo-blocked")
    page.open_photo(id_of(page, "11-nobody.jpg"))
    tour.settle()
    tour.key(page.photo, Qt.Key.Key_A)
    assert verdicts(page)["11-nobody.jpg"] == "cleared"
    tour.click(page.steps.buttons[Step.PHOTOS])


def except_at_the_game(tour: Tour, page: CheckPage) -> None:
    select(page, "10-at-the-game.jpg")
    menu = page.grid.actions_row.join.menu()
    menu.aboutToShow.emit()
    tour.settle()
    next(action for action in menu.actions() if "Homecoming" in action.text()).trigger()
    tour.settle()
    assert verdicts(page)["10-at-the-game.jpg"] == "blocked"
    select(page, "10-at-the-game.jpg")
    tour.click(page.grid.actions_row.arena)
    assert verdicts(page)["10-at-the-game.jpg"] == "exception"
    tour.picture("excepted")


def select(page: CheckPage, name: str) -> None:
    page.grid.grid.clearSelection()
    for row in range(page.shown.rowCount()):
        photo = page.shown.photo_at(row)
        if photo is not None and photo.file_name == name:
            flag = QItemSelectionModel.SelectionFlag.Select
            page.grid.grid.selectionModel().select(page.shown.index(row, 0), flag)


def release(tour: Tour, page: CheckPage, folder: Path) -> None:
    tour.click(page.steps.buttons[Step.SHEET])
    going = {p.id for p in page.batch.model.photos if p.outcome.value in {"cleared", "exception"}}
    tour.qtbot.waitUntil(lambda: bool(page.sheet.shown), timeout=10_000)
    tour.picture("contact-sheet")
    for _ in range(len(going)):  # a screen at a time, until every photo was on it whole
        tour.key(page.sheet.grid, Qt.Key.Key_PageDown)
    tour.qtbot.waitUntil(lambda: page.sheet.shown >= going, timeout=10_000)
    tour.key(page.sheet.grid, Qt.Key.Key_L)
    tour.click(page.steps.buttons[Step.RELEASE])
    type_into(tour.qtbot, page.releasing.folder, str(folder))
    tour.click(page.releasing.go)
    tour.qtbot.waitUntil((folder / "manifest.json").is_file, timeout=60_000)
    tour.settle()
    assert len(list(folder.glob("*.jpg"))) == len(going)
    assert not [path for path in folder.iterdir() if "Okafor" in path.name or "07-" in path.name]
