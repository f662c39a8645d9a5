"""HEIC and AVIF by their boxes (ISO/IEC 14496-12, 23008-12): is every byte that an item declares really there?

libheif decodes a truncated file without a word, so declared and present bytes are compared here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from consentry_intake import limits
from consentry_intake.images.errors import damaged, unsupported

_SHOWN_WHOLE = {
    b"avif",
    b"avis",
}  # the AVIF decoder gives every frame of a film; the HEIC one its still pictures only


@dataclass(frozen=True, slots=True)
class Box:
    """One box: its four letters, where its content begins and where it ends."""

    name: bytes
    start: int
    end: int


def boxes(untrusted: bytes, start: int, end: int) -> Iterator[Box]:
    """The boxes between two places. Raises PhotoError where one reaches beyond ``end``."""
    at = start
    for _ in range(limits.IMAGE_SEGMENTS):
        if at >= end:
            return
        length, head = int.from_bytes(untrusted[at : at + 4], "big"), 8
        if length == 1:
            length, head = int.from_bytes(untrusted[at + 8 : at + 16], "big"), 16
        elif length == 0:
            length = end - at
        if length < head or at + length > end:
            raise damaged("it is cut short")
        yield Box(untrusted[at + 4 : at + 8], at + head, at + length)
        at += length
    raise damaged("it has too many boxes")


def end_of(untrusted: bytes) -> int:
    """Where the image ends: behind the last box that is one of an image. Raises PhotoError for missing bytes."""
    top = list(boxes(untrusted, 0, len(untrusted)))
    meta = next((box for box in top if box.name == b"meta"), None)
    if meta is None:
        raise unsupported("a moving picture, no photo")
    extents = _extents(untrusted, meta)
    for start, length in extents:
        if start + length > len(untrusted):
            raise damaged("it is cut short")
    if any(box.name == b"moov" for box in top) and untrusted[8:12] not in _SHOWN_WHOLE:
        raise unsupported("a moving picture, no photo")
    return max(box.end for box in top)


def _extents(untrusted: bytes, meta: Box) -> list[tuple[int, int]]:
    """Where the items' bytes lie in the file: (offset, length) of each extent (14496-12, 8.11.3)."""
    inner = {box.name: box for box in boxes(untrusted, meta.start + 4, meta.end)}
    places = inner.get(b"iloc")
    if places is None:
        raise damaged("it has no index of items")
    cursor = _Cursor(untrusted, places.start, places.end)
    version = cursor.number(1)
    cursor.number(3)
    sizes = cursor.number(2)
    offset_size, length_size, base_size = sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15
    index_size = sizes & 15 if version in {1, 2} else 0
    found: list[tuple[int, int]] = []
    data = inner.get(b"idat")
    for _ in range(cursor.number(2 if version < 2 else 4)):
        cursor.number(2 if version < 2 else 4)
        method = cursor.number(2) & 15 if version in {1, 2} else 0
        cursor.number(2)
        base = cursor.number(base_size)
        for _ in range(cursor.number(2)):
            cursor.number(index_size)
            offset, length = base + cursor.number(offset_size), cursor.number(length_size)
            if method == 1:
                if data is None or data.start + offset + length > data.end:
                    raise damaged("it is cut short")
            elif method == 0:
                found.append((offset, length))
            if len(found) > limits.IMAGE_SEGMENTS:
                raise damaged("it has too many items")
    return found


class _Cursor:
    """Reads big-endian numbers one behind the other, and never beyond the box."""

    def __init__(self, untrusted: bytes, at: int, end: int) -> None:
        self._bytes, self._at, self._end = untrusted, at, end

    def number(self, width: int) -> int:
        if self._at + width > self._end:
            raise damaged("a table in it is cut short")
        value = int.from_bytes(self._bytes[self._at : self._at + width], "big")
        self._at += width
        return value
