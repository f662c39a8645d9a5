"""A photo is looked at, shown and copied the way round its camera meant, in every format that can say so."""

from __future__ import annotations

import io

import numpy as np
import pillow_heif
import pytest
from PIL import Image, ImageOps

from consentry_intake.images.copies import make_copy
from consentry_intake.images.photo import open_photo

# Four colours in the corners: every turn and mirroring gives another picture, and none survives by chance.
CORNERS = {"red": (220, 30, 30), "green": (30, 200, 30), "blue": (30, 30, 220), "white": (240, 240, 240)}


def upright_picture() -> Image.Image:
    image = Image.new("RGB", (96, 64), (90, 90, 90))
    for colour, place in zip(CORNERS.values(), ((0, 0), (64, 0), (0, 32), (64, 32)), strict=True):
        image.paste(colour, (*place, place[0] + 32, place[1] + 32))
    return image


def stored(orientation: int) -> Image.Image:
    """What a camera stores so that a viewer, undoing ``orientation``, shows the upright picture."""
    back = {1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 8, 7: 7, 8: 6}[orientation]
    exif = Image.Exif()
    exif[0x0112] = back
    image = upright_picture()
    image.info["exif"] = exif.tobytes()
    turned = Image.open(io.BytesIO(encoded(image, "PNG", exif)))
    return ImageOps.exif_transpose(turned)


def encoded(image: Image.Image, fmt: str, exif: Image.Exif) -> bytes:
    out = io.BytesIO()
    lossless: dict[str, dict[str, object]] = {
        "WEBP": {"lossless": True},
        "JPEG": {"quality": 98, "subsampling": 0},
        "AVIF": {"quality": 95},
    }
    image.save(out, fmt, exif=exif, **lossless.get(fmt, {}))
    return out.getvalue()


def assert_upright(pixels: np.ndarray) -> None:
    want = np.asarray(upright_picture()).astype(int)
    assert pixels.shape == want.shape
    assert np.abs(pixels.astype(int) - want).mean() < 6


@pytest.mark.parametrize("fmt", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_of_every_format_is_undone_once(fmt: str, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    photo = open_photo(encoded(stored(orientation), fmt, exif))
    assert (photo.header.width, photo.header.height) == (96, 64)
    assert_upright(photo.first().rgb)


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_heic_is_turned_by_its_decoder_and_not_a_second_time(orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    pillow_heif.register_heif_opener()
    out = io.BytesIO()
    stored(orientation).save(out, "HEIF", exif=exif.tobytes(), quality=95)
    photo = open_photo(out.getvalue())
    assert (photo.header.width, photo.header.height) == (96, 64)
    assert_upright(photo.first().rgb)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_copy_is_upright_and_says_nothing_of_orientation(orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    copy = make_copy(encoded(stored(orientation), "JPEG", exif), [])
    with Image.open(io.BytesIO(copy.content)) as image:
        assert image.getexif().get(0x0112) is None
        assert_upright(np.asarray(image))
    assert copy.lossless == (orientation == 1)


@pytest.mark.parametrize("nonsense", [0, 9, 65535])
def test_an_orientation_that_does_not_exist_is_none(nonsense: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = nonsense
    assert_upright(open_photo(encoded(upright_picture(), "JPEG", exif)).first().rgb)
