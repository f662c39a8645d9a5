"""JPEG, and the multi-picture files made of several.

Pixels come from libjpeg-turbo through simplejpeg, which, unlike Pillow, tells when the data do not add up (a scan
that ends early is otherwise filled with grey in silence), and takes less than half the time. Pillow turns inks
into colours.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import simplejpeg  # type: ignore[import-untyped]
from PIL import Image

from consentry_intake.images import jpeg
from consentry_intake.images.errors import PhotoError, damaged, unsupported
from consentry_intake.images.facts import facts_of_block
from consentry_intake.images.guard import check_size
from consentry_intake.images.kinds import Kind
from consentry_intake.images.pixels import Frame, frame_of, upright
from consentry_intake.images.source import Header, Shown
from consentry_intake.images.strip import stripped


class JpegSource:
    """An opened JPEG. Raises PhotoError for one that is cut short, too large or has a broken index of pictures."""

    def __init__(self, untrusted: bytes) -> None:
        self._untrusted = untrusted
        self._parts = jpeg.layout(untrusted)
        width, height, _ = jpeg.size(untrusted, self._parts)
        check_size(width, height)
        facts = facts_of_block(jpeg.exif(untrusted, self._parts))
        self._further = jpeg.pictures(untrusted, self._parts)
        self.header = Header(
            kind=Kind.JPEG,
            width=width if facts.orientation < 5 else height,
            height=height if facts.orientation < 5 else width,
            declared=1 + len(self._further),
            facts=facts,
            profile=jpeg.profile(untrusted, self._parts),
            trailing=len(untrusted) - self._parts.end,
        )

    def shown(self) -> Iterator[Shown | None]:
        """Its own picture, then the further ones of its index."""
        own = self.header.facts.orientation
        yield Shown(_frame(self._untrusted[: self._parts.end], self._parts, own))
        for entry in self._further:
            untrusted = self._untrusted[entry.offset : entry.offset + entry.size]
            if not untrusted.startswith(b"\xff\xd8"):
                raise damaged("a further picture in it")
            parts = jpeg.layout(untrusted)
            if jpeg.is_gain_map(untrusted, parts):
                yield None
                continue
            check_size(*jpeg.size(untrusted, parts)[:2])
            turn = facts_of_block(jpeg.exif(untrusted, parts)).orientation
            yield Shown(_frame(untrusted[: parts.end], parts, turn if turn != 1 else own), entry.preview)


def _frame(untrusted: bytes, parts: jpeg.Layout, orientation: int) -> Frame:
    components = jpeg.size(untrusted, parts)[2]
    if components == 4:
        # Decoded here only to learn whether the data add up; Pillow knows the inks better.
        _decoded(untrusted, parts, "CMYK")
        with Image.open(io.BytesIO(untrusted), formats=["JPEG"]) as image:
            return frame_of(image, orientation)
    return Frame(upright(_decoded(untrusted, parts, "RGB"), orientation), None, components == 1)


def _decoded(untrusted: bytes, parts: jpeg.Layout, space: str) -> npt.NDArray[np.uint8]:
    try:
        return np.asarray(simplejpeg.decode_jpeg(untrusted, space, strict=True), np.uint8)
    except ValueError:
        pass
    # The complaint may be about stray bytes or a broken profile between the segments: with those left out, only
    # complaints about the picture itself remain.
    try:
        alone = stripped(untrusted, parts, keep_profile=False)
        return np.asarray(simplejpeg.decode_jpeg(alone, space, strict=True), np.uint8)
    except ValueError as error:
        raise _why(str(error).lower()) from error


def _why(complaint: str) -> PhotoError:
    if "unsupported" in complaint or "not supported" in complaint:
        return unsupported("an unusual JPEG")
    return damaged("its picture data do not add up")
