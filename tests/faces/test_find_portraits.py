"""The demo's two people are found, once each, however they are turned, lit, cut or scaled."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import pytest

from consentry_faces import Engine, Face, needs_settling, open_engine

Image = npt.NDArray[np.uint8]


@pytest.fixture(scope="module")
def engine() -> Engine:
    return open_engine("standard")


def astronaut() -> tuple[Image, tuple[float, float]]:
    from skimage.data import astronaut as photo

    return np.asarray(photo(), np.uint8), (223.0, 119.0)


def hopper() -> tuple[Image, tuple[float, float]]:
    spec = importlib.util.find_spec("matplotlib")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    file = Path(spec.submodule_search_locations[0]) / "mpl-data" / "sample_data" / "grace_hopper.jpg"
    bgr = cv2.imdecode(np.fromfile(file, np.uint8), cv2.IMREAD_COLOR)
    assert bgr is not None
    return np.ascontiguousarray(bgr[:, :, ::-1]).astype(np.uint8), (255.0, 215.0)


PEOPLE = {"astronaut": astronaut, "hopper": hopper}


def under(image: Image, affine: npt.NDArray[np.float64], size: tuple[int, int]) -> Image:
    return np.asarray(cv2.warpAffine(image, affine, size, borderValue=(120, 120, 120)), np.uint8)


def rolled(image: Image, centre: tuple[float, float], angle: float) -> tuple[Image, tuple[float, float]]:
    """The photo turned clockwise by angle about its middle, on a ground that holds it all."""
    height, width = image.shape[:2]
    side = int(np.hypot(height, width)) + 2
    affine = np.asarray(cv2.getRotationMatrix2D((width / 2, height / 2), -angle, 1.0), np.float64)
    affine[:, 2] += [(side - width) / 2, (side - height) / 2]
    x, y = affine[:, :2] @ centre + affine[:, 2]
    return under(image, affine, (side, side)), (float(x), float(y))


def holds(face: Face, point: tuple[float, float]) -> bool:
    x, y, w, h = face.box
    return x < point[0] < x + w and y < point[1] < y + h


def the_face(engine: Engine, image: Image, centre: tuple[float, float]) -> Face:
    """The one face to settle that holds the point; also checks that there is exactly one."""
    held = [face for face in engine.find(image) if needs_settling(face) and holds(face, centre)]
    assert len(held) == 1
    return held[0]


@pytest.mark.parametrize("name", PEOPLE)
def test_a_portrait_shows_one_face_with_landmarks_in_their_places(engine: Engine, name: str) -> None:
    image, centre = PEOPLE[name]()
    face = the_face(engine, image, centre)
    right_eye, left_eye, nose, right_mouth, left_mouth = face.landmarks
    assert right_eye[0] < nose[0] < left_eye[0]
    assert right_mouth[0] < left_mouth[0]
    assert max(right_eye[1], left_eye[1]) < nose[1] < min(right_mouth[1], left_mouth[1])
    assert face.landmarks.dtype == np.float32
    assert 80 < face.height < 260
    assert abs(face.roll) < 15
    assert not face.too_small
    assert engine.find(image)[0] is not None
    assert sum(needs_settling(found) for found in engine.find(image)) == 1


@pytest.mark.parametrize("angle", [45, 90, 135, 180, 270])
@pytest.mark.parametrize("name", PEOPLE)
def test_a_rolled_head_is_found_and_its_roll_told(engine: Engine, name: str, angle: int) -> None:
    image, centre = PEOPLE[name]()
    upright = the_face(engine, image, centre)
    face = the_face(engine, *rolled(image, centre, angle))
    off = (face.roll - upright.roll - angle + 180) % 360 - 180
    assert abs(off) < 12
    assert 0.8 < face.height / upright.height < 1.25


@pytest.mark.parametrize("height", [22, 30, 48])
@pytest.mark.parametrize("name", PEOPLE)
def test_a_small_face_in_a_large_photo_is_found_and_called_too_small(
    engine: Engine, name: str, height: int
) -> None:
    image, centre = PEOPLE[name]()
    scale = height / the_face(engine, image, centre).height
    small = np.asarray(cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)
    scene = np.full((900, 1200, 3), (90, 110, 100), np.uint8)
    scene[500 : 500 + small.shape[0], 700 : 700 + small.shape[1]] = small
    face = the_face(engine, scene, (700 + centre[0] * scale, 500 + centre[1] * scale))
    assert abs(face.height - height) < 0.25 * height
    assert face.too_small == (face.height < 32)


@pytest.mark.parametrize("name", PEOPLE)
def test_a_mirrored_and_a_dark_face_are_found(engine: Engine, name: str) -> None:
    image, centre = PEOPLE[name]()
    the_face(engine, np.ascontiguousarray(image[:, ::-1]), (image.shape[1] - centre[0], centre[1]))
    the_face(engine, (image * 0.2).astype(np.uint8), centre)
    grey = np.asarray(cv2.cvtColor(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB), np.uint8)
    the_face(engine, grey, centre)


@pytest.mark.parametrize("name", PEOPLE)
def test_a_face_cut_by_the_frames_edge_is_found(engine: Engine, name: str) -> None:
    image, centre = PEOPLE[name]()
    x, y, w, h = the_face(engine, image, centre).box
    left = round(x + 0.3 * w)  # a third of the face is outside
    face = the_face(engine, np.ascontiguousarray(image[:, left:]), (centre[0] - left + 0.15 * w, centre[1]))
    assert face.box[0] >= 0
    top = round(y + 0.2 * h)
    the_face(engine, np.ascontiguousarray(image[top:]), (centre[0], centre[1] - top))


@pytest.mark.parametrize("side", [300, 2600])
@pytest.mark.parametrize("name", PEOPLE)
def test_a_face_that_fills_the_frame_is_found(engine: Engine, name: str, side: int) -> None:
    image, centre = PEOPLE[name]()
    x, y, w, h = (round(v) for v in the_face(engine, image, centre).box)
    crop = image[max(0, y - h // 20) : y + h + h // 20, max(0, x - w // 20) : x + w + w // 20]
    large = np.asarray(cv2.resize(crop, (round(side * w / h), side), interpolation=cv2.INTER_CUBIC), np.uint8)
    face = the_face(engine, large, (large.shape[1] / 2, side / 2))
    assert face.height > 0.7 * side


def test_two_people_side_by_side_are_two_faces(engine: Engine) -> None:
    one, at_one = astronaut()
    two, at_two = hopper()
    scene = np.full((max(one.shape[0], two.shape[0]), one.shape[1] + two.shape[1], 3), 100, np.uint8)
    scene[: one.shape[0], : one.shape[1]] = one
    scene[: two.shape[0], one.shape[1] :] = two
    found = [face for face in engine.find(scene) if needs_settling(face)]
    assert len(found) == 2
    assert sum(holds(face, at_one) for face in found) == 1
    assert sum(holds(face, (at_two[0] + one.shape[1], at_two[1])) for face in found) == 1


def test_blur_lowers_sharpness_at_any_size(engine: Engine) -> None:
    image, centre = astronaut()
    sharp = the_face(engine, image, centre)
    blurred = the_face(engine, np.asarray(cv2.GaussianBlur(image, (0, 0), 5), np.uint8), centre)
    double = np.asarray(cv2.resize(image, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC), np.uint8)
    larger = the_face(engine, double, (2 * centre[0], 2 * centre[1]))
    assert blurred.sharpness < 0.7 * sharp.sharpness
    assert abs(larger.sharpness - sharp.sharpness) < 0.15 * sharp.sharpness


def test_nothing_is_found_where_there_is_nothing(engine: Engine) -> None:
    rng = np.random.default_rng(1)
    ramp = np.broadcast_to(np.linspace(0, 255, 640, dtype=np.uint8)[None, :, None], (480, 640, 3))
    for image in (
        np.full((480, 640, 3), 200, np.uint8),
        rng.integers(0, 256, (480, 640, 3), dtype=np.uint8),
        np.ascontiguousarray(ramp),
    ):
        assert not [face for face in engine.find(image) if needs_settling(face)]


def test_finding_is_repeatable_and_leaves_the_photo_alone(engine: Engine) -> None:
    image, _ = astronaut()
    before = image.copy()
    first, second = engine.find(image), engine.find(image)
    assert [face.box for face in first] == [face.box for face in second]
    assert np.array_equal(image, before)


def test_boxes_lie_inside_the_photo_best_first(engine: Engine) -> None:
    image, _ = hopper()
    faces = engine.find(image)
    for face in faces:
        x, y, w, h = face.box
        assert x >= 0
        assert y >= 0
        assert x + w <= image.shape[1]
        assert y + h <= image.shape[0]
        assert 0 <= face.score <= 1
    assert [face.score for face in faces] == sorted((face.score for face in faces), reverse=True)
