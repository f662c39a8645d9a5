"""A confirmed face becomes a further reference only where that is asked for."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

from cli_runner import consentry
from school_ground import School


def test_a_face_is_kept_with_its_answer_or_the_reason_is_said(
    vault_copy: Path, passphrase_file: Path, school: School
) -> None:
    on = ("--vault", vault_copy, "--passphrase-file", passphrase_file, "--why", "I know her")
    photo = school.photos / "07-refused.jpg"
    early = consentry("decide", photo, "--face", "1", "--keep", *on)
    assert early.exit_code == 2
    assert "say so first" in early.output
    assert consentry("decide", photo, "--face", "1", "--person", "1002", "--keep", *on).exit_code in {0, 1}
    far = school.photos / "05-too-far-away.jpg"
    poor = consentry("decide", far, "--face", "1", "--person", "1001", "--keep", *on)
    assert poor.exit_code == 2
    assert "too small or too blurred" in poor.output


def test_a_kept_face_is_taken_back(vault_copy: Path, passphrase_file: Path, school: School) -> None:
    on = ("--vault", vault_copy, "--passphrase-file", passphrase_file, "--why", "I know her")
    face = (school.photos / "07-refused.jpg", "--face", "1")
    assert consentry("decide", *face, "--person", "1002", "--keep", *on).exit_code in {0, 1}
    assert consentry("decide", *face, "--unkeep", *on).exit_code in {0, 1}
    again = consentry("decide", *face, "--unkeep", *on)
    assert again.exit_code == 2
    assert "nothing to take back" in again.output
    log = json.loads(consentry("audit", "list", *on[:4], "--json").output)
    assert "took back a face kept as a reference" in {entry["what"] for entry in log}


def test_a_kept_face_is_shown_with_its_person_as_long_as_it_is_kept(
    vault_copy: Path, passphrase_file: Path, school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")  # no cell is folded
    on = ("--vault", vault_copy, "--passphrase-file", passphrase_file)
    face = (school.photos / "07-refused.jpg", "--face", "1", "--why", "I know her")

    def shown() -> list[dict[str, object]]:
        history = json.loads(consentry("people", "show", "1002", "--json", *on).stdout)
        return [entry for entry in history if entry["what"] == "kept face"]

    assert shown() == []
    consentry("decide", *face, "--person", "1002", "--keep", *on)
    (kept,) = shown()
    assert kept["day"] == datetime.now().astimezone().date().isoformat()
    assert (kept["taken_on"], kept["counts"]) == (None, True)
    told = consentry("people", "show", "1002", *on).stdout
    assert "kept face" in told
    assert "photo without a date" in told
    assert "does not count" not in told
    consentry("undo", *on)
    assert [entry["counts"] for entry in shown()] == [False]
    assert "does not count" in consentry("people", "show", "1002", *on).stdout
    consentry("decide", *face, "--unkeep", *on)
    assert shown() == []
