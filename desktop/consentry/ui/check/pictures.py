"""Small pictures out of the vault: crops of faces and portraits of people, fetched as they are wanted."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from consentry.services import photos, roster
from consentry.ui.check.thumbnails import Thumbnails
from consentry.ui.context import UiContext

_SIDE = 224  # px
_PORTRAITS = 3  # of one person beside a face


class Pictures(QObject):
    """Crops by face id; portraits by person and number, as ``person/0``, ``person/1`` …"""

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        session = context.session
        self.crops = Thumbnails(context.runner, lambda face: photos.face_crop(session, face), _SIDE, parent=self)
        self.portraits = Thumbnails(context.runner, lambda key: _portrait(context, key), _SIDE, parent=self)

    def portrait_keys(self, person: str) -> list[str]:
        """The keys of a person's first portraits; some may not exist."""
        return [f"{person}/{number}" for number in range(_PORTRAITS)]

    def forget_portraits(self) -> None:
        """The roster changed."""
        self.portraits.forget()


def _portrait(context: UiContext, key: str) -> bytes:
    person, _, number = key.rpartition("/")
    found = roster.portraits(context.session, person)
    place = int(number)
    return found[place] if place < len(found) else b""


class Picture(QLabel):
    """A label that shows one picture of a store as soon as it is here."""

    def __init__(self, store: Thumbnails, side: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._key = ""
        self._side = side
        self.setFixedSize(side, side)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(name)
        self.setProperty("role", "picture")
        store.ready.connect(self._arrived)

    def show_key(self, key: str, *, hide_without: bool = False) -> None:
        """Show another picture; ``hide_without`` hides the label until there is one."""
        self._key = key
        pixmap = self._store.get(key) if key else None
        self.setVisible(not hide_without or pixmap is not None)
        self._draw(pixmap)

    def _arrived(self, key: str) -> None:
        if key == self._key:
            self._draw(self._store.get(key))
            self.show()

    def _draw(self, pixmap: QPixmap | None) -> None:
        if pixmap is None:
            self.clear()
            return
        self.setPixmap(
            pixmap.scaled(
                self._side,
                self._side,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
