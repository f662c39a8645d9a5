"""The recipe of an import: which column means what, where a value points, and what was asked once.

A recipe is what `propose` drafts, what the clerk completes, what is saved as TOML (`recipe_toml`) and what
`interpret` follows to the letter. Whatever it does not map never becomes consent.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from consentry_intake.sheets.spelling import norm
from consentry_policy.channels import Condition
from consentry_policy.people import Role


class Meaning(StrEnum):
    """What a column holds."""

    IGNORE = "ignore"
    NUMBER = "number"
    OWN_ID = "our own id"  # in our exports, of people without a number
    FULL_NAME = "full name"
    LAST_NAME = "last name"
    FIRST_NAME = "first name"
    PREFERRED_NAME = "preferred name"
    GRADE = "grade"
    HOMEROOM = "homeroom"
    SCHOOL = "school"
    BIRTH_DATE = "birth date"
    ROLE = "role"
    STATUS = "enrolment status"
    GUARDIAN = "guardian"
    SIGNER = "signer"
    SIGNER_EMAIL = "signer's email"
    SIGNED_AS = "signed as"  # guardian, self or other
    TIMESTAMP = "time of the answer"
    SIGNED_ON = "signed on"
    FROM = "first day"
    UNTIL = "until"
    EVIDENCE = "evidence"
    CONSENT = "consent"
    TOPIC = "topic"  # long form: what the row's answer is about
    CHANNELS = "channels"  # which channels the row's answer covers
    NOTES = "notes"  # read for flags, never for consent
    ALERT = "alert"  # anything in it raises a flag


class Polarity(StrEnum):
    """Where a bare Yes, 1 or X of a consent column points. UNKNOWN leaves them unreadable."""

    PERMISSION = "permission"
    OPT_OUT = "opt-out"
    OPT_OUT_SIGNED = "opt-out with signed forms"  # the clerk vouches that "not opted out" was signed
    UNKNOWN = "unknown"


class Blank(StrEnum):
    """What an empty consent cell means; it is never a grant."""

    NOT_ANSWERED = "not answered"
    REFUSED = "refused"
    NO_CHANGE = "no change"


class Said(StrEnum):
    """What one value says."""

    GRANT = "grant"
    REFUSAL = "refusal"
    WITHDRAWAL = "withdrawal"
    NONE = "not answered"
    UNREADABLE = "unreadable"


class DateMeans(StrEnum):
    """What a date in a consent column, or in a doubtful date column, stands for."""

    SIGNED = "signed"
    UNTIL = "until"


class DateOrder(StrEnum):
    """How 03/04/2026 is read."""

    MONTH_FIRST = "month first"
    DAY_FIRST = "day first"


@dataclass(frozen=True, slots=True)
class Says:
    """What a value stands for. ``only``: channels or kinds of channel it speaks of (none = all of the column);
    ``rest``: what it says of the column's other channels.
    """

    answer: Said
    only: tuple[str, ...] = ()
    rest: Said = Said.NONE
    conditions: tuple[Condition, ...] = ()
    flag: str | None = None


@dataclass(frozen=True, slots=True)
class ColumnRule:
    """What to do with one column, found by its header. ``channels`` empty means the recipe's own.

    For TOPIC columns ``values`` says which topics are about photos (GRANT stands for "yes, about photos", with
    ``only`` for the channels). For CHANNELS columns ``values`` is not used.
    """

    header: str
    meaning: Meaning
    polarity: Polarity = Polarity.UNKNOWN
    blank: Blank = Blank.NOT_ANSWERED
    channels: tuple[str, ...] = ()
    date_means: DateMeans | None = None
    values: dict[str, Says] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SheetRule:
    """One sheet that is used. Rows count from 1, as on the screen. ``grade`` is for sheets without that column."""

    name: str
    header_row: int
    header_rows: int = 1
    grade: str | None = None


@dataclass(frozen=True, slots=True)
class Recipe:
    """The whole mapping. ``channels`` None asks for all listed ones. ``colours`` maps a fill to what it says:
    a coloured cell is held for a person unless it is mapped to "nothing" or "refusal".
    """

    sheets: tuple[SheetRule, ...]
    columns: tuple[ColumnRule, ...]
    fingerprint: str = ""
    role: Role = Role.STUDENT
    evidence: str | None = None
    channels: tuple[str, ...] | None = None
    until: date | None = None
    date_order: DateOrder | None = None
    name_order: str = "first last"
    colours: dict[str, str] = field(default_factory=dict)

    def rule(self, header: str) -> ColumnRule | None:
        """The rule of a column, by its header (case and spaces do not count)."""
        wanted = norm(header)
        return next((rule for rule in self.columns if norm(rule.header) == wanted), None)
