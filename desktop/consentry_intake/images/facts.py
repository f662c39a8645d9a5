"""What a photo says of itself: orientation and the time it was taken. Damaged facts are no facts, never an
error.
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from datetime import datetime

from PIL import Image

_ORIENTATION = 0x0112
_EXIF_FOLDER = 0x8769
# Original before digitised; plain DateTime is when the file was last changed, so it is never asked.
_TIMES = ((0x9003, 0x9011), (0x9004, 0x9012))
_OFFSET = re.compile(r"^[+-]\d\d:\d\d$")


@dataclass(frozen=True, slots=True)
class Facts:
    """``orientation`` is 1 to 8 (EXIF 2.32, 4.6.4); ``taken_at`` the camera's local clock; ``offset`` "+02:00"."""

    orientation: int = 1
    taken_at: datetime | None = None
    offset: str | None = None


def facts_of_block(untrusted_exif: bytes) -> Facts:
    """The facts in an EXIF block (with or without its name)."""
    exif = Image.Exif()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            exif.load(untrusted_exif)
        except Exception:
            return Facts()
    return facts_of(exif)


def facts_of(exif: Image.Exif) -> Facts:
    """The facts in what Pillow read."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            untrusted_orientation = exif.get(_ORIENTATION)
            untrusted_times = exif.get_ifd(_EXIF_FOLDER)
        except Exception:
            return Facts()
    orientation = next((n for n in range(1, 9) if n == untrusted_orientation), 1)
    for time_tag, offset_tag in _TIMES:
        taken_at = _time(untrusted_times.get(time_tag))
        if taken_at is not None:
            return Facts(orientation, taken_at, _offset(untrusted_times.get(offset_tag)))
    return Facts(orientation)


def _time(untrusted: object) -> datetime | None:
    try:
        return datetime.strptime(str(untrusted).strip("\0 "), "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007 - a local clock
    except ValueError:
        return None


def _offset(untrusted: object) -> str | None:
    text = str(untrusted).strip("\0 ")
    return text if _OFFSET.match(text) else None
