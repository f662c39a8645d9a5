"""Turn a found face upright into the small square a network was trained on."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from consentry_faces.face import Rgb

SIDE = 112  # px

# Where the five landmarks (person's right eye, left eye, nose tip, right and left mouth corner) lie in the 112x112
# square; the template of ArcFace (Deng et al., CVPR 2019), which SFace was trained on too.
TEMPLATE = np.array(
    [[38.2946, 51.6963], [73.5318, 51.5014], [56.0252, 71.7366], [41.5493, 92.3655], [70.7299, 92.2041]],
    np.float64,
)


def similarity(points: npt.ArrayLike, template: npt.NDArray[np.float64] = TEMPLATE) -> npt.NDArray[np.float64]:
    """The least-squares similarity (rotation, scale, shift; no mirror) from ``points`` [5, 2] to ``template``.

    Umeyama's closed form (PAMI 1991), which in the plane is one complex division. Returns float64[2, 3].
    Raises ValueError for points that are not finite or all in one place.
    """
    given = np.asarray(points, np.float64).reshape(-1, 2)
    if given.shape != template.shape or not np.isfinite(given).all():
        raise ValueError("a face needs five finite landmarks")
    source = (given - given.mean(axis=0)) @ np.array([1, 1j])
    target = (template - template.mean(axis=0)) @ np.array([1, 1j])
    spread = float(np.vdot(source, source).real)
    if spread < 1e-6:
        raise ValueError("a face's landmarks lie all in one place")
    turn = np.vdot(source, target) / spread
    linear = np.array([[turn.real, -turn.imag], [turn.imag, turn.real]])
    shift = template.mean(axis=0) - linear @ given.mean(axis=0)
    return np.column_stack([linear, shift])


def crop(rgb: Rgb, landmarks: npt.ArrayLike, side: int = SIDE) -> Rgb:
    """The face turned upright: uint8[side, side, 3], black where the photo ends."""
    transform = similarity(landmarks) * (side / SIDE)
    # The affine map looks at four pixels for each of its own. Of a face twice as large or more it would skip some,
    # and keep the noise of those it takes: such a face is averaged down first.
    times = int(1 / max(float(np.hypot(transform[0, 0], transform[1, 0])), 1e-6))
    if times >= 2:
        rgb, transform = _averaged(rgb, transform, times, side)
    return cv2.warpAffine(rgb, transform, (side, side), flags=cv2.INTER_LINEAR).astype(np.uint8, copy=False)


def _averaged(
    rgb: Rgb, transform: npt.NDArray[np.float64], times: int, side: int
) -> tuple[Rgb, npt.NDArray[np.float64]]:
    """What the square shows of the photo, each ``times`` x ``times`` pixels averaged, and the map from that."""
    corners = np.array([[0, 0], [side, 0], [0, side], [side, side]]) - transform[:, 2]
    places = corners @ np.linalg.inv(transform[:, :2]).T
    room = np.array([rgb.shape[1], rgb.shape[0]])
    low = np.clip(np.floor(places.min(axis=0)) - times, 0, room).astype(int)
    size = (np.clip(np.ceil(places.max(axis=0)) + times, 0, room).astype(int) - low) // times
    if not size.all():
        return rgb, transform  # it lies outside the photo: nothing to average
    (left, top), (right, bottom) = low, low + times * size
    part = cv2.resize(rgb[top:bottom, left:right], tuple(size.tolist()), interpolation=cv2.INTER_AREA)
    # Pixel centres: the middle of an averaged pixel is the middle of the pixels it stands for.
    shift = transform[:, 2] + transform[:, :2] @ (low + (times - 1) / 2)
    return part.astype(np.uint8, copy=False), np.column_stack([transform[:, :2] * times, shift])
