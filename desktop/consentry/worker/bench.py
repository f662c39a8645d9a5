"""The child's work bench: its engine, and the table of the jobs it knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import cv2

from consentry.worker import face_jobs, picture_jobs, sheet_jobs
from consentry_faces import open_engine

Reply = tuple[dict[str, object], list[bytes]]
Job = Callable[["Bench", Mapping[str, Any], list[bytes]], Reply]

JOBS: dict[str, Job] = {
    "analyse": face_jobs.analyse,
    "embed_at": face_jobs.embed_at,
    "view": picture_jobs.view,
    "release": picture_jobs.release,
    "prepare_sheet": sheet_jobs.prepare_sheet,
    "portrait_index": sheet_jobs.portrait_index,
}


class Bench:
    """``embed`` False: this child never computes a template, whatever a job asks. Raises WeightsError."""

    def __init__(self, engine: str, *, embed: bool) -> None:
        cv2.setNumThreads(1)  # the pool has one child a core
        self.engine = None if engine == "none" else open_engine(engine)  # type: ignore[arg-type]
        self.embeds = embed and self.engine is not None
        if self.embeds:
            assert self.engine is not None
            _ = self.engine.embedder  # opened now: a missing model is said at the start, not at the first photo

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
        return JOBS[kind](self, options, blobs)
