"""`release`, `releases`, `seen` and `verify`: letting photos out, and asking about a copy."""

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
from consentry.services import channels as channel_list
from consentry.services import deciding, photos, releasing
from consentry.services.releasing import Status
from consentry.services.session import Session
from consentry_policy.errors import MendableError

listing = typer.Typer(help="What was released, and where it went.", no_args_is_help=True)

PhotosArgument = Annotated[
    list[str] | None, typer.Argument(help="Files or ids; the latest batch if none is given.")
]
ChannelOption = Annotated[
    str | None, typer.Option("--channel", help="The channel; needed where several were checked.")
]


def _chosen(session: Session, given: list[str] | None, channel: str | None) -> tuple[list[str], str]:
    """The photos and the channel meant: those named, or the latest batch and its only channel."""
    batches = photos.batches(session)
    if not batches:
        raise MendableError("Nothing was checked in this vault yet; run `consentry check` first.")
    latest = batches[0]
    if channel is None:
        if len(latest.channels) != 1:
            raise MendableError(f"Say for which channel with --channel: {', '.join(latest.channels)}.")
        channel = latest.channels[0]
    name = channel_list.require(session, [channel])[0].name
    if given:
        return [photos.find(session, one) for one in given], name
    with session.vault.read() as unit:
        return unit.batches.photos(latest.id), name


def release(
    to: Annotated[Path, typer.Option("--to", help="The folder the copies go to.")],
    vault: VaultOption,
    chosen: PhotosArgument = None,
    channel: ChannelOption = None,
    without_contact_sheet: Annotated[
        bool, typer.Option("--without-contact-sheet", help="Also what nobody has seen; the manifest says so.")
    ] = False,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Let out copies of what may go, with a manifest; the rest stays behind with its reason."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        ids, name = _chosen(session, chosen, channel)
        operation = releasing.release(session, ids, name, to, allow_unseen=without_contact_sheet)
        report = run_with_bar(operation, output)
        output.value(
            {
                "release": report.release_id if report.folder else None,
                "folder": str(report.folder) if report.folder else None,
                "copies": report.copies,
                "held": [{"photo": h.file_name, "reason": str(h.reason)} for h in report.held],
            }
        )
        if report.folder:
            output.say(f"Released {many(report.copies, 'copy', 'copies')} for {name} to {report.folder}.")
        else:
            output.say("Nothing was released.")
        for held in report.held:
            output.say(f"  stays behind: {held.file_name}: {held.reason}")
        if report.held:
            raise typer.Exit(HELD)


def seen(
    vault: VaultOption,
    chosen: PhotosArgument = None,
    channel: ChannelOption = None,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say that you have looked at each of these photos yourself (as on the window's contact sheet)."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        ids, name = _chosen(session, chosen, channel)
        deciding.mark_seen(session, ids, name)
        output.value({"seen": len(ids), "channel": name})
        output.say(f"Seen by you, on record for {name}: {many(len(ids), 'photo')}.")


def verify(
    file: Annotated[Path, typer.Argument(help="A file that may be a released copy.")],
    vault: VaultOption,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say whether a file was released, for what, and whether it may still be used."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        found = run_with_bar(releasing.verify(session, a_file(file, "file")), output)
        output.value(
            {
                "status": found.status.value,
                "text": str(found.text),
                "copy": found.copy,
                "release": found.release,
                "channel": found.channel,
                "exact": found.exact,
            }
        )
        output.say(str(found.text))
        if found.status is not Status.MAY_BE_USED:
            raise typer.Exit(HELD)


@listing.command("list")
def list_releases(
    vault: VaultOption, passphrase_file: PassphraseOption = None, as_json: JsonOption = False
) -> None:
    """All releases, newest first."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        found = releasing.listed(session)
        output.value(
            [
                {
                    "release": r.id,
                    "channel": r.channel,
                    "day": r.day,
                    "copies": r.copies,
                    "folder": r.folder,
                    "places": r.places,
                }
                for r in found
            ]
        )
        if not as_json:
            table = Listing(
                "Id",
                "Channel",
                "Day",
                "Copies",
                "Folder",
                "Where it went",
                empty="Nothing was released yet; `consentry release` lets out copies of what may go.",
            )
            for r in found:
                table.row(r.id[:8], r.channel, r.day.isoformat(), str(r.copies), r.folder, ", ".join(r.places))
            table.show()


@listing.command("place")
def place(
    release_id: Annotated[str, typer.Argument(help="The release's id, as `releases list` shows it.")],
    where: Annotated[str, typer.Argument(help="An address, a page, a print run.")],
    vault: VaultOption,
    printed: Annotated[bool, typer.Option("--print", help="On paper: it cannot be called back.")] = False,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Note where a release went."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        fits = [r for r in releasing.listed(session) if r.id.startswith(release_id.strip().casefold())]
        if len(fits) != 1:
            raise MendableError("There is no such release; `consentry releases list` shows those there are.")
        releasing.note_place(session, fits[0].id, where, recallable=not printed)
        output.value({"release": fits[0].id, "place": where})
        output.say("Noted.")
