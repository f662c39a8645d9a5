"""Which released copy a picture looks like: the nearest perceptual hash of all, at hand while a vault is open."""

from __future__ import annotations

import threading
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from consentry_intake.images.fingerprint import BITS, SAME_PICTURE_BITS
from consentry_vault import ReleasedCopy
from consentry_vault.unit import Unit

_WORDS = BITS // 64


@dataclass(frozen=True, slots=True)
class Likeness:
    """The copy that a picture looks like; ``original``: it looks like the photo that the copy was cut from."""

    copy: ReleasedCopy
    original: bool


class Hashes:
    """Perceptual hashes, uint64[n, 4], and the place of the copy that each stands for, int64[n]."""

    def __init__(self) -> None:
        self.places = np.empty(0, np.int64)
        self.rows = np.empty((0, _WORDS), np.uint64)

    def add(self, places: list[int], digits: str) -> None:
        """Add hashes, their hex digits one behind the other."""
        if places:
            self.places = np.concatenate([self.places, np.array(places, np.int64)])
            rows: npt.NDArray[np.uint64] = np.frombuffer(bytes.fromhex(digits), np.uint64)
            self.rows = np.concatenate([self.rows, rows.reshape(-1, _WORDS)])

    def nearest(self, wanted: npt.NDArray[np.uint64]) -> tuple[int, int]:
        """How many bits the nearest is apart, and its place; more bits than there are where there is none."""
        if not len(self.places):
            return BITS + 1, 0
        apart = np.bitwise_count(self.rows ^ wanted).sum(axis=1)
        best = int(apart.argmin())
        return int(apart[best]), int(self.places[best])


class Looks:
    """The hashes of every released copy, and of the photo where a copy was cut from it, read once for a session.

    Copies are only ever added, so each look-up reads those that came since the last one and nothing else.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = 0
        self._copies, self._originals = Hashes(), Hashes()

    def nearest(self, unit: Unit, fingerprint: str) -> Likeness | None:
        """The copy that looks most like ``fingerprint`` (64 hex digits); None where none looks the same."""
        if not fingerprint:
            return None
        wanted = np.frombuffer(bytes.fromhex(fingerprint), np.uint64)
        with self._lock:
            self._read_on(unit)
            (apart, place), (from_original, cut) = self._copies.nearest(wanted), self._originals.nearest(wanted)
        if min(apart, from_original) > SAME_PICTURE_BITS:
            return None
        original = from_original < apart
        copy = unit.releases.copy_at(cut if original else place)
        return None if copy is None else Likeness(copy, original)

    def read(self, unit: Unit) -> None:
        """Read what came since the last time, so that a look-up need not wait for it."""
        with self._lock:
            self._read_on(unit)

    def _read_on(self, unit: Unit) -> None:
        last = unit.releases.last_place()
        if last < self._last:  # the table was written anew: start over
            self._last, self._copies, self._originals = 0, Hashes(), Hashes()
        if last > self._last:
            digits = BITS // 4
            self._copies.add(*unit.releases.looks(after=self._last, digits=digits))
            self._originals.add(*unit.releases.looks_of_originals(after=self._last, digits=digits))
            self._last = last
