"""What a report is, which there are, and how one becomes a file."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Mapping
from pathlib import Path

from consentry.services.reports import of_consent, of_work
from consentry.services.reports.pdf import as_pdf
from consentry.services.reports.shape import Report
from consentry.services.session import Session
from consentry_intake.sheets.write import Table, write_xlsx
from consentry_policy.errors import MendableError
from consentry_policy.sentences import say
from consentry_vault.users import Role

_OF_ALL: Mapping[str, Callable[[Session], Report]] = {
    "status": of_consent.status,
    "unanswered": of_consent.unanswered,
    "decisions": of_work.decisions,
    "events": of_work.events,
    "disclosures": of_work.disclosures,
}
_PERSON = "person"
NAMES = (*_OF_ALL, _PERSON)


def make(session: Session, name: str, number: str | None = None) -> Report:
    """Work a report out; "person" needs the school number. Raises MendableError."""
    session.need(Role.CLERK)
    if name == _PERSON:
        if not number:
            raise MendableError("Say of whom with --person NUMBER.")
        return of_consent.of_person(session, number)
    if name not in _OF_ALL:
        raise MendableError(say("There is no such report; choose one of: {names}.", names=", ".join(NAMES)))
    return _OF_ALL[name](session)


def write(session: Session, report: Report, to: Path) -> None:
    """Write a report as .xlsx or .pdf, readable by its owner alone: it holds names. Raises MendableError."""
    ending = to.suffix.casefold()
    if ending == ".xlsx":
        content = write_xlsx([Table(p.title, p.columns, p.rows) for p in report.parts])
    elif ending == ".pdf":
        content = as_pdf(report)
    else:
        raise MendableError("A report is written as .xlsx or .pdf; give the file one of these endings.")
    building = to.with_name(f".{to.name}.part")
    try:
        with open(os.open(building, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:  # noqa: PTH123
            file.write(content)
        building.replace(to)
    except OSError:
        with contextlib.suppress(OSError):  # a disk that may only be read says so here, too
            building.unlink(missing_ok=True)
        raise MendableError("The report cannot be written there; choose another folder.") from None
    with session.vault.write() as unit:
        unit.audit.append("reported", {"report": report.name})
