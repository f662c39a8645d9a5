"""The audit chain: each entry's MAC covers the entry and the MAC before it. Pure; the vault keeps key and rows."""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

START = bytes(32)  # the MAC before the first entry
MAC_BYTES = 32


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """How long the chain was at some moment, and its last MAC then (`START` where it was empty). Kept apart from
    the chain, in each release and backup: it shows a cut tail, and a chain made anew by someone with the key.
    """

    count: int
    mac: bytes


def link(previous_mac: bytes, entry: bytes, key: bytes) -> bytes:
    """The MAC (HMAC-SHA-256, 32 bytes) of ``entry`` after ``previous_mac``. Raises ValueError unless that has 32
    bytes: with a fixed length no byte can move between it and the entry.
    """
    if len(previous_mac) != MAC_BYTES:
        raise ValueError("A link of the audit chain has 32 bytes.")
    return hmac.digest(key, previous_mac + entry, "sha256")


def verify(
    entries: Sequence[tuple[bytes, bytes]], key: bytes, checkpoints: Iterable[Checkpoint] = ()
) -> int | None:
    """The index of the first broken entry, or None where the chain is whole.

    ``entries``: (entry, MAC) in order. An index of ``len(entries)`` says that the next entry is missing, though a
    checkpoint knew of it. Without a checkpoint a cut tail cannot be told from a younger chain: pass the head.
    """
    broken = [at for at in (_broken_link(entries, key),) if at is not None]
    for checkpoint in checkpoints:
        if checkpoint.count > len(entries):
            broken.append(len(entries))
            continue
        mac = START if checkpoint.count <= 0 else entries[checkpoint.count - 1][1]
        if not hmac.compare_digest(mac, checkpoint.mac):
            broken.append(max(checkpoint.count - 1, 0))
    return min(broken, default=None)


def _broken_link(entries: Sequence[tuple[bytes, bytes]], key: bytes) -> int | None:
    previous = START
    for index, (entry, mac) in enumerate(entries):
        if not hmac.compare_digest(link(previous, entry, key), mac):
            return index
        previous = mac
    return None
