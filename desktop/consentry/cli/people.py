"""`people`: import a sheet, enrol portraits, list, and set single answers."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from consentry.cli.common import (
    HELD,
    JsonOption,
    Output,
    PassphraseOption,
    VaultOption,
    console,
    parse_day,
    parse_names,
    run_with_bar,
    unlocked,
)
from consentry.services import channels as channel_list
from consentry.services import portraits, roster, roster_import
from consentry.services.session import Session
from consentry_policy.errors import MendableError
from consentry_policy.people import Role
from consentry_policy.records import Answer

app = typer.Typer(help="The roster: who is on it and what they answered.", no_args_is_help=True)


class KindChoice(StrEnum):
    """Whom a sheet lists."""

    STUDENT = "student"
    CO_WORKER = "co-worker"


class AnswerChoice(StrEnum):
    """What was answered."""

    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


_ANSWERS = {
    AnswerChoice.GRANTED: Answer.GRANT,
    AnswerChoice.REFUSED: Answer.REFUSAL,
    AnswerChoice.WITHDRAWN: Answer.WITHDRAWAL,
}


@app.command("import")
def import_sheet(
    file: Annotated[Path, typer.Argument(help="A sheet: xlsx, xls, ods, csv or tsv.")],
    vault: VaultOption,
    evidence: Annotated[str, typer.Option(help="Where the signed originals are kept.")] = "",
    channels: Annotated[
        str, typer.Option(help="The channels an answer covers: all, or names parted by commas.")
    ] = "",
    kind: Annotated[KindChoice, typer.Option(help="Whom the sheet lists.")] = KindChoice.STUDENT,
    until: Annotated[str | None, typer.Option(help="The last day a yes holds (YYYY-MM-DD).")] = None,
    recipe: Annotated[Path | None, typer.Option(help="A saved recipe: what each column means.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, write nothing.")] = False,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Read a consent sheet into the roster, whole or not at all."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        choices = roster_import.ImportChoices(
            evidence=evidence,
            channels=_covered(session, channels),
            kind=kind.value,
            until=parse_day(until),
            recipe=roster_import.read_recipe(recipe) if recipe else None,
        )
        plan = run_with_bar(roster_import.plan(session, file, choices), output)
        if not dry_run:
            roster_import.commit(session, plan)
        output.value(plan.as_json() | {"written": not dry_run, "changes": output.changes})
        _show_plan(plan, output, written=not dry_run)
        output.say_changes()
        if plan.problems:
            raise typer.Exit(HELD)


def _covered(session: Session, names: str) -> frozenset[str] | None:
    if not names.strip():
        raise MendableError('Say which channels an answer covers: --channels all, or --channels "Name, Name".')
    wanted = parse_names(names)
    if wanted is None:
        if not channel_list.listed(session):
            channel_list.require(session, ["all"])
        return None
    return frozenset(c.name for c in channel_list.require(session, sorted(wanted)))


def _show_plan(plan: roster_import.ImportPlan, output: Output, *, written: bool) -> None:
    did = "" if written else "would be "
    output.say(
        f"{len(plan.new)} people {did}new, {len(plan.changed)} {did}changed, {len(plan.unchanged)} unchanged; "
        f"{len(plan.missing)} on the roster are not in this sheet and stay as they are."
    )
    for line in plan.notes:
        output.say(line)
    for problem in plan.problems:
        output.say(f"  {problem.where}: {problem.reason}")
    if plan.problems:
        output.say(f"{len(plan.problems)} cells or rows need a look; nothing of them became a yes.")


@app.command()
def enrol(
    folder: Annotated[Path, typer.Argument(help="Portraits named by number: 1007.jpg, 1007_2.jpg.")],
    vault: VaultOption,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Enrol a folder of portraits."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        report = run_with_bar(portraits.enrol(session, folder), output)
        output.value(report.as_json() | {"changes": output.changes})
        output.say(
            f"Enrolled {report.enrolled} portraits of {report.people} people; "
            f"{report.without} people on the roster still lack a usable one."
        )
        for name, reason in report.look_at:
            output.say(f"  look at {name}: {reason}")
        for name, reason in report.refused:
            output.say(f"  not enrolled {name}: {reason}")
        output.say_changes()
        if report.refused:
            raise typer.Exit(HELD)


@app.command("list")
def list_people(
    vault: VaultOption,
    search: Annotated[str, typer.Argument(help="Part of a name, number or homeroom.")] = "",
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Who is on the roster, with the consent of today."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        found = roster.people(session, search)
        output.value(
            [
                {
                    "number": p.number,
                    "last_name": p.last_name,
                    "first_name": p.first_name,
                    "grade": p.grade,
                    "roles": sorted(p.roles),
                    "protected": p.protected,
                    "consent": {name: state.value for name, state in sorted(p.states.items())},
                    "flags": sorted(p.flags),
                    "portraits": p.portraits,
                }
                for p in found
            ]
        )
        if not as_json:
            table = Table("Number", "Name", "Grade", "Consent today", "Portraits")
            for p in found:
                states = ", ".join(f"{name}: {state.value}" for name, state in sorted(p.states.items()))
                table.add_row(
                    p.number or "", f"{p.last_name}, {p.first_name}", p.grade or "", states, str(p.portraits)
                )
            console.print(table)


@app.command("set")
def set_person(
    number: Annotated[str, typer.Argument(help="The school number.")],
    vault: VaultOption,
    consent: Annotated[AnswerChoice | None, typer.Option(help="What was answered.")] = None,
    channel: Annotated[str, typer.Option(help="all, or names parted by commas.")] = "all",
    evidence: Annotated[str | None, typer.Option(help="Where the signed form is kept.")] = None,
    until: Annotated[str | None, typer.Option(help="The last day a yes holds (YYYY-MM-DD).")] = None,
    signer: Annotated[str | None, typer.Option(help="Who signed.")] = None,
    protected: Annotated[str | None, typer.Option(help="Why the person is protected.")] = None,
    birth_date: Annotated[str | None, typer.Option(help="YYYY-MM-DD.")] = None,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Record one person's answer, protection or birth date."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        if consent is None and protected is None and birth_date is None:
            raise MendableError("Say what to set: --consent, --protected or --birth-date.")
        names = None if parse_names(channel) is None else _covered(session, channel)
        day, last = parse_day(birth_date), parse_day(until)
        with session.vault.read() as unit:
            person = roster.find(unit, number)
        if consent is not None:
            roster.set_consent(session, person.id, _ANSWERS[consent], names, evidence, until=last, signer=signer)
        if day is not None:
            roster.set_birth_date(session, person.id, day)
        if protected is not None:
            roster.protect(session, person.id, protected)
        now = roster.view(session, person.id)
        states = {name: state.value for name, state in sorted(now.states.items())}
        output.value({"number": number, "consent": states, "protected": now.protected, "changes": output.changes})
        output.say(f"{number}: " + ("; ".join(f"{name}: {state}" for name, state in states.items()) or "recorded"))
        output.say_changes()


@app.command("look-alike")
def look_alike(
    number: Annotated[str, typer.Argument(help="One person's school number.")],
    other: Annotated[str, typer.Argument(help="The other's.")],
    vault: VaultOption,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Note that two people look alike; faces like theirs always go to a person."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        with session.vault.read() as unit:
            one, two = roster.find(unit, number), roster.find(unit, other)
        roster.add_look_alike(session, one.id, two.id)
        output.value({"look_alikes": [number, other], "changes": output.changes})
        output.say("Noted: a face like either of them always goes to a person.")
        output.say_changes()


@app.command("add")
def add_person(
    number: Annotated[str, typer.Argument(help="The school number.")],
    last_name: Annotated[str, typer.Option()],
    first_name: Annotated[str, typer.Option()],
    vault: VaultOption,
    kind: Annotated[list[Role] | None, typer.Option(help="student, co-worker, guest; may be given twice.")] = None,
    grade: Annotated[str | None, typer.Option()] = None,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Put one person on the roster."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        roles = frozenset(kind or [Role.STUDENT])
        person = roster.add_person(session, number, last_name, first_name, roles, grade)
        output.value({"number": number, "id": person})
        output.say(f"{number} is on the roster; nothing is answered yet.")
