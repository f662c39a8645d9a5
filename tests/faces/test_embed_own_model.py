from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import demo_faces
import numpy as np
import numpy.typing as npt
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from consentry_faces import onnx_fold, open_engine
from consentry_faces.embed_onnx import OnnxEmbedder
from consentry_faces.engines import own_embedders
from consentry_faces.weights import WeightsError

ROW = """
[[weights]]
name = "mine"
file = "mine.onnx"
kind = "{kind}"
sha256 = "{sha256}"
licence = "MIT"
origin = "me"
"""


def network(side: int = 112) -> bytes:
    """Random 8x8 patches, summed up: 16 numbers a face."""
    kernel = np.random.default_rng(0).normal(size=(16, 3, 8, 8)).astype(np.float32)
    nodes = [
        helper.make_node("Conv", ["face", "kernel"], ["maps"], kernel_shape=[8, 8], strides=[8, 8]),
        helper.make_node("Relu", ["maps"], ["bent"]),
        helper.make_node("GlobalAveragePool", ["bent"], ["pooled"]),
        helper.make_node("Flatten", ["pooled"], ["template"]),
    ]
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info("face", TensorProto.FLOAT, [1, 3, side, side])],
        [helper.make_tensor_value_info("template", TensorProto.FLOAT, [1, 16])],
        [numpy_helper.from_array(kernel, "kernel")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)])
    model.ir_version = 8
    return bytes(model.SerializeToString())


def folder(tmp_path: Path, content: bytes, kind: str = "arcface-112") -> Path:
    (tmp_path / "mine.onnx").write_bytes(content)
    text = ROW.format(kind=kind, sha256=hashlib.sha256(content).hexdigest())
    (tmp_path / "manifest.toml").write_text(text)
    return tmp_path


def test_ones_own_model_makes_templates(tmp_path: Path) -> None:
    embedder = OnnxEmbedder("mine", folder(tmp_path, network()))
    person = demo_faces.astronaut()
    rows = embedder.embed(person, [demo_faces.found(person)])
    assert (embedder.id, embedder.dimension, rows.shape) == ("mine", 16, (1, 16))
    assert np.linalg.norm(rows[0]) == pytest.approx(1, abs=1e-5)


def test_ones_own_model_is_an_engine_by_its_name(tmp_path: Path) -> None:
    place = folder(tmp_path, network())
    engine = open_engine("mine", place)
    person = demo_faces.astronaut()
    rows = engine.embed(person, engine.find(person)[:1])
    assert (own_embedders(place), engine.id, engine.embedder.id, rows.shape) == (
        ("mine",),
        "mine",
        "mine",
        (1, 16),
    )
    assert own_embedders() == ()
    with pytest.raises(ValueError, match="no engine"):
        open_engine("sface-2021dec-int8bq", place)


def test_an_altered_model_is_refused(tmp_path: Path) -> None:
    place = folder(tmp_path, network())
    (place / "mine.onnx").write_bytes(network() + b"\0")
    with pytest.raises(WeightsError, match="altered"):
        OnnxEmbedder("mine", place)


@pytest.mark.parametrize("content", [b"", b"no network at all", network()[:400]])
def test_a_file_that_is_no_network_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(WeightsError, match="model"):
        OnnxEmbedder("mine", folder(tmp_path, content))


def test_a_model_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="not of the kind"):
        OnnxEmbedder("mine", folder(tmp_path, network(), "detector"))


@pytest.mark.parametrize("axis", [0, 1])
@pytest.mark.parametrize("block", [0, 4])
def test_folding_multiplies_out_what_onnx_would(axis: int, block: int) -> None:
    """The reference runtime of the onnx package is the referee."""
    rng = np.random.default_rng(1)
    quantised = rng.integers(-128, 127, (8, 12)).astype(np.int8)
    shape = [8, 12]
    shape[axis] = -(-shape[axis] // block) if block else shape[axis]
    size = tuple(shape) if block else (shape[axis],)
    scale, zero = rng.random(size).astype(np.float32), rng.integers(-9, 9, size).astype(np.int8)
    constants: dict[str, npt.NDArray[Any]] = {"q": quantised, "s": scale, "z": zero}
    node = helper.make_node("DequantizeLinear", ["q", "s", "z"], ["w"], axis=axis, block_size=block)
    add = helper.make_node("Add", ["x", "w"], ["y"])
    made = [helper.make_tensor_value_info(n, TensorProto.FLOAT, [8, 12]) for n in ("x", "y", "stray")]
    initial = [numpy_helper.from_array(v, k) for k, v in constants.items()]
    graph = helper.make_graph([node, add], "g", [made[0], made[2]], [made[1]], initial)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 21)])
    folded = onnx.load_from_string(onnx_fold.fold(model.SerializeToString()))
    assert [i.name for i in folded.graph.input] == ["x"]
    assert [n.op_type for n in folded.graph.node] == ["Add"]
    from onnx.reference import ReferenceEvaluator

    x = np.zeros((8, 12), np.float32)
    [before] = ReferenceEvaluator(model).run(None, {"x": x, "stray": x})
    [after] = ReferenceEvaluator(folded).run(None, {"x": x})
    np.testing.assert_allclose(np.asarray(after), np.asarray(before), rtol=1e-6)
