"""Taking a whole import back: the roster's rows are as they were before it; the audit chain keeps both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from consentry.services.operation import Changes
from consentry.services.recompute import Touched, announce
from consentry.services.session import Session
from consentry_intake.sheets.steady import steady
from consentry_policy.errors import MendableError
from consentry_policy.people import Person, PersonId
from consentry_vault import backup
from consentry_vault.imports import ImportRow, digest_of, person_of_json
from consentry_vault.unit import Unit
from consentry_vault.users import Role

_LEANS = (
    "Something recorded since that import hangs on it (an answer, a portrait, a decision, a corrected person), so "
    "it cannot be undone as a whole; correct single people instead."
)


@dataclass(frozen=True, slots=True)
class ImportView:
    """One import, for a list."""

    id: str
    at: datetime
    by: str
    sha256: str
    people_added: int
    people_changed: int
    answers: int
    problems: int
    undone_at: datetime | None


def imports(session: Session) -> list[ImportView]:
    """Every import there was, newest first."""
    with session.vault.read() as unit:
        users = {user.id: user.name for user in unit.users.all()}
        rows = unit.imports.all()
    return [
        ImportView(
            row.id,
            row.at,
            users.get(row.by, ""),
            row.sha256,
            len(row.added),
            len(row.changed),
            _answers(row),
            len(row.problems),
            row.undone_at,
        )
        for row in rows
    ]


def _answers(row: ImportRow) -> int:
    return 0 if row.first is None or row.last is None else row.last - row.first + 1


def undo(session: Session, key: str | None = None) -> ImportView:
    """Take an import back (None: the latest that wrote something and still stands). Raises MendableError where
    there is none, it was undone already, or something recorded since then hangs on it.
    """
    session.need(Role.CLERK)
    backup.make(session.vault, "import")
    with session.vault.write() as unit:
        row = _chosen(unit, key)
        people = _take_back(unit, row)
        unit.imports.mark_undone(row.id, by=session.vault.user.id, at=session.now)
        unit.audit.append(
            "import-undone",
            {
                "import": row.id,
                "people_removed": len(row.added),
                "people_restored": len(row.changed),
                "answers_removed": _answers(row),
            },
        )
        unit.settings.bump_roster_version()
    announce(session, Changes(people=True), Touched(people=frozenset(people)))
    return next(view for view in imports(session) if view.id == row.id)


def _chosen(unit: Unit, key: str | None) -> ImportRow:
    rows = unit.imports.all()
    if key is None:
        row = next((row for row in rows if row.undone_at is None and row.wrote), None)
        if row is None:
            raise MendableError("There is no import to undo; `consentry people imports` lists all there were.")
        return row
    fits = [row for row in rows if key and row.id.startswith(key)]
    if len(fits) != 1:
        raise MendableError("There is no such import; `consentry people imports` lists all there were.")
    if fits[0].undone_at is not None:
        raise MendableError("That import was undone already; `consentry people imports` shows which still stand.")
    return fits[0]


@steady
def _take_back(unit: Unit, row: ImportRow) -> list[PersonId]:
    """Restores the rows. Raises MendableError where they cannot be restored exactly."""
    wrote_for: list[PersonId] = []
    if row.first is not None and row.last is not None:
        wrote_for = unit.imports.answered(row.first, row.last)
    changes = [(person_of_json(c["before"]), person_of_json(c["after"])) for c in row.changed]
    as_written = unit.people.of_ids(after.id for _, after in changes)
    added: dict[PersonId, Person] = unit.people.of_ids(row.added)
    if (
        any(as_written.get(after.id) != after for _, after in changes)
        or digest_of(added.values()) != row.added_digest
        or unit.imports.leaned_on(row, wrote_for)
    ):
        raise MendableError(_LEANS)
    if row.first is not None and row.last is not None:
        unit.imports.remove_answers(row.first, row.last)
    unit.imports.remove_people(row.added)
    unit.people.update_all([before for before, _ in changes])
    return [*wrote_for, *row.added, *(before.id for before, _ in changes)]
