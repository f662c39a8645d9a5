"""From a book to rows in one go, in the worker child: the draft or the recipe, what was asked once, the rows.

Only what the roster needs leaves the child; the cells stay behind (of 50,000 rows they were half of the time).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from consentry_intake.sheets.answering import answer
from consentry_intake.sheets.book import Book
from consentry_intake.sheets.interpret import interpret
from consentry_intake.sheets.proposal import Proposal
from consentry_intake.sheets.propose import book_fingerprint, propose
from consentry_intake.sheets.recipe import Recipe
from consentry_intake.sheets.recipe_toml import load_recipe
from consentry_intake.sheets.rows import Interpretation
from consentry_policy.channels import ChannelKind
from consentry_policy.people import Role
from consentry_policy.sentences import Sentence, say

_STAFF = Sentence(
    "The sheet looks like a list of staff, but was read as one of students; say that it lists co-workers."
)
_REUSED = Sentence("The sheet has the columns of an earlier import; its recipe was used again.")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the caller said. None: the recipe's own word counts. ``recipe``: read the book by it. ``saved``:
    recipes (TOML) of earlier imports by fingerprint. ``answers``: to the questions of the draft.
    ``any_channels``: the answers are about the recipe's channels, not about ``channels`` (None: all listed).
    """

    listed: dict[str, ChannelKind]
    recipe: Recipe | None = None
    saved: dict[str, str] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    evidence: str | None = None
    channels: tuple[str, ...] | None = None
    any_channels: bool = False
    until: date | None = None
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """``recipe`` as it was followed; ``proposal`` None where the caller gave a recipe; ``reused``: an earlier
    import's recipe was used.
    """

    recipe: Recipe
    told: Interpretation
    proposal: Proposal | None = None
    reused: bool = False


def prepare(book: Book, asked: Asked) -> Prepared:
    """Everything that an import needs to know of a book. Raises SheetError."""
    if asked.recipe is not None:
        recipe = _as_asked(replace(asked.recipe, fingerprint=book_fingerprint(book)), asked)
        return Prepared(recipe, interpret(book, recipe, asked.listed))
    proposal = propose(book)
    saved = asked.saved.get(proposal.recipe.fingerprint) if not asked.answers else None
    if saved is not None:
        old = replace(load_recipe(saved), fingerprint=proposal.recipe.fingerprint)
        proposal = _shown(proposal, old)
        recipe, notes = _as_asked(old, asked), [_REUSED]
    else:
        proposal = answer_all(proposal, asked.answers)
        recipe, notes = _as_asked(replace(proposal.recipe, role=Role.STUDENT), asked), []
        if proposal.recipe.role is Role.CO_WORKER and asked.role is None:
            notes.append(_STAFF)
    if recipe.until is not None and asked.until is None:
        notes.append(
            say("A yes of this sheet holds until {day}, as the recipe says.", day=recipe.until.isoformat())
        )
    told = interpret(book, recipe, asked.listed)
    told = replace(told, notes=list(dict.fromkeys([*notes, *proposal.notes, *told.notes])))
    return Prepared(recipe, told, proposal, saved is not None)


def answer_all(proposal: Proposal, answers: Mapping[str, str]) -> Proposal:
    """The proposal with all answers, in whatever order they were given: one can raise the question of another.

    Raises SheetError for an id or an answer that was not offered.
    """
    left = dict(answers)
    while left:
        there = {question.id for question in proposal.questions}
        ready = {key: value for key, value in left.items() if key in there}
        proposal = answer(proposal, ready or left)  # an id that is never asked is refused there
        left = {key: value for key, value in left.items() if key not in ready}
    return proposal


def _as_asked(recipe: Recipe, asked: Asked) -> Recipe:
    """What the caller said wins; what was left open is as the recipe has it."""
    return replace(
        recipe,
        evidence=asked.evidence or recipe.evidence,
        channels=recipe.channels if asked.any_channels else asked.channels,
        until=asked.until or recipe.until,
        role=asked.role or recipe.role,
    )


def _shown(proposal: Proposal, recipe: Recipe) -> Proposal:
    """The draft as an earlier recipe completes it: nothing is left to ask."""
    columns = []
    for column in proposal.columns:
        rule = recipe.rule(column.header)
        same = rule is None or rule.meaning is column.meaning
        columns.append(
            column
            if rule is None or same
            else replace(column, meaning=rule.meaning, reason=Sentence("As in the last import."))
        )
    return replace(proposal, recipe=recipe, columns=tuple(columns), questions=())
