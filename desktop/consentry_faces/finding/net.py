"""What a pass needs of a network: boxes, five landmarks and a score for an image of any size."""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

CELL = 32  # the coarsest stride of both networks: sides are padded to a multiple of it
Found = npt.NDArray[np.float32]  # [n, 15]: x, y, w, h, five landmarks (x, y), score


class Net(Protocol):
    """A network that finds upright faces. Not thread-safe: one a worker."""

    def detect(self, bgr: npt.NDArray[Any], min_score: float) -> Found:
        """float32[n, 15] in pixels of ``bgr`` (uint8, sides multiples of CELL), scores from ``min_score`` on."""
        ...
