"""`event`: the register of public-arena events, and which photos were taken at one."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from consentry.cli.common import (
    AuthorisedByOption,
    JsonOption,
    Listing,
    PassphraseOption,
    VaultOption,
    WhyOption,
    many,
    parse_day,
    parse_time,
    unlocked,
)
from consentry.services import channels as channel_list
from consentry.services import deciding, photos, proposing
from consentry.services import events as event_register
from consentry_policy.errors import MendableError
from consentry_policy.events import EventKind

_NONE = "No event is on record yet; `consentry event add` puts one there."

event = typer.Typer(help="Public-arena events (436 IV.C.2).", no_args_is_help=True)


@event.command("add")
def event_add(
    name: Annotated[str, typer.Argument(help="For example: Homecoming game.")],
    kind: Annotated[EventKind, typer.Option(help="The kind the policy names.")],
    date: Annotated[str, typer.Option("--date", help="YYYY-MM-DD.")],
    authorised_by: AuthorisedByOption,
    channels: Annotated[str, typer.Option(help="Names parted by commas, or all.")],
    vault: VaultOption,
    place: Annotated[str | None, typer.Option()] = None,
    starts: Annotated[str | None, typer.Option(help="HH:MM, local time.")] = None,
    ends: Annotated[str | None, typer.Option(help="HH:MM; before --starts: past midnight.")] = None,
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
                    "place": e.place,
                    "starts": e.starts,
                    "ends": e.ends,
                    "channels": [a.channel for a in e.authorisations if a.revoked_at is None],
                    "authorisations": [asdict(a) for a in e.authorisations],
                    "revoked_at": e.revoked_at,
                }
                for e in found
            ]
        )
        if not as_json:
            table = Listing("Id", "Event", "Kind", "Day", "Channels", "Stands", empty=_NONE)
            for e in found:
                where = ", ".join(a.channel for a in e.authorisations if a.revoked_at is None)
                stands = "revoked" if e.revoked_at else "yes"
                table.row(e.id[:8], e.name, e.kind.value, e.day.isoformat(), where, stands)
            table.show()


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
    authorised_by: AuthorisedByOption,
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
        fits = [p.photo for p in found if p.sure and p.joined is None]
        if join and fits:
            deciding.join_event(session, fits, event_register.find(session, event_id).id, "by the camera's clock")
            found = proposing.proposals(session, event_id)
        output.value(
            [
                {
                    "photo": p.photo,
                    "file": p.file_name,
                    "taken_at": p.taken_at.isoformat() if p.taken_at else None,
                    "within": p.sure,
                    "why": p.why,
                    "joined": p.joined,
                    "in_arena": p.in_arena,
                }
                for p in found
            ]
        )
        if not as_json:
            table = Listing(
                "Photo",
                "Taken",
                "Within",
                "Joined",
                "In the arena",
                "Why",
                empty="No photo that was checked may be of it by the camera's clock.",
            )
            for p in found:
                taken = f"{p.taken_at:%Y-%m-%d %H:%M}" if p.taken_at else ""
                marks = ["yes" if mark else "no" for mark in (p.sure, p.joined, p.in_arena)]
                table.row(p.file_name, taken, *marks, p.why)
            table.show()


@event.command("confirm")
def event_confirm(
    event_id: Annotated[str, typer.Argument(help="The event's id or name.")],
    chosen: Annotated[list[str], typer.Argument(metavar="PHOTO…", help="Files or ids of photos.")],
    vault: VaultOption,
    why: WhyOption = "",
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say that you know of each of these photos that it was taken in the event's public arena."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        count = proposing.confirm(session, event_id, [photos.find(session, one) for one in chosen], why)
        output.value({"event": event_register.find(session, event_id).id, "confirmed": count})
        output.say(f"Taken in its public arena, on your word: {many(count, 'photo')}.")
