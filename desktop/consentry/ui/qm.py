"""Messages in Qt's own binary form (.qm), made in memory when the program starts.

Qt asks for translations from any thread, and its image readers do so while they hold a lock. A translator written
in Python would then wait for the interpreter, while the thread that has the interpreter waits for that lock: the
window stood still for good. Data that Qt reads by itself cannot do that.

The form is what Qt's QTranslator reads: sections of a tag and a length; hashes that lead to messages.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping

Forms = tuple[str, ...]

_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_HASHES, _MESSAGES, _NUMERUS = 0x42, 0x69, 0x88
_END, _TRANSLATION, _SOURCE, _CONTEXT = 1, 3, 6, 7
_ONE_OR_MANY = bytes([0x01, 1])  # the first form for exactly one, else the second: English and Spanish alike


def compiled(messages: Mapping[tuple[str, str], Forms]) -> bytes:
    """The .qm bytes of ``messages``: by context and source one form, or two (one, many) where a number decides."""
    table: list[tuple[int, int]] = []
    body = bytearray()
    for (context, source), forms in messages.items():
        table.append((_hash(source.encode()), len(body)))
        for form in (forms[0], forms[-1]):
            body += _sized(_TRANSLATION, form.encode("utf-16-be"))
        body += _sized(_SOURCE, source.encode()) + _sized(_CONTEXT, context.encode()) + bytes([_END])
    hashes = b"".join(struct.pack(">II", *row) for row in sorted(table))
    return _MAGIC + _sized(_HASHES, hashes) + _sized(_MESSAGES, bytes(body)) + _sized(_NUMERUS, _ONE_OR_MANY)


def _sized(tag: int, content: bytes) -> bytes:
    return struct.pack(">BI", tag, len(content)) + content


def _hash(text: bytes) -> int:
    """The hash of the ELF object format, which Qt uses."""
    value = 0
    for byte in text:
        value = (value << 4) + byte
        high = value & 0xF0000000
        value ^= high >> 24
        value &= ~high
    return value or 1
