"""`people set`, `people show`, `people correct`: one person's answers, what held on a day, records put right."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from consentry.cli.common import (
    JsonOption,
    Listing,
    Output,
    PassphraseOption,
    VaultOption,
    WhyOption,
    a_file,
    parse_conditions,
    parse_day,
    parse_names,
    unlocked,
)
from consentry.cli.sheets import covered
from consentry.services import corrections, history, leaving, references, roster, scans
from consentry.services.session import Session
from consentry.services.views import TimelineEntry
from consentry_policy.errors import MendableError
from consentry_policy.people import PersonId
from consentry_policy.records import Answer, Evidence, EvidenceKind, SignerRole


class AnswerChoice(StrEnum):
    """What was answered."""

    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


ANSWERS = {
    AnswerChoice.GRANTED: Answer.GRANT,
    AnswerChoice.REFUSED: Answer.REFUSAL,
    AnswerChoice.WITHDRAWN: Answer.WITHDRAWAL,
}

_KEPT = "kept face"

NumberArgument = Annotated[str, typer.Argument(help="The school number.")]


def register(app: typer.Typer) -> None:
    """Put these commands under `people`."""
    app.command("set")(set_person)
    app.command("show")(show_person)
    app.command("correct")(correct)


def _evidence(session: Session, paper: str | None, scan: Path | None, form: str | None) -> str | Evidence | None:
    """What stands behind an answer: one of a place, a scan, an online form's record."""
    if sum(given is not None for given in (paper, scan, form)) > 1:
        raise MendableError("Give one kind of evidence: --evidence, --scan or --form.")
    if scan is not None:
        return scans.keep(session, a_file(scan, "scan"))
    return paper if form is None else Evidence(EvidenceKind.FORM, form.strip())


def set_person(
    number: NumberArgument,
    vault: VaultOption,
    consent: Annotated[AnswerChoice | None, typer.Option(help="What was answered.")] = None,
    channel: Annotated[str, typer.Option(help="all, or names parted by commas.")] = "all",
    evidence: Annotated[str | None, typer.Option(help="Where the signed form is kept.")] = None,
    scan: Annotated[Path | None, typer.Option(help="A scan of it to keep in the vault: PDF, JPEG, PNG.")] = None,
    form: Annotated[str | None, typer.Option(help="An online form's record: system/entry/time.")] = None,
    signed_on: Annotated[str | None, typer.Option(help="The day on the form, if not today (YYYY-MM-DD).")] = None,
    effective: Annotated[
        str | None, typer.Option("--from", help="The first day it holds, if not the day of the signature.")
    ] = None,
    until: Annotated[str | None, typer.Option(help="The last day a yes holds (YYYY-MM-DD).")] = None,
    signer: Annotated[str | None, typer.Option(help="Who signed.")] = None,
    signed_by: Annotated[
        SignerRole | None,
        typer.Option(help="A guardian, the person themselves, another; by their age if not given."),
    ] = None,
    note: Annotated[str | None, typer.Option(help="What else was said; kept with the answer.")] = None,
    conditions: Annotated[
        str, typer.Option(help="What a yes asks for: no-name, group-only, no-under-13; by commas.")
    ] = "",
    left: Annotated[str | None, typer.Option(help="The day they left the school (YYYY-MM-DD), or back.")] = None,
    no_matching: Annotated[
        str | None, typer.Option("--no-matching", help="They withdraw from face matching: why, or who asked.")
    ] = None,
    protected: Annotated[str | None, typer.Option(help="Why the person is protected.")] = None,
    lift_protection: Annotated[
        str | None, typer.Option("--lift-protection", help="Why the protection ends; only the designee may.")
    ] = None,
    birth_date: Annotated[str | None, typer.Option(help="YYYY-MM-DD, or none where it is not known.")] = None,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Record one person's answer, protection, birth date, or that they left or withdraw from face matching."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        if not any((consent, protected, lift_protection, birth_date, left, no_matching)):
            raise MendableError("Say what to set, for example --consent or --protected; --help lists it all.")
        names = None if parse_names(channel) is None else covered(session, channel)
        with session.vault.read() as unit:
            person = roster.find(unit, number).id
        if consent is not None:
            roster.set_consent(
                session,
                person,
                ANSWERS[consent],
                names,
                _evidence(session, evidence, scan, form),
                until=parse_day(until),
                signer=signer,
                signer_role=signed_by,
                note=note,
                conditions=parse_conditions(conditions),
                signed_on=parse_day(signed_on),
                effective=parse_day(effective),
            )
        _set_facts(session, person, birth_date, left, no_matching)
        if protected is not None:
            roster.protect(session, person, protected)
        if lift_protection is not None:
            roster.lift_protection(session, person, lift_protection)
        _say_now(session, output, number, person)


def _set_facts(
    session: Session, person: PersonId, birth_date: str | None, left: str | None, no_matching: str | None
) -> None:
    if birth_date is not None:
        roster.set_birth_date(session, person, None if birth_date == "none" else parse_day(birth_date))
    if left is not None:
        leaving.left(session, person, None if left == "back" else parse_day(left))
    if no_matching is not None:
        leaving.withdraw_from_matching(session, person, no_matching)


def _say_now(session: Session, output: Output, number: str, person: PersonId) -> None:
    now = roster.view(session, person)
    states = {name: state.value for name, state in sorted(now.states.items())}
    output.value(
        {
            "number": number,
            "consent": states,
            "protected": now.protected,
            "flags": sorted(now.flags),
            "changes": output.changes,
        }
    )
    output.say(f"{number}: " + ("; ".join(f"{name}: {state}" for name, state in states.items()) or "recorded"))
    for flag in sorted(now.flags):
        output.say(f"  to look at: {flag}")
    output.say_changes()


def show_person(
    number: NumberArgument,
    vault: VaultOption,
    on: Annotated[
        str | None, typer.Option("--on", help="What held on that day, past or to come (YYYY-MM-DD).")
    ] = None,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """One person's history, newest first, with the ids that `people correct` takes; then the faces kept."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        with session.vault.read() as unit:
            person = roster.find(unit, number).id
        day = parse_day(on)
        if day is None:
            _show_history(session, output, person)
        else:
            _show_day(session, output, person, day)


def _show_history(session: Session, output: Output, person: PersonId) -> None:
    found = roster.timeline(session, person)
    kept = references.kept(session, person)
    output.value([_as_record(entry) for entry in found] + [_as_entry(face) for face in kept])
    if output.as_json:
        return
    table = Listing(
        "Record", "Day", "What", "Channels", "Who", "Evidence", "Remarks", empty="Nothing is on record."
    )
    for e in found:
        conditions, corrected = ", ".join(e.conditions), "corrected" if e.superseded else ""
        note = "; ".join(part for part in (conditions, e.note, corrected) if part)
        told = (str(part) for part in (e.what, e.channels, e.who, e.evidence))
        table.row((e.record or "")[:8], e.day.isoformat(), *told, note)
    for face in kept:
        photo = f"photo of {face.taken_on.isoformat()}" if face.taken_on else "photo without a date"
        note = "" if face.counts else "does not count: the answer was changed or taken back"
        table.row("", face.kept_on.isoformat(), _KEPT, "", "", photo, note)
    table.show()


def _as_record(entry: TimelineEntry) -> dict[str, object]:
    return {
        "day": entry.day,
        "what": str(entry.what),
        "channels": str(entry.channels),
        "who": str(entry.who),
        "evidence": str(entry.evidence),
        "superseded": entry.superseded,
        "record": entry.record,
        "conditions": ", ".join(entry.conditions),
        "note": entry.note,
    }


def _as_entry(face: references.KeptFace) -> dict[str, object]:
    return {"day": face.kept_on, "what": _KEPT, "record": None, "taken_on": face.taken_on, "counts": face.counts}


def _show_day(session: Session, output: Output, person: PersonId, day: date) -> None:
    held = history.held_on(session, person, day)
    output.value([_as_held(one) | {"day": day} for one in held])
    if output.as_json:
        return
    table = Listing(
        "Channel", "Consent", "Since", "Until", "By", "Channel listed", empty="No channel is on the list yet."
    )
    for one in held:
        first, last = (d.isoformat() if d else "" for d in (one.first, one.last))
        table.row(one.channel, one.state.value, first, last, str(one.ground), "yes" if one.listed else "no")
    table.show()


def _as_held(one: history.Held) -> dict[str, object]:
    return {
        "channel": one.channel,
        "state": one.state.value,
        "first": one.first,
        "last": one.last,
        "because": one.because,
        "ground": str(one.ground),
        "listed": one.listed,
    }


def correct(
    record: Annotated[str, typer.Argument(help="The record's id, as `people show` lists it.")],
    vault: VaultOption,
    why: WhyOption = "",
    void: Annotated[bool, typer.Option("--void", help="It was made in error: it says nothing any more.")] = False,
    consent: Annotated[AnswerChoice | None, typer.Option(help="What was answered.")] = None,
    channel: Annotated[str | None, typer.Option(help="all, or names parted by commas.")] = None,
    signed_on: Annotated[str | None, typer.Option(help="The day on the form (YYYY-MM-DD).")] = None,
    until: Annotated[str | None, typer.Option(help="The last day a yes holds (YYYY-MM-DD).")] = None,
    evidence: Annotated[str | None, typer.Option(help="Where the signed form is kept.")] = None,
    scan: Annotated[Path | None, typer.Option(help="A scan of it to keep in the vault: PDF, JPEG, PNG.")] = None,
    signer: Annotated[str | None, typer.Option(help="Who signed.")] = None,
    conditions: Annotated[str | None, typer.Option(help="What a yes asks for, by commas; empty: nothing.")] = None,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Put a record right: it stays in the history, a new one takes its place and says why."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        if not why.strip():
            raise MendableError('Say why the record is corrected with --why "…"; it is kept with the correction.')
        what = corrections.Correction(
            answer=ANSWERS[consent] if consent else None,
            other_channels=channel is not None,
            channels=None if channel is None or parse_names(channel) is None else covered(session, channel),
            until=parse_day(until),
            signed_on=parse_day(signed_on),
            evidence=_evidence(session, evidence, scan, None),
            signer=signer,
            conditions=None if conditions is None else parse_conditions(conditions),
        )
        if void and what:
            raise MendableError("Either --void, or what is otherwise; give one of the two.")
        made = corrections.void(session, record, why) if void else corrections.correct(session, record, what, why)
        output.value({"record": made, "supersedes": record, "changes": output.changes})
        output.say("Corrected; the earlier record stays in the history.")
        output.say_changes()
