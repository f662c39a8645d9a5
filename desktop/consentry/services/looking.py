"""Whether photos or portraits are being looked at: what with is not changed until that is done."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from consentry_policy.errors import MendableError


class Looking:
    """What one engine found must never count as found by another. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._under_way = 0

    @contextmanager
    def under_way(self) -> Iterator[None]:
        """While something is looked at; several may be at a time."""
        with self._lock:
            self._under_way += 1
        try:
            yield
        finally:
            with self._lock:
                self._under_way -= 1

    @contextmanager
    def at_rest(self) -> Iterator[None]:
        """While the engine or the mode is changed; what wants to look waits. Raises MendableError: under way."""
        with self._lock:
            if self._under_way:
                raise MendableError("Photos or portraits are being looked at; wait for that to end, or cancel it.")
            yield
