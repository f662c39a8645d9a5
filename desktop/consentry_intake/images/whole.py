"""Whether a file is as long as it says, by its own structure; decoders are lenient, so they are not asked.

Each function returns the place where the image ends; what lies behind it is not part of the picture.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable

from consentry_intake import limits
from consentry_intake.images import bmff, bmp, tiff
from consentry_intake.images.errors import damaged
from consentry_intake.images.kinds import Kind
from consentry_intake.images.plain import end_of_tga


def end_of(kind: Kind, untrusted: bytes) -> int:
    """Where the image ends. Raises PhotoError for a file that is cut short or altered. JPEG has a module of its
    own.
    """
    return _WALKS[kind](untrusted)


def _png(untrusted: bytes) -> int:
    """W3C PNG 5.3: chunks of length, type, data, CRC, until IEND."""
    at = 8
    for _ in range(limits.IMAGE_SEGMENTS):
        length = int.from_bytes(untrusted[at : at + 4], "big")
        name = untrusted[at + 4 : at + 8]
        end = at + 12 + length
        if end > len(untrusted):
            raise damaged("it is cut short")
        critical = len(name) == 4 and not name[0] & 0x20
        if (critical or name == b"tRNS") and zlib.crc32(untrusted[at + 4 : end - 4]) != int.from_bytes(
            untrusted[end - 4 : end], "big"
        ):
            raise damaged("a checksum in it is wrong")
        if name == b"IEND":
            return end
        at = end
    raise damaged("it has too many chunks")


def _webp(untrusted: bytes) -> int:
    """RIFF: a size, then chunks padded to even length."""
    end = 8 + int.from_bytes(untrusted[4:8], "little")
    if end > len(untrusted):
        raise damaged("it is cut short")
    at = 12
    for _ in range(limits.IMAGE_SEGMENTS):
        if at + 8 > end:
            return end
        length = int.from_bytes(untrusted[at + 4 : at + 8], "little")
        if at + 8 + length > end:
            raise damaged("a part of it is cut short")
        at += 8 + length + (length & 1)
    raise damaged("it has too many chunks")


def _gif(untrusted: bytes) -> int:
    """GIF89a: header, colour table, then extensions and images in sub-blocks, until the trailer."""
    if len(untrusted) < 13:
        raise damaged("it is cut short")
    at = 13 + _colour_table(untrusted[10])
    for _ in range(limits.IMAGE_SEGMENTS):
        label = untrusted[at : at + 1]
        if label == b";":
            return at + 1
        if label == b"!":
            at = _sub_blocks(untrusted, at + 2)
        elif label == b"," and at + 10 < len(untrusted):
            at = _sub_blocks(untrusted, at + 11 + _colour_table(untrusted[at + 9]))
        elif not label or label == b",":
            raise damaged("it is cut short")
        else:
            at += 1  # every decoder steps over bytes that begin no block
    raise damaged("it has too many blocks")


def _colour_table(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _sub_blocks(untrusted: bytes, at: int) -> int:
    while at < len(untrusted):
        length = untrusted[at]
        at += 1 + length
        if length == 0:
            return at
    raise damaged("it is cut short")


def _whole_file(untrusted: bytes) -> int:
    """Formats without an end of their own; their decoders fail where pixels are missing."""
    return len(untrusted)


_WALKS: dict[Kind, Callable[[bytes], int]] = {
    Kind.PNG: _png,
    Kind.WEBP: _webp,
    Kind.GIF: _gif,
    Kind.TIFF: tiff.end_of,
    Kind.BMP: bmp.end_of,
    Kind.HEIC: bmff.end_of,
    Kind.AVIF: bmff.end_of,
    Kind.JPEG_2000: _whole_file,
    Kind.PNM: _whole_file,
    Kind.PCX: _whole_file,
    Kind.SGI: _whole_file,
    Kind.QOI: _whole_file,
    Kind.TGA: end_of_tga,
}
