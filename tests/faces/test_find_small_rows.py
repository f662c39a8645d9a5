"""Rows of small people in a 12-megapixel photo: all are found, though the coarser passes see only some of them."""

from __future__ import annotations

import cv2
import demo_faces
import numpy as np
import numpy.typing as npt
import pytest

from consentry_faces import open_engine
from consentry_faces.face import Rgb
from consentry_faces.finding.views import View

F64 = npt.NDArray[np.float64]


def rows_of_people(face_px: int) -> tuple[Rgb, F64]:
    """4,000 x 3,000 px, two rows of seven: the demo's two, some dim or mirrored; and the faces' centres."""
    grain = np.random.default_rng(5).integers(118, 142, (3000, 4000, 1), np.uint8)
    scene = np.ascontiguousarray(np.repeat(grain, 3, axis=2))
    centres = []
    for k in range(14):
        person = demo_faces.astronaut() if k % 2 else demo_faces.admiral()
        person = person[:, ::-1] if k % 3 == 0 else person
        person = np.ascontiguousarray((person * (0.6 + 0.06 * (k % 7))).clip(0, 255).astype(np.uint8))
        face = demo_faces.found(person)
        scale = face_px / face.height
        small = cv2.resize(person, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        x, y = 300 + 520 * (k % 7), 500 + 1300 * (k // 7)
        scene[y : y + small.shape[0], x : x + small.shape[1]] = small
        centres.append((x + scale * (face.box[0] + face.box[2] / 2), y + scale * (face.box[1] + face.box[3] / 2)))
    return scene, np.array(centres)


@pytest.mark.parametrize("face_px", [34, 50])
def test_nobody_in_rows_of_small_people_is_missed(face_px: int) -> None:
    scene, centres = rows_of_people(face_px)
    boxes = np.array([face.box for face in open_engine("standard").find(scene)])
    found = boxes[:, :2] + boxes[:, 2:] / 2
    away = np.linalg.norm(centres[:, None] - found[None], axis=2).min(axis=1)
    assert (away < face_px / 3).all()


def test_a_finer_pass_looks_beside_what_was_seen_and_not_everywhere() -> None:
    view = View.of(8000, 6000, 0.5, 0.0)
    at = np.array([[4000.0, 3000.0]])
    near = list(view.windows(at))
    everywhere = list(view.windows(np.array([[0.0, 0.0], [8000.0, 6000.0]])))
    assert 1 < len(near) < len(everywhere) / 2
    neighbour = at[0] / 2 + [300, 300]
    assert any(x < neighbour[0] < x + w and y < neighbour[1] < y + h for x, y, w, h in near)
