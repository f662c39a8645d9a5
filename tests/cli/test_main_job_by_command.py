"""The whole way through work, typed: init, import, enrol, check, decide, release, verify."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from cli_runner import consentry, records
from school_ground import CHANNEL, School


@pytest.fixture
def on(vault_copy: Path, passphrase_file: Path) -> tuple[str | Path, ...]:
    return ("--vault", vault_copy, "--passphrase-file", passphrase_file)


@pytest.fixture
def checked(on: tuple[str | Path, ...], school: School) -> dict[str, dict[str, Any]]:
    result = consentry("check", school.photos, "--channel", CHANNEL, "--json", *on)
    assert result.exit_code == 1  # something is held
    return {r["photo"]: r for r in records(result)}


def test_a_vault_is_made_and_filled_from_nothing(tmp_path: Path, passphrase_file: Path, school: School) -> None:
    vault = tmp_path / "new"
    on = ("--vault", vault, "--passphrase-file", passphrase_file)
    made = consentry(
        "init", vault, "--matching", "everyone", "--user", "Ann", "--passphrase-file", passphrase_file
    )
    assert made.exit_code == 0
    assert consentry("channel", "add", CHANNEL, "--authorised-by", "The Superintendent", *on).exit_code == 0
    dry = consentry(
        "people", "import", school.roster, "--evidence", "shelf 1", "--channels", "all", "--dry-run", "--json", *on
    )
    assert json.loads(dry.stdout)["new"] == ["1001", "1002", "1003"]
    assert records(consentry("people", "list", "--json", *on)) == [[]]  # a dry run writes nothing
    imported = consentry("people", "import", school.roster, "--evidence", "shelf 1", "--channels", "all", *on)
    assert imported.exit_code == 0
    people = {p["number"]: p for p in json.loads(consentry("people", "list", "--json", *on).stdout)}
    assert {n: p["consent"][CHANNEL] for n, p in people.items()} == {
        "1001": "granted",
        "1002": "refused",
        "1003": "not answered",  # a blank cell is no yes
    }
    enrolled = json.loads(consentry("people", "enrol", school.portraits, "--json", *on).stdout)
    assert (enrolled["enrolled"], enrolled["people"], enrolled["without"]) == (4, 2, 1)
    assert enrolled["lacking"] == ["1003"]
    assert "no usable portrait of 1003 yet" in consentry("people", "enrol", school.portraits, *on).stdout


def test_a_grant_without_evidence_is_not_answered(tmp_path: Path, passphrase_file: Path, school: School) -> None:
    vault = tmp_path / "new"
    on = ("--vault", vault, "--passphrase-file", passphrase_file)
    consentry("init", vault, "--user", "Ann", "--passphrase-file", passphrase_file)
    consentry("channel", "add", CHANNEL, "--authorised-by", "The Superintendent", *on)
    result = consentry("people", "import", school.roster, "--channels", "all", *on)
    assert "signed originals" in result.stdout
    people = {p["number"]: p for p in json.loads(consentry("people", "list", "--json", *on).stdout)}
    assert people["1001"]["consent"][CHANNEL] == "not answered"


def test_check_says_each_verdict_with_its_clause(checked: dict[str, dict[str, Any]], school: School) -> None:
    alone = checked["02-mirrored.jpg"]
    assert alone["verdict"] == "cleared"
    assert [f["person"] for f in alone["faces"] if f["state"] == "identified"] == ["1001"]
    refused = checked["07-refused.jpg"]
    assert refused["verdict"] == "blocked"
    assert ("student", "436 IV.C.2", "1002") in {(r["code"], r["clause"], r["person"]) for r in refused["reasons"]}
    assert checked["08-together.jpg"]["verdict"] == "blocked"
    assert checked["05-too-far-away.jpg"]["verdict"] == "review"
    assert checked["11-nobody.jpg"]["verdict"] == "review"
    broken = checked["12-broken.jpg"]
    assert broken["verdict"] == "review"
    assert broken["error"]
    source = (school.photos / "02-mirrored.jpg").read_bytes()
    assert alone["sha256"] == hashlib.sha256(source).hexdigest()


def test_names_do_not_stand_in_json(on: tuple[str | Path, ...], school: School) -> None:
    told = consentry("check", school.photos, "--channel", CHANNEL, "--json", *on).stdout
    assert "Okafor" not in told
    assert "Lindqvist" not in told


def test_a_public_arena_exception_needs_the_event_and_a_persons_word(
    on: tuple[str | Path, ...], checked: dict[str, dict[str, Any]], school: School
) -> None:
    photo = school.photos / "10-at-the-game.jpg"
    assert checked["10-at-the-game.jpg"]["verdict"] == "blocked"
    without_event = consentry("decide", photo, "--attest", "in-arena", "--why", "stands", *on)
    assert without_event.exit_code == 2
    assert "event" in without_event.stderr
    added = consentry(
        "event", "add", "Game", "--kind", "sport", "--date", "2026-10-02", "--authorised-by", "The Superintendent",
        "--channels", CHANNEL, "--json", *on,
    )  # fmt: skip
    event = json.loads(added.stdout)["event"]
    joined = consentry("decide", photo, "--event", event, "--why", "from the stands", "--json", *on)
    assert json.loads(joined.stdout)[0]["verdict"] == "blocked"  # joining is not confirming
    confirmed = consentry("decide", photo, "--attest", "in-arena", "--why", "from the stands", "--json", *on)
    assert json.loads(confirmed.stdout)[0]["verdict"] == "exception"
    consentry("event", "revoke", event, *on)
    again = json.loads(consentry("decide", photo, "--mark", "premises", "--why", "x", "--json", *on).stdout)
    assert again[0]["verdict"] == "blocked"


def test_covering_the_one_refused_face_lets_a_covered_copy_out(
    on: tuple[str | Path, ...], checked: dict[str, dict[str, Any]], school: School, tmp_path: Path
) -> None:
    photo = school.photos / "08-together.jpg"
    face = next(f["face"] for f in checked["08-together.jpg"]["faces"] if f["person"] == "1002")
    covered = consentry("decide", photo, "--face", str(face), "--cover", "--why", "refused", "--json", *on)
    assert json.loads(covered.stdout)[0]["verdict"] == "review"
    attested = consentry("decide", photo, "--attest", "nothing-identifies", "--why", "no name", "--json", *on)
    assert json.loads(attested.stdout)[0]["verdict"] == "cleared"
    unseen = consentry("release", photo, "--to", tmp_path / "out", *on)
    assert unseen.exit_code == 1
    assert not (tmp_path / "out").exists()
    assert "contact sheet" in unseen.stdout
    assert consentry("seen", photo, *on).exit_code == 0
    released = json.loads(consentry("release", photo, "--to", tmp_path / "out", "--json", *on).stdout)
    assert released["copies"] == 1
    copy = next((tmp_path / "out").glob("*.jpg"))
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["copies"][0]["sha256"] == hashlib.sha256(copy.read_bytes()).hexdigest()
    assert manifest["copies"][0]["covered_faces"] == 1
    assert manifest["copies"][0]["seen"] is True
    assert consentry("verify", copy, *on).exit_code == 0
    original = consentry("verify", photo, "--json", *on)  # it looks like its copy, but nothing is covered in it
    assert (original.exit_code, json.loads(original.stdout)["status"]) == (1, "was changed since it was released")
    altered = tmp_path / "altered.jpg"
    altered.write_bytes(copy.read_bytes() + b"x")
    assert "not that file" in consentry("verify", altered, *on).stdout
    again = consentry("check", copy, "--channel", CHANNEL, "--json", *on)
    assert "1002" not in {f["person"] for f in records(again)[0]["faces"]}


def test_a_copy_may_not_be_used_any_more_after_a_withdrawal(
    on: tuple[str | Path, ...], checked: dict[str, dict[str, Any]], school: School, tmp_path: Path
) -> None:
    photo = school.photos / "02-mirrored.jpg"
    consentry("seen", photo, *on)
    assert consentry("release", photo, "--to", tmp_path / "out", *on).exit_code == 0
    copy = next((tmp_path / "out").glob("*.jpg"))
    assert json.loads(consentry("verify", copy, "--json", *on).stdout)["status"] == "may be used"
    consentry("people", "set", "1001", "--consent", "withdrawn", "--channel", "all", *on)
    after = consentry("verify", copy, "--json", *on)
    assert after.exit_code == 1
    assert json.loads(after.stdout)["status"] == "may not be used any more"
    other = json.loads(consentry("verify", school.photos / "07-refused.jpg", "--json", *on).stdout)
    assert other["status"] == "was not released"


def test_a_photo_that_changed_since_it_was_checked_stays_behind(
    on: tuple[str | Path, ...], school: School, tmp_path: Path
) -> None:
    mine = tmp_path / "mine.jpg"
    mine.write_bytes((school.photos / "02-mirrored.jpg").read_bytes())
    assert consentry("check", mine, "--channel", CHANNEL, *on).exit_code == 0
    photo = records(consentry("check", mine, "--channel", CHANNEL, "--json", *on))[0]["id"]
    consentry("seen", photo, *on)
    mine.write_bytes((school.photos / "07-refused.jpg").read_bytes())
    result = consentry("release", photo, "--to", tmp_path / "out", *on)
    assert result.exit_code == 1
    assert "changed" in result.stdout
    assert not (tmp_path / "out").exists()


def test_a_photo_that_could_not_be_read_stays_behind_and_says_why(
    on: tuple[str | Path, ...], school: School, tmp_path: Path
) -> None:
    consentry("check", school.photos / "12-broken.jpg", "--channel", CHANNEL, *on)
    held = consentry("release", "--to", tmp_path / "out", *on)
    assert held.exit_code == 1
    assert "the file is damaged" in held.stdout


def test_protected_people_stay_blocked_even_in_the_arena(on: tuple[str | Path, ...], school: School) -> None:
    consentry("people", "set", "1002", "--protected", "court order", *on)
    event = json.loads(
        consentry(
            "event", "add", "Game", "--kind", "sport", "--date", "2026-10-02", "--authorised-by", "S",
            "--channels", CHANNEL, "--json", *on,
        ).stdout
    )["event"]  # fmt: skip
    photo = school.photos / "07-refused.jpg"
    consentry("decide", photo, "--event", event, "--why", "x", *on)
    told = json.loads(consentry("decide", photo, "--attest", "in-arena", "--why", "x", "--json", *on).stdout)
    assert told[0]["verdict"] == "blocked"
    assert "protected" in {r["code"] for r in told[0]["reasons"]}


def test_undo_takes_the_latest_decision_back(on: tuple[str | Path, ...], school: School) -> None:
    photo = school.photos / "11-nobody.jpg"
    told = consentry("decide", photo, "--attest", "no-one", "--why", "an empty wall", "--json", *on)
    assert json.loads(told.stdout)[0]["verdict"] == "cleared"
    assert "whole photo" in consentry("undo", *on).stdout
    again = consentry("check", photo, "--channel", CHANNEL, "--json", *on)
    assert records(again)[0]["verdict"] == "review"
