"""`vault users`, `vault passphrase`, `vault recovery-code`: who may open the vault."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from consentry.cli.common import (
    JsonOption,
    Output,
    PassphraseOption,
    VaultOption,
    console,
    read_passphrase,
    refusing,
    unlocked,
)
from consentry.services import users, vaults
from consentry.services.session import Session
from consentry_vault.users import Role

app = typer.Typer(help="Who may open the vault, and with what.", no_args_is_help=True)
who = typer.Typer(help="Users come and go by their key slots; only the designee may.", no_args_is_help=True)
app.add_typer(who, name="users")

NewPassphraseOption = Annotated[
    Path | None,
    typer.Option(
        "--new-passphrase-file", help="A file whose first line is the new passphrase; without it you are asked."
    ),
]
UserArgument = Annotated[str, typer.Argument(metavar="USER", help="The name, or the id as `users list` shows it.")]


@contextmanager
def _proven(vault: Path, passphrase_file: Path | None, *, as_json: bool) -> Iterator[tuple[Session, Output, str]]:
    """An unlocked vault, and the passphrase it was unlocked with: changes of access ask for it again."""
    with refusing(as_json=as_json) as output:
        own = read_passphrase(passphrase_file)
        with vaults.unlock(vault, own) as session:
            yield session, output, own


def _new_passphrase(file: Path | None) -> str:
    return read_passphrase(file, confirm=True, prompt="New passphrase", option="--new-passphrase-file")


@who.command("list")
def listing(
    vault: VaultOption,
    removed: Annotated[bool, typer.Option("--removed", help="Also whose access has ended.")] = False,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Who may open the vault, and as what."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        found = users.listed(session, removed=removed)
        output.value(
            [
                {
                    "user": u.id,
                    "name": u.name,
                    "role": u.role.value,
                    "added_at": u.added_at,
                    "removed_at": u.removed_at,
                    "recovery": u.recovery,
                    "you": u.you,
                }
                for u in found
            ]
        )
        if not as_json:
            table = Table("Id", "Name", "Role", "Since", "Until")
            for u in found:
                role = "opens as designee" if u.recovery else u.role.value
                until = u.removed_at.date().isoformat() if u.removed_at else ""
                table.add_row(u.id[:8], u.name, role, u.added_at.date().isoformat(), until)
            console.print(table)


@who.command("add")
def add(
    name: Annotated[str, typer.Argument(help="Their name; it goes with each of their decisions.")],
    role: Annotated[Role, typer.Option(help="What they may do.")],
    vault: VaultOption,
    new_passphrase_file: NewPassphraseOption = None,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Let someone open the vault with a passphrase of their own."""
    with _proven(vault, passphrase_file, as_json=as_json) as (session, output, own):
        user = users.add(session, own, name, role, _new_passphrase(new_passphrase_file))
        output.value({"user": user, "name": name, "role": role.value})
        output.say(f"{name} may open this vault as {role.value} from now on.")


@who.command("remove")
def remove(
    user: UserArgument, vault: VaultOption, passphrase_file: PassphraseOption = None, as_json: JsonOption = False
) -> None:
    """End a user's access, to the backups too. What they decided stays."""
    with _proven(vault, passphrase_file, as_json=as_json) as (session, output, own):
        found = users.find(session, user)
        users.remove(session, own, found.id)
        output.value({"user": found.id, "removed": True})
        output.say(f"{found.name} can open neither this vault nor its backups any more.")


@who.command("role")
def role(
    user: UserArgument,
    role: Annotated[Role, typer.Argument(help="What they may do from the next time they unlock.")],
    vault: VaultOption,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Give another user another role; their passphrase stays as it is."""
    with _proven(vault, passphrase_file, as_json=as_json) as (session, output, own):
        found = users.find(session, user)
        users.change_role(session, own, found.id, role)
        output.value({"user": found.id, "role": role.value})
        output.say(f"{found.name} opens this vault as {role.value} from now on, with the passphrase they have.")


@who.command("reset")
def reset(
    user: UserArgument,
    vault: VaultOption,
    role: Annotated[Role | None, typer.Option(help="Another role, where wanted.")] = None,
    new_passphrase_file: NewPassphraseOption = None,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Give another user a new passphrase, and another role where wanted."""
    with _proven(vault, passphrase_file, as_json=as_json) as (session, output, own):
        found = users.find(session, user)
        users.reset(session, own, found.id, _new_passphrase(new_passphrase_file), role)
        output.value({"user": found.id, "role": (role or found.role).value})
        output.say(f"{found.name} opens this vault with the new passphrase as {(role or found.role).value}.")


@app.command("passphrase")
def passphrase(
    vault: VaultOption,
    new_passphrase_file: NewPassphraseOption = None,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Change your own passphrase; no data is written anew."""
    with _proven(vault, passphrase_file, as_json=as_json) as (session, output, own):
        vaults.change_passphrase(session, own, _new_passphrase(new_passphrase_file))
        output.value({"changed": True})
        output.say("Your passphrase is changed; the old one opens nothing any more.")


@app.command("recovery-code")
def recovery_code(
    vault: VaultOption, passphrase_file: PassphraseOption = None, as_json: JsonOption = False
) -> None:
    """Make a code to print and lock away: it opens the vault as a designee, and older codes stop working."""
    with _proven(vault, passphrase_file, as_json=as_json) as (session, output, own):
        code = vaults.new_recovery_code(session, own)
        output.value({"recovery_code": code})
        output.say(code)
        output.say("Write it down or print it now, and lock it away: it is shown this once.")
