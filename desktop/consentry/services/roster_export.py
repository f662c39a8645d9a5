"""The roster, everyone's consent, and the rows an import could not take, as files without a live formula."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path

from consentry.services import flags, roster
from consentry.services.import_answers import GENERAL_FLAG, later_day, order_of
from consentry.services.session import Session
from consentry_intake.sheets import Table, write_csv, write_template, write_xlsx
from consentry_intake.sheets.words import flag_in
from consentry_policy.answers import signer_of, standing_records
from consentry_policy.channels import Condition
from consentry_policy.errors import MendableError
from consentry_policy.people import Person, Role
from consentry_policy.records import Answer, ConsentRecord, SignerRole
from consentry_vault.unit import Unit
from consentry_vault.users import Role as UserRole

_NO_WRITING = "The file cannot be written there; choose a folder you may write to."

_HEADER = (
    "Student Number",
    "Last Name",
    "First Name",
    "Role",
    "Grade",
    "Homeroom",
    "School",
    "Birth Date",
    "Enrollment Status",
    "Photo Permission",
    "Channels",
    "Signed On",
    "Signed By",
    "Signed As",
    "Valid From",
    "Valid Until",
    "Evidence",
    "Consentry ID",
)
_ROLES = {Role.STUDENT: "Student", Role.GUEST: "Guest", Role.CO_WORKER: "Staff"}
_NO_WORDS = {Answer.REFUSAL: "No", Answer.WITHDRAWAL: "Withdrawn"}
_CONDITIONS = {
    Condition.NO_NAME: "no names",
    Condition.GROUP_ONLY: "group photos only",
    Condition.NO_UNDER_13: "no under 13",
}

_Whose = tuple[tuple[bool, str], SignerRole, frozenset[str] | None]  # who said it, of which channels (None: all)
_Said = tuple[_Whose, str]  # and whether it is a "yes", a "no", a "flag", or a yes from a day on ("2027-09-01")
_Row = list[str | int | bool | date | None]


class What(StrEnum):
    """What can be exported."""

    ROSTER = "roster"  # imported again, it changes nothing
    STATUS = "status"
    PROBLEMS = "problems"
    FLAGS = "flags"


def export(session: Session, to: Path, what: What = What.ROSTER) -> int:
    """Write a list as .xlsx or .csv; gives the number of rows. Raises MendableError where a file is there already,
    cannot be written, or its ending is another.
    """
    session.need(UserRole.CLERK)
    ending = _ending(to)
    with session.vault.read() as unit:
        table = _TABLES[what](session, unit)
    _write(to, write_xlsx([table]) if ending == ".xlsx" else write_csv(table))
    with session.vault.write() as unit:
        unit.audit.append("exported", {"what": what.value, "rows": len(table.rows)})
    return len(table.rows)


def template(to: Path) -> None:
    """Write an empty sheet to fill in, which imports without a question. Raises MendableError."""
    if _ending(to) != ".xlsx":
        raise MendableError("The template has drop-downs, so it is an .xlsx; give its name that ending.")
    _write(to, write_template())


def _ending(to: Path) -> str:
    ending = to.suffix.casefold()
    if ending not in {".xlsx", ".csv"}:
        raise MendableError("Give the file's name the ending .xlsx or .csv.")
    try:
        there = to.exists()
    except OSError:
        raise MendableError(_NO_WRITING) from None
    if there:
        raise MendableError("A file of that name is there already; give another name.")
    return ending


def _write(to: Path, content: bytes) -> None:
    try:
        with to.open("xb") as file:
            file.write(content)
    except OSError:
        raise MendableError(_NO_WRITING) from None


def _roster(session: Session, unit: Unit) -> Table:
    """One row an answer, so that the same file imported again says the same; whoever has none has one row."""
    listed = frozenset(c.name for c in unit.channels.all() if c.authorised(session.today))
    answers, protections = unit.consents.all(), unit.protections.all()
    rows: list[_Row] = []
    for person in unit.people.all():
        told = _answers(person, answers.get(person.id, ()), listed, session.today)
        if any(flag.lifted_at is None for flag in protections.get(person.id, ())):
            told.append(
                [*_who(person), GENERAL_FLAG, "all", *[None] * 6, _own_id(person)]
            )  # why, the vault tells, no sheet
        rows += told or [[*_who(person), *[None] * 8, _own_id(person)]]
    return Table("Roster", _HEADER, rows)


def _who(person: Person) -> _Row:
    return [
        person.number,
        person.last_name,
        person.first_name,
        "; ".join(word for role, word in _ROLES.items() if role in person.roles),
        person.grade,
        person.homeroom,
        person.school,
        person.birth_date,
        "Withdrawn" if person.left_on else None,
    ]


def _own_id(person: Person) -> str | None:
    """What keeps the rows of somebody without a number together."""
    return None if person.number else person.id


def _answers(person: Person, records: Sequence[ConsentRecord], listed: frozenset[str], today: date) -> list[_Row]:
    """What each signer says of each set of channels, as far as these are still listed."""
    latest: dict[_Said, ConsentRecord] = {}
    for record in sorted(standing_records(person.id, records), key=order_of):
        channels = _channels(record, listed)
        if channels is None or channels:
            _put(latest, (signer_of(record), record.signer_role, channels), record, today)
    # A court order would hold every yes of the child; beside one that is newer the flag must not say so much.
    general = any(record.answer is Answer.GRANT for record in latest.values())
    return [
        [
            *_who(person),
            _said(record, general=general),
            "all" if channels is None else "; ".join(sorted(channels)),
            record.signed_on,
            record.signer,
            record.signer_role.value,
            later_day(record) if record.answer is Answer.GRANT else None,
            record.until,
            record.evidence.reference if record.evidence else None,
            _own_id(person),
        ]
        for ((_, _, channels), _), record in latest.items()
    ]


def _put(latest: dict[_Said, ConsentRecord], whose: _Whose, record: ConsentRecord, today: date) -> None:
    """Keeps a record in the place of what it makes needless: a yes settles an older flag and lifts an older no; a
    no or a flag ends a yes, but not its conditions; a yes that is yet to come leaves what counts until then.
    """
    yes, no, flag = (whose, "yes"), (whose, "no"), (whose, "flag")
    to_come = record.answer is Answer.GRANT and record.effective > today
    since = record.effective.isoformat() if to_come else ""
    for key in [key for key in latest if key[0] == whose and key[1] >= since and key[1][0].isdigit()]:
        del latest[key]
    mine = (whose, since) if to_come else {Answer.GRANT: yes, Answer.UNREADABLE: flag}.get(record.answer, no)
    if mine == yes:
        latest.pop(flag, None)
        latest.pop(no, None)
    elif not to_come and yes in latest and not latest[yes].conditions:
        del latest[yes]
    latest.pop(mine, None)
    latest[mine] = record


def _channels(record: ConsentRecord, listed: frozenset[str]) -> frozenset[str] | None:
    """The channels that a record speaks of and that are still listed; None: all there are. "All" in a yes means
    those of its day: another vault must not take it for a yes to channels that came later.
    """
    if record.channels is not None:
        return record.channels & listed
    return record.listed & listed if record.answer is Answer.GRANT and not listed <= record.listed else None


def _said(record: ConsentRecord, *, general: bool) -> str:
    if record.answer is Answer.GRANT:
        conditions = [words for condition, words in _CONDITIONS.items() if condition in record.conditions]
        return ", ".join(["Yes", *conditions])
    if record.answer is Answer.UNREADABLE:
        plain = not general and record.note and flag_in(record.note) == record.note
        return record.note if plain and record.note else GENERAL_FLAG
    return _NO_WORDS[record.answer]


def _status(session: Session, unit: Unit) -> Table:
    channels = [c.name for c in unit.channels.all() if c.authorised(session.today)]
    rows: list[_Row] = []
    for view in roster.people(session):
        states = [view.states[name].value if name in view.states else "" for name in channels]
        flags = "; ".join(sorted(view.flags))
        rows.append(
            [
                view.number,
                view.last_name,
                view.first_name,
                view.grade,
                view.homeroom,
                *states,
                flags,
                view.portraits,
            ]
        )
    header = ("Number", "Last Name", "First Name", "Grade", "Homeroom", *channels, "To look at", "Portraits")
    return Table("Consent status", header, rows)


def _problems(session: Session, unit: Unit) -> Table:
    """What the latest import that still stands could not take."""
    latest = next((row for row in unit.imports.all() if row.undone_at is None), None)
    if latest is None:
        raise MendableError("Nothing was imported yet, so no row has a problem; import a sheet first.")
    rows: list[_Row] = [
        [str(p["where"]), str(p["reason"]), "taken" if p["taken"] else "left out"] for p in latest.problems
    ]
    return Table("Problems", ("Where", "What to look at", "The row"), rows)


def _flags(session: Session, unit: Unit) -> Table:
    """What waits for somebody to settle it."""
    rows: list[_Row] = [
        [f.number, f.name, f.flag, f.day, "all" if f.channels is None else "; ".join(sorted(f.channels)), f.where]
        for f in flags.flags(session)
    ]
    return Table("Open flags", ("Number", "Name", "The sheet says", "Since", "Channels", "Where"), rows)


_TABLES: dict[What, Callable[[Session, Unit], Table]] = {
    What.ROSTER: _roster,
    What.STATUS: _status,
    What.PROBLEMS: _problems,
    What.FLAGS: _flags,
}
