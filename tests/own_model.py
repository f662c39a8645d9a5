"""A model folder as a user makes one: a tiny embedder of their own and the manifest that names it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

OWN_MODEL = "mine"
_ROW = 'name = "mine"\nfile = "mine.onnx"\nkind = "arcface-112"\nlicence = "MIT"\norigin = "me"\nsha256 = "{}"\n'


def make_own_model(folder: Path) -> Path:
    """Random patches, averaged: a network that runs and tells nobody apart. Gives the folder, which is made."""
    kernel = np.random.default_rng(0).normal(size=(16, 3, 8, 8)).astype(np.float32)
    nodes = [
        helper.make_node("Conv", ["face", "kernel"], ["maps"], kernel_shape=[8, 8], strides=[8, 8]),
        helper.make_node("GlobalAveragePool", ["maps"], ["pooled"]),
        helper.make_node("Flatten", ["pooled"], ["template"]),
    ]
    ends = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
        for name, shape in (("face", [1, 3, 112, 112]), ("template", [1, 16]))
    ]
    graph = helper.make_graph(nodes, "tiny", ends[:1], ends[1:], [numpy_helper.from_array(kernel, "kernel")])
    network = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)])
    network.ir_version = 8
    content = network.SerializeToString()
    assert onnx.load_from_string(content).graph.name == "tiny"
    folder.mkdir()
    (folder / "mine.onnx").write_bytes(content)
    (folder / "manifest.toml").write_text("[[weights]]\n" + _ROW.format(hashlib.sha256(content).hexdigest()))
    return folder
