"""Whatever kind of pixels a file holds, the faces in it can be seen; whatever is hidden or missing is not passed
over."""

from __future__ import annotations

import io
import struct
import zlib
from datetime import datetime

import numpy as np
import pillow_heif
import pytest
from PIL import Image

from consentry_intake import limits
from consentry_intake.images.errors import PhotoError
from consentry_intake.images.photo import open_photo


def scene(width: int = 160, height: int = 120) -> Image.Image:
    """A smooth picture with all colours, so that every lossy format keeps it."""
    y, x = np.mgrid[0:height, 0:width]
    planes = [x * 255 / width, y * 255 / height, 128 + 100 * np.sin(x / 20)]
    return Image.fromarray(np.stack(planes, axis=-1).astype(np.uint8))


def saved(image: Image.Image, fmt: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, fmt, **options)
    return out.getvalue()


def first(content: bytes) -> np.ndarray:
    return open_photo(content).first().rgb


def near(pixels: np.ndarray, image: Image.Image, within: float = 6) -> bool:
    return bool(np.abs(pixels.astype(int) - np.asarray(image.convert("RGB")).astype(int)).mean() < within)


@pytest.mark.parametrize(
    "fmt", ["JPEG", "PNG", "WEBP", "TIFF", "BMP", "AVIF", "JPEG2000", "PPM", "TGA", "PCX", "SGI"]
)
def test_colours_come_out_of_every_format(fmt: str) -> None:
    assert near(first(saved(scene(), fmt)), scene())


def test_colours_come_out_of_heic() -> None:
    pillow_heif.register_heif_opener()
    assert near(first(saved(scene(), "HEIF", quality=95)), scene())


def test_progressive_and_grey_jpegs() -> None:
    assert near(first(saved(scene(), "JPEG", progressive=True, quality=95)), scene())
    photo = open_photo(saved(scene().convert("L"), "JPEG", quality=95))
    assert photo.first().grey
    assert near(photo.first().rgb, scene().convert("L"))


def test_cmyk_is_not_shown_as_its_negative() -> None:
    assert near(first(saved(scene().convert("CMYK"), "JPEG", quality=95)), scene(), 25)
    assert near(first(saved(scene().convert("CMYK"), "TIFF")), scene(), 25)


def test_palette_grey_with_alpha_and_one_bit() -> None:
    assert near(first(saved(scene().quantize(256), "PNG")), scene(), 12)
    assert near(first(saved(scene().convert("LA"), "PNG")), scene().convert("L"))
    assert near(first(saved(scene().convert("1"), "PNG")), scene().convert("1"))


@pytest.mark.parametrize("bits", [10, 12, 14, 16])
def test_deep_grey_is_brought_to_eight_bits_by_what_the_sensor_filled(bits: int) -> None:
    grey = np.asarray(scene().convert("L")).astype(np.uint16)
    deep = (grey.astype(np.uint32) * (2**bits - 1) // 255).astype(np.uint16)
    for fmt in ("PNG", "TIFF"):
        assert near(first(saved(Image.fromarray(deep), fmt)), scene().convert("L"))


def test_one_wild_value_does_not_turn_a_float_picture_black() -> None:
    values = np.asarray(scene().convert("L")).astype(np.float32)
    values[0, 0], values[0, 1] = 1e9, np.nan
    shown = first(saved(Image.fromarray(values), "TIFF"))
    assert shown.mean() > 60


def test_colours_under_transparency_are_looked_at_too() -> None:
    picture = scene().convert("RGBA")
    picture.putalpha(Image.new("L", picture.size, 0))
    frame = open_photo(saved(picture, "PNG")).first()
    assert frame.rgb.min() == 255
    assert frame.hidden is not None
    assert near(frame.hidden, scene(), 1)
    assert len(frame.views) == 2


def test_an_opaque_alpha_channel_hides_nothing() -> None:
    assert open_photo(saved(scene().convert("RGBA"), "PNG")).first().hidden is None


def test_every_frame_of_a_film_and_every_page_is_given() -> None:
    pictures = [Image.new("RGB", (40, 30), (40 * i, 0, 0)) for i in range(4)]
    for fmt in ("GIF", "PNG", "WEBP", "TIFF", "AVIF"):
        options = {"lossless": True} if fmt == "WEBP" else {}
        photo = open_photo(saved(pictures[0], fmt, save_all=True, append_images=pictures[1:], **options))
        frames = list(photo.frames())
        assert photo.header.declared == photo.checked == 4, fmt
        assert len({int(f.rgb[0, 0, 0]) for f in frames}) == 4, fmt


def test_repeated_frames_are_given_once_but_counted() -> None:
    red, blue = Image.new("RGB", (40, 30), "red"), Image.new("RGB", (40, 30), "blue")
    photo = open_photo(saved(red, "TIFF", save_all=True, append_images=[blue, red, blue]))
    assert len(list(photo.frames())) == 2
    assert photo.checked == 4


def test_a_second_picture_in_a_jpeg_is_a_frame() -> None:
    photo = open_photo(saved(scene(), "MPO", save_all=True, append_images=[Image.new("RGB", (160, 120), "blue")]))
    frames = list(photo.frames())
    assert photo.header.declared == 2
    assert [int(f.rgb[60, 80, 2] > 200) for f in frames] == [0, 1]


def test_too_many_frames_hold_the_photo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "IMAGE_FRAMES", 3)
    pictures = [Image.new("RGB", (40, 30), (40 * i, 0, 0)) for i in range(5)]
    with pytest.raises(PhotoError, match="frames"):
        open_photo(saved(pictures[0], "GIF", save_all=True, append_images=pictures[1:]))


def test_capture_time_and_its_zone() -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769).update({0x9003: "2026:05:14 19:30:05", 0x9011: "-05:00"})
    facts = open_photo(saved(scene(), "JPEG", exif=exif)).header.facts
    assert facts.taken_at == datetime(2026, 5, 14, 19, 30, 5)  # noqa: DTZ001 - a camera's clock has no zone
    assert facts.offset == "-05:00"


def test_the_time_of_the_last_change_is_no_capture_time() -> None:
    exif = Image.Exif()
    exif[0x0132] = "2026:05:14 19:30:05"
    assert open_photo(saved(scene(), "JPEG", exif=exif)).header.facts.taken_at is None


def test_damaged_exif_does_not_hold_a_sound_photo() -> None:
    content = saved(scene(), "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xff")
    assert near(first(content), scene())


# --- what must be held -----------------------------------------------------------------------------------------


def held(content: bytes) -> str:
    with pytest.raises(PhotoError) as caught:
        list(open_photo(content).frames())
    return str(caught.value)


@pytest.mark.parametrize(
    "fmt", ["JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "AVIF", "HEIF", "TGA", "PPM", "PCX", "JPEG2000"]
)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_file_cut_short_is_held(fmt: str, share: float) -> None:
    pillow_heif.register_heif_opener()
    noise = Image.fromarray(np.random.default_rng(4).integers(0, 255, (120, 160, 3), np.uint8))
    content = saved(noise, fmt)
    assert list(open_photo(content).frames())
    assert "damaged" in held(content[: int(len(content) * share)]) or share == 0.1


def test_a_jpeg_cut_short_and_given_an_end_marker_is_held() -> None:
    content = saved(scene(400, 300), "JPEG", quality=95)
    assert "do not add up" in held(content[: len(content) // 2] + b"\xff\xd9")


def test_a_png_with_one_altered_byte_is_held() -> None:
    content = bytearray(saved(scene(), "PNG"))
    content[len(content) // 2] ^= 0x10
    assert "checksum" in held(bytes(content))


def test_a_heic_whose_bytes_are_missing_is_held_though_its_decoder_is_silent() -> None:
    pillow_heif.register_heif_opener()
    content = saved(scene(), "HEIF", quality=95)
    assert "cut short" in held(content[:-1])


def test_a_heic_whose_last_box_reaches_to_the_end_is_held_when_the_end_is_missing() -> None:
    pillow_heif.register_heif_opener()
    content = saved(scene(), "HEIF", quality=95)
    at = content.rindex(b"mdat") - 4
    open_ended = content[:at] + b"\0\0\0\0" + content[at + 4 :]
    assert list(open_photo(open_ended).frames())
    assert "cut short" in held(open_ended[:-200])


def test_bombs_are_refused_by_their_header() -> None:
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    content = bytearray(saved(Image.new("RGB", (8, 8)), "PNG"))
    content[16:29] = header
    content[29:33] = struct.pack(">I", zlib.crc32(b"IHDR" + header))
    assert "million pixels" in held(bytes(content))


@pytest.mark.parametrize(
    "start", [b"", b"hello", b"%PDF-1.7", b"8BPS\0\1", b"\0\0\1\0\1\0", b"PK\x03\x04", b"\x1aE\xdf\xa3"]
)
def test_what_is_no_photo_is_held_with_a_next_step(start: bytes) -> None:
    said = held(start + b"\0" * 64 if start else b"")
    assert "JPEG" in said or "again" in said


def test_the_content_counts_and_not_a_name() -> None:
    assert open_photo(saved(scene(), "PNG")).header.kind == "PNG"


def test_bytes_behind_the_end_are_counted_and_harmless() -> None:
    for fmt in ("JPEG", "PNG", "GIF", "WEBP"):
        photo = open_photo(saved(scene(), fmt) + b"ftypmp42 a film" * 10)
        assert photo.header.trailing == 150
        assert list(photo.frames())
