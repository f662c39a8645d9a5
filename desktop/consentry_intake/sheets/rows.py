"""What comes out of a sheet: people with their answers, problems, and what was put together or left out.

Rows and answers are tuples, not dataclasses: of 50,000 each is made twice, here and beyond the pipe.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from consentry_policy.channels import Condition
from consentry_policy.people import Role
from consentry_policy.records import Answer, SignerRole
from consentry_policy.sentences import Sentence


class RowAnswer(NamedTuple):
    """One answer of one cell. ``answer`` None is "not answered": no record follows from it.

    ``channels`` None means all that were asked (the district's whole list). ``flag`` ("court order", "see office"
    …) waits for a person; such an answer is never a grant. ``cell`` is where it stands ("Grade 3!H12").
    """

    answer: Answer | None
    column: str
    cell: str
    channels: frozenset[str] | None = None
    signed_on: date | None = None
    until: date | None = None
    signer: str | None = None
    conditions: frozenset[Condition] = frozenset()
    flag: str | None = None
    blank: str | None = None  # for an empty cell: what the recipe says a blank means
    evidence: str | None = None
    first_day: date | None = None  # of a yes that counts later than the day it was signed
    signed_as: SignerRole | None = None  # None: whoever usually answers for such a person


class RowFlag(NamedTuple):
    """Something beside the answers that a person must settle; the row's grants wait for it."""

    flag: str
    cell: str


class RosterRow(NamedTuple):
    """One person as the sheet tells. ``row`` counts from 1; ``more_rows`` are further rows of the same person."""

    sheet: str
    row: int
    last_name: str
    first_name: str
    number: str | None = None
    preferred_name: str | None = None
    grade: str | None = None
    homeroom: str | None = None
    school: str | None = None
    birth_date: date | None = None
    roles: frozenset[Role] = frozenset({Role.STUDENT})
    left: bool = False
    guardians: tuple[str, ...] = ()
    answers: tuple[RowAnswer, ...] = ()
    flags: tuple[RowFlag, ...] = ()
    more_rows: tuple[str, ...] = ()
    own_id: str | None = None  # ours, of somebody without a number


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. ``taken`` False: the row is not imported; True: only this cell was not read.

    ``shown`` is the cell's text, for the screen and for nothing else.
    """

    sheet: str
    row: int
    column: str | None
    cell: str | None
    reason: Sentence
    taken: bool = False
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Interpretation:
    """A whole book, interpreted. ``notes`` are sentences for the user; ``merged`` tells which rows became one."""

    sha256: str
    rows: list[RosterRow]
    problems: list[Problem] = field(default_factory=list)
    merged: list[Problem] = field(default_factory=list)
    notes: list[Sentence] = field(default_factory=list)
