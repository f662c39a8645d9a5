"""What an import is asked, what it would do, and what it did: values only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from consentry_intake.sheets import Proposal, Question, Recipe
from consentry_policy.people import Person, PersonId
from consentry_policy.records import ConsentRecord
from consentry_policy.sentences import Sentence

NEW = "new"  # in `ImportChoices.match`: the row is about someone who is not on the roster yet


class Accept(StrEnum):
    """Offers of one kind that the user takes all at once."""

    ZEROS = "leading zeros"  # numbers that differ by leading zeros alone, where the name agrees
    NAMES = "names"  # rows without a number: the one person of this name, where grade or homeroom agree


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """What is asked once per import. ``channels`` None: all that are listed; ``evidence``: where the signed
    originals are kept; ``until``: the last day a yes of this sheet holds. What is left out is as the recipe says;
    with ``channels_of_recipe`` the channels, too. ``answers``: to the questions of the draft, by id. ``match``:
    whom a row ("5", "Grade 3!5") is about: a number, an id or `NEW`. ``ask_again``: forget an earlier recipe.
    """

    evidence: str
    channels: frozenset[str] | None
    kind: str | None = None
    until: date | None = None
    recipe: Recipe | None = None
    channels_of_recipe: bool = False
    answers: Mapping[str, str] = field(default_factory=dict)
    match: Mapping[str, str] = field(default_factory=dict)
    accept: frozenset[Accept] = frozenset()
    ask_again: bool = False


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One person of the plan; ``what`` says what is new or changes, old to new."""

    number: str | None
    name: str
    what: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class PlanOffer:
    """Someone whom a row may be about. It is offered and never taken; ``score`` is 0 to 100; ``name`` is for a
    screen.
    """

    person: PersonId
    number: str | None
    reason: Sentence
    score: float
    name: str = ""


@dataclass(frozen=True, slots=True)
class PlanProblem:
    """One thing that needs a look. ``where`` is the sheet's cell or row; ``taken``: the rest of the row counts;
    ``row`` names the row for `ImportChoices.match` where there are ``offers``; ``name``: the row's, for a screen;
    ``may_be_new``: whether it can be a new person, as nobody has its number.
    """

    where: Sentence
    reason: Sentence
    taken: bool
    row: str = ""
    offers: tuple[PlanOffer, ...] = ()
    name: str = ""
    may_be_new: bool = True

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        told: dict[str, Any] = {"where": str(self.where), "reason": str(self.reason), "taken": self.taken}
        if self.row:
            told |= {"row": self.row, "may_be_new": self.may_be_new}
            told["candidates"] = [
                {"number": o.number, "id": o.person, "reason": str(o.reason), "score": round(o.score, 1)}
                for o in self.offers
            ]
        return told


@dataclass(slots=True)
class ImportPlan:
    """What an import would do; nothing is written yet."""

    file_sha256: str
    recipe: Recipe
    proposal: Proposal | None
    questions: tuple[Question, ...] = ()
    reused: bool = False  # an earlier import's recipe was followed
    new: list[PlanLine] = field(default_factory=list)
    changed: list[PlanLine] = field(default_factory=list)
    unchanged: list[PlanLine] = field(default_factory=list)
    missing: list[PlanLine] = field(default_factory=list)
    problems: list[PlanProblem] = field(default_factory=list)
    notes: list[Sentence] = field(default_factory=list)
    roster_version: int = 0
    add: list[Person] = field(default_factory=list, repr=False)
    update: list[Person] = field(default_factory=list, repr=False)
    records: list[ConsentRecord] = field(default_factory=list, repr=False)
    before: dict[PersonId, Person] = field(default_factory=dict, repr=False)

    @property
    def open_questions(self) -> list[Question]:
        """What must be answered before anything is written."""
        return [question for question in self.questions if question.required]

    def as_json(self) -> dict[str, Any]:
        """For programs: counts, and people by their number."""

        def numbers(lines: Sequence[PlanLine]) -> list[str | None]:
            return [line.number for line in lines]

        return {
            "sha256": self.file_sha256,
            "new": numbers(self.new),
            "changed": numbers(self.changed),
            "unchanged": len(self.unchanged),
            "missing": numbers(self.missing),
            "problems": [problem.as_json() for problem in self.problems],
            "questions": [_question(question) for question in self.questions],
            "notes": list(map(str, self.notes)),
        }


def _question(question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "text": str(question.text),
        "required": question.required,
        "default": question.default,
        "options": [{"value": option.value, "label": option.label} for option in question.options],
    }


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import wrote. ``id`` is what `import_undo.undo` takes."""

    people_added: int
    people_changed: int
    answers: int
    problems: int
    id: str = ""
