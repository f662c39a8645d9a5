from __future__ import annotations

import warnings
from itertools import product
from typing import Any

import cv2
import demo_faces
import numpy as np
import pytest

from consentry_faces import align, onnx_fold, weights
from consentry_faces.embed_dlib import DlibEmbedder
from consentry_faces.embed_sface import SFaceEmbedder
from consentry_faces.face import Face, Rgb

CHANGES = [demo_faces.mirrored, demo_faces.dark, demo_faces.small, demo_faces.rolled]


@pytest.fixture(scope="module")
def sface() -> SFaceEmbedder:
    return SFaceEmbedder()


@pytest.fixture(scope="module")
def dlib_embedder() -> DlibEmbedder:
    return DlibEmbedder()


@pytest.fixture(scope="module")
def people() -> list[Rgb]:
    return [demo_faces.astronaut(), demo_faces.admiral()]


def test_each_person_matches_themselves_and_not_the_other(sface: SFaceEmbedder, people: list[Rgb]) -> None:
    portraits = np.concatenate([sface.embed(p, [demo_faces.found(p)]) for p in people])
    for (who, person), change in product(enumerate(people), CHANGES):
        photo = change(person)
        cosines = portraits @ sface.embed(photo, [demo_faces.found(photo)])[0]
        assert cosines[who] > 0.55, (who, change.__name__)
        assert cosines[1 - who] < 0.3, (who, change.__name__)


def test_templates_are_float32_of_length_one_in_order(sface: SFaceEmbedder, people: list[Rgb]) -> None:
    face = demo_faces.found(people[0])
    other = Face(face.box, face.landmarks + 9, face.score, face.roll, face.height, face.sharpness)
    both = sface.embed(people[0], [face, other])
    assert both.dtype == np.float32
    assert both.shape == (2, sface.dimension)
    np.testing.assert_allclose(np.linalg.norm(both, axis=1), 1, atol=1e-6)
    np.testing.assert_allclose(both[1], sface.embed(people[0], [other])[0], atol=1e-6)
    assert sface.embed(people[0], []).shape == (0, sface.dimension)


def test_colours_are_red_green_blue(sface: SFaceEmbedder, people: list[Rgb], tmp_path: Any) -> None:
    """OpenCV's own SFace class, on the same network and aligned face, is the referee."""
    folded = tmp_path / "folded.onnx"
    folded.write_bytes(onnx_fold.fold(weights.load("sface-2021dec-int8bq").bytes))
    referee = cv2.FaceRecognizerSF.create(str(folded), "")
    for person in people:
        face = demo_faces.found(person)
        aligned = align.crop(person, face.landmarks)
        theirs = referee.feature(np.ascontiguousarray(aligned[..., ::-1]))[0]
        np.testing.assert_allclose(sface.embed(person, [face])[0], theirs / np.linalg.norm(theirs), atol=1e-4)


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_landmarks_that_are_no_numbers_are_refused(sface: SFaceEmbedder, people: list[Rgb], bad: float) -> None:
    face = demo_faces.found(people[0])
    broken = Face(face.box, np.full((5, 2), bad, np.float32), 1.0, 0.0, 100.0, 30.0)
    with pytest.raises(ValueError, match="landmarks"):
        sface.embed(people[0], [broken])


def test_dlib_agrees_with_the_package_face_recognition(dlib_embedder: DlibEmbedder, people: list[Rgb]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the package's own, at import
        import face_recognition
    for person in people:
        boxes = face_recognition.face_locations(person)
        assert boxes
        theirs = np.array(face_recognition.face_encodings(person, boxes, model="small"))
        faces = [
            Face((left, top, right - left, bottom - top), np.zeros((5, 2), np.float32), 1.0, 0.0, 1.0, 1.0)
            for top, right, bottom, left in boxes
        ]
        np.testing.assert_allclose(dlib_embedder.embed(person, faces), theirs, atol=1e-4)


def test_dlib_tells_the_two_apart(dlib_embedder: DlibEmbedder, people: list[Rgb]) -> None:
    first, second = (dlib_embedder.embed(p, [demo_faces.found(p)])[0] for p in people)
    mirror = demo_faces.mirrored(people[0])
    again = dlib_embedder.embed(mirror, [demo_faces.found(mirror)])[0]
    assert np.linalg.norm(first - again) < 0.5 < np.linalg.norm(first - second)
