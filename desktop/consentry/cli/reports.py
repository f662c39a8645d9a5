"""`report`: tables with names in them, for people."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from consentry.cli.common import JsonOption, PassphraseOption, VaultOption, many, unlocked
from consentry.services import reports
from consentry_policy.errors import MendableError


def report(
    name: Annotated[str, typer.Argument(help=f"One of: {', '.join(reports.NAMES)}.")],
    to: Annotated[Path, typer.Option("--to", help="The file, .xlsx or .pdf.")],
    vault: VaultOption,
    person: Annotated[str | None, typer.Option(help="For the report on one person: their number.")] = None,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write a report; it holds names, so keep it where only those may read it who should."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        if os.path.lexists(to):
            raise MendableError("A file of that name is there already; give another name.")
        made = reports.make(session, name, person)
        reports.write(session, made, to)
        rows = sum(len(part.rows) for part in made.parts)
        output.value({"report": name, "file": str(to), "rows": rows})
        output.say(f"Wrote {to}: {many(rows, 'row')}.")
