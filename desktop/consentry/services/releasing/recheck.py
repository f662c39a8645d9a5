"""The finished copy is looked at once more: what was hidden must not be found in it, and nobody new may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from consentry.services.analysis import AnalysedFace, Analysis, Box, centre_in, still_found
from consentry.services.judging import Judgement
from consentry.services.photo_jobs import Picture
from consentry_faces.face import overlap
from consentry_policy.crops import Crop
from consentry_policy.sentences import Sentence, say
from consentry_vault import FaceRow

COVERED = Sentence("A covered face can still be found in the copy; leave this photo out, or crop it.")
LEFT_OUT = Sentence("A face that the crop leaves out can still be found in the copy; crop the photo closer.")
NEW = Sentence(
    "In the copy a face was found that the photo's check had missed; draw it in the photo and answer for it."
)
MOVED = Sentence("The faces that remain are not where they should be in the copy; crop the photo anew.")

_SAME_PLACE = 0.4  # overlap (intersection over union) from which two boxes are one face


@dataclass(frozen=True, slots=True)
class Hidden:
    """What a copy must not show, and what it must: faces of one photo, boxes in upright px of the whole photo."""

    covered: tuple[FaceRow, ...]
    left_out: tuple[FaceRow, ...]
    remaining: tuple[FaceRow, ...]  # every other face, also one that is partly in the copy
    answered: frozenset[str]  # faces of which a reviewer has said anything
    crop: Crop | None

    @classmethod
    def of(cls, judged: Judgement) -> Hidden:
        """By the covers and the crop that a judgement counted on."""
        crop, decided = judged.decisions.crop, judged.decisions
        left_out = [f for f in judged.faces if crop is not None and crop.leaves_out(f.box)]
        here = [f for f in judged.faces if f not in left_out]
        return cls(
            covered=tuple(f for f in here if decided.of(f.id).covered),
            left_out=tuple(left_out),
            remaining=tuple(f for f in here if not decided.of(f.id).covered),
            answered=frozenset(f.id for f in here if decided.of(f.id).answer is not None),
            crop=crop,
        )

    @property
    def boxes(self) -> tuple[Box, ...]:
        """Where covers go."""
        return tuple(face.box for face in self.covered)


def wrong_size(hidden: Hidden, picture: Picture) -> Sentence | None:
    """What is wrong with a copy before anybody looks at it; None where nothing is."""
    crop = hidden.crop
    return MOVED if crop is not None and (picture.width, picture.height) != (crop.width, crop.height) else None


def wrong_in(hidden: Hidden, frames: int, copy: Analysis) -> Sentence | None:
    """What is wrong with a finished copy in one sentence, from its analysis; None where nothing is.

    ``frames`` of the photo: the copy holds the first, so faces of the others are not looked for.
    """
    if still_found([_in_copy(box, hidden.crop) for box in hidden.boxes], copy):
        return COVERED
    if hidden.crop is None:
        return None
    if any(_is_left_out(_in_photo(face, hidden.crop), hidden) for face in copy.faces):
        return LEFT_OUT
    # Finds that need no settling are reported down to almost nothing; the photo's own check let those go, too.
    found = [_in_photo(face, hidden.crop) for face in copy.faces if face.must_settle]
    known = [f for f in hidden.remaining if f.must_settle or f.drawn or f.id in hidden.answered]
    strangers = [box for box in found if not _is_one_of(box, [*known, *hidden.covered])]
    if any(overlap(box, face.box) > 0 for box in strangers for face in hidden.left_out):
        return LEFT_OUT
    if strangers:
        barely = [f for f in hidden.remaining if f not in known and any(_is_one_of(box, [f]) for box in strangers)]
        return faint(barely) if barely else NEW
    sure = [f for f in hidden.remaining if f.must_settle and not f.drawn and _whole_in(f.box, hidden.crop)]
    if sure and frames == 1 and not any(_is_one_of(box, sure) for box in found):
        return MOVED
    return None


def faint(faces: Sequence[FaceRow]) -> Sentence:
    """Why a copy waits in which faces are found that are barely one."""
    return say(
        "Clear in the copy, but nobody has answered for it: face {numbers}; say who it is, or that it is no face.",
        numbers=", ".join(str(face.ordinal + 1) for face in faces),
    )


def _is_left_out(box: Box, hidden: Hidden) -> bool:
    """Whether a find is where a face was that the crop leaves out, and nowhere else. However faint it is: no find
    can be there in a copy that was cut as it should be, for most of it would lie outside the picture.
    """
    here = max((overlap(box, face.box) for face in (*hidden.remaining, *hidden.covered)), default=0.0)
    return any(overlap(box, face.box) >= max(_SAME_PLACE, here) for face in hidden.left_out)


def _is_one_of(box: Box, faces: Sequence[FaceRow]) -> bool:
    return any(overlap(box, face.box) >= _SAME_PLACE or centre_in(box, face.box) for face in faces)


def _whole_in(face: Box, crop: Crop) -> bool:
    x, y, w, h = face
    return crop.x <= x and crop.y <= y and x + w <= crop.right and y + h <= crop.bottom


def _in_copy(box: Box, crop: Crop | None) -> Box:
    return box if crop is None else (box[0] - crop.x, box[1] - crop.y, box[2], box[3])


def _in_photo(face: AnalysedFace, crop: Crop) -> Box:
    x, y, w, h = face.box
    return x + crop.x, y + crop.y, w, h
