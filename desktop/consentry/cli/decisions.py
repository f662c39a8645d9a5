"""`decide` and `undo`: what a reviewer says of a photo or of one face in it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from consentry.cli.common import (
    JsonOption,
    Output,
    PassphraseOption,
    VaultOption,
    WhyOption,
    run_with_bar,
    unlocked,
)
from consentry.cli.photos import as_record, show
from consentry.services import cropping, deciding, drawing, photos, references, roster
from consentry.services.session import Session
from consentry.services.views import PhotoView
from consentry_policy.errors import MendableError
from consentry_policy.facts import Attestation, Mark


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

_COVERS = {"cover", "uncover"}
Box = tuple[float, float, float, float]


def decide(
    photo: Annotated[str, typer.Argument(help="The photo's file, or its id.")],
    vault: VaultOption,
    face: Annotated[int | None, typer.Option(help="The face's number, as check --json shows it.")] = None,
    person: Annotated[str | None, typer.Option(help="It is the person with this number.")] = None,
    not_person: Annotated[str | None, typer.Option(help="It is not the person with this number.")] = None,
    keep: Annotated[
        bool, typer.Option("--keep", help="Keep the face as a further reference of the person it is said to be.")
    ] = False,
    unkeep: Annotated[
        bool, typer.Option("--unkeep", help="Keep it no longer: nobody is recognised by it any more.")
    ] = False,
    unknown: Annotated[bool, typer.Option("--unknown", help="Nobody here can say who it is.")] = False,
    visitor: Annotated[bool, typer.Option("--visitor", help="Neither student nor co-worker.")] = False,
    not_a_face: Annotated[bool, typer.Option("--not-a-face")] = False,
    unrecognisable: Annotated[bool, typer.Option("--unrecognisable")] = False,
    cover: Annotated[bool, typer.Option("--cover", help="Cover the face in the copy.")] = False,
    uncover: Annotated[bool, typer.Option("--uncover")] = False,
    crop: Annotated[
        str | None, typer.Option(help="Cut the copy to x,y,w,h in pixels of the upright photo.")
    ] = None,
    leave_out: Annotated[
        list[int] | None,
        typer.Option("--leave-out", help="Crop the copy so that this face is not in it; may be given twice."),
    ] = None,
    uncrop: Annotated[bool, typer.Option("--uncrop", help="Take the crop off.")] = False,
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
        kept = keep or unkeep
        if not any((chosen, person, not_person, kept, crop, leave_out, uncrop, draw, mark, unmark, attest, event)):
            raise MendableError("Say what you decide; `consentry decide --help` lists what can be said.")
        if not why.strip():
            raise MendableError('Say why with --why "…"; it is kept with the decision.')
        _agree(chosen, person, not_person, mark, unmark)
        drawn, cut = (
            _box(draw, "A drawn face", "--draw"),
            _box(crop, "A crop", "--crop"),
        )  # before anything is kept
        if drawn:
            run_with_bar(drawing.draw_face(session, photo_id, drawn, why), output)
        if person or not_person or chosen:
            _decide_face(session, photo_id, face, person, not_person, chosen, why)
        _keep(session, photo_id, face, on=keep, off=unkeep)
        _crop(session, photo_id, cut, leave_out or [], why, off=uncrop)
        if event:
            from consentry.services import events

            deciding.join_event(session, [photo_id], events.find(session, event).id, why)
        _mark(session, photo_id, mark, why, on=True)
        _mark(session, photo_id, unmark, why, on=False)
        if attest:
            _attest(session, photo_id, attest, channel, why)
        _say(session, photo_id, channel, output)


def _agree(
    chosen: list[str],
    person: str | None,
    not_person: str | None,
    mark: MarkChoice | None,
    unmark: MarkChoice | None,
) -> None:
    """Refuse words that cannot all be true, where the last of them would win unseen. Raises MendableError."""
    words = [f"--{name}" for name in chosen if name not in _COVERS] + ["--person"] * bool(person)
    clash = {
        " and ".join(words): len(words) > 1,
        "--cover and --uncover": set(chosen) >= _COVERS,
        "--person and --not-person of one number": bool(person) and person == not_person,
        "--mark and --unmark of one thing": mark is not None and mark is unmark,
    }
    for which, there in clash.items():
        if there:
            raise MendableError(f"{which} cannot both be; say one of them.")


def _decide_face(
    session: Session,
    photo_id: str,
    number: int | None,
    person: str | None,
    not_person: str | None,
    chosen: list[str],
    why: str,
) -> None:
    ids = _faces(session, photo_id, [number], "--face")
    with session.vault.read() as unit:
        is_person = roster.find(unit, person).id if person else None
        not_that = roster.find(unit, not_person).id if not_person else None
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


def _keep(session: Session, photo_id: str, number: int | None, *, on: bool, off: bool) -> None:
    if on:
        report = references.keep(session, _faces(session, photo_id, [number], "--face"))
        for _, reason in report.refused:
            raise MendableError(f"The face was not kept: {reason}")
    if off:
        kept = references.of_faces(session, _faces(session, photo_id, [number], "--face"))
        if not kept:
            raise MendableError("That face is not kept as a reference, so there is nothing to take back.")
        references.take_back(session, kept)


def _faces(session: Session, photo_id: str, chosen: Sequence[int | None], option: str) -> list[str]:
    """The ids of faces by their numbers."""
    with session.vault.read() as unit:
        faces: dict[int | None, str] = {row.ordinal + 1: row.id for row in unit.faces.of(photo_id)}
    if not faces.keys() >= set(chosen):
        known = ", ".join(map(str, faces)) or "none"
        raise MendableError(f"Say which face with {option}; the faces of this photo are: {known}.")
    return [faces[number] for number in dict.fromkeys(chosen)]


def _crop(
    session: Session, photo_id: str, box: Box | None, leave_out: Sequence[int], why: str, *, off: bool
) -> None:
    """Take the crop off, cut to ``box``, then make that smaller until it leaves these faces out."""
    if off:
        deciding.uncrop(session, [photo_id], why)
    if box:
        deciding.crop(session, photo_id, box, why)
    if leave_out:
        found = cropping.leaving_out(session, photo_id, _faces(session, photo_id, leave_out, "--leave-out"))
        deciding.crop(session, photo_id, found.box, why)


def _mark(session: Session, photo_id: str, mark: MarkChoice | None, why: str, *, on: bool) -> None:
    if mark is MarkChoice.LOGO:
        deciding.logo(session, [photo_id], shown=on, why=why)
    elif mark is not None:
        (deciding.mark if on else deciding.unmark)(session, [photo_id], _MARKS[mark], why)


def _box(text: str | None, what: str, option: str) -> Box | None:
    if text is None:
        return None
    try:
        x, y, w, h = (float(part) for part in text.split(","))
    except ValueError:
        raise MendableError(f"{what} is four numbers: {option} x,y,w,h in pixels.") from None
    return x, y, w, h


def _attest(session: Session, photo_id: str, attest: AttestChoice, channel: str | None, why: str) -> None:
    names = _channels_of(session, photo_id, channel)
    words = [(Attestation(attest.value), name) for name in names]
    if attest is AttestChoice.NOTHING_IDENTIFIES and session.is_designee:
        # The designee's word also holds for a protected person (row 4).
        words.append((Attestation.NOTHING_IDENTIFIES_PROTECTED, names[0]))
    deciding.attest_all(session, [photo_id], words, why)


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
        _say_crop(views[0], output)


def _say_crop(view: PhotoView, output: Output) -> None:
    if view.crop is None:
        return
    x, y, width, height = view.crop
    out = [str(face.ordinal) for face in view.faces if face.left_out]
    without = f"; it leaves out face {', '.join(out)}" if out else "; it leaves no face out"
    whole = f"{view.width} x {view.height}"
    output.say(f"The copy is cut to {width} x {height} of {whole} pixels, from {x},{y}{without}.")


def undo(vault: VaultOption, passphrase_file: PassphraseOption = None, as_json: JsonOption = False) -> None:
    """Take back your latest decision."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        what = deciding.undo(session)
        output.value({"undone": str(what) if what else None})
        output.say(f"Taken back: {what}." if what else "There is nothing to take back.")
