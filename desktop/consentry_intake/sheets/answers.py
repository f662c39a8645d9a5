"""Turns one consent cell into answers. Whatever the recipe does not map never becomes a grant."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from consentry_intake.sheets.book import EMPTY, Cell, cell_name
from consentry_intake.sheets.context import Context
from consentry_intake.sheets.dates import read_day
from consentry_intake.sheets.recipe import Blank, ColumnRule, DateMeans, Polarity, Said, Says
from consentry_intake.sheets.rows import Problem, RowAnswer
from consentry_intake.sheets.spelling import norm
from consentry_intake.sheets.values import looks_like_date, remark_in
from consentry_intake.sheets.words import channels_in
from consentry_policy.records import Answer, SignerRole
from consentry_policy.sentences import Sentence, say

_EVERYWHERE = {"all", "all channels"}
_ANSWERS = {
    Said.GRANT: Answer.GRANT,
    Said.REFUSAL: Answer.REFUSAL,
    Said.WITHDRAWAL: Answer.WITHDRAWAL,
    Said.NONE: None,
    Said.UNREADABLE: Answer.UNREADABLE,
}


class Slot(NamedTuple):
    """What the rest of the row says about its answers. ``row`` counts from 0."""

    row: int
    signed_on: date | None
    until: date | None
    signer: str | None
    evidence: str | None
    topic: tuple[str, ...] | bool | None
    where: str | None
    signed_as: SignerRole | None = None
    first_day: date | None = None


@dataclass(frozen=True, slots=True)
class _Reading:
    """One cell, read."""

    says: Says
    signed_on: date | None = None
    until: date | None = None
    problem: Sentence | None = None


@dataclass(frozen=True, slots=True)
class _Part:
    """What a cell says and of which channels, whatever row it stands in."""

    reading: _Reading
    blank: str | None
    spread: tuple[tuple[Says, frozenset[str] | None], ...]


@dataclass(slots=True)
class AnswerReader:
    """Reads the consent cells of one sheet."""

    context: Context
    sheet: str
    problems: list[Problem]
    colours: dict[tuple[int, int], str]
    _maps: dict[str, dict[str, Says]] = field(default_factory=dict)
    _parts: dict[tuple[object, ...], _Part] = field(default_factory=dict)  # few cells of a column are different

    def at(self, row: int, column: int) -> str:
        """Where a cell stands, for a screen: "Grade 3!H12"."""
        name = cell_name(row, column)
        return f"{self.sheet}!{name}" if self.sheet else name

    def read(self, cell: Cell | None, column: int, rule: ColumnRule, slot: Slot) -> list[RowAnswer]:
        """The answers of one cell: none at all for "no change"."""
        cell = cell if cell is not None else EMPTY
        colour = self.colours.get((slot.row, column)) if self.colours else None
        key = (column, id(cell), colour, slot.topic, slot.where)  # the sheet keeps its cells as long as this lives
        part = self._parts.get(key)
        if part is None:
            reading = self._reading(cell, colour, rule)
            part = self._parts[key] = self._part(cell, reading, rule, slot)
        if part.reading.problem is not None:
            where = cell_name(slot.row, column)
            shown = cell.shown[:200]
            self.problems.append(
                Problem(self.sheet, slot.row + 1, rule.header, where, part.reading.problem, True, shown)
            )
        where = self.at(slot.row, column)
        return [
            self._answer(said, scope, part.reading, rule, slot, where, part.blank) for said, scope in part.spread
        ]

    def _part(self, cell: Cell, reading: _Reading, rule: ColumnRule, slot: Slot) -> _Part:
        blank = rule.blank.value if cell.blank else None
        return _Part(reading, blank, self._spread(reading.says, rule, slot))

    def _reading(self, cell: Cell, colour: str | None, rule: ColumnRule) -> _Reading:
        if cell.problem is not None:
            return _Reading(
                Says(Said.UNREADABLE), problem=say("The cell holds {what}.", what=Sentence(cell.problem))
            )
        reading = self._plain(cell, rule)
        return self._with_marks(reading, cell, colour)

    def _plain(self, cell: Cell, rule: ColumnRule) -> _Reading:
        if cell.blank:
            return _Reading(Says(Said.REFUSAL if rule.blank is Blank.REFUSED else Said.NONE))
        mapped = self._map(rule).get(norm(cell.text))
        if mapped is None and looks_like_date(cell.shown):
            return self._dated(cell, rule)
        if mapped is None:  # a remark that came after the recipe waits for a person, like one it knows
            says = Says(Said.UNREADABLE, flag=remark_in(cell.text))
            return _Reading(says, problem=Sentence("Nobody has said what this value means."))
        if rule.polarity is Polarity.OPT_OUT and Said.GRANT in {mapped.answer, mapped.rest}:
            mapped = replace(mapped, rest=Said.NONE)  # "not opted out" is no written consent
            if mapped.answer is Said.GRANT:
                return _Reading(Says(Said.NONE))
        if mapped.answer is Said.UNREADABLE and mapped.flag is None:
            return _Reading(mapped, problem=Sentence("The value cannot be read as a yes or a no."))
        return _Reading(mapped)

    def _map(self, rule: ColumnRule) -> dict[str, Says]:
        found = self._maps.get(rule.header)
        if found is None:
            found = self._maps[rule.header] = {norm(text): says for text, says in rule.values.items()}
        return found

    def _dated(self, cell: Cell, rule: ColumnRule) -> _Reading:
        order = self.context.recipe.date_order or self.context.only_order()
        day = read_day(cell.shown, order)
        if day is None or rule.date_means is None:
            return _Reading(
                Says(Said.UNREADABLE), problem=Sentence("A date: nobody has said whether it is signed or until.")
            )
        if rule.polarity in {Polarity.OPT_OUT, Polarity.OPT_OUT_SIGNED}:
            return _Reading(Says(Said.REFUSAL), signed_on=day if rule.date_means is DateMeans.SIGNED else None)
        if rule.date_means is DateMeans.SIGNED:
            return _Reading(Says(Said.GRANT), signed_on=day)
        return _Reading(Says(Said.GRANT), until=day)

    @staticmethod
    def _with_marks(reading: _Reading, cell: Cell, colour: str | None) -> _Reading:
        """A strike, a comment, a colour or a merged range puts a yes in doubt; a no stands."""
        if colour == "refusal":
            return _Reading(Says(Said.REFUSAL))
        doubt = "struck through" if cell.strike else "comment" if cell.comment else "colour" if colour else None
        if cell.merged and reading.says.answer is Said.GRANT:
            doubt = doubt or "merged cell"
        if doubt is None or (reading.says.answer in {Said.REFUSAL, Said.WITHDRAWAL} and doubt != "struck through"):
            return reading
        return _Reading(Says(Said.UNREADABLE, flag=doubt), reading.signed_on, reading.until, reading.problem)

    def _spread(self, said: Says, rule: ColumnRule, slot: Slot) -> tuple[tuple[Says, frozenset[str] | None], ...]:
        """One answer with its channels, or two where a value speaks of some channels and of the rest."""
        scope, doubtful = self._scope(rule, slot, said)
        if doubtful:
            return ((Says(Said.UNREADABLE, flag=said.flag), None),)
        if not said.only:
            return ((said, scope),)
        asked = scope if scope is not None else frozenset(self.context.listed)
        named = self.context.resolve(said.only) & asked
        found: list[tuple[Says, frozenset[str] | None]] = []
        if named:
            found.append((said, named))
        rest = asked - named
        if said.rest is not Said.NONE and rest:
            found.append((Says(said.rest), rest))
        return tuple(found) or ((Says(Said.NONE), scope),)

    def _scope(self, rule: ColumnRule, slot: Slot, said: Says) -> tuple[frozenset[str] | None, bool]:
        """The channels that the answer is about (None: all), and whether a yes has no channel it can be about.

        What the import asks for limits a yes; a no reaches as far as its own words.
        """
        scope = self.context.asked()
        for tokens in (rule.channels, slot.topic):
            if isinstance(tokens, tuple) and tokens:
                named = self.context.resolve(tokens)
                scope = named if scope is None or said.answer is not Said.GRANT else named & scope
        if slot.where is not None and norm(slot.where) not in _EVERYWHERE:
            named = self._named(slot.where)
            if named or said.answer is Said.GRANT:
                scope = named if scope is None or said.answer is not Said.GRANT else named & scope
        empty = scope is not None and not scope
        return scope, empty and said.answer is Said.GRANT

    def _named(self, where: str) -> frozenset[str]:
        """The channels of a list: a piece that is a channel's own name means that one and no other of its kind."""
        found: set[str] = set()
        for piece in use_pieces(where):
            found |= self.context.resolve((piece,)) or self.context.resolve(channels_in(piece))
        return frozenset(found)

    def _answer(
        self,
        said: Says,
        scope: frozenset[str] | None,
        reading: _Reading,
        rule: ColumnRule,
        slot: Slot,
        cell: str,
        blank: str | None,
    ) -> RowAnswer:
        answer = _ANSWERS[said.answer]
        granted = answer is Answer.GRANT
        until = (reading.until or slot.until or self.context.recipe.until) if granted else None
        return RowAnswer(
            answer,
            rule.header,
            cell,
            scope,
            reading.signed_on or slot.signed_on,
            until,
            slot.signer,
            frozenset(said.conditions) if granted else frozenset(),
            said.flag,
            blank,
            slot.evidence,
            slot.first_day if granted else None,
            slot.signed_as,
        )


def use_pieces(text: str) -> list[str]:
    """The outlets that a list such as "Social Media; Website" names, as written."""
    return [piece.strip() for piece in re.split(r"[;,|\n]", text) if piece.strip()]
