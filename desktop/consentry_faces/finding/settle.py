"""Which finds a reviewer must settle, and which are only compared with people without consent."""

from __future__ import annotations

from consentry_faces.face import Face

# A find at or above this score holds the photo until it is identified or settled. One below it is still matched
# against everyone without consent, but does not hold the photo by itself. docs/adr/0003-finding-faces.md.
SETTLE_SCORE = 0.5
KEEP_SCORE = 0.03  # below this it is not reported at all


def needs_settling(face: Face) -> bool:
    """Whether a reviewer has to settle this find when nobody is recognised in it."""
    return face.score >= SETTLE_SCORE
