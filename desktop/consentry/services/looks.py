"""Which released copy a picture looks like: the nearest perceptual hash of all, at hand while a vault is open."""

from __future__ import annotations

import threading

import numpy as np
import numpy.typing as npt

from consentry_intake.images.fingerprint import BITS, SAME_PICTURE_BITS
from consentry_vault import ReleasedCopy
from consentry_vault.unit import Unit

_WORDS = BITS // 64


class Looks:
    """The hashes of every released copy, uint64[copies, 4], read once for a session.

    Copies are only ever added, so each look-up reads those that came since the last one and nothing else.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._places = np.empty(0, np.int64)
        self._hashes = np.empty((0, _WORDS), np.uint64)

    def nearest(self, unit: Unit, fingerprint: str) -> ReleasedCopy | None:
        """The copy that looks most like ``fingerprint`` (64 hex digits); None where none looks the same."""
        if not fingerprint:
            return None
        places, hashes = self.read(unit)
        if not len(places):
            return None
        wanted = np.frombuffer(bytes.fromhex(fingerprint), np.uint64)
        apart = np.bitwise_count(hashes ^ wanted).sum(axis=1)
        best = int(apart.argmin())
        return None if apart[best] > SAME_PICTURE_BITS else unit.releases.copy_at(int(places[best]))

    def read(self, unit: Unit) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.uint64]]:
        """Read what came since the last time; of 100,000 copies, the first time takes a twentieth of a second."""
        with self._lock:
            self._read_on(unit)
            return self._places, self._hashes

    def _read_on(self, unit: Unit) -> None:
        last = int(self._places.max(initial=0))
        if unit.releases.last_place() < last:  # the table was written anew: start over
            self._places, self._hashes, last = np.empty(0, np.int64), np.empty((0, _WORDS), np.uint64), 0
        places, hashes = unit.releases.looks(after=last, digits=BITS // 4)
        if places:
            self._places = np.concatenate([self._places, np.array(places, np.int64)])
            rows: npt.NDArray[np.uint64] = np.frombuffer(bytes.fromhex(hashes), np.uint64)
            self._hashes = np.concatenate([self._hashes, rows.reshape(-1, _WORDS)])
