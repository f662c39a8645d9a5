"""Which released copy a picture looks like: the nearest perceptual hash of all."""

from __future__ import annotations

import numpy as np

from consentry_intake.images.fingerprint import SAME_PICTURE_BITS
from consentry_vault import ReleasedCopy
from consentry_vault.unit import Unit


def nearest(unit: Unit, fingerprint: str) -> ReleasedCopy | None:
    """The released copy that looks most like ``fingerprint`` (64 hex digits); None where none looks the same."""
    known = unit.releases.perceptual_hashes()
    if not known or not fingerprint:
        return None
    rows = np.frombuffer(bytes.fromhex("".join(value for _, value in known)), np.uint64).reshape(len(known), -1)
    wanted = np.frombuffer(bytes.fromhex(fingerprint), np.uint64)
    apart = np.bitwise_count(rows ^ wanted).sum(axis=1)
    best = int(apart.argmin())
    if apart[best] > SAME_PICTURE_BITS:
        return None
    return unit.releases.copies([known[best][0]]).get(known[best][0])
