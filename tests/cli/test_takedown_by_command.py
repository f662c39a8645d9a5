"""A withdrawal lists what must come down, with a task a place; the record and the backups can be asked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli_runner import consentry
from consentry.services import vaults
from school_ground import CHANNEL, PASSPHRASE, School

On = tuple[str | Path, ...]


@pytest.fixture
def on(vault_copy: Path, passphrase_file: Path) -> On:
    return ("--vault", vault_copy, "--passphrase-file", passphrase_file)


@pytest.fixture
def released(on: On, school: School, tmp_path: Path) -> Path:
    photo = school.photos / "02-mirrored.jpg"
    consentry("seen", photo, *on)
    assert consentry("release", photo, "--to", tmp_path / "out", *on).exit_code == 0
    release = json.loads(consentry("releases", "list", "--json", *on).stdout)[0]["release"]
    assert consentry("releases", "place", release, "https://school.example/news/7", *on).exit_code == 0
    assert consentry("releases", "place", release, "spring flyer", "--print", *on).exit_code == 0
    return next((tmp_path / "out").glob("*.jpg"))


def test_nothing_must_come_down_while_all_consents_hold(on: On, released: Path) -> None:
    told = consentry("takedown", "list", "--json", *on)
    assert told.exit_code == 0
    assert json.loads(told.stdout) == {"recalls": [], "tasks": []}


def test_a_withdrawal_opens_a_task_for_each_place(on: On, released: Path, tmp_path: Path) -> None:
    consentry("people", "set", "1001", "--consent", "withdrawn", *on)
    told = consentry("takedown", "list", "--json", *on)
    assert told.exit_code == 1
    found = json.loads(told.stdout)
    assert [(r["file"], r["person"], r["suspected"]) for r in found["recalls"]] == [(released.name, "1001", False)]
    tasks = {t["place"]: t for t in found["tasks"]}
    assert tasks.keys() == {"https://school.example/news/7", "spring flyer"}
    assert tasks["spring flyer"]["recallable"] is False
    again = json.loads(consentry("takedown", "list", "--json", *on).stdout)
    assert len(again["tasks"]) == 2  # asked twice, opened once
    done = consentry(
        "takedown", "done", tasks["https://school.example/news/7"]["task"], "--proof", "404 today", *on
    )
    assert done.exit_code == 0
    left = json.loads(consentry("takedown", "list", "--json", *on).stdout)["tasks"]
    assert [t["place"] for t in left] == ["spring flyer"]
    bare = consentry("takedown", "done", tasks["spring flyer"]["task"], *on)
    assert bare.exit_code == 2
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"%PDF-1.4 an invented letter")
    assert consentry("takedown", "done", tasks["spring flyer"]["task"], "--file", letter, *on).exit_code == 0
    every = json.loads(consentry("takedown", "list", "--closed", "--json", *on).stdout)["tasks"]
    proof = {t["place"]: t["proof"] for t in every if t["done"]}
    assert proof["https://school.example/news/7"] == "404 today"
    scan = proof["spring flyer"].removeprefix("scan ")
    assert consentry("people", "scan", scan, "--to", tmp_path / "kept", *on).exit_code == 0
    assert (tmp_path / "kept" / f"{scan}.pdf").read_bytes() == letter.read_bytes()


def test_a_consent_that_merely_lapsed_recalls_nothing(on: On, released: Path) -> None:
    shown = json.loads(consentry("people", "show", "1001", "--json", *on).stdout)
    days = ("--signed-on", "2019-09-01", "--until", "2020-01-01", "--why", "as the form says")
    assert consentry("people", "correct", shown[0]["record"], *days, *on).exit_code == 0
    people = {p["number"]: p for p in json.loads(consentry("people", "list", "--json", *on).stdout)}
    assert people["1001"]["consent"][CHANNEL] == "lapsed"
    assert json.loads(consentry("takedown", "list", "--json", *on).stdout)["recalls"] == []


def test_a_new_protection_recalls(on: On, released: Path) -> None:
    consentry("people", "set", "1001", "--protected", "court order", *on)
    found = json.loads(consentry("takedown", "list", "--json", *on).stdout)["recalls"]
    assert [r["why"] for r in found] == ["a protected person is in it"]


def test_a_scan_of_a_website_finds_the_copy_and_its_smaller_version(
    on: On, released: Path, school: School, tmp_path: Path
) -> None:
    import cv2
    import numpy as np

    website = tmp_path / "website"
    website.mkdir()
    (website / "a.jpg").write_bytes(released.read_bytes())
    image = cv2.imdecode(np.frombuffer(released.read_bytes(), np.uint8), cv2.IMREAD_COLOR)
    assert image is not None
    small = cv2.resize(image, None, fx=0.4, fy=0.4, interpolation=cv2.INTER_AREA)
    (website / "b.jpg").write_bytes(cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, 60])[1].tobytes())
    (website / "c.jpg").write_bytes((school.photos / "07-refused.jpg").read_bytes())
    (website / "page.html").write_text("<p>no picture</p>", encoding="utf-8")
    assert consentry("takedown", "scan", website, *on).exit_code == 0
    consentry("people", "set", "1001", "--consent", "withdrawn", *on)
    told = consentry("takedown", "scan", website, "--json", *on)
    assert told.exit_code == 1
    hits = {Path(h["file"]).name: h["exact"] for h in json.loads(told.stdout)}
    assert hits == {"a.jpg": True, "b.jpg": False}


def test_the_record_is_whole_and_a_backup_brings_a_damaged_vault_back(on: On, vault_copy: Path) -> None:
    assert json.loads(consentry("audit", "verify", "--json", *on).stdout) == {"whole": True, "first_broken": None}
    assert consentry("backup", "make", *on).exit_code == 0
    before = consentry("people", "list", "--json", *on).stdout
    database = vault_copy / "roster.db"
    content = bytearray(database.read_bytes())
    content[5000:5100] = bytes(100)
    database.write_bytes(content)
    assert consentry("people", "list", *on).exit_code == 2
    restored = consentry("backup", "restore", "--vault", vault_copy, "--json")
    assert restored.exit_code == 0
    assert (Path(json.loads(restored.stdout)["set_aside"]) / "roster.db").read_bytes() == bytes(content)
    assert consentry("people", "list", "--json", *on).stdout == before


@pytest.mark.parametrize(
    "changed", [b"{}" + bytes(8), b'{"sequence":3,"at":"0001-01-01","by":[],"verb":7,"details":0}']
)
def test_a_record_with_a_broken_entry_is_listed_as_far_as_it_can_be_read(
    on: On, vault_copy: Path, changed: bytes
) -> None:
    with vaults.unlock(vault_copy, PASSPHRASE) as session, session.vault.write() as unit:
        unit.connection.exec_driver_sql("UPDATE audit SET entry = ? WHERE sequence = 3", (changed,))
    told = consentry("audit", "list", "--json", *on)
    assert told.exit_code == 1
    found = {e["entry"]: e for e in json.loads(told.stdout)}
    assert {1, 2, 3, 4} <= found.keys()
    assert (found[3]["at"], found[3]["what"]) == (None, "cannot be read: this is not what was written")
    assert all(found[n]["at"] and found[n]["who"] for n in (1, 2, 4))
    shown = consentry("audit", "list", *on)
    assert (shown.exit_code, "Entry 3 is not what was written" in shown.stdout) == (1, True)


def test_the_first_entry_that_is_not_what_was_written_is_named(on: On, vault_copy: Path) -> None:
    with vaults.unlock(vault_copy, PASSPHRASE) as session, session.vault.write() as unit:
        changed = b"{}" + bytes(8)
        unit.connection.exec_driver_sql("UPDATE audit SET entry = ? WHERE sequence = 3", (changed,))
    told = consentry("audit", "verify", "--json", *on)
    assert told.exit_code == 1
    assert json.loads(told.stdout) == {"whole": False, "first_broken": 3}
    assert "Entry 3" in consentry("audit", "verify", *on).stdout
