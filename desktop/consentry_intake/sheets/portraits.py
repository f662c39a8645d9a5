"""Which portrait file is whose: picture-day indexes, photo maps, and the names of files and folders."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from consentry_intake import limits
from consentry_intake.sheets.book import Sheet
from consentry_intake.sheets.errors import SheetError
from consentry_intake.sheets.names import split_name
from consentry_intake.sheets.read import read
from consentry_intake.sheets.recipe import Meaning
from consentry_intake.sheets.words import plain_meaning

PICTURES = (".jpg", ".jpeg", ".png", ".heic", ".heif", ".tif", ".tiff", ".bmp", ".webp", ".avif", ".gif")
INDEX_NAMES = ("index.txt", "master.txt", "photomap.txt", "idlink.txt", "names.txt", "index.csv", "master.csv")

_NUMBERED = re.compile(r"([A-Za-z]{0,3}\d[\w]*?|\d+)(?:[_ -]\d{1,2}|[_ -]?\(\d{1,2}\)|[_ -]?[a-d])?\Z")
_COPY = re.compile(r"(?:[_ -]\d{1,2}| ?\(\d{1,2}\))\Z")


@dataclass(frozen=True, slots=True)
class PortraitKey:
    """Whose portrait it is, as far as a file tells: a number, or a name (with a grade where one is told)."""

    number: str | None = None
    last_name: str | None = None
    first_name: str | None = None
    grade: str | None = None


@dataclass(frozen=True, slots=True)
class PortraitEntry:
    """One portrait. ``file`` is its path inside the folder, with "/"."""

    key: PortraitKey
    file: str


@dataclass(frozen=True, slots=True)
class PortraitIndex:
    """All entries, and a sentence for each line or file that could not be used."""

    entries: list[PortraitEntry]
    problems: list[str] = field(default_factory=list)


def read_index(untrusted_bytes: bytes, file_name: str) -> PortraitIndex:
    """A PSPA INDEX.TXT or MASTER.txt, or a PowerSchool photo map: tab or comma, with or without a header.

    The file column is the one whose values end like pictures; the number is the column of that header or, without
    one, the other column. Raises SheetError where no column names pictures.
    """
    sheet = max(read(untrusted_bytes, file_name).sheets, key=lambda sheet: len(sheet.rows))
    column = _file_column(sheet)
    if column is None:
        raise SheetError("No column of the index names a picture; choose the index that came with the portraits.")
    first = 0 if _is_picture(sheet.cell(0, column).shown) else 1
    columns = _columns(sheet, first, column)
    entries, problems = [], []
    for index in range(first, len(sheet.rows)):
        row = sheet.rows[index]
        if all(cell.blank for cell in row):
            continue
        file = row[column].shown.replace("\\", "/")
        values = {meaning: row[at].shown for meaning, at in columns.items() if row[at].shown}
        key = _key(values)
        if not _is_picture(file) or _outside(file) or key is None:
            problems.append(f"Row {index + 1} of the index names no picture or nobody.")
            continue
        folder = values.get(Meaning.IGNORE, "")
        entries.append(PortraitEntry(key, f"{folder}/{file}" if folder else file))
    return PortraitIndex(entries, problems)


def read_names(paths: Iterable[str]) -> PortraitIndex:
    """Portraits named after their people: "1007.jpg", "1007_2.jpg", "Last, First.jpg", "1007/anything.jpg".

    ``paths`` are relative to the folder. Files that are no pictures are passed over; pictures that tell nobody are
    problems.
    """
    entries, problems = [], []
    for path in sorted(paths):
        if not _is_picture(path):
            continue
        key = key_of_path(path)
        if key is None:
            problems.append(f"{PurePosixPath(path).name}: the name tells neither a number nor “Last, First”.")
        else:
            entries.append(PortraitEntry(key, path))
    return PortraitIndex(entries, problems)


def key_of_path(path: str) -> PortraitKey | None:
    """Whose portrait a path is. A folder that names a person counts before the file's own name."""
    posix = PurePosixPath(path.replace("\\", "/"))
    for name in [*reversed(posix.parent.parts), posix.stem]:
        if (
            name not in {".", "..", "/"}
            and (key := _key_of_name(name.strip(), folder=name != posix.stem)) is not None
        ):
            return key
    return _key_of_name(posix.stem.strip(), folder=False)


def _key_of_name(name: str, *, folder: bool) -> PortraitKey | None:
    if "," in name:
        split = split_name(_COPY.sub("", name).replace("_", " "), "last first")
        return PortraitKey(None, split[0], split[1]) if split is not None else None
    match = _NUMBERED.match(name)
    if match is None or (folder and not name.isdigit()):
        return None
    return PortraitKey(match[1])


def _is_picture(name: str) -> bool:
    return name.lower().endswith(PICTURES)


def _outside(file: str) -> bool:
    return file.startswith("/") or ":" in file or ".." in PurePosixPath(file).parts


def _file_column(sheet: Sheet) -> int | None:
    """The column most of whose cells end like pictures."""
    best, most = None, 0
    for column in range(min(sheet.width, limits.SHEET_COLUMNS)):
        count = sum(1 for row in sheet.rows[:500] if column < len(row) and _is_picture(row[column].shown))
        if count > most:
            best, most = column, count
    return best if most * 2 >= min(len(sheet.rows), 500) - 1 else None


_PSPA_FOLDER = re.compile(r"(image ?)?(folder|directory|path|volume|image folder|cd ?vol(ume)?)\Z", re.IGNORECASE)


def _columns(sheet: Sheet, first: int, file_column: int) -> dict[Meaning, int]:
    """Which column tells what; Meaning.IGNORE stands for the folder of the picture."""
    found: dict[Meaning, int] = {}
    others = [column for column in range(sheet.width) if column != file_column]
    if first == 0:
        return _headless(sheet, others)
    for column in others:
        name = sheet.cell(0, column).shown.replace("_", " ")
        meaning = Meaning.IGNORE if _PSPA_FOLDER.match(name) else plain_meaning(name)
        if meaning is not None and meaning not in found:
            found[meaning] = column
    return found


def _headless(sheet: Sheet, others: list[int]) -> dict[Meaning, int]:
    """Without a header: one other column is the number; of several, the one with digits in every row."""
    numeric = [
        c for c in others if all(any(d.isdigit() for d in row[c].shown) for row in sheet.rows if not row[c].blank)
    ]
    if len(others) == 1:
        return {Meaning.NUMBER: others[0]}
    found = {Meaning.NUMBER: numeric[0]} if len(numeric) == 1 else {}
    words = [c for c in others if c not in numeric]
    if len(words) == 2 and not found:
        found = {Meaning.LAST_NAME: words[0], Meaning.FIRST_NAME: words[1]}
    return found


def _key(values: dict[Meaning, str]) -> PortraitKey | None:
    number, grade = values.get(Meaning.NUMBER), values.get(Meaning.GRADE)
    last, first = values.get(Meaning.LAST_NAME), values.get(Meaning.FIRST_NAME)
    if last is None and Meaning.FULL_NAME in values:
        split = split_name(values[Meaning.FULL_NAME], "first last")
        last, first = split if split is not None else (None, None)
    if number is None and (last is None or first is None):
        return None
    return PortraitKey(number, last, first, grade)
