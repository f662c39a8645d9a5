"""Cropping the copy of the photo on the screen: draw what may go, or have a face left out; take the crop off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from consentry.services import cropping, deciding
from consentry.services.views import PhotoView
from consentry.ui.check.batch import Batch
from consentry.ui.check.decider import Decider
from consentry.ui.trouble import Trouble
from consentry_policy.crops import Crop

if TYPE_CHECKING:
    from consentry.ui.check.photo_page import PhotoPage

_INSET = 1 / 8  # of the photo, on each side: where a crop begins that is placed by keys


class CropTool(QObject):
    """The verbs of the photo page about the crop, by button and by key; each can be undone like any other."""

    def __init__(self, page: PhotoPage, batch: Batch, decider: Decider) -> None:
        super().__init__(page)
        self._page, self._batch, self._decider = page, batch, decider
        page.crop_button.clicked.connect(self.draw)
        page.leave_out_button.clicked.connect(self.leave_out)
        page.whole_button.clicked.connect(self.take_off)
        page.canvas.cropped.connect(self._crop)

    def draw(self) -> None:
        """Let the user draw what may go; it begins with the crop there is."""
        photo = self._page.photo
        if photo is None or not _can_be_cropped(photo):
            return
        across, down = photo.width * _INSET, photo.height * _INSET
        inset = (across, down, photo.width - 2 * across, photo.height - 2 * down)
        self._offer(
            photo.crop or inset,
            self.tr("Drag over what may go. By keys: arrows move it, Shift and arrows size it, Enter takes it."),
        )

    def leave_out(self) -> None:
        """Show the best crop without the face that is asked about; the user takes it, or changes it first."""
        photo, face = self._page.photo, self._page.face
        if photo is None or face is None or not _can_be_cropped(photo):
            return
        session, wanted = self._batch.context.session, (photo.id, face.id)
        text = self.tr(
            "This part leaves face {number} out. Enter takes it, Esc gives up; arrows or a drag change it."
        ).format(number=face.ordinal)

        def proposed(crop: Crop) -> None:
            if self._is_on_screen(*wanted):
                self._offer(crop.box, text)

        def refused(trouble: Trouble) -> None:
            if self._is_on_screen(*wanted):
                self._page.notice.say_trouble(trouble)

        self._batch.context.runner.run(
            lambda: cropping.leaving_out(session, *_one(wanted)), proposed, refused, owner=self
        )

    def take_off(self) -> None:
        """Let the whole photo go again."""
        photo, session = self._page.photo, self._batch.context.session
        self._page.canvas.stop_drawing()
        if photo is not None and photo.crop is not None:
            self._decider.decide(
                lambda: deciding.uncrop(session, [photo.id]),
                [photo.id],
                self.tr(
                    "The copy will show the whole photo; what was said of the crop alone does not count any more."
                ),
            )

    def show_state(self, photo: PhotoView) -> None:
        """Which of the buttons can do anything for a photo."""
        self._page.crop_button.setEnabled(_can_be_cropped(photo))
        self._page.leave_out_button.setEnabled(_can_be_cropped(photo) and bool(photo.faces))
        self._page.whole_button.setEnabled(photo.crop is not None)

    def _offer(self, box: tuple[float, float, float, float], sentence: str) -> None:
        canvas = self._page.canvas
        canvas.start_cropping(box)
        if canvas.drawing:
            self._page.notice.say(sentence, action=self.tr("Crop to this"), act=canvas.take_drawing)

    def _crop(self, box: tuple[float, float, float, float]) -> None:
        photo, session = self._page.photo, self._batch.context.session
        self._page.canvas.setFocus()
        if photo is not None:
            self._decider.decide(
                lambda: deciding.crop(session, photo.id, box),
                [photo.id],
                self.tr("The copy will be cut to this part."),
            )

    def _is_on_screen(self, photo_id: str, face_id: str) -> bool:
        """The user may have gone on while a crop was looked for."""
        photo, face = self._page.photo, self._page.face
        return photo is not None and photo.id == photo_id and face is not None and face.id == face_id


def _can_be_cropped(photo: PhotoView) -> bool:
    return photo.error is None and photo.width > 0 and photo.height > 0


def _one(wanted: tuple[str, str]) -> tuple[str, list[str]]:
    return wanted[0], [wanted[1]]
