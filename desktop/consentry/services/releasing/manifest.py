"""The manifest of a release: JSON for programs, xlsx for people. Names stay in the vault."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from consentry_intake.sheets.write import Table, write_xlsx
from consentry_policy.audit import Checkpoint
from consentry_policy.texts import PolicyTexts
from consentry_policy.verdicts import Reason
from consentry_vault import ReleasedCopy

FORMAT = 1


@dataclass(frozen=True, slots=True)
class ManifestHead:
    """What holds for all copies of a release. ``reviewer`` is the user's id, not a name."""

    release: str
    channel: str
    day: date
    at: datetime
    reviewer: str
    audit: Checkpoint


def reasons_without_names(reasons: Sequence[Reason], policy: PolicyTexts) -> list[dict[str, Any]]:
    """The reasons of a verdict, each once, with nobody in them."""
    found = {
        r.code: {"code": r.code, "clause": r.clause, "verdict": r.outcome.value, "text": str(policy.sentence(r))}
        for r in reasons
    }
    return list(found.values())


def as_json(head: ManifestHead, copies: Sequence[ReleasedCopy]) -> bytes:
    """The manifest for programs."""
    document = {
        "format": FORMAT,
        "release": head.release,
        "channel": head.channel,
        "day": head.day.isoformat(),
        "at": head.at.isoformat(),
        "reviewer": head.reviewer,
        "audit": {"count": head.audit.count, "mac": head.audit.mac.hex()},
        "copies": [
            {
                "file": c.name,
                "id": c.id,
                "sha256": c.sha256,
                "verdict": c.outcome.value,
                "reasons": c.reasons,
                "seen": c.seen,
                "covered_faces": len(c.covered),
                "cropped": c.crop is not None,
                "event": c.event,
            }
            for c in copies
        ],
    }
    return json.dumps(document, indent=1, ensure_ascii=False).encode()


def as_xlsx(head: ManifestHead, copies: Sequence[ReleasedCopy]) -> bytes:
    """The manifest for people."""
    columns = (
        "File",
        "Verdict",
        "Why",
        "Clause",
        "Covered faces",
        "Cropped",
        "Seen by a person",
        "Reviewer",
        "SHA-256",
    )
    rows = [
        (
            c.name,
            c.outcome.value,
            " ".join(r["text"] for r in c.reasons),
            ", ".join(dict.fromkeys(r["clause"] for r in c.reasons)),
            str(len(c.covered)),
            "cropped" if c.crop is not None else "",
            "seen" if c.seen else "not seen",
            head.reviewer[:8],
            c.sha256,
        )
        for c in copies
    ]
    return write_xlsx([Table("Release", columns, rows)])
