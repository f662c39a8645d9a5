"""`people`: enrol portraits, list and add people, take a scan out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from consentry.cli.common import (
    HELD,
    JsonOption,
    Listing,
    PassphraseOption,
    VaultOption,
    a_file,
    many,
    run_with_bar,
    unlocked,
)
from consentry.services import portraits, roster, scans
from consentry_policy.people import Role

_NOBODY = "Nobody is on the roster yet; `consentry people import` reads a sheet of answers."

app = typer.Typer(help="The roster: who is on it and what they answered.", no_args_is_help=True)


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
        report = run_with_bar(portraits.enrol(session, folder, index and a_file(index, "index")), output)
        output.value(report.as_json() | {"changes": output.changes})
        known = f", {report.known} were there already" if report.known else ""
        output.say(
            f"Enrolled {many(report.enrolled, 'portrait')} of {many(report.people, 'person', 'people')}{known}; "
            f"{many(report.without, 'person', 'people')} on the roster without a usable one."
        )
        for name, reason in report.look_at:
            output.say(f"  look at {name}: {reason}")
        for name, reason in report.refused:
            output.say(f"  not enrolled {name}: {reason}")
        for number in report.lacking:
            output.say(f"  no usable portrait of {number} yet")
        output.say_changes()
        if report.refused:
            raise typer.Exit(HELD)


@app.command("list")
def list_people(
    vault: VaultOption,
    search: Annotated[str, typer.Argument(help="Part of a name, number or homeroom.")] = "",
    to_look_at: Annotated[
        bool, typer.Option("--to-look-at", help="Only who is flagged: guardians disagree, no birth date, …")
    ] = False,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Who is on the roster, with the consent of today."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        found = [p for p in roster.people(session, search) if p.flags or not to_look_at]
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
            empty = "Nobody fits." if search or to_look_at else _NOBODY
            table = Listing("Number", "Name", "Grade", "Consent today", "Portraits", "To look at", empty=empty)
            for p in found:
                states = ", ".join(f"{name}: {state.value}" for name, state in sorted(p.states.items()))
                name, flags = f"{p.last_name}, {p.first_name}", "; ".join(sorted(p.flags))
                table.row(p.number or "", name, p.grade or "", states, str(p.portraits), flags)
            table.show()


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
