"""A crop: the part of a photo that goes into the copy, and which faces it leaves out."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consentry_policy.errors import MendableError
from consentry_policy.sentences import say

Box = tuple[float, float, float, float]  # x, y, w, h in upright px

PADDING = 0.20  # of a face's width and height, on each side: as around a cover, hair and chin are a likeness, too
LEAST_SIDE = 64  # px; a smaller picture is a slip of the hand, and nobody could tell what it shows
MOST_TO_LEAVE_OUT = 40  # faces of one proposal; its cost grows with their number's cube


class CropError(MendableError):
    """A crop cannot be taken as it is."""


@dataclass(frozen=True, slots=True)
class Crop:
    """Whole px of the upright photo: ``x``, ``y`` from its left and top, then width and height."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first column beyond it."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The first row beyond it."""
        return self.y + self.height

    @property
    def box(self) -> tuple[int, int, int, int]:
        """As x, y, w, h."""
        return self.x, self.y, self.width, self.height

    @property
    def value(self) -> str:
        """As a decision keeps it: ``x,y,w,h``."""
        return ",".join(map(str, self.box))

    def contains(self, other: Crop) -> bool:
        """Whether all of ``other`` lies in it."""
        across = self.x <= other.x and other.right <= self.right
        return across and self.y <= other.y and other.bottom <= self.bottom

    def leaves_out(self, face: Box) -> bool:
        """Whether not one pixel of a face and its padding is in it. A face that is partly in it remains."""
        left, top, right, bottom = padded(face)
        return right <= self.x or bottom <= self.y or left >= self.right or top >= self.bottom


def padded(face: Box) -> tuple[int, int, int, int]:
    """The px that are a face with its padding: left, top, and the first column and row beyond it."""
    x, y, w, h = face
    across, down = w * PADDING, h * PADDING
    return math.floor(x - across), math.floor(y - down), math.ceil(x + w + across), math.ceil(y + h + down)


def read_crop(untrusted: str | None) -> Crop | None:
    """A crop as a decision keeps it; None for anything else, so that nothing counts as left out by it."""
    parts = (untrusted or "").split(",")
    if len(parts) != 4 or not all(part.isascii() and part.isdigit() and len(part) < 7 for part in parts):
        return None
    x, y, width, height = map(int, parts)
    return Crop(x, y, width, height) if min(width, height) >= LEAST_SIDE else None


def checked_crop(untrusted: Box, width: int, height: int) -> Crop:
    """A crop of a photo of ``width`` x ``height`` upright px; fractions of a px are left out. Raises CropError."""
    if not all(map(math.isfinite, untrusted)):
        raise CropError("A crop is four numbers: x, y, width and height in pixels; say them again.")
    x, y, w, h = untrusted
    left, top, right, bottom = math.ceil(x), math.ceil(y), math.floor(x + w), math.floor(y + h)
    if left < 0 or top < 0 or right > width or bottom > height:
        raise CropError(
            say(
                "The crop reaches beyond the photo, which is {width} x {height} pixels; make it smaller.",
                width=width,
                height=height,
            )
        )
    if min(right - left, bottom - top) < LEAST_SIDE:
        raise CropError(say("A crop has at least {least} pixels on each side; make it larger.", least=LEAST_SIDE))
    if (right - left, bottom - top) == (width, height):
        raise CropError("That is the whole photo; make the crop smaller, or take it off.")
    return Crop(left, top, right - left, bottom - top)


def shows_no_more(now: Crop | None, than: Crop | None) -> bool:
    """Whether a copy cut to ``now`` shows nothing that one cut to ``than`` did not (None: the whole photo)."""
    return than is None or (now is not None and than.contains(now))


def propose(within: Crop, out: Sequence[Box], keep: Sequence[Box]) -> Crop | None:
    """The best crop of the area ``within`` that leaves every face of ``out`` out: most of ``keep`` whole and
    fewest of them cut through, then the largest. None where no crop of LEAST_SIDE does. Raises CropError for
    too many.
    """
    if len(out) > MOST_TO_LEAVE_OUT:
        raise CropError(
            say("A crop is proposed for at most {most} faces; draw this one by hand.", most=MOST_TO_LEAVE_OUT)
        )
    found = list(_free(within, [padded(face) for face in out]))
    return max(found, key=lambda crop: (_kept(crop, keep), crop.width * crop.height), default=None)


def _free(within: Crop, blocks: list[tuple[int, int, int, int]]) -> Iterator[Crop]:
    """Every crop that no wider or higher one without a block in it contains, and some more."""
    lefts = sorted({within.x, *(b[2] for b in blocks if within.x < b[2] < within.right)})
    rights = sorted({within.right, *(b[0] for b in blocks if within.x < b[0] < within.right)})
    for left in lefts:
        for right in (r for r in rights if r - left >= LEAST_SIDE):
            between = sorted((b[1], b[3]) for b in blocks if b[0] < right and b[2] > left)
            top = within.y
            for start, end in [*between, (within.bottom, within.bottom)]:
                bottom = min(start, within.bottom)
                if bottom - top >= LEAST_SIDE:
                    yield Crop(left, top, right - left, bottom - top)
                top = max(top, end)


def _kept(crop: Crop, keep: Sequence[Box]) -> int:
    """How many faces are whole in it, less those it cuts through."""
    whole = sum(_holds(crop, face) for face in keep)
    return whole - sum(not _holds(crop, face) and not crop.leaves_out(face) for face in keep)


def _holds(crop: Crop, face: Box) -> bool:
    x, y, w, h = face
    return crop.x <= x and crop.y <= y and x + w <= crop.right and y + h <= crop.bottom
