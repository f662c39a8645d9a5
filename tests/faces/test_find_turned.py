"""A small head on its side or upside down, alone in a photo: nothing upright is sure, so all ways are tried."""

from __future__ import annotations

import cv2
import demo_faces
import numpy as np
import pytest

from consentry_faces import open_engine
from consentry_faces.face import Rgb

SCENES = [  # who, quarter turns against the clock, height in px, share of the light
    ("astronaut", 1, 24, 1.0),
    ("admiral", 1, 24, 1.0),
    ("admiral", 1, 32, 0.25),
    ("astronaut", 2, 24, 1.0),
]


def scene(who: str, turns: int, height: int, light: float) -> tuple[Rgb, tuple[float, float]]:
    """A photo of 1,200 x 800 px, and where the face's middle is."""
    rgb = getattr(demo_faces, who)()
    face = demo_faces.found(rgb)
    scale = height / face.height
    small = np.rot90(cv2.resize(rgb, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), turns)
    x, y = (np.array(face.box[:2]) + np.array(face.box[2:]) / 2) * scale
    for turn in range(turns):
        x, y = y, rgb.shape[1] * scale - x if turn % 2 == 0 else rgb.shape[0] * scale - x
    photo = np.full((800, 1200, 3), 110, np.uint8)
    photo[300 : 300 + small.shape[0], 500 : 500 + small.shape[1]] = (small * light).astype(np.uint8)
    return photo, (500 + x, 300 + y)


@pytest.mark.parametrize(("who", "turns", "height", "light"), SCENES)
def test_a_small_turned_face_is_found_and_holds_the_photo(who: str, turns: int, height: int, light: float) -> None:
    photo, middle = scene(who, turns, height, light)
    [face] = [face for face in open_engine("standard").find(photo) if face.score >= 0.5]
    x, y, w, h = face.box
    assert np.hypot(x + w / 2 - middle[0], y + h / 2 - middle[1]) < height / 3
    assert max(w, h) < 2 * height
