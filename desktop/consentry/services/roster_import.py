"""Importing a roster sheet: a plan that shows what would change, then one transaction."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from consentry.services.content import UnreadableError, read_content
from consentry.services.import_answers import Answers
from consentry.services.import_people import Matched, match_people
from consentry.services.operation import Changes, Handle, Operation
from consentry.services.pool import WorkerPool
from consentry.services.session import Session
from consentry.services.sheet_job import ReadSheet
from consentry_intake import sheets
from consentry_intake.sheets import Book, Interpretation, Proposal, Question, Recipe, RosterRow
from consentry_intake.sheets.recipe_toml import load_recipe
from consentry_policy.channels import ChannelKind
from consentry_policy.errors import MendableError
from consentry_policy.people import Person, Role
from consentry_policy.records import Answer, ConsentRecord
from consentry_vault import backup
from consentry_vault.users import Role as UserRole


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """What is asked once per import. ``channels`` None: all that are listed; ``evidence``: where the signed
    originals are kept; ``until``: the last day a yes of this sheet holds.
    """

    evidence: str
    channels: frozenset[str] | None
    kind: str = "student"
    until: date | None = None
    recipe: Recipe | None = None


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One person of the plan; ``what`` says what is new or changes, old to new."""

    number: str | None
    name: str
    what: str


@dataclass(frozen=True, slots=True)
class PlanProblem:
    """One thing that needs a look. ``where`` is the sheet's cell or row; ``taken``: the rest of the row counts."""

    where: str
    reason: str
    taken: bool


@dataclass(slots=True)
class ImportPlan:
    """What an import would do; nothing is written yet."""

    file_sha256: str
    recipe: Recipe
    proposal: Proposal | None
    questions: tuple[Question, ...] = ()
    new: list[PlanLine] = field(default_factory=list)
    changed: list[PlanLine] = field(default_factory=list)
    unchanged: list[PlanLine] = field(default_factory=list)
    missing: list[PlanLine] = field(default_factory=list)
    problems: list[PlanProblem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    roster_version: int = 0
    add: list[Person] = field(default_factory=list, repr=False)
    update: list[Person] = field(default_factory=list, repr=False)
    records: list[ConsentRecord] = field(default_factory=list, repr=False)

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
            "problems": [{"where": p.where, "reason": p.reason, "taken": p.taken} for p in self.problems],
            "notes": self.notes,
        }


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import wrote."""

    people_added: int
    people_changed: int
    answers: int
    problems: int


def plan(session: Session, path: Path, choices: ImportChoices) -> Operation[ImportPlan]:
    """Read a sheet and work out what importing it would do. Raises MendableError (also SheetError)."""

    def work(handle: Handle) -> ImportPlan:
        session.need(UserRole.CLERK)
        handle.progress(0, 3, "Reading the sheet")
        book = _read(path)
        handle.stop_if_cancelled()
        handle.progress(1, 3, "Finding out what its columns mean")
        listed = _listed(session)
        proposal = sheets.propose(book) if choices.recipe is None else None
        draft = choices.recipe or (proposal.recipe if proposal else None)
        if draft is None:
            raise MendableError("Nothing in this sheet can be used; give one with a number or name column.")
        recipe = replace(
            draft,
            evidence=choices.evidence.strip() or None,
            channels=None if choices.channels is None else tuple(sorted(choices.channels)),
            until=choices.until,
            role=Role(choices.kind),
        )
        told = sheets.interpret(book, recipe, listed)
        handle.stop_if_cancelled()
        handle.progress(2, 3, "Comparing it with the roster")
        found = _compare(session, told, recipe, proposal)
        handle.progress(3, 3, "Done")
        return found

    return Operation(work)


def _read(path: Path) -> Book:
    """The sheet as a worker child read it: its bytes come from outside, like a photo's."""
    try:
        content = read_content(path)
    except UnreadableError:
        raise MendableError("The sheet cannot be read; check that it is there and may be opened.") from None
    with WorkerPool(1, engine="none") as pool:
        told = pool.submit(ReadSheet(content, path.suffix.casefold())).result()
    if told.book is None:
        raise MendableError(told.error or "The sheet cannot be read; save it as xlsx or csv and import that.")
    return told.book


def _listed(session: Session) -> dict[str, ChannelKind]:
    with session.vault.read() as unit:
        return {c.name: c.kind for c in unit.channels.all() if c.authorised(session.today)}


def _compare(session: Session, told: Interpretation, recipe: Recipe, proposal: Proposal | None) -> ImportPlan:
    with session.vault.read() as unit:
        known = unit.people.all()
        records = unit.consents.all()
        version = unit.settings.roster_version()
    found = ImportPlan(
        told.sha256, recipe, proposal, proposal.questions if proposal else (), roster_version=version
    )
    found.notes = list(told.notes)
    found.problems = [PlanProblem(_where(p.sheet, p.cell, p.row), p.reason, p.taken) for p in told.problems]
    answers = Answers(session, recipe, told.sha256, records)
    matched = match_people(known, told.rows)
    found.problems += [PlanProblem(_where(p.sheet, p.cell, p.row), p.reason, p.taken) for p in matched.problems]
    for row, person in matched.pairs:
        _plan_row(found, row, person, matched, answers)
    seen = {person.id for _, person in matched.pairs}
    found.missing = [
        _line(p, "is not in this sheet") for p in known if p.id not in seen and recipe.role in p.roles
    ]
    found.notes += answers.notes
    return found


def _where(sheet: str, cell: str | None, row: int) -> str:
    return cell if cell and "!" in cell else f"{sheet}!{cell}" if cell else f"{sheet}, row {row}"


def _plan_row(found: ImportPlan, row: RosterRow, person: Person, matched: Matched, answers: Answers) -> None:
    is_new = person.id not in matched.before
    records, said = answers.of(row, person)
    found.records += records
    if is_new:
        found.add.append(person)
        found.new.append(_line(person, said or "not answered"))
        return
    what = [w for w in (_differences(matched.before[person.id], person), said) if w]
    if matched.before[person.id] != person:
        found.update.append(person)
    if what:
        found.changed.append(_line(person, "; ".join(what)))
    else:
        found.unchanged.append(_line(person, ""))


def _differences(old: Person, new: Person) -> str:
    parts = []
    for name in ("last_name", "first_name", "grade", "homeroom", "school", "birth_date"):
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            parts.append(f"{name.replace('_', ' ')}: {before or '(none)'} → {after or '(none)'}")
    if old.roles != new.roles:
        parts.append(f"is also a {', '.join(sorted(new.roles - old.roles))}")
    return "; ".join(parts)


def _line(person: Person, what: str) -> PlanLine:
    return PlanLine(person.number, person.full_name, what)


def commit(session: Session, planned: ImportPlan) -> ImportResult:
    """Write a plan, whole or not at all. Raises MendableError where questions are open or the roster changed."""
    session.need(UserRole.CLERK)
    open_questions = [q for q in planned.questions if q.required]
    if open_questions:
        raise MendableError(f"One thing must be answered before the import: {open_questions[0].text}")
    backup.make(session.vault, "import")
    with session.vault.write() as unit:
        if unit.settings.roster_version() != planned.roster_version:
            raise MendableError("The roster changed since this preview was made; look at a new preview first.")
        unit.people.add(*planned.add)
        for person in planned.update:
            unit.people.update(person)
        first = unit.consents.next_sequence()
        unit.consents.add(*(replace(r, sequence=first + i) for i, r in enumerate(planned.records)))
        unit.audit.append(
            "imported",
            {
                "import": uuid.uuid4().hex,
                "sha256": planned.file_sha256,
                "people_added": len(planned.add),
                "people_changed": len(planned.update),
                "answers": len(planned.records),
                "problems": len(planned.problems),
            },
        )
        unit.settings.bump_roster_version()
    session.emit(Changes(people=True))
    grants = [r for r in planned.records if r.answer is not Answer.UNREADABLE]
    return ImportResult(len(planned.add), len(planned.update), len(grants), len(planned.problems))


def read_recipe(path: Path) -> Recipe:
    """A saved recipe. Raises MendableError (SheetError) for a file that is none."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise MendableError("The recipe cannot be read; check that it is there and may be opened.") from None
    return load_recipe(text)
