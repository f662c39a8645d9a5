"""What the tests' school and vaults are made of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

PASSPHRASE = "four plain test words"
CHANNEL = "Facebook"


@dataclass(frozen=True)
class School:
    """The demo's school on disk: a sheet, portraits, a dozen photos of two people in the public domain."""

    roster: Path
    portraits: Path
    photos: Path
