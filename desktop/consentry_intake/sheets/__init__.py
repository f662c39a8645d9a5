"""Spreadsheets from schools: read, propose a recipe, interpret it. Pure data in and out; no database, no screen."""

from __future__ import annotations

from consentry_intake.sheets.book import Book, Cell, Kind, Sheet
from consentry_intake.sheets.errors import SheetError
from consentry_intake.sheets.interpret import interpret
from consentry_intake.sheets.proposal import Ask, Proposal, Question
from consentry_intake.sheets.propose import propose
from consentry_intake.sheets.read import read
from consentry_intake.sheets.recipe import Blank, ColumnRule, Meaning, Polarity, Recipe, Said, Says, SheetRule
from consentry_intake.sheets.rows import Interpretation, Problem, RosterRow, RowAnswer, RowFlag

__all__ = [
    "Ask",
    "Blank",
    "Book",
    "Cell",
    "ColumnRule",
    "Interpretation",
    "Kind",
    "Meaning",
    "Polarity",
    "Problem",
    "Proposal",
    "Question",
    "Recipe",
    "RosterRow",
    "RowAnswer",
    "RowFlag",
    "Said",
    "Says",
    "Sheet",
    "SheetError",
    "SheetRule",
    "interpret",
    "propose",
    "read",
]
