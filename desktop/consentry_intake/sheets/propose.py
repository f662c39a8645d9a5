"""Looks at a book and drafts its recipe: sheets, header, columns, values, questions."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from dataclasses import dataclass, field
from operator import attrgetter, itemgetter

from consentry_intake import limits
from consentry_intake.sheets import settle
from consentry_intake.sheets.book import Book, Sheet, column_letters
from consentry_intake.sheets.columns import classify
from consentry_intake.sheets.consent_column import Draft
from consentry_intake.sheets.errors import SheetError
from consentry_intake.sheets.headers import Header, find_header
from consentry_intake.sheets.names import grade_of_sheet
from consentry_intake.sheets.proposal import ColumnProposal, Proposal, SheetProposal, ValueCount
from consentry_intake.sheets.recipe import Meaning, Recipe, SheetRule
from consentry_intake.sheets.relations import is_relations
from consentry_intake.sheets.spelling import norm
from consentry_intake.sheets.steady import steady
from consentry_intake.sheets.words import plain_meaning
from consentry_policy.people import Role

_text = attrgetter("text")

NO_ROW = "The file has a header, but no row under it; fill it in and import it again."
NO_COLUMN = (
    "No row of the file names a student number or a name; add a header row such as Student Number, Last Name, "
    "First Name, Photo Permission and import it again."
)


@dataclass(slots=True)
class Column:
    """One header with everything that stands under it, over all used sheets."""

    header: str
    letters: str
    values: Counter[str] = field(default_factory=Counter)
    blanks: int = 0

    def counts(self) -> tuple[ValueCount, ...]:
        """The distinct values, most frequent first."""
        common = self.values.most_common(limits.SHEET_DISTINCT)
        return tuple(ValueCount(text, count) for text, count in common)


@steady
def propose(book: Book) -> Proposal:
    """The draft for a book. Raises SheetError where no sheet has a column with numbers or names."""
    used: list[tuple[Sheet, Header]] = []
    told: list[SheetProposal] = []
    for sheet in book.sheets:
        header, reason = _usable(sheet)
        rows = len(sheet.rows) - header.first_data_row if header else 0
        grade = grade_of_sheet(sheet.name) if header and not _has(header, Meaning.GRADE) else None
        told.append(
            SheetProposal(sheet.name, header is not None, reason, header.row + 1 if header else None, rows, grade)
        )
        if header is not None:
            used.append((sheet, header))
    if not used:
        raise SheetError(NO_ROW if any(find_header(sheet) for sheet in book.sheets) else NO_COLUMN)
    columns = gather(used)
    drafts = [classify(column.header, column.counts()) for column in columns]
    drafts, extra, notes = settle.settle(columns_to_counts(columns), drafts, used)
    recipe = Recipe(
        tuple(
            SheetRule(s.name, h.row + 1, h.rows, p.grade)
            for (s, h), p in zip(used, (t for t in told if t.used), strict=True)
        ),
        tuple(draft.rule for draft in drafts),
        fingerprint(used),
        _role(drafts),
    )
    questions = tuple(question for draft in drafts for question in draft.questions) + extra
    shown = tuple(_shown(column, draft) for column, draft in zip(columns, drafts, strict=True))
    return Proposal(recipe, tuple(told), shown, questions, tuple(book.notes) + notes)


def columns_to_counts(columns: list[Column]) -> dict[str, tuple[ValueCount, ...]]:
    """Distinct values by header."""
    return {column.header: column.counts() for column in columns}


def _has(header: Header, meaning: Meaning) -> bool:
    return any(name and plain_meaning(name) is meaning for name in header.names)


def _usable(sheet: Sheet) -> tuple[Header | None, str]:
    if sheet.hidden:
        return None, "The sheet is hidden; show it in your spreadsheet program if it belongs to the import."
    if not sheet.rows:
        return None, "The sheet is empty."
    header = find_header(sheet)
    if header is None:
        return None, "No row names a student number or a name."
    if header.first_data_row >= len(sheet.rows):
        return None, "There is no row under the header."
    if is_relations(header.names):
        return None, "It tells which parent belongs to which student."
    return header, f"The header is in row {header.row + 1}."


def gather(used: list[tuple[Sheet, Header]]) -> list[Column]:
    """The columns of all used sheets, joined by header; those without a header are left out."""
    found: dict[str, Column] = {}
    for sheet, header in used:
        for index, name in enumerate(header.names):
            if not name:
                continue
            column = found.setdefault(norm(name), Column(name, column_letters(index)))
            texts = Counter(map(_text, map(itemgetter(index), sheet.rows[header.first_data_row :])))
            for text, count in texts.items():
                if text.strip():
                    column.values[text.strip()] += count
                else:
                    column.blanks += count
    return list(found.values())


def fingerprint(used: list[tuple[Sheet, Header]]) -> str:
    """A hash of the headers of the used sheets: equal sheets of two years have equal ones."""
    heads = sorted({json.dumps(sorted(norm(name) for name in header.names if name)) for _, header in used})
    return hashlib.sha256(json.dumps(heads).encode()).hexdigest()


def book_fingerprint(book: Book) -> str:
    """The fingerprint of a book's usable sheets; "" where none is usable."""
    used = [(sheet, header) for sheet in book.sheets if (header := _usable(sheet)[0]) is not None]
    return fingerprint(used) if used else ""


def _role(drafts: list[Draft]) -> Role:
    headers = [norm(draft.rule.header) for draft in drafts if draft.rule.meaning is not Meaning.IGNORE]
    staff = any(re.match(r"(employee|staff|teacher) (id|name|number|no)", header) for header in headers)
    student = any(re.match(r"(student|pupil|child|grade)", header) for header in headers)
    return Role.CO_WORKER if staff and not student else Role.STUDENT


def _shown(column: Column, draft: Draft) -> ColumnProposal:
    return ColumnProposal(
        column.header,
        column.letters,
        draft.rule.meaning,
        draft.reason,
        column.counts(),
        len(column.values),
        column.blanks,
    )
