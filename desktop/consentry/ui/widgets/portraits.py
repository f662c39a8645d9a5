"""A small JPEG of the vault as a picture with round corners, never by way of a file."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPainterPath, QPixmap


def portrait_of(jpeg: bytes, side: int) -> QPixmap:
    """A square of ``side`` px, filled from the middle of the image; null where the bytes are no image."""
    image = QImage.fromData(jpeg)
    if image.isNull():
        return QPixmap()
    screen = QGuiApplication.primaryScreen()
    scale = screen.devicePixelRatio() if screen is not None else 1.0
    pixels = round(side * scale)
    fitted = image.scaled(
        QSize(pixels, pixels),
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    clip = QPainterPath()
    clip.addRoundedRect(QRectF(0, 0, pixels, pixels), pixels / 9, pixels / 9)
    painter.setClipPath(clip)
    painter.drawImage((pixels - fitted.width()) // 2, (pixels - fitted.height()) // 2, fitted)
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap
