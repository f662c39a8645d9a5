"""Opening an engine, what it accepts, and what it says when it cannot work."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from demo_faces import astronaut

from consentry_faces import (
    Engine,
    EngineUnavailableError,
    Face,
    UnusableFace,
    UnusableImage,
    WeightsError,
    open_engine,
)
from consentry_faces.engines import EngineName
from consentry_faces.face import Rgb
from consentry_policy import resources

ENGINES: list[EngineName] = ["standard", "face_recognition"]
engine_of = cache(open_engine)
NO_PHOTOS = pytest.mark.parametrize(
    "image",
    [
        np.full((200, 200, 3), np.nan),
        np.zeros((200, 200, 3), np.float32),
        np.full((200, 200), 128, np.uint8),
        np.full((200, 200, 4), 128, np.uint8),
        np.full((1, 1, 3), 128, np.uint8),
        np.full((1, 4000, 3), 128, np.uint8),
        np.zeros((200, 200, 3), np.uint8),
        np.broadcast_to(np.uint8(128), (20_000, 10_000, 3)),
        np.full((200, 200, 3), 0.5),
        np.full((200, 200, 3), 128, np.int64),
        np.full((200, 200, 3), 128, np.uint16),
        np.full((200, 200, 3), 1, bool),
        np.full((200, 200, 3), 128, object),
        np.full((1, 200, 200, 3), 128, np.uint8),
        np.full((3, 200, 200), 128, np.uint8),
        np.empty((0, 200, 3), np.uint8),
        np.empty((0, 0, 3), np.uint8),
        np.empty((200, 200, 0), np.uint8),
        [[[128, 128, 128]]],
        "photo.jpg",
        None,
    ],
    ids=str.split(
        "nan float grey alpha one-pixel one-row black 200-megapixels share int64 uint16 bool object batch "
        "channels-first no-rows nothing no-colours list path none"
    ),
)


@cache
def found_by(name: EngineName) -> tuple[Engine, Rgb, Face]:
    """An engine, a photo and the one face that it found there."""
    photo = astronaut()
    [face] = engine_of(name).find(photo)
    return engine_of(name), photo, face


@pytest.mark.parametrize("name", ENGINES)
@NO_PHOTOS
def test_what_is_no_photo_is_refused_in_one_sentence(name: EngineName, image: Any) -> None:
    with pytest.raises(UnusableImage) as error:
        engine_of(name).find(image)
    _, _, face = found_by("standard")
    with pytest.raises(UnusableImage) as again:
        engine_of(name).embed(image, [face])
    sentence = str(error.value)
    assert str(again.value) == sentence
    assert sentence.startswith("The photo")
    assert sentence.endswith(".")
    assert "add" in sentence
    assert "\n" not in sentence


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize(
    "layout",
    [
        lambda a: np.frombuffer(a.tobytes(), np.uint8).reshape(a.shape),
        lambda a: np.ascontiguousarray(a[::-1])[::-1],
        lambda a: np.ascontiguousarray(a[..., ::-1])[..., ::-1],
        np.asfortranarray,
    ],
    ids=["read-only", "bottom-up", "bgr", "fortran"],
)
def test_how_pixels_lie_in_memory_changes_nothing(name: EngineName, layout: Callable[[Rgb], Rgb]) -> None:
    engine, photo, face = found_by(name)
    template = engine.embed(photo, [face])
    given = layout(photo)
    [same] = engine.find(given)
    assert same.box == face.box
    assert np.array_equal(engine.embed(given, [same]), template)


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize(
    "change",
    [
        {"landmarks": np.full((5, 2), np.nan, np.float32)},
        {"landmarks": np.full((5, 2), np.inf, np.float32)},
        {"landmarks": np.ones((4, 2), np.float32)},
        {"landmarks": np.ones((2, 5), np.float32)},
        {"landmarks": np.ones(10, np.float32)},
        {"landmarks": None},
        {"landmarks": "nowhere"},
        {"landmarks": np.full((5, 2), 1e6, np.float32)},
        {"box": (float("nan"), 0.0, 10.0, 10.0)},
        {"box": (0.0, 0.0, float("inf"), 10.0)},
        {"box": (0.0, 0.0, 0.0, 0.0)},
        {"box": (300.0, 0.0, 50.0, 50.0)},
        {"box": (-80.0, 0.0, 50.0, 50.0)},
        {"box": (1.0, 2.0)},
        {"box": None},
    ],
    ids=lambda change: " ".join(f"{key} {value!s}"[:24].replace("\n", "") for key, value in change.items()),
)
def test_a_face_that_cannot_be_of_the_photo_is_refused_and_makes_no_template(
    name: EngineName, change: dict[str, Any]
) -> None:
    engine, photo, face = found_by(name)
    with pytest.raises(UnusableFace, match=r"^Face 2 .*; find it again.*\.$"):
        engine.embed(photo, [face, replace(face, **change)])


@pytest.mark.parametrize("name", ENGINES)
def test_no_face_makes_no_template(name: EngineName) -> None:
    engine, photo, _ = found_by(name)
    assert engine.embed(photo, []).shape == (0, 128)
    assert engine.embed(photo, iter([])).shape == (0, 128)  # type: ignore[arg-type]


def test_an_unknown_engine_is_refused() -> None:
    with pytest.raises(ValueError, match="standard or face_recognition"):
        open_engine("other")


def test_without_dlib_its_engine_says_what_to_choose(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "dlib", None)
    with pytest.raises(EngineUnavailableError, match=r"needs dlib.*; choose the engine standard\.$"):
        open_engine("face_recognition")


def test_an_altered_detector_stops_the_engine(tmp_path: Path) -> None:
    (tmp_path / "face_detection_yunet_2023mar_int8bq.onnx").write_bytes(b"not the network")
    with pytest.raises(WeightsError, match="face_detection_yunet"):
        open_engine("standard", tmp_path)


def test_an_altered_embedder_does_not_stop_the_finding(tmp_path: Path) -> None:
    (tmp_path / "face_recognition_sface_2021dec_int8bq.onnx").write_bytes(b"not the network")
    engine = open_engine("standard", tmp_path)
    image = np.full((200, 200, 3), 128, np.uint8)
    faces = engine.find(image)
    with pytest.raises(WeightsError, match="face_recognition_sface"):
        engine.embed(image, faces)


def test_finding_never_loads_an_embedder() -> None:
    """Mode "off" never computes a template: the code that could is not even imported."""
    program = """
import sys
import numpy as np
from consentry_faces import open_engine
for name in ("standard", "face_recognition"):
    open_engine(name).find(np.full((200, 200, 3), 128, np.uint8))
loaded = [m for m in sys.modules if m.startswith("consentry_faces.embed")]
assert not loaded, loaded
"""
    roots = [
        str(Path(resources.__file__).parents[1]),
        str(Path(sys.modules["consentry_faces"].__file__ or "").parents[1]),
    ]
    run = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = {roots!r}\n{program}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
