"""Drawing a face that was missed on the photo on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from consentry.services import drawing
from consentry.ui.check.batch import Batch
from consentry.ui.check.decider import Decider

if TYPE_CHECKING:
    from consentry.ui.check.photo_page import PhotoPage


class DrawTool(QObject):
    """By button, by key, or from the contact sheet; the face that was drawn is asked about next."""

    def __init__(self, page: PhotoPage, batch: Batch, decider: Decider) -> None:
        super().__init__(page)
        self._page, self._batch, self._decider = page, batch, decider
        page.draw_button.clicked.connect(self.draw)
        page.canvas.drawn.connect(self._add)

    def draw(self) -> None:
        """Let the user draw a face."""
        self._page.canvas.start_drawing()
        if self._page.canvas.drawing:
            self._page.notice.say(
                self.tr(
                    "Drag a box round the face. By keys: arrows move it, Shift and arrows size it, Enter takes it."
                )
            )

    def _add(self, box: tuple[float, float, float, float]) -> None:
        photo = self._page.photo
        if photo is not None:
            work = drawing.draw_face(self._batch.context.session, photo.id, box)
            self._decider.decide(work, [photo.id], self.tr("The face was added."), self._ask_about_it)

    def _ask_about_it(self) -> None:
        photo = self._page.photo
        if photo is not None and photo.faces:
            self._page.choose(photo.faces[-1].id)
