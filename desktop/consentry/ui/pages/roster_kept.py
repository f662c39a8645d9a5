"""The faces kept from photos as further references of one person, each with its date and a way to take it back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from consentry.services.references import KeptFace
from consentry.ui import style
from consentry.ui.pages.roster_history import empty
from consentry.ui.widgets.page import words
from consentry.ui.widgets.portraits import portrait_of

_SIDE = 48  # px


class KeptFaces(QWidget):
    """Hidden while there is none. Emits ``taking_back`` with the `KeptFace` that is to go."""

    taking_back = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, style.SPACE, 0, 0)
        self._lines.setSpacing(style.SPACE)
        self.faces: list[KeptLine] = []
        self.hide()

    def show_faces(self, kept: Sequence[KeptFace], *, may_take_back: bool) -> None:
        """Show what is kept of a person."""
        empty(self._lines)
        self.faces = [KeptLine(face, may_take_back=may_take_back) for face in kept]
        if kept:
            self._lines.addWidget(words(self.tr("Kept from photos"), "field"))
        for line in self.faces:
            line.back_button.clicked.connect(lambda _=False, face=line.face: self.taking_back.emit(face))
            self._lines.addWidget(line)
        self.setVisible(bool(kept))


class KeptLine(QFrame):
    """One kept face."""

    def __init__(self, face: KeptFace, *, may_take_back: bool) -> None:
        super().__init__()
        self.face = face
        taken = (
            self.tr("Photo of {day}").format(day=face.taken_on.isoformat())
            if face.taken_on is not None
            else self.tr("Photo without a date")
        )
        details = self.tr("kept on {day}").format(day=face.kept_on.isoformat())
        if not face.counts:
            details += " · " + self.tr("does not count: the answer was changed or taken back")
        picture = QLabel()
        picture.setPixmap(portrait_of(face.crop or b"", _SIDE))
        picture.setFixedSize(_SIDE, _SIDE)
        picture.setAccessibleName(taken)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addStretch(1)
        text.addWidget(words(taken, "" if face.counts else "muted"))
        text.addWidget(words(details, "small"))
        text.addStretch(1)
        self.back_button = QPushButton(self.tr("Take back"), self)  # without a parent, showing it makes a window
        self.back_button.setProperty("kind", "quiet")
        self.back_button.setAccessibleName(self.tr("Take back: {what}").format(what=taken))
        self.back_button.setVisible(may_take_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.SPACE)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
        row.addWidget(self.back_button)
        self.setAccessibleName(f"{taken}. {details}")
