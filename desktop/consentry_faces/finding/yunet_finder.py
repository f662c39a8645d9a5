"""The standard detector: YuNet over a pyramid, with turned passes and finer ones where they are likely to pay."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from consentry_faces import weights
from consentry_faces.face import Face, Rgb
from consentry_faces.finding.candidates import Candidates
from consentry_faces.finding.effort import LEVELS_PX, MAX_SCALE, TURN_PX, WIDE_TURN_PX, leanings, small, unclear
from consentry_faces.finding.image import check_image
from consentry_faces.finding.judge import judged, without_nested
from consentry_faces.finding.measure import faces_of
from consentry_faces.finding.merge import Merged, merge
from consentry_faces.finding.second_look import second_look
from consentry_faces.finding.settle import KEEP_SCORE
from consentry_faces.finding.views import Photo, View, look, look_in_windows
from consentry_faces.finding.yunet import WEIGHTS, YuNet

MIN_SCORE = 0.15
MIN_TURNED_SCORE = 0.25  # a turned pass adds what an upright one cannot see, not more doubt
MIN_ODD_SCORE = 0.5  # the same where others stand upright for sure
TURNS = (45.0, 90.0, 135.0, 180.0, 225.0, 270.0, 315.0)
SECOND_LOOKS = 40  # at most, a photo
SECOND_LOOK_MOST = (
    0.5  # it saw where to look: it may agree, but counts less than a pass that found the face itself
)


class YuNetFinder:
    """Finds faces of any size and roll. Raises WeightsError at creation where its model is missing or altered."""

    id = f"{WEIGHTS}/pyramid-2"

    def __init__(self, models: Path | None = None) -> None:
        self._net = YuNet(weights.load(WEIGHTS, models).bytes)

    def find(self, rgb: Rgb) -> list[Face]:
        """All faces of uint8[h, w, 3], best first. Raises UnusableImage."""
        photo = Photo(check_image(rgb))
        merged = merge(self._views(photo))
        second = self._second(photo, merged)
        best = merged.best
        score = without_nested(judged(best.score, second, best.size[:, 1]), best.boxes)
        order = np.argsort(-score, kind="stable")
        kept = order[score[order] >= KEEP_SCORE]
        return faces_of(rgb, Candidates(best.centre, best.size, best.tilt, best.landmarks, score).take(kept))

    def _views(self, photo: Photo) -> list[Candidates]:
        views = [self._whole(photo, px, 0.0) for px in (TURN_PX, *LEVELS_PX[:2])]
        if unclear(views):  # nothing stands upright for sure: look closer before saying that nobody is there
            views += [self._whole(photo, px, angle) for px in (TURN_PX, WIDE_TURN_PX) for angle in TURNS]
        else:
            views += [self._whole(photo, TURN_PX, angle, MIN_ODD_SCORE) for angle in TURNS]
        lean = leanings(views)
        for angle in lean:
            if angle:
                views += [self._whole(photo, px, angle) for px in LEVELS_PX[:2]]
        for angle in lean or [0.0]:
            views += self._finer(photo, angle, views)
        return views

    def _whole(self, photo: Photo, px: int, angle: float, min_score: float | None = None) -> Candidates:
        view = View.of(photo.width, photo.height, min(MAX_SCALE, px / photo.longest), angle)
        usual = MIN_TURNED_SCORE if angle else MIN_SCORE
        return look(self._net, photo, view, usual if min_score is None else min_score)

    def _finer(self, photo: Photo, angle: float, views: list[Candidates]) -> list[Candidates]:
        """Finer and finer passes over that part of the photo where the last one saw small faces."""
        finer: list[Candidates] = []
        last = min(MAX_SCALE, LEVELS_PX[1] / photo.longest)
        for px in LEVELS_PX[2:]:
            scale = min(MAX_SCALE, px / photo.longest)
            points = small(views + finer, last, px)
            if scale < last * 1.2 or not len(points):
                break
            view = View.of(photo.width, photo.height, scale, angle)
            minimum = MIN_TURNED_SCORE if angle else MIN_SCORE
            finer.append(look_in_windows(self._net, photo, view, points, minimum))
            last = scale
        return finer

    def _second(self, photo: Photo, merged: Merged) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        """The second opinion on each face: another view's, or where none has it, a second look's."""
        second = merged.second.copy()
        alone = np.flatnonzero((second < MIN_TURNED_SCORE) & (merged.best.score >= MIN_TURNED_SCORE))[
            :SECOND_LOOKS
        ]
        looked = np.minimum(second_look(self._net, photo, merged.best.take(alone)), SECOND_LOOK_MOST)
        second[alone] = np.maximum(second[alone], looked)
        return second
