"""Reads one row: who it is about, and each answer it holds."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from consentry_intake.sheets.answers import AnswerReader, Slot
from consentry_intake.sheets.book import Cell, Kind, Sheet, cell_name
from consentry_intake.sheets.context import Context
from consentry_intake.sheets.dates import read_day, read_moment
from consentry_intake.sheets.headers import Header, shown_name
from consentry_intake.sheets.names import clean_grade, has_left, role_of, several_people, split_name
from consentry_intake.sheets.recipe import ColumnRule, Meaning, SheetRule
from consentry_intake.sheets.rows import Problem, RosterRow, RowAnswer, RowFlag
from consentry_intake.sheets.words import flag_in
from consentry_policy.people import Role
from consentry_policy.records import Answer

__all__ = ["Context", "Draft", "RowReader"]

_MARKS = {"-", "n/a", "na", "none"}


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
    colours: dict[tuple[int, int], str]
    _columns: dict[Meaning, list[tuple[int, ColumnRule]]] = field(default_factory=dict)
    _answers: AnswerReader = field(init=False)

    def __post_init__(self) -> None:
        for index, name in enumerate(self.header.names):
            rule = self.context.recipe.rule(name) if name else None
            if rule is not None and rule.meaning is not Meaning.IGNORE:
                self._columns.setdefault(rule.meaning, []).append((index, rule))
        self._answers = AnswerReader(self.context, self.sheet.name, self.problems, self.colours)

    def names_someone(self, row: list[Cell]) -> bool:
        """True when a number or name cell of the row is filled."""
        if any(self._text(row, meaning) for meaning in (Meaning.FULL_NAME, Meaning.LAST_NAME, Meaning.FIRST_NAME)):
            return True
        number = self._text(row, Meaning.NUMBER)
        return " " not in number and any(character.isdigit() for character in number)

    def read(self, row: list[Cell], index: int) -> Draft | None:
        """The row's person and answers; None (and a problem) where it cannot be told who it is."""
        for meaning in (Meaning.NUMBER, Meaning.FULL_NAME, Meaning.LAST_NAME, Meaning.FIRST_NAME):
            for column, _ in self._columns.get(meaning, []):
                if column < len(row) and row[column].problem is not None:
                    self._refuse(index, column, f"The cell holds {row[column].problem}.", row)
                    return None
        names = self._names(row, index)
        if names is None:
            return None
        role = self._role(row)
        if role is None:
            self.context.adults[self._text(row, Meaning.NUMBER)] = " ".join(reversed(names)).strip()
            return None
        return self._draft(row, index, names, role)

    def _draft(self, row: list[Cell], index: int, names: tuple[str, str], role: Role) -> Draft | None:
        number, sound = self._number(row, index)
        if not sound:
            return None
        at = self._moment(row)
        signer = self._text(row, Meaning.SIGNER) or None
        slot = Slot(
            index,
            at.date() if at is not None else self._day(row, index, Meaning.SIGNED_ON),
            self._day(row, index, Meaning.UNTIL),
            signer,
            self._text(row, Meaning.EVIDENCE) or None,
            self._topic(row),
            self._where(row),
        )
        flags = self._flags(row, index)
        answers = self._all_answers(row, slot)
        birth = self._day(row, index, Meaning.BIRTH_DATE, past=True)
        person = RosterRow(
            self.sheet.name,
            index + 1,
            names[0],
            names[1],
            number,
            self._text(row, Meaning.PREFERRED_NAME) or None,
            self._grade(row),
            self._text(row, Meaning.HOMEROOM) or None,
            self._text(row, Meaning.SCHOOL) or None,
            birth,
            role,
            self._left(row),
            tuple(text for column, _ in self._columns.get(Meaning.GUARDIAN, []) if (text := _clean(row, column))),
            tuple(_held(answers, flags)),
            tuple(flags),
        )
        return Draft(person, at, signer, self._text(row, Meaning.SIGNER_EMAIL) or None)

    def _text(self, row: list[Cell], meaning: Meaning) -> str:
        columns = self._columns.get(meaning)
        return _clean(row, columns[0][0]) if columns else ""

    def _names(self, row: list[Cell], index: int) -> tuple[str, str] | None:
        last, first = self._text(row, Meaning.LAST_NAME), self._text(row, Meaning.FIRST_NAME)
        column = self._where_of(Meaning.LAST_NAME, Meaning.FIRST_NAME, Meaning.FULL_NAME, Meaning.NUMBER)
        if not last and not first and (full := self._text(row, Meaning.FULL_NAME)):
            split = split_name(full, self.context.recipe.name_order)
            if split is None:
                self._refuse(index, column, "The name cannot be told apart into last and first name.", row)
                return None
            last, first = split
        elif last and not first and "," in last and split_name(last, "last first"):
            last, first = split_name(last, "last first") or (last, first)
        if several_people(first):
            reason = "The row seems to speak of two children; give each a row of their own."
            self._refuse(index, column, reason, row)
            return None
        if not last and not first:
            reason = "The row names nobody." if not self._text(row, Meaning.NUMBER) else ""
            if reason:
                self._refuse(index, column, reason, row)
                return None
        return last, first

    def _where_of(self, *meanings: Meaning) -> int:
        return next((self._columns[meaning][0][0] for meaning in meanings if meaning in self._columns), 0)

    def _number(self, row: list[Cell], index: int) -> tuple[str | None, bool]:
        """The number as text, and False where the cell cannot be one."""
        columns = self._columns.get(Meaning.NUMBER)
        if not columns:
            return None, True
        cell = row[columns[0][0]] if columns[0][0] < len(row) else None
        text = "".join(cell.shown.split()) if cell is not None else ""
        if not text or text.lower() in _MARKS:
            return None, True
        lost = "E+" in text.upper() and text.upper().replace("E+", "").replace(".", "").isdigit()
        if lost or (cell is not None and cell.kind in {Kind.DATE, Kind.BOOL, Kind.TIME}):
            self._refuse(
                index, columns[0][0], "The number was changed by the spreadsheet program; format it as text.", row
            )
            return None, False
        return text, True

    def _role(self, row: list[Cell]) -> Role | None:
        default = self.context.recipe.role
        text = self._text(row, Meaning.ROLE)
        return role_of(text, default) if text else default

    def _grade(self, row: list[Cell]) -> str | None:
        text = self._text(row, Meaning.GRADE)
        return clean_grade(text) if text else self.rule.grade

    def _left(self, row: list[Cell]) -> bool:
        return any(has_left(_clean(row, c), rule.header) for c, rule in self._columns.get(Meaning.STATUS, []))

    def _moment(self, row: list[Cell]) -> datetime | None:
        text = self._text(row, Meaning.TIMESTAMP)
        return read_moment(text, self.context.date_order(self.sheet, self.header)) if text else None

    def _day(self, row: list[Cell], index: int, meaning: Meaning, *, past: bool = False) -> date | None:
        text = self._text(row, meaning)
        if not text or text.lower() in _MARKS:
            return None
        day = read_day(text, self.context.date_order(self.sheet, self.header), past=past)
        if day is None:
            self._note(
                index, self._columns[meaning][0][0], "The date cannot be read; the row was taken without it.", row
            )
        return day

    def _topic(self, row: list[Cell]) -> tuple[str, ...] | bool | None:
        """None without a topic column; False when the row is not about photos; else its channels."""
        columns = self._columns.get(Meaning.TOPIC)
        if not columns:
            return None
        said = columns[0][1].values.get(_clean(row, columns[0][0]))
        return said.only if said is not None and said.answer.value == "grant" else False

    def _where(self, row: list[Cell]) -> str | None:
        return self._text(row, Meaning.CHANNELS) if Meaning.CHANNELS in self._columns else None

    def _flags(self, row: list[Cell], index: int) -> list[RowFlag]:
        found = []
        for meaning in (Meaning.NOTES, Meaning.ALERT):
            for column, _ in self._columns.get(meaning, []):
                text = _clean(row, column)
                flag = self.context.note_flag(text) if meaning is Meaning.NOTES else self.context.alert_flag(text)
                if flag is not None:
                    found.append(RowFlag(flag, self._answers.at(index, column)))
        for meaning in (Meaning.NUMBER, Meaning.FULL_NAME, Meaning.LAST_NAME, Meaning.FIRST_NAME):
            for column, _ in self._columns.get(meaning, []):
                found += self._marks_of_name(row, index, column)
        return found

    def _marks_of_name(self, row: list[Cell], index: int, column: int) -> list[RowFlag]:
        cell = row[column] if column < len(row) else None
        if cell is None or not (cell.strike or cell.comment):
            return []
        if cell.strike:
            return [RowFlag("struck through", self._answers.at(index, column))]
        flag = flag_in(cell.comment or "") or self.context.note_flag(cell.comment or "")
        return [RowFlag(flag or "comment", self._answers.at(index, column))]

    def _all_answers(self, row: list[Cell], slot: Slot) -> list[RowAnswer]:
        if slot.topic is False:
            return []
        found = []
        for column, rule in self._columns.get(Meaning.CONSENT, []):
            cell = row[column] if column < len(row) else None
            found += self._answers.read(cell, column, rule, slot)
        return found

    def _refuse(self, index: int, column: int, reason: str, row: list[Cell]) -> None:
        self.problems.append(self._problem(index, column, reason, row, taken=False))

    def _note(self, index: int, column: int, reason: str, row: list[Cell]) -> None:
        self.problems.append(self._problem(index, column, reason, row, taken=True))

    def _problem(self, index: int, column: int, reason: str, row: list[Cell], *, taken: bool) -> Problem:
        shown = row[column].shown[:200] if column < len(row) else ""
        name = shown_name(self.header.names, column)
        return Problem(self.sheet.name, index + 1, name, cell_name(index, column), reason, taken, shown)


def _clean(row: list[Cell], column: int) -> str:
    if column >= len(row) or row[column].problem is not None:
        return ""
    text = row[column].text
    return text if text.isalnum() else " ".join(text.split())


def _held(answers: list[RowAnswer], flags: list[RowFlag]) -> list[RowAnswer]:
    """A flag beside the answers holds the row's grants until a person settles it; a no stands."""
    if not flags:
        return answers
    return [
        replace(a, answer=Answer.UNREADABLE, flag=flags[0].flag) if a.answer is Answer.GRANT else a
        for a in answers
    ]
