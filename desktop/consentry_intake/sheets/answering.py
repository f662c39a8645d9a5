"""Puts a person's answers into a proposal: settled questions leave the list, those that follow join it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from consentry_intake.sheets.consent_column import consent_draft
from consentry_intake.sheets.errors import SheetError
from consentry_intake.sheets.proposal import Ask, ColumnProposal, Proposal, Question
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
)
from consentry_intake.sheets.words import channels_in
from consentry_policy.sentences import Sentence


def answer(proposal: Proposal, answers: Mapping[str, str]) -> Proposal:
    """The proposal with answers by question id. Raises SheetError for an id or an answer that was not offered.

    New questions can follow (once a column is a permission, what does its X say?): go on until none is required.
    """
    for key, value in answers.items():
        question = next((question for question in proposal.questions if question.id == key), None)
        if question is None:
            raise SheetError(
                "The answers name a question that the sheet does not raise; look at its questions again."
            )
        if value not in {option.value for option in question.options}:
            raise SheetError(
                "One of the answers is not among those on offer; look at the sheet's questions again."
            )
        proposal = _one(proposal, question, value)
    return proposal


def open_questions(proposal: Proposal) -> tuple[Question, ...]:
    """The questions without which nothing may be imported."""
    return tuple(question for question in proposal.questions if question.required)


def _one(proposal: Proposal, question: Question, value: str) -> Proposal:
    left = tuple(other for other in proposal.questions if other.id != question.id)
    recipe = proposal.recipe
    if question.ask is Ask.DATE_ORDER:
        return replace(proposal, recipe=replace(recipe, date_order=DateOrder(value)), questions=left)
    if question.ask is Ask.NAME_ORDER:
        return replace(proposal, recipe=replace(recipe, name_order=value), questions=left)
    if question.ask is Ask.COLOUR:
        colours = {**recipe.colours, question.value or "": value}
        return replace(proposal, recipe=replace(recipe, colours=colours), questions=left)
    if question.ask in {Ask.POLARITY, Ask.COLUMN, Ask.SIGNED_FORMS}:
        return _direction(proposal, question, value, left)
    rule = recipe.rule(question.column or "")
    if rule is None:
        raise SheetError("The answers name a column that the recipe does not hold; propose the recipe anew.")
    return replace(proposal, recipe=_with(recipe, _changed(rule, question, value)), questions=left)


def _changed(rule: ColumnRule, question: Question, value: str) -> ColumnRule:
    if question.ask is Ask.DATE:
        return replace(rule, date_means=DateMeans(value))
    if question.ask is Ask.BLANK:
        return replace(rule, blank=Blank(value))
    text = question.value or ""
    only = channels_in(text) if rule.meaning is Meaning.TOPIC and value == Said.GRANT.value else ()
    return replace(rule, values={**rule.values, text: Says(Said(value), only)})


def _direction(proposal: Proposal, question: Question, value: str, left: tuple[Question, ...]) -> Proposal:
    """Which way a column points: its whole value map is drawn up again."""
    column = next(column for column in proposal.columns if column.header == question.column)
    if value == "ignore":
        rule = ColumnRule(column.header, Meaning.IGNORE)
        shown = _shown(proposal, replace(column, meaning=Meaning.IGNORE, reason=Sentence("You left it out.")))
        return replace(proposal, recipe=_with(proposal.recipe, rule), columns=shown, questions=left)
    if question.ask is Ask.SIGNED_FORMS:
        if value == "no":
            return replace(proposal, questions=left)
        polarity = Polarity.OPT_OUT_SIGNED
    else:
        polarity = Polarity(value)
    why = Sentence("You said which way it points.")
    draft = consent_draft(column.header, polarity, column.values, why, _scope(column))
    before = proposal.recipe.rule(column.header)
    rule = draft.rule
    if before is not None and before.meaning is Meaning.CONSENT:
        rule = replace(rule, blank=before.blank, date_means=before.date_means, channels=before.channels)
    asked = {other.id for other in left} | {question.id}
    fresh = tuple(other for other in draft.questions if other.id not in asked)
    stale = {other.id for other in left if other.column == column.header and other.ask is Ask.VALUE}
    kept = tuple(other for other in left if other.id not in stale or other.id in {q.id for q in draft.questions})
    shown = _shown(proposal, replace(column, meaning=Meaning.CONSENT, reason=draft.reason))
    return replace(proposal, recipe=_with(proposal.recipe, rule), columns=shown, questions=kept + fresh)


def _scope(column: ColumnProposal) -> tuple[str, ...]:
    return channels_in(column.header)


def _with(recipe: Recipe, rule: ColumnRule) -> Recipe:
    return replace(recipe, columns=tuple(rule if old.header == rule.header else old for old in recipe.columns))


def _shown(proposal: Proposal, column: ColumnProposal) -> tuple[ColumnProposal, ...]:
    return tuple(column if old.header == column.header else old for old in proposal.columns)
