"""Which column of a sheet holds what, and a row's texts by meaning."""

from __future__ import annotations

from dataclasses import dataclass, field

from consentry_intake.sheets.book import Cell, cell_name
from consentry_intake.sheets.headers import Header, shown_name
from consentry_intake.sheets.recipe import ColumnRule, Meaning, Recipe
from consentry_intake.sheets.rows import Problem
from consentry_policy.sentences import Sentence

WHO = (Meaning.NUMBER, Meaning.FULL_NAME, Meaning.LAST_NAME, Meaning.FIRST_NAME)
Texts = dict[Meaning, str]

_SEVERAL = {Meaning.CONSENT, Meaning.GUARDIAN, Meaning.NOTES, Meaning.ALERT, Meaning.STATUS, Meaning.IGNORE}


def clean(cell: Cell) -> str:
    """The text with single spaces; nothing where the cell's value is not to be trusted."""
    if cell.problem is not None:
        return ""
    text = cell.text
    return text if text.isalnum() else " ".join(text.split())


@dataclass(slots=True)
class Fields:
    """The columns that a recipe uses in one sheet."""

    sheet: str
    names: list[str]
    by_meaning: dict[Meaning, list[tuple[int, ColumnRule]]] = field(default_factory=dict)
    _single: list[tuple[Meaning, int]] = field(default_factory=list)
    who: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, sheet: str, header: Header, recipe: Recipe) -> Fields:
        """The fields of a sheet with this header."""
        fields = cls(sheet, header.names)
        for index, name in enumerate(header.names):
            rule = recipe.rule(name) if name else None
            if rule is not None and rule.meaning is not Meaning.IGNORE:
                fields.by_meaning.setdefault(rule.meaning, []).append((index, rule))
        singles = {m: columns[0][0] for m, columns in fields.by_meaning.items() if m not in _SEVERAL}
        fields._single = list(singles.items())
        fields.who = [column for meaning in WHO for column, _ in fields.by_meaning.get(meaning, [])]
        return fields

    def texts(self, row: list[Cell]) -> Texts:
        """The row's filled texts by meaning, for meanings that one column holds."""
        found: Texts = {}
        for meaning, column in self._single:  # `clean`, without a call for each of a million cells
            cell = row[column]
            text = cell.text
            if text and cell.problem is None:
                text = text if text.isalnum() else " ".join(text.split())
                if text:
                    found[meaning] = text
        return found

    def columns(self, meaning: Meaning) -> list[tuple[int, ColumnRule]]:
        """Index and rule of every column of this meaning."""
        return self.by_meaning.get(meaning, [])

    def first(self, *meanings: Meaning) -> int:
        """The first column that holds one of these; 0 where none does."""
        return next((self.by_meaning[meaning][0][0] for meaning in meanings if meaning in self.by_meaning), 0)

    def problem(self, index: int, column: int, reason: Sentence, cell: Cell, *, taken: bool) -> Problem:
        """A problem of a cell; ``index`` is the row from 0."""
        name = shown_name(self.names, column)
        return Problem(self.sheet, index + 1, name, cell_name(index, column), reason, taken, cell.shown[:200])
