"""What a newcomer reads: lists without a row say what to do, slips are told without the libraries' own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli_runner import consentry
from school_ground import School


@pytest.fixture
def on(vault_copy: Path, passphrase_file: Path) -> tuple[str | Path, ...]:
    return ("--vault", vault_copy, "--passphrase-file", passphrase_file)


@pytest.fixture(scope="module")
def new_vault(tmp_path_factory: pytest.TempPathFactory) -> tuple[str | Path, ...]:
    """A vault with nothing in it."""
    folder = tmp_path_factory.mktemp("new")
    words = folder / "words"
    words.write_text("four random test words\n", encoding="utf-8")
    on = ("--vault", folder / "vault", "--passphrase-file", words)
    made = consentry("init", on[1], "--user", "Ann", *on[2:])
    assert made.exit_code == 0, made.stderr
    return on


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (("people", "list"), "consentry people import"),
        (("people", "imports"), "consentry people import"),
        (("channel", "list"), "consentry channel add"),
        (("event", "list"), "consentry event add"),
        (("releases", "list"), "consentry release"),
        (("takedown", "list"), "No task is open"),
        (("takedown", "list", "--closed"), "No task is on record"),
        (("people", "flags"), "No flag is open"),
        (("retention", "run"), "No face template is due"),
        (("disclosure", "due"), "Nobody must be reminded"),
    ],
)
def test_an_empty_list_says_so_and_what_fills_it(
    new_vault: tuple[str | Path, ...], command: tuple[str, ...], says: str
) -> None:
    result = consentry(*command, *new_vault)
    assert says in result.stdout
    assert len(result.stdout.strip().splitlines()) == 1


def test_a_search_that_finds_nobody_is_no_empty_roster(on: tuple[str | Path, ...]) -> None:
    assert consentry("people", "list", "Zzzz", *on).stdout.strip() == "Nobody fits."


@pytest.mark.parametrize(
    ("command", "what"),
    [
        (("verify",), "file"),
        (("people", "import", "--channels", "all"), "sheet"),
        (("people", "import", "any.csv", "--channels", "all", "--recipe"), "recipe"),
        (("people", "set", "1001", "--consent", "granted", "--scan"), "scan"),
    ],
)
def test_a_file_that_is_not_there_is_told_from_a_folder(
    on: tuple[str | Path, ...], tmp_path: Path, command: tuple[str, ...], what: str
) -> None:
    missing = consentry(*command, tmp_path / "none", *on)
    assert missing.exit_code == 2
    assert missing.stderr.strip() == f"There is no {what} of that name; check its name and the folder it is in."
    folder = consentry(*command, tmp_path, *on)
    assert folder.exit_code == 2
    assert folder.stderr.strip() == f"That {what} is a folder; give the file in it."


def test_an_index_that_is_not_there_is_told(on: tuple[str | Path, ...], school: School, tmp_path: Path) -> None:
    result = consentry("people", "enrol", school.portraits, "--index", tmp_path / "none", *on)
    assert result.exit_code == 2
    assert "no index of that name" in result.stderr


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (("audit", "list", "--limit", "x"), "write a whole number"),
        (("settings", "set", "--wide", "much"), "write a number"),
        (("channel", "add", "X", "--authorised-by", "B", "--kind", "foo"), "'foo' is not one of"),
    ],
)
def test_a_value_that_does_not_fit_is_told_in_plain_words(
    on: tuple[str | Path, ...], command: tuple[str, ...], says: str
) -> None:
    result = consentry(*command, *on)
    told = " ".join(result.stderr.replace("│", " ").split())
    assert result.exit_code == 2
    assert says in told
    assert "Value error" not in told
    assert "parse" not in told


def test_portraits_enrolled_before_are_counted(on: tuple[str | Path, ...], school: School) -> None:
    result = consentry("people", "enrol", school.portraits, *on)
    assert "Enrolled 0 portraits of 2 people, 4 were there already;" in result.stdout


def test_a_sheet_of_no_rows_is_not_said_to_hold_names(on: tuple[str | Path, ...], tmp_path: Path) -> None:
    result = consentry("people", "export", "--to", tmp_path / "flags.csv", "--what", "flags", *on)
    assert result.stdout.strip() == "0 rows written. It holds no name."
