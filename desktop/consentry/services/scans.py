"""Scans of signed forms, kept inside the vault as evidence. They are never opened by the program, only kept."""

from __future__ import annotations

import hashlib
import uuid
from pathlib import Path

from consentry.services.content import UnreadableError, read_content
from consentry.services.session import Session
from consentry_intake import limits
from consentry_policy.errors import MendableError
from consentry_policy.records import Evidence, EvidenceKind
from consentry_policy.sentences import say
from consentry_vault import Scan
from consentry_vault.users import Role

_TYPES = {b"%PDF-": "application/pdf", b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n\x1a\n": "image/png"}
_ENDINGS = {"application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png"}


def keep(session: Session, path: Path, *roles: Role) -> Evidence:
    """Keep a scan (PDF, JPEG or PNG) in the vault; gives the evidence that names it. ``roles``: who else than the
    designee may, a clerk where none is named. Raises MendableError.
    """
    session.need(*(roles or (Role.CLERK,)))
    try:
        content = read_content(path)
    except UnreadableError:
        raise MendableError("The scan cannot be read; check that it is there and may be opened.") from None
    if len(content) > limits.SCAN_BYTES:
        most = limits.SCAN_BYTES // limits.MIB
        raise MendableError(
            say("The scan has more than {most} MB; scan it again in grey or at 150 dpi.", most=most)
        )
    media = next((kind for start, kind in _TYPES.items() if content.startswith(start)), None)
    if media is None:
        raise MendableError("The scan is no PDF, JPEG or PNG; save it as one of these.")
    digest = hashlib.sha256(content).hexdigest()
    scan = Scan(uuid.uuid4().hex, digest, media, session.now, session.vault.user.id)
    with session.vault.write() as unit:
        unit.scans.add(scan, content)
        unit.audit.append("scan-kept", {"scan": scan.id, "sha256": digest})
    return Evidence(EvidenceKind.SCAN, scan.id)


def as_evidence(session: Session, source: str | Path | Evidence) -> str | Evidence:
    """A scan's file is kept and becomes evidence; the place of a paper stays as it is. Raises MendableError."""
    return keep(session, source) if isinstance(source, Path) else source


def take_out(session: Session, scan_id: str, folder: Path) -> Path:
    """Write a kept scan to a folder, named by its id, readable by this user alone. Raises MendableError."""
    session.need(Role.CLERK)
    with session.vault.read() as unit:
        fits = [s for s in unit.scans.all() if s.id.startswith(scan_id.strip().casefold())]
        content = unit.scans.content(fits[0].id) if len(fits) == 1 else None
    if content is None:
        raise MendableError("There is no such scan; `consentry people show` names those of a person.")
    target = folder / f"{fits[0].id}{_ENDINGS.get(fits[0].media_type, '')}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as file:
            file.write(content)
    except FileExistsError:
        raise MendableError("That scan lies in the folder already; choose another folder.") from None
    except OSError:
        raise MendableError("The scan cannot be written there; choose another folder.") from None
    with session.vault.write() as unit:
        unit.audit.append("scan-taken-out", {"scan": fits[0].id})
    return target
