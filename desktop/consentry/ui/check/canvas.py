"""The photo at full size: faces as boxes, zoom and pan, and drawing a missed face or a crop (mouse or keys)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsPixmapItem, QGraphicsScene, QGraphicsView, QWidget

from consentry.services.views import FaceView
from consentry.ui.check.draft import CropDraft, Draft, square_at
from consentry.ui.check.face_item import FaceItem
from consentry.ui.check.shade import Shade

_STEP = 1.25  # of one notch of the wheel, one press of + or -
_MOST = 12.0  # screen pixels for one of the photo
_LABELS = 8  # up to so many faces every label is written out


class FaceCanvas(QGraphicsView):
    """Scene coordinates are upright pixels of the photo, so boxes need no conversion."""

    face_chosen = Signal(str)
    drawn = Signal(object)
    """(x, y, w, h) in upright pixels: a face drawn by hand."""
    cropped = Signal(object)
    """(x, y, w, h) in upright pixels: what the copy is to be cut to."""
    drawing_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = QGraphicsScene(self)
        self.setScene(self._scene)
        self._picture = QGraphicsPixmapItem()
        self._picture.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self._scene.addItem(self._picture)
        self._faces: dict[str, FaceItem] = {}
        self._chosen: str | None = None
        self._fitted = True
        self._draft: Draft | None = None
        self._shade = Shade(self._scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setBackgroundBrush(Qt.GlobalColor.black)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Photo"))

    @property
    def drawing(self) -> bool:
        """Whether the next rectangle is a face or a crop."""
        return self._draft is not None

    def show_picture(self, picture: QPixmap | QImage, width: int, height: int) -> None:
        """Show the photo. ``width``, ``height``: of the upright original; the picture may be smaller."""
        pixmap = QPixmap.fromImage(picture) if isinstance(picture, QImage) else picture
        self._picture.setPixmap(pixmap)
        if pixmap.isNull():
            return
        self._picture.setScale(width / pixmap.width())
        self._scene.setSceneRect(QRectF(0, 0, width, height))
        if self._fitted:
            self.fit()

    def show_faces(self, faces: Sequence[FaceView]) -> None:
        """Show other boxes; the chosen face stays chosen while it is there."""
        for item in self._faces.values():
            self._scene.removeItem(item)
        self._faces = {face.id: FaceItem(face) for face in faces}
        for item in self._faces.values():
            self._scene.addItem(item)
        self.choose(self._chosen if self._chosen in self._faces else None)

    def show_crop(self, crop: tuple[float, float, float, float] | None) -> None:
        """Darken what a crop (x, y, w, h in upright pixels) cuts off; None: nothing."""
        self._shade.show_around(None if crop is None else QRectF(*crop))

    def choose(self, face_id: str | None) -> None:
        """Mark one face as the one that is asked about, and bring it into sight."""
        self._chosen = face_id
        loud = sum(not item.quiet for item in self._faces.values())
        for key, item in self._faces.items():
            chosen = key == face_id
            item.show_as(chosen=chosen, in_full=chosen or loud <= _LABELS)
        if face_id in self._faces and not self._fitted:
            self.ensureVisible(self._faces[face_id], 60, 60)

    def fit(self) -> None:
        """Show the whole photo."""
        self._fitted = True
        self.fitInView(self._scene.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)

    def zoom(self, factor: float) -> None:
        """Enlarge or shrink, between the whole photo and very near."""
        scale = self.transform().m11() * factor
        if factor < 1 and scale <= _whole(self):
            self.fit()
        elif scale <= _MOST:
            self._fitted = False
            self.scale(factor, factor)

    def toggle_near(self) -> None:
        """Between the whole photo and the chosen face from near."""
        item = self._faces.get(self._chosen or "")
        if not self._fitted or item is None:
            self.fit()
            return
        self._fitted = False
        box = item.rect()
        self.fitInView(
            box.adjusted(-box.width(), -box.height(), box.width(), box.height()),
            Qt.AspectRatioMode.KeepAspectRatio,
        )

    def start_drawing(self) -> None:
        """The next rectangle, dragged or moved with the arrow keys, is a face; Esc gives up."""
        if type(self._draft) is not Draft:
            centre = self.mapToScene(self.viewport().rect().center())
            self._start(Draft, square_at(self._scene, centre))

    def start_cropping(self, box: tuple[float, float, float, float]) -> None:
        """The same for a crop; it begins as ``box``, and what it would cut off is dark."""
        self._start(CropDraft, QRectF(*box))

    def stop_drawing(self) -> None:
        """Draw neither face nor crop."""
        if self._draft is not None:
            self._draft.remove()
            self._draft = None
            self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
            self.viewport().unsetCursor()
            self._shade.set_visible(True)
            self.drawing_ended.emit()

    def take_drawing(self) -> None:
        """A rectangle that is large enough is a face, or the crop."""
        draft = self._draft
        box = draft.box() if draft is not None else None
        if box is not None:
            self.stop_drawing()
            (self.cropped if isinstance(draft, CropDraft) else self.drawn).emit(box)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel zooms at the pointer."""
        self.zoom(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A photo shown whole stays whole."""
        super().resizeEvent(event)
        if self._fitted:
            self.fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a rectangle, choose a face, or pan."""
        if self._draft is not None and event.button() is Qt.MouseButton.LeftButton:
            self._draft.begin(_at(self, event))
            return
        face = next((item for item in self.items(event.position().toPoint()) if isinstance(item, FaceItem)), None)
        if face is not None:
            self.face_chosen.emit(face.face.id)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the rectangle or with panning."""
        if self._draft is not None:
            if event.buttons() & Qt.MouseButton.LeftButton:
                self._draft.reach(_at(self, event))
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The rectangle is taken."""
        if self._draft is not None and event.button() is Qt.MouseButton.LeftButton:
            self._draft.reach(_at(self, event))
            self.take_drawing()
            return
        super().mouseReleaseEvent(event)
        event.accept()  # the end of a click on a box, too; its beginning was taken here

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the rectangle while drawing; every other key is the page's."""
        if self._draft is None:
            event.ignore()
        elif event.key() == Qt.Key.Key_Escape:
            self.stop_drawing()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.take_drawing()
        elif not self._draft.move(event):
            event.ignore()

    def _start(self, kind: type[Draft], box: QRectF) -> None:
        if self._scene.sceneRect().isEmpty():
            return
        if self._draft is not None:
            self._draft.remove()
        self.setDragMode(QGraphicsView.DragMode.NoDrag)
        self.viewport().setCursor(Qt.CursorShape.CrossCursor)
        self._draft = kind(self._scene, box)
        self._shade.set_visible(kind is not CropDraft)
        self.setFocus()


def _at(view: QGraphicsView, event: QMouseEvent) -> QPointF:
    """Where on the photo the mouse is."""
    return view.mapToScene(event.position().toPoint())


def _whole(view: QGraphicsView) -> float:
    """The scale at which the whole photo fits."""
    scene, port = view.sceneRect(), view.viewport().rect()
    if scene.isEmpty():
        return 1.0
    return min(port.width() / scene.width(), port.height() / scene.height())
