"""What an image is, by its content; the name of the file is never asked."""

from __future__ import annotations

import re
from enum import StrEnum

from consentry_intake.images.errors import PhotoError, damaged, unsupported
from consentry_intake.images.plain import looks_like_tga


class Kind(StrEnum):
    """The formats that are checked. Anything else is held."""

    JPEG = "JPEG"
    PNG = "PNG"
    WEBP = "WebP"
    GIF = "GIF"
    TIFF = "TIFF"
    BMP = "BMP"
    HEIC = "HEIC"
    AVIF = "AVIF"
    JPEG_2000 = "JPEG 2000"
    PNM = "PNM"
    PCX = "PCX"
    SGI = "SGI"
    QOI = "QOI"
    TGA = "TGA"


_STARTS = (
    (Kind.JPEG, re.compile(rb"\xff\xd8")),
    (Kind.PNG, re.compile(rb"\x89PNG\r\n\x1a\n")),
    (Kind.GIF, re.compile(rb"GIF8[79]a")),
    (Kind.WEBP, re.compile(rb"RIFF....WEBP", re.DOTALL)),
    (Kind.BMP, re.compile(rb"BM")),
    (Kind.JPEG_2000, re.compile(rb"\0\0\0\x0cjP  \r\n\x87\n|\xff\x4f\xff\x51")),
    (Kind.PNM, re.compile(rb"P[1-6Ff]\s")),
    (Kind.QOI, re.compile(rb"qoif")),
    (Kind.SGI, re.compile(rb"\x01\xda[\0\x01][\x01\x02]")),
    (Kind.PCX, re.compile(rb"\n[\0\x02\x03\x05]\x01[\x01\x02\x04\x08]")),
)
_TIFF = re.compile(rb"II[*+]\0|MM\0[*+]")
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
_AVIF_BRANDS = {b"avif", b"avis"}
# Only to name the format in the sentence; none of these is opened.
_KNOWN_STARTS = (
    (b"%PDF", "PDF"),
    (b"8BPS", "Photoshop"),
    (b"\0\0\1\0", "icon"),
    (b"\xff\x0a", "JPEG XL"),
    (b"\0\0\0\x0cJXL ", "JPEG XL"),
    (b"FUJIFILMCCD-RAW", "camera raw"),
    (b"IIRO", "camera raw"),
    (b"IIU\0", "camera raw"),
    (b"\x1aE\xdf\xa3", "video"),
    (b"PK\x03\x04", "archive"),
    (b"<svg", "drawing"),
    (b"%!PS", "PostScript"),
)


def kind_of(untrusted: bytes) -> Kind:
    """The kind of the image. Raises PhotoError for an empty file and for every format not on the list."""
    if not untrusted:
        raise PhotoError("the file is empty", "take it from the camera or its source again")
    for kind, pattern in _STARTS:
        if pattern.match(untrusted):
            return kind
    if untrusted[4:8] == b"ftyp":
        return _by_brand(untrusted)
    if _TIFF.match(untrusted):
        return _tiff_or_raw(untrusted)
    if not any(untrusted.startswith(start) for start, _ in _KNOWN_STARTS) and looks_like_tga(untrusted):
        return Kind.TGA
    raise unsupported(
        next((name for start, name in _KNOWN_STARTS if untrusted.startswith(start)), "unknown format")
    )


def _tiff_or_raw(untrusted: bytes) -> Kind:
    if untrusted[8:10] == b"CR":
        raise unsupported("camera raw")
    return Kind.TIFF


def _by_brand(untrusted: bytes) -> Kind:
    length = int.from_bytes(untrusted[:4], "big")
    if not 16 <= length <= min(len(untrusted), 1024):
        raise damaged("its first box")
    major = untrusted[8:12]
    brands = {untrusted[i : i + 4] for i in range(16, length - 3, 4)} | {major}
    if brands & _AVIF_BRANDS:
        return Kind.AVIF
    if brands & _HEIC_BRANDS:
        return Kind.HEIC
    raise unsupported(
        "video" if major in {b"isom", b"mp42", b"qt  ", b"mp41", b"3gp4", b"M4V "} else "unknown format"
    )
