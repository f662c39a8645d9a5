"""Portraits in the window: whose they are by the studio's list, and what the portrait gate has to say."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

import pytest
from office import Office

from consentry.services import roster
from consentry.ui.pages.roster_portraits import PortraitsPage
from consentry_policy.people import Role


@pytest.fixture
def day(office: Office) -> Path:
    """A studio's folder: names that say nothing, and a list that says it all."""
    for number, last, first in (("00101", "Ames", "Ida"), ("00102", "Boll", "Uwe"), ("00103", "Cole", "Amy")):
        roster.add_person(office.session, number, last, first, frozenset({Role.STUDENT}))
    found = importlib.util.find_spec("matplotlib")
    assert found is not None
    assert found.origin is not None
    folder = office.folder / "day"
    folder.mkdir()
    shutil.copy(Path(found.origin).parent / "mpl-data" / "sample_data" / "grace_hopper.jpg", folder / "DSC_1.jpg")
    (folder / "DSC_2.jpg").write_bytes(b"not a photo at all")
    (office.folder / "list.txt").write_text("00101\tDSC_1.jpg\n00102\tDSC_2.jpg\n00109\tDSC_1.jpg\n", "utf-8")
    return folder


def enrol(office: Office, page: PortraitsPage, folder: Path) -> list[tuple[str, str]]:
    office.type(page.folder.line, str(folder))
    office.click(page.start_button)
    office.qtbot.waitUntil(lambda: bool(page.summary.text() or page.message.text), timeout=120_000)
    office.settle()
    return list(page.model.rows)


def test_a_list_tells_whose_they_are_and_the_gate_says_why_not(office: Office, day: Path) -> None:
    page = office.show(PortraitsPage(office.context))
    without = dict(enrol(office, page, day))
    assert "nobody on the roster has this number" in without["DSC_1.jpg"]
    (office.folder / "list.txt").write_text("00101\tDSC_1.jpg\n00102\tDSC_2.jpg\n00103\tDSC_3.jpg\n", "utf-8")
    office.type(page.index.line, str(office.folder / "list.txt"))
    told = dict(enrol(office, page, day))
    assert "Portraits enrolled: 1, of people: 1. Without one yet: 2." in page.summary.text()
    assert "DSC_1.jpg" not in told
    assert "not in the folder" in told["DSC_3.jpg"]
    assert told["DSC_2.jpg"]
    assert {p.number: p.portraits for p in roster.people(office.session)} == {"00101": 1, "00102": 0, "00103": 0}


def test_a_list_that_is_none_is_told_and_nothing_is_enrolled(office: Office, day: Path) -> None:
    page = office.show(PortraitsPage(office.context))
    (office.folder / "list.txt").write_text("a,b\n1,2\n", "utf-8")
    office.type(page.index.line, str(office.folder / "list.txt"))
    enrol(office, page, day)
    assert "No column of the index names a picture" in page.message.text
    assert page.start_button.isEnabled()
