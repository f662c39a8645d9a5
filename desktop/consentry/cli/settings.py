"""`settings` and `retention`: what the designee sets, and what must be destroyed by when."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from consentry.cli.common import (
    JsonOption,
    Output,
    PassphraseOption,
    VaultOption,
    many,
    run_with_bar,
    unlocked,
)
from consentry.cli.vault import MatchingChoice
from consentry.services import retention_job, settings
from consentry.services.matching import MATCHING_NOTES
from consentry.services.retention_job import RetentionReport
from consentry.services.session import Session
from consentry.services.settings import ThresholdsView
from consentry_policy.errors import MendableError
from consentry_policy.recognise import Matching

app = typer.Typer(help="Whose faces are matched, how strictly, and how long templates stay.", no_args_is_help=True)
retention = typer.Typer(help="Face templates whose time is over.", no_args_is_help=True)


@app.command("show")
def show(vault: VaultOption, passphrase_file: PassphraseOption = None, as_json: JsonOption = False) -> None:
    """What is set."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        _show(session, output)


def _show(session: Session, output: Output) -> None:
    now, used = settings.view(session), settings.thresholds(session)
    output.value(
        {
            "matching": now.matching.value,
            "wide_alarm_rate": now.wide,
            "strict_alarm_rate": now.strict,
            "retention": now.profile,
            "engine": now.engine,
            "thresholds": None if used is None else asdict(used) | {"source": used.source.name.lower()},
            "changes": output.changes,
        }
    )
    title, note = MATCHING_NOTES[now.matching.value]
    output.say(f"Face matching: {title}. {note}")
    output.say(f"Alarm rates: {now.wide:g} to suspect, {now.strict:g} to identify without a person.")
    output.say(_thresholds(used))
    chosen = next(p for p in settings.profiles() if p.id == now.profile)
    output.say(f"Retention: {chosen.title} ({chosen.id}). Source: {chosen.source} {chosen.advice}")
    output.say(f"Engine: {now.engine}.")
    output.say_changes()


def _thresholds(used: ThresholdsView | None) -> str:
    if used is None:
        return "Thresholds: none, because nobody is enrolled to be matched."
    identified = f"identified from {used.identified:.2f}" if used.identified is not None else "nobody identified"
    where = used.source.value + (f" ({many(used.faces, 'face')})" if used.faces else "")
    return f"Thresholds: suspected from a likeness of {used.suspected:.2f}, {identified}; {where}."


@app.command("set")
def set_(
    vault: VaultOption,
    matching: Annotated[MatchingChoice | None, typer.Option(help="Whose portraits are matched.")] = None,
    wide: Annotated[float | None, typer.Option(help="Of strangers, the share that may raise an alarm.")] = None,
    strict: Annotated[float | None, typer.Option(help="The same for an identification by itself.")] = None,
    profile: Annotated[str | None, typer.Option("--retention", help="The retention profile, by its id.")] = None,
    engine: Annotated[
        str | None,
        typer.Option(
            help="What finds and tells faces: standard, face_recognition (for comparison alone: it finds far "
            "fewer faces), or a model of your own by its name."
        ),
    ] = None,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Change what is set. Turning matching off destroys every face template at once, in the backups too."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        if all(given is None for given in (matching, wide, strict, profile, engine)):
            raise MendableError("Say what to set: --matching, --wide, --strict, --retention or --engine.")
        if engine is not None:
            settings.set_engine(session, engine)
            output.say(
                "Now enrol the portraits and check the photos again; templates of two engines are not compared."
            )
        if profile is not None:
            settings.set_profile(session, profile)
        if wide is not None or strict is not None:
            settings.set_rates(session, wide, strict)
        if matching is not None:
            report = settings.set_matching(session, Matching(matching.value))
            if report is not None:
                _say(report, output)
        _show(session, output)


@retention.command("run")
def run(
    vault: VaultOption,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what is due, destroy nothing.")] = False,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Destroy the templates and crops that are due today, in the backups too."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (session, output):
        report = run_with_bar(retention_job.run(session, dry_run=dry_run), output)
        output.value(report.as_json() | {"changes": output.changes})
        _say(report, output)
        output.say_changes()


@retention.command("profiles")
def list_profiles(
    vault: VaultOption, passphrase_file: PassphraseOption = None, as_json: JsonOption = False
) -> None:
    """The profiles to choose from, each with where its numbers come from."""
    with unlocked(vault, passphrase_file, as_json=as_json) as (_, output):
        found = settings.profiles()
        output.value([{"id": p.id, "title": p.title, "source": p.source, "advice": p.advice} for p in found])
        for p in found:
            output.say(f"{p.id}: {p.title}. {p.source} {p.advice}")


def _say(report: RetentionReport, output: Output) -> None:
    did = "Destroyed" if report.written else "Due today:"
    due = f"{did} {report.portraits} portraits' templates and {report.faces} found faces', with their crops."
    output.say(due if report.portraits + report.faces else "No face template is due.")
    for why, number in report.reasons.items():
        output.say(f"  {number}: {why}")
    if report.backups_replaced:
        output.say(f"{report.backups_replaced} older backups were replaced by a new one without them.")
    if report.next_due is not None:
        output.say(f"The next is due on {report.next_due.isoformat()}.")
