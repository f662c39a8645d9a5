"""The standard detector: two networks over a pyramid, turned and finer passes where they are likely to pay."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from consentry_faces import weights
from consentry_faces.face import Face, Rgb
from consentry_faces.finding import centerface, yunet
from consentry_faces.finding.candidates import Candidates
from consentry_faces.finding.effort import (
    FINER_PX,
    MAX_SCALE,
    TURN_PX,
    WHOLE_PX,
    WIDE_TURN_PX,
    leanings,
    small,
    unclear,
)
from consentry_faces.finding.ids import PYRAMID
from consentry_faces.finding.image import check_image
from consentry_faces.finding.judge import doubtful, judged, without_doubles
from consentry_faces.finding.measure import faces_of
from consentry_faces.finding.merge import merge
from consentry_faces.finding.net import Net
from consentry_faces.finding.passes import Pass, Voice, look
from consentry_faces.finding.second_look import second_look
from consentry_faces.finding.settle import KEEP_SCORE
from consentry_faces.finding.views import Photo, View
from consentry_faces.finding.voices import Voices

MIN_SCORE = {Voice.YUNET: 0.15, Voice.CENTERFACE: centerface.MIN_SCORE}
MIN_TURNED_SCORE = 0.25  # a turned pass adds what an upright one cannot see, not more doubt
MIN_ODD_SCORE = 0.5  # the same where others stand upright for sure
TURNS = (45.0, 90.0, 135.0, 180.0, 225.0, 270.0, 315.0)


class PyramidFinder:
    """Finds faces of any size and roll. Raises WeightsError at creation where a model is missing or altered."""

    id = PYRAMID

    def __init__(self, models: Path | None = None) -> None:
        self._nets: dict[Voice, Net] = {
            Voice.YUNET: yunet.YuNet(weights.load(yunet.WEIGHTS, models).bytes),
            Voice.CENTERFACE: centerface.CenterFace(weights.load(centerface.WEIGHTS, models).bytes),
        }

    def find(self, rgb: Rgb) -> list[Face]:
        """All faces of uint8[h, w, 3], best first. Raises UnusableImage."""
        photo = Photo(check_image(rgb))
        passes = self._passes(photo)
        passes += second_look(self._nets[Voice.CENTERFACE], photo, self._doubtful(photo, passes))
        merged = merge(passes)
        faces = merged.faces
        score = without_doubles(judged(Voices.of(passes, merged), faces.size[:, 1]), faces.boxes)
        order = np.argsort(-score, kind="stable")
        kept = order[score[order] >= KEEP_SCORE]
        return faces_of(rgb, Candidates(faces.centre, faces.size, faces.tilt, faces.landmarks, score).take(kept))

    def _passes(self, photo: Photo) -> list[Pass]:
        passes = self._both(photo, 0.0)
        if unclear(passes):  # nothing stands upright for sure: look closer before saying that nobody is there
            for px in (TURN_PX, WIDE_TURN_PX):
                for voice in self._nets:
                    passes += [self._whole(voice, photo, px, angle, MIN_TURNED_SCORE) for angle in TURNS]
        else:
            passes += [self._whole(Voice.YUNET, photo, TURN_PX, angle, MIN_ODD_SCORE) for angle in TURNS]
        lean = leanings(passes)
        for angle in lean:
            if angle:
                passes += self._both(photo, angle)
        for angle in lean or [0.0]:
            passes += self._finer(photo, angle, passes)
        return passes

    def _both(self, photo: Photo, angle: float) -> list[Pass]:
        return [self._whole(v, photo, px, angle, MIN_SCORE[v]) for v in WHOLE_PX for px in WHOLE_PX[v]]

    def _whole(self, voice: Voice, photo: Photo, px: int, angle: float, min_score: float) -> Pass:
        view = View.of(photo.width, photo.height, min(MAX_SCALE, px / photo.longest), angle)
        return look(voice, self._nets[voice], photo, view, view.whole(), min_score)

    def _finer(self, photo: Photo, angle: float, passes: list[Pass]) -> list[Pass]:
        """Finer and finer passes over that part of the photo where the last one saw small faces."""
        voice = Voice.YUNET
        minimum = MIN_TURNED_SCORE if angle else MIN_SCORE[voice]
        finer: list[Pass] = []
        last = min(MAX_SCALE, WHOLE_PX[voice][-1] / photo.longest)
        for px in FINER_PX:
            scale = min(MAX_SCALE, px / photo.longest)
            points = small(passes + finer, last, px)
            if scale < last * 1.2 or not len(points):
                break
            view = View.of(photo.width, photo.height, scale, angle)
            finer.append(look(voice, self._nets[voice], photo, view, view.windows(points), minimum))
            last = scale
        return finer

    def _doubtful(self, photo: Photo, passes: list[Pass]) -> Candidates:
        """What CenterFace has seen too small to be sure, or not at all."""
        merged = merge(passes)
        finest = min(MAX_SCALE, WHOLE_PX[Voice.CENTERFACE][-1] / photo.longest)
        return merged.faces.take(doubtful(Voices.of(passes, merged), merged.faces.size[:, 1], finest))
