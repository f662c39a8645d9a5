"""What a command prints for people: nothing cut off, nothing taken for a colour, no empty frame."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli_runner import consentry, records
from school_ground import CHANNEL, School

ADDRESS = "https://social.example/the-school/photos/2026-10-02-homecoming[/b]"


@pytest.fixture
def on(vault_copy: Path, passphrase_file: Path) -> tuple[str | Path, ...]:
    return ("--vault", vault_copy, "--passphrase-file", passphrase_file)


def _column(text: str, number: int) -> str:
    """One column of a table, its folded lines joined."""
    rows = [line.split("│") for line in text.splitlines() if line.startswith("│")]
    return "".join(row[number + 1].strip() for row in rows)


def test_an_address_is_told_whole_and_as_it_is(on: tuple[str | Path, ...], school: School, tmp_path: Path) -> None:
    consentry("check", school.photos / "02-mirrored.jpg", "--channel", CHANNEL, *on)
    consentry("seen", *on)
    release = records(consentry("release", "--to", tmp_path / "out", "--json", *on))[0]["release"]
    consentry("releases", "place", release, ADDRESS, *on)
    listed = consentry("releases", "list", *on).stdout
    assert _column(listed, 5) == ADDRESS
    assert _column(listed, 4) == str(tmp_path / "out")
    assert release[:8] in listed  # in one piece: it is typed again
    consentry("people", "set", "1001", "--consent", "withdrawn", "--channel", "all", *on)
    assert _column(consentry("takedown", "list", *on).stdout, 2) == ADDRESS


def test_a_task_whose_reason_is_gone_says_that_the_copy_may_stay(
    on: tuple[str | Path, ...], school: School, tmp_path: Path
) -> None:
    consentry("check", school.photos / "02-mirrored.jpg", "--channel", CHANNEL, *on)
    consentry("seen", *on)
    consentry("release", "--to", tmp_path / "out", *on)
    consentry("people", "set", "1001", "--consent", "withdrawn", "--channel", "all", *on)
    assert "may stay" not in consentry("takedown", "list", *on).stdout
    history = records(consentry("people", "show", "1001", "--json", *on))[0]
    record = next(entry["record"] for entry in history if entry["what"] == "withdrawal")
    consentry("people", "correct", record, "--void", "--why", "entered for the wrong child", *on)
    told = consentry("takedown", "list", *on)
    assert (told.exit_code, "may stay" in told.stdout) == (0, True)


def test_a_file_name_with_brackets_is_told_as_it_is(
    on: tuple[str | Path, ...], school: School, tmp_path: Path
) -> None:
    photo = tmp_path / "[red]team[b].jpg"
    photo.write_bytes((school.photos / "02-mirrored.jpg").read_bytes())
    assert "[red]team[b].jpg" in consentry("check", photo, "--channel", CHANNEL, *on).stdout


def test_a_reason_names_the_face_it_is_about(on: tuple[str | Path, ...], school: School) -> None:
    photo = school.photos / "08-together.jpg"
    checked = records(consentry("check", photo, "--channel", CHANNEL, "--json", *on))[0]
    face = next(f["face"] for f in checked["faces"] if f["person"] == "1002")
    said = consentry("check", photo, "--channel", CHANNEL, *on).stdout
    assert f"Face {face}: " in said


def test_one_is_told_as_one(on: tuple[str | Path, ...], school: School, tmp_path: Path) -> None:
    photo = school.photos / "02-mirrored.jpg"
    consentry("check", photo, "--channel", CHANNEL, *on)
    assert consentry("seen", photo, *on).stdout.strip().endswith(": 1 photo.")
    assert "1 copy for" in consentry("release", photo, "--to", tmp_path / "out", *on).stdout
