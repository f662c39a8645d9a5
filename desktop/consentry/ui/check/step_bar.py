"""The way of a batch: its photos, faces to answer for, contact sheet, release; and how much is left of each."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from consentry.services.views import PhotoView
from consentry.ui.check.flow import FlowLayout
from consentry.ui.check.photo_words import is_unresolved
from consentry_policy.verdicts import Outcome


class Step(StrEnum):
    """Where one is with a batch."""

    PHOTOS = "photos"
    FACES = "faces"
    SHEET = "sheet"
    RELEASE = "release"


class StepBar(QWidget):
    """Emits `chosen` with a `Step`."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(self)
        self.buttons: dict[Step, QPushButton] = {}
        for step in Step:
            button = QPushButton()
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, step=step: self.chosen.emit(step))
            row.addWidget(button)
            self.buttons[step] = button
        self.count([])

    def show_step(self, step: Step) -> None:
        """Mark where one is."""
        for each, button in self.buttons.items():
            button.setChecked(each is step)

    def count(self, photos: Sequence[PhotoView]) -> None:
        """Say on each step how much there is to do."""
        may = [photo for photo in photos if photo.outcome in {Outcome.CLEARED, Outcome.EXCEPTION}]
        words = {
            Step.PHOTOS: self.tr("Photos · {count}").format(count=len(photos)),
            Step.FACES: self.tr("Review faces · {count} to answer").format(count=sum(map(is_unresolved, photos))),
            Step.SHEET: self.tr("Contact sheet · {count} to see").format(count=sum(not p.seen for p in may)),
            Step.RELEASE: self.tr("Release · {count} may go").format(count=len(may)),
        }
        for step, button in self.buttons.items():
            button.setText(words[step])
