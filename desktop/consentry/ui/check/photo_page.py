"""One photo at a time: look, answer by key, and the next open face comes by itself."""

from __future__ import annotations

from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QWidget

from consentry.services.views import FaceView, PhotoView
from consentry.ui.check.batch import Batch
from consentry.ui.check.crop_tool import CropTool
from consentry.ui.check.decider import Decider
from consentry.ui.check.draw_tool import DrawTool
from consentry.ui.check.photo_answers import PhotoAnswers
from consentry.ui.check.photo_frame import PhotoFrame
from consentry.ui.check.photo_keys import move_of_key
from consentry.ui.check.photo_loader import PhotoLoader
from consentry.ui.check.photo_model import PhotoFilter
from consentry.ui.check.photo_words import is_open, is_unresolved
from consentry.ui.check.pictures import Pictures
from consentry.ui.check.thumbnails import Thumbnails
from consentry.ui.check.walk import Walk
from consentry.ui.trouble import Trouble


class PhotoPage(PhotoFrame):
    """Shows the photos that the grid's filter admits, in its order. `left` when the user goes back."""

    def __init__(
        self,
        batch: Batch,
        shown: PhotoFilter,
        decider: Decider,
        thumbnails: Thumbnails,
        pictures: Pictures,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(pictures, parent)
        self._batch, self._decider, self._thumbnails = batch, decider, thumbnails
        self._walk = Walk(batch.model, shown)
        self._photo: PhotoView | None = None
        self._face: str | None = None
        self._ready = False
        self.crop = CropTool(self, batch, decider)
        self.missed = DrawTool(self, batch, decider)
        self._answers = PhotoAnswers(self, batch, decider)
        self.loader = PhotoLoader(batch.context.session, batch.context.runner, self)
        self.previous.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))
        self.unresolved.clicked.connect(self.next_unresolved)
        self.undo_button.clicked.connect(decider.undo)
        self.canvas.face_chosen.connect(self.choose)
        self.canvas.drawing_ended.connect(self.notice.clear)
        self.panel.chosen.connect(self.choose)
        self.loader.loaded.connect(self._loaded)
        self.loader.failed.connect(self._not_loaded)
        batch.updated.connect(self._updated)
        batch.opened.connect(self._other_batch)

    @property
    def photo(self) -> PhotoView | None:
        """The photo on the screen."""
        return self._photo

    @property
    def face(self) -> FaceView | None:
        """The face that is asked about."""
        faces = self._photo.faces if self._photo is not None else ()
        return next((face for face in faces if face.id == self._face), None)

    def show_photo(self, photo_id: str) -> None:
        """Open a photo; the order of the walk is what the grid shows now."""
        self._walk.begin(photo_id)
        self._open(photo_id)

    def choose(self, face_id: str | None) -> None:
        """Ask about a face."""
        self._face = face_id
        self.canvas.choose(face_id)
        self.panel.choose(face_id)

    def step(self, by: int) -> None:
        """The next or the previous photo."""
        photo_id = self._walk.neighbour(by)
        if photo_id is not None:
            self._open(photo_id)

    def step_face(self, by: int) -> None:
        """The next or the previous face of the photo."""
        faces = self._photo.faces if self._photo is not None else ()
        if faces:
            place = next((n for n, face in enumerate(faces) if face.id == self._face), -by)
            self.choose(faces[(place + by) % len(faces)].id)

    def next_unresolved(self) -> None:
        """The next open face of this photo, else the next photo that is not resolved."""
        if self._photo is None:
            return
        ids = [face.id for face in self._photo.faces]
        after = ids.index(self._face) + 1 if self._face in ids else 0
        coming = next((face for face in self._photo.faces[after:] if is_open(face)), None)
        if coming is not None and is_unresolved(self._photo):
            self.choose(coming.id)
        else:
            self._next_photo()

    def go_on(self) -> None:
        """After an answer: the face that is open next, in this photo or in another."""
        photo = self._photo
        if photo is None:
            return
        if not is_unresolved(photo):
            self._next_photo()
            return
        coming = next((face for face in photo.faces if is_open(face)), None)
        if coming is not None:
            self.choose(coming.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answers and moves; what is neither goes on to the window."""
        move = move_of_key(self, event)
        if self._photo is not None and move is not None:
            move()
        elif self._photo is None or not self.panel.answers.take_key(event):
            super().keyPressEvent(event)

    def undo(self) -> None:
        """Take the last decision back."""
        self._decider.undo()

    def _open(self, photo_id: str) -> None:
        photo = self._batch.model.photo(photo_id)
        if photo is None:
            return
        self.canvas.stop_drawing()
        self.notice.clear()
        self._walk.go(photo_id)
        self._photo = photo
        first = photo.faces[0].id if photo.faces else None
        self._face = next((face.id for face in photo.faces if is_open(face)), first)
        picture = self.loader.get(photo_id) or self._thumbnails.get(photo_id)
        if photo.width and photo.height and picture is not None:
            self.canvas.show_picture(picture, photo.width, photo.height)
        self._show()
        if photo.error is None:
            self.loader.want(photo_id, self._walk.near())
        self.canvas.setFocus()

    def _show(self) -> None:
        if self._photo is not None:
            self.say_where(self._photo, self._walk)
            self.crop.show_state(self._photo)
            self.canvas.show_crop(self._photo.crop)
            self.canvas.show_faces(self._photo.faces)
            self.panel.show_photo(self._photo, self._face)
            self.canvas.choose(self._face)

    def _updated(self) -> None:
        if self._photo is None:
            self._get_ready()
        fresh = self._batch.model.photo(self._photo.id) if self._photo is not None else None
        if fresh is not None and fresh is not self._photo:
            self._photo = fresh
            if self.face is None:
                self._face = fresh.faces[0].id if fresh.faces else None
            self._show()

    def _next_photo(self) -> None:
        photo = self._walk.next_unresolved()
        if photo is not None:
            self._open(photo.id)
        else:
            self.notice.say(self.tr("Nothing is left to answer here."), "done")

    def _other_batch(self) -> None:
        self.loader.forget()
        self._photo = None
        self._ready = False

    def _get_ready(self) -> None:
        """Decode what will be opened first, as soon as the batch is whole: the worker children start meanwhile."""
        first = next(filter(is_unresolved, self._batch.model.photos), None)
        if not self._ready and self._batch.id is not None and first is not None:
            self._ready = True
            self._walk.begin(first.id)
            self.loader.want(first.id, self._walk.near())

    def _loaded(self, photo_id: str, image: QImage) -> None:
        photo = self._photo
        if photo is not None and photo.id == photo_id and photo.width and photo.height:
            self.canvas.show_picture(image, photo.width, photo.height)

    def _not_loaded(self, photo_id: str, trouble: Trouble) -> None:
        if self._photo is not None and self._photo.id == photo_id:
            self.notice.say_trouble(trouble)
