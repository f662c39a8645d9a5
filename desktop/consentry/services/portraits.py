"""Enrolling portraits: one file a portrait; whose it is, an index or its name tells; what is wrong is said."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from consentry.services.analysis import AnalysedFace, Analysis, template_engine
from consentry.services.doubts import doubted
from consentry.services.judging import Judge
from consentry.services.operation import Changes, Handle, Operation
from consentry.services.paths import files_in, shown
from consentry.services.photo_jobs import Analyse
from consentry.services.portrait_owners import Owners, PortraitFiles, portrait_files
from consentry.services.recognition import TEMPLATE_ENGINE, WITHDRAWN
from consentry.services.recompute import announce
from consentry.services.session import Session
from consentry_faces import portrait
from consentry_intake.sheets.portraits import PortraitKey
from consentry_policy.errors import MendableError
from consentry_policy.people import Person, PersonId
from consentry_policy.recognise import Matching
from consentry_vault import PortraitRow
from consentry_vault.unit import Unit
from consentry_vault.users import Role


@dataclass(slots=True)
class EnrolReport:
    """What an enrolment came to. ``lacking``: numbers (or ids) of those who may be enrolled and still lack a
    usable portrait of the engine that looks now; ``look_at`` was enrolled and wants a look, ``refused`` was not;
    both hold file name and reason.
    """

    enrolled: int = 0
    people: int = 0
    without: int = 0
    known: int = 0
    lacking: list[str] = field(default_factory=list)
    look_at: list[tuple[str, str]] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        return {
            "enrolled": self.enrolled,
            "people": self.people,
            "without": self.without,
            "known": self.known,
            "lacking": self.lacking,
            "look_at": [{"file": name, "reason": reason} for name, reason in self.look_at],
            "refused": [{"file": name, "reason": reason} for name, reason in self.refused],
        }


def enrol(session: Session, folder: Path, index: Path | None = None) -> Operation[EnrolReport]:
    """Enrol every portrait below a folder. ``index``: the list that came with it (PSPA INDEX.TXT, MASTER.txt, a
    PowerSchool photo map); one that lies in the folder under its usual name is found. Raises MendableError where
    matching is off, there is no file, or the index cannot be used.
    """

    def work(handle: Handle) -> EnrolReport:
        session.need(Role.CLERK)
        if session.matching is Matching.OFF:
            raise MendableError(
                "This vault does no face matching, so no portrait is enrolled; nothing is left to do."
            )
        with session.looking.under_way():
            files = portrait_files(folder, files_in([folder]), index, session.workers())
            return _Enrolling(session, handle, folder).run(files)

    return Operation(work)


def may_enrol(session: Session, unit: Unit, among: Iterable[PersonId] | None = None) -> set[PersonId] | None:
    """Whose templates may be kept: None is everyone; in mode "refused-only" who may not appear on some channel, of
    the people ``among`` where those are given.
    """
    if session.matching is not Matching.REFUSED_ONLY:
        return None
    found: set[PersonId] = set()
    for channel in unit.channels.all():
        judge_of = Judge(session, unit, channel.name)
        for person in judge_of.roster.people if among is None else among:
            standing = judge_of.standing(person)
            if standing is None or not standing.may_appear:
                found.add(person)
    return found


class _Enrolling:
    """One run over a folder of portraits."""

    def __init__(self, session: Session, handle: Handle, folder: Path) -> None:
        self.session = session
        self.handle = handle
        self.folder = folder
        self.report = EnrolReport()
        self.people: set[PersonId] = set()
        with session.vault.read() as unit:
            self.gone: dict[PersonId, str] = unit.settings.get(WITHDRAWN, {})
            self.owners = Owners(unit.people.all())
            self.may_enrol = may_enrol(session, unit)

    def run(self, portraits: PortraitFiles) -> EnrolReport:
        """Look at each portrait in a worker child and keep what is usable."""
        self.report.refused += portraits.refused
        owners = {path: self._owner(path, portraits.keys.get(path)) for path in portraits.files}
        wanted = [path for path in portraits.files if owners[path] is not None]
        jobs: Iterator[Analyse] = (Analyse(path) for path in wanted)
        for done, (job, analysis) in enumerate(self.session.workers().map(jobs), start=1):
            assert isinstance(job.content, Path)
            owner = owners[job.content]
            if owner is not None:
                self._keep(job.content, owner, analysis)
            self.handle.progress(done, len(wanted), "Enrolling portraits")
            if self.handle.cancelled:
                self.session.workers().cancel()
                break
        self._count()
        what = Changes(people=True, gallery=True)
        if self.handle.cancelled:
            self.session.emit(what)  # the kept verdicts are known to be of the older portraits
        else:
            announce(self.session, what, handle=self.handle)
        self.handle.stop_if_cancelled()
        self.report.look_at.sort()
        self.report.refused.sort()
        return self.report

    def _owner(self, path: Path, key: PortraitKey | None) -> Person | None:
        owner = self.owners.of(self.folder, path, key)
        if isinstance(owner, str):
            self._refuse(path, owner)
            return None
        if owner.id in self.gone:
            self._refuse(path, "this person withdrew from face matching, so no portrait of them is kept.")
            return None
        if self.may_enrol is not None and owner.id not in self.may_enrol:
            self._refuse(path, "this vault keeps portraits only of people without consent.")
            return None
        return owner

    def _refuse(self, path: Path, reason: str) -> None:
        self.report.refused.append((shown(path.name), reason))

    def _keep(self, path: Path, owner: Person, analysis: Analysis) -> None:
        if analysis.error is not None:
            self._refuse(path, analysis.error)
            return
        taken = analysis.taken_at.date() if analysis.taken_at else None
        shape = (analysis.height, analysis.width)
        report = portrait.judge(
            analysis.faces, shape, taken_on=taken, today=self.session.today, detector=analysis.engine.detector
        )
        said = " ".join(report.problems)
        if report.face is None:
            self._refuse(path, said)
            return
        face = analysis.faces[report.face]
        with self.session.vault.write() as unit:
            if unit.portraits.has_sha256(owner.id, analysis.sha256, template_engine(analysis.engine)):
                self.report.known += 1
                self.people.add(owner.id)
                return
            self._add(unit, owner, analysis, face, said or None)
        self.report.enrolled += 1
        self.people.add(owner.id)
        if said:
            self.report.look_at.append((shown(path.name), said))

    def _add(self, unit: Unit, owner: Person, analysis: Analysis, face: AnalysedFace, note: str | None) -> None:
        engine = template_engine(analysis.engine)
        row = PortraitRow(
            id=uuid.uuid4().hex,
            person=owner.id,
            template=face.template,
            engine_id=engine,
            weights_sha256=analysis.engine.weights,
            sha256=analysis.sha256,
            added_at=self.session.now,
            taken_on=analysis.taken_at.date() if analysis.taken_at else None,
            note=note,
        )
        unit.portraits.add(row, face.crop)
        unit.settings.set(TEMPLATE_ENGINE, engine)
        unit.settings.bump_roster_version()
        unit.audit.append("enrolled", {"person": owner.id, "portrait": row.id})

    def _count(self) -> None:
        self.report.people = len(self.people)
        with self.session.vault.read() as unit:
            engine = unit.settings.get(TEMPLATE_ENGINE)  # another engine's templates recognise nobody any more
            held = unit.portraits.templates(engine, without=doubted(unit)) if engine else []
            everyone = unit.people.all()
        usable = {person for person, _ in held}
        wanted = {p.id for p in everyone} if self.may_enrol is None else self.may_enrol
        lacking = [p for p in everyone if p.id in wanted and p.id not in usable and p.id not in self.gone]
        self.report.without = len(lacking)
        self.report.lacking = sorted(p.number or p.id for p in lacking)
