"""What a reviewer can say of faces, the key for it, and the verb that records it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent

from consentry.services import deciding
from consentry.services.session import Session
from consentry_policy.people import PersonId

translate = QCoreApplication.translate


class Say(StrEnum):
    """An answer on one face or on a group of faces."""

    CONFIRM = "confirm"
    REJECT = "reject"
    UNKNOWN = "unknown"
    VISITOR = "visitor"
    NOT_A_FACE = "not a face"
    UNRECOGNISABLE = "unrecognisable"
    COVER = "cover"
    UNCOVER = "uncover"


KEYS = {
    Qt.Key.Key_X: Say.REJECT,
    Qt.Key.Key_U: Say.UNKNOWN,
    Qt.Key.Key_V: Say.VISITOR,
    Qt.Key.Key_N: Say.NOT_A_FACE,
    Qt.Key.Key_B: Say.UNRECOGNISABLE,
    Qt.Key.Key_C: Say.COVER,
}
BUTTONS = (Say.UNKNOWN, Say.VISITOR, Say.NOT_A_FACE, Say.UNRECOGNISABLE, Say.COVER)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def candidate_of_key(event: QKeyEvent) -> int | None:
    """The place of the candidate a key confirms: Enter and 1 the first, 9 the ninth; None for other keys."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return None
    if event.key() in _ENTER:
        return 0
    place = event.key() - int(Qt.Key.Key_1)
    return place if 0 <= place < 9 else None


def answer_of_key(event: QKeyEvent) -> Say | None:
    """The answer a letter stands for; None for other keys and with Ctrl, Alt or Meta."""
    if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
        return None
    return KEYS.get(Qt.Key(event.key()))


def button_text(say: Say) -> str:
    """What stands on the button, with its key."""
    return {
        Say.REJECT: translate("Answers", "Not this person  (X)"),
        Say.UNKNOWN: translate("Answers", "Unknown  (U)"),
        Say.VISITOR: translate("Answers", "Visitor  (V)"),
        Say.NOT_A_FACE: translate("Answers", "Not a face  (N)"),
        Say.UNRECOGNISABLE: translate("Answers", "Unrecognisable  (B)"),
        Say.COVER: translate("Answers", "Cover  (C)"),
        Say.UNCOVER: translate("Answers", "Uncover  (C)"),
    }[say]


def tip(say: Say) -> str:
    """What an answer means."""
    return {
        Say.REJECT: translate("Answers", "It is not the first candidate; the pair is never offered again."),
        Say.UNKNOWN: translate("Answers", "Nobody here can say who this is; the photo stays held."),
        Say.VISITOR: translate("Answers", "Neither a student nor a co-worker: a parent, a speaker, a poster."),
        Say.NOT_A_FACE: translate("Answers", "The program took something else for a face."),
        Say.UNRECOGNISABLE: translate("Answers", "Nobody could recognise this face: turned away, blurred."),
        Say.COVER: translate("Answers", "Cover this face in the released copy."),
        Say.UNCOVER: translate("Answers", "Do not cover this face any more."),
    }[say]


def said(say: Say, count: int) -> str:
    """What is reported after an answer was recorded."""
    text = {
        Say.CONFIRM: translate("Answers", "Recorded who it is"),
        Say.REJECT: translate("Answers", "Recorded who it is not"),
        Say.UNKNOWN: translate("Answers", "Recorded as unknown"),
        Say.VISITOR: translate("Answers", "Recorded as visitor"),
        Say.NOT_A_FACE: translate("Answers", "Recorded as not a face"),
        Say.UNRECOGNISABLE: translate("Answers", "Recorded as unrecognisable"),
        Say.COVER: translate("Answers", "Will be covered in the released copy"),
        Say.UNCOVER: translate("Answers", "Will not be covered"),
    }[say]
    if count == 1:
        return f"{text}."
    return translate("Answers", "{text}: {count} faces.").format(text=text, count=count)


def verb(session: Session, say: Say, faces: Sequence[str], person: PersonId | None) -> Callable[[], None]:
    """The verb that records an answer; ``person`` is needed by confirm and reject alone."""
    ids = list(faces)
    if say in {Say.CONFIRM, Say.REJECT}:
        if person is None:
            raise ValueError("confirm and reject are about a person")
        who, act = person, deciding.confirm if say is Say.CONFIRM else deciding.reject
        return lambda: act(session, ids, who)
    plain = {
        Say.UNKNOWN: deciding.unknown,
        Say.VISITOR: deciding.visitor,
        Say.NOT_A_FACE: deciding.not_a_face,
        Say.UNRECOGNISABLE: deciding.unrecognisable,
        Say.COVER: deciding.cover,
        Say.UNCOVER: deciding.uncover,
    }[say]
    return lambda: plain(session, ids)
