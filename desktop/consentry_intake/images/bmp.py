"""BMP headers, and the pixel layouts that Pillow does not know: 16 and 32 bits with masks of one's own
choosing.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image

from consentry_intake.images.errors import damaged
from consentry_intake.images.guard import check_size

_BITFIELDS, _ALPHA_BITFIELDS = 3, 6


def _word(untrusted: bytes, at: int, width: int = 4) -> int:
    if at + width > len(untrusted):
        raise damaged("it is cut short")
    return int.from_bytes(untrusted[at : at + width], "little")


def end_of(untrusted: bytes) -> int:
    """The file's length. Raises PhotoError where the header declares more than is there, or no single plane."""
    header = _word(untrusted, 14)
    planes = _word(untrusted, 22, 2) if header == 12 else _word(untrusted, 26, 2)
    if planes != 1:
        raise damaged("its header")
    if max(_word(untrusted, 2), _word(untrusted, 10)) > len(untrusted):
        raise damaged("it is cut short")
    return len(untrusted)


def by_masks(untrusted: bytes) -> Image.Image | None:
    """The picture where the header gives masks for its colours (BITMAPINFOHEADER with BI_BITFIELDS, or a V4 or V5
    header); None for any other layout. Raises PhotoError where it is cut short or too large.
    """
    header, compression, depth = _word(untrusted, 14), _word(untrusted, 30), _word(untrusted, 28, 2)
    if header < 40 or compression not in {_BITFIELDS, _ALPHA_BITFIELDS} or depth not in {16, 32}:
        return None
    width = _word(untrusted, 18)
    height = int.from_bytes(untrusted[22:26], "little", signed=True)
    check_size(width, abs(height))
    stride = (width * depth // 8 + 3) // 4 * 4
    start, size = _word(untrusted, 10), stride * abs(height)
    if start + size > len(untrusted):
        raise damaged("it is cut short")
    rows = np.frombuffer(untrusted, np.uint8, size, start).reshape(abs(height), stride)
    words = rows[:, : width * depth // 8].copy().view(f"<u{depth // 8}").astype(np.uint32)
    with_alpha = header >= 56 or compression == _ALPHA_BITFIELDS
    masks = [_word(untrusted, 54 + 4 * i) for i in range(4 if with_alpha else 3)]
    if not all(masks[:3]):
        raise damaged("its header")
    channels = [_scaled(words, mask) for mask in masks if mask]
    pixels = np.stack(channels, axis=-1)
    return Image.fromarray(pixels if height < 0 else np.ascontiguousarray(pixels[::-1]))


def _scaled(words: npt.NDArray[np.uint32], mask: int) -> npt.NDArray[np.uint8]:
    shift = (mask & -mask).bit_length() - 1
    most = mask >> shift
    values = ((words & np.uint32(mask)) >> np.uint32(shift)).astype(np.float64)
    return np.asarray(np.rint(values * (255.0 / most)), np.uint8)
