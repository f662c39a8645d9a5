"""Engines: find, align, embed, match, calibrate; no Qt, no database."""

from consentry_faces.dlib_library import EngineUnavailableError
from consentry_faces.engines import (
    Detector,
    Embedder,
    Engine,
    EngineName,
    UnknownEngineError,
    open_engine,
    own_embedders,
)
from consentry_faces.face import TOO_SMALL_PX, Face
from consentry_faces.finding.ids import finder_id
from consentry_faces.finding.image import UnusableFace, UnusableImage
from consentry_faces.finding.settle import SETTLE_SCORE, needs_settling
from consentry_faces.matching import Candidate, Matcher, TemplatesError
from consentry_faces.weights import WeightsError

__all__ = [
    "SETTLE_SCORE",
    "TOO_SMALL_PX",
    "Candidate",
    "Detector",
    "Embedder",
    "Engine",
    "EngineName",
    "EngineUnavailableError",
    "Face",
    "Matcher",
    "TemplatesError",
    "UnknownEngineError",
    "UnusableFace",
    "UnusableImage",
    "WeightsError",
    "finder_id",
    "needs_settling",
    "open_engine",
    "own_embedders",
]
