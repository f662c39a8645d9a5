"""A photo opened from bytes: checked for wholeness, then given out frame by frame as upright pixels."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import numpy as np

from consentry_intake import limits
from consentry_intake.images.errors import too_large
from consentry_intake.images.guard import decoding
from consentry_intake.images.jpeg_source import JpegSource
from consentry_intake.images.kinds import Kind, kind_of
from consentry_intake.images.pillow_source import PillowSource
from consentry_intake.images.pixels import Frame, Rgb, shrunk_grey
from consentry_intake.images.source import Header, Source

_ALIKE = 10.0  # mean difference of grey values, 0 to 255, below which a declared preview is one


class Photo:
    """One photo. ``checked`` counts the frames given or passed over so far."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.checked = 0

    @property
    def header(self) -> Header:
        """What is known before a pixel is decoded."""
        return self._source.header

    def first(self) -> Frame:
        """The first frame alone. Raises PhotoError."""
        with decoding():
            shown = next(self._source.shown())
        assert shown is not None
        return shown.frame

    def frames(self) -> Iterator[Frame]:
        """Every frame once. Repeated frames, maps of brightness, and previews that are declared such and look like
        the first frame are counted but not given again.

        Raises PhotoError where a frame cannot be read, also in the middle: then the whole photo is held.
        """
        source = self._source.shown()
        first: Frame | None = None
        seen: set[bytes] = set()
        budget = limits.IMAGE_FRAMES_PIXELS
        for _ in range(self.header.declared):
            with decoding():
                shown = next(source)
            self.checked += 1
            if shown is None:
                continue
            frame = shown.frame
            budget -= frame.rgb.shape[0] * frame.rgb.shape[1]
            if budget < 0:
                raise too_large("its frames together")
            if first is not None and shown.preview and _is_preview(frame.rgb, first.rgb):
                continue
            first = first or frame
            if self.header.declared > 1 and _repeated(frame, seen):
                continue
            yield frame


def open_photo(untrusted: bytes) -> Photo:
    """Open a photo and check its structure; pixels are decoded later. Raises PhotoError."""
    if len(untrusted) > limits.IMAGE_BYTES:
        raise too_large(f"more than {limits.IMAGE_BYTES // limits.MIB} MB")
    kind = kind_of(untrusted)
    with decoding():
        return Photo(JpegSource(untrusted) if kind is Kind.JPEG else PillowSource(kind, untrusted))


def _repeated(frame: Frame, seen: set[bytes]) -> bool:
    print_of = b"".join(hashlib.sha256(repr(v.shape).encode() + v.tobytes()).digest() for v in frame.views)
    if print_of in seen:
        return True
    seen.add(print_of)
    return False


def _is_preview(small: Rgb, large: Rgb) -> bool:
    if small.shape[0] > large.shape[0] or small.shape[1] > large.shape[1]:
        return False
    difference = np.abs(shrunk_grey(small, 32) - shrunk_grey(large, 32))
    return float(difference.mean()) < _ALIKE
