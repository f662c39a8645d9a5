"""The release itself: judged once more, from the very bytes that were checked, whole or not at all."""

from __future__ import annotations

import hashlib
import secrets
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from consentry.services import channels as channel_list
from consentry.services.judging import Judge, Judgement
from consentry.services.operation import Changes, Handle, Operation
from consentry.services.photo_jobs import Analyse, MakeCopy, Picture
from consentry.services.photos import source_bytes
from consentry.services.releasing.fields import CopyFields, packet
from consentry.services.releasing.files import Staging, place_for
from consentry.services.releasing.manifest import ManifestHead, as_json, as_xlsx, reasons_without_names
from consentry.services.releasing.recheck import Hidden, wrong_in, wrong_size
from consentry.services.session import Session
from consentry_intake.images.strip import splice_xmp
from consentry_policy.errors import MendableError
from consentry_policy.facts import FaceState
from consentry_policy.sentences import Sentence
from consentry_policy.verdicts import Outcome
from consentry_vault import Release, ReleasedCopy
from consentry_vault.unit import Unit
from consentry_vault.users import Role

MANIFEST = "manifest"
_ID_BYTES = 8
_NOT_CHECKED = "not-checked"
_UNSEEN = Sentence(
    "Nobody has looked at it yet; see it on the contact sheet, or say `consentry seen` once you have looked."
)


_CHANGED = Sentence("Something about this photo changed while the copies were made; release it again.")


@dataclass(frozen=True, slots=True)
class Held:
    """A photo that stays behind, and why."""

    photo: str
    file_name: str
    reason: Sentence


@dataclass(slots=True)
class ReleaseReport:
    """What a release came to; ``folder`` is None where nothing was let out."""

    release_id: str
    folder: Path | None
    copies: int = 0
    held: list[Held] = field(default_factory=list)


def release(
    session: Session, photo_ids: Sequence[str], channel: str, folder: Path, *, allow_unseen: bool = False
) -> Operation[ReleaseReport]:
    """Let out copies of those photos that may go to ``channel`` now, into a folder with a manifest.

    Photos nobody saw on the contact sheet stay behind unless ``allow_unseen``. Raises MendableError.
    """

    def work(handle: Handle) -> ReleaseReport:
        session.need(Role.REVIEWER, Role.COACH)
        name = channel_list.require(session, [channel])[0].name
        return _Releasing(session, handle, name, allow_unseen=allow_unseen).run(list(photo_ids), folder)

    return Operation(work)


class _Releasing:
    """One release."""

    def __init__(self, session: Session, handle: Handle, channel: str, *, allow_unseen: bool) -> None:
        self.session = session
        self.handle = handle
        self.channel = channel
        self.allow_unseen = allow_unseen
        self.id = uuid.uuid4().hex
        self.report = ReleaseReport(self.id, None)

    def run(self, photo_ids: list[str], folder: Path) -> ReleaseReport:
        """Copy by copy into a staging folder; then on record; then into place."""
        staging: Staging | None = None
        made_of: list[tuple[Judgement, ReleasedCopy]] = []
        try:
            for done, photo_id in enumerate(photo_ids):
                self.handle.stop_if_cancelled()
                self.handle.progress(done, len(photo_ids), "Making the copies")
                judged, seen = self._judge(photo_id)
                made = self._copy(judged, seen=seen)
                if made is not None:
                    if staging is None:
                        staging = Staging(place_for(folder, self.session.today, self.id))
                    staging.write({made[0].name: made[1]})
                    made_of.append((judged, made[0]))
            if staging is not None:
                self._finish(staging, made_of)
        finally:
            if staging is not None:
                staging.discard()
        return self.report

    def _judge(self, photo_id: str) -> tuple[Judgement, bool]:
        with self.session.vault.read() as unit:
            judged = Judge(self.session, unit, self.channel).judge([photo_id])
            seen = unit.seen.of_photos([photo_id]).get(photo_id, [])
        if not judged:
            raise MendableError("One of the photos is not in the vault any more; check it again.")
        return judged[0], any(s.channel in {None, self.channel} for s in seen)

    def _hold(self, judged: Judgement, reason: Sentence) -> None:
        self.report.held.append(Held(judged.photo.id, judged.photo.file_name, reason))

    def _why_held(self, judged: Judgement) -> Sentence:
        """The first of the reasons, without a name; of a photo that could not be read, why it could not."""
        first = judged.verdict.reasons[0]
        if first.code == _NOT_CHECKED and judged.photo.error is not None:
            return Sentence(judged.photo.error)
        return self.session.policy.sentence(first, channel=self.channel)

    def _copy(self, judged: Judgement, *, seen: bool) -> tuple[ReleasedCopy, bytes] | None:
        """One copy and its bytes, or None where the photo stays behind."""
        if not judged.verdict.releasable:
            self._hold(judged, self._why_held(judged))
            return None
        if not seen and not self.allow_unseen:
            self._hold(judged, _UNSEEN)
            return None
        try:
            content = source_bytes(self.session, judged.photo.id)
        except MendableError as error:
            self._hold(judged, error.told)
            return None
        hidden = Hidden.of(judged)
        crop = hidden.crop.box if hidden.crop is not None else None
        picture = self.session.workers().submit(MakeCopy(content, hidden.boxes, crop)).result()
        reason = Sentence(picture.error) if picture.error else self._recheck(judged, hidden, picture)
        if reason is not None:
            self._hold(judged, reason)
            return None
        return self._recorded(judged, picture, hidden, seen=seen)

    def _recheck(self, judged: Judgement, hidden: Hidden, picture: Picture) -> Sentence | None:
        """What was hidden must not be found again in the finished copy."""
        if not hidden.covered and hidden.crop is None:
            return None
        wrong = wrong_size(hidden, picture)
        if wrong is not None:
            return wrong
        analysis = self.session.workers().submit(Analyse(picture.content, embed=False)).result()
        return wrong_in(hidden, judged.photo.frames, analysis)

    def _recorded(
        self, judged: Judgement, picture: Picture, hidden: Hidden, *, seen: bool
    ) -> tuple[ReleasedCopy, bytes]:
        copy_id = secrets.token_hex(_ID_BYTES)
        shown = [f for f in judged.facts.faces if not f.hidden]
        fields = CopyFields(
            release_id=copy_id,
            outcome=judged.verdict.outcome,
            shows_people=any(f.state is not FaceState.NOT_A_FACE for f in shown),
            edited=bool(hidden.covered) or hidden.crop is not None,
            event=judged.decisions.event,
        )
        content = splice_xmp(picture.content, packet(fields))
        suffix = "png" if picture.format == "PNG" else "jpg"
        copy = ReleasedCopy(
            id=copy_id,
            release=self.id,
            photo=judged.photo.id,
            name=f"{copy_id}.{suffix}",
            sha256=hashlib.sha256(content).hexdigest(),
            source_sha256=judged.photo.sha256,
            perceptual_hash=picture.fingerprint or None,
            outcome=judged.verdict.outcome,
            reasons=reasons_without_names(judged.verdict.reasons, self.session.policy),
            seen=seen,
            covered=tuple(f.id for f in hidden.covered),
            crop=None if hidden.crop is None else hidden.crop.box,
            people=tuple(dict.fromkeys(f.person for f in shown if f.person is not None)),
            suspected=tuple(dict.fromkeys(p for f in shown for p in f.candidates)),
            event=judged.decisions.event if judged.verdict.outcome is Outcome.EXCEPTION else None,
        )
        return copy, content

    def _still_may(
        self, unit: Unit, staging: Staging, made_of: Sequence[tuple[Judgement, ReleasedCopy]]
    ) -> list[ReleasedCopy]:
        """The copies that may go at this moment: making many takes minutes, in which a consent can be withdrawn.

        A copy of which anything is held otherwise by now stays behind: it was made, and marked, by what held then.
        """
        judge = Judge(self.session, unit, self.channel)
        now = {judged.photo.id: judged for judged in judge.judge([judged.photo.id for judged, _ in made_of])}
        copies = []
        for then, copy in made_of:
            again = now.get(copy.photo)
            if again is not None and _as_before(then, again):
                copies.append(copy)
                continue
            staging.remove(copy.name)
            self._hold(then, self._why_held(again) if again and not again.verdict.releasable else _CHANGED)
        return copies

    def _finish(self, staging: Staging, made_of: Sequence[tuple[Judgement, ReleasedCopy]]) -> None:
        """On record first, then into place: a copy that is out and not on record could never be called back."""
        session = self.session
        with session.vault.write() as unit:
            copies = self._still_may(unit, staging, made_of)
            if not copies:
                return
            point = unit.audit.append(
                "released", {"release": self.id, "channel": self.channel, "copies": [c.id for c in copies]}
            )
            head = ManifestHead(self.id, self.channel, session.today, session.now, session.vault.user.id, point)
            document = as_json(head, copies)
            staging.write({f"{MANIFEST}.json": document, f"{MANIFEST}.xlsx": as_xlsx(head, copies)})
            row = Release(
                id=self.id,
                channel=self.channel,
                day=session.today,
                at=session.now,
                by=session.vault.user.id,
                folder_name=str(staging.place),
                count=len(copies),
                manifest_sha256=hashlib.sha256(document).hexdigest(),
            )
            unit.releases.add(row, copies)
        try:
            staging.publish()
        except MendableError:
            with session.vault.write() as unit:
                for copy in copies:
                    unit.releases.withdraw(
                        copy.id, at=session.now, why="never let out: the folder could not be written"
                    )
                unit.audit.append("release-failed", {"release": self.id})
            raise
        self.report.folder = staging.place
        self.report.copies = len(copies)
        session.emit(Changes(releases=True))


def _as_before(then: Judgement, now: Judgement) -> bool:
    """Whether a copy that was made by one judgement may go by a later one."""
    return (
        now.verdict.releasable
        and now.verdict.outcome is then.verdict.outcome
        and now.facts.faces == then.facts.faces
        and (now.decisions.crop, now.decisions.event) == (then.decisions.crop, then.decisions.event)
    )
