"""The card on access: a new passphrase for the user, and a recovery code to print and lock away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from consentry.services import vaults
from consentry.ui import style
from consentry.ui.pages.passphrase import PassphraseField, strength_hint
from consentry.ui.widgets.page import Page, as_card, labelled, words

_WIDE = 420  # px


class AccessCard(QWidget):
    """Both ask for the passphrase in use: whoever sits at an unlocked window is not thereby its user."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.current = QLineEdit()
        self.current.setEchoMode(QLineEdit.EchoMode.Password)
        self.wanted = PassphraseField(twice=True)
        self.hint = words("", "small")
        self.wanted.first.textChanged.connect(lambda text: self.hint.setText(strength_hint(text)))
        self.change_button = QPushButton(self.tr("Change my passphrase"))
        self.change_button.clicked.connect(self._change)
        self.code_button = QPushButton(self.tr("Make a recovery code"))
        self.code_button.clicked.connect(self._ask_code)
        self.code = QLineEdit()
        self.code.setReadOnly(True)
        self.code_note = words(
            self.tr("Write it down or print it now, and lock it away: it is shown this once."), "small"
        )
        self._lay_out()
        self.forget()

    def forget(self) -> None:
        """Nothing secret stays on the screen."""
        self.current.clear()
        self.wanted.clear()
        self.code.clear()
        self.code.hide()
        self.code_note.hide()

    def _change(self) -> None:
        if not self.current.text():
            self._page.message.say(self.tr("Type the passphrase you use now first."), "care")
            self.current.setFocus()
            return
        if not self.wanted.same():
            self._page.message.say(self.tr("The two new passphrases differ; type them again."), "care")
            self.wanted.setFocus()
            return
        session, current, wanted = self._page.context.session, self.current.text(), self.wanted.text()
        self._page.run(
            lambda: vaults.change_passphrase(session, current, wanted),
            lambda _: self._changed(),
            self.tr("Changing the passphrase"),
        )

    def _changed(self) -> None:
        self.forget()
        self._page.message.say(self.tr("Your passphrase is changed; the old one opens nothing any more."), "done")

    def _ask_code(self) -> None:
        if not self.current.text():
            self._page.message.say(self.tr("Type the passphrase you use now first."), "care")
            self.current.setFocus()
            return
        self._page.message.say(
            self.tr("Whoever holds the new code opens this vault as a designee; an older code stops working."),
            "care",
            self.tr("Make it"),
            self._make_code,
        )
        self._page.message.action.setFocus()

    def _make_code(self) -> None:
        session, current = self._page.context.session, self.current.text()
        self._page.run(
            lambda: vaults.new_recovery_code(session, current), self._show_code, self.tr("Making a recovery code")
        )

    def _show_code(self, code: str) -> None:
        self.forget()
        self.code.setText(code)
        self.code.show()
        self.code_note.show()
        self.code.setFocus()

    def _lay_out(self) -> None:
        column = as_card(self, self.tr("Access"))
        left = Qt.AlignmentFlag.AlignLeft
        labelled(column, self.tr("The passphrase you use now"), self.current)
        labelled(column, self.tr("A new passphrase"), self.wanted)
        column.addWidget(self.hint)
        column.addWidget(self.change_button, 0, left)
        column.addSpacing(style.SPACE)
        column.addWidget(words(self.tr("A recovery code opens the vault where a passphrase is lost."), "small"))
        column.addWidget(self.code_button, 0, left)
        self.code.setAccessibleName(self.tr("The recovery code"))
        column.addWidget(self.code)
        column.addWidget(self.code_note)
        for field in (self.current, self.wanted, self.code):
            field.setMaximumWidth(style.wide(_WIDE))
