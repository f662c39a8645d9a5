"""Colours beside the answers: which of them may mean something, and what the recipe says they mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

from consentry_intake.sheets.book import Sheet
from consentry_intake.sheets.headers import Header
from consentry_intake.sheets.recipe import Meaning, Recipe
from consentry_intake.sheets.spelling import norm

_WHO = {Meaning.NUMBER, Meaning.FULL_NAME, Meaning.LAST_NAME, Meaning.FIRST_NAME}
_ALL = 0.8  # from this share of the rows on, a colour is the column's own
_BANDS = 0.8  # from this share of changes between neighbours on, colours are stripes

Colours = dict[tuple[int, int], str]


def colour_says(sheet: Sheet, header: Header, recipe: Recipe) -> Colours:
    """By (row, column): "hold" or "refusal" for the coloured cells that mean something."""
    meanings = {norm(rule.header): rule.meaning for rule in recipe.columns}
    found = telling_colours(sheet, header, meanings)
    says = {place: recipe.colours.get(colour, "hold") for place, colour in found.items()}
    return {place: what for place, what in says.items() if what != "nothing"}


def telling_colours(sheet: Sheet, header: Header, meanings: Mapping[str, Meaning]) -> Colours:
    """The colour of every consent cell that may say something which its text does not.

    Left out are a column's own colour, stripes, and a colour that always goes with one value. A coloured number
    or name speaks for the row's answers.
    """
    consent = [c for c, name in enumerate(header.names) if name and meanings.get(norm(name)) is Meaning.CONSENT]
    who = [c for c, name in enumerate(header.names) if name and meanings.get(norm(name)) in _WHO]
    found: Colours = {}
    for column in who:
        for (row, _), colour in _column_colours(sheet, header, column).items():
            found.update({(row, answer): colour for answer in consent})
    for column in consent:
        found.update(_column_colours(sheet, header, column))
    return found


def _column_colours(sheet: Sheet, header: Header, column: int) -> Colours:
    first = header.first_data_row
    if not any(row[column].fill for row in sheet.rows[first:]):
        return {}
    rows = [i for i in range(first, len(sheet.rows)) if any(not cell.blank for cell in sheet.rows[i])]
    fills = [sheet.cell(row, column).fill for row in rows]
    counts = Counter(fills)
    changes = sum(1 for one, other in pairwise(fills) if one != other)
    if len(fills) > 3 and len(counts) == 2 and changes >= _BANDS * (len(fills) - 1):
        return {}
    plain = {fill for fill, count in counts.items() if fill is not None and count >= _ALL * len(fills)}
    plain |= _restating(sheet, rows, column)
    return {(row, column): fill for row, fill in zip(rows, fills, strict=True) if fill and fill not in plain}


def _restating(sheet: Sheet, rows: list[int], column: int) -> set[str]:
    """Colours that go with one filled value, which goes with no other colour: green for Yes, red for No."""
    colours: dict[str, set[str]] = {}
    values: dict[str, set[str]] = {}
    for row in rows:
        cell = sheet.cell(row, column)
        colours.setdefault(norm(cell.text), set()).add(cell.fill or "")
        values.setdefault(cell.fill or "", set()).add(norm(cell.text))
    return {
        colour
        for colour, texts in values.items()
        if colour
        and len(texts) == 1
        and "" not in texts
        and colours[next(iter(texts))] == {colour}
        and len(rows) > 1
    }
