"""What a child says is data from outside: one field out of place and the whole reply is refused."""

from __future__ import annotations

import contextlib
import io
import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentry.services.analysis import Engine, read_analysis
from consentry.services.sheet_job import read_prepared
from consentry.services.untrusted import BadReplyError
from consentry_intake import limits
from consentry_intake.sheets import Interpretation, Recipe, to_json
from consentry_intake.sheets.prepare import Prepared
from consentry_intake.wire import WireError, read_message, write_message

BY = Engine("standard", "yunet", "sface", "0" * 64, 4)
PICTURE = b"\xff\xd8\xff\xe0 a picture"
TEMPLATE = b"\0" * 16


def reply(**other: object) -> dict[str, object]:
    said: dict[str, object] = {
        "error": None,
        "format": "JPEG",
        "width": 640,
        "height": 480,
        "declared": 1,
        "checked": 1,
        "trailing": 0,
        "taken_at": "2026-05-14T19:30:05",
        "offset": "+02:00",
        "fingerprint": "0" * 64,
        "faces": [face()],
        "templates": True,
    }
    return said | other


def face(**other: object) -> dict[str, object]:
    said: dict[str, object] = {
        "frame": 0,
        "box": [10.0, 10.0, 50.0, 60.0],
        "landmarks": [[1.0, 2.0]] * 5,
        "score": 0.9,
        "roll": -3.0,
        "height": 60.0,
        "sharpness": 30.0,
        "must_settle": True,
    }
    return said | other


def test_an_honest_reply_is_read() -> None:
    analysis = read_analysis(reply(), [PICTURE, PICTURE, TEMPLATE], "ab", BY)
    assert analysis.error is None
    assert analysis.faces[0].template == TEMPLATE
    assert str(analysis.taken_at) == "2026-05-14 19:30:05"


@pytest.mark.parametrize(
    "lie",
    [
        {"width": 0},
        {"width": 10**9},
        {"width": True},
        {"height": "480"},
        {"format": "EXE"},
        {"declared": 2},
        {"checked": 0},
        {"checked": 2},
        {"error": "x" * 1000},
        {"error": "two\nlines"},
        {"error": "It failed.", "faces": [face()]},
        {"taken_at": "yesterday"},
        {"taken_at": "2026-05-14T19:30:05+00:00"},
        {"fingerprint": "zz" * 32},
        {"faces": {}},
        {"faces": [face()] * 2},
        {"faces": ["face"]},
        {"templates": 1},
        {"trailing": -1},
    ],
)
def test_a_lie_about_the_photo_is_refused(lie: dict[str, object]) -> None:
    with pytest.raises(BadReplyError):
        read_analysis(reply(**lie), [PICTURE, PICTURE, TEMPLATE], "ab", BY)


@pytest.mark.parametrize(
    "lie",
    [
        {"box": [0, 0, 0, 10]},
        {"box": [0, 0, math.nan, 10]},
        {"box": [0, 0, 10**12, 10]},
        {"box": [0, 0, 10**400, 10]},
        {"box": [0, 0, 10]},
        {"landmarks": [[1.0, 2.0]] * 4},
        {"landmarks": [[1.0]] * 5},
        {"score": 1.5},
        {"score": None},
        {"roll": math.inf},
        {"frame": -1},
        {"must_settle": "yes"},
    ],
)
def test_a_lie_about_a_face_is_refused(lie: dict[str, object]) -> None:
    with pytest.raises(BadReplyError):
        read_analysis(reply(faces=[face(**lie)]), [PICTURE, PICTURE, TEMPLATE], "ab", BY)


@pytest.mark.parametrize(
    "blobs",
    [
        [],
        [PICTURE],
        [PICTURE, PICTURE],
        [PICTURE, PICTURE, TEMPLATE, TEMPLATE],
        [b"", PICTURE, TEMPLATE],
        [PICTURE, b"<html>", TEMPLATE],
        [PICTURE, PICTURE, TEMPLATE[:-1]],
        [PICTURE, PICTURE, b"\0\0\xc0\x7f" * 4],
        [PICTURE, PICTURE + b"x" * 10**6, TEMPLATE],
    ],
)
def test_parts_that_do_not_fit_are_refused(blobs: list[bytes]) -> None:
    with pytest.raises(BadReplyError):
        read_analysis(reply(), blobs, "ab", BY)


json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@given(st.sampled_from(sorted(reply())), json_values)
def test_no_value_of_any_field_raises_anything_else(field: str, value: object) -> None:
    with contextlib.suppress(BadReplyError):
        read_analysis(reply(**{field: value}), [PICTURE, PICTURE, TEMPLATE], "ab", BY)


@given(json_values)
def test_no_sheet_of_lies_raises_anything_else(value: object) -> None:
    sound = json.loads(to_json(Prepared(Recipe((), ()), Interpretation("ab", []))))
    read_prepared(json.dumps(sound).encode(), "ab")
    for lie in (value, [value, *sound[1:]], [sound[0], value, *sound[2:]], [*sound[:3], value]):
        with contextlib.suppress(BadReplyError):
            read_prepared(json.dumps(lie).encode(), "ab")
    with pytest.raises(BadReplyError):
        read_prepared(json.dumps(sound).encode(), "the hash of another file")


# --- the wire --------------------------------------------------------------------------------------------------


@given(
    st.dictionaries(st.text(max_size=8), st.integers() | st.text(max_size=8), max_size=5), st.lists(st.binary())
)
def test_a_message_arrives_as_it_was_sent(header: dict[str, object], blobs: list[bytes]) -> None:
    header.pop("blobs", None)
    stream = io.BytesIO()
    write_message(stream, header, blobs)
    assert read_message(io.BytesIO(stream.getvalue())) == (header, blobs)


def framed(header: bytes) -> bytes:
    return b"CW1\n" + len(header).to_bytes(4, "big") + header


@pytest.mark.parametrize(
    "said",
    [
        b"a stray print of a library\n",
        framed(b"not json"),
        framed(b"[1, 2]"),
        framed(b"[" * 100_000),
        framed(b"{}"),
        framed(json.dumps({"blobs": [-1]}).encode()),
        framed(json.dumps({"blobs": [True]}).encode()),
        framed(json.dumps({"blobs": [limits.WIRE_BLOB_BYTES + 1]}).encode()),
        framed(json.dumps({"blobs": [1] * (limits.WIRE_BLOBS + 1)}).encode()),
        b"CW1\n\xff\xff\xff\xff",
    ],
)
def test_what_is_no_message_is_refused_before_it_is_taken_in(said: bytes) -> None:
    with pytest.raises(WireError):
        read_message(io.BytesIO(said))


def test_a_message_cut_short_is_the_end() -> None:
    with pytest.raises(EOFError):
        read_message(io.BytesIO(framed(json.dumps({"blobs": [10]}).encode()) + b"123"))
