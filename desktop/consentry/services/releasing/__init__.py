"""Letting photos out: copies without metadata, a manifest without names, and what became of each copy."""

from __future__ import annotations

from consentry.services.releasing.register import listed, note_place
from consentry.services.releasing.release import Held, ReleaseReport, release
from consentry.services.releasing.verification import Status, Verification, get_ready, verify

__all__ = [
    "Held",
    "ReleaseReport",
    "Status",
    "Verification",
    "get_ready",
    "listed",
    "note_place",
    "release",
    "verify",
]
