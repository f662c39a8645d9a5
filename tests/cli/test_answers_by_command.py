"""One person's answers, typed: dates, notes, who signed; conflict, protection, 18; what held on a past day."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from cli_runner import consentry
from consentry.services import channels, vaults
from consentry_policy.channels import ChannelKind
from school_ground import CHANNEL, PASSPHRASE

On = tuple[str | Path, ...]
TODAY = datetime.now(UTC).astimezone().date()


@pytest.fixture
def on(vault_copy: Path, passphrase_file: Path) -> On:
    return ("--vault", vault_copy, "--passphrase-file", passphrase_file)


@pytest.fixture
def old_channel(vault_copy: Path) -> str:
    """A channel that has been on the list for a year."""
    with vaults.unlock(vault_copy, PASSPHRASE, clock=lambda: datetime.now(UTC) - timedelta(days=365)) as session:
        channels.add(session, "Yearbook", ChannelKind.YEARBOOK, "The Superintendent")
    return "Yearbook"


def told(*args: str | Path) -> Any:
    result = consentry(*args, "--json")
    assert result.exit_code in {0, 1}, result.stdout
    return json.loads(result.stdout)


def days_ago(days: int) -> str:
    return (TODAY - timedelta(days=days)).isoformat()


def add(on: On, number: str = "2001", *more: str) -> None:
    assert (
        consentry("people", "add", number, "--last-name", "Quist", "--first-name", "Petra", *more, *on).exit_code
        == 0
    )


def test_guardians_who_disagree_hold_until_the_same_guardian_agrees(on: On, old_channel: str) -> None:
    add(on)
    yes = ("--consent", "granted", "--evidence", "shelf 2", "--channel", old_channel)
    told("people", "set", "2001", *yes, "--signer", "M. Quist", "--signed-on", days_ago(40), *on)
    no = ("--consent", "refused", "--channel", old_channel, "--signer", "P. Quist", "--note", "by telephone")
    split = told("people", "set", "2001", *no, "--signed-on", days_ago(20), *on)
    assert split["consent"][old_channel] == "conflict"
    assert "guardians disagree" in split["flags"]
    assert "2001" in {p["number"] for p in told("people", "list", "--to-look-at", *on)}
    other = told("people", "set", "2001", *yes, "--signer", "M. Quist", *on)
    assert other["consent"][old_channel] == "conflict", "another guardian's yes lifts nobody's no"
    settled = told("people", "set", "2001", *yes, "--signer", "p. quist", "--signed-on", days_ago(10), *on)
    assert settled["consent"][old_channel] == "granted"
    assert settled["flags"] == []
    assert "2001" not in {p["number"] for p in told("people", "list", "--to-look-at", *on)}
    history = told("people", "show", "2001", *on)
    assert "by telephone" in {entry["note"] for entry in history}


def test_what_held_on_a_past_day_and_since_when(on: On, old_channel: str) -> None:
    add(on)
    yes = ("--consent", "granted", "--evidence", "shelf 2", "--channel", old_channel, "--signer", "M. Quist")
    told(
        "people",
        "set",
        "2001",
        *yes,
        "--signed-on",
        days_ago(60),
        "--from",
        days_ago(50),
        "--until",
        days_ago(30),
        *on,
    )
    told("people", "set", "2001", "--consent", "refused", "--signer", "M. Quist", "--signed-on", days_ago(10), *on)

    def held(days: int) -> dict[str, Any]:
        return next(
            h for h in told("people", "show", "2001", "--on", days_ago(days), *on) if h["channel"] == old_channel
        )

    assert [held(days)["state"] for days in (55, 50, 30, 29, 11, 10, 0)] == [
        "not answered", "granted", "granted", "lapsed", "lapsed", "refused", "refused",
    ]  # fmt: skip
    middle = held(40)
    assert (middle["first"], middle["last"]) == (days_ago(50), days_ago(30))
    assert "M. Quist" in middle["ground"]
    assert middle["listed"] is True
    assert held(400)["listed"] is False
    plain = consentry("people", "show", "2001", "--on", days_ago(40), *on)
    assert "granted" in plain.stdout


def test_dates_that_cannot_be_are_refused_in_one_sentence(on: On, old_channel: str) -> None:
    add(on)
    yes = ("people", "set", "2001", "--consent", "granted", "--evidence", "shelf 2", "--channel", old_channel)
    late = consentry(*yes, "--signed-on", (TODAY + timedelta(days=1)).isoformat(), *on)
    assert late.exit_code == 2
    assert "after today" in late.stderr
    turned = consentry(*yes, "--from", days_ago(5), "--until", days_ago(6), *on)
    assert turned.exit_code == 2
    assert "last day" in turned.stderr
    before = consentry(
        "people", "set", "2001", "--consent", "granted", "--evidence", "x", "--signed-on", "2001-01-01", *on
    )
    assert before.exit_code == 2
    assert "name the channels" in before.stderr


def test_at_18_the_students_own_answer_counts(on: On) -> None:
    add(on)
    yes = ("people", "set", "2001", "--consent", "granted", "--evidence", "shelf 2")
    assert told(*yes, *on)["consent"][CHANNEL] == "granted"
    adult = TODAY.replace(year=TODAY.year - 19, day=1).isoformat()
    assert told("people", "set", "2001", "--birth-date", adult, *on)["consent"][CHANNEL] == "lapsed"
    assert told(*yes, "--signed-by", "guardian", *on)["consent"][CHANNEL] == "lapsed"
    assert told(*yes, *on)["consent"][CHANNEL] == "granted", "who is 18 signs by default"
    unknown = told("people", "set", "2001", "--birth-date", "none", *on)
    assert unknown["consent"][CHANNEL] == "granted", "without a birth date the guardian's yes holds again"


def test_a_minors_yes_counts_for_nothing_and_a_no_does(on: On) -> None:
    add(on)
    yes = ("people", "set", "2001", "--consent", "granted", "--evidence", "shelf 2")
    own = told(*yes, "--signed-by", "self", *on)
    assert own["consent"][CHANNEL] == "not answered"
    assert "a yes from someone who cannot give it" in own["flags"]
    told(*yes, "--signer", "M. Quist", *on)
    no = told("people", "set", "2001", "--consent", "refused", "--signed-by", "self", *on)
    assert no["consent"][CHANNEL] == "refused"
    assert "a no from the student, who is under 18" in no["flags"]


def test_a_co_workers_own_answer_needs_no_paper(on: On) -> None:
    add(on, "W7", "--kind", "co-worker")
    assert told("people", "set", "W7", "--consent", "granted", *on)["consent"][CHANNEL] == "granted"


def test_a_protection_says_who_and_why_and_is_lifted_with_a_reason(on: On) -> None:
    assert told("people", "set", "1001", "--protected", "court order 17", *on)["protected"] is True
    entry = told("people", "show", "1001", *on)[0]
    assert (entry["who"], entry["evidence"]) == ("Test designee", "court order 17")
    assert {h["state"] for h in told("people", "show", "1001", "--on", days_ago(0), *on)} == {"protected"}
    silent = consentry("people", "set", "1001", "--lift-protection", " ", *on)
    assert silent.exit_code == 2
    assert "why" in silent.stderr
    lifted = told("people", "set", "1001", "--lift-protection", "the order ended", *on)
    assert lifted["protected"] is False
    assert any("that were blocked are now cleared" in line for line in lifted["changes"])


def test_who_left_can_come_back(on: On) -> None:
    assert consentry("people", "set", "1001", "--left", days_ago(3), *on).exit_code == 0
    assert consentry("people", "set", "1001", "--left", "back", *on).exit_code == 0
    assert "recorded that a person is back" in {e["what"] for e in told("audit", "list", *on)}


def test_a_record_is_corrected_with_a_scan(on: On, tmp_path: Path) -> None:
    scan = tmp_path / "form.pdf"
    scan.write_bytes(b"%PDF-1.4 invented form")
    record = next(r for r in told("people", "show", "1001", *on) if r["what"].startswith("grant"))["record"]
    told("people", "correct", record, "--scan", scan, "--why", "the form was found", *on)
    newest = told("people", "show", "1001", *on)[0]
    assert newest["note"] == "the form was found"
    assert consentry("people", "scan", newest["evidence"], "--to", tmp_path / "out", *on).exit_code == 0
    assert (tmp_path / "out" / f"{newest['evidence']}.pdf").read_bytes() == scan.read_bytes()


def test_look_alikes_are_noted_by_their_numbers(on: On) -> None:
    assert told("people", "look-alike", "1001", "1002", *on)["look_alikes"] == ["1001", "1002"]
    assert "noted that two people look alike" in {e["what"] for e in told("audit", "list", *on)}
    alone = consentry("people", "look-alike", "1001", "1001", *on)
    assert alone.exit_code == 2
    assert "two different" in alone.stderr
