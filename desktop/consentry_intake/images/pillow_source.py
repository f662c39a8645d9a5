"""Every other format on the list, through Pillow and pillow-heif, with the choice of decoder closed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext

import pillow_heif
from PIL import Image, ImageFile

from consentry_intake import limits
from consentry_intake.images import bmp, whole
from consentry_intake.images.errors import too_large
from consentry_intake.images.facts import facts_of
from consentry_intake.images.guard import check_size, decoding, silent_library
from consentry_intake.images.kinds import Kind
from consentry_intake.images.pixels import frame_of
from consentry_intake.images.source import Header, Shown

_DECODERS = {
    Kind.PNG: "PNG",
    Kind.WEBP: "WEBP",
    Kind.GIF: "GIF",
    Kind.TIFF: "TIFF",
    Kind.BMP: "BMP",
    Kind.HEIC: "HEIF",
    Kind.AVIF: "AVIF",
    Kind.JPEG_2000: "JPEG2000",
    Kind.PNM: "PPM",
    Kind.PCX: "PCX",
    Kind.SGI: "SGI",
    Kind.QOI: "QOI",
    Kind.TGA: "TGA",
}
_SUBFILE_TYPE = 254  # TIFF 6.0: bit 0 = a reduced version of another page


class PillowSource:
    """An opened image. Raises PhotoError for one that is cut short, too large, raw, or not to be decoded."""

    def __init__(self, kind: Kind, untrusted: bytes) -> None:
        self._kind = kind
        end = whole.end_of(kind, untrusted)
        Image.MAX_IMAGE_PIXELS = limits.IMAGE_PIXELS
        ImageFile.LOAD_TRUNCATED_IMAGES = False  # some libraries switch this on for the whole process
        with decoding(), self._listening():
            self._image = _opened(kind, untrusted)
            check_size(*self._image.size)
            declared = int(getattr(self._image, "n_frames", 1))
            facts = facts_of(self._image.getexif())
            untrusted_profile = self._image.info.get("icc_profile") or b""
        if declared > limits.IMAGE_FRAMES:
            raise too_large(f"more than {limits.IMAGE_FRAMES} frames")
        # Pillow already gives a TIFF's size upright, as it turns it when loading.
        width, height = self._image.size if facts.orientation < 5 or kind is Kind.TIFF else self._image.size[::-1]
        self.header = Header(
            kind=kind,
            width=width,
            height=height,
            declared=declared,
            facts=facts,
            profile=untrusted_profile if len(untrusted_profile) <= limits.IMAGE_PROFILE_BYTES else b"",
            trailing=len(untrusted) - end,
        )

    def shown(self) -> Iterator[Shown | None]:
        """Its frames or pages in order."""
        for index in range(self.header.declared):
            with decoding(), self._listening():
                if self.header.declared > 1:
                    self._image.seek(index)
                check_size(*self._image.size)
                self._image.load()
                tags = getattr(self._image, "tag_v2", {})
                reduced = bool(int(tags.get(_SUBFILE_TYPE, 0)) & 1)
                # Asked after loading: by then Pillow has turned a TIFF, and pillow-heif a HEIC, and they say 1.
                frame = frame_of(self._image, facts_of(self._image.getexif()).orientation)
            yield Shown(frame, reduced)

    def _listening(self) -> AbstractContextManager[None]:
        return silent_library() if self._kind is Kind.TIFF else nullcontext()


def _opened(kind: Kind, untrusted: bytes) -> Image.Image:
    if kind is Kind.HEIC:
        pillow_heif.register_heif_opener(thumbnails=False)
    try:
        return Image.open(io.BytesIO(untrusted), formats=[_DECODERS[kind]])
    except OSError:
        other = bmp.by_masks(untrusted) if kind is Kind.BMP else None
        if other is None:
            raise
        return other
