"""Ages on a day, and what a grade says about them."""

from __future__ import annotations

import re
from datetime import date

ADULT_AT = 18
TEEN_AT = 13
FIRST_GRADE_WITH_ADULTS = 11


def birthday(born: date, years: int) -> date:
    """The day on which someone born on ``born`` turns ``years``: 1 March for 29 February."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


def reached(born: date | None, years: int, day: date) -> bool | None:
    """Whether that age is reached on ``day``; None where the birth date is not known."""
    return None if born is None else day >= birthday(born, years)


def may_be_adult(grade: str | None) -> bool:
    """Whether a grade ("11", "Grade 12", "12th") is one in which students turn 18."""
    found = re.search(r"\d+", grade or "")
    return found is not None and int(found.group()) >= FIRST_GRADE_WITH_ADULTS
