"""No generated sheet, however mangled, yields a grant that no cell says."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sheet_corpus.make import csv_bytes, xlsx_bytes
from sheet_corpus.told import CHANNELS

from consentry_intake import sheets
from consentry_policy.records import Answer

YES_WORDS = [
    "Yes", "yes ", "Y", "TRUE", "1", "Granted", "Allow", "Approved", "Yes, I give permission", "✓",
    "Permitted", "Yearbook only", "no names", "Group photos only", "Yes, but not on Facebook",
]  # fmt: skip
OTHER_WORDS = [
    "", " ", "No", "N", "0", "FALSE", "X", "*", "?", "-", "N/A", "Opt Out", "DNP", "No Photo", "Denied",
    "Not Granted", "Requested", "Pending", "Withdrawn", "see office", "court order", "foster",
    "no social media", "maybe", "9/1/2025", "45170", "I do NOT give permission",
    "No, I do NOT give permission", "I do not object", "=1+1", "#REF!", "yes?no", "not opted out",
    "Yes unless asked", "Yes - see office", "never", "\u00a0", "Nо",
]  # fmt: skip
HEADERS = [
    "Photo Permission", "Media Opt Out", "Permission to Publish", "Directory Information Release", "Vid",
    "Pub", "Web", "Photo form returned", "Do you give permission for photos in the yearbook?",
    "Photo permission denied", "Flag", "Consent Status", "Bus", "Notes", "Military", "Grade", "Homeroom",
    "DNP", "Consent Type", "Use", "Signed On",
]  # fmt: skip
SAYS_YES = re.compile(
    r"\b(y|yes|true|t|1|ok|okay|on|si|sí|oui|check(ed)?|tick(ed)?|selected|grant(s|ed)?|allow(s|ed)?|approv\w*"
    r"|permi\w+|only|names?|facebook|consent\w*|agree\w*|authori\w*|opt(s|ed)? in|accept\w*|released?|given|group"
    r"|photograph)\b|[✓✔☑√✅]",
    re.IGNORECASE,
)

cells = st.one_of(
    st.sampled_from(YES_WORDS),
    st.sampled_from(OTHER_WORDS),
    st.none(),
    st.text(max_size=8),
    st.integers(0, 99_999),
)


@st.composite
def mangled(draw: st.DrawFn) -> list[list[Any]]:
    """A sheet with titles, two to six columns of any kind, gaps, doubled rows and stray cells."""
    headers = draw(st.lists(st.sampled_from(HEADERS), min_size=1, max_size=5))
    head: list[Any] = ["Student Number", "Last Name", "First Name", *headers]
    rows: list[list[Any]] = [["Title"] for _ in range(draw(st.integers(0, 3)))]
    rows.append(head)
    for _ in range(draw(st.integers(1, 6))):
        number = draw(st.sampled_from(["1", "2", "003", None, 4, 5.0, "E+", "#N/A"]))
        name = draw(st.sampled_from(["Ash", "Birch", None, "Ash, Al", "Cole & Co"]))
        rows.append([number, name, draw(st.sampled_from(["Al", "Bo", None])), *(draw(cells) for _ in headers)])
    for _ in range(draw(st.integers(0, 2))):
        rows.insert(draw(st.integers(0, len(rows))), draw(st.lists(cells, max_size=8)))
    return rows


def plain(rows: list[list[Any]]) -> list[list[Any]]:
    """Without the control characters that neither format can hold."""
    clean = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
    return [[clean.sub("", cell) if isinstance(cell, str) else cell for cell in row] for row in rows]


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mangled(), st.booleans(), st.data())
def test_no_grant_that_no_cell_says(rows: list[list[Any]], as_csv: bool, data: st.DataObject) -> None:
    rows = plain(rows)
    content = csv_bytes(rows) if as_csv else xlsx_bytes(rows)
    try:
        book = sheets.read(content, "m.csv" if as_csv else "m.xlsx")
        proposal = sheets.propose(book)
    except sheets.SheetError:
        return
    for sheet in (proposal, _answered(proposal, data)):
        found = sheets.interpret(book, sheet.recipe, CHANNELS)
        for row in found.rows:
            for answer in row.answers:
                if answer.answer is Answer.GRANT:
                    _said_by_its_cell(book, answer, sheet.recipe)


def _said_by_its_cell(book: sheets.Book, answer: sheets.RowAnswer, recipe: sheets.Recipe) -> None:
    name = answer.cell.rpartition("!")[2]
    match = re.fullmatch(r"([A-Z]+)(\d+)", name)
    assert match is not None
    cell = book.sheets[0].rows[int(match[2]) - 1][ord(match[1]) - 65]
    rule = recipe.rule(answer.column)
    assert rule is not None
    assert cell.shown, "a blank cell granted"
    assert cell.problem is None, "a cell without a sound value granted"
    assert rule.polarity is not sheets.Polarity.OPT_OUT, "an opt-out column granted"
    vouched = rule.polarity is sheets.Polarity.OPT_OUT_SIGNED
    dated = rule.date_means is not None
    assert SAYS_YES.search(cell.shown) or vouched or dated, f"{cell.shown!r} granted"


def _answered(proposal: sheets.Proposal, data: st.DataObject) -> sheets.Proposal:
    """The same with random answers, but none that itself declares a doubtful value to be a yes."""
    for question in proposal.questions:
        if question.ask in {sheets.Ask.VALUE, sheets.Ask.COLOUR}:
            continue
        choice = data.draw(st.sampled_from([option.value for option in question.options]))
        if any(other.id == question.id for other in proposal.questions):
            proposal = sheets.answer(proposal, {question.id: choice})
    return proposal


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=600), st.sampled_from(["a.csv", "a.xlsx", "a.xls", "a.ods", "a.tsv"]))
def test_any_bytes_are_read_or_refused(content: bytes, name: str) -> None:
    _reads_or_refuses(content, name)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 1 << 30), st.binary(min_size=1, max_size=8))
def test_a_damaged_workbook_is_read_or_refused(place: int, junk: bytes) -> None:
    from sheet_corpus.bombs import SOUND

    at = place % len(SOUND)
    _reads_or_refuses(SOUND[:at] + junk + SOUND[at + len(junk) :], "a.xlsx")


def _reads_or_refuses(content: bytes, name: str) -> None:
    try:
        refusal = ""
        sheets.propose(sheets.read(content, name))
    except sheets.SheetError as error:
        refusal = str(error)
    assert refusal == "" or refusal.endswith(".")


SAVED = st.lists(
    st.one_of(st.none(), st.sampled_from([w for w in YES_WORDS + OTHER_WORDS if w.strip()])), min_size=1
)


@settings(max_examples=60, deadline=None)
@given(SAVED.filter(lambda saved: len(saved) <= 8))
def test_a_formula_says_what_its_saved_value_says_and_nothing_without_one(saved: list[str | None]) -> None:
    head = ["Student Number", "Last Name", "First Name", "Photo Permission"]
    people = [[str(n), f"Name{n}", "Al"] for n in range(len(saved))]
    formulas = [[*who, f"=Z{n}"] for n, who in enumerate(people)]
    values = {f"Z{n}": text for n, text in enumerate(saved) if text is not None}
    computed = sheets.read(xlsx_bytes([head, *formulas], values=values), "f.xlsx")
    texts = [[*who, text] for who, text in zip(people, saved, strict=True)]
    typed = sheets.read(xlsx_bytes([head, *texts]), "t.xlsx")
    recipe = sheets.propose(typed).recipe
    by_formula = sheets.interpret(computed, recipe, CHANNELS)
    by_text = sheets.interpret(typed, recipe, CHANNELS)
    for text, one, two in zip(saved, by_formula.rows, by_text.rows, strict=True):
        if text is not None and not text.startswith(("=", "#")):
            assert one == two
        else:
            assert all(answer.answer is not Answer.GRANT for answer in one.answers)
    without = [row for row, text in enumerate(saved, 2) if text is None]
    assert {p.row for p in by_formula.problems if "without a saved value" in str(p.reason)} >= set(without)
