"""`people`: enrol portraits, list, and set single answers."""

from __future__ import annotations

from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from consentry.cli.common import (
    HELD,
    JsonOption,
    PassphraseOption,
    VaultOption,
    WhyOption,
    console,
    parse_conditions,
    parse_day,
    parse_names,
    run_with_bar,
    unlocked,
)
from consentry.cli.sheets import covered
from consentry.services import corrections, leaving, portraits, roster, scans
from consentry.services.session import Session
from consentry_policy.errors import MendableError
from consentry_policy.people import Role
from consentry_policy.records import Answer, Evidence, EvidenceKind

app = typer.Typer(help="The roster: who is on it and what they answered.", no_args_is_help=True)


class AnswerChoice(StrEnum):
    """What was answered."""

    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


ANSWERS = {
    AnswerChoice.GRANTED: Answer.GRANT,
    AnswerChoice.REFUSED: Answer.REFUSAL,
    AnswerChoice.WITHDRAWN: Answer.WITHDRAWAL,
}


@app.command()
def enrol(
    folder: Annotated[
        Path, typer.Argument(help="Portraits named by number or “Last, First”, or with the index of picture day.")
    ],
    vault: VaultOption,
    index: Annotated[
        Path | None, typer.Option(help="Which file is whose: INDEX.TXT, MASTER.txt, a photo map.")
    ] = None,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Enrol a folder of portraits."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        report = run_with_bar(portraits.enrol(session, folder, index), output)
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


def _evidence(session: Session, paper: str | None, scan: Path | None, form: str | None) -> str | Evidence | None:
    """What stands behind an answer: one of a place, a scan, an online form's record."""
    if sum(given is not None for given in (paper, scan, form)) > 1:
        raise MendableError("Give one kind of evidence: --evidence, --scan or --form.")
    if scan is not None:
        return scans.keep(session, scan)
    return paper if form is None else Evidence(EvidenceKind.FORM, form.strip())


@app.command("scan")
def take_scan_out(
    scan: Annotated[str, typer.Argument(help="The scan's id, as `people show` gives it.")],
    to: Annotated[Path, typer.Option("--to", help="The folder to write it to.")],
    vault: VaultOption,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write a kept scan to a folder."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        target = scans.take_out(session, scan, to)
        output.value({"file": str(target)})
        output.say(f"Wrote {target}; it shows names and signatures, so delete it when you are done.")


@app.command("set")
def set_person(
    number: Annotated[str, typer.Argument(help="The school number.")],
    vault: VaultOption,
    consent: Annotated[AnswerChoice | None, typer.Option(help="What was answered.")] = None,
    channel: Annotated[str, typer.Option(help="all, or names parted by commas.")] = "all",
    evidence: Annotated[str | None, typer.Option(help="Where the signed form is kept.")] = None,
    scan: Annotated[Path | None, typer.Option(help="A scan of it to keep in the vault: PDF, JPEG, PNG.")] = None,
    form: Annotated[str | None, typer.Option(help="An online form's record: system/entry/time.")] = None,
    until: Annotated[str | None, typer.Option(help="The last day a yes holds (YYYY-MM-DD).")] = None,
    signer: Annotated[str | None, typer.Option(help="Who signed.")] = None,
    conditions: Annotated[
        str, typer.Option(help="What a yes asks for: no-name, group-only, no-under-13; by commas.")
    ] = "",
    left: Annotated[str | None, typer.Option(help="The day they left the school (YYYY-MM-DD).")] = None,
    no_matching: Annotated[
        str | None, typer.Option("--no-matching", help="They withdraw from face matching: why, or who asked.")
    ] = None,
    protected: Annotated[str | None, typer.Option(help="Why the person is protected.")] = None,
    birth_date: Annotated[str | None, typer.Option(help="YYYY-MM-DD.")] = None,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Record one person's answer, protection, birth date, or that they left or withdraw from face matching."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        if not any((consent, protected, birth_date, left, no_matching)):
            raise MendableError("Say what to set, for example --consent or --protected; --help lists it all.")
        names = None if parse_names(channel) is None else covered(session, channel)
        day, last = parse_day(birth_date), parse_day(until)
        with session.vault.read() as unit:
            person = roster.find(unit, number)
        if consent is not None:
            roster.set_consent(
                session,
                person.id,
                ANSWERS[consent],
                names,
                _evidence(session, evidence, scan, form),
                until=last,
                signer=signer,
                conditions=parse_conditions(conditions),
            )
        if day is not None:
            roster.set_birth_date(session, person.id, day)
        if protected is not None:
            roster.protect(session, person.id, protected)
        if left is not None:
            leaving.left(session, person.id, parse_day(left))
        if no_matching is not None:
            leaving.withdraw_from_matching(session, person.id, no_matching)
        now = roster.view(session, person.id)
        states = {name: state.value for name, state in sorted(now.states.items())}
        output.value({"number": number, "consent": states, "protected": now.protected, "changes": output.changes})
        output.say(f"{number}: " + ("; ".join(f"{name}: {state}" for name, state in states.items()) or "recorded"))
        output.say_changes()


@app.command("show")
def show_person(
    number: Annotated[str, typer.Argument(help="The school number.")],
    vault: VaultOption,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """One person's history: every answer and flag, newest first, with the ids that `people correct` takes."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        with session.vault.read() as unit:
            person = roster.find(unit, number)
        found = roster.timeline(session, person.id)
        output.value([asdict(entry) for entry in found])
        if not as_json:
            table = Table("Record", "Day", "What", "Channels", "Who", "Evidence", "")
            for e in found:
                note = "; ".join(
                    part for part in (e.conditions, e.note, "corrected" if e.superseded else "") if part
                )
                table.add_row((e.record or "")[:8], e.day.isoformat(), e.what, e.channels, e.who, e.evidence, note)
            console.print(table)


@app.command("correct")
def correct(
    record: Annotated[str, typer.Argument(help="The record's id, as `people show` lists it.")],
    vault: VaultOption,
    why: WhyOption = "",
    void: Annotated[bool, typer.Option("--void", help="It was made in error: it says nothing any more.")] = False,
    consent: Annotated[AnswerChoice | None, typer.Option(help="What was answered.")] = None,
    channel: Annotated[str | None, typer.Option(help="all, or names parted by commas.")] = None,
    signed_on: Annotated[str | None, typer.Option(help="The day on the form (YYYY-MM-DD).")] = None,
    until: Annotated[str | None, typer.Option(help="The last day a yes holds (YYYY-MM-DD).")] = None,
    evidence: Annotated[str | None, typer.Option(help="Where the signed form is kept.")] = None,
    signer: Annotated[str | None, typer.Option(help="Who signed.")] = None,
    conditions: Annotated[str | None, typer.Option(help="What a yes asks for, by commas; empty: nothing.")] = None,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Put a record right: it stays in the history, a new one takes its place and says why."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        what = corrections.Correction(
            answer=ANSWERS[consent] if consent else None,
            other_channels=channel is not None,
            channels=None if channel is None or parse_names(channel) is None else covered(session, channel),
            until=parse_day(until),
            signed_on=parse_day(signed_on),
            evidence=evidence,
            signer=signer,
            conditions=None if conditions is None else parse_conditions(conditions),
        )
        if void and what:
            raise MendableError("Either --void, or what is otherwise; give one of the two.")
        made = corrections.void(session, record, why) if void else corrections.correct(session, record, what, why)
        output.value({"record": made, "supersedes": record, "changes": output.changes})
        output.say("Corrected; the earlier record stays in the history.")
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
