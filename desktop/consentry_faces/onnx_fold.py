"""Make a block-quantised ONNX network an ordinary float one, in memory.

Block-quantised files hold each weight as int8 with a scale per block and multiply it out again in every run;
OpenCV 5.0 cannot run them. Multiplying out once at load costs half a second and makes them ordinary.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import onnx
from onnx import helper, numpy_helper


def fold(content: bytes) -> bytes:
    """The same network with every DequantizeLinear of a constant multiplied out, and without stray graph inputs.

    A graph input is stray when no node reads it or the graph itself gives it a value. Raises
    ValueError when the bytes are no ONNX model.
    """
    try:
        model = onnx.load_from_string(content)
    except Exception as error:  # protobuf's own exception type differs between its back ends
        raise ValueError("not an ONNX model") from error
    graph = model.graph
    constants = {tensor.name: tensor for tensor in graph.initializer}
    kept = [node for node in graph.node if not _folded(node, constants)]
    del graph.node[:]
    graph.node.extend(kept)
    used = {name for node in kept for name in node.input} | {out.name for out in graph.output}
    given = set(constants) | {name for node in kept for name in node.output}
    inputs = [entry for entry in graph.input if entry.name in used and entry.name not in given]
    del graph.input[:]
    graph.input.extend(inputs)
    del graph.initializer[:]
    graph.initializer.extend(tensor for name, tensor in constants.items() if name in used)
    return bytes(model.SerializeToString())


def _folded(node: onnx.NodeProto, constants: dict[str, onnx.TensorProto]) -> bool:
    """Whether the node's result is now among the constants (so that the node can go)."""
    if any(name not in constants for name in node.input):
        return False
    if node.op_type == "DequantizeLinear":
        values = [numpy_helper.to_array(constants[name]) for name in node.input]
        attributes = {a.name: helper.get_attribute_value(a) for a in node.attribute}
        result = dequantise(*values, axis=attributes.get("axis", 1), block=attributes.get("block_size", 0))
    elif node.op_type == "Reshape" and node.input:
        data, shape = (numpy_helper.to_array(constants[name]) for name in node.input)
        result = data.reshape([int(side) for side in shape])
    else:
        return False
    constants[node.output[0]] = numpy_helper.from_array(np.ascontiguousarray(result), node.output[0])
    return True


def dequantise(
    quantised: npt.NDArray[np.int8],
    scale: npt.NDArray[np.float32],
    zero: npt.NDArray[np.int8] | None = None,
    *,
    axis: int = 1,
    block: int = 0,
) -> npt.NDArray[np.float32]:
    """ONNX's DequantizeLinear (operator set 21): (quantised - zero) * scale; scale per tensor, axis or block."""
    offset = np.zeros_like(quantised, shape=scale.shape) if zero is None else zero
    if scale.size == 1:
        pass
    elif block:
        length = quantised.shape[axis]
        scale = np.repeat(scale, block, axis).take(range(length), axis)
        offset = np.repeat(offset, block, axis).take(range(length), axis)
    else:
        along = [1] * quantised.ndim
        along[axis] = -1
        scale, offset = scale.reshape(along), offset.reshape(along)
    return (quantised.astype(np.float32) - offset.astype(np.float32)) * scale
