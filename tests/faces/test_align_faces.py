from __future__ import annotations

import cv2
import demo_faces
import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentry_faces import align


def test_the_square_is_the_one_opencv_cuts() -> None:
    from consentry_faces import weights

    referee = cv2.FaceRecognizerSF.create(str(weights.load("sface-2021dec-int8bq").path), "")
    admiral = cv2.resize(demo_faces.admiral(), None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA).astype(np.uint8)
    for rgb in (demo_faces.astronaut(), admiral, demo_faces.rolled(admiral)):  # larger ones are averaged first
        face = demo_faces.found(rgb)
        row = np.concatenate([face.box, face.landmarks.ravel(), [1.0]]).astype(np.float32)[None]
        ours = align.crop(rgb, face.landmarks).astype(int)
        assert np.abs(ours - referee.alignCrop(rgb, row).astype(int)).max() <= 1


@pytest.mark.parametrize("times", [2.6, 6, 9.5])
def test_a_large_noisy_face_gives_the_square_of_the_small_clean_one(times: float) -> None:
    """A camera's noise is averaged out, not sampled; and nothing moves."""
    rgb = demo_faces.admiral()
    face = demo_faces.found(rgb)
    large = cv2.resize(rgb, None, fx=times, fy=times, interpolation=cv2.INTER_CUBIC)
    noise = np.random.default_rng(0).normal(0, 20, large.shape)
    noisy = np.clip(large + noise, 0, 255).astype(np.uint8)
    points = (face.landmarks + 0.5) * times - 0.5
    before, after = align.crop(rgb, face.landmarks).astype(float), align.crop(noisy, points).astype(float)
    assert np.abs(before - after).mean() < 5
    at_edge = points - np.array([0, points[:, 1].min()])
    assert align.crop(noisy, at_edge).shape == (112, 112, 3)
    assert not align.crop(noisy, points - 50_000).any()


@given(
    angle=st.floats(-180, 180),
    scale=st.floats(0.05, 40),
    shift=st.tuples(st.floats(-5000, 5000), st.floats(-5000, 5000)),
)
def test_any_turned_scaled_shifted_template_comes_back(
    angle: float, scale: float, shift: tuple[float, float]
) -> None:
    a = np.deg2rad(angle)
    turn = scale * np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])
    points = align.TEMPLATE @ turn.T + shift
    transform = align.similarity(points)
    np.testing.assert_allclose(points @ transform[:, :2].T + transform[:, 2], align.TEMPLATE, atol=1e-4)


def test_a_mirrored_face_is_not_mirrored_back() -> None:
    points = align.TEMPLATE * [-1, 1]
    linear = align.similarity(points)[:, :2]
    assert np.linalg.det(linear) > 0


@pytest.mark.parametrize("points", [np.zeros((5, 2)), np.ones((4, 2)), np.full((5, 2), np.nan)])
def test_points_that_make_no_face_are_refused(points: npt.NDArray[np.float64]) -> None:
    with pytest.raises(ValueError, match="face"):
        align.similarity(points)
