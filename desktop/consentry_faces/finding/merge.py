"""One non-maximum suppression over all passes: a face found at several scales and angles is one face."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from consentry_faces.finding.candidates import F64, Candidates, overlap
from consentry_faces.finding.passes import Pass, Voice, finds_of

SAME_IOU = 0.5
VOTE_IOU = 0.4  # finds that share so much with the best one help to place its box
# How much each box counts: CenterFace's lie better on faces, on turned heads above all (docs/adr/0003).
PLACES = {Voice.YUNET: 1.0, Voice.CENTERFACE: 10.0, Voice.SECOND_LOOK: 10.0}
SAME_LANDMARKS = 0.25  # mean distance of the landmarks, in sides of the smaller box: the same eyes and mouth


@dataclass(frozen=True)
class Merged:
    """``faces`` [n]: the best find of each face; ``score`` [n, passes]: the best that each pass gave it, or 0."""

    faces: Candidates
    score: F64


def merge(passes: Sequence[Pass]) -> Merged:
    """The best find of each face over all ``passes``, best first, its box the mean of those that agree with it."""
    found = finds_of(passes)
    seen_in = np.repeat(np.arange(len(passes)), [len(one.finds) for one in passes])
    order = np.argsort(-found.score, kind="stable")
    vote = np.array([PLACES[one.voice] for one in passes])[seen_in] * found.score**2
    boxes = found.boxes
    kept: list[int] = []
    scores: list[F64] = []
    centre, size = found.centre.copy(), found.size.copy()
    while len(order):
        best = int(order[0])
        iou, _ = overlap(boxes[best], boxes[order])
        mine = (iou >= SAME_IOU) | (_apart(found, best, order) < SAME_LANDMARKS)
        mine[0] = True
        members = order[mine]
        kept.append(best)
        by_pass = np.zeros(len(passes))
        np.maximum.at(by_pass, seen_in[members], found.score[members])
        scores.append(by_pass)
        voters = order[(iou >= VOTE_IOU) & (found.tilt[order] == found.tilt[best])]  # upright in the same view
        weight = vote[voters, None]
        centre[best] = (found.centre[voters] * weight).sum(axis=0) / weight.sum()
        size[best] = (found.size[voters] * weight).sum(axis=0) / weight.sum()
        order = order[~mine]
    placed = Candidates(centre, size, found.tilt, found.landmarks, found.score)
    return Merged(placed.take(np.array(kept, np.intp)), np.array(scores).reshape(-1, len(passes)))


def _apart(found: Candidates, one: int, many: npt.NDArray[np.intp]) -> F64:
    """How far the landmarks of each of ``many`` lie from those of ``one``, in sides of the smaller box."""
    distance = np.linalg.norm(found.landmarks[many] - found.landmarks[one], axis=2).mean(axis=1)
    side = np.sqrt(np.minimum(found.size[many].prod(axis=1), found.size[one].prod()))
    apart: F64 = distance / np.maximum(side, 1e-9)
    return apart
