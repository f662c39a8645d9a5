"""How the program and its worker child talk: one JSON header and binary parts, each with its length before it.

Never pickle: the child decodes hostile files, so whatever it says is data to be checked, not objects to be built.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import BinaryIO

from consentry_intake import limits

_MAGIC = b"CW1\n"


class WireError(Exception):
    """The other side does not keep to the format."""


def write_message(stream: BinaryIO, header: dict[str, object], blobs: Sequence[bytes] = ()) -> None:
    """Send one message. Raises OSError where the other side is gone."""
    text = json.dumps({**header, "blobs": [len(b) for b in blobs]}, allow_nan=False).encode()
    stream.write(_MAGIC + len(text).to_bytes(4, "big") + text)
    for blob in blobs:
        stream.write(blob)
    stream.flush()


def read_message(stream: BinaryIO) -> tuple[dict[str, object], list[bytes]]:
    """Receive one message; its lengths are within the limits, its content is untrusted.

    Raises EOFError where the other side is gone, WireError where it does not keep to the format.
    """
    start = _exactly(stream, 8)
    if start[:4] != _MAGIC:
        raise WireError("no message begins here")
    length = int.from_bytes(start[4:], "big")
    if length > limits.WIRE_HEADER_BYTES:
        raise WireError("the header is too long")
    try:
        untrusted = json.loads(_exactly(stream, length))
    except (ValueError, RecursionError) as error:
        raise WireError("the header is no JSON") from error
    if not isinstance(untrusted, dict):
        raise WireError("the header is no object")
    return untrusted, [_exactly(stream, n) for n in _sizes(untrusted.pop("blobs", None))]


def _sizes(untrusted: object) -> list[int]:
    if not isinstance(untrusted, list) or len(untrusted) > limits.WIRE_BLOBS:
        raise WireError("the list of parts is wrong")
    sizes = [n for n in untrusted if isinstance(n, int) and not isinstance(n, bool) and n >= 0]
    if len(sizes) != len(untrusted) or sum(sizes) > limits.WIRE_BLOB_BYTES:
        raise WireError("the parts are too long")
    return sizes


def _exactly(stream: BinaryIO, count: int) -> bytes:
    pieces: list[bytes] = []
    while count:
        piece = stream.read(count)
        if not piece:
            raise EOFError
        pieces.append(piece)
        count -= len(piece)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)
