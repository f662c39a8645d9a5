"""What is different in this year's sheet from the one a recipe was made for."""

from __future__ import annotations

from consentry_intake.sheets.book import Book, Sheet
from consentry_intake.sheets.headers import Header, find_header
from consentry_intake.sheets.recipe import Meaning, Recipe
from consentry_intake.sheets.spelling import norm
from consentry_intake.sheets.values import looks_like_date
from consentry_policy.sentences import Sentence, say


def differences(recipe: Recipe, book: Book) -> list[Sentence]:
    """Sentences: sheets and columns that are new or gone, and values of consent columns that nobody mapped."""
    found = [
        (sheet, header) for sheet in book.sheets if not sheet.hidden and (header := find_header(sheet)) is not None
    ]
    told = []
    known = {norm(rule.name) for rule in recipe.sheets}
    present = {norm(sheet.name) for sheet in book.sheets}
    if len(recipe.sheets) > 1 or len(book.sheets) > 1:
        told += [
            say("Sheet {name} is not in the recipe; it was not read.", name=s.name)
            for s, _ in found
            if norm(s.name) not in known
        ]
        told += [
            say("Sheet {name} is gone.", name=rule.name)
            for rule in recipe.sheets
            if norm(rule.name) not in present
        ]
        found = [(sheet, header) for sheet, header in found if norm(sheet.name) in known]
    columns = {norm(rule.header) for rule in recipe.columns}
    names = {norm(name): name for _, header in found for name in header.names if name}
    told += [
        say("Column {name} is not in the recipe; it was not read.", name=name)
        for key, name in names.items()
        if key not in columns
    ]
    told += [
        say("Column {name} is gone.", name=rule.header)
        for rule in recipe.columns
        if _missed(rule.meaning) and norm(rule.header) not in names
    ]
    return told + _values(recipe, found)


def _missed(meaning: Meaning) -> bool:
    return meaning is not Meaning.IGNORE


def _values(recipe: Recipe, found: list[tuple[Sheet, Header]]) -> list[Sentence]:
    told: dict[Sentence, None] = {}
    for sheet, header in found:
        for column, name in enumerate(header.names):
            rule = recipe.rule(name) if name else None
            if rule is None or rule.meaning is not Meaning.CONSENT:
                continue
            mapped = {norm(text) for text in rule.values}
            for row in sheet.rows[header.first_data_row :]:
                cell = row[column] if column < len(row) else None
                if (
                    cell is None
                    or cell.blank
                    or cell.problem
                    or norm(cell.text) in mapped
                    or looks_like_date(cell.text)
                ):
                    continue
                unread = say(
                    "Column {name} holds a value that the recipe does not map; it counts as not answered.",
                    name=name,
                )
                told[unread] = None
    return list(told)
