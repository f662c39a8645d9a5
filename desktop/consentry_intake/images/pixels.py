"""From whatever a decoder gives to upright 8-bit RGB, and what transparency hides."""

from __future__ import annotations

import io
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image, ImageCms

Rgb = npt.NDArray[np.uint8]  # [h, w, 3]

_DEEP = frozenset({"I", "F", "I;16", "I;16B", "I;16L", "I;16N"})
_GREY = frozenset({"1", "L", "LA", "La"}) | _DEEP


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture, upright. ``rgb`` is what a viewer shows on white; ``hidden`` the colours under transparency
    where they differ, for they come back as soon as somebody drops the alpha channel. ``grey``: it has no colour.
    """

    rgb: Rgb
    hidden: Rgb | None = None
    grey: bool = False

    @property
    def views(self) -> tuple[Rgb, ...]:
        """Everything in it that can be seen."""
        return (self.rgb,) if self.hidden is None else (self.rgb, self.hidden)


def upright(pixels: Rgb, orientation: int) -> Rgb:
    """``pixels`` turned and mirrored as EXIF ``orientation`` (1 to 8) says; 5 to 8 swap the sides."""
    if orientation in {5, 6, 7, 8}:
        pixels = pixels.transpose(1, 0, 2)
    if orientation in {2, 3, 6, 7}:
        pixels = pixels[:, ::-1]
    if orientation in {3, 4, 7, 8}:
        pixels = pixels[::-1]
    return np.ascontiguousarray(pixels)


def frame_of(image: Image.Image, orientation: int = 1) -> Frame:
    """The frame that Pillow has loaded. ``orientation`` is what still has to be undone."""
    grey = image.mode in _GREY
    if image.mode in _DEEP:
        image = Image.fromarray(_eight_bits(np.asarray(image)))
    if image.mode == "CMYK":
        return Frame(upright(np.asarray(_from_inks(image)), orientation))
    if image.has_transparency_data:
        return _flattened(np.asarray(image.convert("RGBA")), orientation, grey)
    return Frame(upright(np.asarray(image.convert("RGB")), orientation), None, grey)


def _flattened(rgba: npt.NDArray[np.uint8], orientation: int, grey: bool) -> Frame:
    alpha = rgba[..., 3:].astype(np.uint16)
    under = rgba[..., :3]
    shown = ((under * alpha + 255 * (255 - alpha) + 127) // 255).astype(np.uint8)
    hides = bool(np.any(shown != under))
    return Frame(upright(shown, orientation), upright(under, orientation) if hides else None, grey)


def _eight_bits(deep: npt.NDArray[np.generic]) -> npt.NDArray[np.uint8]:
    """Grey of 16 or 32 bits, or float, to 8. Sensors fill 10, 12 or 14 of the 16 bits: the brightest pixel
    tells.
    """
    values = np.nan_to_num(np.asarray(deep, dtype=np.float32), nan=0.0, posinf=0.0, neginf=0.0)
    low, high = 0.0, float(values.max(initial=0.0))
    if np.issubdtype(deep.dtype, np.integer) and float(values.min(initial=0.0)) >= 0 and high <= 65_535:
        high = next(float(2**bits - 1) for bits in (8, 10, 12, 14, 16) if high <= 2**bits - 1)
    else:
        # No agreed white: a single wild value must not turn the rest, and a face in it, black.
        low, high = (float(v) for v in np.percentile(values, (0.1, 99.9)))
    scaled = np.clip((values - low) * np.float32(255.0 / max(high - low, 1e-6)), 0, 255)
    return np.asarray(scaled, dtype=np.uint8)


def _from_inks(image: Image.Image) -> Image.Image:
    """CMYK to sRGB, through the file's own profile where it has a usable one."""
    profile = image.info.get("icc_profile")
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            turned = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            turned = None
        if turned is not None:
            return turned
    return image.convert("RGB")


def shrunk(pixels: Rgb, side: int) -> Rgb:
    """The picture averaged down to a longest side of ``side`` px; a smaller one as it is."""
    height, width = pixels.shape[:2]
    scale = side / max(height, width)
    if scale >= 1:
        return pixels
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return np.asarray(cv2.resize(halved(pixels, side), size, interpolation=cv2.INTER_AREA), np.uint8)


def halved(pixels: Rgb, side: int) -> Rgb:
    """The picture halved for as long as its longest side stays at ``side`` px or more.

    Averaging 2 x 2 pixels is ten times quicker than any other ratio.
    """
    while max(pixels.shape[:2]) >= 2 * side and min(pixels.shape[:2]) > 1:
        half = (pixels.shape[1] // 2, pixels.shape[0] // 2)
        even = pixels[: 2 * half[1], : 2 * half[0]]
        pixels = np.asarray(cv2.resize(even, half, interpolation=cv2.INTER_AREA), np.uint8)
    return pixels


def shrunk_grey(pixels: Rgb, side: int) -> npt.NDArray[np.float32]:
    """float32[side, side], 0 to 255: the picture's luminance, averaged over areas, its proportions given up."""
    grey = cv2.cvtColor(halved(pixels, 8 * side), cv2.COLOR_RGB2GRAY)
    return np.asarray(cv2.resize(grey, (side, side), interpolation=cv2.INTER_AREA), np.float32)
