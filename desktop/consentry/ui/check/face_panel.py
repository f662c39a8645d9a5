"""Beside the photo: why it has its verdict, its faces as a list (for keys and screen readers), who it may be."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QVBoxLayout, QWidget

from consentry.services.views import CandidateView, FaceView, PhotoView
from consentry.ui.check.answer_panel import AnswerPanel
from consentry.ui.check.pictures import Picture, Pictures
from consentry.ui.check.quiet_list import QuietList
from consentry.ui.check.reason_list import ReasonList
from consentry.ui.check.tab_order import put_before
from consentry.ui.check.words import face_sentence
from consentry.ui.said import sentence
from consentry.ui.widgets.page import words

_SIDE = 120  # px, of the face's crop
_ROWS = 4  # faces in sight at once


class FacePanel(QWidget):
    """Emits `chosen` with a face's id; the answers come from `answers`, the words from `reasons`."""

    chosen = Signal(str)

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photo: PhotoView | None = None
        self.reasons = ReasonList()
        self._title = words(self.tr("Faces"), "field")
        self.faces = QuietList()
        self.faces.setAccessibleName(self.tr("Faces in this photo"))
        self.faces.currentItemChanged.connect(self._moved)
        self._crop = Picture(pictures.crops, _SIDE, self.tr("The face that is asked about"))
        self._sentence = words("", "heading")
        self._sentence.setWordWrap(True)
        above = QWidget()
        column = QVBoxLayout(above)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.reasons)
        column.addWidget(self._title)
        column.addWidget(self.faces)
        asked = QHBoxLayout()
        asked.addWidget(self._crop)
        asked.addWidget(self._sentence, 1)
        column.addLayout(asked)
        self.answers = AnswerPanel(pictures, above)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.answers)

    def show_photo(self, photo: PhotoView, face_id: str | None) -> None:
        """Show a photo's reasons and faces, and ask about one of them."""
        self._photo = photo
        self.reasons.show_photo(photo)
        put_before(self.reasons.buttons, self.faces)
        self.faces.blockSignals(True)
        self.faces.clear()
        for face in photo.faces:
            item = QListWidgetItem(face_sentence(face))
            item.setToolTip(face_sentence(face))
            item.setData(Qt.ItemDataRole.UserRole, face.id)
            self.faces.addItem(item)
        self.faces.blockSignals(False)
        rows = min(len(photo.faces), _ROWS)
        self.faces.setFixedHeight(rows * (self.faces.sizeHintForRow(0) + 2) + 6 if rows else 0)
        self._title.setVisible(rows > 0)
        self.faces.setVisible(rows > 0)
        self.choose(face_id)

    def choose(self, face_id: str | None) -> None:
        """Ask about another face of the photo."""
        faces = self._photo.faces if self._photo is not None else ()
        face = next((face for face in faces if face.id == face_id), None)
        self.faces.blockSignals(True)
        for row, listed in enumerate(faces):
            if listed.id == face_id:
                self.faces.setCurrentRow(row)
        self.faces.blockSignals(False)
        self._crop.setVisible(face is not None)
        self._sentence.setVisible(face is not None)
        if face is None:
            self.answers.ask_nothing()
            return
        self._crop.show_key(face.id)
        self._sentence.setText(face_sentence(face))
        self.answers.ask([face.id], candidates_of(face), self._clause, covered=face.covered)

    def _clause(self, candidate: CandidateView) -> str:
        reasons = self._photo.reasons if self._photo is not None else ()
        return next((sentence(reason.clause) for reason in reasons if reason.person == candidate.person), "")

    def _moved(self, item: QListWidgetItem | None, _: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))


def candidates_of(face: FaceView) -> list[CandidateView]:
    """Everyone a face is or may be, the likeliest first, each once."""
    everyone = [*([face.person] if face.person is not None else []), *face.candidates]
    return list({candidate.person: candidate for candidate in everyone}.values())
