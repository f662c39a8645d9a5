"""Which row of a sheet is which person of the roster. Only certain matches are taken; likely ones are problems."""

from __future__ import annotations

import unicodedata
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from consentry_intake.sheets import Problem, RosterRow
from consentry_policy.people import Person, PersonId


@dataclass(slots=True)
class Matched:
    """``pairs``: each row with the person it becomes (as they would be after the import); ``before``: those who
    are on the roster already, as they are now.
    """

    pairs: list[tuple[RosterRow, Person]] = field(default_factory=list)
    before: dict[PersonId, Person] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def match_people(known: Sequence[Person], rows: Sequence[RosterRow]) -> Matched:
    """Pair the rows of a sheet with the people of the roster."""
    found = Matched()
    by_number: dict[str, list[Person]] = {}
    by_zeros: dict[str, list[Person]] = {}
    by_name: dict[tuple[str, str], list[Person]] = {}
    for one in known:
        if one.number:
            by_number.setdefault(one.number, []).append(one)
            by_zeros.setdefault(one.number.lstrip("0"), []).append(one)
        by_name.setdefault(_name(one.last_name, one.first_name), []).append(one)
    taken: set[PersonId] = set()
    for row in rows:
        person, reason = _one(row, by_number, by_zeros, by_name)
        if reason is not None:
            found.problems.append(Problem(row.sheet, row.row, None, None, reason))
            continue
        if person is not None and person.id in taken:
            found.problems.append(
                Problem(
                    row.sheet, row.row, None, None, "An earlier row is the same person; put the two rows together."
                )
            )
            continue
        if person is not None:
            taken.add(person.id)
            found.before[person.id] = person
        found.pairs.append((row, _after(person, row)))
    return found


def _one(
    row: RosterRow,
    by_number: dict[str, list[Person]],
    by_zeros: dict[str, list[Person]],
    by_name: dict[tuple[str, str], list[Person]],
) -> tuple[Person | None, str | None]:
    """The person of the roster (None: someone new), or the reason why nobody can say."""
    if row.number:
        exact = by_number.get(row.number, [])
        if len(exact) > 1:
            return None, "Two people of the roster have this number; correct one of them first."
        if exact:
            return exact[0], None
        if by_zeros.get(row.number.lstrip("0")):
            return None, "The roster has this number with other leading zeros; write it the same way in the sheet."
        return None, None
    same = [p for p in by_name.get(_name(row.last_name, row.first_name), []) if _fits(p, row)]
    if len(same) > 1:
        return None, "Several people of the roster have this name; add their number to the sheet."
    if same and same[0].number:
        return None, "Someone of this name is on the roster; add their number to the row if it is the same person."
    return (same[0] if same else None), None


def _fits(person: Person, row: RosterRow) -> bool:
    pairs = ((person.grade, row.grade), (person.homeroom, row.homeroom))
    return all(a is None or b is None or a == b for a, b in pairs)


def _name(last: str, first: str) -> tuple[str, str]:
    plain = [unicodedata.normalize("NFKC", part).casefold().strip() for part in (last, first)]
    return plain[0], plain[1]


def _after(person: Person | None, row: RosterRow) -> Person:
    """The person as the sheet tells; what the sheet leaves blank stays as it was."""
    if person is None:
        return Person(
            id=uuid.uuid4().hex,
            last_name=row.last_name,
            first_name=row.first_name,
            roles=frozenset({row.role}),
            number=row.number,
            grade=row.grade,
            homeroom=row.homeroom,
            school=row.school,
            birth_date=row.birth_date,
        )
    return replace(
        person,
        last_name=row.last_name or person.last_name,
        first_name=row.first_name or person.first_name,
        roles=person.roles | {row.role},
        grade=row.grade or person.grade,
        homeroom=row.homeroom or person.homeroom,
        school=row.school or person.school,
        birth_date=row.birth_date or person.birth_date,
    )
