"""Users by command: each with a passphrase and a role of their own; every act is in the record."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import consentry_vault as cv
from cli_runner import consentry

OWN, THEIRS, OTHER = "four plain test words", "another four test words", "yet four more test words"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "vault"
    cv.create(path, OWN, "Dana Example", matching="off", argon2=cv.FLOOR).close()
    return path


class Typed:
    """Commands on one vault, by whose passphrase it is."""

    def __init__(self, folder: Path, files: Path) -> None:
        self.folder, self.files = folder, files

    def file(self, passphrase: str) -> Path:
        path = self.files / f"{len(passphrase)}.txt"
        path.write_text(passphrase + "\n", encoding="utf-8")
        return path

    def run(self, *args: str | Path, by: str = OWN, new: str | None = None) -> Any:
        more = ["--new-passphrase-file", self.file(new)] if new else []
        return consentry(*args, *more, "--vault", self.folder, "--passphrase-file", self.file(by), "--json")


@pytest.fixture
def on(folder: Path, tmp_path: Path) -> Typed:
    return Typed(folder, tmp_path)


def listed(on: Typed, *more: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(on.run("vault", "users", "list", *more).stdout)
    return found


def test_a_user_is_added_reset_and_removed_and_it_is_on_record(on: Typed) -> None:
    added = on.run("vault", "users", "add", "Bo Example", "--role", "reviewer", new=THEIRS)
    assert added.exit_code == 0, added.stdout
    assert [(u["name"], u["role"], u["you"]) for u in listed(on)] == [
        ("Dana Example", "designee", True),
        ("Bo Example", "reviewer", False),
    ]
    assert on.run("people", "list", by=THEIRS).exit_code == 0
    held = on.run("vault", "users", "add", "Cy Example", "--role", "clerk", by=THEIRS, new=OTHER)
    assert held.exit_code == 2
    assert "Your role" in held.stdout
    reset = on.run("vault", "users", "reset", "bo example", "--role", "clerk", new=OTHER)
    assert json.loads(reset.stdout)["role"] == "clerk"
    assert on.run("people", "list", by=THEIRS).exit_code == 2
    assert on.run("people", "list", by=OTHER).exit_code == 0
    bo = listed(on)[1]["user"]
    assert on.run("vault", "users", "remove", bo[:8]).exit_code == 0
    assert on.run("people", "list", by=OTHER).exit_code == 2
    assert [u["name"] for u in listed(on)] == ["Dana Example"]
    assert len(listed(on, "--removed")) == 2
    said = [e["what"] for e in json.loads(on.run("audit", "list").stdout)]
    assert {"added a user", "gave a user a new passphrase or role", "removed a user"} <= set(said)
    assert json.loads(on.run("audit", "verify").stdout)["whole"] is True


def test_a_role_changes_and_the_passphrase_stays(on: Typed) -> None:
    assert on.run("vault", "users", "add", "Bo Example", "--role", "reviewer", new=THEIRS).exit_code == 0
    assert on.run("audit", "list", by=THEIRS).exit_code == 2, "a reviewer does not read the log"
    given = on.run("vault", "users", "role", "bo example", "clerk")
    assert json.loads(given.stdout)["role"] == "clerk"
    assert on.run("audit", "list", by=THEIRS).exit_code == 0
    assert [(u["name"], u["role"]) for u in listed(on)][1:] == [("Bo Example", "clerk")]
    assert "gave a user another role" in [e["what"] for e in json.loads(on.run("audit", "list").stdout)]
    assert "already" in on.run("vault", "users", "role", "Bo Example", "clerk").stdout
    assert "yourself" in on.run("vault", "users", "role", "Dana Example", "clerk").stdout
    assert on.run("vault", "users", "role", "Bo Example", "designee", by=THEIRS).exit_code == 2
    assert json.loads(on.run("audit", "verify").stdout)["whole"] is True


def test_what_cannot_be_done_is_one_sentence(on: Typed) -> None:
    assert "yourself" in on.run("vault", "users", "remove", "Dana Example").stdout
    assert "yourself" in on.run("vault", "users", "reset", "Dana Example", new=OTHER).stdout
    assert "No user" in on.run("vault", "users", "remove", "Nobody").stdout
    short = on.run("vault", "users", "add", "Bo", "--role", "clerk", new="too short")
    assert short.exit_code == 2
    assert "at least 12" in short.stdout
    same = on.run("vault", "users", "add", "Bo", "--role", "clerk", new=OWN)
    assert "choose another" in same.stdout
    assert "name" in on.run("vault", "users", "add", " ", "--role", "clerk", new=THEIRS).stdout
    assert "already" in on.run("vault", "users", "add", "dana example", "--role", "clerk", new=THEIRS).stdout
    assert len(listed(on)) == 1


def test_a_designee_may_remove_another_but_one_stays(on: Typed) -> None:
    assert on.run("vault", "users", "add", "Bo Example", "--role", "designee", new=THEIRS).exit_code == 0
    assert on.run("vault", "users", "remove", "Dana Example", by=THEIRS).exit_code == 0
    assert on.run("people", "list").exit_code == 2
    assert on.run("vault", "users", "remove", "Bo Example", by=THEIRS).exit_code == 2
    assert on.run("people", "list", by=THEIRS).exit_code == 0


def test_your_own_passphrase_and_a_recovery_code(on: Typed, tmp_path: Path) -> None:
    code = json.loads(on.run("vault", "recovery-code").stdout)["recovery_code"]
    assert on.run("vault", "passphrase", new=OTHER).exit_code == 0
    assert on.run("people", "list").exit_code == 2
    assert on.run("people", "list", by=OTHER).exit_code == 0
    assert on.run("people", "list", by=code).exit_code == 0
    assert [u["recovery"] for u in json.loads(on.run("vault", "users", "list", by=OTHER).stdout)] == [False, True]
    on.run("vault", "recovery-code", by=OTHER)
    deeds = [entry["what"] for entry in json.loads(on.run("audit", "list", by=OTHER).stdout)]
    assert deeds[:2] == ["ended a recovery code", "made a recovery code"]
    assert "added a user" not in deeds, "a printed code is no user"
