"""The enrolled people's templates, checked and laid out for one matrix product."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from consentry_policy.errors import MendableError

Matrix = npt.NDArray[np.float32]
Templates = Sequence[npt.ArrayLike] | Matrix


class TemplatesError(MendableError):
    """Templates that cannot be compared: of different engines, sizes or normalisers, or no numbers."""


@dataclass(frozen=True, slots=True)
class Gallery:
    """``rows`` float32[m, d], raw, of length 1; ``people`` [p]; ``starts`` int[p]: person i owns the rows from
    ``starts[i]`` to the next start.
    """

    people: tuple[str, ...]
    rows: Matrix
    starts: npt.NDArray[np.intp]

    @property
    def dimension(self) -> int:
        """How many numbers a template has; 0 for a gallery of none."""
        return int(self.rows.shape[1])

    @property
    def centres(self) -> Matrix:
        """float32[p, d]: each person's templates added up, at length 1. One portrait is its own centre.

        Held against the best or the mean of a person's scores, the centre missed the fewest people at every alarm
        rate (docs/adr/0004-telling-faces-apart.md), and makes matching independent of the number of portraits.
        """
        if not self.people:
            return self.rows
        return unit_rows(np.add.reduceat(self.rows, self.starts, axis=0))

    @property
    def owner(self) -> npt.NDArray[np.intp]:
        """int[m]: the index of the person whom each row belongs to."""
        counts = np.diff(np.append(self.starts, len(self.rows)))
        return np.repeat(np.arange(len(self.people)), counts)


def pack(gallery: Mapping[str, Templates]) -> Gallery:
    """Lay a gallery out. People without a template are left out: they cannot be recognised.

    Raises TemplatesError for templates of different sizes, or that are zero or not finite.
    """
    listed = [(person, list(templates)) for person, templates in gallery.items() if len(templates)]
    rows = as_rows([template for _, templates in listed for template in templates])
    counts = [len(templates) for _, templates in listed]
    starts = np.concatenate([[0], np.cumsum(counts[:-1])]).astype(np.intp) if counts else np.empty(0, np.intp)
    return Gallery(tuple(person for person, _ in listed), rows, starts)


def as_rows(templates: Templates, dimension: int | None = None) -> Matrix:
    """float32[n, d] of length-1 rows. Raises TemplatesError as `pack` does; no template gives [0, d or 0]."""
    listed = [_row(template) for template in templates]
    if not listed:
        return np.empty((0, dimension or 0), np.float32)
    sizes = {row.shape for row in listed} | ({(dimension,)} if dimension else set())
    if len(sizes) != 1:
        raise TemplatesError(
            "Face templates of different sizes cannot be compared; compute them again with one engine."
        )
    return unit_rows(np.stack(listed))


def _row(template: npt.ArrayLike) -> Matrix:
    """float32[d]. Raises TemplatesError for what is no row of numbers."""
    try:
        given = np.asarray(template)
        if given.ndim == 1 and given.dtype.kind in "fiu":
            with np.errstate(over="ignore"):  # what no float32 can hold is infinite, and so refused as damaged
                return given.astype(np.float32)
    except ValueError:  # rows of different lengths
        pass
    raise TemplatesError("A face template is one row of numbers; give each person and `match` a list of them.")


def unit_rows(rows: Matrix) -> Matrix:
    """Each row at length 1. Raises TemplatesError where a row is zero or not finite."""
    lengths = np.linalg.norm(rows.astype(np.float64), axis=1, keepdims=True)
    if not np.isfinite(lengths).all() or not (lengths > 1e-9).all():
        raise TemplatesError("A face template is damaged (not finite, or zero); compute it again from its photo.")
    scaled: Matrix = (rows / lengths).astype(np.float32)
    return scaled


class _Embedder(Protocol):
    id: str
    weights_sha256: str


def engine_key(embedder: _Embedder) -> str:
    """The identity that is stored with every template: the embedder's id and its weights' hash."""
    return f"{embedder.id}:{embedder.weights_sha256[:16]}"


def one_engine(engines: Iterable[str]) -> str:
    """The one engine identity of all these templates ("" for none). Raises TemplatesError where they differ."""
    different = set(engines)
    if len(different) > 1:
        raise TemplatesError(
            "These face templates come from different engines and cannot be compared; "
            "compute them again with one engine."
        )
    return different.pop() if different else ""
