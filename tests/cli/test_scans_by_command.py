"""A scan of a signed form is evidence that lies in the vault, and nowhere else in the clear."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli_runner import consentry, records
from school_ground import CHANNEL

FORM = b"%PDF-1.7\n% an invented form that somebody signed: " + b"Zq7signature" * 40


@pytest.fixture
def on(vault_copy: Path, passphrase_file: Path) -> tuple[str | Path, ...]:
    return ("--vault", vault_copy, "--passphrase-file", passphrase_file)


def test_a_scan_makes_a_yes_count_and_stays_in_the_vault(
    on: tuple[str | Path, ...], vault_copy: Path, tmp_path: Path
) -> None:
    scan = tmp_path / "form.pdf"
    scan.write_bytes(FORM)
    given = consentry("people", "set", "1003", "--consent", "granted", "--scan", scan, "--json", *on)
    assert records(given)[0]["consent"][CHANNEL] == "granted"
    assert not [p for p in vault_copy.rglob("*") if p.is_file() and b"Zq7signature" in p.read_bytes()]
    reference = records(consentry("people", "show", "1003", "--json", *on))[0][0]["evidence"]
    out = consentry("people", "scan", reference, "--to", tmp_path / "out", "--json", *on)
    assert out.exit_code == 0
    assert Path(records(out)[0]["file"]).read_bytes() == FORM
    again = consentry("people", "scan", reference, "--to", tmp_path / "out", *on)
    assert again.exit_code == 2  # an existing file is never overwritten


def test_what_is_no_scan_is_refused_and_nothing_is_recorded(on: tuple[str | Path, ...], tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("yes", encoding="utf-8")
    refused = consentry("people", "set", "1003", "--consent", "granted", "--scan", letter, *on)
    assert refused.exit_code == 2
    assert "PDF" in refused.stderr
    people = {p["number"]: p for p in records(consentry("people", "list", "--json", *on))[0]}
    assert people["1003"]["consent"][CHANNEL] == "not answered"


def test_an_online_forms_record_is_evidence_and_two_kinds_are_one_too_many(on: tuple[str | Path, ...]) -> None:
    both = consentry(
        "people", "set", "1003", "--consent", "granted", "--form", "a/1/2", "--evidence", "shelf", *on
    )
    assert both.exit_code == 2
    given = consentry(
        "people",
        "set",
        "1003",
        "--consent",
        "granted",
        "--form",
        "forms.example/17/2026-09-01T08:00",
        "--json",
        *on,
    )
    assert records(given)[0]["consent"][CHANNEL] == "granted"
