"""Jobs that make a picture of a photo and look for no face."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from consentry_intake import limits
from consentry_intake.images.copies import make_copy, small_jpeg
from consentry_intake.images.photo import open_photo

if TYPE_CHECKING:
    from consentry.worker.bench import Bench, Reply


def view(_: Bench, options: Mapping[str, Any], blobs: list[bytes]) -> Reply:
    """The first frame for the window: an upright JPEG, longest side at most ``side`` px."""
    photo = open_photo(blobs[0])
    side = min(int(options["side"]), limits.VIEW_SIDE)
    header = photo.header
    return {"width": header.width, "height": header.height}, [small_jpeg(photo.first().rgb, side, 90)]


def release(_: Bench, options: Mapping[str, Any], blobs: list[bytes]) -> Reply:
    """The copy that may be let out."""
    crop = options.get("crop")
    copy = make_copy(blobs[0], [tuple(box) for box in options["covers"]], tuple(crop) if crop else None)
    said = {
        "kind": str(copy.kind),
        "width": copy.width,
        "height": copy.height,
        "lossless": copy.lossless,
        "fingerprint": copy.fingerprint,
    }
    return said, [copy.content]
