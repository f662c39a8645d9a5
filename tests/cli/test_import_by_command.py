"""The office's first ten minutes, typed: questions, the recipe kept, undo, remarks, files refused."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from cli_runner import consentry
from consentry.services import channels, vaults
from consentry_policy.channels import ChannelKind
from consentry_vault import FLOOR
from school_ground import PASSPHRASE

Typed = tuple[str | Path, ...]
HEAD = "Student Number,Last Name,First Name,Grade,Photo Permission\n"
SHEET = HEAD + "2001,Ames,Ida,7,Yes\n2002,Boll,Uwe,7,No\n2003,Cole,Amy,8,\n2004,Dorn,Max,8,court order\n"


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("typed") / "vault"
    with vaults.create(folder, PASSPHRASE, "Ann", "off", argon2=FLOOR) as made:
        channels.add(made, "Facebook", ChannelKind.SOCIAL, "The Superintendent")
        channels.add(made, "The yearbook", ChannelKind.YEARBOOK, "The Superintendent")
    return folder


@pytest.fixture
def on(empty: Path, tmp_path: Path, passphrase_file: Path) -> Typed:
    folder = Path(shutil.copytree(empty, tmp_path / "vault"))
    return ("--vault", folder, "--passphrase-file", passphrase_file)


def written(tmp_path: Path, text: str, name: str = "sheet.csv") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def people(on: Typed) -> dict[str, str]:
    found: list[dict[str, Any]] = json.loads(consentry("people", "list", "--json", *on).stdout)
    return {str(p["number"]): p["consent"]["Facebook"] for p in found}


def test_a_question_is_one_sentence_and_its_answer_is_kept(on: Typed, tmp_path: Path) -> None:
    sheet = written(tmp_path, SHEET.replace("Photo Permission", "Photo"))
    asked = ("people", "import", sheet, "--evidence", "shelf 1", "--channels", "all")
    refused = consentry(*asked, *on)
    assert refused.exit_code == 2
    assert "Column Photo" in refused.stderr
    assert "--answer" in refused.stderr
    assert people(on) == {}
    dry = json.loads(consentry(*asked, "--dry-run", "--json", *on).stdout)
    question = next(q for q in dry["questions"] if q["required"])
    assert {"permission", "opt-out"} <= {o["value"] for o in question["options"]}
    wrong = consentry(*asked, "--answer", f"{question['id']}=perhaps", *on)
    assert wrong.exit_code == 2
    recipe = tmp_path / "recipe.toml"
    done = consentry(*asked, "--answer", f"{question['id']}=permission", "--save-recipe", recipe, *on)
    assert done.exit_code == 0, done.stderr
    assert people(on) == {"2001": "granted", "2002": "refused", "2003": "not answered", "2004": "not answered"}
    again = consentry(
        "people", "import", sheet, *on
    )  # neither question nor channels: it is the sheet of last time
    assert "recipe" in again.stdout
    assert "0 people new, 0 changed, 4 unchanged" in again.stdout
    by_file = json.loads(
        consentry("people", "import", sheet, "--recipe", recipe, "--dry-run", "--json", *on).stdout
    )
    assert (by_file["unchanged"], by_file["questions"]) == (4, [])


def test_an_import_is_listed_and_undone(on: Typed, tmp_path: Path) -> None:
    sheet = written(tmp_path, SHEET)
    asked = ("people", "import", sheet, "--evidence", "shelf 1", "--channels", "all", "--json")
    first = json.loads(consentry(*asked, *on).stdout)["import"]
    listed = json.loads(consentry("people", "imports", "--json", *on).stdout)
    assert [(i["import"], i["people_added"], i["undone"]) for i in listed] == [(first, 4, None)]
    undone = consentry("people", "import", "--undo", "latest", *on)
    assert undone.exit_code == 0
    assert people(on) == {}
    assert json.loads(consentry("people", "imports", "--json", *on).stdout)[0]["undone"]
    assert consentry("people", "import", "--undo", first[:8], *on).exit_code == 2
    assert consentry("audit", "verify", *on).exit_code == 0


def test_an_answer_given_since_then_stands_in_the_way_of_undoing(on: Typed, tmp_path: Path) -> None:
    sheet = written(tmp_path, SHEET)
    consentry("people", "import", sheet, "--evidence", "shelf 1", "--channels", "all", *on)
    consentry("people", "set", "2001", "--consent", "withdrawn", *on)
    refused = consentry("people", "import", "--undo", "latest", *on)
    assert refused.exit_code == 2
    assert "hangs on it" in refused.stderr
    assert people(on)["2001"] == "withdrawn"


def test_remarks_are_listed_and_settled(on: Typed, tmp_path: Path) -> None:
    sheet = written(tmp_path, SHEET + "2005,Eck,Jo,7,see office\n")
    consentry("people", "import", sheet, "--evidence", "shelf 1", "--channels", "all", *on)
    listed = consentry("people", "flags", "--json", *on)
    assert listed.exit_code == 1
    assert [(f["number"], f["flag"]) for f in json.loads(listed.stdout)] == [
        ("2004", "court order"),
        ("2005", "see office"),
    ]
    assert consentry("people", "settle", "2005", "--no-flag", *on).exit_code == 2  # nobody said why
    assert consentry("people", "settle", "2004", "--protected", "a court order", *on).exit_code == 0
    granted = ("--consent", "granted", "--evidence", "folder 3", "--why", "the form came in")
    assert consentry("people", "settle", "2005", *granted, *on).exit_code == 0
    assert consentry("people", "flags", *on).exit_code == 0
    assert people(on)["2004"] == "protected"
    assert people(on)["2005"] == "granted"


def test_rows_are_matched_by_command(on: Typed, tmp_path: Path) -> None:
    consentry("people", "import", written(tmp_path, SHEET), "--evidence", "s", "--channels", "all", *on)
    other = written(tmp_path, HEAD + ",Ames,Ida,7,No\n02002,Boll,Uwe,7,Yes\n", "other.csv")
    asked = ("people", "import", other, "--evidence", "s", "--channels", "all")
    seen = consentry(*asked, "--dry-run", *on)
    assert "--match 2=2001" in seen.stdout
    assert "--match 3=2002" in seen.stdout
    assert consentry(*asked, "--match", "2=2001", "--match-zeros", *on).exit_code == 0
    now = people(on)
    assert now["2001"] == "refused"
    assert now["02002"] == "refused"  # the zero is kept; of two answers of one day the no stands


def test_the_template_filled_in_imports_without_a_question(on: Typed, tmp_path: Path) -> None:
    path = tmp_path / "template.xlsx"
    assert consentry("people", "template", "--to", path).exit_code == 0
    book = openpyxl.load_workbook(path)
    for row in (("0007", "Ames", "Ida", "7", "7A", None, "Yes"), ("0008", "Boll", "Uwe", "7", "7A", None, "No")):
        book["Consent"].append(row)
    book.save(path)
    done = consentry("people", "import", path, "--evidence", "shelf 1", "--channels", "all", *on)
    assert done.exit_code == 0, done.output
    assert people(on) == {"0007": "granted", "0008": "refused"}


def test_the_roster_goes_out_and_comes_back_unchanged(on: Typed, tmp_path: Path) -> None:
    sheet = written(tmp_path, SHEET)
    consentry("people", "import", sheet, "--evidence", "shelf 1", "--channels", "all", *on)
    out = tmp_path / "roster.xlsx"
    assert consentry("people", "export", "--to", out, *on).exit_code == 0
    again = json.loads(consentry("people", "import", out, "--channels", "all", "--dry-run", "--json", *on).stdout)
    assert (again["new"], again["changed"], again["unchanged"]) == ([], [], 4)
    assert consentry("people", "export", "--to", out, *on).exit_code == 2  # nothing is written over


def _bomb() -> bytes:
    """A book one of whose parts unpacks to 60 MB of spaces."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", "<Types/>")
        book.writestr("xl/worksheets/sheet1.xml", b"<worksheet>" + b" " * (60 << 20) + b"</worksheet>")
    return out.getvalue()


def _locked() -> bytes:
    """What an office program makes of a book with a password: an OLE file with an encrypted package in it."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016) + "EncryptedPackage".encode("utf-16-le") + bytes(2048)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("bomb.xlsx", _bomb(), "unpacks"),
        ("locked.xlsx", _locked(), "password"),
        ("photo.xlsx", b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(400), "spreadsheet"),
        ("nuls.csv", b"Student Number,Photo Permission\n1,\x00Yes\n" * 50, "."),
    ],
)
def test_a_file_that_is_no_sheet_is_refused_by_one_sentence(
    on: Typed, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    result = consentry("people", "import", path, "--evidence", "s", "--channels", "all", *on)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.strip().endswith(".")
    assert len(result.stderr.splitlines()) == 1
    assert people(on) == {}
    assert json.loads(consentry("people", "imports", "--json", *on).stdout) == []
