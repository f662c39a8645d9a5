"""One non-maximum suppression over all passes: a face found at several scales and angles is one face."""

from __future__ import annotations

import numpy as np

from consentry_faces.finding.candidates import Candidates, overlap

SAME_IOU = 0.4
SAME_INSIDE = 0.75  # a part of a face found as a face of its own


def merge(found: Candidates, same_iou: float = SAME_IOU, same_inside: float = SAME_INSIDE) -> Candidates:
    """The best of each group of finds that lie on one another, best first."""
    order = np.argsort(-found.score, kind="stable")
    boxes = found.boxes
    kept: list[int] = []
    while len(order):
        best, rest = int(order[0]), order[1:]
        kept.append(best)
        iou, inside = overlap(boxes[best], boxes[rest])
        order = rest[(iou < same_iou) & (inside < same_inside)]
    return found.take(np.array(kept, np.intp))
