"""The child's work bench: its engine, and the table of the jobs it knows."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from consentry_faces import Engine

Reply = tuple[dict[str, object], list[bytes]]
Job = Callable[["Bench", Mapping[str, Any], list[bytes]], Reply]

_SHEETS = frozenset({"prepare_sheet", "portrait_index"})


def _job(kind: str) -> Job:
    """The job of that name. A child that reads sheets loads nothing of faces and pictures: it starts in a third of
    the time, and has less in it to go wrong. Raises KeyError for an unknown kind.
    """
    if kind in _SHEETS:
        from consentry.worker import sheet_jobs

        sheets: dict[str, Job] = {
            "prepare_sheet": sheet_jobs.prepare_sheet,
            "portrait_index": sheet_jobs.portrait_index,
        }
        return sheets[kind]
    import cv2

    from consentry.worker import face_jobs, picture_jobs

    cv2.setNumThreads(1)  # the pool has one child a core
    pictures: dict[str, Job] = {
        "analyse": face_jobs.analyse,
        "embed_at": face_jobs.embed_at,
        "view": picture_jobs.view,
        "release": picture_jobs.release,
    }
    return pictures[kind]


def _open(engine: str) -> Engine:
    import cv2

    from consentry_faces import open_engine

    cv2.setNumThreads(1)
    return open_engine(engine)


def _give_back() -> None:
    """What loading the models left free, 60 MB, goes back to the system; the C library would keep it."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc's
        if trim is not None:
            trim(0)


class Bench:
    """``embed`` False: this child never computes a template, whatever a job asks. Raises WeightsError."""

    def __init__(self, engine: str, *, embed: bool) -> None:
        self.engine = None if engine == "none" else _open(engine)
        self.embeds = embed and self.engine is not None
        if self.embeds:
            assert self.engine is not None
            _ = self.engine.embedder  # opened now: a missing model is said at the start, not at the first photo
        _give_back()

    def describe(self) -> dict[str, object]:
        """Which engine and weights this child works with."""
        if self.engine is None:
            return {"engine": "none"}
        said: dict[str, object] = {"engine": self.engine.id, "detector": self.engine.detector.id}
        if self.embeds:
            embedder = self.engine.embedder
            said |= {"embedder": embedder.id, "weights": embedder.weights_sha256, "dimension": embedder.dimension}
        return said

    def run(self, kind: str, options: Mapping[str, Any], blobs: list[bytes]) -> Reply:
        """Do one job. Raises whatever the job raises; KeyError for an unknown kind."""
        return _job(kind)(self, options, blobs)
