"""The recipe: saved, used next year, told what differs; and offers for rows that match nobody by number."""

from __future__ import annotations

from pathlib import Path

from sheet_corpus.make import csv_bytes, xlsx_bytes
from sheet_corpus.told import imported, told

from consentry_intake import sheets
from consentry_intake.sheets.reconcile import Known, reconcile

HEAD = ["Student Number", "Last Name", "First Name", "Grade", "Media Opt Out"]
FIRST = csv_bytes([HEAD, ["1", "Ash", "Al", "3", "X"], ["2", "Birch", "Bo", "3", ""]])


def test_recipe_of_last_year_reads_this_years_sheet_and_tells_the_differences() -> None:
    _, recipe = imported(FIRST, "2025.csv")
    rows = [
        ["Printed in 2026"],
        ["Last Name", "First Name", "Student Number", "Media Opt Out", "Bus"],
        ["Ash", "Al", "1", "x", "7"],
        ["Cedar", "Cy", "3", "partly", "8"],
    ]
    book = sheets.read(csv_bytes(rows), "2026.csv")
    found = sheets.interpret(book, recipe)
    assert told(found) == {"1 Ash, Al ()": ["refusal all"], "3 Cedar, Cy ()": ["unreadable all !a remark"]}
    assert list(map(str, sheets.differences(recipe, book))) == [
        "Column Bus is not in the recipe; it was not read.",
        "Column Grade is gone.",
        "Column Media Opt Out holds a value that the recipe does not map; it counts as not answered.",
    ]
    assert set(sheets.differences(recipe, book)) <= set(found.notes)


def test_the_fingerprint_is_that_of_the_headers() -> None:
    _, one = imported(FIRST, "a.csv")
    _, same = imported(xlsx_bytes([HEAD, ["9", "Dill", "Di", "4", "X"]]), "b.xlsx")
    _, other = imported(csv_bytes([[*HEAD, "Bus"], ["9", "Dill", "Di", "4", "X", "1"]]), "c.csv")
    assert one.fingerprint == same.fingerprint != other.fingerprint


def test_evidence_channels_and_until_are_kept() -> None:
    import dataclasses
    import datetime as dt

    _, recipe = imported(csv_bytes([[*HEAD[:4], "Photo Permission"], ["1", "Ash", "Al", "3", "Yes"]]), "a.csv")
    full = dataclasses.replace(
        recipe, evidence='Binder "A", office', channels=("Yearbook", "website"), until=dt.date(2026, 6, 30)
    )
    assert sheets.load_recipe(sheets.dump_recipe(full)) == full


def known(*people: tuple[str, str, str | None, str | None]) -> list[Known]:
    return [Known(f"id{n}", last, first, number, grade) for n, (last, first, number, grade) in enumerate(people)]


def test_offers_never_take() -> None:
    rows = [
        HEAD,
        ["123", "Ash", "Al", "3", ""],
        ["7", "Birch", "Bo", "3", ""],
        ["", "Cedar", "Cy", "4", ""],
        ["900", "Dillon", "Katherine", "4", ""],
        ["901", "Elm", "Ed", "4", ""],
    ]
    found, _ = imported(csv_bytes(rows), "a.csv")
    roster = known(
        ("Ash", "Al", "00123", "3"),
        ("Birch", "Bo", "7", "3"),
        ("Cedar", "Cy", None, "4"),
        ("Dillon", "Katharine", "88", "4"),
    )
    offers = reconcile(found.rows, roster)
    assert [(offer.row, offer.key) for offer in offers] == [(0, "id0"), (2, "id2"), (3, "id3")]
    assert "leading zeros" in str(offers[0].reason)
    assert "grade" in str(offers[1].reason)
    assert "nearly" in str(offers[2].reason)
    assert [row.number for row in found.rows] == ["123", "7", None, "900", "901"]


def test_the_guide_shows_a_recipe_that_loads() -> None:
    text = (Path(__file__).resolve().parents[2] / "docs/guide/recipes.md").read_text(encoding="utf-8")
    recipe = sheets.load_recipe(text.split("```toml")[1].split("```")[0])
    assert sheets.load_recipe(sheets.dump_recipe(recipe)) == recipe
    assert recipe.columns[1].values["Yearbook only"].only == ("yearbook",)
    meanings = {meaning.value for meaning in sheets.Meaning}
    assert all(f"`{meaning}`" in text for meaning in meanings)


def test_a_recipe_edited_by_hand_cannot_make_an_opt_out_column_grant() -> None:
    _, recipe = imported(FIRST, "a.csv")
    more = '"no" = "grant"\n"ok but" = { answer = "refusal", only = ["yearbook"], rest = "grant" }'
    text = sheets.dump_recipe(recipe)
    edited = sheets.load_recipe(text.replace('"X" = "refusal"', f'"X" = "refusal"\n{more}'))
    rows = [
        HEAD,
        ["1", "Ash", "Al", "3", "no"],
        ["2", "Birch", "Bo", "3", "ok but"],
        ["3", "Cedar", "Cy", "3", ""],
    ]
    found = sheets.interpret(sheets.read(csv_bytes(rows), "a.csv"), edited)
    assert list(told(found).values()) == [["- all"], ["refusal yearbook"], ["- all"]]
