"""Opening an engine, what it accepts, and what it says when it cannot work."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from consentry_faces import UnusableImage, WeightsError, open_engine
from consentry_faces.engines import EngineName
from consentry_policy import resources

ENGINES: list[EngineName] = ["standard", "face_recognition"]


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize(
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
        None,
    ],
    ids=["nan", "float", "grey", "alpha", "one-pixel", "one-row", "black", "200-megapixels", "none"],
)
def test_what_is_no_photo_is_refused_in_one_sentence(name: EngineName, image: object) -> None:
    with pytest.raises(UnusableImage) as error:
        open_engine(name).find(image)  # type: ignore[arg-type]
    sentence = str(error.value)
    assert sentence.startswith("The photo")
    assert sentence.endswith(".")
    assert "add" in sentence
    assert "\n" not in sentence


def test_an_unknown_engine_is_refused() -> None:
    with pytest.raises(ValueError, match="standard or face_recognition"):
        open_engine("other")


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
