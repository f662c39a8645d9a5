"""Jobs that look for faces: the whole photo, or one place that a reviewer pointed at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from consentry.worker.drawn import face_in
from consentry.worker.still import StillFaces
from consentry_faces import Engine, Face, needs_settling
from consentry_faces.face import overlap
from consentry_faces.finding.image import MIN_SIDE_PX, is_black
from consentry_intake import limits
from consentry_intake.images.copies import face_crop, small_jpeg
from consentry_intake.images.errors import PhotoError, too_large
from consentry_intake.images.fingerprint import perceptual_hash
from consentry_intake.images.photo import Photo, open_photo
from consentry_intake.images.pixels import Frame, Rgb, halved
from consentry_policy.errors import MendableError

if TYPE_CHECKING:
    from consentry.worker.bench import Bench, Reply

_SAME_FACE = 0.5  # overlap (intersection over union) of one face found in two views of one frame


class _Found:
    """What is known so far; a photo that fails in the middle still shows what it is."""

    def __init__(self, photo: Photo) -> None:
        self.photo = photo
        self.faces: list[dict[str, object]] = []
        self.crops: list[bytes] = []
        self.templates: list[bytes] = []
        self.thumbnail = b""
        self.fingerprint = ""
        self._still = StillFaces()

    def look(self, bench: Bench, number: int, frame: Frame, *, embed: bool) -> None:
        """Find, and if wanted embed, the faces of one frame."""
        if not self.thumbnail:
            small = halved(frame.rgb, limits.THUMBNAIL_SIDE)
            self.thumbnail = small_jpeg(small, limits.THUMBNAIL_SIDE)
            self.fingerprint = perceptual_hash(small)
        before: list[Face] = []
        for view in frame.views:
            faces = [
                f for f in _find(bench.engine, view) if not any(overlap(f.box, g.box) > _SAME_FACE for g in before)
            ]
            before += faces
            if self.photo.header.declared > 1:
                faces = self._still.new(view, faces)
            if len(self.faces) + len(faces) > limits.FACES:
                raise too_large(f"more than {limits.FACES} faces")
            self.faces += [describe(face, number) for face in faces]
            self.crops += [face_crop(view, face.box, limits.CROP_SIDE) for face in faces]
            if embed and faces:
                self.templates += template_bytes(bench, view, faces)

    def reply(self, error: str | None = None) -> Reply:
        """The reply: thumbnail, crops, then templates, one a face or none at all."""
        header = self.photo.header
        taken_at = header.facts.taken_at
        said: dict[str, object] = {
            "error": error,
            "format": str(header.kind),
            "width": header.width,
            "height": header.height,
            "declared": header.declared,
            "checked": self.photo.checked,
            "trailing": header.trailing,
            "taken_at": taken_at.isoformat() if taken_at else None,
            "offset": header.facts.offset,
            "fingerprint": self.fingerprint,
            "faces": self.faces,
            "templates": bool(self.templates),
        }
        return said, [self.thumbnail, *self.crops, *self.templates]


def analyse(bench: Bench, options: Mapping[str, Any], blobs: list[bytes]) -> Reply:
    """Every face of every frame, with its template unless this child or this job is without."""
    found = _Found(open_photo(blobs[0]))
    embed = bench.embeds and bool(options.get("embed", True))
    try:
        for number, frame in enumerate(found.photo.frames()):
            found.look(bench, number, frame, embed=embed)
    except PhotoError as error:
        found.faces, found.crops, found.templates = [], [], []
        return found.reply(str(error))
    return found.reply()


def embed_at(bench: Bench, options: Mapping[str, Any], blobs: list[bytes]) -> Reply:
    """One face where a reviewer drew a box, or where a face was found before (``landmarks`` given).

    Raises MendableError for a box outside the photo.
    """
    assert bench.engine is not None
    pixels = open_photo(blobs[0]).first().rgb
    x, y, w, h = (float(v) for v in options["box"])
    if x >= pixels.shape[1] or y >= pixels.shape[0] or x + w <= 0 or y + h <= 0:
        raise MendableError("That box lies outside the photo; draw it around a head in it.")
    given = options.get("landmarks")
    face = face_in(bench.engine, pixels, (x, y, w, h))
    if given is not None:
        face = replace(face, box=(x, y, w, h), landmarks=np.asarray(given, np.float32).reshape(5, 2))
    templates = template_bytes(bench, pixels, [face]) if bench.embeds and _shows_something(pixels) else []
    said: dict[str, object] = {"face": describe(face, 0), "templates": bool(templates)}
    return said, [face_crop(pixels, face.box, limits.CROP_SIDE), *templates]


def describe(face: Face, frame: int) -> dict[str, object]:
    """A face as JSON."""
    return {
        "frame": frame,
        "box": [float(v) for v in face.box],
        "landmarks": [[float(x), float(y)] for x, y in face.landmarks],
        "score": float(face.score),
        "roll": float(face.roll),
        "height": float(face.height),
        "sharpness": float(face.sharpness),
        "must_settle": bool(needs_settling(face)),
    }


def template_bytes(bench: Bench, pixels: Rgb, faces: list[Face]) -> list[bytes]:
    """One template a face: float32, little-endian."""
    assert bench.engine is not None
    return [row.astype("<f4").tobytes() for row in bench.engine.embed(pixels, faces)]


def _find(engine: Engine | None, pixels: Rgb) -> list[Face]:
    assert engine is not None
    return engine.find(pixels) if _shows_something(pixels) else []  # "no face" sends it to a person


def _shows_something(pixels: Rgb) -> bool:
    """Whether it is more than an icon, or a black frame of a film: engines refuse these."""
    return min(pixels.shape[:2]) >= MIN_SIDE_PX and not is_black(pixels)
