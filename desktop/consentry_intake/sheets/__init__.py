"""Spreadsheets from schools: read, propose a recipe, interpret it. Pure data in and out."""

from __future__ import annotations

from consentry_intake.sheets.answering import answer, open_questions
from consentry_intake.sheets.book import Book, Cell, Kind, Sheet
from consentry_intake.sheets.differences import differences
from consentry_intake.sheets.errors import SheetError
from consentry_intake.sheets.interpret import interpret
from consentry_intake.sheets.proposal import Ask, Proposal, Question
from consentry_intake.sheets.propose import propose
from consentry_intake.sheets.read import read
from consentry_intake.sheets.recipe import Blank, ColumnRule, Meaning, Polarity, Recipe, Said, Says, SheetRule
from consentry_intake.sheets.recipe_toml import dump_recipe, load_recipe
from consentry_intake.sheets.reconcile import Known, Offer, reconcile
from consentry_intake.sheets.relations import join
from consentry_intake.sheets.rows import Interpretation, Problem, RosterRow, RowAnswer, RowFlag
from consentry_intake.sheets.wire import from_json, to_json
from consentry_intake.sheets.write import Table, write_csv, write_template, write_xlsx

__all__ = [
    "Ask",
    "Blank",
    "Book",
    "Cell",
    "ColumnRule",
    "Interpretation",
    "Kind",
    "Known",
    "Meaning",
    "Offer",
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
    "Table",
    "answer",
    "differences",
    "dump_recipe",
    "from_json",
    "interpret",
    "join",
    "load_recipe",
    "open_questions",
    "propose",
    "read",
    "reconcile",
    "to_json",
    "write_csv",
    "write_template",
    "write_xlsx",
]
