"""`people import`, `imports`, `export`, `template`: the roster in and out of spreadsheets."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from consentry.cli.common import (
    HELD,
    REFUSED,
    JsonOption,
    Listing,
    Output,
    PassphraseOption,
    VaultOption,
    a_file,
    errors,
    many,
    parse_day,
    parse_names,
    refusing,
    run_with_bar,
    unlocked,
)
from consentry.services import channels as channel_list
from consentry.services import import_undo, roster_export, roster_import
from consentry.services.session import Session
from consentry_policy.errors import MendableError


class KindChoice(StrEnum):
    """Whom a sheet lists."""

    STUDENT = "student"
    CO_WORKER = "co-worker"


def register(app: typer.Typer) -> None:
    """Put these commands under `people`."""
    app.command("import")(import_sheet)
    app.command("imports")(list_imports)
    app.command("export")(export)
    app.command("template")(template)


def import_sheet(
    vault: VaultOption,
    file: Annotated[Path | None, typer.Argument(help="A sheet: xlsx, xls, ods, csv or tsv.")] = None,
    evidence: Annotated[str, typer.Option(help="Where the signed originals are kept.")] = "",
    channels: Annotated[
        str, typer.Option(help="The channels an answer covers: all, or names parted by commas.")
    ] = "",
    kind: Annotated[KindChoice | None, typer.Option(help="Whom the sheet lists.")] = None,
    until: Annotated[str | None, typer.Option(help="The last day a yes holds (YYYY-MM-DD).")] = None,
    recipe: Annotated[Path | None, typer.Option(help="A saved recipe: what each column means.")] = None,
    answer: Annotated[
        list[str] | None, typer.Option(help="ID=VALUE: answers one question; --dry-run --json lists them.")
    ] = None,
    save_recipe: Annotated[Path | None, typer.Option(help="Write the recipe to a file, too.")] = None,
    ask_again: Annotated[
        bool, typer.Option("--ask-again", help="Forget the recipe of an earlier import of such a sheet.")
    ] = False,
    match: Annotated[
        list[str] | None, typer.Option(help="ROW=NUMBER: whom a row is about; ROW=new: nobody on the roster.")
    ] = None,
    match_zeros: Annotated[
        bool,
        typer.Option("--match-zeros", help="Take numbers that only lack leading zeros where the name agrees."),
    ] = False,
    match_names: Annotated[
        bool, typer.Option("--match-names", help="Take rows without a number by name and grade or homeroom.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, write nothing.")] = False,
    undo: Annotated[
        str | None, typer.Option(help="Take an import back as a whole: its id, or latest. Reads no sheet.")
    ] = None,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Read a consent sheet into the roster, whole or not at all; or take an import back."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        if undo is not None:
            _undo(session, undo, output)
            return
        if file is None:
            raise MendableError("Give the sheet to import, or --undo latest.")
        accept = {roster_import.Accept.ZEROS: match_zeros, roster_import.Accept.NAMES: match_names}
        choices = roster_import.ImportChoices(
            evidence=evidence,
            channels=covered(session, channels) if channels.strip() else None,
            channels_of_recipe=not channels.strip(),
            kind=kind.value if kind else None,
            until=parse_day(until),
            recipe=roster_import.read_recipe(a_file(recipe, "recipe")) if recipe else None,
            answers=_pairs(answer, "--answer ID=VALUE"),
            match=_pairs(match, "--match ROW=NUMBER"),
            accept=frozenset(one for one, wanted in accept.items() if wanted),
            ask_again=ask_again,
        )
        plan = run_with_bar(roster_import.plan(session, a_file(file, "sheet"), choices), output)
        _ask(plan, output, dry_run=dry_run)
        if save_recipe is not None:
            roster_import.write_recipe(plan.recipe, save_recipe)
        written = None if dry_run else roster_import.commit(session, plan)
        output.value(
            plan.as_json()
            | {
                "written": written is not None,
                "import": written.id if written else None,
                "changes": output.changes,
            }
        )
        _show_plan(plan, output, written=written is not None)
        output.say_changes()
        if plan.problems or plan.open_questions:
            raise typer.Exit(HELD)


def _pairs(given: list[str] | None, form: str) -> dict[str, str]:
    pairs = {}
    for one in given or []:
        key, found, value = one.rpartition("=")
        if not found or not key.strip() or not value.strip():
            raise MendableError(f"{one!r} is not understood; write it as {form}.")
        pairs[key.strip()] = value.strip()
    return pairs


def covered(session: Session, names: str) -> frozenset[str] | None:
    """The listed channels that a user names; None for all. Raises MendableError."""
    if not names.strip():
        raise MendableError('Say which channels an answer covers: --channels all, or --channels "Name, Name".')
    wanted = parse_names(names)
    if wanted is None:
        if not channel_list.listed(session):
            channel_list.require(session, ["all"])
        return None
    return frozenset(c.name for c in channel_list.require(session, sorted(wanted)))


def _ask(plan: roster_import.ImportPlan, output: Output, *, dry_run: bool) -> None:
    """Before anything is written every question that matters must be answered: one sentence says how."""
    if dry_run or not plan.open_questions:
        return
    first = plan.open_questions[0]
    values = " or ".join(option.value for option in first.options)
    sentence = (
        f"{first.text} Answer with --answer {json.dumps(first.id, ensure_ascii=False)}=VALUE, where VALUE is "
        f"{values}; --dry-run lists every question."
    )
    if output.as_json:
        output.value({"error": sentence, "questions": plan.as_json()["questions"]})
    else:
        errors.print(sentence, markup=False, soft_wrap=True)
    raise typer.Exit(REFUSED)


def _show_plan(plan: roster_import.ImportPlan, output: Output, *, written: bool) -> None:
    did = "" if written else "would be "
    output.say(
        f"{many(len(plan.new), 'person', 'people')} {did}new, {len(plan.changed)} {did}changed, "
        f"{len(plan.unchanged)} unchanged; "
        f"{len(plan.missing)} on the roster are not in this sheet and stay as they are."
    )
    for line in plan.notes:
        output.say(str(line))
    for question in plan.questions:
        needed = "must be answered" if question.required else f"taken as {question.default or 'open'}"
        values = ", ".join(_option(option.value, option.label) for option in question.options)
        output.say(f"  question {question.id!r} ({needed}): {question.text} One of: {values}.")
    if plan.questions:
        output.say('Answer a question with --answer "ID=VALUE".')
    for problem in plan.problems:
        output.say(f"  {problem.where}: {problem.reason}")
        for offer in problem.offers:
            output.say(f"    perhaps --match {problem.row}={offer.number or offer.person}: {offer.reason}")
        if problem.offers and problem.may_be_new:
            output.say(f"    or --match {problem.row}={roster_import.NEW}")
    if plan.problems:
        output.say(f"Cells or rows that need a look: {len(plan.problems)}; nothing of them became a yes.")


def _option(value: str, label: str) -> str:
    return value if value == label else f"{value} ({label})"


def _undo(session: Session, key: str, output: Output) -> None:
    undone = import_undo.undo(session, None if key.casefold() == "latest" else key)
    told = {
        "undone": undone.id,
        "people_removed": undone.people_added,
        "people_restored": undone.people_changed,
        "answers_removed": undone.answers,
    }
    output.value(told)
    output.say(
        f"Undone: {many(undone.people_added, 'person', 'people')} removed, "
        f"{undone.people_changed} as they were before, "
        f"{many(undone.answers, 'answer')} removed."
    )


def list_imports(
    vault: VaultOption, passphrase_file: PassphraseOption = None, as_json: JsonOption = False
) -> None:
    """List every import: when, by whom, what it wrote, whether it was undone."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        found = import_undo.imports(session)
        output.value(
            [
                {
                    "import": one.id,
                    "at": one.at.isoformat(),
                    "by": one.by,
                    "sha256": one.sha256,
                    "people_added": one.people_added,
                    "people_changed": one.people_changed,
                    "answers": one.answers,
                    "problems": one.problems,
                    "undone": one.undone_at.isoformat() if one.undone_at else None,
                }
                for one in found
            ]
        )
        if not as_json:
            table = Listing(
                "Import",
                "When",
                "By",
                "New",
                "Changed",
                "Answers",
                "Problems",
                "Undone",
                empty="Nothing was imported yet; `consentry people import` reads a sheet.",
            )
            for one in found:
                counts = (one.people_added, one.people_changed, one.answers, one.problems)
                undone = one.undone_at.astimezone().strftime("%Y-%m-%d %H:%M") if one.undone_at else ""
                when = one.at.astimezone().strftime("%Y-%m-%d %H:%M")
                table.row(one.id[:8], when, one.by, *(str(count) for count in counts), undone)
            table.show()


def export(
    vault: VaultOption,
    to: Annotated[Path, typer.Option(help="The file to write: .xlsx or .csv.")],
    what: Annotated[
        roster_export.What,
        typer.Option(help="roster (imports again), status, the last import's problems, or flags."),
    ] = roster_export.What.ROSTER,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write the roster, everyone's consent, or problem rows to a file without formulas."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        rows = roster_export.export(session, to, what)
        output.value({"rows": rows, "what": what.value})
        names = "The file holds names: keep it where only the office can read it." if rows else "It holds no name."
        output.say(f"{many(rows, 'row')} written. {names}")


def template(
    to: Annotated[Path, typer.Option(help="The .xlsx file to write.")], as_json: JsonOption = False
) -> None:
    """Write an empty sheet to fill in; it imports without a question."""
    with refusing(as_json=as_json) as output:
        roster_export.template(to)
        output.value({"written": True})
        output.say("Written. Fill in one row a child, then import it.")
