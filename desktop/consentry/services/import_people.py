"""Which row of a sheet is which person of the roster. Only certain matches are taken; likely ones are offered."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from secrets import token_hex

from consentry.services.import_plan import NEW, Accept, PlanOffer, PlanProblem
from consentry_intake.sheets import Known, Offer, RosterRow, reconcile
from consentry_intake.sheets.names import person_key
from consentry_intake.sheets.spelling import norm
from consentry_policy.errors import MendableError
from consentry_policy.people import Person, PersonId
from consentry_policy.sentences import Sentence, say

_OUR_ID = re.compile("[0-9a-f]{32}")
_TWICE = Sentence("Two people of the roster have this number; correct one of them first.")
_RENAMED = Sentence("The roster has this number under another name; say whether it is the same person.")
_ZEROS = Sentence("The roster has this number with other leading zeros; say whether it is the same person.")
_NAMESAKE = Sentence(
    "The roster has this name under another number, or under none; say whether it is the same person."
)
_NAMED = Sentence("The row has no number, and the roster has this name; say whether it is the same person.")
_NEARLY = Sentence(
    "The row has no number, and the roster has nearly this name; say whether it is the same person."
)
_NEW_BUT = Sentence("Taken as someone new; the roster has nearly this name, so say so if it is the same person.")
_TAKEN = Sentence(
    "Someone else has this number; correct the one in the sheet or on the roster, then import it again."
)
_SAME_ROW = Sentence("An earlier row is the same person; put the two rows together.")


@dataclass(slots=True)
class Matched:
    """``pairs``: each row with the person it becomes (as they would be after the import); ``before``: those who
    are on the roster already, as they are now; ``numbered``: everyone whose number is in the sheet.
    """

    numbered: frozenset[PersonId] = frozenset()
    pairs: list[tuple[RosterRow, Person]] = field(default_factory=list)
    before: dict[PersonId, Person] = field(default_factory=dict)
    problems: list[PlanProblem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Decided:
    """Whom a row is about (None: someone new), or why nobody can say. ``take`` False: the row is left out."""

    person: Person | None = None
    why: Sentence | None = None
    take: bool = True


def where_of(sheet: str, cell: str | None, row: int) -> Sentence:
    """A place in the sheet, for a person."""
    if cell:
        return say("{cell}", cell=cell if "!" in cell or not sheet else f"{sheet}!{cell}")
    return say("{sheet}, row {row}", sheet=sheet, row=row) if sheet else say("row {row}", row=row)


def match_people(
    known: Sequence[Person],
    rows: Sequence[RosterRow],
    match: Mapping[str, str],
    accept: frozenset[Accept],
    today: date,
) -> Matched:
    """Pair the rows of a sheet with the people of the roster. Raises MendableError: ``match`` fits nothing."""
    return _Matching(known, rows, match, accept, today).run()


class _Matching:
    """One comparison of a sheet with the roster."""

    def __init__(
        self,
        known: Sequence[Person],
        rows: Sequence[RosterRow],
        match: Mapping[str, str],
        accept: frozenset[Accept],
        today: date,
    ) -> None:
        self.rows, self.match, self.accept, self.today = rows, match, accept, today
        self.ids = {person.id: person for person in known}
        self.by_number: dict[str, list[Person]] = defaultdict(list)
        for person in known:
            if person.number:
                self.by_number[person.number].append(person)
        claimed = {p.id for row in rows if row.number for p in self.by_number.get(row.number, ())}
        self.found = Matched(numbered=frozenset(claimed))
        self.free = [person for person in known if person.id not in claimed]
        self.by_bare: dict[str, list[Person]] = defaultdict(list)
        self.by_name: dict[str, list[Person]] = defaultdict(list)
        for person in self.free:
            if person.number:
                self.by_bare[person.number.lstrip("0")].append(person)
            self.by_name[person_key(person.last_name, person.first_name)].append(person)
        self.several = len({row.sheet for row in rows}) > 1

    def run(self) -> Matched:
        """Every row, then the offers of those that are in doubt."""
        self._check_labels()
        offers = self._offers()
        taken: set[PersonId] = set()
        for at, row in enumerate(self.rows):
            decided = self._told(row) or self._decide(row, offers.get(at, ()))
            person = decided.person
            if person is not None and person.id in taken and decided.take:
                decided = _Decided(person, _SAME_ROW, take=False)
            if decided.why is not None:
                self._problem(row, decided, offers.get(at, ()))
            if not decided.take:
                continue
            if person is not None:
                taken.add(person.id)
                self.found.before[person.id] = person
            self.found.pairs.append((row, self._after(person, row)))
        self._one_number_each()
        return self.found

    def _after(self, person: Person | None, row: RosterRow) -> Person:
        if person is not None:
            return _changed(person, row, self.today)
        ours = row.own_id if row.own_id and not row.number and row.own_id not in self.ids else None
        return _made(row, ours if ours and _OUR_ID.fullmatch(ours) else token_hex(16), self.today)

    def _one_number_each(self) -> None:
        """Leaves out every row by which a second person would get a number, whoever said what of it. Who is left
        out keeps their old number, which may be one that another row has taken: until nothing changes.
        """
        while self.found.pairs:
            after = {person.id: person for _, person in self.found.pairs}
            held = Counter(p.number for p in (self.ids | after).values() if p.number)
            fine = [pair for pair in self.found.pairs if held[pair[1].number or ""] < 2 or self._had_it(pair[1])]
            if len(fine) == len(self.found.pairs):
                return
            kept = {id(row) for row, _ in fine}
            for row, person in self.found.pairs:
                if id(row) not in kept:
                    self.found.before.pop(person.id, None)
                    self._problem(row, _Decided(None, _TAKEN, take=False), ())
            self.found.pairs = fine

    def _had_it(self, person: Person) -> bool:
        """Whether nothing was to change: who has a number keeps it, and a row without one gives none."""
        before = self.ids.get(person.id)
        return person.number is None or (before is not None and before.number == person.number)

    def _check_labels(self) -> None:
        wanted = set(self.match)
        if wanted:
            wanted -= {self._label(row) for row in self.rows}
            wanted -= {f"{row.sheet}!{row.row}" for row in self.rows}
        if wanted:
            raise MendableError("A row to be matched is not in the sheet; give it as the preview names it.")

    def _label(self, row: RosterRow) -> str:
        return f"{row.sheet}!{row.row}" if self.several else str(row.row)

    def _offers(self) -> dict[int, list[Offer]]:
        """What may be, by row; nothing to compare with where everybody is claimed by number."""
        found: dict[int, list[Offer]] = defaultdict(list)
        if self.free:
            people = [Known(p.id, p.last_name, p.first_name, p.number, p.grade, p.homeroom) for p in self.free]
            open_rows = [at for at, row in enumerate(self.rows) if row.number not in self.by_number]
            for offer in reconcile([self.rows[at] for at in open_rows], people):
                found[open_rows[offer.row]].append(offer)
        return found

    def _told(self, row: RosterRow) -> _Decided | None:
        """What the user said of this row."""
        if not self.match:
            return None
        said = self.match.get(self._label(row)) or self.match.get(f"{row.sheet}!{row.row}")
        if said is None:
            return None
        if said == NEW:
            return _Decided()
        fits = self.by_number.get(said) or ([self.ids[said]] if said in self.ids else [])
        if len(fits) != 1:
            raise MendableError(
                "A row is to be matched with a number that is not on the roster; look it up first."
            )
        return _Decided(fits[0])

    def _decide(self, row: RosterRow, offers: Sequence[Offer]) -> _Decided:
        if not row.number:
            return self._without_number(row, offers)
        exact = self.by_number.get(row.number, [])
        if len(exact) > 1:
            return _Decided(None, _TWICE, take=False)
        if exact:
            same = _may_be_renamed(row, exact[0])
            return _Decided(exact[0]) if same else _Decided(exact[0], _RENAMED, take=False)
        if not self.free:
            return _Decided()  # everybody on the roster is claimed by number
        bare = self.by_bare.get(row.number.lstrip("0"), [])
        if len(bare) == 1 and Accept.ZEROS in self.accept and _same_name(row, bare[0]):
            return _Decided(bare[0])
        if bare:
            return _Decided(None, _ZEROS, take=False)
        if self.by_name.get(person_key(row.last_name, row.first_name)):
            return _Decided(None, _NAMESAKE, take=False)
        return _Decided(None, _NEW_BUT if offers else None)

    def _without_number(self, row: RosterRow, offers: Sequence[Offer]) -> _Decided:
        ours = self.ids.get(row.own_id or "")
        if ours is not None and not ours.number:
            return _Decided(ours) if _may_be_renamed(row, ours) else _Decided(ours, _RENAMED, take=False)
        same = self.by_name.get(person_key(row.last_name, row.first_name), [])
        own = [
            p for p in same if not p.number and _agrees(p.grade, row.grade) and _agrees(p.homeroom, row.homeroom)
        ]
        if len(own) == 1 and len(same) == 1:
            return _Decided(own[0])  # as the last import left them: the row is all that is known of this person
        if len(same) == 1 and Accept.NAMES in self.accept and _surely(same[0], row):
            return _Decided(same[0])
        if same:
            return _Decided(None, _NAMED, take=False)
        return _Decided(None, _NEARLY, take=False) if offers else _Decided()

    def _problem(self, row: RosterRow, decided: _Decided, offers: Sequence[Offer]) -> None:
        known = [(o, self.ids[o.key]) for o in offers]
        shown = [PlanOffer(p.id, p.number, o.reason, o.score, p.full_name) for o, p in known]
        if decided.person is not None and decided.why == _RENAMED:
            same = decided.person
            shown = [PlanOffer(same.id, same.number, Sentence("The number is the same."), 50.0, same.full_name)]
        assert decided.why is not None
        label = self._label(row) if shown else ""
        place = where_of(row.sheet, None, row.row)
        name = f"{row.first_name} {row.last_name}".strip() if shown else ""
        free = row.number not in self.by_number  # else a new person would be the second one of that number
        problem = PlanProblem(place, decided.why, decided.take, label, tuple(shown), name, may_be_new=free)
        self.found.problems.append(problem)


def _agrees(one: str | None, other: str | None) -> bool:
    return norm(one or "") == norm(other or "")


def _surely(person: Person, row: RosterRow) -> bool:
    """Nothing speaks against it, and grade or homeroom speak for it."""
    pairs = [(a, b) for a, b in ((person.grade, row.grade), (person.homeroom, row.homeroom)) if a and b]
    return bool(pairs) and all(_agrees(a, b) for a, b in pairs)


def _same_name(row: RosterRow, person: Person) -> bool:
    return person_key(row.last_name, row.first_name) == person_key(person.last_name, person.first_name)


def _may_be_renamed(row: RosterRow, person: Person) -> bool:
    """Whether a number's old and new name have a word in common: who marries or shortens a name keeps one. Where
    none is left, the number may be another child's, and so may be the answer.
    """
    before, after = (set(norm(f"{p.first_name} {p.last_name}").split()) for p in (person, row))
    return not before or not after or bool(before & after)


def _number(before: str | None, told: str | None) -> str | None:
    """The number from now on: of two that differ by leading zeros the one that has them, else the sheet's."""
    if not before or not told:
        return before or told
    return max(before, told, key=len) if before.lstrip("0") == told.lstrip("0") else told


def _made(row: RosterRow, key: PersonId, today: date) -> Person:
    """A new person as the sheet tells."""
    return Person(
        id=key,
        last_name=row.last_name,
        first_name=row.first_name,
        roles=row.roles,
        number=row.number,
        grade=row.grade,
        homeroom=row.homeroom,
        school=row.school,
        birth_date=row.birth_date,
        left_on=today if row.left else None,
    )


def _changed(person: Person, row: RosterRow, today: date) -> Person:
    """The person as the sheet tells; what the sheet leaves blank stays as it was."""
    return replace(
        person,
        last_name=row.last_name or person.last_name,
        first_name=row.first_name or person.first_name,
        roles=person.roles | row.roles,
        number=_number(person.number, row.number),
        grade=row.grade or person.grade,
        homeroom=row.homeroom or person.homeroom,
        school=row.school or person.school,
        birth_date=row.birth_date or person.birth_date,
        left_on=person.left_on or (today if row.left else None),
    )
