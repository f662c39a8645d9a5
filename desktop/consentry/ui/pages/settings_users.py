"""The card on users: who may open the vault and as what; adding, removing, another role, a new passphrase."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from consentry.services import users
from consentry.services.users import UserView
from consentry.ui import style
from consentry.ui.pages.passphrase import PassphraseField, strength_hint
from consentry.ui.widgets.page import Page, as_card, labelled, words
from consentry.ui.widgets.rows import Column, RowsModel, RowsTable
from consentry_vault.users import Role

_ROWS = 6  # shown at once; the rest scrolls
_WIDE = 420  # px


def role_word(role: Role) -> str:
    """What a user may do, in words."""
    translate = QCoreApplication.translate
    return {
        Role.DESIGNEE: translate("UserRoles", "designee: everything"),
        Role.CLERK: translate("UserRoles", "clerk: roster, answers, imports"),
        Role.REVIEWER: translate("UserRoles", "reviewer: checks, decides, releases"),
        Role.COACH: translate("UserRoles", "coach: the same for their own photos"),
    }[role]


class UsersCard(QWidget):
    """For the designee alone. Each act asks for the passphrase in use: an unlocked window proves nobody."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        columns: list[Column[UserView]] = [
            Column(self.tr("Name"), self._name, stretch=True),
            Column(self.tr("May"), lambda u: role_word(u.role)),
            Column(self.tr("Since"), lambda u: u.added_at.astimezone().date().isoformat()),
        ]
        self.model = RowsModel(columns)
        self.table = RowsTable(self.model, columns, self.tr("Users of this vault"))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._choice_changed())
        self.current = QLineEdit()
        self.current.setEchoMode(QLineEdit.EchoMode.Password)
        self.name = QLineEdit()
        self.role = QComboBox()
        for role in (Role.REVIEWER, Role.CLERK, Role.COACH, Role.DESIGNEE):
            self.role.addItem(role_word(role), role)
        self.wanted = PassphraseField(twice=True)
        self.hint = words("", "small")
        self.wanted.first.textChanged.connect(lambda text: self.hint.setText(strength_hint(text)))
        self.add_button = QPushButton(self.tr("Add the user"))
        self.add_button.setToolTip(self.tr("With the role and the passphrase above."))
        self.add_button.clicked.connect(self._add)
        self.role.currentIndexChanged.connect(lambda _: self._role_chosen())
        self.role_button = QPushButton(self.tr("Give the chosen one this role"))
        self.role_button.setToolTip(self.tr("Their passphrase stays as it is; nobody else needs to know it."))
        self.role_button.clicked.connect(self._ask_role)
        self.reset_button = QPushButton(self.tr("Give the chosen one this passphrase and role"))
        self.reset_button.clicked.connect(self._ask_reset)
        self.remove_button = QPushButton(self.tr("Remove the chosen one"))
        self.remove_button.clicked.connect(self._ask_remove)
        self._lay_out()
        self._choice_changed()

    def load(self) -> None:
        """Show who may open the vault."""
        session = self._page.context.session
        self._page.fetch(lambda: users.listed(session), self._show_users)

    def forget(self) -> None:
        """Nothing secret stays on the screen."""
        self.current.clear()
        self.wanted.clear()

    def _show_users(self, listed: list[UserView]) -> None:
        self.model.show_rows(listed)
        rows = self.table.verticalHeader().defaultSectionSize() * min(len(listed), _ROWS)
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + rows + 4)
        self._choice_changed()

    def _chosen(self) -> UserView | None:
        """Who is chosen; nobody where that is the user at work, or the recovery code."""
        row = self.table.chosen()
        chosen = None if row is None else self.model.rows[row]
        return None if chosen is None or chosen.you or chosen.recovery else chosen

    def _choice_changed(self) -> None:
        chosen = self._chosen()
        for button in (self.reset_button, self.remove_button):
            button.setEnabled(chosen is not None)
        if chosen is not None:
            self.role.setCurrentIndex(self.role.findData(chosen.role))
        self._role_chosen()

    def _role_chosen(self) -> None:
        chosen = self._chosen()
        self.role_button.setEnabled(chosen is not None and Role(self.role.currentData()) is not chosen.role)

    def _ready(self, *, passphrase: bool = True) -> bool:
        """Whether all is typed that an act needs; says what is not."""
        if not self.current.text():
            self._page.message.say(self.tr("Type the passphrase you use now first."), "care")
            self.current.setFocus()
            return False
        if passphrase and not self.wanted.same():
            self._page.message.say(self.tr("The two new passphrases differ; type them again."), "care")
            self.wanted.setFocus()
            return False
        return True

    def _add(self) -> None:
        if not self._ready():
            return
        session, own, name = self._page.context.session, self.current.text(), self.name.text()
        role, wanted = Role(self.role.currentData()), self.wanted.text()
        self._run(
            lambda: users.add(session, own, name, role, wanted),
            self.tr("The user may open this vault from now on; tell them the passphrase in person."),
            self.tr("Adding the user"),
        )

    def _ask_remove(self) -> None:
        chosen, session = self._chosen(), self._page.context.session
        if chosen is None or not self._ready(passphrase=False):
            return
        own = self.current.text()
        self._ask(
            self.tr("{name} will open neither this vault nor its backups any more; what they decided stays."),
            chosen,
            self.tr("Remove {name}"),
            lambda: self._run(
                lambda: users.remove(session, own, chosen.id),
                self.tr("The user is removed."),
                self.tr("Removing the user"),
            ),
        )

    def _ask_role(self) -> None:
        chosen, session = self._chosen(), self._page.context.session
        if chosen is None or not self._ready(passphrase=False):
            return
        own, role = self.current.text(), Role(self.role.currentData())
        self._ask(
            self.tr("The next time {name} unlocks this vault, it is as {role}. The passphrase stays."),
            chosen,
            self.tr("Change the role of {name}"),
            lambda: self._run(
                lambda: users.change_role(session, own, chosen.id, role),
                self.tr("The user has the other role; the passphrase is the one they have."),
                self.tr("Changing the role"),
            ),
        )

    def _ask_reset(self) -> None:
        chosen, session = self._chosen(), self._page.context.session
        if chosen is None or not self._ready():
            return
        own, wanted, role = self.current.text(), self.wanted.text(), Role(self.role.currentData())
        self._ask(
            self.tr("The passphrase {name} uses now opens nothing any more; the new one does."),
            chosen,
            self.tr("Change it for {name}"),
            lambda: self._run(
                lambda: users.reset(session, own, chosen.id, wanted, role),
                self.tr("The user has a new passphrase; tell it to them in person."),
                self.tr("Changing the user"),
            ),
        )

    def _ask(self, sentence: str, chosen: UserView, action: str, act: Callable[[], object]) -> None:
        role = role_word(Role(self.role.currentData()))
        named = (text.format(name=chosen.name, role=role) for text in (sentence, action))
        self._page.message.say(next(named), "care", next(named), act)
        self._page.message.action.setFocus()

    def _run(self, verb: Callable[[], object], done: str, doing: str) -> None:
        self._page.run(verb, lambda _: self._done(done), doing)

    def _done(self, sentence: str) -> None:
        self.forget()
        self.name.clear()
        self._page.message.say(sentence, "done")

    def _name(self, user: UserView) -> str:
        if user.recovery:
            return self.tr("the printed recovery code")
        return self.tr("{name} (you)").format(name=user.name) if user.you else user.name

    def _lay_out(self) -> None:
        column = as_card(self, self.tr("Users"))
        column.addWidget(
            words(
                self.tr("Everyone has a passphrase of their own, and what they do is on record by name."), "small"
            )
        )
        column.addWidget(self.table)
        _fields(column, (self.tr("The passphrase you use now"), self.current), (self.tr("Role"), self.role))
        column.addLayout(_row(self.role_button, self.remove_button))
        column.addSpacing(style.SPACE)
        column.addWidget(words(self.tr("A new user, or a new passphrase for the chosen one"), "heading"))
        _fields(
            column,
            (self.tr("Name of a new user"), self.name),
            (self.tr("Passphrase for the user"), self.wanted),
        )
        column.addWidget(self.hint)
        column.addLayout(_row(self.add_button, self.reset_button))


def _fields(column: QVBoxLayout, *fields: tuple[str, QWidget]) -> None:
    for label, field in fields:
        field.setMaximumWidth(style.wide(_WIDE))
        labelled(column, label, field)


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(style.SPACE)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
