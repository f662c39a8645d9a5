"""The other networks: they see the demo's two people, and a second look knows a face from a wall."""

from __future__ import annotations

import re
from pathlib import Path

import cv2
import demo_faces
import numpy as np
import pytest

from consentry_faces import open_engine, weights
from consentry_faces.face import Rgb
from consentry_faces.finding import yunet
from consentry_faces.finding.candidates import Candidates
from consentry_faces.finding.centerface import WEIGHTS, CenterFace
from consentry_faces.finding.second_look import second_look
from consentry_faces.finding.views import Photo
from consentry_faces.weights import WeightsError

PEOPLE = {"astronaut": demo_faces.astronaut, "admiral": demo_faces.admiral}


@pytest.fixture(scope="module")
def net() -> CenterFace:
    return CenterFace(weights.load(WEIGHTS).bytes)


def padded(rgb: Rgb) -> Rgb:
    """BGR with sides that are multiples of 32, as the network wants them."""
    height, width = rgb.shape[:2]
    bottom, right = -height % 32, -width % 32
    return np.asarray(cv2.copyMakeBorder(rgb[..., ::-1], 0, bottom, 0, right, cv2.BORDER_CONSTANT), np.uint8)


@pytest.mark.parametrize("name", PEOPLE)
def test_both_networks_put_eyes_nose_and_mouth_in_the_same_places(net: CenterFace, name: str) -> None:
    rgb = PEOPLE[name]()
    other = demo_faces.found(rgb)
    rows = net.detect(padded(rgb), 0.3)
    best = rows[rows[:, 14].argmax()]
    assert best[14] > 0.5
    apart = np.linalg.norm(best[4:14].reshape(5, 2) - other.landmarks, axis=1) / other.height
    assert apart.max() < 0.12
    assert abs(best[3] / other.height - 1) < 0.25


@pytest.mark.parametrize("turn", [0.0, 90.0, 180.0])
@pytest.mark.parametrize("name", PEOPLE)
def test_a_second_look_finds_a_small_face_of_any_roll_just_where_it_is(
    net: CenterFace, name: str, turn: float
) -> None:
    rgb = PEOPLE[name]()
    face = demo_faces.found(rgb)
    small = 24 / face.height
    middle = (np.array(face.box[:2]) + np.array(face.box[2:]) / 2) * small
    upright = cv2.resize(rgb, None, fx=small, fy=small, interpolation=cv2.INTER_AREA)
    scene = np.full((400, 400, 3), 110, np.uint8)
    affine = cv2.getRotationMatrix2D((float(middle[0]), float(middle[1])), -turn, 1.0)
    affine[:, 2] += 200 - middle
    cv2.warpAffine(upright, affine, (400, 400), dst=scene, borderMode=cv2.BORDER_TRANSPARENT)
    # told roughly where to look, 4 px off and a fifth too large
    rough = Candidates(
        np.array([[204.0, 197.0]]),
        np.array([[22.0, 29.0]]),
        np.array([turn]),
        np.zeros((1, 5, 2)),
        np.array([0.3]),
    )
    (one,) = second_look(net, Photo(scene), rough)
    assert len(one.finds)
    best = int(one.finds.score.argmax())
    assert one.finds.score[best] > 0.4
    assert np.abs(one.finds.centre[best] - 200).max() < 3.0
    assert abs(one.finds.size[best, 1] - 24) < 5
    assert one.looked_at(rough).all()


def test_a_second_look_at_a_wall_finds_nothing(net: CenterFace) -> None:
    rng = np.random.default_rng(3)
    wall = rng.normal(128, 12, (300, 300, 3)).clip(0, 255).astype(np.uint8)
    places = Candidates(
        np.array([[60.0 + 20 * i, 150.0] for i in range(11)]),
        np.full((11, 2), 30.0),
        np.zeros(11),
        np.zeros((11, 5, 2)),
        np.full(11, 0.3),
    )
    passes = second_look(net, Photo(wall), places)
    assert len(passes) == 11
    assert max((one.finds.score.max(initial=0.0) for one in passes), default=0.0) < 0.3


@pytest.mark.parametrize("name", [WEIGHTS, yunet.WEIGHTS])
def test_without_one_of_the_networks_nothing_is_searched_at_all(tmp_path: Path, name: str) -> None:
    content = bytearray(weights.load(name).bytes)
    content[1000] ^= 1
    file = weights.entry_of(name).file
    (tmp_path / file).write_bytes(content)
    with pytest.raises(WeightsError, match=f"{re.escape(file)} is altered"):
        open_engine("standard", tmp_path)
