"""Whose portrait is whose: indexes of picture day, folders, names; and what is said where nobody can tell."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from consentry.services import portraits, roster, vaults
from consentry.services.session import Session
from consentry_policy.errors import MendableError
from consentry_policy.people import Role
from consentry_vault import FLOOR
from school_ground import PASSPHRASE, School

PUPILS = (("00101", "Ames", "Ida", "7"), ("00102", "Boll", "Uwe", "7"), ("00103", "Boll", "Uwe", "8"))


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("picture day") / "vault"
    with vaults.create(folder, PASSPHRASE, "Ann", "everyone", argon2=FLOOR) as made:
        for number, last, first, grade in PUPILS:
            roster.add_person(made, number, last, first, frozenset({Role.STUDENT}), grade)
    return folder


@pytest.fixture
def office(listed: Path, tmp_path: Path) -> Iterator[Session]:
    with vaults.unlock(Path(shutil.copytree(listed, tmp_path / "vault")), PASSPHRASE) as opened:
        yield opened


@pytest.fixture
def faces(school: School) -> list[Path]:
    return sorted(school.portraits.glob("*.jpg"))[:3]


def enrolled(office: Session) -> dict[str | None, int]:
    return {p.number: p.portraits for p in roster.people(office) if p.portraits}


def test_a_picture_day_index_tells_and_is_found_by_its_name(
    office: Session, tmp_path: Path, faces: list[Path]
) -> None:
    day = tmp_path / "day"
    (day / "IMAGES").mkdir(parents=True)
    shutil.copy(faces[0], day / "IMAGES" / "0001.JPG")
    shutil.copy(faces[1], day / "IMAGES" / "0002.jpg")
    (day / "INDEX.TXT").write_text(
        "Image Folder\tImage File Name\tGrade\tLast Name\tFirst Name\tStudent ID\n"
        "IMAGES\t0001.JPG\t7\tAmes\tIda\t00101\n"
        "IMAGES\t0002.JPG\t8\tBoll\tUwe\t\n"  # two have this name: the grade tells
        "IMAGES\t0003.JPG\t7\tBoll\tUwe\t00102\n",
        encoding="utf-8",
    )
    report = portraits.enrol(office, day).run()
    assert enrolled(office) == {"00101": 1, "00103": 1}
    assert report.refused == [("0003.JPG", "the index names it, but it is not in the folder; copy it there and "
                               "enrol again.")]  # fmt: skip
    assert report.as_json()["lacking"] == ["00102"]


def test_a_photo_map_given_by_hand_needs_no_header(office: Session, tmp_path: Path, faces: list[Path]) -> None:
    day = tmp_path / "day"
    day.mkdir()
    shutil.copy(faces[0], day / "1.jpg")
    (tmp_path / "map.txt").write_text("00101\t1.jpg\n", encoding="utf-8")
    portraits.enrol(office, day, tmp_path / "map.txt").run()
    assert enrolled(office) == {"00101": 1}
    (tmp_path / "bad.txt").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(MendableError, match="index"):
        portraits.enrol(office, day, tmp_path / "bad.txt").run()


def test_folders_and_names_tell_and_doubt_is_said(office: Session, tmp_path: Path, faces: list[Path]) -> None:
    day = tmp_path / "day"
    for name in ("00101/front.jpg", "Boll, Uwe.jpg", "102.jpg", "00102/00103.jpg", "2026/00102_2.jpg"):
        (day / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(faces[0], day / name)
    report = portraits.enrol(office, day).run()
    assert enrolled(office) == {"00101": 1, "00102": 1}
    why = dict(report.refused)
    assert "several people" in why["Boll, Uwe.jpg"]
    assert "leading zeros" in why["102.jpg"]
    assert "one person and its own name another" in why["00103.jpg"]
