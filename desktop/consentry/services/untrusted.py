"""Reading what the worker child says: every field has a type, a range and a size, or the whole reply is
refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

_JPEG_START = b"\xff\xd8\xff"


class BadReplyError(Exception):
    """The child said something that no honest child says; it is ended and its photo held."""


def whole(untrusted: Mapping[str, object], key: str, low: int, high: int) -> int:
    """An integer within ``low`` and ``high``, both counting."""
    value = untrusted.get(key)
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise BadReplyError(key)
    return value


def real(untrusted: object, low: float, high: float) -> float:
    """A finite number within ``low`` and ``high``, both counting."""
    if isinstance(untrusted, bool) or not isinstance(untrusted, int | float):
        raise BadReplyError("number")
    if not low <= untrusted <= high:  # false for NaN and infinity, and safe for integers of any length
        raise BadReplyError("number")
    return float(untrusted)


def text(untrusted: Mapping[str, object], key: str, length: int) -> str:
    """Printable text of at most ``length`` characters."""
    value = untrusted.get(key)
    if not isinstance(value, str) or len(value) > length or not (value == "" or value.isprintable()):
        raise BadReplyError(key)
    return value


def sentence(untrusted: Mapping[str, object], key: str) -> str | None:
    """A sentence for people, or None."""
    return None if untrusted.get(key) is None else text(untrusted, key, 400)


def flag(untrusted: Mapping[str, object], key: str) -> bool:
    """True or False and nothing that only looks like it."""
    value = untrusted.get(key)
    if not isinstance(value, bool):
        raise BadReplyError(key)
    return value


def numbers(untrusted: object, count: int, low: float, high: float) -> tuple[float, ...]:
    """Exactly ``count`` finite numbers."""
    if not isinstance(untrusted, list) or len(untrusted) != count:
        raise BadReplyError("numbers")
    return tuple(real(v, low, high) for v in untrusted)


def hexadecimal(untrusted: Mapping[str, object], key: str, digits: int) -> str:
    """Exactly ``digits`` lower-case hexadecimal digits."""
    value = text(untrusted, key, digits)
    if len(value) != digits or set(value) - set("0123456789abcdef"):
        raise BadReplyError(key)
    return value


def local_time(untrusted: Mapping[str, object], key: str) -> datetime | None:
    """A local clock's time without a zone, or None."""
    value = untrusted.get(key)
    if value is None:
        return None
    try:
        told = datetime.fromisoformat(text(untrusted, key, 32))
    except ValueError as error:
        raise BadReplyError(key) from error
    if told.tzinfo is not None:
        raise BadReplyError(key)
    return told


def jpeg(untrusted: bytes, most: int) -> bytes:
    """Bytes that begin as a JPEG does and are no longer than ``most``."""
    if not untrusted.startswith(_JPEG_START) or len(untrusted) > most:
        raise BadReplyError("picture")
    return untrusted
