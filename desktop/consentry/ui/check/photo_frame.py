"""The room around a photo: name and place above, the moves below, faces and answers at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from consentry.services.views import PhotoView
from consentry.ui.check.canvas import FaceCanvas
from consentry.ui.check.face_panel import FacePanel
from consentry.ui.check.flow import FlowLayout
from consentry.ui.check.pictures import Pictures
from consentry.ui.check.walk import Walk
from consentry.ui.check.words import count_of_photos
from consentry.ui.widgets.elided import Elided
from consentry.ui.widgets.message import MessageLine
from consentry.ui.widgets.page import words


class PhotoFrame(QWidget):
    """Layout and buttons only; what they do is the photo page's."""

    left = Signal()

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = FaceCanvas()
        self.panel = FacePanel(pictures)
        self.notice = MessageLine()
        self.name = Elided("field")
        self.place = words("", "muted")
        self.place.setWordWrap(False)
        self.back = QPushButton(self.tr("◂ Back  (Esc)"))
        self.previous = QPushButton(self.tr("Previous  (←)"))
        self.next = QPushButton(self.tr("Next  (→)"))
        self.unresolved = QPushButton(self.tr("Next open  (Space)"))
        self.draw_button = QPushButton(self.tr("Draw a face  (D)"))
        self.crop_button = QPushButton(self.tr("Crop  (R)"))
        self.crop_button.setToolTip(
            self.tr("Draw the part of the photo that may go; the rest is cut off the copy.")
        )
        self.leave_out_button = QPushButton(self.tr("Crop this face out  (L)"))
        self.leave_out_button.setToolTip(
            self.tr("Show the largest part that leaves this face out and keeps the others.")
        )
        self.whole_button = QPushButton(self.tr("Whole photo  (W)"))
        self.whole_button.setToolTip(self.tr("Take the crop off."))
        self.undo_button = QPushButton(self.tr("Undo  (Ctrl+Z)"))
        self.back.clicked.connect(self.left)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self._photo_side())
        split.addWidget(self.panel)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 0)
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(split)

    def say_where(self, photo: PhotoView, walk: Walk) -> None:
        """Name and place of the photo on the screen."""
        self.name.setText(photo.file_name)
        told = self.tr("Photo {name}") if photo.crop is None else self.tr("Photo {name}, its copy is cropped")
        self.canvas.setAccessibleName(told.format(name=photo.file_name))
        self.place.setText(
            self.tr("{place} of {count} · {left} to answer").format(
                place=walk.place, count=walk.count, left=count_of_photos(walk.unresolved)
            )
        )
        self.previous.setEnabled(walk.neighbour(-1) is not None)
        self.next.setEnabled(walk.neighbour(1) is not None)

    def _photo_side(self) -> QWidget:
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addWidget(self.name, 1)
        head.addWidget(self.place)
        foot = FlowLayout()
        for move in (self.previous, self.next, self.unresolved):
            foot.addWidget(move)
        for act in (
            self.draw_button,
            self.crop_button,
            self.leave_out_button,
            self.whole_button,
            self.undo_button,
        ):
            foot.addWidget(act)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.notice)
        column.addWidget(self.canvas, 1)
        column.addLayout(foot)
        return side
