"""The shape of a report, whatever it is written as."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

Cell = str | int | bool | date | datetime | None


@dataclass(frozen=True, slots=True)
class Part:
    """One table with a heading; ``widths`` are shares of the page's width."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[int]


@dataclass(frozen=True, slots=True)
class Report:
    """``name``: its name on the command line; ``intro``: sentences above the first table."""

    name: str
    title: str
    day: date
    intro: Sequence[str]
    parts: Sequence[Part]
