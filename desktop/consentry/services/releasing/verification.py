"""Whether a file is one that was released, for what, and whether it may still be used today."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from consentry.services.content import read_content
from consentry.services.judging import Judge
from consentry.services.looks import Likeness
from consentry.services.operation import Handle, Operation
from consentry.services.photo_jobs import Analyse
from consentry.services.session import Session
from consentry_policy.sentences import Sentence, say
from consentry_vault import Release, ReleasedCopy


class Status(StrEnum):
    """What may be done with a file. Only the very bytes of a copy may be used: what merely looks like one was not
    judged.
    """

    MAY_BE_USED = "may be used"
    CHANGED = "was changed since it was released"
    MAY_NOT_BE_USED = "may not be used any more"
    NOT_RELEASED = "was not released"


_EXACT = Sentence("This file is")
_ORIGINAL = Sentence("This file is the original of")
_ALIKE = Sentence("This picture looks like")
_LIKE_ORIGINAL = Sentence("This picture looks like the original of")
_NOT_RELEASED = Sentence("This file was not released from this vault; check the photo before you post it.")


@dataclass(frozen=True, slots=True)
class Verification:
    """What is known of a file. ``exact``: byte for byte a released copy, not merely the same picture. ``bare``: a
    copy of this photo covers a face or was cut, which the file may show.
    """

    status: Status
    text: Sentence
    copy: str | None = None
    release: str | None = None
    channel: str | None = None
    exact: bool = False
    bare: bool = False


def verify(session: Session, path: Path) -> Operation[Verification]:
    """Look a file up by its hash, as a copy and as what a copy was made of, else by how it looks. Raises
    MendableError where it cannot be read.
    """

    def work(handle: Handle) -> Verification:
        content = read_content(path)
        digest = hashlib.sha256(content).hexdigest()
        with session.vault.read() as unit:
            exact = unit.releases.copies_by_sha256(digest)
            made_of = unit.releases.copies_by_source(digest)
        if exact:
            return _of_copy(session, exact[-1], _EXACT)
        if made_of:  # what was cut looks like its original no more
            return _of_copy(session, made_of[-1], _ORIGINAL)
        handle.stop_if_cancelled()
        near = _nearest(session, content)
        if near is None:
            return Verification(Status.NOT_RELEASED, _NOT_RELEASED)
        return _of_copy(session, near.copy, _LIKE_ORIGINAL if near.original else _ALIKE)

    return Operation(work)


def get_ready(session: Session) -> None:
    """Read how the released copies look, so that the first look-up need not wait for it."""
    with session.vault.read() as unit:
        session.looks.read(unit)


def _nearest(session: Session, content: bytes) -> Likeness | None:
    fingerprint = session.workers().submit(Analyse(content, embed=False), urgent=True).result().fingerprint
    with session.vault.read() as unit:
        return session.looks.nearest(unit, fingerprint)


def _of_copy(session: Session, copy: ReleasedCopy, what: Sentence) -> Verification:
    exact = what == _EXACT
    with session.vault.read() as unit:
        release: Release | None = unit.releases.get(copy.release)
        channel = release.channel if release else ""
        judged = Judge(session, unit, channel).judge_copy(copy)
        # Copies that differ in a small cover look alike, so any of the photo's may be the one this stands for.
        hides = any(c.covered or c.crop for c in unit.releases.copies_of_photo(copy.photo))
    holds = judged is not None and judged.verdict.releasable and copy.withdrawn_at is None
    told = {"what": what, "channel": channel, "day": release.day if release else Sentence("an unknown day")}
    if holds and not exact:  # the original looks like its copy, too, and nothing is covered in it
        text = say(
            "{what} a copy released for {channel} on {day}, but it is not that file and may show what a copy "
            "hides: use the released file itself, or check this one."
            if hides
            else "{what} a copy released for {channel} on {day}, but it is not that file: use the released file "
            "itself, or check this one.",
            **told,
        )
        return Verification(Status.CHANGED, text, copy.id, copy.release, channel, exact, hides)
    if holds:
        text = say("{what} a copy released for {channel} on {day}; it may still be used there today.", **told)
        return Verification(Status.MAY_BE_USED, text, copy.id, copy.release, channel, exact)
    text = say("{what} a copy released for {channel} on {day}; it may not be used any more: take it down.", **told)
    return Verification(Status.MAY_NOT_BE_USED, text, copy.id, copy.release, channel, exact)
