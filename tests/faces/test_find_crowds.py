"""On real photos: enough faces are found, few finds are none. A floor; bench/faces_finding.py measures."""

from __future__ import annotations

import sys
from pathlib import Path

import cv2
import numpy as np

from consentry_faces import needs_settling, open_engine

sys.path.append(str(Path(__file__).resolve().parents[2] / "bench"))
from common_wider import agree, photos


def test_faces_in_school_like_photos_are_found(shared_data: Path) -> None:
    engine = open_engine("standard")
    chosen = sorted(photos(shared_data / "wider"), key=lambda photo: photo.path.name)[::15][:20]
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
    assert len(found) > 50
    assert np.mean(~np.isnan(found)) > 0.93
    assert np.mean(settled) > 0.88
    assert beyond / len(chosen) < 1.5
