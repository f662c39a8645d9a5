"""`channel`: the district's list (436 IV.B)."""

from __future__ import annotations

from typing import Annotated

import typer

from consentry.cli.common import (
    AuthorisedByOption,
    JsonOption,
    Listing,
    PassphraseOption,
    VaultOption,
    parse_conditions,
    parse_day,
    unlocked,
)
from consentry.services import channels as channel_list
from consentry_policy.channels import Channel, ChannelKind

channel = typer.Typer(help="The district's list of channels (436 IV.B).", no_args_is_help=True)


@channel.command("add")
def channel_add(
    name: Annotated[str, typer.Argument(help="As staff call it, for example Facebook.")],
    authorised_by: AuthorisedByOption,
    vault: VaultOption,
    kind: Annotated[ChannelKind | None, typer.Option(help="What kind of outlet it is.")] = None,
    until: Annotated[str | None, typer.Option(help="The last day it is authorised (YYYY-MM-DD).")] = None,
    demands: Annotated[
        str, typer.Option(help="What photos there must keep to: no-name, group-only, no-under-13; by commas.")
    ] = "",
    logo_allowed: Annotated[
        bool, typer.Option("--logo-allowed", help="The designee permits the district's logo there.")
    ] = False,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Put a channel on the list."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        made = channel_list.add(
            session,
            name,
            kind or channel_list.kind_of(name),
            authorised_by,
            until=parse_day(until),
            demands=parse_conditions(demands),
            logo_allowed=logo_allowed,
        )
        output.value(
            {
                "channel": made.name,
                "kind": made.kind.value,
                "until": made.until,
                "demands": sorted(made.demands),
                "logo_allowed": made.logo_allowed,
                "changes": output.changes,
            }
        )
        output.say(f"{made.name} is on the list as a {made.kind.value}.")


@channel.command("list")
def channel_listing(
    vault: VaultOption, passphrase_file: PassphraseOption = None, as_json: JsonOption = False
) -> None:
    """The channels and until when they are authorised."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        found = channel_list.listed(session)
        output.value(
            [
                {
                    "channel": c.name,
                    "kind": c.kind.value,
                    "authorised_by": c.authorised_by,
                    "authorised_on": c.authorised_on,
                    "until": c.until,
                    "revoked_on": c.revoked_on,
                    "demands": sorted(c.demands),
                    "logo_allowed": c.logo_allowed,
                    "authorised_today": c.authorised(session.today),
                }
                for c in found
            ]
        )
        if not as_json:
            table = Listing(
                "Channel",
                "Kind",
                "Authorised by",
                "Until",
                "Today",
                "Demands",
                "Logo",
                empty="No channel is on the list yet; `consentry channel add` puts one there.",
            )
            for c in found:
                today = "authorised" if c.authorised(session.today) else "over"
                table.row(c.name, c.kind.value, c.authorised_by, str(c.until or ""), today, *_demands(c))
            table.show()


@channel.command("revoke")
def channel_revoke(
    name: str, vault: VaultOption, passphrase_file: PassphraseOption = None, as_json: JsonOption = False
) -> None:
    """End a channel's authorisation today."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        ended = channel_list.revoke(session, name)
        output.value({"channel": ended.name, "revoked_on": ended.revoked_on, "changes": output.changes})
        output.say(f"{ended.name} is not authorised any more; nothing may be released there.")
        output.say_changes()


def _demands(made: Channel) -> tuple[str, str]:
    """What photos there must keep to, for a table."""
    return ", ".join(sorted(made.demands)), "allowed" if made.logo_allowed else "ask"
