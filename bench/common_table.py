"""Rows of a benchmark: one table for people, the same as JSON for programs, intervals for both."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TextIO

import numpy as np


@dataclass(frozen=True)
class Row:
    """One measured figure; ``low`` and ``high`` are its 95 % interval, None where it has none."""

    engine: str
    measure: str
    value: float
    low: float | None
    high: float | None
    n: int
    target: str = ""


def wilson(hits: int, n: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share."""
    if n == 0:
        return 0.0, 1.0
    z, p = 1.959964, hits / n
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return max(0.0, middle - half), min(1.0, middle + half)


def share(engine: str, measure: str, hits: int, n: int, target: str = "") -> Row:
    """A share with Wilson's interval."""
    return Row(engine, measure, hits / n if n else float("nan"), *wilson(hits, n), n, target)


def mean(engine: str, measure: str, values: Sequence[float], target: str = "") -> Row:
    """A mean over photos with a bootstrap interval (2,000 draws of photos)."""
    array = np.asarray(values, np.float64)
    if not len(array):
        return Row(engine, measure, float("nan"), None, None, 0, target)
    draws = np.random.default_rng(0).integers(0, len(array), (2000, len(array)))
    low, high = np.percentile(array[draws].mean(axis=1), [2.5, 97.5])
    return Row(engine, measure, float(array.mean()), float(low), float(high), len(array), target)


def show(rows: Sequence[Row], file: TextIO | None = None) -> None:
    """Print one table, to standard output or to ``file``."""
    width = max(len(row.measure) for row in rows)
    engines = max(len(row.engine) for row in rows)
    print(
        f"{'engine':<{engines}}  {'measure':<{width}}  {'value':>8}  {'95 % interval':>17}  {'n':>6}  target",
        file=file,
    )
    for row in rows:
        interval = "" if row.low is None or row.high is None else f"{row.low:.3f} to {row.high:.3f}"
        value = f"{row.value:8.3f}" if row.value < 100 else f"{row.value:8.0f}"
        line = (
            f"{row.engine:<{engines}}  {row.measure:<{width}}  {value}  {interval:>17}  {row.n:>6}  {row.target}"
        )
        print(line, file=file)


def save(rows: Sequence[Row], file: Path) -> None:
    """Write the rows as JSON; what was measured on nothing is null."""
    told = [asdict(row) for row in rows]
    known = [{key: None if value != value else value for key, value in row.items()} for row in told]
    file.write_text(json.dumps(known, indent=1, allow_nan=False), encoding="utf-8")
