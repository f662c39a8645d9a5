"""Running the networks: the quick way and the plain way say the same, and neither tells anybody outside."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import cv2
import demo_faces
import numpy as np
import pytest

from consentry_faces import onnx_fold, weights
from consentry_faces.finding import centerface, yunet
from consentry_faces.finding.net import Found, Net
from consentry_faces.network import Runtime, open_network, planes
from consentry_faces.weights import WeightsError

RUNTIMES: tuple[Runtime, Runtime] = ("openvino", "opencv")
YUNET = weights.load(yunet.WEIGHTS).bytes
FINDERS: dict[str, Callable[[bytes, Runtime | None], Net]] = {
    yunet.WEIGHTS: yunet.YuNet,
    centerface.WEIGHTS: centerface.CenterFace,
}
SFACE = onnx_fold.fold(weights.load("sface-2021dec-int8bq").bytes)


def scene() -> np.ndarray:
    """BGR 448 x 320: both people, small, on grey."""
    canvas = np.full((320, 448, 3), 110, np.uint8)
    for x, person in ((20, demo_faces.astronaut()), (240, demo_faces.admiral())):
        small = cv2.resize(person, (180, 200), interpolation=cv2.INTER_AREA)
        canvas[60:260, x : x + 180] = small[..., ::-1]
    return canvas


@pytest.mark.parametrize("name", FINDERS)
def test_both_ways_of_running_find_the_same_faces_in_the_same_places(name: str) -> None:
    one, other = (in_order(FINDERS[name](weights.load(name).bytes, runtime)) for runtime in RUNTIMES)
    assert (one[:, 14] > 0.5).sum() == 2
    np.testing.assert_allclose(one, other, atol=0.02)


def in_order(net: Net) -> Found:
    found = net.detect(scene(), 0.1)
    return found[np.argsort(found[:, 0])]


def test_both_ways_of_running_make_the_same_template() -> None:
    crop = cv2.dnn.blobFromImage(cv2.resize(demo_faces.astronaut(), (112, 112)))
    one, other = (open_network(SFACE, side=112, runtime=runtime).run(crop)[0] for runtime in RUNTIMES)
    np.testing.assert_allclose(one, other, atol=1e-4)


@pytest.mark.parametrize("runtime", RUNTIMES)
def test_several_faces_at_once_make_the_templates_of_each_alone(runtime: Runtime) -> None:
    crops = np.stack([cv2.resize(rgb(), (112, 112)) for rgb in (demo_faces.astronaut, demo_faces.admiral)])
    net = open_network(SFACE, side=112, several=True, runtime=runtime)
    [together] = net.run(planes(crops))
    alone = [net.run(planes(crop[None]))[0][0] for crop in crops]
    np.testing.assert_allclose(together, alone, rtol=1e-4, atol=1e-4)


def test_the_grids_of_yunet_are_read_as_opencv_reads_them() -> None:
    bgr = scene()
    size = (bgr.shape[1], bgr.shape[0])
    theirs = cv2.FaceDetectorYN.create(
        "onnx", np.frombuffer(YUNET, np.uint8), np.empty(0, np.uint8), size, 0.1, 0.3, 5000
    )
    _, expected = theirs.detect(bgr)
    np.testing.assert_allclose(yunet.YuNet(YUNET).detect(bgr, 0.1), expected, atol=0.02)


def test_what_a_network_said_of_one_picture_is_not_overwritten_by_the_next() -> None:
    net = open_network(SFACE, side=112)
    first = net.run(cv2.dnn.blobFromImage(np.full((112, 112, 3), 50, np.uint8)))[0]
    kept = first.copy()
    net.run(cv2.dnn.blobFromImage(np.full((112, 112, 3), 200, np.uint8)))
    np.testing.assert_array_equal(first, kept)


@pytest.mark.parametrize("runtime", RUNTIMES)
@pytest.mark.parametrize("content", [b"", b"not a network", YUNET[:1000]])
def test_what_is_no_network_is_refused_with_the_next_step(runtime: Runtime, content: bytes) -> None:
    with pytest.raises(WeightsError, match="choose another model"):
        open_network(content, runtime=runtime)


_FIND_AND_EMBED = """
import sys
said = []
watched = {"socket", "subprocess"}
sys.addaudithook(lambda event, args: said.append(event) if event.split(".")[0] in watched else None)
import numpy as np
from consentry_faces import open_engine
engine = open_engine("standard")
picture = np.random.default_rng(0).integers(0, 255, (300, 400, 3), dtype=np.uint8)
engine.embed(picture, engine.find(picture))
quick = sys.modules.get("openvino._pyopenvino") is not None
print(quick, [name for name in sys.modules if "telemetry" in name], said)
"""
_WITHOUT = "import sys; sys.modules['openvino'] = sys.modules['openvino._pyopenvino'] = None\n"


def said_by(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_no_library_reports_that_it_was_used() -> None:
    assert said_by(_FIND_AND_EMBED) == "True [] []"


def test_the_program_runs_where_openvino_is_not_installed() -> None:
    """As on a Mac with an Intel processor: OpenCV does the work."""
    assert said_by(_WITHOUT + _FIND_AND_EMBED) == "False [] []"
