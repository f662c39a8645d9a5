"""One non-maximum suppression over all passes: a face found at several scales and angles is one face."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from consentry_faces.finding.candidates import F64, Candidates, overlap

SAME_IOU = 0.5
SAME_LANDMARKS = 0.25  # mean distance of the landmarks, in sides of the smaller box: the same eyes and mouth
VOTE_IOU = 0.5  # finds this close to the best one and upright in the same view help to place the box
NOT_SEEN = 0.05  # the score of a view that does not show the face


@dataclass(frozen=True)
class Merged:
    """``best`` [n] of each face; ``second`` [n]: the best score another view gave it (NOT_SEEN where none did)."""

    best: Candidates
    second: F64


def merge(views: list[Candidates]) -> Merged:
    """The best find of each face over all ``views``, best first, its box the mean of those that agree with it."""
    found = Candidates.join(views)
    seen_in = np.repeat(np.arange(len(views)), [len(view) for view in views])
    order = np.argsort(-found.score, kind="stable")
    boxes = found.boxes
    kept: list[int] = []
    second: list[float] = []
    centre, size = found.centre.copy(), found.size.copy()
    while len(order):
        best = int(order[0])
        iou, _ = overlap(boxes[best], boxes[order])
        mine = (iou >= SAME_IOU) | (_apart(found, best, order) < SAME_LANDMARKS)
        mine[0] = True
        members = order[mine]
        others = members[seen_in[members] != seen_in[best]]
        kept.append(best)
        second.append(float(found.score[others].max()) if len(others) else NOT_SEEN)
        voters = order[(iou >= VOTE_IOU) & (found.tilt[order] == found.tilt[best])]
        if len(voters) > 1:
            weight = found.score[voters, None] ** 2
            centre[best] = (found.centre[voters] * weight).sum(axis=0) / weight.sum()
            size[best] = (found.size[voters] * weight).sum(axis=0) / weight.sum()
        order = order[~mine]
    placed = Candidates(centre, size, found.tilt, found.landmarks, found.score)
    return Merged(placed.take(np.array(kept, np.intp)), np.array(second))


def _apart(found: Candidates, one: int, many: npt.NDArray[np.intp]) -> F64:
    """How far the landmarks of each of ``many`` lie from those of ``one``, in sides of the smaller box."""
    distance = np.linalg.norm(found.landmarks[many] - found.landmarks[one], axis=2).mean(axis=1)
    side = np.sqrt(np.minimum(found.size[many].prod(axis=1), found.size[one].prod()))
    apart: F64 = distance / np.maximum(side, 1e-9)
    return apart
