"""The gate: what is on the screen while no vault is open. Unlock or create, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from consentry.services import vaults
from consentry.ui import style
from consentry.ui.pages.create import CreateForm, NewVault
from consentry.ui.pages.unlock import UnlockForm
from consentry.ui.preferences import Preferences
from consentry.ui.runner import Runner
from consentry.ui.trouble import Trouble
from consentry.ui.widgets.page import card
from consentry.ui.widgets.picture import Picture

if TYPE_CHECKING:
    from consentry.services.session import Session

_WIDTH = 600  # px


class Gate(QWidget):
    """Emits ``opened`` with a `Session` once a vault is open."""

    opened = Signal(object)

    def __init__(self, runner: Runner, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gate")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._runner = runner
        self._preferences = preferences
        self.last_opened: Path | None = None
        self.unlock = UnlockForm()
        self.unlock.asked.connect(self._unlock)
        self.unlock.create_wanted.connect(self.show_create)
        self.create_form = CreateForm()
        self.create_form.asked.connect(self._create)
        self.create_form.unlock_wanted.connect(self.show_unlock)
        self._lay_out()

    def start(self, vault: Path | None = None) -> None:
        """Show the face that fits: unlock ``vault`` or a recent one, create where there is none."""
        if vault is None and not self._preferences.recent_vaults():
            self.show_create()
        else:
            self.show_unlock(vault)

    def show_unlock(self, vault: Path | None = None) -> None:
        """Show the unlock face."""
        self.create_form.clear()
        self._turn_to(self.unlock)
        wanted = vault if isinstance(vault, Path) else self.last_opened
        self.unlock.show_recent(self._preferences.recent_vaults(), wanted)

    def show_create(self) -> None:
        """Show the create face."""
        self.unlock.passphrase.clear()
        self._turn_to(self.create_form)
        self.create_form.user.setFocus()

    def _turn_to(self, face: QWidget) -> None:
        for other in (self.unlock, self.create_form):  # no stack: the hidden face asks for no room
            other.setVisible(other is face)

    def _unlock(self, folder: Path, passphrase: str) -> None:
        self.unlock.set_busy(busy=True)
        self._runner.run(
            lambda: vaults.unlock(folder, passphrase),
            lambda session: self._opened(session, folder),
            lambda trouble: self._refused(trouble, self.unlock),
        )

    def _create(self, new: NewVault) -> None:
        self.create_form.set_busy(busy=True)
        self._runner.run(
            lambda: vaults.create(new.folder, new.passphrase, new.user, new.matching),
            lambda session: self._opened(session, new.folder),
            lambda trouble: self._refused(trouble, self.create_form),
        )

    def _opened(self, session: Session, folder: Path) -> None:
        for face in (self.unlock, self.create_form):
            face.set_busy(busy=False)
            face.passphrase.clear()
            face.message.clear()
        self.create_form.clear()
        self._preferences.remember_vault(folder)
        self.last_opened = folder
        self.opened.emit(session)

    def _refused(self, trouble: Trouble, face: UnlockForm | CreateForm) -> None:
        face.set_busy(busy=False)
        face.refused(trouble.sentence)

    def _lay_out(self) -> None:
        mark = Picture("consentry", 48)
        frame, inside = card()
        inside.setContentsMargins(*[style.SPACE * 4] * 4)
        inside.addWidget(self.unlock)
        inside.addWidget(self.create_form)
        middle = QWidget()
        middle.setObjectName("scrolled")
        middle.setFixedWidth(style.wide(_WIDTH))
        column = QVBoxLayout(middle)
        column.addStretch(2)
        column.addWidget(mark, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(style.SPACE)
        column.addWidget(frame)
        column.addStretch(3)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        holder = QWidget()
        holder.setObjectName("scrolled")
        centred = QHBoxLayout(holder)
        centred.addStretch(1)
        centred.addWidget(middle)
        centred.addStretch(1)
        scroll.setWidget(holder)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
