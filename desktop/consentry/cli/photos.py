"""`check`, `decide`, `photos` and `undo`: vetting candidate photos."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from consentry.cli.common import (
    HELD,
    JsonOption,
    Output,
    PassphraseOption,
    VaultOption,
    WhyOption,
    console,
    parse_day,
    run_with_bar,
    unlocked,
)
from consentry.services import checking, deciding, photos, roster
from consentry.services.session import Session
from consentry.services.views import FaceView, PhotoView
from consentry_policy.errors import MendableError
from consentry_policy.facts import Attestation, Mark
from consentry_policy.verdicts import Outcome

WORDS = {
    Outcome.BLOCKED: "blocked",
    Outcome.REVIEW: "needs review",
    Outcome.EXCEPTION: "public-arena exception",
    Outcome.CLEARED: "cleared",
}

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
        if any(view.outcome in {Outcome.BLOCKED, Outcome.REVIEW} for view in report.photos):
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
        "candidates": [{"person": c.number, "score": round(c.score, 4)} for c in face.candidates],
    }


def show(views: list[PhotoView]) -> None:
    """A table for people: what, why, and by which clause. The channel has a column where there are several."""
    channels = list(dict.fromkeys(view.channel for view in views))
    table = Table(title=f"For {channels[0]}" if len(channels) == 1 else None, title_justify="left")
    table.add_column("Photo", overflow="fold", max_width=22)
    if len(channels) > 1:
        table.add_column("Channel", overflow="fold", max_width=14)
    table.add_column("Verdict", overflow="fold", max_width=12)
    table.add_column("Why", overflow="fold", min_width=22)
    table.add_column("Clause", overflow="fold", max_width=12)
    for view in views:
        channel = [view.channel] if len(channels) > 1 else []
        table.add_row(view.file_name, *channel, WORDS[view.outcome], *_why(view))
    console.print(table)
    counts = {o: sum(v.outcome is o for v in views) for o in Outcome}
    console.print(", ".join(f"{n} {WORDS[o]}" for o, n in counts.items() if n) or "Nothing was checked.")


def _why(view: PhotoView) -> tuple[str, str]:
    """The strictest reasons in words, and their clause."""
    strictest = [r for r in view.reasons if r.outcome is view.outcome] or list(view.reasons)
    texts = list(dict.fromkeys(r.text for r in strictest))
    why = view.error or " ".join(texts[:2]) + (f" (+{len(texts) - 2} more)" if len(texts) > 2 else "")
    return why, strictest[0].clause if strictest else ""


class AttestChoice(StrEnum):
    """A reviewer's word on a whole photo."""

    NO_STAFF = "no-staff"
    ALL_OTHERS_MAY = "all-others-may"
    NO_ONE = "no-one"
    IN_ARENA = "in-arena"
    NOTHING_IDENTIFIES = "nothing-identifies"
    NO_NAMES = "no-names"
    NO_UNDER_13 = "no-under-13"
    NO_LOGO = "no-logo"


class MarkChoice(StrEnum):
    """What a photo shows."""

    PREMISES = "premises"
    FLOOR_PLAN = "floor-plan"
    CONFIDENTIAL = "confidential"
    LOGO = "logo"


_MARKS = {
    MarkChoice.PREMISES: Mark.PREMISES,
    MarkChoice.FLOOR_PLAN: Mark.FLOOR_PLAN,
    MarkChoice.CONFIDENTIAL: Mark.CONFIDENTIAL,
}


def decide(
    photo: Annotated[str, typer.Argument(help="The photo's file, or its id.")],
    vault: VaultOption,
    face: Annotated[int | None, typer.Option(help="The face's number, as check --json shows it.")] = None,
    person: Annotated[str | None, typer.Option(help="It is the person with this number.")] = None,
    not_person: Annotated[str | None, typer.Option(help="It is not the person with this number.")] = None,
    unknown: Annotated[bool, typer.Option("--unknown", help="Nobody here can say who it is.")] = False,
    visitor: Annotated[bool, typer.Option("--visitor", help="Neither student nor co-worker.")] = False,
    not_a_face: Annotated[bool, typer.Option("--not-a-face")] = False,
    unrecognisable: Annotated[bool, typer.Option("--unrecognisable")] = False,
    cover: Annotated[bool, typer.Option("--cover", help="Cover the face in the copy.")] = False,
    uncover: Annotated[bool, typer.Option("--uncover")] = False,
    draw: Annotated[
        str | None, typer.Option(help="A missed face: x,y,w,h in pixels of the upright photo.")
    ] = None,
    mark: Annotated[MarkChoice | None, typer.Option(help="What the photo shows.")] = None,
    unmark: Annotated[MarkChoice | None, typer.Option(help="What it does not show after all.")] = None,
    attest: Annotated[AttestChoice | None, typer.Option(help="Your word on the whole photo.")] = None,
    event: Annotated[str | None, typer.Option(help="Join the photo to this event first.")] = None,
    channel: Annotated[str | None, typer.Option(help="For attestations that hold for one channel.")] = None,
    why: WhyOption = "",
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Record what a reviewer decides of a photo or of one face in it."""
    flags = {
        "unknown": unknown,
        "visitor": visitor,
        "not-a-face": not_a_face,
        "unrecognisable": unrecognisable,
        "cover": cover,
        "uncover": uncover,
    }
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        photo_id = photos.find(session, photo)
        chosen = [name for name, on in flags.items() if on]
        if not any((chosen, person, not_person, draw, mark, unmark, attest, event)):
            raise MendableError("Say what you decide; `consentry decide --help` lists what can be said.")
        if not why.strip():
            raise MendableError('Say why with --why "…"; it is kept with the decision.')
        if draw:
            run_with_bar(deciding.draw_face(session, photo_id, _box(draw), why), output)
        if person or not_person or chosen:
            _decide_face(session, photo_id, face, person, not_person, chosen, why)
        if event:
            from consentry.services import events

            deciding.join_event(session, [photo_id], events.find(session, event).id, why)
        if mark:
            _mark(session, photo_id, mark, why, on=True)
        if unmark:
            _mark(session, photo_id, unmark, why, on=False)
        if attest:
            _attest(session, photo_id, attest, channel, why)
        _say(session, photo_id, channel, output)


def _decide_face(
    session: Session,
    photo_id: str,
    number: int | None,
    person: str | None,
    not_person: str | None,
    chosen: list[str],
    why: str,
) -> None:
    with session.vault.read() as unit:
        faces = {row.ordinal + 1: row.id for row in unit.faces.of(photo_id)}
        is_person = roster.find(unit, person).id if person else None
        not_that = roster.find(unit, not_person).id if not_person else None
    if number not in faces:
        known = ", ".join(map(str, sorted(faces))) or "none"
        raise MendableError(f"Say which face with --face; the faces of this photo are: {known}.")
    ids = [faces[number]]
    if is_person:
        deciding.confirm(session, ids, is_person, why)
    if not_that:
        deciding.reject(session, ids, not_that, why)
    verbs = {
        "unknown": deciding.unknown,
        "visitor": deciding.visitor,
        "not-a-face": deciding.not_a_face,
        "unrecognisable": deciding.unrecognisable,
        "cover": deciding.cover,
        "uncover": deciding.uncover,
    }
    for name in chosen:
        verbs[name](session, ids, why)


def _mark(session: Session, photo_id: str, mark: MarkChoice, why: str, *, on: bool) -> None:
    if mark is MarkChoice.LOGO:
        deciding.logo(session, [photo_id], shown=on, why=why)
    else:
        (deciding.mark if on else deciding.unmark)(session, [photo_id], _MARKS[mark], why)


def _box(text: str) -> tuple[float, float, float, float]:
    try:
        x, y, w, h = (float(part) for part in text.split(","))
    except ValueError:
        raise MendableError("A drawn face is four numbers: --draw x,y,w,h in pixels.") from None
    return x, y, w, h


def _attest(session: Session, photo_id: str, attest: AttestChoice, channel: str | None, why: str) -> None:
    names = _channels_of(session, photo_id, channel)
    for name in names:
        deciding.attest(session, [photo_id], Attestation(attest.value), name, why)
    if attest is AttestChoice.NOTHING_IDENTIFIES and session.is_designee:
        # The designee's word also holds for a protected person (row 4).
        deciding.attest(session, [photo_id], Attestation.NOTHING_IDENTIFIES_PROTECTED, names[0], why)


def _channels_of(session: Session, photo_id: str, channel: str | None) -> list[str]:
    """The channel asked for, or those the photo was checked for."""
    if channel is not None:
        from consentry.services import channels

        return [channels.require(session, [channel])[0].name]
    with session.vault.read() as unit:
        found = [unit.batches.get(b) for b in unit.batches.of_photo(photo_id)]
    names = list(dict.fromkeys(name for batch in found if batch for name in batch.channels))
    if not names:
        raise MendableError("Say for which channel with --channel.")
    return names


def _say(session: Session, photo_id: str, channel: str | None, output: Output) -> None:
    views = [
        view
        for name in _channels_of(session, photo_id, channel)
        for view in photos.view_of(session, [photo_id], name)
    ]
    output.value([as_record(view) for view in views])
    if not output.as_json:
        show(views)


def undo(vault: VaultOption, passphrase_file: PassphraseOption = None, as_json: JsonOption = False) -> None:
    """Take back your latest decision."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        what = deciding.undo(session)
        output.value({"undone": what})
        output.say(f"Taken back: {what}." if what else "There is nothing to take back.")
