"""What the tests of the window share: a passphrase, a page with its context, clicks, waiting without sleep."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from consentry.services import channels
from consentry.services.session import Session
from consentry.ui.context import UiContext
from consentry.ui.runner import Runner
from consentry_policy.channels import ChannelKind

PASSPHRASE = "four random invented words"
USER = "Dana Example"
SHEET = """Student Number,Last Name,First Name,Grade,Homeroom,Photo Permission
1001,Castillo,Jonas,6,6A,Yes
1002,Quist,Petra,7,7B,No
1003,Rosen,Ada,7,7B,
1004,Sand,Otto,8,8C,Yes
"""

W = TypeVar("W", bound=QWidget)


@dataclass(frozen=True)
class Office:
    """One open vault and the ground for its pages."""

    qtbot: QtBot
    session: Session
    context: UiContext
    folder: Path

    def show(self, page: W) -> W:
        """Put a page on the screen and wait until it has loaded."""
        self.qtbot.addWidget(page)
        page.resize(1000, 700)
        page.show()
        self.settle()
        return page

    def settle(self) -> None:
        """Wait until all work off the UI thread has ended and its results are on the screen."""
        settle(self.qtbot, self.context.runner)

    def click(self, button: QWidget) -> None:
        """Click as a user does, then wait."""
        click(self.qtbot, button)
        self.settle()

    def type(self, field: QLineEdit, text: str) -> None:
        """Type into a line."""
        type_into(self.qtbot, field, text)

    def list_channel(self, name: str = "Instagram", kind: ChannelKind = ChannelKind.SOCIAL) -> None:
        """Put a channel on the district's list."""
        channels.add(self.session, name, kind, USER)
        self.settle()

    def sheet(self, text: str = SHEET) -> Path:
        """A sheet of answers on the disk."""
        path = self.folder / "answers.csv"
        path.write_text(text, encoding="utf-8")
        return path


def settle(qtbot: QtBot, runner: Runner) -> None:
    """Wait until nothing runs; the callbacks were delivered by then."""
    qtbot.waitUntil(lambda: not runner.busy, timeout=30_000)
    qtbot.wait(1)  # one turn of the event loop, for signals that a callback queued
    qtbot.waitUntil(lambda: not runner.busy, timeout=30_000)


def click(qtbot: QtBot, button: QWidget) -> None:
    """Press and release the left button over a widget that can be clicked."""
    assert button.isVisible(), "a user cannot click what is not on the screen"
    assert button.isEnabled(), "a user cannot click what is grey"
    spot = QPoint()  # the middle, but a box with a mark takes clicks on the mark and its words alone
    if isinstance(button, (QCheckBox, QRadioButton)):
        spot = QPoint(12, button.height() // 2)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=spot)


def type_into(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    """Empty a line and type into it."""
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, text)


def choose(box: QComboBox, data: object) -> None:
    """Pick an entry by what it stands for."""
    place = box.findData(data)
    assert place >= 0, f"{data} is not on offer"
    box.setCurrentIndex(place)
