"""The way back by command: what is restored is said, the record holds, the doctor says what is wrong."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from cli_runner import consentry


@pytest.fixture
def on(vault_copy: Path, passphrase_file: Path) -> tuple[str | Path, ...]:
    return ("--vault", vault_copy, "--passphrase-file", passphrase_file)


def _made(on: tuple[str | Path, ...]) -> str:
    return str(json.loads(consentry("backup", "make", "--json", *on).stdout)["backup"])


def test_an_older_backup_is_restored_by_name_and_the_record_holds(
    on: tuple[str | Path, ...], vault_copy: Path
) -> None:
    older = _made(on)
    consentry("people", "add", "3001", "--last-name", "Zell", "--first-name", "Ida", *on)
    newest = _made(on)
    told = consentry("backup", "restore", older, "--vault", vault_copy)
    assert (told.exit_code, older in told.stdout) == (0, True)
    assert "3001" not in consentry("people", "list", *on).stdout
    assert consentry("audit", "verify", *on).exit_code == 0
    deeds = json.loads(consentry("audit", "list", "--json", *on).stdout)
    assert deeds[0]["what"].endswith("a backup had been put in its place")
    again = consentry("backup", "restore", "--vault", vault_copy, "--json")
    assert json.loads(again.stdout)["restored"] == newest
    assert "3001" in consentry("people", "list", *on).stdout
    assert consentry("audit", "verify", *on).exit_code == 0


def test_where_there_is_no_vault_no_backup_is_promised(tmp_path: Path) -> None:
    told = consentry("backup", "list", "--vault", tmp_path / "none")
    assert told.exit_code == 2
    assert "no vault" in told.stderr


@pytest.mark.skipif(os.name == "nt", reason="rights are of another kind there")
def test_the_doctor_says_what_is_wrong_and_what_to_do(on: tuple[str | Path, ...], vault_copy: Path) -> None:
    vault_copy.chmod(0o755)
    told = consentry("doctor", *on)
    assert told.exit_code == 1
    assert "may read the vault" in told.stdout
    vault_copy.chmod(0o700)
    for file in vault_copy.rglob("*"):
        file.chmod(0o700 if file.is_dir() else 0o600)
    _made(on)
    told = consentry("doctor", *on)
    assert (told.exit_code, told.stdout.startswith("All is well")) == (0, True), told.stdout
