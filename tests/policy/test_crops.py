"""A crop leaves a face out whole or not at all, and the one that is proposed is the best there is."""

from __future__ import annotations

import math
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consentry_intake.images.copies import COVER_PADDING
from consentry_policy.crops import (
    LEAST_SIDE,
    PADDING,
    Crop,
    CropError,
    checked_crop,
    propose,
    read_crop,
    shows_no_more,
)

WHOLE = Crop(0, 0, 800, 600)
sides = st.integers(LEAST_SIDE, 400)
crops = st.builds(Crop, st.integers(0, 400), st.integers(0, 200), sides, sides)
faces = st.tuples(st.floats(-50, 800), st.floats(-50, 600), st.floats(4, 200), st.floats(4, 200))


@given(crops, faces)
def test_a_face_is_left_out_only_with_all_of_its_padding(crop: Crop, face: tuple[float, ...]) -> None:
    x, y, w, h = face
    columns = range(math.floor(x - 0.2 * w), math.ceil(x + 1.2 * w))
    rows = range(math.floor(y - 0.2 * h), math.ceil(y + 1.2 * h))
    shown = any(crop.x <= c < crop.right for c in columns) and any(crop.y <= r < crop.bottom for r in rows)
    assert crop.leaves_out((x, y, w, h)) is not shown


def test_a_crop_leaves_out_what_a_cover_would_cover() -> None:
    assert PADDING == COVER_PADDING


def test_the_hair_of_a_face_in_the_crop_is_the_face_in_the_crop() -> None:
    crop = Crop(0, 0, 400, 600)
    assert crop.leaves_out((420.0, 100.0, 100.0, 100.0))
    assert not crop.leaves_out((419.0, 100.0, 100.0, 100.0))


@given(crops)
def test_a_crop_is_kept_and_read_as_it_was(crop: Crop) -> None:
    assert read_crop(crop.value) == crop
    assert checked_crop(crop.box, 800, 600) == crop


def test_a_crop_is_whole_pixels_inside_what_was_drawn() -> None:
    assert checked_crop((10.4, 20.6, 100.0, 100.0), 800, 600) == Crop(11, 21, 99, 99)


@pytest.mark.parametrize(
    ("box", "told"),
    [
        ((-1, 0, 200, 200), "reaches beyond the photo, which is 800 x 600"),
        ((700, 0, 101, 200), "reaches beyond"),
        ((0, 500, 200, 101), "reaches beyond"),
        ((0, -0.5, 200, 200), None),
        ((0, 0, 63, 200), "at least 64 pixels"),
        ((0, 0, 200, -5), "at least 64 pixels"),
        ((0, 0, math.nan, 200), "four numbers"),
        ((0, 0, math.inf, 200), "four numbers"),
        ((0, 0, 800, 600), "the whole photo"),
    ],
)
def test_a_crop_that_cannot_be_is_refused_with_what_to_do(box: tuple[float, ...], told: str | None) -> None:
    x, y, w, h = box
    if told is None:
        assert checked_crop((x, y, w, h), 800, 600) == Crop(0, 0, 200, 199)
        return
    with pytest.raises(CropError, match=told):
        checked_crop((x, y, w, h), 800, 600)


@given(crops, crops)
def test_one_crop_shows_no_more_than_another_only_where_every_pixel_is_in_it(now: Crop, than: Crop) -> None:
    corners = product((now.x, now.right - 1), (now.y, now.bottom - 1))
    inside = all(than.x <= x < than.right and than.y <= y < than.bottom for x, y in corners)
    assert shows_no_more(now, than) is inside
    assert shows_no_more(now, None)
    assert not shows_no_more(None, than)
    assert shows_no_more(None, None)


def test_the_largest_side_is_proposed_beside_one_face() -> None:
    assert propose(WHOLE, [(600.0, 200.0, 100.0, 100.0)], []) == Crop(0, 0, 580, 600)
    assert propose(WHOLE, [(350.0, 450.0, 100.0, 100.0)], []) == Crop(0, 0, 800, 430)


def test_keeping_the_others_whole_goes_before_size() -> None:
    refused = (500.0, 200.0, 100.0, 100.0)
    friends = [(650.0, 100.0, 60.0, 60.0), (700.0, 300.0, 60.0, 60.0)]
    assert propose(WHOLE, [refused], friends) == Crop(620, 0, 180, 600)
    through = (440.0, 300.0, 60.0, 60.0)  # a crop beside the refused face would cut through this one
    assert propose(WHOLE, [refused], [through]) == Crop(0, 0, 800, 180)


def test_nothing_is_proposed_where_nothing_would_be_left() -> None:
    assert propose(WHOLE, [(50.0, 50.0, 700.0, 500.0)], []) is None


def test_too_many_faces_are_cropped_by_hand() -> None:
    with pytest.raises(CropError, match="by hand"):
        propose(WHOLE, [(1.0, 1.0, 2.0, 2.0)] * 41, [])


@given(st.lists(faces, min_size=1, max_size=6), st.lists(faces, max_size=4))
@settings(deadline=None)
def test_a_proposal_leaves_every_chosen_face_out_and_cannot_be_made_larger(
    out: list[tuple[float, float, float, float]], keep: list[tuple[float, float, float, float]]
) -> None:
    within = Crop(40, 30, 700, 500)
    found = propose(within, out, keep)
    if found is None:
        return
    assert within.contains(found)
    assert min(found.width, found.height) >= LEAST_SIDE
    assert all(found.leaves_out(face) for face in out)
    if keep:
        return
    x, y, w, h = found.box
    for larger in (Crop(x - 1, y, w + 1, h), Crop(x, y - 1, w, h + 1), Crop(x, y, w + 1, h), Crop(x, y, w, h + 1)):
        assert not within.contains(larger) or not all(larger.leaves_out(face) for face in out)
