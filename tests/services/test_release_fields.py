"""A released copy carries its verdict's fields and nothing of what the camera or the photographer wrote."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pillow_heif
import pytest
from PIL import Image, PngImagePlugin

from consentry.services import checking, deciding, photos, releasing
from consentry.services.session import Session
from consentry_intake.images.photo import open_photo
from consentry_policy.verdicts import Outcome
from school_ground import CHANNEL, School

EXIFTOOL = shutil.which("exiftool")
SECRETS = ("Wanda Photographer", "Okafor", "SERIAL-4711", "MakerSecret", "At the lake")


def exif() -> Image.Exif:
    """GPS, a name, a serial number and a maker note."""
    made = Image.Exif()
    made[0x013B] = "Wanda Photographer"  # Artist
    made[0x010E] = "Okafor at practice"  # ImageDescription
    made.get_ifd(0x8769).update({0x927C: b"MakerSecret" * 20, 0xA431: "SERIAL-4711"})
    made.get_ifd(0x8825).update({1: "N", 2: (46.0, 19.0, 5.0), 3: "W", 4: (95.0, 26.0, 45.0)})
    return made


def written(school: School, suffix: str) -> bytes:
    image = Image.open(school.photos / "02-mirrored.jpg").convert("RGB")
    out = io.BytesIO()
    if suffix == "png":
        notes = PngImagePlugin.PngInfo()
        notes.add_text("Comment", "At the lake")
        image.save(out, "PNG", exif=exif(), pnginfo=notes)
    elif suffix == "webp":
        image.save(out, "WEBP", quality=95, exif=exif())
    elif suffix == "heic":
        pillow_heif.from_pillow(image).save(out, quality=95, exif=exif().tobytes())
    else:
        image.save(out, "JPEG", quality=95, exif=exif(), comment="At the lake")
    return out.getvalue()


def fields(*files: Path) -> list[dict[str, Any]]:
    assert EXIFTOOL
    told = subprocess.run(
        [EXIFTOOL, "-j", "-G1", "-a", "-u", "-ee", *map(str, files)], capture_output=True, check=True
    )
    found: list[dict[str, Any]] = json.loads(told.stdout)
    return found


def with_thumbnail(path: Path) -> None:
    """A small picture inside the file, as cameras leave one, and a name in IPTC."""
    assert EXIFTOOL
    small = path.with_suffix(".small.jpg")
    Image.new("RGB", (64, 48), (200, 10, 10)).save(small, "JPEG")
    subprocess.run(
        [EXIFTOOL, "-q", "-overwrite_original", f"-ThumbnailImage<={small}", "-IPTC:By-line=Okafor", path],
        check=True,
    )
    small.unlink()


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "heic"])
def test_a_copy_tells_its_verdict_and_nothing_else(
    session: Session, school: School, tmp_path: Path, suffix: str
) -> None:
    source = tmp_path / f"practice.{suffix}"
    source.write_bytes(written(school, suffix))
    if suffix == "jpg" and EXIFTOOL:
        with_thumbnail(source)
    one = checking.check(session, [source], [CHANNEL]).run().photos[0]
    assert one.outcome is Outcome.CLEARED, one.reasons
    deciding.mark_seen(session, [one.id], CHANNEL)
    report = releasing.release(session, [one.id], CHANNEL, tmp_path / "out").run()
    assert report.copies == 1, report.held
    copy = next(p for p in (tmp_path / "out").iterdir() if p.suffix in {".jpg", ".png"})
    assert copy.suffix == (".png" if suffix == "png" else ".jpg")
    content = copy.read_bytes()
    assert content.count(b"http://iptc.org/std/Iptc4xmpExt/2008-02-29/") == 1
    for secret in SECRETS:
        assert secret.encode() in source.read_bytes() or suffix != "jpg"
        assert secret.encode() not in content
    assert open_photo(content).header.kind.name in {"JPEG", "PNG"}
    if suffix == "png":  # lossless: every pixel is the source's
        assert np.array_equal(
            np.asarray(Image.open(copy).convert("RGB")), np.asarray(Image.open(source).convert("RGB"))
        )
    if EXIFTOOL is None:
        pytest.skip("exiftool is not on this machine")
    before, after = fields(source)[0], fields(copy)[0]
    assert any(key.startswith("GPS:") for key in before)
    assert any("MakerNote" in key or "MakerSecret" in str(value) for key, value in before.items())
    groups = {key.split(":")[0] for key in after if ":" in key}
    allowed = {"ExifTool", "System", "File", "JFIF", "PNG", "ICC_Profile", "ICC-header", "Composite"}
    assert groups - allowed - {g for g in groups if g.startswith(("XMP-", "ICC"))} == set()
    assert after["XMP-dc:Identifier"] == copy.stem
    assert after["XMP-plus:ModelReleaseID"] == copy.stem
    assert after["XMP-plus:ModelReleaseStatus"] == "Unlimited Model Releases"
    assert after["XMP-plus:MinorModelAgeDisclosure"] == "Age Unknown"
    assert "XMP-iptcExt:DigitalSourceType" in after
    assert not any("Warning" in key for key in after)


def test_a_covered_copy_says_that_a_person_edited_it(session: Session, school: School, tmp_path: Path) -> None:
    one = next(
        v
        for v in photos.views(session, photos.batches(session)[0].id, CHANNEL)
        if v.file_name == "08-together.jpg"
    )
    refused = [f.id for f in one.faces if f.person and f.person.number == "1002"]
    deciding.cover(session, refused)
    from consentry_policy.facts import Attestation

    deciding.attest(session, [one.id], Attestation.NOTHING_IDENTIFIES, CHANNEL)
    deciding.mark_seen(session, [one.id], CHANNEL)
    assert releasing.release(session, [one.id], CHANNEL, tmp_path / "out").run().copies == 1
    assert b"digitalsourcetype/humanEdits" in next((tmp_path / "out").glob("*.jpg")).read_bytes()
