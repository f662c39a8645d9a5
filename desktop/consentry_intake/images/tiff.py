"""TIFF by its directories (TIFF 6.0 section 2; BigTIFF): do the strips and tiles that each page declares lie in
the file?

Pillow asks libtiff page by page and shows neither pictures beside the pages nor strips that are empty.
"""

from __future__ import annotations

from typing import Literal

from consentry_intake import limits
from consentry_intake.images.errors import damaged, unsupported

_WIDTHS = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8}
_PLACES = ((273, 279), (324, 325))  # StripOffsets and StripByteCounts, TileOffsets and TileByteCounts
_SUB_IMAGES = 330  # SubIFDs: pictures beside the pages
_RAW = {50706, 33421}  # DNGVersion, CFARepeatPatternDim: a sensor's raw data


def end_of(untrusted: bytes) -> int:
    """The file's length. Raises PhotoError where a page is cut short, is raw, or hides further pictures."""
    order: Literal["little", "big"] = "little" if untrusted[:2] == b"II" else "big"
    reader = _Reader(untrusted, order, big=untrusted[2:4] in {b"+\0", b"\0+"})
    at, seen = reader.first(), set[int]()
    while at and at not in seen:  # some files end in a circle
        seen.add(at)
        if len(seen) > limits.IMAGE_FRAMES:
            return len(untrusted)  # the count of frames is refused later, with its own sentence
        fields, at = reader.directory(at)
        _check(reader, fields, len(untrusted))
    return len(untrusted)


def _check(reader: _Reader, fields: dict[int, tuple[int, int, int]], length: int) -> None:
    if _RAW & fields.keys():
        raise unsupported("camera raw")
    if _SUB_IMAGES in fields:
        raise unsupported("a TIFF with further pictures inside its pages")
    for places, counts in _PLACES:
        if places not in fields or counts not in fields:
            continue
        for start, count in zip(reader.values(fields[places]), reader.values(fields[counts]), strict=False):
            if count == 0 or start + count > length:
                raise damaged("it is cut short")


class _Reader:
    """Numbers of one byte order; classic TIFF counts in 4 bytes, BigTIFF in 8."""

    def __init__(self, untrusted: bytes, order: Literal["little", "big"], *, big: bool) -> None:
        self._bytes, self._order, self._big = untrusted, order, big
        self._wide = 8 if big else 4

    def number(self, at: int, width: int) -> int:
        if at + width > len(self._bytes):
            raise damaged("it is cut short")
        return int.from_bytes(self._bytes[at : at + width], self._order)

    def first(self) -> int:
        return self.number(8 if self._big else 4, self._wide)

    def directory(self, at: int) -> tuple[dict[int, tuple[int, int, int]], int]:
        """The fields (tag: type, count, place of the values) and the place of the next directory."""
        head = 8 if self._big else 2
        count = self.number(at, head)
        if count > limits.IMAGE_SEGMENTS:
            raise damaged("its directory")
        size = 4 + 2 * self._wide
        fields: dict[int, tuple[int, int, int]] = {}
        for i in range(count):
            entry = at + head + size * i
            kind, many = self.number(entry + 2, 2), self.number(entry + 4, self._wide)
            inside = _WIDTHS.get(kind, 1) * many <= self._wide
            value = entry + 4 + self._wide
            fields[self.number(entry, 2)] = (kind, many, value if inside else self.number(value, self._wide))
        return fields, self.number(at + head + size * count, self._wide)

    def values(self, field: tuple[int, int, int]) -> list[int]:
        kind, many, place = field
        width = _WIDTHS.get(kind, 1)
        if many * width > len(self._bytes):
            raise damaged("its directory")
        return [self.number(place + width * i, width) for i in range(many)]
