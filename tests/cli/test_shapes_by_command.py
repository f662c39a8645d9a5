"""Shapes A to L by command: previewed with what is asked, with a recipe, then imported; who stands where."""

from __future__ import annotations

import csv
import io
import itertools
import json
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from shape_sheets import LISTED, SHAPES, Shape

from cli_runner import consentry
from consentry.services import channels, roster, vaults
from consentry_policy.people import Role
from consentry_vault import FLOOR
from school_ground import PASSPHRASE, School

Typed = tuple[str | Path, ...]


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shapes") / "vault"
    with vaults.create(folder, PASSPHRASE, "Ann", "everyone", argon2=FLOOR) as made:
        for name, kind in LISTED.items():
            channels.add(made, name, kind, "The Superintendent")
    return folder


@pytest.fixture
def on(empty: Path, tmp_path: Path, passphrase_file: Path) -> Typed:
    return ("--vault", Path(shutil.copytree(empty, tmp_path / "vault")), "--passphrase-file", passphrase_file)


def written(shape: Shape, folder: Path) -> Path:
    path: Path = folder / shape.name
    if path.suffix == ".csv":
        out = io.StringIO(newline="")
        csv.writer(out).writerows(shape.rows)
        path.write_text(out.getvalue(), encoding="utf-8")
        return path
    book = openpyxl.Workbook()
    for name, rows in {"People": shape.rows, **shape.more}.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([value or None for value in row])
    book.remove(book["Sheet"])
    book.save(path)
    return path


def told(*words: str | Path) -> dict[str, Any]:
    result = consentry(*words)
    assert result.exit_code in {0, 1}, result.stderr
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def states(on: Typed) -> dict[str, dict[str, str]]:
    found = json.loads(consentry("people", "list", "--json", *on).stdout)
    unnumbered = itertools.count(1)
    return {p["number"] or f"no number {next(unnumbered)}": p["consent"] for p in found}


@pytest.mark.parametrize("name", list(SHAPES))
def test_a_shape_is_previewed_then_imported_by_its_recipe(name: str, on: Typed, tmp_path: Path) -> None:
    shape, recipe = SHAPES[name], tmp_path / "recipe.toml"
    asked = ("people", "import", written(shape, tmp_path), "--kind", shape.kind, "--json", *on)
    first = ("--evidence", "cabinet 3", "--channels", "all", "--until", "2099-06-30")
    drafted = told(*asked, *first, "--dry-run")
    assert {q["id"] for q in drafted["questions"] if q["required"]} == set(shape.answers)
    answers = [
        word for pair in {**shape.answers, **shape.optional}.items() for word in ("--answer", "=".join(pair))
    ]
    answered = told(*asked, *first, *answers, "--dry-run", "--save-recipe", recipe)
    by_recipe = told(*asked, "--recipe", recipe, "--dry-run")
    assert by_recipe["questions"] == []
    for plan in (answered, by_recipe):
        assert not plan["written"]
        assert len(plan["new"]) == len(shape.people)
        assert [(p["where"], p["taken"]) for p in plan["problems"]] == shape.problems
    done = told(*asked, "--recipe", recipe)
    assert (done["written"], len(done["new"])) == (True, len(shape.people)), "what was a dry run wrote nothing"
    assert states(on) == shape.people


def test_l_a_portrait_index_by_command(on: Typed, tmp_path: Path, school: School) -> None:
    with vaults.unlock(tmp_path / "vault", PASSPHRASE) as office:
        for number, last, first in (("00101", "Ames", "Ida"), ("00102", "Boll", "Uwe")):
            roster.add_person(office, number, last, first, frozenset({Role.STUDENT}), "7")
    day = tmp_path / "day"
    day.mkdir()
    one, two = sorted(school.portraits.glob("*.jpg"))[:2]
    shutil.copy(one, day / "0001.jpg")
    shutil.copy(two, day / "0002.jpg")
    index = tmp_path / "PHOTOS.txt"
    index.write_text(
        "Last_Name,First_Name,Grade_Level,\nAmes,Ida,7,0001.jpg\nDorn,Eva,7,0002.jpg\n", encoding="utf-8"
    )
    report = told("people", "enrol", day, "--index", index, "--json", *on)
    assert (report["enrolled"], report["lacking"]) == (1, ["00102"])
    assert [line["file"] for line in report["refused"]] == ["0002.jpg"]
