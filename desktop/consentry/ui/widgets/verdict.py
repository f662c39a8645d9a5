"""The verdict as a word, a shape and a colour: each alone is enough to tell the four apart."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from consentry.ui import style
from consentry_policy.verdicts import Outcome

_PAD = 7  # px, from the edge of a badge to its shape


def verdict_word(outcome: Outcome) -> str:
    """The verdict in words, as the policy says it."""
    translate = QCoreApplication.translate
    return {
        Outcome.BLOCKED: translate("Verdict", "Blocked"),
        Outcome.REVIEW: translate("Verdict", "Needs review"),
        Outcome.EXCEPTION: translate("Verdict", "Public-arena exception"),
        Outcome.CLEARED: translate("Verdict", "Cleared"),
    }[outcome]


def verdict_colours(outcome: Outcome) -> tuple[str, str]:
    """The strong colour of a verdict and the soft ground it stands on, in the appearance in use."""
    tokens = style.colours()
    return {
        Outcome.BLOCKED: (tokens.blocked, tokens.blocked_soft),
        Outcome.REVIEW: (tokens.review, tokens.review_soft),
        Outcome.EXCEPTION: (tokens.exception, tokens.exception_soft),
        Outcome.CLEARED: (tokens.cleared, tokens.cleared_soft),
    }[outcome]


def paint_shape(painter: QPainter, square: QRectF, outcome: Outcome) -> None:
    """Draw the shape alone: octagon with a bar, triangle with a mark, diamond with a dot, disc with a tick."""
    strong, soft = verdict_colours(outcome)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(strong))
    if outcome is Outcome.CLEARED:
        painter.drawEllipse(square)
    else:
        painter.drawPolygon(_outline(square, outcome))
    pen = QPen(QColor(soft), square.width() / 7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline([_at(square, x, y) for x, y in _STROKES[outcome]])
    if outcome is Outcome.REVIEW:
        painter.drawPoint(_at(square, 0.5, 0.83))
    painter.restore()


_STROKES: dict[Outcome, list[tuple[float, float]]] = {
    Outcome.BLOCKED: [(0.28, 0.5), (0.72, 0.5)],
    Outcome.REVIEW: [(0.5, 0.42), (0.5, 0.62)],
    Outcome.EXCEPTION: [(0.5, 0.44), (0.5, 0.56)],
    Outcome.CLEARED: [(0.29, 0.53), (0.44, 0.67), (0.72, 0.36)],
}


def _at(square: QRectF, x: float, y: float) -> QPointF:
    return QPointF(square.x() + x * square.width(), square.y() + y * square.height())


def _outline(square: QRectF, outcome: Outcome) -> QPolygonF:
    if outcome is Outcome.REVIEW:
        points = [(0.5, 0.03), (1.02, 0.96), (-0.02, 0.96)]
    elif outcome is Outcome.EXCEPTION:
        points = [(0.5, -0.04), (1.04, 0.5), (0.5, 1.04), (-0.04, 0.5)]
    else:
        turns = [(math.pi / 8) * (2 * corner + 1) for corner in range(8)]
        points = [(0.5 + 0.54 * math.cos(turn), 0.5 + 0.54 * math.sin(turn)) for turn in turns]
    return QPolygonF([_at(square, x, y) for x, y in points])


def badge_size(outcome: Outcome, font: QFont) -> QSize:
    """The room a badge takes, px."""
    metrics = QFontMetrics(_bold(font))
    side = metrics.ascent()
    return QSize(metrics.horizontalAdvance(verdict_word(outcome)) + side + 3 * _PAD, metrics.height() + _PAD)


def paint_badge(painter: QPainter, corner: QPointF, outcome: Outcome, font: QFont) -> QRectF:
    """Draw a badge (shape and word on their ground) with its top left at ``corner``; gives the room it took."""
    strong, soft = verdict_colours(outcome)
    size = badge_size(outcome, font)
    box = QRectF(corner, size.toSizeF())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(strong), 1))
    painter.setBrush(QColor(soft))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    side = QFontMetrics(_bold(font)).ascent()
    square = QRectF(box.x() + _PAD, box.center().y() - side / 2, side, side)
    paint_shape(painter, square, outcome)
    painter.setFont(_bold(font))
    painter.setPen(QColor(strong))
    words = box.adjusted(2 * _PAD + side, 0, 0, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, verdict_word(outcome))
    painter.restore()
    return box


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


class VerdictBadge(QWidget):
    """A badge as a widget of its own."""

    def __init__(self, outcome: Outcome, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._outcome = outcome
        self.show_verdict(outcome)

    @property
    def outcome(self) -> Outcome:
        """The verdict shown."""
        return self._outcome

    def show_verdict(self, outcome: Outcome) -> None:
        """Show another verdict."""
        self._outcome = outcome
        self.setAccessibleName(verdict_word(outcome))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return badge_size(self._outcome, self.font())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_badge(painter, QPointF(0, 0), self._outcome, self.font())
        painter.end()
