"""How a verdict and a face look: always a word, a shape and a colour together, so that no one has to see colours.

Ink on fill has a contrast of at least 4.5 : 1 (WCAG 2.2 AA) in every pair; a test works it out.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from consentry.services.views import FaceView
from consentry.ui.check.words import verdict_word
from consentry_policy.facts import ConsentState, FaceState
from consentry_policy.verdicts import Outcome


@dataclass(frozen=True, slots=True)
class Look:
    """A fill, the ink on it, and (for boxes) how the line is drawn."""

    fill: QColor
    ink: QColor
    line: Qt.PenStyle = Qt.PenStyle.SolidLine


_WHITE, _BLACK = QColor("#ffffff"), QColor("#1a1a1a")
RED = Look(QColor("#9b1c1c"), _WHITE)
AMBER = Look(QColor("#f2b705"), _BLACK, Qt.PenStyle.DashLine)
BLUE = Look(QColor("#1f4e9e"), _WHITE)
TEAL = Look(QColor("#00796b"), _WHITE)
GREY = Look(QColor("#5f6368"), _WHITE, Qt.PenStyle.DotLine)


def verdict_look(outcome: Outcome) -> Look:
    """The colours of a verdict."""
    return {Outcome.BLOCKED: RED, Outcome.REVIEW: AMBER, Outcome.EXCEPTION: BLUE, Outcome.CLEARED: TEAL}[outcome]


def consent_look(state: ConsentState) -> Look:
    """The colours of a consent: only a grant is not red."""
    return TEAL if state is ConsentState.GRANTED else RED


def face_look(face: FaceView) -> Look:
    """The colours of a face's box."""
    if face.covered or face.state in {FaceState.NOT_A_FACE, FaceState.UNRECOGNISABLE}:
        return GREY
    if face.state is FaceState.VISITOR:
        return BLUE
    if face.state is FaceState.IDENTIFIED and face.person is not None:
        return consent_look(face.person.state)
    return AMBER if face.held else Look(TEAL.fill, TEAL.ink, Qt.PenStyle.DashLine)


def _ring(centre: QPointF, radius: float, corners: int, turn: float, inner: float = 1.0) -> QPolygonF:
    """A regular polygon, or a star where ``inner`` is under 1."""
    points = []
    steps = corners * 2 if inner < 1 else corners
    for step in range(steps):
        reach = radius * (inner if inner < 1 and step % 2 else 1.0)
        angle = turn + 2 * math.pi * step / steps
        points.append(QPointF(centre.x() + reach * math.cos(angle), centre.y() + reach * math.sin(angle)))
    return QPolygonF(points)


def paint_shape(painter: QPainter, box: QRectF, outcome: Outcome, ink: QColor, fill: QColor) -> None:
    """Draw the shape of a verdict: octagon and bar, triangle and mark, star, disc and tick."""
    centre, radius = box.center(), min(box.width(), box.height()) / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    stroke = QPen(fill, max(1.6, radius * 0.28), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    if outcome is Outcome.BLOCKED:
        painter.drawPolygon(_ring(centre, radius, 8, math.pi / 8))
        painter.setPen(stroke)
        painter.drawLine(centre + QPointF(-radius * 0.45, 0), centre + QPointF(radius * 0.45, 0))
    elif outcome is Outcome.REVIEW:
        painter.drawPolygon(_ring(centre + QPointF(0, radius * 0.15), radius * 1.1, 3, -math.pi / 2))
        painter.setPen(stroke)
        painter.drawLine(centre + QPointF(0, -radius * 0.3), centre + QPointF(0, radius * 0.12))
        painter.drawPoint(centre + QPointF(0, radius * 0.5))
    elif outcome is Outcome.EXCEPTION:
        painter.drawPolygon(_ring(centre, radius * 1.08, 5, -math.pi / 2, inner=0.45))
    else:
        painter.drawEllipse(centre, radius, radius)
        tick = QPainterPath(centre + QPointF(-radius * 0.45, radius * 0.05))
        tick.lineTo(centre + QPointF(-radius * 0.1, radius * 0.4))
        tick.lineTo(centre + QPointF(radius * 0.5, -radius * 0.35))
        painter.setPen(stroke)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(tick)
    painter.restore()


def paint_badge(painter: QPainter, left_bottom: QPointF, outcome: Outcome, most: float) -> QRectF:
    """Draw shape and word on their colour, with the lower left corner given, no wider than ``most``; where it is."""
    look, metrics = verdict_look(outcome), QFontMetricsF(painter.font())
    height = metrics.height() + 6
    width = min(most, height + metrics.horizontalAdvance(verdict_word(outcome)) + 10)
    box = QRectF(left_bottom.x(), left_bottom.y() - height, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.ink, 1))
    painter.setBrush(look.fill)
    painter.drawRoundedRect(box, 4, 4)
    paint_shape(painter, QRectF(box.x() + 5, box.y() + 4, height - 8, height - 8), outcome, look.ink, look.fill)
    text = box.adjusted(height, 0, -4, 0)
    word = metrics.elidedText(verdict_word(outcome), Qt.TextElideMode.ElideRight, text.width())
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)
    painter.restore()
    return box


def verdict_icon(outcome: Outcome, side: int = 32) -> QIcon:
    """The shape of a verdict on its colour, for buttons and lists."""
    look, pixmap = verdict_look(outcome), QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.fill)
    painter.drawRoundedRect(0, 0, side, side, side * 0.2, side * 0.2)
    margin = side * 0.18
    paint_shape(
        painter, QRectF(margin, margin, side - 2 * margin, side - 2 * margin), outcome, look.ink, look.fill
    )
    painter.end()
    return QIcon(pixmap)
