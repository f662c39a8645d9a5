"""Spreadsheets from schools: read, propose a recipe, interpret it. Pure data in and out."""

from __future__ import annotations

from consentry_intake.sheets.answering import answer, open_questions
from consentry_intake.sheets.book import Book, Cell, Kind, Sheet
from consentry_intake.sheets.errors import SheetError
from consentry_intake.sheets.interpret import interpret
from consentry_intake.sheets.proposal import Ask, Proposal, Question
from consentry_intake.sheets.propose import propose
from consentry_intake.sheets.read import read
from consentry_intake.sheets.recipe import Blank, ColumnRule, Meaning, Polarity, Recipe, Said, Says, SheetRule
from consentry_intake.sheets.recipe_toml import dump_recipe, load_recipe
from consentry_intake.sheets.rows import Interpretation, Problem, RosterRow, RowAnswer, RowFlag
from consentry_intake.sheets.wire import from_json, to_json

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
    "answer",
    "dump_recipe",
    "from_json",
    "interpret",
    "load_recipe",
    "open_questions",
    "propose",
    "read",
    "to_json",
]
