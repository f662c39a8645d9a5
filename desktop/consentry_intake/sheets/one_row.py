"""Reads one row: who it is about, and each answer it holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from consentry_intake.sheets.answers import AnswerReader, Slot
from consentry_intake.sheets.book import Cell, Kind, Sheet
from consentry_intake.sheets.context import Context
from consentry_intake.sheets.dates import read_day, read_moment
from consentry_intake.sheets.fields import Fields, Texts, clean
from consentry_intake.sheets.headers import Header
from consentry_intake.sheets.marks import Colours
from consentry_intake.sheets.names import (
    clean_grade,
    has_left,
    roles_of,
    several_people,
    signer_role_of,
    split_name,
)
from consentry_intake.sheets.recipe import ColumnRule, DateOrder, Meaning, Said, SheetRule
from consentry_intake.sheets.rows import Problem, RosterRow, RowAnswer, RowFlag
from consentry_policy.people import Role
from consentry_policy.records import SignerRole
from consentry_policy.sentences import Sentence, say

_MARKS = {"-", "n/a", "na", "none"}
_STAFF = {Role.CO_WORKER}
_NAMES = (Meaning.LAST_NAME, Meaning.FIRST_NAME, Meaning.FULL_NAME, Meaning.NUMBER)


@dataclass(slots=True)
class Draft:
    """One row, read, before rows of the same person are put together."""

    person: RosterRow
    at: datetime | None = None
    signer: str | None = None
    email: str | None = None


@dataclass(slots=True)
class RowReader:
    """Reads the rows of one sheet. ``colours`` says what a coloured cell stands for, by (row, column)."""

    sheet: Sheet
    header: Header
    rule: SheetRule
    context: Context
    problems: list[Problem]
    colours: Colours
    fields: Fields = field(init=False)
    _answers: AnswerReader = field(init=False)
    _order: DateOrder | None = field(init=False)
    _by: dict[Meaning, list[tuple[int, ColumnRule]]] = field(init=False)
    _usual: frozenset[Role] = field(init=False)

    def __post_init__(self) -> None:
        self.fields = Fields.of(self.sheet.name, self.header, self.context.recipe)
        # First, so that the sheet's other dates prove how those in its consent columns are read.
        self._order = self.context.date_order(self.sheet, self.header)
        self._answers = AnswerReader(self.context, self.sheet.name, self.problems, self.colours)
        self._usual = frozenset({self.context.recipe.role})
        self._by = {meaning: self.fields.columns(meaning) for meaning in Meaning}

    def names_someone(self, texts: Texts) -> bool:
        """True when a number or name cell of the row is filled: "Grade 4" in the first column is neither."""
        if Meaning.LAST_NAME in texts or Meaning.FULL_NAME in texts or Meaning.FIRST_NAME in texts:
            return True
        number = texts.get(Meaning.NUMBER, "")
        return " " not in number and any(character.isdigit() for character in number)

    def read(self, row: list[Cell], index: int, texts: Texts) -> Draft | None:
        """The row's person and answers; None (and a problem) where it cannot be told who it is."""
        for column in self.fields.who:
            if row[column].problem is not None:
                self._refuse(
                    index, column, say("The cell holds {what}.", what=Sentence(row[column].problem or "")), row
                )
                return None
        names = self._names(texts, row, index)
        if names is None:
            return None
        roles: frozenset[Role] | None = self._usual
        if Meaning.ROLE in texts:
            roles = roles_of(texts[Meaning.ROLE], self.context.recipe.role)
        if roles is None:
            self.context.adults[texts.get(Meaning.NUMBER, "")] = " ".join(reversed(names)).strip()
            return None
        if not self._sound_number(texts, row, index):
            return None
        return self._draft(row, index, texts, names, roles)

    def _draft(
        self, row: list[Cell], index: int, texts: Texts, names: tuple[str, str], roles: frozenset[Role]
    ) -> Draft:
        at = self._moment(texts)
        signer = texts.get(Meaning.SIGNER)
        flags = self._flags(row, index)
        person = RosterRow(
            self.sheet.name,
            index + 1,
            names[0],
            names[1],
            texts.get(Meaning.NUMBER),
            texts.get(Meaning.PREFERRED_NAME),
            clean_grade(texts[Meaning.GRADE]) if Meaning.GRADE in texts else self.rule.grade,
            texts.get(Meaning.HOMEROOM),
            texts.get(Meaning.SCHOOL),
            self._day(texts, row, index, Meaning.BIRTH_DATE, past=True),
            roles,
            self._has_left(row),
            tuple([text for column, _ in self._by[Meaning.GUARDIAN] if (text := clean(row[column]))]),
            tuple(self._all_answers(row, index, texts, at, roles)),
            tuple(flags),
            own_id=texts.get(Meaning.OWN_ID),
        )
        return Draft(person, at, signer, texts.get(Meaning.SIGNER_EMAIL))

    def _has_left(self, row: list[Cell]) -> bool:
        columns = self._by[Meaning.STATUS]
        return bool(columns) and any(has_left(clean(row[column]), rule.header) for column, rule in columns)

    def _names(self, texts: Texts, row: list[Cell], index: int) -> tuple[str, str] | None:
        last, first = texts.get(Meaning.LAST_NAME, ""), texts.get(Meaning.FIRST_NAME, "")
        if not last and not first and Meaning.FULL_NAME in texts:
            split = split_name(texts[Meaning.FULL_NAME], self.context.recipe.name_order)
            if split is None:
                reason = Sentence("The name cannot be told apart into last and first name.")
                self._refuse(index, self.fields.first(*_NAMES), reason, row)
                return None
            last, first = split
        elif last and not first and "," in last:
            last, first = split_name(last, "last first") or (last, first)
        if several_people(last, first):
            reason = Sentence("The row seems to speak of two children; give each a row of their own.")
            self._refuse(index, self.fields.first(*_NAMES), reason, row)
            return None
        if not last and not first and Meaning.NUMBER not in texts:
            self._refuse(index, self.fields.first(*_NAMES), Sentence("The row names nobody."), row)
            return None
        return last, first

    def _sound_number(self, texts: Texts, row: list[Cell], index: int) -> bool:
        """Puts the number's text right; False where the spreadsheet program has changed it beyond repair."""
        text = texts.get(Meaning.NUMBER)
        if text is None:
            return True
        if text.isdigit():  # neither a day nor a power of ten
            return True
        column = self.fields.first(Meaning.NUMBER)
        text = texts[Meaning.NUMBER] = text.replace(" ", "")
        if text.lower() in _MARKS:
            del texts[Meaning.NUMBER]
            return True
        lost = "E+" in text.upper() and text.upper().replace("E+", "").replace(".", "").isdigit()
        if lost or row[column].kind in {Kind.DATE, Kind.BOOL, Kind.TIME}:
            reason = Sentence("The number was changed by the spreadsheet program; format it as text.")
            self._refuse(index, column, reason, row)
            return False
        return True

    def _moment(self, texts: Texts) -> datetime | None:
        text = texts.get(Meaning.TIMESTAMP)
        return read_moment(text, self._order) if text else None

    def _day(
        self, texts: Texts, row: list[Cell], index: int, meaning: Meaning, *, past: bool = False
    ) -> date | None:
        text = texts.get(meaning)
        if text is None or text.lower() in _MARKS:
            return None
        day = read_day(text, self._order, past=past)
        if day is None:
            reason = Sentence("The date cannot be read; the row was taken without it.")
            column = self.fields.first(meaning)
            self.problems.append(self.fields.problem(index, column, reason, row[column], taken=True))
        return day

    def _topic(self, texts: Texts, row: list[Cell], index: int) -> tuple[str, ...] | bool | None:
        """None without a topic column; False when the row is not about photos; else its channels."""
        columns = self._by[Meaning.TOPIC]
        if not columns:
            return None
        column, rule = columns[0]
        said = rule.values.get(texts.get(Meaning.TOPIC, ""))
        if said is None:
            reason = Sentence("Nobody has said whether this topic is about photos; its answer was not read.")
            self.problems.append(self.fields.problem(index, column, reason, row[column], taken=True))
        return said.only if said is not None and said.answer is Said.GRANT else False

    def _flags(self, row: list[Cell], index: int) -> list[RowFlag]:
        found = []
        for column, _ in self._by[Meaning.NOTES]:
            if (flag := self.context.note_flag(clean(row[column]))) is not None:
                found.append(RowFlag(flag, self._answers.at(index, column)))
        for column, _ in self._by[Meaning.ALERT]:
            if (flag := self.context.alert_flag(clean(row[column]))) is not None:
                found.append(RowFlag(flag, self._answers.at(index, column)))
        for column in self.fields.who:
            cell = row[column]
            if cell.strike:
                found.append(RowFlag("struck through", self._answers.at(index, column)))
            elif cell.comment:
                flag = self.context.note_flag(cell.comment) or "comment"
                found.append(RowFlag(flag, self._answers.at(index, column)))
        return found

    def _all_answers(
        self, row: list[Cell], index: int, texts: Texts, at: datetime | None, roles: frozenset[Role]
    ) -> list[RowAnswer]:
        topic = self._topic(texts, row, index)
        consents = self._by[Meaning.CONSENT]
        if topic is False or not consents:
            return []
        signed = at.date() if at is not None else self._day(texts, row, index, Meaning.SIGNED_ON)
        until = self._day(texts, row, index, Meaning.UNTIL)
        where = texts.get(Meaning.CHANNELS, "") if self._by[Meaning.CHANNELS] else None
        own = SignerRole.SELF if roles == _STAFF else None  # a co-worker answers for themselves, a student too
        signed_as = signer_role_of(texts[Meaning.SIGNED_AS]) if Meaning.SIGNED_AS in texts else own
        signer, evidence = texts.get(Meaning.SIGNER), texts.get(Meaning.EVIDENCE)
        first = self._day(texts, row, index, Meaning.FROM)
        slot = Slot(index, signed, until, signer, evidence, topic, where, signed_as, first)
        if len(consents) == 1:
            return self._answers.read(row[consents[0][0]], consents[0][0], consents[0][1], slot)
        return [
            answer for column, rule in consents for answer in self._answers.read(row[column], column, rule, slot)
        ]

    def _refuse(self, index: int, column: int, reason: Sentence, row: list[Cell]) -> None:
        self.problems.append(self.fields.problem(index, column, reason, row[column], taken=False))
