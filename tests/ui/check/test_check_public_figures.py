"""Two people known to all, in the window: the photos of the one who refused are blocked by the program alone."""

from __future__ import annotations

import shutil
from pathlib import Path

from demo_batch import drop, verdicts
from office import Office

from consentry.services import portraits, roster_import
from consentry.ui.check import CheckPage

HIS = (
    "examples/knn_examples/test/obama1.jpg",
    "examples/knn_examples/test/obama_and_biden.jpg",
    "test_images/obama2.jpg",
)
OTHER = "test_images/biden.jpg"
SHEET = "Student Number,Last Name,First Name,Photo Permission\n1,Obama,Barack,No\n2,Biden,Joe,Yes\n"


def test_his_photos_are_blocked_and_the_others_is_not(office: Office, shared_data: Path) -> None:
    figures = shared_data / "public_figures" / "face_recognition"
    office.list_channel()
    choices = roster_import.ImportChoices("shelf 1", None)
    roster_import.commit(office.session, roster_import.plan(office.session, office.sheet(SHEET), choices).run())
    faces = office.folder / "portraits"
    faces.mkdir()
    for number, name in (("1", "obama"), ("2", "biden")):
        for k, source in enumerate(sorted((figures / "examples/knn_examples/train" / name).iterdir()), start=1):
            shutil.copy(source, faces / f"{number}_{k}.jpg")
    assert portraits.enrol(office.session, faces).run().people == 2
    page = office.show(CheckPage(office.context))
    drop(page, *(figures / name for name in (*HIS, OTHER)))
    office.settle()
    found = verdicts(page)
    assert {found[Path(name).name] for name in HIS} == {"blocked"}
    assert found[Path(OTHER).name] != "blocked"
