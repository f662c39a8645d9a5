"""Follows a recipe to the letter: rows become people with answers, everything else becomes a problem."""

from __future__ import annotations

from collections.abc import Mapping

from consentry_intake.sheets.book import Book, Cell, Kind, Sheet, cell_name
from consentry_intake.sheets.combine import combine
from consentry_intake.sheets.context import Context
from consentry_intake.sheets.differences import differences
from consentry_intake.sheets.errors import SheetError
from consentry_intake.sheets.headers import Header, find_header, header_at
from consentry_intake.sheets.marks import colour_says
from consentry_intake.sheets.one_row import Draft, RowReader
from consentry_intake.sheets.recipe import Meaning, Recipe, SheetRule
from consentry_intake.sheets.relations import parents_of
from consentry_intake.sheets.rows import Interpretation, Problem, RosterRow
from consentry_intake.sheets.spelling import norm
from consentry_intake.sheets.steady import steady
from consentry_policy.channels import ChannelKind
from consentry_policy.sentences import Sentence

_WHO = {Meaning.NUMBER, Meaning.FULL_NAME, Meaning.LAST_NAME}


@steady
def interpret(book: Book, recipe: Recipe, channels: Mapping[str, ChannelKind] | None = None) -> Interpretation:
    """Everybody in the book, as the recipe reads it.

    ``channels`` are the district's listed channels by name; without them the kinds' own names stand in. Raises
    SheetError where the recipe's sheets or columns are not in the book.
    """
    listed = dict(channels) if channels is not None else {kind.value: kind for kind in ChannelKind}
    context = Context(book.sha256, recipe, listed)
    drafts: list[Draft] = []
    problems: list[Problem] = []
    found = False
    for rule in recipe.sheets:
        sheet = next((sheet for sheet in book.sheets if norm(sheet.name) == norm(rule.name)), None)
        if sheet is None and len(recipe.sheets) == 1 and len(book.sheets) == 1:
            sheet = book.sheets[0]
        if sheet is None:
            continue
        found = True
        drafts += _sheet(sheet, rule, context, problems)
    if not found:
        raise SheetError(
            "None of the recipe's sheets is in the file; choose the file's own sheets and save the recipe anew."
        )
    rows, merged = combine(drafts, problems, frozenset(listed))
    rows = _with_parents(rows, book, context)
    context.notes += differences(recipe, book)
    problems.sort(key=lambda problem: (problem.sheet, problem.row))
    return Interpretation(book.sha256, rows, problems, merged, list(book.notes) + context.notes)


def _with_parents(rows: list[RosterRow], book: Book, context: Context) -> list[RosterRow]:
    """Guardians' names from a sheet that pairs students with parents."""
    parents = parents_of(book) if context.adults else {}
    if not parents:
        return rows
    result = []
    for row in rows:
        names = [context.adults[key] for key in parents.get(row.number or "", []) if key in context.adults]
        result.append(row._replace(guardians=tuple(dict.fromkeys([*row.guardians, *names]))) if names else row)
    return result


def _header(sheet: Sheet, rule: SheetRule, recipe: Recipe) -> Header:
    """The header where the recipe says, or where it has moved to since."""
    header = header_at(sheet, rule.header_row - 1, rule.header_rows)
    found = find_header(sheet)
    if found is None or found == header:
        return header
    known = {norm(column.header) for column in recipe.columns}
    here = sum(norm(name) in known for name in header.names if name)
    return found if sum(norm(name) in known for name in found.names if name) > here else header


def _sheet(sheet: Sheet, rule: SheetRule, context: Context, problems: list[Problem]) -> list[Draft]:
    header = _header(sheet, rule, context.recipe)
    meanings = {r.meaning for name in header.names if name and (r := context.recipe.rule(name)) is not None}
    if not meanings & _WHO:
        raise SheetError("The recipe's number and name columns are not in the file; propose a new recipe for it.")
    reader = RowReader(sheet, header, rule, context, problems, colour_says(sheet, header, context.recipe))
    names = [norm(name) for name in header.names]
    heads = {cell.shown.casefold() for row in sheet.rows[header.row : header.first_data_row] for cell in row}
    drafts = []
    for index in range(header.first_data_row, len(sheet.rows)):
        row = sheet.rows[index]
        first = row[0] if row[0].kind is not Kind.EMPTY else next((cell for cell in row if not cell.blank), None)
        if first is None or (first.shown.casefold() in heads and _repeats_header(row, names)):
            continue
        draft = _one(reader, row, index, sheet, problems)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _repeats_header(row: list[Cell], names: list[str]) -> bool:
    filled = [(norm(cell.text), name) for cell, name in zip(row, names, strict=False) if not cell.blank]
    return len(filled) > 1 and all(text == name for text, name in filled)


def _one(reader: RowReader, row: list[Cell], index: int, sheet: Sheet, problems: list[Problem]) -> Draft | None:
    texts = reader.fields.texts(row)
    if not reader.names_someone(texts):
        filled = [column for column, cell in enumerate(row) if not cell.blank and not cell.merged]
        if len(filled) <= 1:
            if filled:
                where = cell_name(index, filled[0])
                reason = Sentence("The row holds one cell and no person; it was left out.")
                problems.append(
                    Problem(sheet.name, index + 1, None, where, reason, shown=row[filled[0]].shown[:200])
                )
            return None
    return reader.read(row, index, texts)


__all__ = ["interpret"]
