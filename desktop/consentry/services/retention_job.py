"""Destroys face templates, with their crops and copies in backups, once nothing entitles anyone to keep them.

When is `consentry_policy.retention`'s to say; consents and decisions stay.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from consentry.services.operation import Changes, Handle, Operation
from consentry.services.recognition import WITHDRAWN
from consentry.services.recompute import announce
from consentry.services.session import Session
from consentry_policy.decisions import DecisionKind, standing
from consentry_policy.errors import MendableError
from consentry_policy.people import PersonId
from consentry_policy.recognise import Matching
from consentry_policy.retention import (
    Gallery,
    RetentionRules,
    Template,
    TemplateKind,
    deadline,
    due,
    load_profiles,
)
from consentry_vault import backup
from consentry_vault.unit import Unit

PROFILE = "retention-profile"
DEFAULT_PROFILE = "minnesota"
OFF_SINCE = "matching-off-since"
_PENDING = "purge-pending"  # templates were destroyed and the backups may still hold them


@dataclass(slots=True)
class RetentionReport:
    """What was destroyed, or would be. ``reasons`` counts by why; ``next_due``: when something is due next."""

    profile: str
    day: date
    written: bool
    portraits: int = 0
    faces: int = 0
    reasons: dict[str, int] = field(default_factory=dict)
    next_due: date | None = None
    backups_replaced: int = 0

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        return {
            "profile": self.profile,
            "day": self.day.isoformat(),
            "written": self.written,
            "portraits": self.portraits,
            "faces": self.faces,
            "reasons": self.reasons,
            "next_due": self.next_due.isoformat() if self.next_due else None,
            "backups_replaced": self.backups_replaced,
        }


def rules_of(unit: Unit) -> RetentionRules:
    """The profile that was chosen, Minnesota's unless another was. Raises MendableError (RetentionError)."""
    profiles = load_profiles()
    chosen = unit.settings.get(PROFILE, DEFAULT_PROFILE)
    if chosen not in profiles:
        raise MendableError("The retention profile of this vault is not known here; choose one in the settings.")
    return profiles[chosen]


def run(session: Session, *, dry_run: bool = False) -> Operation[RetentionReport]:
    """Destroy what is due today; with ``dry_run`` only say what is. Raises MendableError."""

    def work(handle: Handle) -> RetentionReport:
        session.need()
        handle.progress(0, 2, "Looking for templates that are due")
        with session.vault.read() as unit:
            rules, templates, gallery = rules_of(unit), list(_templates(unit)), _gallery(session, unit)
        dues = due(templates, gallery, rules, session.today)
        gone = {d.template for d in dues}
        kinds = Counter(t.kind for t in templates if t.id in gone)
        ends = [deadline(t, gallery, rules) for t in templates if t.id not in gone]
        report = RetentionReport(
            profile=rules.id,
            day=session.today,
            written=not dry_run,
            portraits=kinds[TemplateKind.PORTRAIT],
            faces=kinds[TemplateKind.FOUND],
            reasons=dict(sorted(Counter(d.why.value for d in dues).items())),
            next_due=min((end.by for end in ends if end is not None), default=None),
        )
        if not dry_run:
            handle.progress(1, 2, "Destroying them, in the backups too")
            _destroy(session, [t for t in templates if t.id in gone], report)
        return report

    return Operation(work)


def destroy_all(session: Session) -> RetentionReport:
    """Destroy every template there is: matching was turned off."""
    session.need()
    with session.vault.read() as unit:
        templates = list(_templates(unit))
        profile = unit.settings.get(PROFILE, DEFAULT_PROFILE)
    kinds = Counter(t.kind for t in templates)
    report = RetentionReport(profile, session.today, True, kinds[TemplateKind.PORTRAIT], kinds[TemplateKind.FOUND])
    report.reasons = {"matching was turned off": len(templates)} if templates else {}
    _destroy(session, templates, report)
    return report


def _templates(unit: Unit) -> Iterable[Template]:
    for row in unit.portraits.all():
        if row.template is not None:
            yield Template(row.id, TemplateKind.PORTRAIT, row.added_at.date(), row.person)
    named = _named(unit)
    for face, at in unit.faces.with_templates():
        # A photo that was never checked to its end has no day: its faces count as due long ago.
        made = at.date() if at is not None else date.min.replace(year=2000)
        yield Template(face, TemplateKind.FOUND, made, named.get(face))


def _named(unit: Unit) -> dict[str, PersonId]:
    """Who reviewers said the faces are; what the program alone takes a face for is not kept anywhere."""
    named: dict[str, PersonId] = {}
    for row in standing(unit.decisions.since()):
        if row.face is None:
            continue
        if row.kind == DecisionKind.PERSON and row.value is not None:
            named[row.face] = row.value
        elif row.kind in {DecisionKind.UNKNOWN, DecisionKind.VISITOR} or row.value == named.get(row.face):
            named.pop(row.face, None)
    return named


def _gallery(session: Session, unit: Unit) -> Gallery:
    off = unit.settings.get(OFF_SINCE)
    if session.matching is Matching.OFF and off is None:
        off = session.today.isoformat()
    gone = unit.settings.get(WITHDRAWN, {})
    return Gallery(
        left={p.id: p.left_on for p in unit.people.all() if p.left_on is not None},
        withdrew={person: date.fromisoformat(day) for person, day in gone.items()},
        off_since=date.fromisoformat(off) if off and session.matching is Matching.OFF else None,
    )


def _destroy(session: Session, templates: list[Template], report: RetentionReport) -> None:
    """First in the vault, then by a new backup in place of all older ones; a crash between is mended next time."""
    with session.vault.write() as unit:
        for template in templates:
            if template.kind is TemplateKind.PORTRAIT:
                unit.portraits.destroy_template(template.id)
            else:
                unit.faces.destroy_template(template.id)
        pending = bool(templates) or bool(unit.settings.get(_PENDING, False))
        if templates:
            unit.settings.set(_PENDING, True)
            unit.settings.bump_roster_version()
            details = {"portraits": report.portraits, "faces": report.faces, "why": report.reasons}
            unit.audit.append("templates-destroyed", details)
    if not pending:
        return
    older = len(backup.backups(session.vault.folder))
    backup.replace_all(session.vault)
    report.backups_replaced = older
    with session.vault.write() as unit:
        unit.settings.set(_PENDING, False)
    announce(session, Changes(people=True, gallery=True))
