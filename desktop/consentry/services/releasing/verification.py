"""Whether a file is one that was released, for what, and whether it may still be used today."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from consentry.services.content import read_content
from consentry.services.judging import Judge
from consentry.services.operation import Handle, Operation
from consentry.services.photo_jobs import Analyse
from consentry.services.session import Session
from consentry_vault import Release, ReleasedCopy


class Status(StrEnum):
    """What may be done with a file. Only the very bytes of a copy may be used: what merely looks like one was not
    judged.
    """

    MAY_BE_USED = "may be used"
    CHANGED = "was changed since it was released"
    MAY_NOT_BE_USED = "may not be used any more"
    NOT_RELEASED = "was not released"


@dataclass(frozen=True, slots=True)
class Verification:
    """What is known of a file. ``exact``: byte for byte a released copy, not merely the same picture."""

    status: Status
    text: str
    copy: str | None = None
    release: str | None = None
    channel: str | None = None
    exact: bool = False


def verify(session: Session, path: Path) -> Operation[Verification]:
    """Look a file up by its hash, else by how it looks. Raises MendableError where it cannot be read."""

    def work(handle: Handle) -> Verification:
        content = read_content(path)
        with session.vault.read() as unit:
            exact = unit.releases.copies_by_sha256(hashlib.sha256(content).hexdigest())
        if exact:
            return _of_copy(session, exact[-1], exact=True)
        handle.stop_if_cancelled()
        near = _nearest(session, content)
        if near is None:
            return Verification(
                Status.NOT_RELEASED,
                "This file was not released from this vault; check the photo before you post it.",
            )
        return _of_copy(session, near, exact=False)

    return Operation(work)


def get_ready(session: Session) -> None:
    """Read how the released copies look, so that the first look-up need not wait for it."""
    with session.vault.read() as unit:
        session.looks.read(unit)


def _nearest(session: Session, content: bytes) -> ReleasedCopy | None:
    fingerprint = session.workers().submit(Analyse(content, embed=False), urgent=True).result().fingerprint
    with session.vault.read() as unit:
        return session.looks.nearest(unit, fingerprint)


def _of_copy(session: Session, copy: ReleasedCopy, *, exact: bool) -> Verification:
    with session.vault.read() as unit:
        release: Release | None = unit.releases.get(copy.release)
        channel = release.channel if release else ""
        judged = Judge(session, unit, channel).judge_copy(copy)
    holds = judged is not None and judged.verdict.releasable and copy.withdrawn_at is None
    day = release.day.isoformat() if release else "an unknown day"
    what = "This file is" if exact else "This picture looks like"
    if holds and not exact:  # the original looks like its copy, too, and nothing is covered in it
        text = (
            f"{what} a copy released for {channel} on {day}, but it is not that file and may show what the copy "
            "hides: use the released file itself, or check this one."
        )
        return Verification(Status.CHANGED, text, copy.id, copy.release, channel, exact)
    if holds:
        text = f"{what} a copy released for {channel} on {day}; it may still be used there today."
        return Verification(Status.MAY_BE_USED, text, copy.id, copy.release, channel, exact)
    text = f"{what} a copy released for {channel} on {day}; it may not be used any more: take it down."
    return Verification(Status.MAY_NOT_BE_USED, text, copy.id, copy.release, channel, exact)
