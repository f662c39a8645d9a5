"""Checking photos: analyse each in a worker child, keep what was found in the vault, and say the verdicts."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from consentry.services import channels as channel_list
from consentry.services import events as event_register
from consentry.services import photos
from consentry.services.analysis import Analysis
from consentry.services.content import UnreadableError, read_content
from consentry.services.found_faces import face_rows, merge
from consentry.services.operation import Changes, Handle, Operation
from consentry.services.paths import files_in, kept, shown
from consentry.services.photo_jobs import Analyse
from consentry.services.recompute import Touched, announce
from consentry.services.session import Session
from consentry.services.views import PhotoView, ReasonView
from consentry_policy.decisions import DecisionKind, fold
from consentry_policy.recognise import Matching
from consentry_policy.sentences import Sentence
from consentry_policy.verdicts import Outcome
from consentry_vault import BatchRow, DecisionRow, PhotoRow
from consentry_vault.unit import Unit
from consentry_vault.users import Role


@dataclass(slots=True)
class CheckReport:
    """What a check came to. ``photos`` holds one view a photo and channel, in the order of the files."""

    batch: str
    photos: list[PhotoView] = field(default_factory=list)
    known: int = 0  # photos that were checked before and did not change
    unread_folders: int = 0  # what is in them was not looked at


def check(
    session: Session,
    paths: Sequence[Path],
    channels: Sequence[str],
    *,
    event: str | None = None,
    on: date | None = None,
) -> Operation[CheckReport]:
    """Check files and folders for channels, as of a day (today). Items: a PhotoView a photo, of the first channel.

    Photos that are in the vault already are not looked at again. Raises MendableError.
    """

    def work(handle: Handle) -> CheckReport:
        session.need(Role.REVIEWER, Role.COACH)
        names = [c.name for c in channel_list.require(session, channels)]
        joined = event_register.find(session, event).id if event else None
        unread: list[Path] = []
        with session.looking.under_way():
            report = _Check(session, handle, names, joined, on).run(files_in(paths, unread))
        report.unread_folders = len(unread)
        return report

    return Operation(work)


class _Check:
    """One run over many files."""

    def __init__(
        self, session: Session, handle: Handle, channels: list[str], event: str | None, on: date | None
    ) -> None:
        self.session = session
        self.handle = handle
        self.channels = channels
        self.event = event
        self.on = on
        self.report = CheckReport(batch=uuid.uuid4().hex)
        self.unread: dict[Path, str] = {}
        self._waiting: dict[int, tuple[Analyse, Path]] = {}  # by the job: two files may be one object in memory
        self.order: dict[Path, str] = {}  # photo ids by file, as they come

    def run(self, files: list[Path]) -> CheckReport:
        """Analyse, keep, and judge once more at the end, when all of the batch's faces are known."""
        self._open_batch(files)
        embed = self.session.matching is not Matching.OFF
        todo = self._unknown(files)
        for job, analysis in self.session.workers().map(self._jobs(todo, embed=embed)):
            if self.handle.cancelled:
                self.session.workers().cancel()
                break
            self._keep(self._waiting.pop(id(job))[1], analysis, len(files))
        self.session.emit(Changes(photos=frozenset(self.order.values())))
        self.handle.stop_if_cancelled()
        self.session.recognition.forget()  # the normaliser learns from the new faces, too
        self._finish(files)
        touched = Touched(photos=frozenset(self.order.values()), first_for=frozenset(self.channels))
        announce(self.session, Changes(photos=touched.photos), touched)
        return self.report

    def _open_batch(self, files: list[Path]) -> None:
        name = shown(files[0].parent.name or files[0].name)
        row = BatchRow(
            self.report.batch, name, tuple(self.channels), self.session.now, self.session.vault.user.id, self.event
        )
        with self.session.vault.write() as unit:
            unit.batches.add(row)
            unit.audit.append("checked", {"batch": row.id, "channels": self.channels, "event": self.event})

    def _unknown(self, files: list[Path]) -> Iterator[tuple[Path, bytes]]:
        """The files that must be looked at, with their bytes; the others join the batch as they are."""
        for path in files:
            if self.handle.cancelled:
                return
            try:
                content = read_content(path)
            except UnreadableError as error:
                self.unread[path] = str(error)
                continue
            with self.session.vault.read() as unit:
                row = unit.photos.by_sha256(hashlib.sha256(content).hexdigest())
            if row is not None and self._holds(row):
                self.report.known += 1
                with self.session.vault.write() as unit:
                    unit.photos.update(replace(row, source_path=kept(path), file_name=shown(path.name)))
                    self._join(unit, path, row.id)
                self._show(row.id, len(files))
            else:
                yield path, content

    def _holds(self, row: PhotoRow) -> bool:
        """Whether an earlier check still stands: whole, with this engine, with templates if they are wanted."""
        if row.error is not None or row.must_recheck or row.checked_at is None:
            return False
        return row.engine_id == self.session.check_engine

    def _jobs(self, todo: Iterator[tuple[Path, bytes]], *, embed: bool) -> Iterator[Analyse]:
        for path, content in todo:
            job = Analyse(content, embed=embed)
            self._waiting[id(job)] = (job, path)
            yield job

    def _keep(self, path: Path, analysis: Analysis, total: int) -> None:
        row = PhotoRow(
            id=uuid.uuid4().hex,
            sha256=analysis.sha256,
            file_name=shown(path.name),
            source_path=kept(path),
            width=analysis.width or None,
            height=analysis.height or None,
            frames=analysis.frames_declared or 1,
            taken_at=analysis.taken_at.isoformat() if analysis.taken_at else None,
            format=analysis.format or None,
            perceptual_hash=analysis.fingerprint or None,
            error=analysis.error,
            engine_id=self.session.check_engine,
            weights_sha256=analysis.engine.weights or None,
            checked_at=self.session.now,
        )
        with self.session.vault.write() as unit:
            known, new = unit.photos.add_or_get(row)
            if not new:
                row = replace(row, id=known.id)
                unit.photos.update(row)
            self._keep_faces(unit, row.id, analysis)
            if analysis.thumbnail:
                unit.photos.set_thumbnail(row.id, analysis.thumbnail)
            self._join(unit, path, row.id)
        self._show(row.id, total)

    def _keep_faces(self, unit: Unit, photo: str, analysis: Analysis) -> None:
        rows = face_rows(photo, analysis)
        crops = {row.id: face.crop for row, face in zip(rows, analysis.faces, strict=True)}
        if not unit.faces.replace_for(photo, rows, crops):
            changed, added = merge(unit, photo, rows, crops)
            self.session.recognition.drop(changed)
            unit.decisions.add(*(self._decision(photo, face, DecisionKind.FOUND, None) for face in added))

    def _join(self, unit: Unit, path: Path, photo: str) -> None:
        unit.batches.add_photo(self.report.batch, photo)
        self.order[path] = photo
        if self.event is None or fold(unit.decisions.of(photo)).event == self.event:
            return
        unit.decisions.add(self._decision(photo, None, DecisionKind.JOIN_EVENT, self.event))

    def _decision(self, photo: str, face: str | None, kind: DecisionKind, value: str | None) -> DecisionRow:
        user, now = self.session.vault.user, self.session.now
        return DecisionRow(
            uuid.uuid4().hex, photo, face, kind.value, value, None, user.id, user.role, now, "checked"
        )

    def _show(self, photo: str, total: int) -> None:
        done = len(self.order) + len(self.unread)
        self.handle.progress(done, total, "Checking photos")
        for view in photos.view_of(self.session, [photo], self.channels[0], self.on):
            self.handle.item(view)

    def _finish(self, files: list[Path]) -> None:
        ids = list(dict.fromkeys(self.order[path] for path in files if path in self.order))
        judged = {c: {v.id: v for v in photos.view_of(self.session, ids, c, self.on)} for c in self.channels}
        for path in files:
            for channel in self.channels:
                if path in self.unread:
                    self.report.photos.append(self._unreadable(path, channel))
                else:
                    view = judged[channel][self.order[path]]
                    self.report.photos.append(replace(view, file_name=shown(path.name)))

    def _unreadable(self, path: Path, channel: str) -> PhotoView:
        """A file whose bytes could not be had: it is not kept, and it is not cleared."""
        error = self.unread[path]
        text, none = Sentence(error), Sentence("")
        reason = ReasonView("not-checked", "1", "fail closed", Outcome.REVIEW, text, error, none, None, None, None)
        return PhotoView(
            id="",
            sha256="",
            file_name=shown(path.name),
            width=0,
            height=0,
            channel=channel,
            day=self.on or self.session.today,
            outcome=Outcome.REVIEW,
            reasons=(reason,),
            faces=(),
            error=error,
            seen=False,
            event=None,
            in_arena=False,
            taken_at=None,
        )
