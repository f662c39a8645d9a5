"""Beside the photo: its faces as a list (for keys and screen readers), and the one that is asked about."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidgetItem, QScrollArea, QVBoxLayout, QWidget

from consentry.services.views import CandidateView, FaceView, PhotoView
from consentry.ui.check.answer_panel import AnswerPanel
from consentry.ui.check.pictures import Picture, Pictures
from consentry.ui.check.quiet_list import QuietList
from consentry.ui.check.reason_list import ReasonList
from consentry.ui.check.words import face_sentence
from consentry.ui.widgets.page import words

_SIDE = 132  # px, of the face's crop
_ROWS = 5  # faces in sight at once


class FacePanel(QScrollArea):
    """Emits `chosen` with a face's id; the answers come from `answers`."""

    chosen = Signal(str)

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(340)
        self.reasons = ReasonList()
        self.faces = QuietList()
        self.faces.setAccessibleName(self.tr("Faces in this photo"))
        self.faces.currentItemChanged.connect(self._moved)
        self._crop = Picture(pictures.crops, _SIDE, self.tr("The face that is asked about"))
        self._sentence = words("", "heading")
        self._sentence.setWordWrap(True)
        self.answers = AnswerPanel(pictures)
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(8, 0, 8, 8)
        column.addWidget(self.reasons)
        column.addWidget(words(self.tr("Faces"), "field"))
        column.addWidget(self.faces)
        asked = QHBoxLayout()
        asked.addWidget(self._crop)
        asked.addWidget(self._sentence, 1)
        column.addLayout(asked)
        column.addWidget(self.answers)
        column.addStretch(1)
        self.setWidget(inside)
        self._photo: PhotoView | None = None

    def show_photo(self, photo: PhotoView, face_id: str | None) -> None:
        """Show a photo's reasons and faces, and ask about one of them."""
        self._photo = photo
        self.reasons.show_photo(photo)
        self.faces.blockSignals(True)
        self.faces.clear()
        for face in photo.faces:
            item = QListWidgetItem(face_sentence(face))
            item.setData(Qt.ItemDataRole.UserRole, face.id)
            self.faces.addItem(item)
        self.faces.blockSignals(False)
        rows = min(max(len(photo.faces), 1), _ROWS)
        self.faces.setFixedHeight(rows * (self.fontMetrics().height() + 10) + 6)
        self.choose(face_id)

    def choose(self, face_id: str | None) -> None:
        """Ask about another face of the photo."""
        face = self._face(face_id)
        self.faces.blockSignals(True)
        for row in range(self.faces.count()):
            if self.faces.item(row).data(Qt.ItemDataRole.UserRole) == face_id:
                self.faces.setCurrentRow(row)
        self.faces.blockSignals(False)
        for part in (self._crop, self._sentence, self.answers):
            part.setVisible(face is not None)
        if face is None:
            return
        self._crop.show_key(face.id)
        self._sentence.setText(face_sentence(face))
        self.answers.ask(candidates_of(face), self._clause, covered=face.covered)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """All keys are the page's."""
        event.ignore()

    def _face(self, face_id: str | None) -> FaceView | None:
        faces = self._photo.faces if self._photo is not None else ()
        return next((face for face in faces if face.id == face_id), None)

    def _clause(self, candidate: CandidateView) -> str:
        reasons = self._photo.reasons if self._photo is not None else ()
        return next((reason.clause for reason in reasons if reason.person == candidate.person), "")

    def _moved(self, item: QListWidgetItem | None, _: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))


def candidates_of(face: FaceView) -> list[CandidateView]:
    """Everyone a face is or may be, the likeliest first, each once."""
    everyone = [*([face.person] if face.person is not None else []), *face.candidates]
    return list({candidate.person: candidate for candidate in everyone}.values())
