"""`channel` and `event`: the district's list and the register of public-arena events."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table

from consentry.cli.common import (
    JsonOption,
    PassphraseOption,
    VaultOption,
    console,
    parse_conditions,
    parse_day,
    parse_time,
    unlocked,
)
from consentry.services import channels as channel_list
from consentry.services import deciding, proposing
from consentry.services import events as event_register
from consentry_policy.channels import ChannelKind
from consentry_policy.errors import MendableError
from consentry_policy.events import EventKind

channel = typer.Typer(help="The district's list of channels (436 IV.B).", no_args_is_help=True)
event = typer.Typer(help="Public-arena events (436 IV.C.2).", no_args_is_help=True)

_ByOption = Annotated[
    str, typer.Option("--authorised-by", help="The Superintendent or designee who authorised it.")
]


@channel.command("add")
def channel_add(
    name: Annotated[str, typer.Argument(help="As staff call it, for example Facebook.")],
    authorised_by: _ByOption,
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
                    "until": c.until,
                    "authorised_today": c.authorised(session.today),
                }
                for c in found
            ]
        )
        if not as_json:
            table = Table("Channel", "Kind", "Authorised by", "Until", "Today")
            for c in found:
                today = "authorised" if c.authorised(session.today) else "over"
                table.add_row(c.name, c.kind.value, c.authorised_by, str(c.until or ""), today)
            console.print(table)


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


@event.command("add")
def event_add(
    name: Annotated[str, typer.Argument(help="For example: Homecoming game.")],
    kind: Annotated[EventKind, typer.Option(help="The kind the policy names.")],
    date: Annotated[str, typer.Option("--date", help="YYYY-MM-DD.")],
    authorised_by: _ByOption,
    channels: Annotated[str, typer.Option(help="Names parted by commas, or all.")],
    vault: VaultOption,
    place: Annotated[str | None, typer.Option()] = None,
    starts: Annotated[str | None, typer.Option(help="HH:MM, local time.")] = None,
    ends: Annotated[str | None, typer.Option(help="HH:MM, local time.")] = None,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Put an event on record; it counts from now on."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        day = parse_day(date)
        if day is None:
            raise MendableError("An event needs its day; give it as --date YYYY-MM-DD.")
        if channels.strip().casefold() == "all":
            names = [c.name for c in channel_list.listed(session) if c.authorised(session.today)]
        else:
            names = [part.strip() for part in channels.split(",") if part.strip()]
        made = event_register.add(
            session, name, kind, day, authorised_by, names, place, parse_time(starts), parse_time(ends)
        )
        output.value({"event": made.id, "name": made.name, "channels": [a.channel for a in made.authorisations]})
        output.say(f"Event {made.id[:8]} is on record: {made.name}, {made.day.isoformat()}.")


@event.command("list")
def event_listing(
    vault: VaultOption, passphrase_file: PassphraseOption = None, as_json: JsonOption = False
) -> None:
    """The register of events."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        found = event_register.listed(session)
        output.value(
            [
                {
                    "event": e.id,
                    "name": e.name,
                    "kind": e.kind.value,
                    "date": e.day,
                    "channels": [a.channel for a in e.authorisations if a.revoked_at is None],
                    "revoked_at": e.revoked_at,
                }
                for e in found
            ]
        )
        if not as_json:
            table = Table("Id", "Event", "Kind", "Day", "Channels", "Stands")
            for e in found:
                where = ", ".join(a.channel for a in e.authorisations if a.revoked_at is None)
                stands = "revoked" if e.revoked_at else "yes"
                table.add_row(e.id[:8], e.name, e.kind.value, e.day.isoformat(), where, stands)
            console.print(table)


@event.command("revoke")
def event_revoke(
    event_id: Annotated[str, typer.Argument(help="The event's id or name.")],
    vault: VaultOption,
    channel: Annotated[str | None, typer.Option(help="Only for this channel.")] = None,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Revoke an event, or its authorisation for one channel."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        ended = event_register.revoke(session, event_id, channel)
        output.value({"event": ended.id, "revoked": True, "channel": channel, "changes": output.changes})
        where = f" for {channel}" if channel else ""
        output.say(f"{ended.name} is revoked{where}; nothing more may be let out on it.")
        output.say_changes()


@event.command("authorise")
def event_authorise(
    event_id: Annotated[str, typer.Argument(help="The event's id or name.")],
    channel: Annotated[str, typer.Option(help="The channel.")],
    authorised_by: _ByOption,
    vault: VaultOption,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Authorise an event for one more channel, from now on."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        found = event_register.authorise(session, event_id, channel, authorised_by)
        output.value({"event": found.id, "channel": channel, "changes": output.changes})
        output.say(f"{found.name} is authorised for {channel} from now on.")
        output.say_changes()


@event.command("propose")
def event_propose(
    event_id: Annotated[str, typer.Argument(help="The event's id or name.")],
    vault: VaultOption,
    join: Annotated[bool, typer.Option("--join", help="Join those within its hours to it.")] = False,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Photos that may be of an event, by the camera's clock; in its public arena is confirmed by a person."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        found = proposing.proposals(session, event_id)
        if join:
            fits = [p.photo for p in found if p.sure and p.joined is None]
            deciding.join_event(session, fits, event_register.find(session, event_id).id, "by the camera's clock")
        output.value(
            [
                {"photo": p.photo, "file": p.file_name, "taken_at": p.taken_at.isoformat(), "within": p.sure}
                | {"why": p.why, "joined": p.joined}
                for p in found
            ]
        )
        if not as_json:
            table = Table("Photo", "Taken", "Within", "Why")
            for p in found:
                table.add_row(p.file_name, f"{p.taken_at:%Y-%m-%d %H:%M}", "yes" if p.sure else "no", p.why)
            console.print(table)
