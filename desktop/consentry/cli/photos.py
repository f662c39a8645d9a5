"""`check`: candidate photos and their verdicts, as a table or as JSON Lines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from consentry.cli.common import (
    HELD,
    JsonOption,
    Listing,
    PassphraseOption,
    VaultOption,
    console,
    parse_day,
    run_with_bar,
    unlocked,
)
from consentry.services import checking
from consentry.services.views import FaceView, PhotoView
from consentry_policy.verdicts import Outcome

WORDS = {
    Outcome.BLOCKED: "blocked",
    Outcome.REVIEW: "needs review",
    Outcome.EXCEPTION: "public-arena exception",
    Outcome.CLEARED: "cleared",
}

_UNREAD = (
    "A folder may not be read, and what is in it was not checked: ask for the right to read it, or copy it here."
)
ChannelsOption = Annotated[list[str], typer.Option("--channel", help="A listed channel; may be given twice.")]


def check(
    paths: Annotated[list[Path], typer.Argument(help="Photos, or folders of photos.")],
    vault: VaultOption,
    channel: ChannelsOption,
    event: Annotated[str | None, typer.Option(help="The event they were taken at, by id or name.")] = None,
    on: Annotated[str | None, typer.Option(help="The day of the release (YYYY-MM-DD), if not today.")] = None,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Check photos: blocked, needs review, public-arena exception or cleared, and why."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        operation = checking.check(session, paths, channel, event=event, on=parse_day(on))
        report = run_with_bar(operation, output)
        if as_json:
            for view in report.photos:
                typer.echo(json.dumps(as_record(view), ensure_ascii=False))
        else:
            show(report.photos)
            output.say_changes()
        if report.unread_folders:
            typer.echo(_UNREAD, err=True)
        if report.unread_folders or any(v.outcome in {Outcome.BLOCKED, Outcome.REVIEW} for v in report.photos):
            raise typer.Exit(HELD)


def as_record(view: PhotoView) -> dict[str, Any]:
    """One photo and channel as an object of JSON Lines; people stand in it by their number."""
    return {
        "photo": view.file_name,
        "id": view.id,
        "sha256": view.sha256,
        "channel": view.channel,
        "day": view.day.isoformat(),
        "verdict": view.outcome.value,
        "reasons": [
            {"code": r.code, "clause": r.clause, "person": r.person_number, "text": r.plain} for r in view.reasons
        ],
        "faces": [_face(face) for face in view.faces],
        "crop": view.crop,
        "error": view.error,
    }


def _face(face: FaceView) -> dict[str, Any]:
    return {
        "face": face.ordinal,
        "box": [round(v, 1) for v in face.box],
        "score": round(face.score, 4),
        "state": face.state.value,
        "person": face.person.number if face.person else None,
        "by_reviewer": face.by_reviewer,
        "covered": face.covered,
        "left_out": face.left_out,
        "candidates": [{"person": c.number, "score": round(c.score, 4)} for c in face.candidates],
    }


def show(views: list[PhotoView]) -> None:
    """A table for people: what, why, and by which clause. The channel has a column where there are several."""
    channels = list(dict.fromkeys(view.channel for view in views))
    title = f"For {channels[0]}" if len(channels) == 1 else None
    table = Listing(title=title)
    table.column("Photo", at_most=22)
    if len(channels) > 1:
        table.column("Channel", at_most=14)
    table.column("Verdict", at_most=12)
    table.column("Why", at_least=22)
    table.column("Clause", at_most=12)
    for view in views:
        channel = [view.channel] if len(channels) > 1 else []
        table.row(view.file_name, *channel, WORDS[view.outcome], *_why(view))
    table.show()
    counts = {o: sum(v.outcome is o for v in views) for o in Outcome}
    console.print(", ".join(f"{n} {WORDS[o]}" for o, n in counts.items() if n) or "Nothing was checked.")


def _why(view: PhotoView) -> tuple[str, str]:
    """The strictest reasons in words, and their clause."""
    strictest = [r for r in view.reasons if r.outcome is view.outcome] or list(view.reasons)
    numbers = {face.id: face.ordinal for face in view.faces}
    found: dict[str, list[int]] = {}
    for reason in strictest:
        found.setdefault(str(reason.text), []).extend([numbers[reason.face]] if reason.face in numbers else [])
    texts = [_of_faces(text, faces) for text, faces in found.items()]
    why = view.error or " ".join(texts[:2]) + (f" (+{len(texts) - 2} more)" if len(texts) > 2 else "")
    return why, strictest[0].clause if strictest else ""


def _of_faces(text: str, faces: list[int]) -> str:
    """A reason with the numbers by which `decide --face` names the faces it is about."""
    if not faces:
        return text
    return f"Face{'s' if len(faces) > 1 else ''} {', '.join(map(str, sorted(faces)))}: {text}"
