"""JPEG files by their segments (ITU-T T.81 annex B): where each part lies, where the image ends, what follows
it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from consentry_intake import limits
from consentry_intake.images.errors import damaged

SOI, EOI, SOS, COM = 0xD8, 0xD9, 0xDA, 0xFE
APP0, APP1, APP2, APP14 = 0xE0, 0xE1, 0xE2, 0xEE
_FRAME_HEADERS = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD8)})
# In entropy-coded data FF is followed by 00 (a stuffed byte), a restart marker, or fill bytes; anything else ends
# it. A pattern that begins with one certain byte is searched for three times as fast as one with "\xff+".
_END_OF_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_EXIF = b"Exif\0\0"
_ICC = b"ICC_PROFILE\0"
_MPF = b"MPF\0"
_GAIN_MAP_WORDS = (b"hdrgm", b"HDRGainMap", b"urn:iso:std:iso:ts:21496")


@dataclass(frozen=True, slots=True)
class Segment:
    """One marker segment: ``start`` is at its FF, ``end`` behind it; of SOS also behind its entropy-coded data."""

    marker: int
    start: int
    end: int

    def payload(self, data: bytes) -> bytes:
        """What follows the length field."""
        return data[self.start + 4 : self.end]


@dataclass(frozen=True, slots=True)
class Layout:
    """The segments between SOI and EOI, and ``end``, the place behind EOI."""

    segments: tuple[Segment, ...]
    end: int

    def of(self, marker: int) -> list[Segment]:
        """The segments of one kind, in order."""
        return [s for s in self.segments if s.marker == marker]


def layout(untrusted: bytes) -> Layout:
    """Walk the segments. Raises PhotoError where the file is cut short or has no image.

    Stray bytes between segments are stepped over, as every decoder does.
    """
    found: list[Segment] = []
    at = 2
    while len(found) < limits.IMAGE_SEGMENTS:
        start, marker = _next_marker(untrusted, at)
        if marker == EOI:
            if not any(s.marker == SOS for s in found):
                raise damaged("it holds no picture")
            return Layout(tuple(found), start + 2)
        if marker == SOI:
            raise damaged("a second picture begins inside the first")
        end = start + 2 if marker in _STANDALONE else start + 2 + _length(untrusted, start + 2)
        if marker == SOS:
            end = _end_of_scan(untrusted, end)
        found.append(Segment(marker, start, end))
        at = end
    raise damaged("it has too many segments")


def _end_of_scan(untrusted: bytes, start: int) -> int:
    found = _END_OF_SCAN.search(untrusted, start)
    if found is None:
        raise damaged("it is cut short")
    end = found.start()
    while end > start and untrusted[end - 1] == 0xFF:  # fill bytes belong to the marker
        end -= 1
    return end


def _next_marker(untrusted: bytes, at: int) -> tuple[int, int]:
    while True:
        at = untrusted.find(b"\xff", at)
        if at < 0 or at + 1 >= len(untrusted):
            raise damaged("it is cut short")
        marker = untrusted[at + 1]
        if marker not in {0x00, 0xFF}:
            return at, marker
        at += 1


def _length(untrusted: bytes, at: int) -> int:
    length = int.from_bytes(untrusted[at : at + 2], "big")
    if length < 2 or at + length > len(untrusted):
        raise damaged("it is cut short")
    return length


def size(untrusted: bytes, parts: Layout) -> tuple[int, int, int]:
    """Width, height in px and number of components, as the frame header declares. Raises PhotoError without
    one.
    """
    for segment in parts.segments:
        if segment.marker in _FRAME_HEADERS:
            head = segment.payload(untrusted)
            if len(head) < 6:
                break
            return int.from_bytes(head[3:5], "big"), int.from_bytes(head[1:3], "big"), head[5]
    raise damaged("it has no frame header")


def exif(untrusted: bytes, parts: Layout) -> bytes:
    """The EXIF block with its name (b"Exif" and two zeros), or b""."""
    for segment in parts.of(APP1):
        if untrusted.startswith(_EXIF, segment.start + 4):
            return segment.payload(untrusted)
    return b""


def profile(untrusted: bytes, parts: Layout) -> bytes:
    """The colour profile put together from its numbered pieces (ICC.1 annex B.4), or b"" where it is
    incomplete.
    """
    pieces: dict[int, bytes] = {}
    count = 0
    for segment in parts.of(APP2):
        body = segment.payload(untrusted)
        if body.startswith(_ICC) and len(body) > 14:
            pieces[body[12]] = body[14:]
            count = body[13]
    whole = b"".join(pieces[i] for i in sorted(pieces)) if sorted(pieces) == list(range(1, count + 1)) else b""
    return whole if len(whole) <= limits.IMAGE_PROFILE_BYTES else b""


def is_gain_map(untrusted: bytes, parts: Layout) -> bool:
    """Whether this picture is the brightness map of another (HDR), by its own words."""
    heads = [s.payload(untrusted) for s in parts.segments if s.marker in {APP1, APP2}]
    return any(word in head for head in heads for word in _GAIN_MAP_WORDS)


@dataclass(frozen=True, slots=True)
class Entry:
    """One picture of a multi-picture file (CIPA DC-007): its kind code, and its bytes as offset and size."""

    code: int
    offset: int
    size: int

    @property
    def preview(self) -> bool:
        """Declared as a smaller version of the first picture (large thumbnail, class 1 or 2)."""
        return self.code in {0x010001, 0x010002}


def pictures(untrusted: bytes, parts: Layout) -> list[Entry]:
    """The further pictures that the file's index declares, without the first. Raises PhotoError for a broken
    index.
    """
    for segment in parts.of(APP2):
        body = segment.payload(untrusted)
        if body.startswith(_MPF):
            return _index(body[4:], segment.start + 8, len(untrusted))
    return []


def _index(block: bytes, base: int, file_length: int) -> list[Entry]:
    order: str = "little" if block[:2] == b"II" else "big"

    def number(at: int, width: int) -> int:
        if at < 0 or at + width > len(block):
            raise damaged("its index of pictures")
        return int.from_bytes(block[at : at + width], "little" if order == "little" else "big")

    directory = number(4, 4)
    entries: list[Entry] = []
    for i in range(number(directory, 2)):
        field = directory + 2 + 12 * i
        if number(field, 2) != 0xB002:  # MPEntry: 16 bytes a picture
            continue
        count, table = number(field + 4, 4) // 16, number(field + 8, 4)
        if count > limits.IMAGE_FRAMES:
            raise damaged("its index of pictures")
        for k in range(1, count):  # the first is the file's own picture
            at = table + 16 * k
            entry = Entry(number(at, 4) & 0xFFFFFF, base + number(at + 8, 4), number(at + 4, 4))
            if entry.offset + entry.size > file_length:
                raise damaged("a further picture in it is cut short")
            entries.append(entry)
    return entries
