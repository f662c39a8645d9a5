"""What `propose` tells: each column with its meaning and reason, and the questions a person must answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from consentry_intake.sheets.recipe import Meaning, Recipe
from consentry_policy.sentences import Sentence


class Ask(StrEnum):
    """What a question is about."""

    POLARITY = "polarity"  # which way Yes, 1 or X of a column points
    VALUE = "value"  # what one value says
    DATE = "date"  # whether a date is "signed" or "until"
    COLUMN = "column"  # whether a column is about photos at all
    SIGNED_FORMS = "signed forms"  # whether a signed form stands behind "not opted out"
    BLANK = "blank"  # what an empty cell means
    DATE_ORDER = "date order"  # whether 03/04 is in March or in April
    NAME_ORDER = "name order"  # whether the last name comes first
    COLOUR = "colour"  # what a colour means
    NUMBER = "number"  # which of two columns is the number


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer: what `answer` takes, and what a screen shows."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``required``: nothing may be imported before it is answered; else ``default`` is safe."""

    id: str
    ask: Ask
    text: Sentence
    options: tuple[Option, ...]
    column: str | None = None
    value: str | None = None
    default: str | None = None
    required: bool = True


@dataclass(frozen=True, slots=True)
class ValueCount:
    """One distinct value of a column and how often it stands there."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class ColumnProposal:
    """One column. ``values``: the distinct ones, most frequent first, at most ``limits.SHEET_DISTINCT``."""

    header: str
    letters: str
    meaning: Meaning
    reason: Sentence
    values: tuple[ValueCount, ...] = ()
    distinct: int = 0
    blanks: int = 0


@dataclass(frozen=True, slots=True)
class SheetProposal:
    """One sheet of the book: used or not, and why."""

    name: str
    used: bool
    reason: str
    header_row: int | None = None
    rows: int = 0
    grade: str | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """The draft: `recipe` is safe as it stands (what is open stays unreadable), `questions` complete it."""

    recipe: Recipe
    sheets: tuple[SheetProposal, ...]
    columns: tuple[ColumnProposal, ...]
    questions: tuple[Question, ...] = ()
    notes: tuple[Sentence, ...] = field(default_factory=tuple)
