"""Paints one photo of a grid: picture, verdict, file name, a tick where it was seen, and if asked the faces."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from consentry.services.views import PhotoView
from consentry.ui.check.looks import face_look
from consentry.ui.check.photo_model import PHOTO
from consentry.ui.check.shade import paint_shade
from consentry.ui.check.thumbnails import Thumbnails
from consentry.ui.said import sentence
from consentry.ui.widgets.verdict import badge_size, paint_badge, paint_shape, verdict_colours
from consentry_policy.facts import FaceState
from consentry_policy.verdicts import Outcome

_MARGIN = 6


class PhotoDelegate(QStyledItemDelegate):
    """Cells of one size. ``boxes`` draws the faces that were found, so that a missed one stands out."""

    def __init__(self, thumbnails: Thumbnails, cell: QSize, *, boxes: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._boxes = boxes
        self.cell = cell
        self._badges: dict[tuple[object, ...], QPixmap] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The same for every photo."""
        return self.cell

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the cell."""
        photo = index.data(PHOTO)
        if not isinstance(photo, PhotoView):
            return
        area: QRect = option.rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        palette: QPalette = option.palette
        state: QStyle.StateFlag = option.state
        painter.save()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(area, palette.color(QPalette.ColorRole.Highlight))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Text), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        line = painter.fontMetrics().height() + 4
        picture = area.adjusted(4, 4, -4, -line)
        self._paint_picture(painter, picture, photo, palette)
        badge = self._badge(photo.outcome, painter)
        top = picture.bottom() - round(badge.deviceIndependentSize().height()) - 3
        painter.drawPixmap(QPointF(picture.x() + 4, top), badge)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        self._paint_foot(
            painter, QRect(area.x() + 4, area.bottom() - line, area.width() - 8, line), photo, palette.color(role)
        )
        painter.restore()

    def _badge(self, outcome: Outcome, painter: QPainter) -> QPixmap:
        """A verdict's badge, drawn once for a font, an appearance and a screen: a grid paints thousands."""
        ratio = painter.device().devicePixelRatioF()
        key = (outcome, painter.font().key(), verdict_colours(outcome), ratio)
        if key not in self._badges:
            badge = QPixmap(badge_size(outcome, painter.font()) * ratio)
            badge.setDevicePixelRatio(ratio)
            badge.fill(Qt.GlobalColor.transparent)
            own = QPainter(badge)
            paint_badge(own, QPointF(0, 0), outcome, painter.font())
            own.end()
            self._badges[key] = badge
        return self._badges[key]

    def _paint_picture(self, painter: QPainter, box: QRect, photo: PhotoView, palette: QPalette) -> None:
        pixmap = self._thumbnails.get(photo.id)
        if pixmap is None:
            painter.fillRect(box, palette.color(QPalette.ColorRole.AlternateBase))
            if photo.error:
                painter.setPen(palette.color(QPalette.ColorRole.Text))
                flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
                painter.drawText(box.adjusted(6, 6, -6, -30), flags, sentence(photo.error))
            return
        target = fitted(pixmap, box)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(target, pixmap, QRectF(pixmap.rect()))
        if photo.crop is not None and photo.width > 0:
            paint_shade(painter, target, photo.crop, photo.width)
        if self._boxes and photo.width > 0:
            self._paint_faces(painter, target, photo)

    @staticmethod
    def _paint_faces(painter: QPainter, target: QRectF, photo: PhotoView) -> None:
        """No box round what is held to be no face: where that is wrong, a face without a box must stand out."""
        scale = target.width() / photo.width
        for face in photo.faces:
            if face.state is FaceState.NOT_A_FACE:
                continue
            x, y, width, height = (value * scale for value in face.box)
            box = QRectF(target.x() + x, target.y() + y, width, height)
            painter.setPen(QPen(QColor("#000000"), 3))
            painter.drawRect(box)
            painter.setPen(QPen(face_look(face).fill.lighter(150), 1.5))
            painter.drawRect(box)

    @staticmethod
    def _paint_foot(painter: QPainter, box: QRect, photo: PhotoView, ink: QColor) -> None:
        painter.setPen(ink)
        if photo.seen:
            tick = QRectF(box.right() - box.height() + 4, box.y() + 3, box.height() - 6, box.height() - 6)
            paint_shape(painter, tick, Outcome.CLEARED)
            box = box.adjusted(0, 0, -box.height(), 0)
        name = painter.fontMetrics().elidedText(photo.file_name, Qt.TextElideMode.ElideMiddle, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter, name)


def fitted(pixmap: QPixmap, box: QRect) -> QRectF:
    """Where a picture stands in a box: whole, in the middle, never enlarged beyond twice its size."""
    size = QSize(pixmap.size()).scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
    most = QSize(pixmap.width() * 2, pixmap.height() * 2)
    if size.width() > most.width():
        size = most
    return QRectF(
        box.x() + (box.width() - size.width()) / 2,
        box.y() + (box.height() - size.height()) / 2,
        size.width(),
        size.height(),
    )
