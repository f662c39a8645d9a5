"""The faces of a folder of people (lfw/): found, embedded once and kept in a cache outside the repository."""

from __future__ import annotations

import hashlib
import multiprocessing as mp
import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

import cv2
import numpy as np
import numpy.typing as npt

from consentry_faces import weights
from consentry_faces.embed_dlib import DlibEmbedder
from consentry_faces.embed_sface import WEIGHTS as SFACE
from consentry_faces.engines import open_engine
from consentry_faces.face import Face, Rgb

CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "consentry-bench"
SMALL_PX, SHIFTED_PX, SHIFTED_QUALITY = 32, 40, 40
F32 = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Shots:
    """One row a photo: whose it is, and its template; a photo in which nobody was found has NaN."""

    person: npt.NDArray[np.str_]
    rows: F32

    @property
    def found(self) -> npt.NDArray[np.bool_]:
        """bool[n]: a face was found."""
        return np.asarray(np.isfinite(self.rows).all(axis=1))


def small(rgb: Rgb, face: Face) -> Rgb:
    """The photo shrunk until the face is 32 px high."""
    return _shrunk(rgb, SMALL_PX / face.height)


def shifted(rgb: Rgb, face: Face) -> Rgb:
    """Another population: grey, the face 40 px high, JPEG quality 40."""
    grey = cv2.cvtColor(_shrunk(rgb, SHIFTED_PX / face.height), cv2.COLOR_RGB2GRAY)
    _, packed = cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, SHIFTED_QUALITY])
    again = cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE)
    assert again is not None
    return cv2.cvtColor(again, cv2.COLOR_GRAY2RGB).astype(np.uint8)


def _shrunk(rgb: Rgb, scale: float) -> Rgb:
    return cv2.resize(rgb, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA).astype(np.uint8)


# What each photo's template comes from: the engine that finds, and what is done to the photo first.
LINES = ("standard", "small", "shifted", "face_recognition", "second")


def central(faces: list[Face], rgb: Rgb) -> Face | None:
    """The face nearest the middle: the one that a photo of LFW is named after."""
    middle = np.array([rgb.shape[1], rgb.shape[0]]) / 2

    def away(face: Face) -> float:
        x, y, w, h = face.box
        return float(np.hypot(*(np.array([x + w / 2, y + h / 2]) - middle)) / max(h, 1.0))

    return min(faces, key=away, default=None)


@dataclass(frozen=True)
class Source:
    """Which photos, and how: ``strangers`` limits people with few photos, ``fresh`` ignores the cache, ``quick``
    finds with one plain pass of YuNet (LFW's faces are 100 px high) instead of the engine's own finder.
    """

    folder: Path
    strangers: int | None = None
    fresh: bool = False
    quick: bool = False
    workers: int = 2


def shots(source: Source) -> dict[str, Shots]:
    """Every photo once through all of LINES, from the cache where it is there: the standard engine on the photo,
    on the ``small`` and the ``shifted`` one; the engine ``face_recognition``; and ``second``: its template where
    it found a face, too, else dlib's ResNet on the face that the standard engine found.
    """
    files = _chosen(source.folder, source.strangers)
    finder = PlainYuNet() if source.quick else open_engine("standard").detector
    said = "\n".join([finder.id, SFACE, *(f.name for f in files)])
    kept = CACHE / f"lfw-{hashlib.sha256(said.encode()).hexdigest()[:16]}.npz"
    if source.fresh or not kept.exists():
        rows = []
        with mp.get_context("spawn").Pool(source.workers, _open, (source.quick,)) as pool:
            for row in pool.imap(_rows, files, chunksize=16):
                rows.append(row)
                if len(rows) % 100 == 0:
                    print(f"{len(rows)} of {len(files)} photos read", file=sys.stderr, flush=True)
        CACHE.mkdir(parents=True, exist_ok=True)
        np.savez(kept, person=[f.parent.name for f in files], rows=np.stack(rows))
    loaded = np.load(kept)
    return {line: Shots(loaded["person"], loaded["rows"][:, i]) for i, line in enumerate(LINES)}


def _chosen(folder: Path, strangers: int | None) -> list[Path]:
    """All photos of people with four or more, and all others' or the first ``strangers`` of theirs."""
    people = [sorted(person.glob("*.jpg")) for person in sorted(folder.iterdir()) if person.is_dir()]
    many = [photo for photos in people if len(photos) > 3 for photo in photos]
    few = [
        photos[0] if strangers is not None else photo for photos in people if len(photos) <= 3 for photo in photos
    ]
    return sorted(many + list(dict.fromkeys(few))[:strangers])


class PlainYuNet:
    """One pass at the photo's own size, enlarged threefold where the photo is tiny."""

    id = "plain-yunet"

    def __init__(self) -> None:
        checked = weights.load("yunet-2023mar-int8bq")
        content = np.frombuffer(checked.bytes, np.uint8)
        self._net = cv2.FaceDetectorYN.create("onnx", content, np.empty(0, np.uint8), (320, 320), 0.3)

    def find(self, rgb: Rgb) -> list[Face]:
        """All faces."""
        times = 3 if max(rgb.shape[:2]) < 160 else 1
        bgr = cv2.resize(rgb[..., ::-1], None, fx=times, fy=times, interpolation=cv2.INTER_CUBIC)
        self._net.setInputSize((bgr.shape[1], bgr.shape[0]))
        _, found = self._net.detect(bgr)
        rows = np.empty((0, 15), np.float32) if found is None else np.asarray(found, np.float32)
        rows[:, :14] /= times
        return [
            Face(
                (float(r[0]), float(r[1]), float(r[2]), float(r[3])),
                r[4:14].reshape(5, 2),
                float(r[14]),
                0,
                float(r[3]),
                0,
            )
            for r in rows
        ]


class Finder(Protocol):
    """What finds faces."""

    id: str

    def find(self, rgb: Rgb) -> list[Face]:
        """All faces."""
        ...


class _Worker:
    """Both engines, opened once a process."""

    def __init__(self, quick: bool) -> None:
        cv2.setNumThreads(1)
        self.standard, self.hog = open_engine("standard"), open_engine("face_recognition")
        self.second = DlibEmbedder()
        self.finder: Finder = PlainYuNet() if quick else self.standard.detector

    def rows(self, rgb: Rgb) -> F32:
        """float32[lines, 128], NaN where nobody was found."""
        out = np.full((len(LINES), 128), np.nan, np.float32)
        face = central(self.finder.find(rgb), rgb)
        if face is not None:
            out[0] = self.standard.embed(rgb, [face])[0]
            for line, change in ((1, small), (2, shifted)):
                changed = np.ascontiguousarray(change(rgb, face))
                again = central(self.finder.find(changed), changed)
                if again is not None:
                    out[line] = self.standard.embed(changed, [again])[0]
        users = central(self.hog.find(rgb), rgb)
        if users is not None:
            out[3] = out[4] = self.hog.embed(rgb, [users])[0]
        elif face is not None:
            out[4] = self.second.embed(rgb, [replace(face, box=dlib_box(face))])[0]
        return out


_worker: list[_Worker] = []


def _open(quick: bool) -> None:
    _worker.append(_Worker(quick))


def _rows(file: Path) -> F32:
    image = cv2.imread(str(file))
    if image is None:
        return np.full((len(LINES), 128), np.nan, np.float32)
    return _worker[0].rows(np.ascontiguousarray(image[..., ::-1]).astype(np.uint8))


def dlib_box(face: Face) -> tuple[float, float, float, float]:
    """The square that dlib's own detector would draw, about, from the landmarks of another."""
    points = face.landmarks
    down = float(np.hypot(*(points[:2].mean(axis=0) - points[3:].mean(axis=0))))
    side = 2.6 * max(down, float(np.hypot(*(points[0] - points[1]))))
    x, y = points.mean(axis=0)
    return float(x) - side / 2, float(y) - 0.52 * side, side, side
