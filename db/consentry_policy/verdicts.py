"""What a judgement is: an outcome and all its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from consentry_policy.people import PersonId


class Outcome(StrEnum):
    """The four verdicts, by the words of the command line."""

    BLOCKED = "blocked"
    REVIEW = "review"
    EXCEPTION = "exception"
    CLEARED = "cleared"

    @property
    def strictness(self) -> int:
        """Higher is stricter: blocked, needs review, public-arena exception, cleared."""
        return {"blocked": 3, "review": 2, "exception": 1, "cleared": 0}[self.value]


@dataclass(frozen=True, slots=True)
class Reason:
    """One row of the table that applied. ``code`` names its text in the policy's data file; ``row`` is the row
    of the verdict table ("4", "7a"); ``outcome`` what this reason alone would lead to.
    """

    code: str
    row: str
    clause: str
    outcome: Outcome
    person: PersonId | None = None
    face: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The strictest outcome and every reason, strictest first."""

    outcome: Outcome
    reasons: tuple[Reason, ...]

    @property
    def releasable(self) -> bool:
        """Whether a copy may be let out on this verdict."""
        return self.outcome in {Outcome.CLEARED, Outcome.EXCEPTION}
