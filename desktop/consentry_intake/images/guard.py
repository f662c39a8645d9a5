"""Decoders raise and warn in many ways; here each becomes one clear sentence, and nothing passes in silence."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image

from consentry_intake import limits
from consentry_intake.images.errors import PhotoError, damaged, too_large

# What Pillow only warns of and what has nothing to do with the pixels; every other warning holds the photo.
_HARMLESS = ("exif", "metadata", "palette images with transparency", "xmp", "deprecat")


_PIXELS = f"more than {limits.IMAGE_PIXELS // 1_000_000} million pixels"


@contextmanager
def silent_library() -> Iterator[None]:
    """What libtiff prints is all that tells of a damaged fax or LZW strip: Pillow goes on. Whatever appears on the
    process's error stream inside is damage, and none of it goes further.
    """
    sys.stderr.flush()
    reading, writing = os.pipe()
    kept = os.dup(2)
    os.set_blocking(writing, False)  # more than a pipe holds is not needed to know that there was something
    os.dup2(writing, 2)
    os.close(writing)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        with os.fdopen(reading, "rb") as said:
            complaints = said.read()
    if complaints:
        raise damaged("its decoder complains of it")


@contextmanager
def decoding() -> Iterator[None]:
    """Whatever a decoder raises inside is a PhotoError, and so is a warning that may concern the pixels.

    MemoryError passes: the child answers it by ending itself.
    """
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            yield
    except (PhotoError, MemoryError):
        raise
    except Image.DecompressionBombError as error:
        raise too_large(_PIXELS) from error
    except Exception as error:
        raise damaged("its picture cannot be decoded") from error
    for warning in caught:
        if not any(word in str(warning.message).lower() for word in _HARMLESS):
            raise damaged("its decoder warns of it")


def check_size(width: int, height: int) -> None:
    """Raises PhotoError where the header declares more than the limits, or nothing at all."""
    if width < 1 or height < 1:
        raise damaged("it has no pixels")
    if max(width, height) > limits.IMAGE_SIDE or width * height > limits.IMAGE_PIXELS:
        raise too_large(_PIXELS)
