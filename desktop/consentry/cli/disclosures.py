"""`disclosure`: staff participation in student groups' networks, disclosed every year (436 IV.D)."""

from __future__ import annotations

from typing import Annotated

import typer

from consentry.cli.common import (
    HELD,
    JsonOption,
    Listing,
    Output,
    PassphraseOption,
    VaultOption,
    parse_day,
    unlocked,
)
from consentry.services import disclosing
from consentry.services.disclosing import DisclosureView

app = typer.Typer(
    help="Staff in networks of student groups, disclosed every year (436 IV.D).", no_args_is_help=True
)


@app.command("add")
def add(
    who: Annotated[str, typer.Argument(help="The employee.")],
    network: Annotated[str, typer.Argument(help="The group and where it is.")],
    vault: VaultOption,
    on: Annotated[str | None, typer.Option(help="The day it was disclosed, if not today (YYYY-MM-DD).")] = None,
    note: Annotated[str | None, typer.Option(help="For example their part in it.")] = None,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Record this year's disclosure."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        row = disclosing.add(session, who, network, parse_day(on), note)
        again = disclosing.year_after(row.disclosed_on)
        output.value({"disclosure": row.id, "disclosed_on": row.disclosed_on, "due": again})
        output.say(f"On record; it is asked for again by {again.isoformat()}.")


@app.command("confirm")
def confirm(
    disclosure: Annotated[str, typer.Argument(help="Its id, as `disclosure list` shows it.")],
    vault: VaultOption,
    note: Annotated[str | None, typer.Option(help="What changed, if anything.")] = None,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """The employee disclosed it again today: on record for another year."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        row = disclosing.confirm(session, disclosure, note)
        again = disclosing.year_after(row.disclosed_on)
        output.value({"disclosure": row.id, "disclosed_on": row.disclosed_on, "due": again})
        output.say(f"On record for another year; it is asked for again by {again.isoformat()}.")


@app.command("end")
def end(
    disclosure: Annotated[str, typer.Argument(help="Its id, as `disclosure list` shows it.")],
    vault: VaultOption,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """They take part no more: nothing is due again."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        disclosing.end(session, disclosure)
        output.value({"disclosure": disclosure, "ended": True})
        output.say("Noted; nothing is due again.")


@app.command("list")
def listing(vault: VaultOption, passphrase_file: PassphraseOption = None, as_json: JsonOption = False) -> None:
    """The latest disclosure of each employee and network."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        _show(disclosing.listed(session), output, "No disclosure is on record.")


@app.command("due")
def due(
    vault: VaultOption,
    within: Annotated[int, typer.Option(help="Also what falls due within so many days.", min=0)] = 0,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Whom to remind; ends with 1 where anyone is."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        found = disclosing.due(session, within)
        _show(found, output, "Nobody must be reminded.")
        if found:
            raise typer.Exit(HELD)


def _show(found: list[DisclosureView], output: Output, empty: str) -> None:
    output.value(
        [
            {"disclosure": v.id, "who": v.who, "network": v.network, "disclosed_on": v.disclosed_on, "due": v.due}
            for v in found
        ]
    )
    if not output.as_json:
        table = Listing("Id", "Who", "Network", "Disclosed", "Due", empty=empty)
        for v in found:
            table.row(
                v.id[:8], v.who, v.network, v.disclosed_on.isoformat(), v.due.isoformat() if v.due else "ended"
            )
        table.show()
