"""A JPEG without anything but its picture: the compressed data untouched, so nothing is lost."""

from __future__ import annotations

import zlib

from consentry_intake.images import jpeg
from consentry_intake.images.errors import PhotoError

_ICC = b"ICC_PROFILE\0"
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_HEADER = 25  # bytes of the IHDR chunk, always the first one


def stripped(untrusted: bytes, parts: jpeg.Layout | None = None, *, keep_profile: bool = True) -> bytes:
    """The same picture with JFIF, Adobe and, if wanted, ICC segments alone: no EXIF, XMP, IPTC, comments,
    thumbnails, further pictures, stray bytes, or anything behind the end. Raises PhotoError for a file that is
    cut short.
    """
    parts = parts or jpeg.layout(untrusted)
    kept = [
        untrusted[s.start : s.end] for s in parts.segments if _belongs(untrusted, s, keep_profile=keep_profile)
    ]
    return b"".join([b"\xff\xd8", *kept, b"\xff\xd9"])


def _belongs(untrusted: bytes, segment: jpeg.Segment, *, keep_profile: bool) -> bool:
    marker = segment.marker
    if marker == jpeg.APP0:
        # JFIF's own header is 16 bytes without a thumbnail; with one, or as JFXX, it goes.
        return untrusted[segment.start + 4 : segment.start + 9] == b"JFIF\0" and segment.end - segment.start == 18
    if marker == jpeg.APP14:
        return untrusted[segment.start + 4 : segment.start + 9] == b"Adobe" and segment.end - segment.start == 16
    if marker == jpeg.APP2:
        return keep_profile and untrusted.startswith(_ICC, segment.start + 4)
    return not (0xE0 <= marker <= 0xEF or marker == jpeg.COM)


def splice_xmp(untrusted: bytes, xmp: bytes) -> bytes:
    """The JPEG or PNG with one XMP packet in it; the picture is not touched.

    XMP part 3: 1.1.3, a segment behind the JFIF header; 1.1.5, an uncompressed iTXt chunk of that keyword, before
    the picture. Raises ValueError for a packet that does not fit one segment, PhotoError for a file that is no
    whole JPEG.
    """
    if untrusted.startswith(_PNG):
        return _splice_png(untrusted, xmp)
    body = b"http://ns.adobe.com/xap/1.0/\0" + xmp
    if len(body) + 2 > 0xFFFF:
        raise ValueError("the XMP packet does not fit one segment")
    parts = jpeg.layout(untrusted)
    first = parts.segments[0]
    at = first.end if first.marker == jpeg.APP0 else 2
    segment = b"\xff\xe1" + (len(body) + 2).to_bytes(2, "big") + body
    return untrusted[:at] + segment + untrusted[at:]


def _splice_png(untrusted: bytes, xmp: bytes) -> bytes:
    kind, content = b"iTXt", b"XML:com.adobe.xmp" + bytes(5) + xmp  # not compressed, no language, no translation
    chunk = len(content).to_bytes(4, "big") + kind + content + zlib.crc32(kind + content).to_bytes(4, "big")
    at = len(_PNG) + _PNG_HEADER
    return untrusted[:at] + chunk + untrusted[at:]


def is_bare(untrusted_jpeg: bytes) -> bool:
    """Whether a JPEG holds nothing that `stripped` would take out: asked of a copy before it is let go."""
    try:
        return stripped(untrusted_jpeg) == untrusted_jpeg
    except PhotoError:
        return False
