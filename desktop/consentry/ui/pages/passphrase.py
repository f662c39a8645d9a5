"""A passphrase field with a "show" toggle, and how strong a new passphrase is, in words."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from consentry.services.vaults import MIN_PASSPHRASE

_STRONG_BITS = 60


def guessed_bits(passphrase: str) -> float:
    """A cautious guess of the entropy in bits: repeats count little, words about 2 bits a letter."""
    distinct = len(set(passphrase))
    if distinct < 2:
        return 0.0
    kinds = sum(
        (
            any(c.islower() for c in passphrase),
            any(c.isupper() for c in passphrase),
            any(c.isdigit() for c in passphrase),
            any(not c.isalnum() for c in passphrase),
        )
    )
    a_character = min(math.log2(distinct), 1.6 + 0.5 * kinds)
    return len(passphrase) * a_character


def strength_hint(passphrase: str) -> str:
    """One short line for below the field; "" while it is empty."""
    translate = QCoreApplication.translate
    if not passphrase:
        return ""
    if len(passphrase) < MIN_PASSPHRASE:
        return translate("Passphrase", "Too short: {count} of at least {least} characters.").format(
            count=len(passphrase), least=MIN_PASSPHRASE
        )
    if guessed_bits(passphrase) < _STRONG_BITS * 0.6:
        return translate("Passphrase", "Weak: easy to guess. Four or five unrelated words are easy to remember.")
    if guessed_bits(passphrase) < _STRONG_BITS:
        return translate("Passphrase", "Fair: another word would make it strong.")
    return translate("Passphrase", "Strong.")


class PassphraseField(QWidget):
    """One or two hidden lines (``twice``) and a box that shows what is typed."""

    def __init__(self, *, twice: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = self._line(self.tr("Passphrase"))
        self.second: QLineEdit | None = self._line(self.tr("The same passphrase again")) if twice else None
        self.shown = QCheckBox(self.tr("Show what I type"))
        self.shown.toggled.connect(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.first)
        if self.second is not None:
            self.second.setPlaceholderText(self.tr("Once more"))
            column.addWidget(self.second)
        column.addWidget(self.shown)
        self.setFocusProxy(self.first)

    def text(self) -> str:
        """What was typed in the first line."""
        return self.first.text()

    def same(self) -> bool:
        """Whether both lines hold the same."""
        return self.second is None or self.second.text() == self.first.text()

    def clear(self) -> None:
        """Empty the field and hide what will be typed next."""
        self.shown.setChecked(False)
        for line in (self.first, self.second):
            if line is not None:
                line.clear()

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setEchoMode(QLineEdit.EchoMode.Password)
        line.setAccessibleName(name)
        return line

    def _show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for line in (self.first, self.second):
            if line is not None:
                line.setEchoMode(mode)
