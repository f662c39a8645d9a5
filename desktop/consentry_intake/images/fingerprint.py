"""A perceptual hash: near for the same picture re-encoded or resized, far for another."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from consentry_intake.images.pixels import Rgb, shrunk_grey

BITS = 256
# Copies saved again as small JPEGs differ in few bits, other photos in about half; bench/checking_speed.py has
# figures.
SAME_PICTURE_BITS = 48

_SIDE = 64
_LOW = 16  # 16 x 16 of the lowest frequencies


def _cosines() -> npt.NDArray[np.float32]:
    """DCT-II as a matrix, float32[_LOW, _SIDE] (Ahmed, Natarajan, Rao 1974), rows of the low frequencies."""
    n = np.arange(_SIDE)
    k = np.arange(_LOW + 1)[:, None]
    return np.cos(np.pi * (2 * n + 1) * k / (2 * _SIDE)).astype(np.float32)


_DCT = _cosines()


def perceptual_hash(pixels: Rgb) -> str:
    """64 hex digits (256 bits): which of the low frequencies of the picture's luminance are above their median.

    The lowest row and column, which carry overall light, are left out.
    """
    low = (_DCT @ shrunk_grey(pixels, _SIDE) @ _DCT.T)[1:, 1:].ravel()
    bits = low > np.median(low)
    return np.packbits(bits).tobytes().hex()


def distance(one: str, other: str) -> int:
    """How many of the bits differ."""
    return (int(one, 16) ^ int(other, 16)).bit_count()
