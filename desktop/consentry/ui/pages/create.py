"""The gate's other face: create a vault, its first user and how faces may be matched in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from consentry.services import vaults
from consentry.ui import style
from consentry.ui.pages.folder_field import PathField
from consentry.ui.pages.passphrase import PassphraseField, strength_hint
from consentry.ui.said import matching
from consentry.ui.widgets.busy import BusyBar
from consentry.ui.widgets.message import MessageLine
from consentry.ui.widgets.page import action_button, labelled, on_keys, words


@dataclass(frozen=True, slots=True)
class NewVault:
    """What the form asks to be made."""

    folder: Path
    user: str
    passphrase: str
    matching: str


class CreateForm(QWidget):
    """Emits ``asked`` with a `NewVault` that is complete, ``unlock_wanted`` for the other face."""

    asked = Signal(object)
    unlock_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message = MessageLine()
        self.busy = BusyBar()
        self.place = PathField(self.tr("Where to put the vault"))
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name of the vault"))
        self.name.setText(self.tr("Photo consents"))
        self.user = QLineEdit()
        self.user.setAccessibleName(self.tr("Your name"))
        self.passphrase = PassphraseField(twice=True)
        self.hint = words("", "small")
        self.passphrase.first.textChanged.connect(self._show_hint)
        self.matching = QButtonGroup(self)
        self.choices: dict[str, QRadioButton] = {}
        self.create_button = action_button(self.tr("Create the vault"), primary=True)
        self.create_button.clicked.connect(self.ask)
        self.back_button = QPushButton(self.tr("Unlock an existing vault"))
        self.back_button.setProperty("kind", "quiet")
        self.back_button.clicked.connect(self.unlock_wanted)
        self.place.set_path(Path.home())
        self._lay_out()
        self._show_hint("")
        on_keys(self, None, self.ask)

    def ask(self) -> None:
        """Ask for the vault, once the form is complete; else say in place what is missing."""
        missing = self._missing()
        if missing is not None:
            sentence, where = missing
            self.message.say(sentence, "care")
            where.setFocus()
            return
        self.message.clear()
        place = self.place.path()
        assert place is not None  # _missing() saw it
        self.asked.emit(
            NewVault(
                place / self.name.text().strip(), self.user.text().strip(), self.passphrase.text(), self.chosen()
            )
        )

    def chosen(self) -> str:
        """The gallery mode picked."""
        return next(key for key, button in self.choices.items() if button.isChecked())

    def set_busy(self, *, busy: bool) -> None:
        """While the vault is being made nothing here can be pressed."""
        for part in (self.place, self.name, self.user, self.passphrase, self.create_button, self.back_button):
            part.setEnabled(not busy)
        if busy:
            self.busy.start(None, self.tr("Creating the vault"))
        else:
            self.busy.stop()

    def refused(self, sentence: str) -> None:
        """Say why no vault was made."""
        self.message.say(sentence, "trouble")

    def clear(self) -> None:
        """Forget what was typed."""
        self.passphrase.clear()
        self.user.clear()
        self.message.clear()

    def _missing(self) -> tuple[str, QWidget] | None:
        place = self.place.path()
        name = self.name.text().strip()
        checks: list[tuple[bool, str, QWidget]] = [
            (not self.user.text().strip(), self.tr("Type your name; it goes into the vault's log."), self.user),
            (
                len(self.passphrase.text()) < vaults.MIN_PASSPHRASE,
                self.tr("Use a passphrase of at least {least} characters, four words for example.").format(
                    least=vaults.MIN_PASSPHRASE
                ),
                self.passphrase,
            ),
            (
                not self.passphrase.same(),
                self.tr("The two passphrases differ; type the same one twice."),
                self.passphrase.second or self.passphrase,
            ),
            (
                not name or Path(name).name != name or name in {".", ".."},
                self.tr("Give the vault a simple name, without a slash."),
                self.name,
            ),
            (
                self.matching.checkedButton() is None,
                self.tr("Choose whether faces may be matched; counsel knows what your place allows."),
                next(iter(self.choices.values())),
            ),
            (
                place is None or not place.is_dir(),
                self.tr("Choose a folder that exists to put the vault in."),
                self.place,
            ),
        ]
        return next(((sentence, where) for wrong, sentence, where in checks if wrong), None)

    def _show_hint(self, typed: str) -> None:
        self.hint.setText(
            strength_hint(typed) or self.tr("Nobody can recover a forgotten passphrase: keep it safe.")
        )

    def _choice(self, key: str, title: str, note: str) -> QVBoxLayout:
        button = QRadioButton(title)
        button.setAccessibleDescription(note)
        self.matching.addButton(button)
        self.choices[key] = button
        text = words(note, "small")
        text.setContentsMargins(28, 0, 0, 0)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(button)
        column.addWidget(text)
        return column

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE + 4)
        column.addWidget(words(self.tr("Create a vault"), "title"))
        column.addWidget(
            words(
                self.tr("A vault is an encrypted folder on this computer; nothing in it ever leaves it."), "muted"
            )
        )
        column.addWidget(self.message)
        labelled(column, self.tr("Your name"), self.user)
        labelled(column, self.tr("Passphrase, twice"), self.passphrase)
        column.addWidget(self.hint)
        names = QHBoxLayout()
        names.setSpacing(style.SPACE * 2)
        for text, line, stretch in (
            (self.tr("Name of the vault"), self.name, 2),
            (self.tr("In the folder"), self.place, 3),
        ):
            pair = QVBoxLayout()
            labelled(pair, text, line)
            names.addLayout(pair, stretch)
        column.addLayout(names)
        column.addWidget(words(self.tr("May Consentry match faces?"), "field"))
        for key, (title, note) in vaults.MATCHING_NOTES.items():
            column.addLayout(self._choice(key, matching(title), matching(note)))
        column.addSpacing(style.SPACE)
        column.addWidget(self.busy)
        row = QHBoxLayout()
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self.create_button)
        column.addLayout(row)
