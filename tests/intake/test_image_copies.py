"""The copy that is let out shows one upright frame, covers what it must, and carries nothing else."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image, ImageCms

from consentry_intake.images import jpeg
from consentry_intake.images.copies import COVER_PADDING, is_bare_png, make_copy
from consentry_intake.images.fingerprint import SAME_PICTURE_BITS, distance, perceptual_hash
from consentry_intake.images.strip import is_bare, splice_xmp, stripped

PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
SECRET = b"SECRET"


def scene(seed: int = 1) -> Image.Image:
    coarse = np.random.default_rng(seed).integers(0, 255, (9, 12, 3), np.uint8)
    return Image.fromarray(coarse).resize((480, 360), Image.Resampling.BICUBIC)


def camera_jpeg(**options: object) -> bytes:
    """A JPEG as a phone writes it: EXIF with place and serial, a comment, a profile, a film behind its end."""
    exif = Image.Exif()
    exif[0x010F] = "SECRET maker"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8769).update({0xA431: "SECRET serial", 0x9003: "2026:05:14 19:30:05"})
    out = io.BytesIO()
    scene().save(out, "JPEG", quality=90, exif=exif, comment=SECRET, icc_profile=PROFILE, xmp=SECRET, **options)
    return out.getvalue() + SECRET


def pixels(content: bytes) -> np.ndarray:
    with Image.open(io.BytesIO(content)) as image:
        return np.asarray(image.convert("RGB")).astype(int)


def test_an_upright_jpeg_is_copied_without_encoding_it_again() -> None:
    source = camera_jpeg()
    copy = make_copy(source, [])
    assert copy.lossless
    assert SECRET not in copy.content
    assert copy.content.endswith(b"\xff\xd9")
    assert np.array_equal(pixels(copy.content), pixels(source))
    parts = jpeg.layout(source)
    scan = parts.of(jpeg.SOS)[0]
    assert source[scan.start : scan.end] in copy.content


def test_the_colour_profile_stays() -> None:
    for covers in ([], [(50.0, 50.0, 40.0, 40.0)]):
        with Image.open(io.BytesIO(make_copy(camera_jpeg(), covers).content)) as image:
            assert image.info["icc_profile"] == PROFILE


def test_a_covered_place_is_solid_beyond_the_box_and_untouched_elsewhere() -> None:
    copy = make_copy(camera_jpeg(), [(100.0, 80.0, 60.0, 80.0)])
    shown, source = pixels(copy.content), pixels(camera_jpeg())
    assert not copy.lossless
    assert SECRET not in copy.content
    dx, dy = round(60 * COVER_PADDING), round(80 * COVER_PADDING)
    covered = shown[80 - dy + 1 : 160 + dy - 1, 100 - dx + 1 : 160 + dx - 1]
    assert covered.std() < 3
    elsewhere = np.abs(shown - source)[:, 250:]
    assert elsewhere.mean() < 3


def test_a_cover_over_the_edge_is_cut_at_the_edge() -> None:
    shown = pixels(make_copy(camera_jpeg(), [(-30.0, 340.0, 60.0, 60.0)]).content)
    assert shown.shape == (360, 480, 3)
    assert shown[345:, :25].std() < 3


def test_a_crop_leaves_out_what_lies_outside() -> None:
    cover = (110.0, 60.0, 40.0, 30.0)  # in px of the whole picture, as the crop is
    copy = make_copy(camera_jpeg(), [cover], (100.0, 50.0, 200.0, 100.0))
    assert (copy.width, copy.height, copy.lossless) == (200, 100, False)
    assert SECRET not in copy.content
    shown, source = pixels(copy.content), pixels(camera_jpeg())[50:150, 100:300]
    assert shown.shape == source.shape
    assert shown[12:38, 12:48].std() < 3
    assert np.abs(shown - source)[:, 80:].mean() < 3
    assert distance(copy.fingerprint, perceptual_hash(shown.astype(np.uint8))) < SAME_PICTURE_BITS
    assert distance(copy.fingerprint, make_copy(camera_jpeg(), []).fingerprint) > SAME_PICTURE_BITS
    with pytest.raises(ValueError, match="outside"):
        make_copy(camera_jpeg(), [], (900.0, 900.0, 10.0, 10.0))


def test_a_png_stays_a_png_with_nothing_but_picture_and_profile() -> None:
    out = io.BytesIO()
    picture = scene().convert("RGBA")
    picture.putalpha(Image.new("L", picture.size, 0))
    from PIL.PngImagePlugin import PngInfo

    told = PngInfo()
    told.add_text("Author", "SECRET")
    picture.save(out, "PNG", pnginfo=told, icc_profile=PROFILE)
    assert not is_bare_png(out.getvalue())
    copy = make_copy(out.getvalue() + SECRET, [])
    assert is_bare_png(copy.content)
    assert SECRET not in copy.content
    assert pixels(copy.content).min() == 255, "what transparency hid must not come out"


@pytest.mark.parametrize("fmt", ["WEBP", "TIFF", "GIF", "BMP"])
def test_other_formats_become_jpeg(fmt: str) -> None:
    out = io.BytesIO()
    scene().save(out, fmt, save_all=True, append_images=[scene(2)]) if fmt != "BMP" else scene().save(out, fmt)
    copy = make_copy(out.getvalue(), [])
    assert copy.kind == "JPEG"
    assert is_bare(copy.content)
    with Image.open(io.BytesIO(copy.content)) as image:
        assert getattr(image, "n_frames", 1) == 1


def test_further_pictures_of_a_file_are_not_in_its_copy() -> None:
    out = io.BytesIO()
    scene().save(out, "MPO", save_all=True, append_images=[scene(2)])
    copy = make_copy(out.getvalue(), [])
    assert copy.lossless
    assert len(copy.content) < 0.7 * len(out.getvalue())
    assert is_bare(copy.content)


def test_inks_become_colours_when_something_is_covered() -> None:
    out = io.BytesIO()
    scene().convert("CMYK").save(out, "JPEG", quality=95)
    with Image.open(io.BytesIO(make_copy(out.getvalue(), [(10.0, 10.0, 20.0, 20.0)]).content)) as image:
        assert image.mode == "RGB"
        assert np.abs(np.asarray(image).astype(int) - np.asarray(scene()).astype(int))[60:].mean() < 25


def test_a_packet_is_spliced_in_and_the_picture_untouched() -> None:
    bare = make_copy(camera_jpeg(), []).content
    packet = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>release</x:xmpmeta>"
    spliced = splice_xmp(bare, packet)
    with Image.open(io.BytesIO(spliced)) as image:
        assert image.info["xmp"] == packet
    assert stripped(spliced) == bare
    assert not is_bare(spliced)
    with pytest.raises(ValueError, match="fit"):
        splice_xmp(bare, b"x" * 70_000)


def test_a_fingerprint_knows_the_same_picture_and_not_another() -> None:
    one = scene()
    small = one.resize((200, 150))
    out = io.BytesIO()
    small.save(out, "JPEG", quality=40)
    mine = perceptual_hash(np.asarray(one))
    again = perceptual_hash(pixels(out.getvalue()).astype(np.uint8))
    assert distance(mine, again) <= SAME_PICTURE_BITS
    others = [distance(mine, perceptual_hash(np.asarray(scene(seed)))) for seed in range(2, 30)]
    assert min(others) > 1.5 * SAME_PICTURE_BITS
