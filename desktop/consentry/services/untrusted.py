"""Reading what the worker child says: every field has a type, a range and a size, or the whole reply is
refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from consentry_policy.sentences import Sentence

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


def told(untrusted: Mapping[str, object], key: str) -> Sentence | None:
    """A sentence with its values, or None. Nothing in it is run: places that have no value stay as they are."""
    parts = untrusted.get(key)
    if parts is None:
        return None
    if not isinstance(parts, dict):
        raise BadReplyError(key)
    values, fixed = parts.get("values"), parts.get("fixed")
    if not isinstance(values, list) or not isinstance(fixed, list) or len(values) > 8:
        raise BadReplyError(key)
    if not all(isinstance(pair, list) and len(pair) == 2 for pair in values):
        raise BadReplyError(key)
    named = {text({key: name}, key, 40): text({key: value}, key, 400) for name, value in values}
    ours = tuple(name for name in named if name in fixed)
    return Sentence(text(parts, "template", 400), tuple(named.items()), ours)


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
