"""A sheet that does not say when a yes was signed lifts no refusal that the office recorded by hand."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from consentry.services import channels, roster, roster_import
from consentry.services.roster_import import ImportChoices, ImportPlan
from consentry.services.session import Session
from consentry_policy.channels import ChannelKind
from consentry_policy.records import Answer
from school_ground import CHANNEL

SHEET = "Student Number,Last Name,First Name,Grade,Photo Permission{day}\n1003,Bergström,Nils,10,Yes{value}\n"
NUMBER = "1003"  # the demo's school has no answer of this one


def person(session: Session) -> str:
    return next(p.id for p in roster.people(session) if p.number == NUMBER)


def states(session: Session) -> dict[str, str]:
    return {name: state.value for name, state in roster.view(session, person(session)).states.items()}


def imported_later(
    session: Session, folder: Path, *, day: str = "", channels: frozenset[str] | None = None
) -> ImportPlan:
    """The sheet comes nine days after what was recorded until now."""
    now = session.now
    session.clock = lambda: now + timedelta(days=9)
    file = folder / "sheet.csv"
    file.write_text(
        SHEET.format(day=",Date Signed" if day else "", value=f",{day}" if day else ""), encoding="utf-8"
    )
    planned = roster_import.plan(session, file, ImportChoices("the office's cabinet", channels)).run()
    roster_import.commit(session, planned)
    return planned


def said_no(session: Session, answer: Answer = Answer.WITHDRAWAL, where: frozenset[str] | None = None) -> None:
    roster.set_consent(session, person(session), answer, where, None)


@pytest.mark.parametrize("answered_before", [True, False])
@pytest.mark.parametrize("sheet_channels", [None, frozenset({CHANNEL})])
def test_a_yes_without_a_day_does_not_lift_a_call_to_the_office(
    session: Session, tmp_path: Path, answered_before: bool, sheet_channels: frozenset[str] | None
) -> None:
    if answered_before:
        roster.set_consent(session, person(session), Answer.GRANT, None, "the office's cabinet")
    said_no(session)
    planned = imported_later(session, tmp_path, channels=sheet_channels)
    assert states(session) == {CHANNEL: "withdrawn"}
    assert planned.records == []
    # where the very same yes was recorded before the call, there is nothing to tell
    assert answered_before or any("The no stands" in str(note) for note in planned.notes)


def test_it_counts_where_the_call_was_not_about(session: Session, tmp_path: Path) -> None:
    channels.add(session, "Yearbook", ChannelKind.YEARBOOK, "The Superintendent")
    said_no(session, Answer.REFUSAL, frozenset({CHANNEL}))
    imported_later(session, tmp_path)
    assert states(session) == {CHANNEL: "refused", "Yearbook": "granted"}
    assert imported_later(session, tmp_path).records == []


def test_a_yes_that_was_signed_after_the_call_lifts_it(session: Session, tmp_path: Path) -> None:
    said_no(session)
    imported_later(session, tmp_path, day=(session.today + timedelta(days=3)).isoformat())
    assert states(session) == {CHANNEL: "granted"}


def test_it_counts_where_nobody_called(session: Session, tmp_path: Path) -> None:
    imported_later(session, tmp_path)
    assert states(session) == {CHANNEL: "granted"}
