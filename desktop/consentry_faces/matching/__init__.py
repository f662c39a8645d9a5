"""Compare found faces with the enrolled people. Services use what is listed here and nothing else."""

from consentry_faces.matching.gallery import TemplatesError, engine_key, one_engine
from consentry_faces.matching.matcher import Candidate, Matcher
from consentry_faces.matching.normaliser import Normaliser
from consentry_faces.matching.thresholds import NEVER, STRICT, WIDE, Bands, Origin, Source

__all__ = [
    "NEVER",
    "STRICT",
    "WIDE",
    "Bands",
    "Candidate",
    "Matcher",
    "Normaliser",
    "Origin",
    "Source",
    "TemplatesError",
    "engine_key",
    "one_engine",
]
