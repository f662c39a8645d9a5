"""What a cell's colour, strike-through or comment does to the answer in it."""

from __future__ import annotations

from consentry_intake.sheets.book import Sheet
from consentry_intake.sheets.headers import Header
from consentry_intake.sheets.recipe import Recipe


def colour_says(sheet: Sheet, header: Header, recipe: Recipe) -> dict[tuple[int, int], str]:
    """By (row, column): "hold" or "refusal" for the coloured cells that mean something."""
    return {}
