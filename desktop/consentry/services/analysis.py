"""What an analysis of a photo tells, and its reading from the child's reply."""

from __future__ import annotations

import math
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from consentry.services import untrusted as read
from consentry_intake import limits

Box = tuple[float, float, float, float]  # x, y, w, h in upright px
Points = tuple[tuple[float, float], ...]

_CROP_BYTES = 128 * 1024
_THUMBNAIL_BYTES = limits.MIB
_TEMPLATE_BYTES = 4 * 4096  # no face network gives more than 4,096 numbers
_FORMATS = frozenset(
    ["JPEG", "PNG", "WebP", "GIF", "TIFF", "BMP", "HEIC", "AVIF", "JPEG 2000", "PNM", "PCX", "SGI", "QOI", "TGA"]
)


@dataclass(frozen=True, slots=True)
class Engine:
    """Which engine looked: ids, the embedder's weights (SHA-256) and the template's length; "" and 0 without."""

    engine: str
    detector: str = ""
    embedder: str = ""
    weights: str = ""
    dimension: int = 0


NO_ENGINE = Engine("none")


def template_engine(engine: Engine) -> str | None:
    """The name under which templates of this engine are kept; None where it computes none."""
    return f"{engine.embedder}:{engine.weights[:16]}" if engine.embedder else None


@dataclass(frozen=True, slots=True)
class AnalysedFace:
    """One face, in px of the upright frame ``frame`` (counted from 0). ``landmarks`` are five points as in
    consentry_faces.Face; ``template`` is float32, little-endian, or None where none was wanted; ``crop`` a JPEG.
    """

    frame: int
    box: Box
    landmarks: Points
    score: float
    roll: float
    height: float
    sharpness: float
    must_settle: bool
    template: bytes | None
    crop: bytes


@dataclass(frozen=True, slots=True)
class Analysis:
    """A photo as the child saw it. With ``error`` set (one sentence) it could not be checked whole and is held.

    ``sha256`` is over exactly the bytes that were looked at ("" where none could be read); ``width`` and
    ``height`` are upright px, 0 where unknown; ``frames_declared`` and ``frames_checked`` agree unless there is
    an error; ``taken_at`` is the camera's local clock and ``utc_offset`` its zone ("+02:00") where it says one;
    ``trailing`` counts bytes behind the image's end; ``fingerprint`` is the perceptual hash of the first frame,
    64 hex digits.
    """

    sha256: str
    error: str | None = None
    width: int = 0
    height: int = 0
    format: str = ""
    frames_declared: int = 0
    frames_checked: int = 0
    taken_at: datetime | None = None
    utc_offset: str | None = None
    trailing: int = 0
    fingerprint: str = ""
    thumbnail: bytes = b""
    faces: tuple[AnalysedFace, ...] = ()
    engine: Engine = NO_ENGINE


def read_analysis(
    untrusted: Mapping[str, object], untrusted_blobs: Sequence[bytes], sha256: str, by: Engine
) -> Analysis:
    """The analysis in a child's reply. Raises BadReplyError for anything out of place."""
    error = read.sentence(untrusted, "error")
    width = read.whole(untrusted, "width", 1, limits.IMAGE_SIDE)
    height = read.whole(untrusted, "height", 1, limits.IMAGE_SIDE)
    declared = read.whole(untrusted, "declared", 1, limits.IMAGE_FRAMES)
    checked = read.whole(untrusted, "checked", 0, limits.IMAGE_FRAMES)
    kind = read.text(untrusted, "format", 9)
    untrusted_faces = untrusted.get("faces")
    if kind not in _FORMATS or not isinstance(untrusted_faces, list) or len(untrusted_faces) > limits.FACES:
        raise read.BadReplyError("faces")
    if error is None and (checked != declared or not untrusted_blobs or not untrusted_blobs[0]):
        raise read.BadReplyError("checked")
    if error is not None and untrusted_faces:
        raise read.BadReplyError("faces")
    thumbnail = untrusted_blobs[0] if untrusted_blobs else b""
    return Analysis(
        sha256=sha256,
        error=error,
        width=width,
        height=height,
        format=kind,
        frames_declared=declared,
        frames_checked=checked,
        taken_at=read.local_time(untrusted, "taken_at"),
        utc_offset=read.sentence(untrusted, "offset"),
        trailing=read.whole(untrusted, "trailing", 0, limits.IMAGE_BYTES),
        fingerprint=read.hexadecimal(untrusted, "fingerprint", 64) if untrusted.get("fingerprint") else "",
        thumbnail=read.jpeg(thumbnail, _THUMBNAIL_BYTES) if thumbnail else b"",
        faces=_faces(untrusted_faces, untrusted_blobs[1:], read.flag(untrusted, "templates"), by),
        engine=by,
    )


def _faces(
    untrusted: list[object],
    untrusted_blobs: Sequence[bytes],
    templates: bool,
    by: Engine,
) -> tuple[AnalysedFace, ...]:
    count = len(untrusted)
    if len(untrusted_blobs) != (2 * count if templates else count) or (templates and not by.dimension):
        raise read.BadReplyError("parts")
    crops = untrusted_blobs[:count]
    vectors = untrusted_blobs[count:] if templates else [None] * count
    return tuple(read_face(f, c, v, by) for f, c, v in zip(untrusted, crops, vectors, strict=True))


def read_face(
    untrusted: object, untrusted_crop: bytes, untrusted_template: bytes | None, by: Engine
) -> AnalysedFace:
    """One face of a reply. Raises BadReplyError."""
    if not isinstance(untrusted, dict):
        raise read.BadReplyError("face")
    side = float(limits.IMAGE_SIDE)
    x, y, w, h = read.numbers(untrusted.get("box"), 4, -side, side)
    points = untrusted.get("landmarks")
    if w <= 0 or h <= 0 or not isinstance(points, list) or len(points) != 5:
        raise read.BadReplyError("box")
    landmarks = [read.numbers(point, 2, -2 * side, 2 * side) for point in points]
    return AnalysedFace(
        frame=read.whole(untrusted, "frame", 0, limits.IMAGE_FRAMES),
        box=(x, y, w, h),
        landmarks=tuple((a, b) for a, b in landmarks),
        score=read.real(untrusted.get("score"), 0, 1),
        roll=read.real(untrusted.get("roll"), -360, 360),
        height=read.real(untrusted.get("height"), 0, 2 * side),
        sharpness=read.real(untrusted.get("sharpness"), 0, 1e6),
        must_settle=read.flag(untrusted, "must_settle"),
        template=None if untrusted_template is None else _template(untrusted_template, by.dimension),
        crop=read.jpeg(untrusted_crop, _CROP_BYTES),
    )


def _template(untrusted: bytes, dimension: int) -> bytes:
    if len(untrusted) != 4 * dimension or len(untrusted) > _TEMPLATE_BYTES:
        raise read.BadReplyError("template")
    if not all(math.isfinite(v) for v in struct.unpack(f"<{dimension}f", untrusted)):
        raise read.BadReplyError("template")
    return untrusted


def still_found(covers: Sequence[Box], copy: Analysis) -> bool:
    """Whether a finished copy still shows a face where one was covered, or could not be looked at."""
    if copy.error is not None:
        return True
    # Finds that need no settling are reported down to almost nothing: a bare rectangle has some of those, too.
    return any(face.must_settle and centre_in(face.box, cover) for face in copy.faces for cover in covers)


def centre_in(face: Box, cover: Box) -> bool:
    """Whether the middle of one box lies in the other."""
    x, y = face[0] + face[2] / 2, face[1] + face[3] / 2
    return cover[0] <= x <= cover[0] + cover[2] and cover[1] <= y <= cover[1] + cover[3]
