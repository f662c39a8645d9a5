"""How faces look on a photo: always words, a line style and a colour together, so that no one has to see colours.

A photo can have any colour, so boxes and their labels bring their own ground. Ink on fill has a contrast of at
least 4.5 : 1 (WCAG 2.2 AA) in every pair; a test works it out.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from consentry.services.views import FaceView
from consentry.ui.widgets.verdict import paint_shape
from consentry_policy.facts import ConsentState, FaceState
from consentry_policy.verdicts import Outcome


@dataclass(frozen=True, slots=True)
class Look:
    """A fill, the ink on it, and how a line of it is drawn."""

    fill: QColor
    ink: QColor
    line: Qt.PenStyle = Qt.PenStyle.SolidLine


_WHITE, _BLACK = QColor("#ffffff"), QColor("#1a1a1a")
MAY_NOT = Look(QColor("#a5201a"), _WHITE)
OPEN = Look(QColor("#f2b705"), _BLACK, Qt.PenStyle.DashLine)
VISITOR = Look(QColor("#0b5cad"), _WHITE)
MAY = Look(QColor("#1b6e3c"), _WHITE)
OUT = Look(QColor("#57606a"), _WHITE, Qt.PenStyle.DotLine)
SETTLED = Look(QColor("#1b6e3c"), _WHITE, Qt.PenStyle.DashLine)  # nobody is named, and nothing is held
LOOKS = (MAY_NOT, OPEN, VISITOR, MAY, OUT, SETTLED)


def consent_look(state: ConsentState) -> Look:
    """The colours of a consent: only a grant is not red."""
    return MAY if state is ConsentState.GRANTED else MAY_NOT


def face_look(face: FaceView) -> Look:
    """The colours of a face's box."""
    if face.covered or face.left_out or face.state in {FaceState.NOT_A_FACE, FaceState.UNRECOGNISABLE}:
        return OUT
    if face.state is FaceState.VISITOR:
        return VISITOR
    if face.state is FaceState.IDENTIFIED and face.person is not None:
        if face.held and face.person.state is ConsentState.GRANTED:
            return OPEN  # the program is sure, but in this gallery mode a person has to say it
        return consent_look(face.person.state)
    return OPEN if face.held else SETTLED


def verdict_icon(outcome: Outcome, side: int = 32) -> QIcon:
    """The shape of a verdict, for buttons and lists."""
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    margin = side * 0.08
    paint_shape(painter, QRectF(margin, margin, side - 2 * margin, side - 2 * margin), outcome)
    painter.end()
    return QIcon(pixmap)
