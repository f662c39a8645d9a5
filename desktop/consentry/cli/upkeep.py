"""`today`, `takedown`, `audit`, `backup`: what the day brings, what must come down, whether the record holds."""

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
    refusing,
    run_with_bar,
    unlocked,
)
from consentry.services import log, takedown, today, vaults
from consentry.services.paths import shown
from consentry.services.today import ReminderKind

takedowns = typer.Typer(help="Released copies that must come down.", no_args_is_help=True)
audit = typer.Typer(help="The record of who did what.", no_args_is_help=True)
backup = typer.Typer(help="Verified copies of the vault.", no_args_is_help=True)

_BROKEN = "Entry {number} is not what was written; keep the vault as it is and ask for help."
_DUE = {
    ReminderKind.DISCLOSURES: "Staff disclosures due again: {count}; `consentry disclosure due` lists them.",
    ReminderKind.TASKS: "Copies still to be taken down: {count}; `consentry takedown list` lists them.",
    ReminderKind.TEMPLATES: "Face templates to be destroyed: {count}; `consentry retention run` does it.",
}


def today_(vault: VaultOption, passphrase_file: PassphraseOption = None, as_json: JsonOption = False) -> None:
    """Make the kept verdicts those of today, say what changed overnight and what is due; 1 where anything is."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        told = run_with_bar(today.begin(session), output)
        due = today.reminders(session)
        output.value(
            {
                "day": session.today,
                "judged": told.judged,
                "changes": told.sentences,
                "due": [{"what": r.kind.value, "count": r.count, "since": r.since} for r in due],
            }
        )
        for sentence in told.sentences:
            output.say(f"{sentence}.")
        for reminder in due:
            output.say(_DUE[reminder.kind].format(count=reminder.count))
        if not told.sentences and not due:
            output.say("Nothing changed overnight, and nothing is due.")
        if due or any(change.stricter for change in told.changes):
            raise typer.Exit(HELD)


@takedowns.command("list")
def takedown_list(
    vault: VaultOption,
    closed: Annotated[bool, typer.Option("--closed", help="Also tasks that are done, with their proof.")] = False,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Which released copies must come down today, why and from where; opens a task for each that is sure."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        takedown.open_tasks(session)
        recalls, tasks = takedown.recalls(session), takedown.tasks(session, everything=closed)
        due = {r.copy for r in recalls}  # a task outlives its reason: an answer that was put right, say
        output.value(
            {
                "recalls": [
                    {
                        "copy": r.copy,
                        "file": r.file_name,
                        "channel": r.channel,
                        "person": r.person_number,
                        "why": r.why,
                        "suspected": r.suspected,
                        "places": r.places,
                    }
                    for r in recalls
                ],
                "tasks": [
                    {
                        "task": t.id,
                        "file": t.file_name,
                        "place": t.place,
                        "why": t.why,
                        "recallable": t.recallable,
                        "due": t.copy in due,
                        "done": t.done,
                        "proof": t.proof,
                    }
                    for t in tasks
                ],
            }
        )
        if not as_json:
            none = "No task is on record." if closed else "No task is open."
            table = Listing("Task", "Copy", "Where", "Why", "State", "Proof", empty=none)
            for t in tasks:
                state = (
                    "done" if t.done else "may stay" if t.copy not in due else "" if t.recallable else "in print"
                )
                table.row(t.id[:8], t.file_name, t.place, t.why, state, t.proof or "")
            table.show()
            perhaps = [r for r in recalls if r.suspected]
            for r in perhaps:
                output.say(f"  look at {r.file_name} ({r.channel}): perhaps {r.why}.")
        if recalls:
            raise typer.Exit(HELD)


@takedowns.command("done")
def takedown_done(
    task: Annotated[str, typer.Argument(help="The task's id, as `takedown list` shows it.")],
    vault: VaultOption,
    proof: Annotated[str, typer.Option(help="What shows that it is down.")] = "",
    file: Annotated[
        Path | None, typer.Option(help="A picture or letter that shows it, kept in the vault: PDF, JPEG, PNG.")
    ] = None,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Close a task with its proof."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        takedown.done(session, task, proof, file and a_file(file, "proof"))
        output.value({"task": task, "done": True})
        output.say("Done, and on record.")


@takedowns.command("scan")
def takedown_scan(
    folders: Annotated[list[Path], typer.Argument(help="For example a website's folder of images.")],
    vault: VaultOption,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Search folders for released copies that may no longer be there, and bare photos of covered or cut ones."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        hits = run_with_bar(takedown.scan(session, folders), output)
        output.value([{"file": shown(str(h.path)), "text": str(h.text), "exact": h.exact} for h in hits])
        for hit in hits:
            output.say(f"{shown(str(hit.path))}: {hit.text}")
        if not hits:
            output.say("No copy in there must come down.")
        if hits:
            raise typer.Exit(HELD)


@audit.command("verify")
def audit_verify(
    vault: VaultOption, passphrase_file: PassphraseOption = None, as_json: JsonOption = False
) -> None:
    """Whether the record is what was written; names the first entry that is not."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        broken = log.first_broken(session)
        output.value({"whole": broken is None, "first_broken": broken})
        if broken is None:
            output.say("The record is whole: every entry is what was written.")
        else:
            output.say(_BROKEN.format(number=broken))
            raise typer.Exit(HELD)


@audit.command("list")
def audit_list(
    vault: VaultOption,
    limit: Annotated[int, typer.Option(min=1, help="How many of the latest entries.")] = 50,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """The latest entries, newest first; 1 where the record is not what was written."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        found, broken = log.entries(session, limit), log.first_broken(session)
        output.value([{"entry": e.sequence, "at": e.at, "who": e.who, "what": e.what} for e in found])
        if not as_json:
            table = Listing("Entry", "When", "Who", "What", empty="The record has no entry.")
            for e in found:
                when = "" if e.at is None else f"{e.at.astimezone():%Y-%m-%d %H:%M}"
                table.row(str(e.sequence), when, e.who, e.what)
            table.show()
        if broken is not None:
            output.say(_BROKEN.format(number=broken))
            raise typer.Exit(HELD)


@backup.command("make")
def backup_make(vault: VaultOption, passphrase_file: PassphraseOption = None, as_json: JsonOption = False) -> None:
    """Make a copy of the vault now, open it and check it."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        name = vaults.back_up(session)
        output.value({"backup": name})
        output.say(f"Made and checked the backup {name}.")


@backup.command("list")
def backup_list(vault: VaultOption, as_json: JsonOption = False) -> None:
    """The verified copies of a vault, newest first; needs no passphrase."""
    with refusing(as_json=as_json) as output:
        names = vaults.backups(vault)
        output.value([{"backup": name} for name in names])
        for name in names:
            output.say(name)
        if not names:
            output.say("There is no backup yet; `consentry backup make` makes one.")


@backup.command("restore")
def backup_restore(
    vault: VaultOption,
    name: Annotated[str | None, typer.Argument(help="Which copy; the newest if none is given.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Put a backup in the vault's place; the files that were there are set aside, not deleted."""
    with refusing(as_json=as_json) as output:
        chosen = name or next(iter(vaults.backups(vault)), None)
        aside = vaults.restore(vault, chosen)
        output.value({"restored": chosen, "set_aside": str(aside)})
        output.say(f"Restored {chosen}; the files that were there are kept in {aside}.")


def doctor(vault: VaultOption, passphrase_file: PassphraseOption = None, as_json: JsonOption = False) -> None:
    """Whether the vault is whole: every page, its keys, the record, who may read it, a backup to go back to."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        found = vaults.troubles(session)
        output.value({"well": not found, "troubles": [{"what": k, "text": t} for k, t in found.items()]})
        for text in found.values():
            output.say(text)
        if found:
            raise typer.Exit(HELD)
        output.say("All is well: every page is what was written, the record is whole, and there is a backup.")
