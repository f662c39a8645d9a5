"""What an engine accepts as an image, and as faces of it."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from consentry_faces.face import Face, Rgb

MIN_SIDE_PX = 16  # no face below this can be found, let alone told
MAX_PIXELS = 150_000_000  # intake stops sooner; a detector never trusts that
_FAR = 10  # box sizes: no network's landmarks lie so far from the box of their face
BLACK = 8  # of 255: a lens cap, a failed scan, a broken decoder


class UnusableImage(ValueError):  # noqa: N818  (the product's word for it)
    """The pixels cannot be searched for faces: one sentence for the user, with the next step."""


class UnusableFace(ValueError):  # noqa: N818  (as UnusableImage)
    """No template can be made of a face: it is not of this photo, or its places are no numbers."""


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
    if is_black(array):
        raise UnusableImage(
            "The photo is entirely black; open it in a viewer and add a copy that shows something."
        )
    return array


def is_black(rgb: Rgb) -> bool:
    """Whether every pixel is; one in a few tells of nearly all photos that they are not."""
    height, width = rgb.shape[:2]
    some = rgb[:: max(1, height // 512), :: max(1, width // 512)]
    return int(some.max()) < BLACK and int(rgb.max()) < BLACK


def check_faces(rgb: Rgb, faces: Iterable[Face]) -> list[Face]:
    """``faces`` where each has a box that meets the image and five landmarks in numbers. Raises UnusableFace.

    A template of anything else would be that of a black square, and all such faces would look like one person.
    """
    height, width = rgb.shape[:2]
    listed = list(faces)
    for number, face in enumerate(listed, start=1):
        try:
            box, landmarks = np.asarray(face.box, np.float64), np.asarray(face.landmarks, np.float64)
        except (TypeError, ValueError):
            box = landmarks = np.empty(0)
        if box.shape != (4,) or landmarks.shape != (5, 2):
            raise UnusableFace(f"Face {number} needs a box of four numbers and landmarks [5, 2]; find it again.")
        if not (np.isfinite(box).all() and np.isfinite(landmarks).all()):
            raise UnusableFace(f"Face {number} has places that are no numbers; find it again.")
        x, y, w, h = box
        meets = w > 0 and h > 0 and x < width and y < height and x + w > 0 and y + h > 0
        away = np.abs(landmarks - (x + w / 2, y + h / 2)).max()
        if not meets or away > _FAR * max(w, h, face.height):
            raise UnusableFace(f"Face {number} does not lie in this photo; find it again in the very same one.")
    return listed
