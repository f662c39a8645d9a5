"""Finding faces: recall, finds beyond the truth, turned and enlarged photos, CPU time; one table, the same run.

    python bench/faces_finding.py [--data DIR] [--sample N] [--turned N] [--json FILE] [--engine NAME ...]

Truth: the WIDER photos of the shared data. A face counts when it is higher than 16 px and not marked invalid,
heavily blurred or heavily occluded; a find agrees with it at an overlap (IoU) of 0.5, one to one. Finds on faces
that do not count are neither right nor wrong. "Settled" means at or above SETTLE_SCORE: a reviewer's work.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from common_table import Row, mean, save, share, show
from common_wider import F64, MIN_PX, Agreement, Photo, agree, photos, turned_boxes, turned_corners
from consentry_faces import Engine, Face, needs_settling, open_engine

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
ENGINES = ("standard", "face_recognition")
LARGE_PX = 40  # a smaller face, enlarged 20 times and more, is a smear
BUCKETS = ((16, 32), (32, 64), (64, 128), (128, 10_000))
Image = npt.NDArray[np.uint8]
TARGETS = {45: ">= 0.95", 90: ">= 0.95", 180: ">= 0.97"}


@dataclass(frozen=True)
class Outcome:
    """What an engine did on one photo."""

    all_finds: Agreement
    settled: Agreement
    seconds: float


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, default=SHARED)
    parser.add_argument("--json", type=Path)
    options(parser)
    chosen = parser.parse_args()
    rows = measured(chosen.data, chosen.engine, chosen.sample, chosen.turned)
    show(rows)
    if chosen.json:
        save(rows, chosen.json)


def measured(data: Path, engines: Sequence[str] | None, sample: int, turned_photos: int) -> list[Row]:
    """All rows, each group also shown as soon as it is there."""
    cv2.setNumThreads(1)
    everything = photos(data / "wider")
    rng = np.random.default_rng(2)
    chosen = [everything[i] for i in rng.permutation(len(everything))[: sample or None]]
    rows: list[Row] = []
    for name in engines or ENGINES:
        engine = open_engine(name)
        rows += said(upright(engine, chosen))
        few = chosen[: turned_photos or max(1, len(chosen) // (2 if name == "standard" else 6))]
        rows += said(twelve_megapixels(engine, chosen, 12 if name == "standard" else 3))
        rows += said(enlarged(engine, chosen, 120 if name == "standard" else 12))
        for angle in (45, 90, 180):
            rows += said(turned(engine, few, angle))
    return rows


def said(rows: list[Row]) -> list[Row]:
    """The rows themselves, shown at once as well, beside the table: the whole takes half an hour."""
    show(rows, sys.stderr)
    print(file=sys.stderr, flush=True)
    return rows


def options(parser: argparse.ArgumentParser) -> None:
    """What can be chosen, but for where the photos lie and the JSON goes."""
    parser.add_argument("--sample", type=int, default=0, help="photos, 0 for all")
    parser.add_argument("--turned", type=int, default=0, help="photos to turn, 0 for half (HOG: a sixth)")
    parser.add_argument("--engine", action="append", choices=ENGINES)


def read(photo: Photo) -> Image:
    """The photo as RGB."""
    bgr = cv2.imread(str(photo.path))
    if bgr is None:
        raise FileNotFoundError(photo.path)
    return np.ascontiguousarray(bgr[:, :, ::-1]).astype(np.uint8)


def outcome(engine: Engine, rgb: Image, boxes: F64, clear: npt.NDArray[np.bool_]) -> Outcome:
    begun = time.process_time()
    faces = engine.find(rgb)
    seconds = time.process_time() - begun
    return replace(_of_faces(faces, boxes, clear), seconds=seconds)


def recall(
    engine: str, what: str, agreements: Sequence[Agreement], target: str = "", low: int = 0, high: int = 10_000
) -> Row:
    hits = n = 0
    for one in agreements:
        of_size = (one.heights > low) & (one.heights <= high)
        n += int(of_size.sum())
        hits += int((~np.isnan(one.found[of_size])).sum())
    return share(engine, what, hits, n, target)


def upright(engine: Engine, chosen: Sequence[Photo]) -> list[Row]:
    done = [outcome(engine, read(photo), photo.boxes, photo.clear) for photo in chosen]
    finds, settled = [one.all_finds for one in done], [one.settled for one in done]
    rows = [
        recall(engine.id, "recall, all finds", finds, ">= 0.990"),
        mean(engine.id, "finds a photo beyond the truth", [len(one.beyond) for one in finds], "<= 10"),
        recall(engine.id, "recall, settled", settled, ">= 0.970"),
        mean(engine.id, "settled finds a photo beyond the truth", [len(one.beyond) for one in settled], "<= 0.5"),
    ]
    for low, high in BUCKETS:
        size = f"{low}-{high} px" if high < 10_000 else f"> {low} px"
        rows.append(recall(engine.id, f"recall, all finds, {size}", finds, "", low, high))
        rows.append(recall(engine.id, f"recall, settled, {size}", settled, "", low, high))
    return [*rows, mean(engine.id, "CPU ms a photo", [one.seconds * 1000 for one in done])]


def turned(engine: Engine, chosen: Sequence[Photo], angle: int) -> list[Row]:
    """Recall on photos turned clockwise; at 45 degrees against both ways to box a turned face."""
    ways: list[tuple[str, Callable[[F64, F64], F64]]] = [("", turned_boxes)]
    if angle % 90:
        ways.append((", boxed by corners", turned_corners))
    agreements: dict[str, list[Outcome]] = {name: [] for name, _ in ways}
    for photo in chosen:
        rgb, affine = turn(read(photo), angle)
        faces = engine.find(rgb)
        for name, box_of in ways:
            agreements[name].append(_of_faces(faces, box_of(photo.boxes, affine), photo.clear))
    rows = []
    for name, outcomes in agreements.items():
        what = f"turned by {angle}{name}"
        rows.append(
            recall(engine.id, f"{what}: recall, all finds", [o.all_finds for o in outcomes], TARGETS[angle])
        )
        rows.append(recall(engine.id, f"{what}: recall, settled", [o.settled for o in outcomes]))
        beyond = [len(o.settled.beyond) for o in outcomes]
        rows.append(mean(engine.id, f"{what}: settled finds beyond the truth", beyond))
    return rows


def turn(rgb: Image, angle: float) -> tuple[Image, F64]:
    """The photo turned clockwise by ``angle`` degrees on a grey ground that holds all of it, and the map."""
    height, width = rgb.shape[:2]
    cos, sin = np.cos(np.radians(angle)), np.sin(np.radians(angle))
    size = (round(abs(cos) * width + abs(sin) * height), round(abs(sin) * width + abs(cos) * height))
    linear = np.array([[cos, -sin], [sin, cos]])
    shift = (np.array(size) - 1) / 2 - linear @ (np.array([width, height]) - 1) / 2
    affine = np.hstack([linear, shift[:, None]])
    image = cv2.warpAffine(rgb, affine, size, flags=cv2.INTER_LINEAR, borderValue=(128, 128, 128))
    return image.astype(np.uint8), affine


def _of_faces(faces: Sequence[Face], boxes: F64, clear: npt.NDArray[np.bool_]) -> Outcome:
    found = np.array([face.box for face in faces], np.float64).reshape(-1, 4)
    scores = np.array([face.score for face in faces])
    settled = np.array([needs_settling(face) for face in faces], bool)
    return Outcome(agree(found, scores, boxes, clear), agree(found[settled], scores[settled], boxes, clear), 0.0)


def enlarged(engine: Engine, chosen: Sequence[Photo], count: int) -> list[Row]:
    """Crops around one clear face each, enlarged until it is 700 to 2,500 px high and fills 0.5 to 0.85."""
    rng = np.random.default_rng(3)
    faces = [(photo, i) for photo in chosen for i in np.flatnonzero(photo.clear & (photo.boxes[:, 3] >= LARGE_PX))]
    hits = settled = 0
    picked = [faces[i] for i in rng.permutation(len(faces))[:count]]
    for photo, i in picked:
        height = rng.uniform(700, 2500)
        side = photo.boxes[i, 3] / rng.uniform(0.5, 0.85)
        rgb, affine = cut(read(photo), photo.boxes[i], float(side), height / photo.boxes[i, 3])
        truth = turned_boxes(photo.boxes[i : i + 1], affine)
        one = _of_faces(engine.find(rgb), truth, np.array([True]))
        hits += int(np.isfinite(one.all_finds.found).sum())
        settled += int(np.isfinite(one.settled.found).sum())
    what = "faces enlarged to 700-2,500 px"
    return [
        share(engine.id, f"{what}: recall, all finds", hits, len(picked), ">= 0.98"),
        share(engine.id, f"{what}: recall, settled", settled, len(picked)),
    ]


def cut(rgb: Image, box: F64, side: float, scale: float) -> tuple[Image, F64]:
    """A square of ``side`` px around the box, as far as the photo goes, enlarged; and the map."""
    middle = box[:2] + box[2:] / 2
    low = np.maximum(np.floor(middle - side / 2), 0).astype(int)
    high = np.minimum(np.ceil(middle + side / 2), [rgb.shape[1], rgb.shape[0]]).astype(int)
    crop = rgb[low[1] : high[1], low[0] : high[0]]
    large = cv2.resize(crop, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
    return large.astype(np.uint8), np.array([[scale, 0, -low[0] * scale], [0, scale, -low[1] * scale]])


def twelve_megapixels(engine: Engine, chosen: Sequence[Photo], count: int) -> list[Row]:
    """CPU time of finding in photos of about ten faces, enlarged to 12 megapixels."""
    ten = [photo for photo in chosen if 7 <= int((photo.boxes[:, 3] > MIN_PX).sum()) <= 13][:count]
    milliseconds = []
    for photo in ten:
        rgb = read(photo)
        large = cv2.resize(
            rgb, None, fx=4000 / max(rgb.shape), fy=4000 / max(rgb.shape), interpolation=cv2.INTER_CUBIC
        )
        begun = time.process_time()
        engine.find(large.astype(np.uint8))
        milliseconds.append((time.process_time() - begun) * 1000)
    return [mean(engine.id, "CPU ms of finding, 4,000 px wide, about ten faces", milliseconds)]


if __name__ == "__main__":
    main()
