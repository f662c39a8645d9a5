"""Runs a network out of an ONNX file's bytes: by OpenVINO, which takes about half the time, else by OpenCV.

Both compute in float32 on one thread, so that a face is found or not alike on every machine
(docs/adr/0010-running-networks.md).
"""

from __future__ import annotations

import functools
import importlib
import importlib.util
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, Literal, Protocol

import cv2
import numpy as np
import numpy.typing as npt

from consentry_faces.weights import WeightsError

F32 = npt.NDArray[np.float32]
Runtime = Literal["openvino", "opencv"]
# One thread: the pool has one child a core. No pinning: two children would be pinned to the same core. float32:
# some processors would by themselves compute in less, and what we measured would not hold there. Of what was made
# ready for a size of picture only the last is kept: forty photos of forty sizes filled 600 MB with it.
_SETTINGS: dict[str, Any] = {
    "INFERENCE_NUM_THREADS": 1,
    "NUM_STREAMS": 1,
    "ENABLE_CPU_PINNING": False,
    "INFERENCE_PRECISION_HINT": "f32",
    "CPU_RUNTIME_CACHE_CAPACITY": "250",
}


class Network(Protocol):
    """A network with pictures of one size in. Not thread-safe: one a worker."""

    def run(self, pictures: npt.NDArray[Any]) -> list[F32]:
        """The outputs for ``pictures``, float32[n, 3, h, w], in the order they were asked for: the caller's own.

        n is 1, but for a network that was opened for several at once.
        """
        ...


def open_network(
    content: bytes,
    outputs: Sequence[str] = (),
    side: int | None = None,
    *,
    several: bool = False,
    runtime: Runtime | None = None,
) -> Network:
    """The network of that ONNX file; ``outputs`` by the graph's own names (none: its only one).

    ``side``: height and width of every picture, where they never change. ``several``: any number of pictures may
    be given at once; not every file allows it. ``runtime``: the quickest that is here where none is named. Raises
    WeightsError where it is no network that can be run.
    """
    try:
        if runtime != "opencv" and _binding() is not None:
            return _OpenVino(content, outputs, (-1 if several else 1, 3, side or -1, side or -1))
        return _OpenCv(content, outputs)
    except (RuntimeError, KeyError, cv2.error) as error:
        raise WeightsError("A model file cannot be used as a network; choose another model.") from error


def planes(pictures: npt.NDArray[np.uint8]) -> F32:
    """uint8[n, h, w, 3] as `Network.run` takes it: float32[n, 3, h, w], values and colours as they are."""
    return np.ascontiguousarray(pictures.transpose(0, 3, 1, 2), np.float32)


class _OpenVino:
    def __init__(self, content: bytes, outputs: Sequence[str], shape: tuple[int, ...]) -> None:
        binding = _binding()
        assert binding is not None
        model = _core().read_model(content, b"")
        model.reshape(binding.PartialShape(shape))
        compiled = _core().compile_model(model, "CPU", _SETTINGS)
        place = {name: i for i, out in enumerate(compiled.outputs) for name in out.get_names()}
        self._order = [place[name] for name in outputs] or [0]
        self._tensor = binding.Tensor
        self._request = compiled.create_infer_request()

    def run(self, pictures: npt.NDArray[Any]) -> list[F32]:
        tensor = self._tensor(np.ascontiguousarray(pictures), shared_memory=True)
        found = list(self._request.infer(tensor, False, False).values())
        return [found[i] for i in self._order]


class _OpenCv:
    def __init__(self, content: bytes, outputs: Sequence[str]) -> None:
        self._net = cv2.dnn.readNetFromONNX(np.frombuffer(content, np.uint8))
        self._outputs = tuple(outputs) or self._net.getUnconnectedOutLayersNames()

    def run(self, pictures: npt.NDArray[Any]) -> list[F32]:
        self._net.setInput(pictures)
        return [np.array(one, np.float32) for one in self._net.forward(self._outputs)]


@functools.cache
def _core() -> Any:
    binding = _binding()
    assert binding is not None
    return binding.Core()


@functools.cache
def _binding() -> Any | None:
    """OpenVINO's compiled part, or None where it is not installed (there is none for Macs with Intel processors).

    Its package's own ``__init__`` is not run: that loads converters of other formats, and reports over the network
    that it was imported. The package stands in as a bare folder of modules instead.
    """
    found = importlib.util.find_spec("openvino") if "openvino" not in sys.modules else None
    if found is not None:
        package = ModuleType("openvino")
        package.__spec__ = found  # so that it can still be looked for
        package.__path__ = list(found.submodule_search_locations or ())
        sys.modules["openvino"] = package
        if sys.platform == "win32":
            for folder in package.__path__:
                os.add_dll_directory(str(Path(folder) / "libs"))
    try:
        return importlib.import_module("openvino._pyopenvino")
    except ImportError:
        return None
