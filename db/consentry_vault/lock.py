"""One program at a time holds a vault; a lock whose holder is gone heals by itself.

The operating system's own lock decides between programs of one machine and vanishes with its holder, however it
died. What the file says (process, start, a hash of the host's name) tells the second one who holds it, and guards
a shared folder, where another machine's lock cannot be seen.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import platform
from pathlib import Path
from typing import Any

import psutil

from consentry_policy.sentences import Sentence, say
from consentry_vault.errors import VaultBusy
from consentry_vault.files import FILE_MODE, mended

if os.name == "nt":  # pragma: no cover - the other half runs here
    import msvcrt

_FAR = 1 << 20  # Windows locks are mandatory: lock a byte that nobody reads


def _host() -> str:
    return hashlib.sha256(platform.node().encode()).hexdigest()[:16]


def _grab(handle: int) -> bool:
    try:
        if os.name == "nt":  # pragma: no cover
            os.lseek(handle, _FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _holder(handle: int) -> dict[str, Any]:
    os.lseek(handle, 0, os.SEEK_SET)
    try:
        untrusted = json.loads(os.read(handle, 4096) or b"{}")
    except (ValueError, OSError):
        return {}
    return untrusted if isinstance(untrusted, dict) else {}


class Lock:
    """Held from construction to `release`. Raises VaultBusy, NoPermission, DiskFull."""

    def __init__(self, file: Path) -> None:
        with mended():
            self._handle = os.open(file, os.O_RDWR | os.O_CREAT, FILE_MODE)
        try:
            self._take()
        except BaseException:
            os.close(self._handle)
            raise

    def _take(self) -> None:
        free = _grab(self._handle)
        holder = _holder(self._handle)
        if not free:
            raise VaultBusy(_sentence(holder))
        if holder.get("host", _host()) != _host():
            raise VaultBusy(
                "Another computer has this vault open; close it there, or if that computer is off, delete the "
                "file named lock in the vault's folder."
            )
        me = {"pid": os.getpid(), "started": psutil.Process().create_time(), "host": _host()}
        self._write(json.dumps(me).encode())

    def _write(self, content: bytes) -> None:
        with mended():
            os.lseek(self._handle, 0, os.SEEK_SET)
            os.ftruncate(self._handle, 0)
            os.write(self._handle, content)

    def release(self) -> None:
        """Lets go. The file stays, empty: removing it could race with the next holder."""
        with contextlib.suppress(OSError):
            os.ftruncate(self._handle, 0)
        os.close(self._handle)


def _sentence(untrusted_holder: dict[str, Any]) -> Sentence:
    pid = untrusted_holder.get("pid")
    if not isinstance(pid, int):
        return Sentence(VaultBusy.sentence)
    return say(
        "Process {pid} (this program) has this vault open; close it there first."
        if pid == os.getpid()
        else "Process {pid} has this vault open; close it there first.",
        pid=pid,
    )
