"""The office's work, typed: corrections, settings, retention, events, reports, disclosures, and what changed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from cli_runner import consentry, records
from consentry.services import roster, vaults
from own_model import OWN_MODEL, make_own_model
from school_ground import CHANNEL, PASSPHRASE, School

On = tuple[str | Path, ...]


@pytest.fixture
def on(vault_copy: Path, passphrase_file: Path) -> On:
    return ("--vault", vault_copy, "--passphrase-file", passphrase_file)


def told(*args: str | Path) -> Any:
    result = consentry(*args, "--json")
    assert result.exit_code in {0, 1}, result.stdout
    return json.loads(result.stdout)


def test_a_withdrawal_says_which_photos_it_changed(on: On) -> None:
    said = told("people", "set", "1001", "--consent", "withdrawn", *on)["changes"]
    assert any("that were cleared are now blocked" in line for line in said)
    plain = consentry("people", "set", "1001", "--consent", "granted", "--evidence", "shelf 2", *on)
    # On the day of the withdrawal the no wins: nothing changes back, and nothing is said.
    assert "are now cleared" not in plain.stdout


def test_a_wrong_record_is_found_and_voided_with_a_reason(on: On) -> None:
    consentry("people", "set", "1001", "--consent", "refused", *on)
    wrong = next(r for r in told("people", "show", "1001", *on) if r["what"] == "refusal")["record"]
    refused = consentry("people", "correct", wrong, "--void", *on)
    assert refused.exit_code == 2
    assert "why" in refused.stderr
    done = told("people", "correct", wrong, "--void", "--why", "the sister's form", *on)
    assert any("that were blocked are now cleared" in line for line in done["changes"])
    both = consentry("people", "correct", wrong, "--void", "--until", "2030-01-01", "--why", "x", *on)
    assert both.exit_code == 2


def test_conditions_of_a_consent_and_of_a_channel_hold_photos(on: On, school: School) -> None:
    photo = school.photos / "02-mirrored.jpg"
    consentry("people", "set", "1001", "--consent", "granted", "--evidence", "x", "--conditions", "no-name", *on)
    held = records(consentry("check", photo, "--channel", CHANNEL, "--json", *on))[0]
    assert "consent-no-name" in {r["code"] for r in held["reasons"]}
    wrong = consentry("people", "set", "1001", "--consent", "granted", "--conditions", "no-shoes", *on)
    assert wrong.exit_code == 2
    assert "group-only" in wrong.stderr
    made = told(
        "channel", "add", "Yearbook", "--authorised-by", "S", "--demands", "no-under-13", "--logo-allowed", *on
    )
    assert (made["demands"], made["logo_allowed"]) == (["no-under-13"], True)


def test_a_logo_is_marked_attested_and_unmarked(on: On, school: School) -> None:
    photo = school.photos / "02-mirrored.jpg"
    marked = told("decide", photo, "--mark", "logo", "--why", "on the wall", *on)[0]
    assert "logo-not-permitted" in {r["code"] for r in marked["reasons"]}
    attested = told("decide", photo, "--attest", "no-logo", "--why", "permitted by the designee", *on)[0]
    assert attested["verdict"] == "cleared"
    consentry("undo", *on)
    unmarked = told("decide", photo, "--unmark", "logo", "--why", "it is another school's", *on)[0]
    assert unmarked["verdict"] == "cleared"


def test_settings_and_retention(on: On, vault_copy: Path) -> None:
    assert told("settings", "show", *on)["retention"] == "minnesota"
    refused = consentry("settings", "set", "--strict", "0.4", *on)
    assert refused.exit_code == 2
    changed = told("settings", "set", "--wide", "0.05", "--retention", "illinois", *on)
    assert (changed["wide_alarm_rate"], changed["retention"]) == (0.05, "illinois")
    dry = told("retention", "run", "--dry-run", *on)
    assert (dry["portraits"], dry["written"]) == (0, False)
    consentry("backup", "make", *on)
    off = told("settings", "set", "--matching", "off", *on)
    assert off["matching"] == "off"
    assert any("are now to be reviewed" in line for line in off["changes"])
    assert told("retention", "run", *on)["portraits"] == 0
    assert len(list((vault_copy / "backups").iterdir())) == 1


def test_the_thresholds_in_use_are_shown_with_their_source(on: On) -> None:
    """Two people are enrolled and a dozen photos checked: too few to measure on."""
    used = told("settings", "show", *on)["thresholds"]
    assert 0 < used["suspected"] < used["identified"] < 1
    assert (used["source"], used["faces"]) == ("shipped", 0)
    assert used["engine"].startswith("sface-2021dec-int8bq:")
    assert used["normaliser"]
    said = consentry("settings", "show", *on).stdout
    line = f"suspected from a likeness of {used['suspected']:.2f}, identified from {used['identified']:.2f}"
    assert line in " ".join(said.split())
    assert "statistics shipped with the program" in " ".join(said.split())
    stricter = told("settings", "set", "--wide", "0.01", *on)["thresholds"]
    assert stricter["suspected"] > used["suspected"]
    assert told("settings", "set", "--matching", "off", *on)["thresholds"] is None


def test_another_engine_is_chosen_by_its_name(on: On, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONSENTRY_MODELS", str(make_own_model(tmp_path / "models")))
    wrong = consentry("settings", "set", "--engine", "other", *on)
    assert wrong.exit_code == 2
    assert "standard" in wrong.output
    assert OWN_MODEL in wrong.output
    said = told("settings", "set", "--engine", OWN_MODEL, *on)
    assert said["engine"] == OWN_MODEL
    assert any("are now to be reviewed" in line for line in said["changes"])
    assert told("settings", "show", *on)["engine"] == OWN_MODEL
    assert consentry("settings", "set", "--engine", OWN_MODEL, *on).exit_code == 2
    assert told("settings", "set", "--engine", "standard", *on)["engine"] == "standard"


def test_who_left_or_withdraws_from_matching_is_on_record(on: On, school: School) -> None:
    assert consentry("people", "set", "1001", "--left", "2020-06-05", *on).exit_code == 0
    run = told("retention", "run", *on)
    assert run["reasons"]["the person left"] == run["portraits"] >= 1
    assert consentry("people", "set", "1002", "--no-matching", "mother's letter", *on).exit_code == 0
    again = told("people", "enrol", school.portraits, *on)
    assert any("withdrew from face matching" in r["reason"] for r in again["refused"])


def test_an_event_is_authorised_proposed_and_revoked_for_a_channel(on: On, school: School) -> None:
    consentry("channel", "add", "Yearbook", "--authorised-by", "S", *on)
    made = told(
        "event", "add", "Game", "--kind", "sport", "--date", "2026-10-02", "--starts", "18:00", "--ends", "20:00",
        "--authorised-by", "S", "--channels", CHANNEL, *on,
    )  # fmt: skip
    added = consentry("event", "authorise", "Game", "--channel", "Yearbook", "--authorised-by", "S", *on)
    assert added.exit_code == 0
    assert told("event", "propose", "Game", *on) == []
    one, two = school.photos / "10-at-the-game.jpg", school.photos / "07-refused.jpg"
    assert told("event", "confirm", "Game", one, two, "--why", "on the field", *on)["confirmed"] == 2
    joined = {p["file"]: (p["in_arena"], p["within"]) for p in told("event", "propose", "Game", *on)}
    assert joined == {one.name: (True, False), two.name: (True, False)}
    told("decide", one, "--attest", "no-staff", "--why", "of whatever face is not settled", *on)
    stranger = consentry("event", "confirm", "Game", school.photos / "none.jpg", *on)
    assert stranger.exit_code == 2
    assert told("event", "revoke", made["event"], "--channel", "Yearbook", *on)["channel"] == "Yearbook"
    again = consentry("event", "revoke", made["event"], "--channel", "Yearbook", *on)
    assert again.exit_code == 2
    assert "nothing to revoke" in again.stderr
    assert [e["channels"] for e in told("event", "list", *on)] == [[CHANNEL]]
    ended = told("event", "revoke", "Game", *on)["changes"]
    assert any("public arena are now blocked" in line or "arena is now blocked" in line for line in ended)


@pytest.mark.parametrize("name", ["status", "unanswered", "decisions", "events", "disclosures", "person"])
def test_every_report_is_written_as_sheet_and_page(on: On, tmp_path: Path, name: str) -> None:
    for suffix, begins in ((".xlsx", b"PK"), (".pdf", b"%PDF")):
        to = tmp_path / f"report{suffix}"
        assert told("report", name, "--to", to, "--person", "1001", *on)["report"] == name
        assert to.read_bytes().startswith(begins)
    assert consentry("report", "gossip", "--to", tmp_path / "x.pdf", *on).exit_code == 2


def test_a_disclosure_reminds_after_a_year(on: On) -> None:
    consentry("disclosure", "add", "Coach Example", "Track team group", "--on", "2024-02-29", *on)
    late = consentry("disclosure", "due", "--json", *on)
    assert late.exit_code == 1
    assert json.loads(late.stdout)[0]["due"] == "2025-03-01"
    again = told("disclosure", "confirm", json.loads(late.stdout)[0]["disclosure"], "--note", "as before", *on)
    assert consentry("disclosure", "due", *on).exit_code == 0
    assert [d["disclosure"] for d in told("disclosure", "list", *on)] == [again["disclosure"]]
    assert consentry("disclosure", "due", "--within", "366", *on).exit_code == 1
    consentry("disclosure", "end", again["disclosure"], *on)
    assert consentry("disclosure", "due", "--within", "366", *on).exit_code == 0
    assert consentry("disclosure", "confirm", again["disclosure"], *on).exit_code == 2


def test_an_imported_no_says_which_photos_it_changed(on: On, tmp_path: Path) -> None:
    sheet = tmp_path / "fall.csv"
    people = {p["number"]: p for p in told("people", "list", *on)}
    last, first = people["1001"]["last_name"], people["1001"]["first_name"]
    sheet.write_text(
        f"Student Number,Last Name,First Name,Photo Permission\n1001,{last},{first},No\n", encoding="utf-8"
    )
    dry = consentry("people", "import", sheet, "--channels", "all", "--evidence", "x", "--dry-run", "--json", *on)
    assert json.loads(dry.stdout)["changes"] == []
    done = consentry("people", "import", sheet, "--channels", "all", "--evidence", "x", "--json", *on)
    assert any("that were cleared are now blocked" in line for line in json.loads(done.stdout)["changes"])


def test_today_says_what_changed_with_the_day_and_what_is_due(on: On, vault_copy: Path) -> None:
    quiet = consentry("today", *on)
    assert quiet.exit_code == 0
    assert "nothing is due" in quiet.stdout
    consentry("disclosure", "add", "Coach Example", "Track team group", "--on", "2024-02-29", *on)
    # As if the vault had been left alone since yesterday.
    with vaults.unlock(vault_copy, PASSPHRASE) as session, session.vault.write() as unit:
        yesterday, person = session.today - timedelta(days=1), roster.find(unit, "1001").id
        lapsed = replace(unit.consents.of(person)[-1], id="lapsed", until=yesterday, effective=yesterday)
        unit.consents.add(replace(lapsed, sequence=unit.consents.next_sequence()))
        unit.verdicts.set_day(session.today, yesterday)
        unit.settings.bump_roster_version()
    due = consentry("today", "--json", *on)
    assert due.exit_code == 1
    told_today = json.loads(due.stdout)
    assert any("that were cleared are now blocked" in line for line in told_today["changes"])
    assert [(d["what"], d["count"]) for d in told_today["due"]] == [("disclosures", 1)]
    again = consentry("today", *on)
    assert again.exit_code == 1
    assert "disclosure due" in again.stdout
    assert "cleared" not in again.stdout
