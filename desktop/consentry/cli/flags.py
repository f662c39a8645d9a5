"""`people flags` and `people settle`: what an import left for a person to decide."""

from __future__ import annotations

from typing import Annotated

import typer

from consentry.cli.answers import ANSWERS, AnswerChoice
from consentry.cli.common import (
    HELD,
    JsonOption,
    Listing,
    PassphraseOption,
    VaultOption,
    WhyOption,
    parse_day,
    unlocked,
)
from consentry.cli.sheets import covered
from consentry.services import flags, roster
from consentry_policy.errors import MendableError


def register(app: typer.Typer) -> None:
    """Put these commands under `people`."""
    app.command("flags")(list_flags)
    app.command("settle")(settle)


def list_flags(vault: VaultOption, passphrase_file: PassphraseOption = None, as_json: JsonOption = False) -> None:
    """Remarks of sheets ("court order", "see office") that wait for a person; ends with 1 where there are any."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        found = flags.flags(session)
        output.value(
            [
                {
                    "number": one.number,
                    "id": one.person,
                    "flag": one.flag,
                    "day": one.day.isoformat(),
                    "channels": None if one.channels is None else sorted(one.channels),
                    "where": one.where,
                }
                for one in found
            ]
        )
        if not as_json:
            table = Listing(
                "Number",
                "Name",
                "Flag",
                "Since",
                "Where in the sheet",
                empty="No flag is open: nothing of an import waits for a person.",
            )
            for one in found:
                table.row(one.number or one.person, one.name, one.flag, one.day.isoformat(), one.where)
            table.show()
        if found:
            raise typer.Exit(HELD)


def settle(
    number: Annotated[str, typer.Argument(help="The school number, or the id where there is none.")],
    vault: VaultOption,
    protected: Annotated[str | None, typer.Option(help="The person is protected: why.")] = None,
    consent: Annotated[AnswerChoice | None, typer.Option(help="What was answered.")] = None,
    channel: Annotated[str, typer.Option(help="all, or names parted by commas.")] = "all",
    evidence: Annotated[str | None, typer.Option(help="Where the signed form is kept.")] = None,
    until: Annotated[str | None, typer.Option(help="The last day a yes holds (YYYY-MM-DD).")] = None,
    signer: Annotated[str | None, typer.Option(help="Who signed.")] = None,
    no_flag: Annotated[
        bool,
        typer.Option("--no-flag", help="It says nothing about photos; what was answered before counts."),
    ] = False,
    why: WhyOption = "",
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Settle a person's open flags: as a protection, as an answer, or as nothing. History keeps all of it."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        if sum((protected is not None, consent is not None, no_flag)) != 1:
            raise MendableError("Say one of: --protected WHY, --consent granted|refused|withdrawn, or --no-flag.")
        with session.vault.read() as unit:
            person = unit.people.get(number) or roster.find(unit, number)
        how = flags.Settled(
            why=protected or why or (f"answered: {consent.value}" if consent is not None else ""),
            protected=protected is not None,
            answer=None if consent is None else ANSWERS[consent],
            channels=covered(session, channel),
            evidence=evidence,
            until=parse_day(until),
            signer=signer,
        )
        count = flags.settle(session, person.id, how)
        now = roster.view(session, person.id)
        states = {name: state.value for name, state in sorted(now.states.items())}
        output.value({"number": number, "settled": count, "consent": states, "protected": now.protected})
        output.say(f"{count} settled. " + "; ".join(f"{name}: {state}" for name, state in states.items()))
