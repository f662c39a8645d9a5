"""Offers how rows may belong to people who are already on the roster. It offers; it never takes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from consentry_intake.sheets.names import person_key
from consentry_intake.sheets.rows import RosterRow
from consentry_intake.sheets.spelling import norm
from consentry_policy.sentences import Sentence

_LIKELY = 88.0  # rapidfuzz's token_sort_ratio of two names, 0 to 100; the offer is only shown, never taken
_OFFERS = 3
_FUZZY_ROWS = 2_000  # rows that get fuzzy offers; a sheet with more strangers than this is another school's


@dataclass(frozen=True, slots=True)
class Known:
    """A person on the roster, as far as comparison needs it. ``key`` is the caller's own id."""

    key: str
    last_name: str
    first_name: str
    number: str | None = None
    grade: str | None = None
    homeroom: str | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """One possible match of a row (index into the rows given). ``score`` is 0 to 100."""

    row: int
    key: str
    reason: Sentence
    score: float


def reconcile(rows: Iterable[RosterRow], known: Iterable[Known]) -> list[Offer]:
    """Offers for the rows whose number is not on the roster, or that have none; best first for each row.

    A number that differs by leading zeros alone is offered first, then name with grade and homeroom, then names
    that are nearly alike.
    """
    people = list(known)
    numbers = {person.number for person in people if person.number is not None}
    bare: dict[str, list[Known]] = defaultdict(list)
    named: dict[str, list[Known]] = defaultdict(list)
    for person in people:
        if person.number is not None:
            bare[_bare(person.number)].append(person)
        named[person_key(person.last_name, person.first_name)].append(person)
    offers: list[Offer] = []
    fuzzy: list[tuple[int, RosterRow]] = []
    for index, row in enumerate(rows):
        if row.number is not None and row.number in numbers:
            continue
        found = _exact(index, row, bare, named)
        offers += found
        if not found:
            fuzzy.append((index, row))
    return offers + _fuzzy(fuzzy[:_FUZZY_ROWS], people)


_SAME_BUT = {
    ("grade",): Sentence("The name agrees, the grade does not."),
    ("homeroom",): Sentence("The name agrees, the homeroom does not."),
    ("grade", "homeroom"): Sentence("The name agrees, the grade and the homeroom does not."),
}
_SAME_AND = {
    (): Sentence("The name agrees."),
    ("grade",): Sentence("The name agrees, and the grade."),
    ("homeroom",): Sentence("The name agrees, and the homeroom."),
    ("grade", "homeroom"): Sentence("The name agrees, and the grade, and the homeroom."),
}


def _bare(number: str) -> str:
    """A number without what spreadsheet programs add or lose: leading zeros, ".0"."""
    return number.removesuffix(".0").lstrip("0")


def _exact(index: int, row: RosterRow, bare: dict[str, list[Known]], named: dict[str, list[Known]]) -> list[Offer]:
    key = person_key(row.last_name, row.first_name)
    found = []
    for person in bare.get(_bare(row.number), []) if row.number is not None else []:
        agrees = person_key(person.last_name, person.first_name) == key
        reason = Sentence(
            "The number differs by leading zeros alone, and the name agrees."
            if agrees
            else "The number differs by leading zeros alone; the name differs!"
        )
        found.append(Offer(index, person.key, reason, 100.0 if agrees else 50.0))
    taken = {offer.key for offer in found}
    for person in named.get(key, []):
        if person.key not in taken:
            found.append(Offer(index, person.key, *_same_name(row, person)))
    return sorted(found, key=lambda offer: -offer.score)


def _same_name(row: RosterRow, person: Known) -> tuple[Sentence, float]:
    pairs = ((row.grade, person.grade, "grade"), (row.homeroom, person.homeroom, "homeroom"))
    equal = [name for one, other, name in pairs if one and other and norm(one) == norm(other)]
    different = [name for one, other, name in pairs if one and other and norm(one) != norm(other)]
    if different:
        return _SAME_BUT[tuple(different)], 70.0
    return _SAME_AND[tuple(equal)], 90.0 + 4 * len(equal)


def _fuzzy(rows: list[tuple[int, RosterRow]], people: list[Known]) -> list[Offer]:
    if not rows:
        return []
    from rapidfuzz import fuzz, process  # here, as few imports need it and every child would load it

    choices = [norm(f"{person.last_name} {person.first_name}") for person in people]
    offers = []
    for index, row in rows:
        name = norm(f"{row.last_name} {row.first_name}")
        best = process.extract(name, choices, scorer=fuzz.token_sort_ratio, limit=_OFFERS, score_cutoff=_LIKELY)
        offers += [
            Offer(index, people[at].key, Sentence("The name is nearly the same."), score * 0.6)
            for _, score, at in best
        ]
    return offers
