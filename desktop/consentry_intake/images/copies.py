"""Pictures made of a photo: the copy that may be let out, and what the program shows of it."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from PIL import Image, ImageCms

from consentry_intake.images.fingerprint import perceptual_hash
from consentry_intake.images.kinds import Kind
from consentry_intake.images.photo import Photo, open_photo
from consentry_intake.images.pixels import Frame, Rgb, shrunk
from consentry_intake.images.strip import stripped

Box = tuple[float, float, float, float]  # x, y, w, h in upright px

COVER_PADDING = 0.20  # of the box's width and height, on each side: hair, chin and ears are part of a likeness
_COVER_GREY = 40
_QUALITY = 92
_SMALL_QUALITY = 85


@dataclass(frozen=True, slots=True)
class Copy:
    """A finished copy: ``content`` is a whole JPEG or PNG file without metadata. ``lossless``: its picture was not
    encoded again. ``fingerprint`` is the perceptual hash of what it shows.
    """

    content: bytes
    kind: Kind
    width: int
    height: int
    lossless: bool
    fingerprint: str


def make_copy(untrusted: bytes, covers: Sequence[Box], crop: Box | None = None) -> Copy:
    """One frame, upright, colour profile kept, all else left out; each of ``covers`` under a solid rectangle that
    reaches COVER_PADDING beyond it; then cut to ``crop``.

    Raises PhotoError where the photo cannot be decoded, ValueError for a crop outside the picture.
    """
    photo = open_photo(untrusted)
    frame = photo.first()
    pixels = covered(frame.rgb, covers)
    if crop is not None:
        pixels = _cut(pixels, crop)
    height, width = pixels.shape[:2]
    header = photo.header
    lossless = header.kind is Kind.JPEG and not covers and crop is None and header.facts.orientation == 1
    content = stripped(untrusted) if lossless else _encoded(pixels, photo, frame)
    kind = Kind.PNG if header.kind is Kind.PNG else Kind.JPEG
    return Copy(content, kind, width, height, lossless, perceptual_hash(pixels))


def covered(pixels: Rgb, covers: Sequence[Box]) -> Rgb:
    """The picture with a solid rectangle over each box and its padding."""
    pixels = pixels.copy() if covers else pixels
    height, width = pixels.shape[:2]
    for x, y, w, h in covers:
        left, top = math.floor(x - w * COVER_PADDING), math.floor(y - h * COVER_PADDING)
        right, bottom = math.ceil(x + w * (1 + COVER_PADDING)), math.ceil(y + h * (1 + COVER_PADDING))
        pixels[max(top, 0) : min(max(bottom, 0), height), max(left, 0) : min(max(right, 0), width)] = _COVER_GREY
    return pixels


def small_jpeg(pixels: Rgb, side: int, quality: int = _SMALL_QUALITY) -> bytes:
    """A JPEG whose longest side is at most ``side`` px."""
    out = io.BytesIO()
    Image.fromarray(shrunk(pixels, side)).save(out, "JPEG", quality=quality)
    return out.getvalue()


def face_crop(pixels: Rgb, box: Box, side: int, *, around: float = 0.35) -> bytes:
    """A square JPEG of at most ``side`` px: the face with ``around`` of its size on each side; beyond the photo's
    edge the edge is repeated.
    """
    x, y, w, h = box
    half = max(w, h, 2.0) * (0.5 + around)
    left, top, across = round(x + w / 2 - half), round(y + h / 2 - half), max(1, round(2 * half))
    height, width = pixels.shape[:2]
    x0, x1 = (min(max(v, 0), width - 1) for v in (left, left + across - 1))
    y0, y1 = (min(max(v, 0), height - 1) for v in (top, top + across - 1))
    scale = min(1.0, side / across)
    piece = shrunk(pixels[y0 : y1 + 1, x0 : x1 + 1], max(1, round(max(x1 - x0, y1 - y0) * scale + scale)))
    before, beyond = round((y0 - top) * scale), round((x0 - left) * scale)
    whole = max(1, round(across * scale))
    after, behind = max(0, whole - before - piece.shape[0]), max(0, whole - beyond - piece.shape[1])
    square = cv2.copyMakeBorder(piece, before, after, beyond, behind, cv2.BORDER_REPLICATE)
    return small_jpeg(np.asarray(square, np.uint8), side)


def _cut(pixels: Rgb, crop: Box) -> Rgb:
    x, y, w, h = crop
    height, width = pixels.shape[:2]
    left, top = max(0, math.ceil(x)), max(0, math.ceil(y))
    right, bottom = min(width, math.floor(x + w)), min(height, math.floor(y + h))
    if right <= left or bottom <= top:
        raise ValueError("the crop lies outside the picture")
    return np.ascontiguousarray(pixels[top:bottom, left:right])


def _encoded(pixels: Rgb, photo: Photo, frame: Frame) -> bytes:
    image = Image.fromarray(pixels)
    if frame.grey:
        image = image.convert("L")
    profile = _fitting(photo.header.profile, image.mode)
    out = io.BytesIO()
    if photo.header.kind is Kind.PNG:
        image.save(out, "PNG", icc_profile=profile, compress_level=6)
    else:
        # 4:4:4: a cover's edge must not smear colour over its neighbours, nor theirs into it.
        image.save(out, "JPEG", quality=_QUALITY, subsampling=0, icc_profile=profile)
    return out.getvalue()


def _fitting(profile: bytes, mode: str) -> bytes | None:
    """The profile where it is one for these colours (ICC.1 7.2.6: data colour space); an ink profile no longer
    is.
    """
    space = {"RGB": b"RGB ", "L": b"GRAY"}[mode]
    if not profile or profile[16:20] != space:
        return None
    try:
        ImageCms.ImageCmsProfile(io.BytesIO(profile))
    except (OSError, ImageCms.PyCMSError):
        return None
    return profile


def is_bare_png(untrusted: bytes) -> bool:
    """Whether a PNG holds nothing but its picture and its colour profile."""
    allowed = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"iCCP", b"tRNS"}
    at = 8
    while at + 12 <= len(untrusted):
        if untrusted[at + 4 : at + 8] not in allowed:
            return False
        at += 12 + int.from_bytes(untrusted[at : at + 4], "big")
    return at == len(untrusted)
