"""Makes image_list.tsv: which files of a folder are sound images, by decoders that share no code with ours.

    python tests/intake/image_list_maker.py FOLDER > tests/intake/image_list.tsv

Two decoders judge every file: ImageMagick 6 (`convert`: its own readers over libjpeg, libpng, libtiff, libheif)
and ffmpeg (its own decoders throughout). A third, made for the one format, judges too where there is one: djpeg,
pngcheck, tiffinfo, webpinfo, heif-convert, opj_decompress. Debian: imagemagick ffmpeg libjpeg-turbo-progs
pngcheck libtiff-tools webp libheif-examples libopenjp2-tools. "warn" is a warning beside the picture, "no" means
that the tool does not know the format or this part of it.

Columns: SHA-256, expected, ImageMagick, ffmpeg, third. Expected is "sound" or "damaged" where all with an opinion
agree, "other" for what none takes for an image, and "disputed" otherwise: image_disputes.tsv settles those by
hand.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path

LIMIT = ["timeout", "60"]
NOT_KNOWN = (
    "no decode delegate", "Invalid data found when processing input", "improper image header", "Unknown format",
    "could not find codec", "not authorized", "Could not find codec parameters", "not supported", "unsupported",
    "not implemented", "Not yet implemented", "samples to pixel conversion",
)  # fmt: skip
# Said of facts beside the picture (EXIF, XMP, colour profile, timing), which is whole all the same.
BESIDE = (
    "@ warning/", "Warning,", "Unknown or unsupported tag", "TIFF header in E", "EXIF data", "non monotonically",
    "TIFF directory", "TIFF Directory", "Unknown field",
)  # fmt: skip
THIRD = {
    b"\xff\xd8": ["djpeg", "-outfile", "/dev/null", "{}"],
    b"\x89P": ["pngcheck", "-q", "{}"],
    b"II": ["tiffinfo", "-D", "{}"],
    b"MM": ["tiffinfo", "-D", "{}"],
    b"RI": ["webpinfo", "-quiet", "{}"],
}


def run(command: list[str], path: Path) -> tuple[int, str]:
    """Exit code and everything said."""
    done = subprocess.run(
        [*LIMIT, *(str(path) if c == "{}" else c for c in command)], capture_output=True, check=False, text=True,
        errors="replace", stdin=subprocess.DEVNULL,
    )  # fmt: skip
    return done.returncode, done.stderr + ("" if command[0] in {"convert", "ffmpeg"} else done.stdout)


def judge(code: int, said: str) -> str:
    if code != 0 and any(word in said for word in NOT_KNOWN):
        return "no"
    complaints = [line for line in said.splitlines() if line.strip() and not line.startswith(" ")]
    grave = [line for line in complaints if not any(word in line for word in BESIDE)]
    if code != 0 or grave:
        return "bad"
    return "warn" if any("@ warning/" in line for line in complaints) else "ok"


def image_magick(path: Path) -> str:
    return judge(*run(["convert", "{}", "-depth", "8", "RGB:/dev/null"], path))


def ffmpeg(path: Path) -> str:
    strictly = ["-v", "error", "-xerror", "-err_detect", "explode"]
    return judge(*run(["ffmpeg", *strictly, "-i", "{}", "-map", "0:v", "-f", "null", "-"], path))


def third(path: Path, data: bytes) -> str:
    if data[4:8] == b"ftyp":
        with tempfile.TemporaryDirectory() as out:
            code, _ = run(["heif-convert", "{}", f"{out}/a.png"], path)
        return "ok" if code == 0 else "bad"
    if data[4:8] == b"jP  " or data[:4] == b"\xff\x4f\xff\x51":
        with tempfile.TemporaryDirectory() as out:
            code, _ = run(["opj_decompress", "-i", "{}", "-o", f"{out}/a.ppm"], path)
        return "ok" if code == 0 else "bad"
    command = THIRD.get(data[:2])
    if command is None or (data[:2] == b"RI" and data[8:12] != b"WEBP"):
        return "-"
    return judge(*run(command, path))


def expected(said: list[str]) -> str:
    opinions = {s for s in said if s in {"ok", "bad"}}
    if not opinions:
        return "other"
    return {"ok": "sound", "bad": "damaged"}[opinions.pop()] if len(opinions) == 1 else "disputed"


def main() -> None:
    folder = Path(sys.argv[1])
    rows = {}
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        data = path.read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        if digest in rows:
            continue
        said = [image_magick(path), ffmpeg(path), third(path, data)]
        rows[digest] = [digest, expected(said), *said]
    sys.stdout.writelines("\t".join(rows[digest]) + "\n" for digest in sorted(rows))


if __name__ == "__main__":
    main()
