"""Carries what the sheets yield across the worker's pipe: dataclasses as JSON, column by column, checked when read
back.

A list of 50,000 rows goes as one column a field, so that each column is turned and checked in one sweep; a column
of few different values goes as these and a number for each row, which also makes equal values one object.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date, datetime
from enum import Enum
from functools import cache
from itertools import accumulate, chain
from operator import attrgetter
from typing import Any, TypeVar

from consentry_intake.sheets.errors import SheetError
from consentry_intake.sheets.steady import steady

_T = TypeVar("_T")
_Pack = Callable[[Sequence[Any]], Any]
_Unpack = Callable[[Any, int], list[Any]]

_BAD = "The reader of the sheet answered with something that cannot be right; import the file again."
_FEW = 4  # values a row, from which on a column goes as its different values


@steady
def to_json(value: object) -> str:
    """Any dataclass of this package as JSON."""
    kind: Any = type(value)
    return json.dumps(_packer(kind)([value]), ensure_ascii=False, separators=(",", ":"))


@steady
def from_json(kind: type[_T], untrusted_json: str | bytes) -> _T:
    """The dataclass back. Raises SheetError where a field is missing or of another type."""
    try:
        wanted: Any = kind
        found: _T = _unpacker(wanted)(json.loads(untrusted_json), 1)[0]
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise SheetError(_BAD) from error
    return found


def _fields(kind: Any) -> list[tuple[str, Any]]:
    hints = typing.get_type_hints(kind)
    names = getattr(kind, "_fields", None) or [field.name for field in dataclasses.fields(kind)]
    return [(name, hints[name]) for name in names]


def _optional(kind: Any) -> Any | None:
    """The type beside None, or None for a type that is not optional."""
    if typing.get_origin(kind) not in {types.UnionType, typing.Union}:
        return None
    return next(one for one in typing.get_args(kind) if one is not types.NoneType)


def _has_fields(kind: Any) -> bool:
    """True for a dataclass and for a named tuple."""
    return isinstance(kind, type) and (dataclasses.is_dataclass(kind) or hasattr(kind, "_fields"))


# --- to JSON ---------------------------------------------------------------------------------------------------
@cache
def _packer(kind: Any) -> _Pack:
    """The function that turns a column of values of this type."""
    beside = _optional(kind)
    if beside is not None and _plain(beside) is None:
        return _pack_some(_packer(beside))
    turn = _plain(kind if beside is None else beside)
    if turn is not None:
        return _pack_plain(turn)
    if _has_fields(kind):
        pairs = [(attrgetter(name), _packer(hint)) for name, hint in _fields(kind)]
        return lambda values: [pack(list(map(get, values))) for get, pack in pairs]
    if typing.get_origin(kind) is dict:
        keys, items = (_packer(argument) for argument in typing.get_args(kind))
        return lambda values: [
            [len(value) for value in values],
            keys(list(chain.from_iterable(values))),
            items(list(chain.from_iterable(value.values() for value in values))),
        ]
    pack = _packer(typing.get_args(kind)[0])
    ordered: Callable[[Any], Any] = sorted if typing.get_origin(kind) is frozenset else iter
    return lambda values: [
        list(map(len, values)),
        pack(list(chain.from_iterable(ordered(value) if value else () for value in values))),
    ]


def _plain(kind: Any) -> Callable[[Any], Any] | None:
    """How one value of a type without parts is written; None for a type that has parts."""
    if isinstance(kind, type) and issubclass(kind, Enum):
        return attrgetter("value")
    if kind is date or kind is datetime:
        return kind.isoformat
    return _same if kind in {str, int, float, bool} else None


def _same(value: Any) -> Any:
    return value


def _pack_plain(turn: Callable[[Any], Any]) -> _Pack:
    def pack(values: Sequence[Any]) -> Any:
        different = dict.fromkeys(values)
        if len(different) * _FEW > len(values):
            return list(values) if turn is _same else [None if v is None else turn(v) for v in values]
        places = {value: place for place, value in enumerate(different)}
        of = [None if value is None else turn(value) for value in different]
        return {"of": of, "at": list(map(places.__getitem__, values))}

    return pack


def _pack_some(pack: _Pack) -> _Pack:
    return lambda values: [[value is not None for value in values], pack([v for v in values if v is not None])]


# --- and back --------------------------------------------------------------------------------------------------
@cache
def _unpacker(kind: Any) -> _Unpack:
    """The function that reads so many values of this type back, and raises where one is not of it."""
    beside = _optional(kind)
    if beside is not None and _plain(beside) is None:
        return _unpack_some(_unpacker(beside))
    if _plain(kind if beside is None else beside) is not None:
        return _unpack_plain(kind if beside is None else beside, {type(None)} if beside is not None else set())
    if _has_fields(kind):
        return _unpack_fields(kind)
    arguments = typing.get_args(kind)
    if typing.get_origin(kind) is dict:
        return _unpack_dict(_unpacker(arguments[0]), _unpacker(arguments[1]))
    return _unpack_many(typing.get_origin(kind), _unpacker(arguments[0]))  # fixed tuples here hold one type


def _checked(kind: type, untrusted: Any) -> Any:
    if type(untrusted) is not kind:
        raise TypeError(kind.__name__)
    return untrusted


def _exactly(untrusted: Any, count: int) -> list[Any]:
    if len(_checked(list, untrusted)) != count:
        raise ValueError("count")
    found: list[Any] = untrusted
    return found


def _unpack_plain(kind: Any, beside: set[type]) -> _Unpack:
    own = kind in {str, int, float, bool}
    allowed = beside | {kind if own else str}

    def turned(values: list[Any]) -> list[Any]:
        if not set(map(type, values)) <= allowed:
            raise TypeError(kind.__name__)
        if own:
            return values
        read = kind if issubclass(kind, Enum) else kind.fromisoformat
        of = {value: None if value is None else read(value) for value in set(values)}
        return list(map(of.__getitem__, values))

    def unpack(untrusted: Any, count: int) -> list[Any]:
        if type(untrusted) is not dict:
            return turned(_exactly(untrusted, count))
        of, at = turned(_checked(list, untrusted["of"])), _numbers(untrusted["at"], count)
        return list(map(of.__getitem__, at))

    return unpack


def _numbers(untrusted: Any, count: int) -> list[int]:
    """So many whole numbers, none below zero."""
    found = _exactly(untrusted, count)
    if not set(map(type, found)) <= {int} or min(found, default=0) < 0:
        raise TypeError("numbers")
    return found


def _unpack_some(unpack: _Unpack) -> _Unpack:
    def some(untrusted: Any, count: int) -> list[Any]:
        untrusted_there, untrusted_values = _exactly(untrusted, 2)
        there = _exactly(untrusted_there, count)
        if not set(map(type, there)) <= {bool}:
            raise TypeError("flags")
        values = iter(unpack(untrusted_values, sum(there)))
        return [next(values) if is_there else None for is_there in there]

    return some


def _unpack_fields(kind: Any) -> _Unpack:
    columns = [_unpacker(hint) for _, hint in _fields(kind)]

    def unpack(untrusted: Any, count: int) -> list[Any]:
        fields = _exactly(untrusted, len(columns))
        return list(map(kind, *(column(field, count) for column, field in zip(columns, fields, strict=True))))

    return unpack


def _unpack_dict(keys: _Unpack, items: _Unpack) -> _Unpack:
    def unpack(untrusted: Any, count: int) -> list[Any]:
        lengths, untrusted_keys, untrusted_items = _exactly(untrusted, 3)
        total = sum(_numbers(lengths, count))
        pairs = list(zip(keys(untrusted_keys, total), items(untrusted_items, total), strict=True))
        return [dict(part) for part in _parts(pairs, lengths)]

    return unpack


def _unpack_many(origin: Any, unpack: _Unpack) -> _Unpack:
    """Equal sets become one object; lists may change, so each is its own."""

    def many(untrusted: Any, count: int) -> list[Any]:
        lengths, untrusted_values = _exactly(untrusted, 2)
        parts = _parts(unpack(untrusted_values, sum(_numbers(lengths, count))), lengths)
        if origin is not frozenset:
            return list(map(origin, parts))
        seen: dict[Hashable, Any] = {}
        return [seen.get(key) or seen.setdefault(key, frozenset(key)) for key in map(tuple, parts)]

    return many


def _parts(values: list[Any], lengths: Iterable[int]) -> Iterable[list[Any]]:
    start = 0
    for end in accumulate(lengths):
        yield values[start:end]
        start = end
