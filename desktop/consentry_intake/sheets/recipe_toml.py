"""The recipe as a TOML file, documented in docs/guide/recipes.md: written for people, checked when read back."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from consentry_intake import limits
from consentry_intake.sheets.errors import SheetError
from consentry_intake.sheets.recipe import (
    Blank,
    ColumnRule,
    DateMeans,
    DateOrder,
    Meaning,
    Polarity,
    Recipe,
    Said,
    Says,
    SheetRule,
)
from consentry_policy.channels import Condition
from consentry_policy.people import Role
from consentry_policy.sentences import say

VERSION = 1
_E = TypeVar("_E", bound=StrEnum)


def dump_recipe(recipe: Recipe) -> str:
    """The recipe as TOML text."""
    lines = ["# A Consentry recipe: how one kind of consent sheet is read.", f"version = {VERSION}"]
    lines += [f"fingerprint = {_text(recipe.fingerprint)}", f"role = {_text(recipe.role.value)}"]
    if recipe.evidence is not None:
        lines.append(f"evidence = {_text(recipe.evidence)}")
    lines.append(f"channels = {_texts(recipe.channels) if recipe.channels is not None else _text('all')}")
    if recipe.until is not None:
        lines.append(f"until = {recipe.until.isoformat()}")
    if recipe.date_order is not None:
        lines.append(f"date_order = {_text(recipe.date_order.value)}")
    lines.append(f"name_order = {_text(recipe.name_order)}")
    if recipe.colours:
        lines += ["", "[colours]", *(f"{_text(key)} = {_text(value)}" for key, value in recipe.colours.items())]
    for sheet in recipe.sheets:
        lines += ["", "[[sheet]]", f"name = {_text(sheet.name)}", f"header_row = {sheet.header_row}"]
        if sheet.header_rows != 1:
            lines.append(f"header_rows = {sheet.header_rows}")
        if sheet.grade is not None:
            lines.append(f"grade = {_text(sheet.grade)}")
    for rule in recipe.columns:
        lines += ["", "[[column]]", *_column(rule)]
    return "\n".join(lines) + "\n"


def _column(rule: ColumnRule) -> list[str]:
    lines = [f"header = {_text(rule.header)}", f"meaning = {_text(rule.meaning.value)}"]
    if rule.meaning is Meaning.CONSENT:
        lines += [f"polarity = {_text(rule.polarity.value)}", f"blank = {_text(rule.blank.value)}"]
        if rule.channels:
            lines.append(f"channels = {_texts(rule.channels)}")
        if rule.date_means is not None:
            lines.append(f"date_means = {_text(rule.date_means.value)}")
    if rule.values:
        lines += ["[column.values]", *(f"{_text(text)} = {_says(says)}" for text, says in rule.values.items())]
    return lines


def _says(says: Says) -> str:
    if says == Says(says.answer):
        return _text(says.answer.value)
    parts = [f"answer = {_text(says.answer.value)}"]
    if says.only:
        parts.append(f"only = {_texts(says.only)}")
        parts.append(f"rest = {_text(says.rest.value)}")
    if says.conditions:
        parts.append(f"conditions = {_texts(tuple(condition.value for condition in says.conditions))}")
    if says.flag is not None:
        parts.append(f"flag = {_text(says.flag)}")
    return "{ " + ", ".join(parts) + " }"


def _text(text: str) -> str:
    """A TOML basic string; JSON's escapes are a part of TOML's, but for DEL, which TOML wants escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _texts(texts: tuple[str, ...]) -> str:
    return "[" + ", ".join(_text(text) for text in texts) + "]"


def load_recipe(untrusted_text: str) -> Recipe:
    """The recipe of a TOML text. Raises SheetError that names the entry which is wrong."""
    if len(untrusted_text) > limits.RECIPE_BYTES:
        raise _wrong("size")
    try:
        table = tomllib.loads(untrusted_text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _wrong("TOML") from error
    if table.get("version") != VERSION:
        raise _wrong("version")
    channels = table.get("channels", "all")
    until = table.get("until")
    if until is not None and type(until) is not date:
        raise _wrong("until")
    return Recipe(
        tuple(_read_sheet(entry) for entry in _tables(table, "sheet")),
        tuple(_read_column(entry) for entry in _tables(table, "column")),
        _string(table, "fingerprint", ""),
        _choice(Role, table, "role", Role.STUDENT),
        _string(table, "evidence", "") or None,
        None if channels == "all" else _strings(table, "channels"),
        until,
        _choice(DateOrder, table, "date_order", None) if "date_order" in table else None,
        _string(table, "name_order", "first last"),
        _colours(table),
    )


def _wrong(what: str) -> SheetError:
    return SheetError(
        say(
            "The recipe file cannot be used: its {what} is not what the guide to recipes describes; mend it and "
            "try again.",
            what=what,
        )
    )


def _tables(table: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found = table.get(name, [])
    if not isinstance(found, list) or not found or len(found) > limits.SHEET_COLUMNS * 4:
        raise _wrong(name)
    if not all(isinstance(entry, dict) for entry in found):
        raise _wrong(name)
    return found


def _string(table: dict[str, Any], name: str, default: str | None = None) -> str:
    found = table.get(name, default)
    if not isinstance(found, str):
        raise _wrong(name)
    return found


def _strings(table: dict[str, Any], name: str) -> tuple[str, ...]:
    found = table.get(name, [])
    if not isinstance(found, list) or not all(isinstance(entry, str) for entry in found):
        raise _wrong(name)
    return tuple(found)


def _choice(kind: type[_E], table: dict[str, Any], name: str, default: _E | None) -> _E:
    found = table.get(name, default)
    try:
        return kind(str(found))
    except ValueError as error:
        raise _wrong(name) from error


def _colours(table: dict[str, Any]) -> dict[str, str]:
    found = table.get("colours", {})
    if not isinstance(found, dict) or not set(found.values()) <= {"nothing", "refusal", "hold"}:
        raise _wrong("colours")
    return dict(found)


def _read_sheet(entry: dict[str, Any]) -> SheetRule:
    row, rows = entry.get("header_row"), entry.get("header_rows", 1)
    if type(row) is not int or not 1 <= row <= limits.SHEET_ROWS:
        raise _wrong("header_row")
    if rows not in (1, 2) or type(rows) is not int:
        raise _wrong("header_rows")
    return SheetRule(_string(entry, "name"), row, rows, _string(entry, "grade", "") or None)


def _read_column(entry: dict[str, Any]) -> ColumnRule:
    values = entry.get("values", {})
    if not isinstance(values, dict):
        raise _wrong("values")
    return ColumnRule(
        _string(entry, "header"),
        _choice(Meaning, entry, "meaning", None),
        _choice(Polarity, entry, "polarity", Polarity.UNKNOWN),
        _choice(Blank, entry, "blank", Blank.NOT_ANSWERED),
        _strings(entry, "channels"),
        _choice(DateMeans, entry, "date_means", None) if "date_means" in entry else None,
        {text: _read_says(says) for text, says in values.items()},
    )


def _read_says(says: object) -> Says:
    table = {"answer": says} if isinstance(says, str) else says
    if not isinstance(table, dict):
        raise _wrong("values")
    try:
        conditions = tuple(Condition(text) for text in _strings(table, "conditions"))
    except ValueError as error:
        raise _wrong("conditions") from error
    return Says(
        _choice(Said, table, "answer", None),
        _strings(table, "only"),
        _choice(Said, table, "rest", Said.NONE),
        conditions,
        _string(table, "flag", "") or None,
    )
