"""What a detector accepts as an image."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from consentry_faces.face import Rgb

MIN_SIDE_PX = 16  # no face below this can be found, let alone told
MAX_PIXELS = 150_000_000  # intake stops sooner; a detector never trusts that
BLACK = 8  # of 255: a lens cap, a failed scan, a broken decoder


class UnusableImage(ValueError):  # noqa: N818  (the product's word for it)
    """The pixels cannot be searched for faces: one sentence for the user, with the next step."""


def check_image(rgb: object) -> Rgb:
    """``rgb`` itself where it is uint8[h, w, 3] of a sane size and not black. Raises UnusableImage."""
    if not isinstance(rgb, np.ndarray) or rgb.dtype != np.uint8:
        raise UnusableImage(
            "The photo was not decoded to 8-bit colour; save it as a JPEG or PNG and add it again."
        )
    array: npt.NDArray[np.uint8] = rgb
    if array.ndim != 3 or array.shape[2] != 3:
        raise UnusableImage("The photo does not have three colours; save it as a JPEG or PNG and add it again.")
    height, width = array.shape[:2]
    if min(height, width) < MIN_SIDE_PX:
        raise UnusableImage(f"The photo is only {width} x {height} pixels; add a larger copy.")
    if height * width > MAX_PIXELS:
        raise UnusableImage(
            f"The photo has {height * width // 1_000_000} megapixels; add a copy below {MAX_PIXELS // 1_000_000}."
        )
    if int(array[:: max(1, height // 512), :: max(1, width // 512)].max()) < BLACK and int(array.max()) < BLACK:
        raise UnusableImage(
            "The photo is entirely black; open it in a viewer and add a copy that shows something."
        )
    return array
