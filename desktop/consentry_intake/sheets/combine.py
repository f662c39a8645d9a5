"""Puts rows of the same person together: duplicates, resubmissions, long forms, two guardians."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from consentry_intake.sheets.names import person_key
from consentry_intake.sheets.one_row import Draft
from consentry_intake.sheets.rows import Problem, RosterRow, RowAnswer
from consentry_intake.sheets.spelling import norm
from consentry_intake.sheets.words import OF_THE_CHILD
from consentry_policy.records import Answer
from consentry_policy.sentences import Sentence, say

_NEVER = datetime.min  # noqa: DTZ901  (rows without a time come first; a sheet has no time zone)


def combine(
    drafts: list[Draft], problems: list[Problem], listed: frozenset[str]
) -> tuple[list[RosterRow], list[Problem]]:
    """One row a person, in the order of their first rows; and which rows became one.

    Rows that claim one number under different names, and rows without a number that cannot be told apart, are
    problems: all are listed, none is taken.
    """
    groups: dict[tuple[str, ...], list[Draft]] = defaultdict(list)
    for draft in drafts:
        groups[_key(draft.person)].append(draft)
    rows: list[RosterRow] = []
    merged: list[Problem] = []
    for group in groups.values():
        if len(group) == 1:
            rows.append(_held(group[0].person))
        elif _one_person(group, problems):
            rows.append(_held(_merge(group, merged, listed)))
    rows.sort(key=lambda row: (row.sheet, row.row)) if len({row.sheet for row in rows}) > 1 else None
    return rows, merged


def _held(person: RosterRow) -> RosterRow:
    """Holds the person's grants for a decision where a flag stands beside them; a no stands.

    A flag in one answer holds the others only where it speaks of the child and not of that answer.
    """
    flag = next((f.flag for f in person.flags), None)
    flag = flag or next((a.flag for a in person.answers if a.flag in OF_THE_CHILD), None)
    if flag is None:
        return person
    answers = tuple(
        answer._replace(answer=Answer.UNREADABLE, flag=flag) if answer.answer is Answer.GRANT else answer
        for answer in person.answers
    )
    return person._replace(answers=answers)


def _key(person: RosterRow) -> tuple[str, ...]:
    if person.number is not None:
        return ("number", person.number)
    if person.own_id is not None:
        return ("id", person.own_id)
    name = person_key(person.last_name, person.first_name)
    return ("name", *sorted(person.roles), name, norm(person.grade or ""), norm(person.homeroom or ""))


def _one_person(group: list[Draft], problems: list[Problem]) -> bool:
    names = {person_key(d.person.last_name, d.person.first_name) for d in group} - {"|"}
    if len(names) > 1:
        _list_all(group, Sentence("Two rows have this number under different names; neither was taken."), problems)
        return False
    told_apart = group[0].person.number or group[0].person.own_id
    if not told_apart and not _is_form(group) and not _same_answers(group):
        reason = Sentence(
            "Two rows have this name and nothing tells them apart; give each a number. Neither was taken."
        )
        _list_all(group, reason, problems)
        return False
    return True


def _is_form(group: list[Draft]) -> bool:
    return all(draft.at is not None for draft in group)


def _same_answers(group: list[Draft]) -> bool:
    """True for a row that simply stands there twice."""
    first = group[0].person
    return all(_content(draft.person) == _content(first) for draft in group)


def _content(person: RosterRow) -> RosterRow:
    answers = tuple(answer._replace(cell="") for answer in person.answers)
    return person._replace(sheet="", row=0, answers=answers, flags=())


def _list_all(group: list[Draft], reason: Sentence, problems: list[Problem]) -> None:
    for draft in group:
        person = draft.person
        shown = person.number or f"{person.last_name}, {person.first_name}"
        problems.append(Problem(person.sheet, person.row, None, None, reason, shown=shown))


def _merge(group: list[Draft], merged: list[Problem], listed: frozenset[str]) -> RosterRow:
    """One person of several rows; of each signer and column the latest answer stands."""
    ordered = sorted(group, key=lambda draft: (draft.at is not None, draft.at or _NEVER))
    base = _filled(ordered[-1] if ordered[-1].at is not None else ordered[0], ordered)
    kept = base.row, base.sheet
    answers = _standing(ordered, listed)
    others = [draft.person for draft in group if (draft.person.row, draft.person.sheet) != kept]
    more = tuple(f"{person.sheet}!{person.row}".lstrip("!") for person in others)
    reason = say("The row is about the person of row {row} and was put together with it.", row=base.row)
    merged += [Problem(person.sheet, person.row, None, None, reason, True) for person in others]
    guardians = tuple(dict.fromkeys(name for draft in group for name in draft.person.guardians))
    flags = tuple(dict.fromkeys(flag for draft in group for flag in draft.person.flags))
    roles = frozenset().union(*(draft.person.roles for draft in group))
    return base._replace(
        guardians=guardians, answers=tuple(_distinct(answers)), flags=flags, more_rows=more, roles=roles
    )


def _standing(ordered: list[Draft], listed: frozenset[str]) -> list[RowAnswer]:
    """The answers that still stand, in the order of time; without a time all do.

    Of one signer and column a later answer replaces an earlier one, but a blank replaces nothing, and a no falls
    only where the later answer speaks of all its channels.
    """
    answers: list[RowAnswer] = []
    for position, draft in enumerate(ordered):
        for answer in draft.person.answers:
            later = [
                other
                for follower in ordered[position + 1 :]
                if draft.at is not None and _signer(follower) == _signer(draft)
                for other in follower.person.answers
                if other.column == answer.column and other.signed_as is answer.signed_as
            ]
            if not _replaced(answer, later, listed):
                answers.append(answer)
    return answers


def _replaced(answer: RowAnswer, later: list[RowAnswer], listed: frozenset[str]) -> bool:
    if answer.answer is None:
        return bool(later)
    if answer.answer in {Answer.REFUSAL, Answer.WITHDRAWAL}:
        spoken = [other for other in later if other.answer in {Answer.GRANT, Answer.REFUSAL, Answer.WITHDRAWAL}]
        covered = frozenset().union(*(other.channels or listed for other in spoken))
        return bool(spoken) and covered >= (answer.channels or listed)
    return any(other.answer is not None for other in later)


def _filled(base: Draft, group: list[Draft]) -> RosterRow:
    """The leading row, its gaps filled from the others."""
    person = base.person
    for draft in group:
        other = draft.person
        person = person._replace(
            preferred_name=person.preferred_name or other.preferred_name,
            grade=person.grade or other.grade,
            homeroom=person.homeroom or other.homeroom,
            school=person.school or other.school,
            birth_date=person.birth_date or other.birth_date,
        )
    return person


def _signer(draft: Draft) -> str:
    """Who answered: the name, else the address; signers without either are one signer."""
    return norm(draft.signer or draft.email or "")


def _distinct(answers: list[RowAnswer]) -> list[RowAnswer]:
    """Equal answers of several rows once."""
    seen: dict[RowAnswer, RowAnswer] = {}
    for answer in answers:
        seen.setdefault(answer._replace(cell=""), answer)
    return list(seen.values())
