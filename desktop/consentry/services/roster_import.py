"""Importing a roster sheet: a plan that shows what would change, then one transaction."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from pathlib import Path

from consentry.services.content import UnreadableError, read_content
from consentry.services.import_answers import Answers
from consentry.services.import_people import Matched, match_people, where_of
from consentry.services.import_plan import (
    NEW,
    Accept,
    ImportChoices,
    ImportPlan,
    ImportResult,
    PlanLine,
    PlanOffer,
    PlanProblem,
)
from consentry.services.operation import Changes, Handle, Operation
from consentry.services.pool import WorkerPool
from consentry.services.recompute import Touched, announce
from consentry.services.session import Session
from consentry.services.sheet_job import PrepareSheet
from consentry_intake.sheets import RosterRow
from consentry_intake.sheets.prepare import Asked, Prepared
from consentry_intake.sheets.recipe import Recipe
from consentry_intake.sheets.recipe_toml import dump_recipe, load_recipe
from consentry_intake.sheets.steady import steady
from consentry_policy.errors import MendableError
from consentry_policy.people import Person, Role
from consentry_policy.records import Answer
from consentry_policy.sentences import Sentence, say
from consentry_vault import backup
from consentry_vault.imports import ImportRow, digest_of, person_as_json
from consentry_vault.unit import Unit
from consentry_vault.users import Role as UserRole

__all__ = [
    "NEW",
    "Accept",
    "ImportChoices",
    "ImportPlan",
    "ImportResult",
    "PlanLine",
    "PlanOffer",
    "PlanProblem",
    "commit",
    "compare",
    "plan",
    "read_recipe",
    "write_recipe",
]

_SAVED_CHARS = 3_000_000  # of earlier recipes that are sent to the child; the header of a message holds 4 MB

_FIELDS = {
    "number": Sentence("number"),
    "last_name": Sentence("last name"),
    "first_name": Sentence("first name"),
    "grade": Sentence("grade"),
    "homeroom": Sentence("homeroom"),
    "school": Sentence("school"),
    "birth_date": Sentence("birth date"),
    "left_on": Sentence("left on"),
}
_NONE = Sentence("(none)")


def plan(session: Session, path: Path, choices: ImportChoices) -> Operation[ImportPlan]:
    """Read a sheet and work out what importing it would do. Raises MendableError (also SheetError)."""

    @steady  # as a whole: between its steps a collection would look at every row
    def work(handle: Handle) -> ImportPlan:
        session.need(UserRole.CLERK)
        handle.progress(0, 2, "Reading the sheet")
        prepared = _prepare(path, _asked(session, choices), stopped=handle.stop_if_cancelled)
        if choices.channels_of_recipe and choices.recipe is None and not prepared.reused:
            raise MendableError(
                "Say which channels the answers are about (all, or their names); no recipe of this sheet tells."
            )
        handle.progress(1, 2, "Comparing it with the roster")
        found = compare(session, prepared, choices)
        handle.progress(2, 2, "Done")
        return found

    return Operation(work)


def _asked(session: Session, choices: ImportChoices) -> Asked:
    """What the child needs to know."""
    with session.vault.read() as unit:
        listed = {c.name: c.kind for c in unit.channels.all() if c.authorised(session.today)}
        saved = {} if choices.recipe is not None or choices.ask_again else _that_fit(unit.imports.recipes())
    return Asked(
        listed=listed,
        recipe=choices.recipe,
        saved=saved,
        answers=dict(choices.answers),
        evidence=choices.evidence.strip() or None,
        channels=None if choices.channels is None else tuple(sorted(choices.channels)),
        any_channels=choices.channels_of_recipe,
        until=choices.until,
        role=None if choices.kind is None else Role(choices.kind),
    )


def _that_fit(recipes: dict[str, str]) -> dict[str, str]:
    """The latest recipes, as many as a message holds."""
    fitting: dict[str, str] = {}
    room = _SAVED_CHARS
    for key, recipe in reversed(recipes.items()):
        room -= 2 * len(recipe)
        if room < 0:
            break
        fitting[key] = recipe
    return fitting


def _prepare(path: Path, asked: Asked, stopped: Callable[[], None]) -> Prepared:
    """The sheet as a worker child read it: its bytes come from outside, like a photo's."""
    try:
        content = read_content(path)
    except UnreadableError:
        raise MendableError("The sheet cannot be read; check that it is there and may be opened.") from None
    with WorkerPool(1, engine="none") as pool:
        told = pool.submit(PrepareSheet(content, asked, path.suffix.casefold())).result()
    stopped()
    if told.prepared is None:
        raise MendableError(told.error or "The sheet cannot be read; save it as xlsx or csv and import that.")
    return told.prepared


@steady
def compare(session: Session, prepared: Prepared, choices: ImportChoices) -> ImportPlan:
    """What importing a sheet would do, once a child has read it. Raises MendableError: `match` fits nothing."""
    with session.vault.read() as unit:
        known = unit.people.all()
        records = unit.consents.all()
        version = unit.settings.roster_version()
    told, proposal, recipe = prepared.told, prepared.proposal, prepared.recipe
    found = ImportPlan(
        told.sha256,
        recipe,
        proposal,
        proposal.questions if proposal else (),
        prepared.reused,
        roster_version=version,
    )
    found.notes = list(told.notes)
    found.problems = [PlanProblem(where_of(p.sheet, p.cell, p.row), p.reason, p.taken) for p in told.problems]
    answers = Answers(session, recipe, told.sha256, records)
    matched = match_people(known, told.rows, choices.match, choices.accept, session.today)
    found.problems += matched.problems
    found.before = matched.before
    for row, person in matched.pairs:
        _plan_row(found, row, person, matched, answers)
    seen = {person.id for _, person in matched.pairs} | matched.numbered
    found.missing = [
        _line(p, Sentence("is not in this sheet")) for p in known if p.id not in seen and recipe.role in p.roles
    ]
    if recipe.until is not None and recipe.until < session.today:
        found.notes.append(
            say("The last day of a yes ({day}) is over; give the new one.", day=recipe.until.isoformat())
        )
    found.notes += answers.notes
    return found


def _plan_row(found: ImportPlan, row: RosterRow, person: Person, matched: Matched, answers: Answers) -> None:
    before = matched.before.get(person.id)
    records, said = answers.of(row, person)
    found.records += records
    if before is None:
        found.add.append(person)
        found.new.append(_line(person, *(said or [Sentence("not answered")])))
        return
    what = [*_differences(before, person), *said]
    if before != person:
        found.update.append(person)
    if what:
        found.changed.append(_line(person, *what))
    else:
        found.unchanged.append(_line(person))


def _differences(old: Person, new: Person) -> list[Sentence]:
    if old == new:
        return []
    parts = []
    for name, words in _FIELDS.items():
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            parts.append(
                say("{field}: {before} → {after}", field=words, before=before or _NONE, after=after or _NONE)
            )
    return parts + [say("is also a {role}", role=Sentence(role.value)) for role in sorted(new.roles - old.roles)]


def _line(person: Person, *what: Sentence) -> PlanLine:
    return PlanLine(person.number, person.full_name, what)


@steady
def commit(session: Session, planned: ImportPlan) -> ImportResult:
    """Write a plan, whole or not at all. Raises MendableError where questions are open or the roster changed."""
    session.need(UserRole.CLERK)
    if planned.open_questions:
        raise MendableError(f"One thing must be answered before the import: {planned.open_questions[0].text}")
    backup.make(session.vault, "import")
    with session.vault.write() as unit:
        if unit.settings.roster_version() != planned.roster_version:
            raise MendableError("The roster changed since this preview was made; look at a new preview first.")
        row = _write(session, unit, planned)
    people = frozenset(p.id for p in planned.update) | {r.person for r in planned.records}
    announce(session, Changes(people=True), Touched(people=people))
    grants = [r for r in planned.records if r.answer is not Answer.UNREADABLE]
    return ImportResult(len(planned.add), len(planned.update), len(grants), len(planned.problems), row.id)


def _write(session: Session, unit: Unit, planned: ImportPlan) -> ImportRow:
    unit.people.add(*planned.add)
    unit.people.update_all(planned.update)
    first = unit.consents.append(planned.records)
    row = ImportRow(
        id=uuid.uuid4().hex,
        at=session.now,
        by=session.vault.user.id,
        sha256=planned.file_sha256,
        fingerprint=planned.recipe.fingerprint,
        recipe=dump_recipe(planned.recipe),
        first=first if planned.records else None,
        last=first + len(planned.records) - 1 if planned.records else None,
        added=tuple(person.id for person in planned.add),
        added_digest=digest_of(planned.add),
        changed=tuple(
            {"before": person_as_json(planned.before[p.id]), "after": person_as_json(p)} for p in planned.update
        ),
        problems=tuple(p.as_json() for p in planned.problems),
    )
    unit.imports.add(row)
    unit.audit.append(
        "imported",
        {
            "import": row.id,
            "sha256": row.sha256,
            "people_added": len(planned.add),
            "people_changed": len(planned.update),
            "answers": len(planned.records),
            "problems": len(planned.problems),
        },
    )
    unit.settings.bump_roster_version()
    return row


def read_recipe(path: Path) -> Recipe:
    """A saved recipe. Raises MendableError (SheetError) for a file that is none."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise MendableError("The recipe cannot be read; check that it is there and may be opened.") from None
    return load_recipe(text)


def write_recipe(recipe: Recipe, path: Path) -> None:
    """Save a recipe for another vault or another hand. Raises MendableError where the file cannot be written."""
    try:
        path.write_text(dump_recipe(recipe), encoding="utf-8")
    except OSError:
        raise MendableError("The recipe cannot be written there; choose a folder you may write to.") from None
