"""Two boxes on one face: the reviewer settles one; a box that is hardly a face is no face of its own."""

from __future__ import annotations

import numpy as np

from consentry_faces.finding.judge import without_doubles
from consentry_faces.finding.settle import SETTLE_SCORE

FACE = [100.0, 100.0, 80.0, 100.0]


def lowered(second: list[float], score: float, first: float = 0.99) -> float:
    return float(without_doubles(np.array([first, score]), np.array([FACE, second]))[1])


def test_a_frame_around_a_face_counts_as_nothing_where_it_is_faint() -> None:
    assert lowered([80.0, 80.0, 150.0, 150.0], 0.08) == 0.0


def test_what_may_be_somebody_half_hidden_is_kept() -> None:
    assert lowered([130.0, 110.0, 80.0, 100.0], 0.3) == 0.3


def test_a_sure_second_box_does_not_hold_the_photo_but_is_matched() -> None:
    assert 0.2 < lowered([110.0, 105.0, 80.0, 100.0], 0.9) < SETTLE_SCORE


def test_neighbours_keep_their_scores() -> None:
    assert lowered([175.0, 100.0, 80.0, 100.0], 0.9) == 0.9
    assert lowered([185.0, 100.0, 80.0, 100.0], 0.05) == 0.05


def test_a_faint_box_on_a_faint_one_stays() -> None:
    assert lowered([100.0, 100.0, 80.0, 100.0], 0.05, first=0.3) == 0.05
