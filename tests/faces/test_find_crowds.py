"""On real photos: enough faces are found, few finds are none. A floor; bench/faces_finding.py measures."""

from __future__ import annotations

import sys
from pathlib import Path

import cv2
import numpy as np

from consentry_faces import needs_settling, open_engine

sys.path.append(str(Path(__file__).resolve().parents[2] / "bench"))
from common_wider import agree, photos

# Lower ends of the 95 % intervals that so few faces leave around what was measured on photos that the thresholds
# were not chosen on (docs/adr/0003-finding-faces.md); another set of photos of the kind should pass, too.
FLOOR_ALL, FLOOR_SETTLED = 0.91, 0.88
MOST_BEYOND = 1.0  # settled finds a photo outside the truth; 0.5 is aimed at


def test_faces_in_school_like_photos_are_found(shared_data: Path) -> None:
    engine = open_engine("standard")
    chosen = sorted(photos(shared_data / "wider"), key=lambda photo: photo.path.name)[::9]
    found: list[float] = []
    settled: list[bool] = []
    beyond = 0
    for photo in chosen:
        bgr = cv2.imread(str(photo.path))
        assert bgr is not None
        faces = engine.find(np.ascontiguousarray(bgr[:, :, ::-1]).astype(np.uint8))
        boxes = np.array([face.box for face in faces], np.float64).reshape(-1, 4)
        scores = np.array([face.score for face in faces])
        result = agree(boxes, scores, photo.boxes, photo.clear)
        found += list(result.found)
        must = np.array([needs_settling(face) for face in faces], bool)
        strict = agree(boxes[must], scores[must], photo.boxes, photo.clear)
        settled += list(~np.isnan(strict.found))
        beyond += len(strict.beyond)
    assert len(found) > 100
    assert np.mean(~np.isnan(found)) > FLOOR_ALL
    assert np.mean(settled) > FLOOR_SETTLED
    assert beyond / len(chosen) < MOST_BEYOND
