"""Carries what the sheets yield across the worker's pipe: dataclasses as JSON lists, checked when read back."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from consentry_intake.sheets.errors import SheetError
from consentry_intake.sheets.steady import steady

_T = TypeVar("_T")
_Turn = Callable[[Any], Any]

_BAD = "The reader of the sheet answered with something that cannot be right; import the file again."


@steady
def to_json(value: object) -> str:
    """Any dataclass of this package as JSON: fields in their order, as lists."""
    kind: Any = type(value)
    return json.dumps(_encoder(kind)(value), ensure_ascii=False, separators=(",", ":"))


@steady
def from_json(kind: type[_T], untrusted_json: str | bytes) -> _T:
    """The dataclass back. Raises SheetError where a field is missing or of another type."""
    try:
        wanted: Any = kind
        found: _T = _decoder(wanted)(json.loads(untrusted_json))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise SheetError(_BAD) from error
    return found


@cache
def _hints(kind: Any) -> list[tuple[str, Any]]:
    hints = typing.get_type_hints(kind)
    return [(field.name, hints[field.name]) for field in dataclasses.fields(kind)]


@cache
def _encoder(kind: Any) -> _Turn:
    turn = _encode_of(kind)
    return turn if turn is not None else lambda value: value


def _encode_of(kind: Any) -> _Turn | None:
    """The function that turns a value of this type, or None where it goes as it is."""
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _encode_dataclass(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda value: value.value
    if kind is date or kind is datetime:
        return lambda value: value.isoformat()
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in {types.UnionType, typing.Union}:
        inner = [
            turn for argument in arguments if argument is not types.NoneType and (turn := _encode_of(argument))
        ]
        return _optional(inner[0]) if inner else None
    if origin in {list, tuple}:
        turn = _encode_of(arguments[0])
        return _each(turn) if turn is not None else None
    if origin is frozenset:
        return _sorted(_encoder(arguments[0]))
    if origin is dict:
        turn = _encode_of(arguments[1])
        return _each_value(turn) if turn is not None else None
    return None


def _each(turn: _Turn) -> _Turn:
    return lambda value: [turn(item) for item in value]


def _each_value(turn: _Turn) -> _Turn:
    return lambda value: {key: turn(item) for key, item in value.items()}


def _sorted(turn: _Turn) -> _Turn:
    return lambda value: sorted(turn(item) for item in value)


def _optional(turn: _Turn) -> _Turn:
    return lambda value: None if value is None else turn(value)


def _encode_dataclass(kind: type) -> _Turn:
    hints = _hints(kind)
    get = attrgetter(*(name for name, _ in hints)) if len(hints) > 1 else None
    turns = [(index, turn) for index, (_, hint) in enumerate(hints) if (turn := _encode_of(hint)) is not None]
    only = hints[0][0]

    def encode(value: Any) -> list[Any]:
        fields = list(get(value)) if get is not None else [getattr(value, only)]
        for index, turn in turns:
            fields[index] = turn(fields[index])
        return fields

    return encode


@cache
def _decoder(kind: Any) -> _Turn:
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _decode_dataclass(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind is date or kind is datetime:
        parse: _Turn = kind.fromisoformat
        return parse
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in {types.UnionType, typing.Union}:
        return _optional(_decoder(next(a for a in arguments if a is not types.NoneType)))
    if origin in {list, tuple, frozenset}:
        return _decode_many(origin, _fixed(arguments) if _is_fixed(origin, arguments) else _decoder(arguments[0]))
    if origin is dict:
        turn = _decoder(arguments[1])
        return lambda value: {_checked(str, key): turn(item) for key, item in _checked(dict, value).items()}
    return lambda value: _checked(kind, value)


def _is_fixed(origin: Any, arguments: tuple[Any, ...]) -> bool:
    return origin is tuple and Ellipsis not in arguments


def _fixed(arguments: tuple[Any, ...]) -> _Turn:
    return _decoder(arguments[0])  # the fixed tuples of this package hold one type


def _decode_many(origin: Any, turn: _Turn) -> _Turn:
    return lambda value: origin([turn(item) for item in _checked(list, value)])


def _checked(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise TypeError(kind.__name__)
    return value


def _decode_dataclass(kind: type) -> _Turn:
    turns = [_decoder(hint) for _, hint in _hints(kind)]

    def decode(value: Any) -> Any:
        if type(value) is not list or len(value) != len(turns):
            raise TypeError(kind.__name__)
        return kind(*[turn(item) for turn, item in zip(turns, value, strict=True)])

    return decode
