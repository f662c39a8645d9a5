"""A consent state as word, colour and shape, and a person's states in one line."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from consentry.services.views import PersonView
from consentry.ui.widgets.verdict import paint_shape
from consentry_policy.facts import ConsentState
from consentry_policy.verdicts import Outcome

# Strictest first; the same four shapes as the verdicts, by what a state leads to.
_LEADS_TO = {
    ConsentState.PROTECTED: Outcome.BLOCKED,
    ConsentState.REFUSED: Outcome.BLOCKED,
    ConsentState.WITHDRAWN: Outcome.BLOCKED,
    ConsentState.CONFLICT: Outcome.BLOCKED,
    ConsentState.LAPSED: Outcome.REVIEW,
    ConsentState.NOT_ANSWERED: Outcome.REVIEW,
    ConsentState.GRANTED: Outcome.CLEARED,
}
_INKS = {Outcome.BLOCKED: "blocked", Outcome.REVIEW: "review", Outcome.CLEARED: "cleared"}


def state_word(state: ConsentState) -> str:
    """The state in words."""
    translate = QCoreApplication.translate
    return {
        ConsentState.GRANTED: translate("Consent", "granted"),
        ConsentState.NOT_ANSWERED: translate("Consent", "not answered"),
        ConsentState.LAPSED: translate("Consent", "lapsed"),
        ConsentState.REFUSED: translate("Consent", "refused"),
        ConsentState.WITHDRAWN: translate("Consent", "withdrawn"),
        ConsentState.CONFLICT: translate("Consent", "guardians disagree"),
        ConsentState.PROTECTED: translate("Consent", "protected"),
    }[state]


def state_ink(state: ConsentState) -> str:
    """The name of its colour in `style.Colours`."""
    return _INKS[_LEADS_TO[state]]


def state_icon(state: ConsentState) -> QIcon:
    """Its shape. All of "may not" is not red: a blank is a task, a refusal is a decision."""
    icon = QIcon()
    for scale in (1, 2, 3):
        pixmap = QPixmap(QSize(16, 16) * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_shape(painter, QRectF(1, 1, 14, 14), _LEADS_TO[state])
        painter.end()
        icon.addPixmap(pixmap)
    return icon


def strictest(person: PersonView) -> ConsentState:
    """The state that holds the person back most, over all channels of today."""
    if person.protected:
        return ConsentState.PROTECTED
    order = list(_LEADS_TO)
    return min(person.states.values(), key=order.index, default=ConsentState.NOT_ANSWERED)


def summary(person: PersonView) -> str:
    """All states in one line: "granted", or the strictest and for how many channels: "refused for 1 of 3"."""
    if person.protected:
        return state_word(ConsentState.PROTECTED)
    if not person.states:
        return QCoreApplication.translate("Consent", "no channel is listed yet")
    counts = Counter(person.states.values())
    hardest = strictest(person)
    if len(counts) == 1:
        return state_word(hardest)
    return QCoreApplication.translate("Consent", "{state} for {count} of {all}").format(
        state=state_word(hardest), count=counts[hardest], all=len(person.states)
    )
