"""Shape L: picture-day indexes, photo maps, and files named after their people."""

from __future__ import annotations

import pytest
from sheet_corpus.make import csv_bytes

from consentry_intake.sheets import SheetError
from consentry_intake.sheets.portraits import PortraitEntry, PortraitKey, read_index, read_names


def entries(data: bytes, name: str) -> list[tuple[str | None, str | None, str | None, str]]:
    found = read_index(data, name).entries
    return [(entry.key.number, entry.key.last_name, entry.key.first_name, entry.file) for entry in found]


def test_pspa_index_with_header_and_folder() -> None:
    rows = [
        [
            "Volume Name",
            "Image Folder",
            "Image File Name",
            "Grade",
            "Last Name",
            "First Name",
            "Home Room",
            "Student ID",
        ],
        ["CD1", "IMAGES", "0001.JPG", "3", "Ash", "Al", "R1", "1007"],
        ["CD1", "IMAGES", "0002.JPG", "3", "Birch", "Bo", "R1", "1008"],
        ["CD1", "IMAGES", "", "3", "Cedar", "Cy", "R1", "1009"],
    ]
    data = csv_bytes(rows, delimiter="\t")
    assert entries(data, "INDEX.TXT") == [
        ("1007", "Ash", "Al", "IMAGES/0001.JPG"),
        ("1008", "Birch", "Bo", "IMAGES/0002.JPG"),
    ]
    assert len(read_index(data, "INDEX.TXT").problems) == 1


def test_master_without_a_number_goes_by_name() -> None:
    rows = [["Last Name", "First Name", "Grade", "Filename"], ["Ash", "Al", "3", "a\\1.jpg"]]
    found = read_index(csv_bytes(rows), "MASTER.txt").entries
    assert found == [PortraitEntry(PortraitKey(None, "Ash", "Al", "3"), "a/1.jpg")]


def test_powerschool_map_without_header() -> None:
    assert entries(b"00123\t1.jpg\r\n124\t2.jpg\r\n", "map.txt") == [
        ("00123", None, None, "1.jpg"),
        ("124", None, None, "2.jpg"),
    ]


def test_powerschool_map_with_an_unnamed_file_column() -> None:
    rows = [["Last_Name", "First_Name", "Grade_Level", ""], ["Ash", "Al", "3", "1.jpg"]]
    assert entries(csv_bytes(rows), "map.csv") == [(None, "Ash", "Al", "1.jpg")]


@pytest.mark.parametrize("file", ["../../secret.jpg", "/etc/x.jpg", "C:\\x.jpg"])
def test_paths_outside_the_folder_are_problems(file: str) -> None:
    found = read_index(csv_bytes([["Student ID", "File"], ["1", file], ["2", "b.jpg"]]), "INDEX.TXT")
    assert [entry.file for entry in found.entries] == ["b.jpg"]
    assert len(found.problems) == 1


def test_an_index_without_pictures_is_refused() -> None:
    with pytest.raises(SheetError, match="picture"):
        read_index(b"a,b\r\n1,2\r\n", "INDEX.TXT")


def test_names_of_files_and_folders() -> None:
    found = read_names([
        "1007.jpg", "1007_2.jpg", "00123.JPG", "E12.png", "Ash, Al.jpg", "Birch, Bo_2.jpeg", "1008/front.jpg",
        "Cole, Cy/IMG_1.jpg", "Grade 3/1009.jpg", "readme.txt", "group.jpg", "Smith, Jr., John.heic",
    ])  # fmt: skip
    told = {entry.file: entry.key for entry in found.entries}
    assert told == {
        "1007.jpg": PortraitKey("1007"),
        "1007_2.jpg": PortraitKey("1007"),
        "00123.JPG": PortraitKey("00123"),
        "E12.png": PortraitKey("E12"),
        "Ash, Al.jpg": PortraitKey(None, "Ash", "Al"),
        "Birch, Bo_2.jpeg": PortraitKey(None, "Birch", "Bo"),
        "1008/front.jpg": PortraitKey("1008"),
        "Cole, Cy/IMG_1.jpg": PortraitKey(None, "Cole", "Cy"),
        "Grade 3/1009.jpg": PortraitKey("1009"),
        "Smith, Jr., John.heic": PortraitKey(None, "Smith Jr.", "John"),
    }
    assert len(found.problems) == 1
