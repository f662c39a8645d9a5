"""A long view is looked at in halves: nobody may be lost where they meet."""

from __future__ import annotations

import cv2
import demo_faces
import numpy as np
import pytest

from consentry_faces import open_engine
from consentry_faces.finding.views import OVERLAP_PX, View


@pytest.mark.parametrize(("width", "height"), [(4000, 3000), (3000, 4000), (1280, 90), (3000, 3000)])
def test_the_halves_of_a_long_view_cover_it_and_overlap(width: int, height: int) -> None:
    view = View.of(width, height, 1280 / max(width, height), 0.0)
    [(x, y, w, h), (x2, y2, w2, h2)] = view.whole()
    assert (x, y) == (0, 0)
    assert (x2 + w2, y2 + h2) == view.size
    assert (w, h) == (w2, h2)
    across = (w, h) == (w, view.size[1])
    assert (w - x2 if across else h - y2) >= OVERLAP_PX
    assert (y2 if across else x2) == 0


def test_a_short_view_is_looked_at_in_one_piece() -> None:
    view = View.of(4000, 3000, 0.16, 45.0)
    assert view.whole() == [(0, 0, *view.size)]


@pytest.mark.parametrize("height", [60, 180, 330, 800])
@pytest.mark.parametrize("upright", [True, False])
def test_a_face_where_the_halves_meet_is_found_once(height: int, upright: bool) -> None:
    rgb = demo_faces.astronaut()
    face = demo_faces.found(rgb)
    scale = height / face.height
    x, y = (np.array(face.box[:2]) + np.array(face.box[2:]) / 2) * scale
    small = cv2.resize(rgb, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    size = (4000, 3000) if upright else (3000, 4000)
    photo = np.full((size[1], size[0], 3), 110, np.uint8)
    left, top = int(size[0] / 2 - x), int(size[1] / 2 - y)
    rows, columns = (slice(max(0, top), top + small.shape[0]), slice(max(0, left), left + small.shape[1]))
    room = photo[rows, columns]
    room[:] = small[max(0, -top) :, max(0, -left) :][: room.shape[0], : room.shape[1]]
    [found] = [one for one in open_engine("standard").find(photo) if one.score >= 0.5]
    middle = np.array(found.box[:2]) + np.array(found.box[2:]) / 2
    assert np.abs(middle - np.array(size) / 2).max() < height / 5
    assert 0.8 * height < found.height < 1.25 * height
