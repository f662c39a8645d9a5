"""The words the screens use for verdicts, faces and consents, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from consentry.services.views import CandidateView, FaceView, PhotoView
from consentry.ui.said import sentence
from consentry.ui.widgets.verdict import verdict_word
from consentry_policy.facts import ConsentState, FaceState, Mark

translate = QCoreApplication.translate


def consent_word(state: ConsentState) -> str:
    """A person's consent, in words."""
    return {
        ConsentState.GRANTED: translate("CheckWords", "may appear"),
        ConsentState.NOT_ANSWERED: translate("CheckWords", "not answered"),
        ConsentState.LAPSED: translate("CheckWords", "lapsed"),
        ConsentState.REFUSED: translate("CheckWords", "refused"),
        ConsentState.WITHDRAWN: translate("CheckWords", "withdrawn"),
        ConsentState.CONFLICT: translate("CheckWords", "guardians disagree"),
        ConsentState.PROTECTED: translate("CheckWords", "protected"),
    }[state]


def face_word(state: FaceState) -> str:
    """What a face is held to be, in words."""
    return {
        FaceState.IDENTIFIED: translate("CheckWords", "identified"),
        FaceState.SUSPECTED: translate("CheckWords", "suspected"),
        FaceState.UNKNOWN: translate("CheckWords", "unknown"),
        FaceState.TOO_SMALL: translate("CheckWords", "too small to tell"),
        FaceState.VISITOR: translate("CheckWords", "visitor"),
        FaceState.NOT_A_FACE: translate("CheckWords", "not a face"),
        FaceState.UNRECOGNISABLE: translate("CheckWords", "unrecognisable"),
    }[state]


def mark_word(mark: Mark) -> str:
    """What a photo can be marked as."""
    return {
        Mark.PREMISES: translate("CheckWords", "Nonpublic premises"),
        Mark.FLOOR_PLAN: translate("CheckWords", "Floor plan"),
        Mark.CONFIDENTIAL: translate("CheckWords", "Confidential (badge, screen, whiteboard)"),
    }[mark]


def person_line(candidate: CandidateView) -> str:
    """A candidate in one line: name and consent."""
    return f"{candidate.name} ({consent_word(candidate.state)})"


def face_label(face: FaceView) -> str:
    """The label of a face's box: its number, and who or what it is held to be."""
    if face.person is not None and face.state is FaceState.IDENTIFIED:
        text = person_line(face.person)
    elif face.state is FaceState.SUSPECTED and face.candidates:
        names = ", ".join(candidate.name for candidate in face.candidates[:2])
        text = translate("CheckWords", "{names}?").format(names=names)
    else:
        text = face_word(face.state)
    if face.covered:
        text = translate("CheckWords", "{text}, covered").format(text=text)
    if face.left_out:
        text = translate("CheckWords", "{text}, cropped out").format(text=text)
    return f"{face.ordinal} · {text}"


def face_sentence(face: FaceView) -> str:
    """A face for the list beside the photo and for a screen reader."""
    parts = [face_label(face)]
    if face.drawn:
        parts.append(translate("CheckWords", "drawn by hand"))
    elif face.by_reviewer:
        parts.append(translate("CheckWords", "decided by a person"))
    elif face.state is FaceState.IDENTIFIED:
        parts.append(translate("CheckWords", "found by the program"))
    if face.held:
        parts.append(translate("CheckWords", "holds the photo"))
    return ", ".join(parts)


def photo_sentence(photo: PhotoView) -> str:
    """A photo for a tooltip and for a screen reader."""
    lines = [f"{photo.file_name}: {verdict_word(photo.outcome)}"]
    if photo.error:
        lines.append(sentence(photo.error))
    lines.extend(f"{sentence(reason.text)} ({sentence(reason.clause)})" for reason in photo.reasons)
    if photo.crop is not None:
        lines.append(translate("CheckWords", "The copy is cropped."))
    if photo.seen:
        lines.append(translate("CheckWords", "Seen on the contact sheet."))
    return "\n".join(lines)


def count_of_photos(count: int) -> str:
    """How many photos, with the right plural."""
    if count == 1:
        return translate("CheckWords", "1 photo")
    return translate("CheckWords", "{count} photos").format(count=f"{count:,}")


def count_of_faces(count: int) -> str:
    """How many faces, with the right plural."""
    if count == 1:
        return translate("CheckWords", "this face")
    return translate("CheckWords", "these {count} faces").format(count=count)
