"""What must come down: released copies that show someone who may not be shown any more, and the tasks that follow.

A withdrawal, a refusal, a new protection or a revoked event recalls a copy; a consent that merely lapsed does not.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from consentry.services import scans
from consentry.services.judging import Judge, Judgement, crop_of
from consentry.services.operation import Changes, Handle, Operation
from consentry.services.paths import files_in
from consentry.services.releasing.verification import Status, verify
from consentry.services.session import Session
from consentry_policy.errors import MendableError
from consentry_policy.facts import ConsentState, Standing
from consentry_policy.people import PersonId
from consentry_policy.sentences import Sentence
from consentry_policy.verdicts import Outcome
from consentry_vault import Release, ReleasedCopy, Takedown
from consentry_vault.unit import Unit
from consentry_vault.users import Role

NO_PLACE = "where it was posted is not on record"  # a task keeps these words, too
_STAYS = frozenset({ConsentState.GRANTED, ConsentState.LAPSED})

# Why a copy must come down; a task keeps these words.
WHY = {
    ConsentState.PROTECTED: "a protected person is in it",
    ConsentState.WITHDRAWN: "consent was withdrawn",
    ConsentState.REFUSED: "consent is refused",
    ConsentState.CONFLICT: "guardians disagree",
    ConsentState.NOT_ANSWERED: "the answer it rested on does not stand any more",
}
OTHERWISE = "the person may not appear any more"
REVOKED = "the event it was let out for is revoked"


@dataclass(frozen=True, slots=True)
class Recall:
    """One copy that must come down, and whom it shows. ``suspected``: only perhaps; look before you act."""

    copy: str
    file_name: str
    release: str
    channel: str
    person: PersonId | None
    person_number: str | None
    why: str
    suspected: bool
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TaskView:
    """One task: take this copy down from this place. ``recallable`` False: it is in print."""

    id: str
    copy: str
    file_name: str
    place: str
    why: str
    recallable: bool
    done: bool
    proof: str | None


def recalls(session: Session, among: Iterable[str] | None = None) -> list[Recall]:
    """Every released copy, or those of the ids ``among``, that must come down today; the certain ones first."""
    with session.vault.read() as unit:
        releases = {r.id: r for r in unit.releases.all()}
        asked = unit.releases.all_copies() if among is None else unit.releases.copies(among).values()
        copies = [c for c in asked if c.withdrawn_at is None and c.release in releases]
        found: list[Recall] = []
        for channel in dict.fromkeys(r.channel for r in releases.values()):
            mine = [c for c in copies if releases[c.release].channel == channel]
            found += _of_channel(session, unit, channel, mine, releases)
    return sorted(found, key=lambda r: (r.suspected, r.release, r.file_name))


def _of_channel(
    session: Session, unit: Unit, channel: str, copies: list[ReleasedCopy], releases: dict[str, Release]
) -> Iterator[Recall]:
    judge = Judge(session, unit, channel)
    # Faces are matched anew: a portrait enrolled since then may name someone who was unknown at the release.
    judged = {j.photo.id: j for j in judge.judge([c.photo for c in copies])}
    for copy in copies:
        places = tuple(p.place for p in unit.releases.placements(copy.release) if p.copy in {None, copy.id})
        for person, why, suspected in _reasons(judge, copy, judged.get(copy.photo)):
            known = judge.roster.people.get(person) if person else None
            yield Recall(
                copy=copy.id,
                file_name=copy.name,
                release=copy.release,
                channel=releases[copy.release].channel,
                person=person,
                person_number=known.number if known else None,
                why=why,
                suspected=suspected,
                places=places,
            )


def _reasons(
    judge: Judge, copy: ReleasedCopy, judged: Judgement | None
) -> Iterator[tuple[PersonId | None, str, bool]]:
    event = judge.events.get(copy.event) if copy.event else None
    if copy.outcome is Outcome.EXCEPTION and (event is None or not event.authorised(judge.channel_name, judge.at)):
        yield None, REVOKED, False
    shown, suspected = _people(copy, judged)
    for person in shown:
        why = _why(judge.standing(person), copy)
        if why is not None:
            yield person, why, False
    for person in suspected:
        why = _why(judge.standing(person), copy)
        if why is not None:
            yield person, why, True


def _people(copy: ReleasedCopy, judged: Judgement | None) -> tuple[list[PersonId], list[PersonId]]:
    """Who is in a copy for certain, and who perhaps: as recorded at the release, and as the faces match today."""
    shown, suspected = list(copy.people), list(copy.suspected)
    if judged is not None:
        hidden = _hidden_in(copy, judged)
        open_faces = [f for f in judged.facts.faces if f.id not in hidden]
        shown += [f.person for f in open_faces if f.person is not None]
        suspected += [p for f in open_faces for p in f.candidates]
    certain = list(dict.fromkeys(shown))
    return certain, [p for p in dict.fromkeys(suspected) if p not in certain]


def _hidden_in(copy: ReleasedCopy, judged: Judgement) -> set[str]:
    """The faces that the copy does not show: under its covers, or outside what it was cut to."""
    crop = crop_of(copy)
    return {f.id for f in judged.faces if f.id in copy.covered or (crop is not None and crop.leaves_out(f.box))}


def _why(standing: Standing | None, copy: ReleasedCopy) -> str | None:
    """Why a person's presence recalls the copy today; None where it does not."""
    if standing is None or standing.state in _STAYS:
        return None
    if copy.outcome is Outcome.EXCEPTION and not standing.protected and not standing.co_worker_rules:
        return None  # in the public arena of an authorised event a student's answer changes nothing
    return WHY.get(standing.state, OTHERWISE)


def open_tasks(session: Session) -> int:
    """Open a task for each place of each copy that certainly must come down; gives how many are new."""
    session.need(Role.REVIEWER)
    due = [r for r in recalls(session) if not r.suspected]
    with session.vault.write() as unit:
        new = [task for recall in due for task in _tasks(session, unit, recall)]
        unit.takedowns.add(*new)
        for task in new:
            unit.audit.append("takedown-opened", {"takedown": task.id, "copy": task.copy})
    session.emit(Changes(releases=bool(new)))
    return len(new)


def _tasks(session: Session, unit: Unit, recall: Recall) -> Iterator[Takedown]:
    known = {t.place for t in unit.takedowns.of_copy(recall.copy)}
    placed = [p for p in unit.releases.placements(recall.release) if p.copy in {None, recall.copy}]
    where = {p.place: p.recallable for p in placed} or {NO_PLACE: True}
    for place, recallable in where.items():
        if place not in known:
            yield Takedown(
                uuid.uuid4().hex,
                recall.copy,
                place,
                recall.why,
                session.now,
                session.vault.user.id,
                recallable,
            )


def tasks(session: Session, *, everything: bool = False) -> list[TaskView]:
    """The tasks that are open, or all of them; oldest first."""
    with session.vault.read() as unit:
        found = unit.takedowns.all() if everything else unit.takedowns.open()
        copies = unit.releases.copies(t.copy for t in found)
    return [
        TaskView(
            id=t.id,
            copy=t.copy,
            file_name=copies[t.copy].name if t.copy in copies else "",
            place=t.place,
            why=t.reason,
            recallable=t.recallable,
            done=t.done_at is not None,
            proof=t.proof,
        )
        for t in found
    ]


def still_due(session: Session) -> list[Takedown]:
    """The open tasks whose copy must come down today or be looked at; that of any other may stay."""
    with session.vault.read() as unit:
        opened = unit.takedowns.open()
    due = {r.copy for r in recalls(session, {t.copy for t in opened})} if opened else set()
    return [task for task in opened if task.copy in due]


def done(session: Session, task_id: str, proof: str, file: Path | None = None) -> None:
    """Close a task with its proof: an address that answers 404, a letter, a reprint. ``file``: a PDF, JPEG or PNG
    that shows it; it is kept in the vault, and the proof names it. Raises MendableError.
    """
    session.need(Role.REVIEWER)
    text = proof.strip()
    if not text and file is None:
        raise MendableError("Say what shows that it is down, for example the address and what it answers now.")
    with session.vault.read() as unit:
        task = _open_task(unit, task_id)
    if file is not None:
        kept = scans.keep(session, file, Role.REVIEWER)
        text = f"{text}, scan {kept.reference}" if text else f"scan {kept.reference}"
    with session.vault.write() as unit:
        unit.takedowns.done(task, at=session.now, by=session.vault.user.id, proof=text)
        unit.audit.append("takedown-done", {"takedown": task})
    session.emit(Changes(releases=True))


def _open_task(unit: Unit, task_id: str) -> str:
    fits = [t for t in unit.takedowns.open() if t.id.startswith(task_id.strip().casefold())]
    if len(fits) != 1:
        raise MendableError("There is no such open task; `consentry takedown list` shows them.")
    return fits[0].id


@dataclass(frozen=True, slots=True)
class ScanHit:
    """A file of a scanned folder that is a released copy and may not be used any more, or that stands in the place
    of a covered or cut copy and may show what that copy hides.
    """

    path: Path
    text: Sentence
    exact: bool


def scan(session: Session, folders: Iterable[Path]) -> Operation[list[ScanHit]]:
    """Search folders, such as a website's images, for released copies that may no longer be there.

    What was merely made smaller is no find, but where a copy of the photo hides something it may be bare.
    """

    def work(handle: Handle) -> list[ScanHit]:
        files = files_in(folders)
        hits = []
        for number, path in enumerate(files):
            handle.stop_if_cancelled()
            handle.progress(number, len(files), "Looking through the folder")
            try:
                found = verify(session, path).run(handle)
            except MendableError:
                continue  # what cannot be read is no picture that a website shows
            if found.status is Status.MAY_NOT_BE_USED or found.bare:
                hits.append(ScanHit(path, found.text, found.exact))
        return hits

    return Operation(work)
