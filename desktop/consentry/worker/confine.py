"""What the child takes from itself before it sees a byte from outside."""

from __future__ import annotations

import os
import sys
from typing import BinaryIO

from consentry_intake import limits


def take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The two pipes to the parent, moved away from 0 and 1, so that a library's stray print cannot garble them."""
    if sys.platform == "win32":
        import msvcrt

        for stream in (0, 1):
            msvcrt.setmode(stream, os.O_BINARY)
    incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nowhere, stream)
    os.close(nowhere)
    return incoming, outgoing


def lower_limits() -> None:
    """No core dumps, no files written, a bounded address space. Where the system has no such limits the parent's
    watch over memory and time is the only one.
    """
    if sys.platform == "win32":
        return
    import resource

    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_FSIZE, 0)
    if sys.platform == "linux":  # macOS knows the limit but refuses to set it
        _lower(resource.RLIMIT_AS, limits.CHILD_ADDRESS_SPACE)


def allow_cpu(seconds: int) -> None:
    """End this process after so many more seconds of CPU: a job that hangs ends itself if the parent is gone."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    soft = int(used.ru_utime + used.ru_stime) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


def _lower(which: int, value: int) -> None:
    import resource

    hard = resource.getrlimit(which)[1]
    value = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(which, (value, value))
