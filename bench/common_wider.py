"""Truth of the WIDER photos, and which finds agree with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

F64 = npt.NDArray[np.float64]
MIN_PX = 16  # faces up to this height neither count as missed nor a find on them as false
SAME_IOU = 0.5


@dataclass(frozen=True)
class Photo:
    """One photo's truth: ``boxes`` [n, 4] x, y, w, h; ``clear`` [n], whether the face counts."""

    path: Path
    boxes: F64
    clear: npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Agreement:
    """``found`` [clear faces]: their score, NaN if missed; ``beyond``: scores of finds outside the truth."""

    heights: F64
    found: F64
    beyond: F64


def photos(folder: Path) -> list[Photo]:
    """All photos of ``folder`` (boxes.txt: path, count, rows x y w h blur expression illumination invalid ...)."""
    lines = [line.split() for line in (folder / "boxes.txt").read_text(encoding="utf-8").splitlines()]
    result, at = [], 0
    while at < len(lines) and lines[at]:
        name, count = " ".join(lines[at]), int(lines[at + 1][0])
        rows = np.array(lines[at + 2 : at + 2 + max(1, count)], np.float64)[:count].reshape(-1, 10)
        heavy_blur, invalid, heavy_occlusion = rows[:, 4] == 2, rows[:, 7] == 1, rows[:, 8] == 2
        clear = ~heavy_blur & ~invalid & ~heavy_occlusion & (rows[:, 3] > MIN_PX)
        result.append(Photo(folder / "images" / name, rows[:, :4], clear))
        at += 2 + max(1, count)
    return result


def overlaps(one: F64, many: F64) -> tuple[F64, F64]:
    """IoU of box [4] with each of [n, 4], and the share of ``one`` that lies inside each."""
    low = np.maximum(one[:2], many[:, :2])
    high = np.minimum(one[:2] + one[2:], many[:, :2] + many[:, 2:])
    shared = np.prod(np.clip(high - low, 0, None), axis=1)
    area = one[2] * one[3]
    return shared / np.maximum(area + many[:, 2] * many[:, 3] - shared, 1e-9), shared / max(area, 1e-9)


def agree(finds: F64, scores: F64, boxes: F64, clear: npt.NDArray[np.bool_]) -> Agreement:
    """Pair finds [m, 4] with truth one to one, best score first, at IoU >= 0.5.

    A find on a face that does not count is dropped; so is one that lies mostly inside such a face (they are often
    boxed loosely). A second find of one face is beyond the truth.
    """
    found = np.full(len(boxes), np.nan)
    beyond = []
    for i in np.argsort(-scores, kind="stable"):
        if not len(boxes):
            beyond.append(scores[i])
            continue
        iou, inside = overlaps(finds[i], boxes)
        open_iou = np.where(np.isnan(found), iou, -1.0)
        best = int(open_iou.argmax())
        if open_iou[best] >= SAME_IOU:
            found[best] = scores[i]
        elif not (((iou >= SAME_IOU) | (inside >= SAME_IOU)) & ~clear).any():
            beyond.append(scores[i])
    return Agreement(boxes[clear, 3], found[clear], np.array(beyond))


def turned_boxes(boxes: F64, affine: F64) -> F64:
    """Boxes [n, 4] under ``affine`` [2, 3] (a turn and a scale).

    Each is the box around a face that fills its own box like an ellipse.
    """
    centre = (boxes[:, :2] + boxes[:, 2:] / 2) @ affine[:, :2].T + affine[:, 2]
    half = np.sqrt((boxes[:, 2:] / 2) ** 2 @ (affine[:, :2] ** 2).T)
    return np.hstack([centre - half, 2 * half])


def turned_corners(boxes: F64, affine: F64) -> F64:
    """The same, but around the box's four corners: larger, by up to 2 in area at 45 degrees."""
    centre = (boxes[:, :2] + boxes[:, 2:] / 2) @ affine[:, :2].T + affine[:, 2]
    half = (boxes[:, 2:] / 2) @ np.abs(affine[:, :2]).T
    return np.hstack([centre - half, 2 * half])
