"""What a reviewer can say of whole photos, in words, and which reason asks for it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from consentry.services.views import FaceView, PhotoView
from consentry.ui.check.photo_model import needs_answer
from consentry_policy.facts import Attestation

translate = QCoreApplication.translate

# The reason's code in the policy's data file, and the word that can lift it.
_ASKED_BY = {
    "no-face": Attestation.NO_ONE,
    "unknown-face": Attestation.ALL_OTHERS_MAY,
    "too-small": Attestation.ALL_OTHERS_MAY,
    "match-open": Attestation.ALL_OTHERS_MAY,
    "one-of-students": Attestation.NO_STAFF,
    "student-arena-open": Attestation.IN_ARENA,
    "student-covered": Attestation.NOTHING_IDENTIFIES,
    "student-left-out": Attestation.NOTHING_IDENTIFIES,
    "protected-covered": Attestation.NOTHING_IDENTIFIES_PROTECTED,
    "protected-left-out": Attestation.NOTHING_IDENTIFIES_PROTECTED,
    "channel-no-name": Attestation.NO_NAMES,
    "consent-no-name": Attestation.NO_NAMES,
    "channel-no-under-13": Attestation.NO_UNDER_13,
    "logo-not-known": Attestation.NO_LOGO,
    "logo-not-permitted": Attestation.NO_LOGO,
}
_OPEN_FACES = frozenset({"unknown-face", "too-small", "match-open", "suspected-student", "student-match-open"})


def attestation_word(attestation: Attestation) -> str:
    """The word as it stands on a button."""
    return {
        Attestation.NO_STAFF: translate("PhotoWords", "No co-worker and nobody protected is among the open faces"),
        Attestation.ALL_OTHERS_MAY: translate("PhotoWords", "Everyone else in it may appear"),
        Attestation.NO_ONE: translate("PhotoWords", "No one is recognisable"),
        Attestation.IN_ARENA: translate("PhotoWords", "Taken in the public arena"),
        Attestation.NOTHING_IDENTIFIES: translate("PhotoWords", "Nothing else identifies the covered student"),
        Attestation.NOTHING_IDENTIFIES_PROTECTED: translate(
            "PhotoWords", "Nothing else identifies the protected person (designee)"
        ),
        Attestation.NO_NAMES: translate("PhotoWords", "No name is shown"),
        Attestation.NO_UNDER_13: translate("PhotoWords", "Nobody of unknown age is under 13"),
        Attestation.NO_LOGO: translate("PhotoWords", "The logo is not in it, or may be used"),
    }[attestation]


def asked_for(photo: PhotoView) -> list[Attestation]:
    """The words that the reasons of this photo ask for, the first the most pressing."""
    found: dict[Attestation, None] = {}
    for reason in photo.reasons:
        attestation = _ASKED_BY.get(reason.code)
        if attestation is not None:
            found[attestation] = None
        if photo.in_arena and reason.code in _OPEN_FACES:
            found[Attestation.NO_STAFF] = None
    if photo.event is not None and not photo.in_arena:
        found[Attestation.IN_ARENA] = None
    return list(found)


def is_open(face: FaceView) -> bool:
    """Whether a face holds the photo and nobody has answered for it."""
    return face.held and not face.by_reviewer


def is_unresolved(photo: PhotoView) -> bool:
    """Whether there is something left for a reviewer to say: an open face, or a reason about the whole photo."""
    if not needs_answer(photo):
        return False
    held = [face for face in photo.faces if face.held]
    return not held or any(map(is_open, held))
