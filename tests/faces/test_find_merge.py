"""One face seen by several passes: one find, and its box where the better of the two networks puts it."""

from __future__ import annotations

import numpy as np
import pytest

from consentry_faces.finding.candidates import F64, Candidates, overlap
from consentry_faces.finding.merge import merge
from consentry_faces.finding.passes import Pass, Voice
from consentry_faces.finding.views import View

VIEW = View.of(640, 480, 1.0, 0.0)
FACE = (100.0, 100.0, 80.0, 100.0)
ASKEW = (100.0, 85.0, 80.0, 130.0)


def seen(voice: Voice, box: tuple[float, float, float, float], score: float) -> Pass:
    """A pass whose only find is ``box`` (x, y, w, h)."""
    corner, size = np.array([box[:2]]), np.array([box[2:]])
    where = np.array([[0.3, 0.4], [0.7, 0.4], [0.5, 0.6], [0.35, 0.8], [0.65, 0.8]])
    landmarks = (np.array(FACE[:2]) + where * np.array(FACE[2:]))[None]
    finds = Candidates(corner + size / 2, size, np.zeros(1), landmarks, np.array([score]))
    return Pass(voice, VIEW, np.array([[0.0, 0.0, *VIEW.size]]), finds)


def shared(box: F64) -> float:
    """How much of the face's own box and ``box`` is the same, 0 to 1."""
    return float(overlap(box, np.array([FACE]))[0][0])


@pytest.mark.parametrize("voice", [Voice.CENTERFACE, Voice.SECOND_LOOK])
def test_the_box_lies_where_centerface_puts_it_though_yunet_is_surer(voice: Voice) -> None:
    merged = merge([seen(Voice.YUNET, ASKEW, 0.9), seen(voice, FACE, 0.6)])
    assert len(merged.faces) == 1
    assert shared(merged.faces.boxes[0]) > 0.9 > shared(np.array(ASKEW)) + 0.1
    assert merged.score.tolist() == [[0.9, 0.6]], "both are heard"


def test_what_only_yunet_sees_keeps_its_box() -> None:
    merged = merge([seen(Voice.YUNET, ASKEW, 0.9), seen(Voice.CENTERFACE, (400.0, 100.0, 80.0, 100.0), 0.6)])
    assert merged.faces.boxes[0] == pytest.approx(ASKEW)


def test_a_box_that_shares_too_little_has_no_say() -> None:
    half = (150.0, 100.0, 80.0, 100.0)
    merged = merge([seen(Voice.YUNET, FACE, 0.9), seen(Voice.CENTERFACE, half, 0.6)])
    assert merged.faces.boxes[merged.score[:, 0].argmax()] == pytest.approx(FACE)
