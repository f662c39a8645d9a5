"""Whose portrait a file is: by the index that came with picture day, or by the names of file and folder."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from consentry.services.pool import WorkerPool
from consentry.services.sheet_job import ReadIndex
from consentry_intake.sheets.names import person_key
from consentry_intake.sheets.portraits import INDEX_NAMES, PortraitKey, key_of_path
from consentry_intake.sheets.spelling import norm
from consentry_policy.errors import MendableError
from consentry_policy.people import Person

# A number, then perhaps which portrait it is: 1007, 1007_2, 1007-2, 1007 (2).
_NAME = re.compile(r"^(?P<number>.+?)(?:[_-]\d{1,2}| \(\d{1,2}\))?$")

_NOBODY = "nobody on the roster has this number; rename the file or import the roster first."
_ZEROS = "the roster has this number with other leading zeros; rename the file, or correct the index."
_TWICE = "two people have this number; correct one of them, then enrol it again."
_NO_NAME = "nobody on the roster has this name; rename the file to their number or import the roster first."
_NAMESAKES = "several people of the roster have this name; rename the file to their number."
_TWO = "its folder names one person and its own name another; move it to the right folder."
_MISSING = "the index names it, but it is not in the folder; copy it there and enrol again."


@dataclass(slots=True)
class PortraitFiles:
    """The portraits of a folder. ``keys``: whom an index names, by file; ``refused``: file and reason."""

    files: list[Path]
    keys: dict[Path, PortraitKey] = field(default_factory=dict)
    refused: list[tuple[str, str]] = field(default_factory=list)


def portrait_files(folder: Path, files: Sequence[Path], index: Path | None, workers: WorkerPool) -> PortraitFiles:
    """The portraits among ``files``; without ``index`` one that lies beside them is found by its name. Raises
    MendableError where an index that was given cannot be used.
    """
    root = folder.absolute()
    known = [index.absolute()] if index else [path for path in files if path.name.casefold() in INDEX_NAMES]
    found = PortraitFiles([path for path in files if path not in known])
    by_path = {_inside(root, path): path for path in found.files}
    by_name: dict[str, list[Path]] = defaultdict(list)
    for path in found.files:
        by_name[path.name.casefold()].append(path)
    for one in known:
        read = workers.submit(ReadIndex(one, one.suffix.casefold())).result()
        if read.index is None:
            reason = read.error or "The index of the portraits cannot be read; choose the one that came with them."
            if index is not None:
                raise MendableError(reason)
            found.refused.append((one.name, reason))
            continue
        found.refused += [(one.name, problem) for problem in read.index.problems]
        for entry in read.index.entries:
            there = _find(entry.file, _inside(root, one.parent), by_path, by_name)
            if there is None:
                found.refused.append((PurePosixPath(entry.file).name, _MISSING))
            else:
                found.keys[there] = entry.key
    return found


def _inside(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix().casefold() if path.is_relative_to(root) else ""


def _find(file: str, beside: str, by_path: dict[str, Path], by_name: dict[str, list[Path]]) -> Path | None:
    """The file of an index's line: beside the index, below the folder, or the only one of this name."""
    wanted = file.casefold()
    for place in (str(PurePosixPath(beside) / wanted), wanted):
        if place in by_path:
            return by_path[place]
    same = by_name.get(PurePosixPath(wanted).name, [])
    return same[0] if len(same) == 1 else None


class Owners:
    """Looks up whose portrait it is."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._by_number: dict[str, list[Person]] = defaultdict(list)
        self._by_bare: dict[str, list[Person]] = defaultdict(list)
        self._by_name: dict[str, list[Person]] = defaultdict(list)
        for person in people:
            if person.number:
                self._by_number[person.number].append(person)
                self._by_bare[person.number.lstrip("0")].append(person)
            self._by_name[person_key(person.last_name, person.first_name)].append(person)

    def of(self, folder: Path, path: Path, key: PortraitKey | None) -> Person | str:
        """The person, or why nobody can say."""
        if key is not None:
            return self._of_key(key)
        by_file = self._of_stem(path.stem)
        inside = path.relative_to(folder.absolute()) if path.is_relative_to(folder.absolute()) else Path(path.name)
        key = key_of_path((inside.parent / "x").as_posix())
        by_folder = self._of_key(key) if key is not None else None
        if isinstance(by_folder, Person):
            if isinstance(by_file, Person) and by_file != by_folder:
                return _TWO
            return by_folder
        if isinstance(by_file, str) and "," in path.stem:
            named = key_of_path(path.name)
            return self._of_key(named) if named is not None else by_file
        return by_file

    def _of_stem(self, stem: str) -> Person | str:
        match = _NAME.match(stem)
        number = match["number"] if match else stem
        fits = self._by_number.get(stem) or self._by_number.get(number)
        return _one(fits, _TWICE) if fits else self._unknown(number)

    def _of_key(self, key: PortraitKey) -> Person | str:
        if key.number:
            fits = self._by_number.get(key.number)
            return _one(fits, _TWICE) if fits else self._unknown(key.number)
        same = self._by_name.get(person_key(key.last_name or "", key.first_name or ""), [])
        if key.grade and len(same) > 1:
            same = [p for p in same if norm(p.grade or "") == norm(key.grade)] or same
        return _one(same, _NAMESAKES) if same else _NO_NAME

    def _unknown(self, number: str) -> str:
        return _ZEROS if self._by_bare.get(number.lstrip("0")) else _NOBODY


def _one(fits: Sequence[Person], otherwise: str) -> Person | str:
    return fits[0] if len(fits) == 1 else otherwise
