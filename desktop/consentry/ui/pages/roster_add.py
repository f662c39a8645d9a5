"""One person put on the roster by hand: a new pupil, a co-worker, a child guest."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from consentry.services import roster
from consentry.ui import style
from consentry.ui.context import UiContext
from consentry.ui.widgets.page import Page, action_button, card, labelled, on_keys
from consentry_policy.people import Role


class AddPersonPage(Page):
    """Emits ``left`` when the list is wanted again."""

    left = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, QCoreApplication.translate("AddPersonPage", "Add a person"), parent)
        self.back_button = QPushButton(self.tr("Back to the roster"))
        self.back_button.clicked.connect(self.left)
        self.tools.addWidget(self.back_button)
        self.role = QComboBox()
        for role, text in (
            (Role.STUDENT, self.tr("Student")),
            (Role.CO_WORKER, self.tr("Co-worker")),
            (Role.GUEST, self.tr("Guest (a child not enrolled here)")),
        ):
            self.role.addItem(text, role)
        self.also_co_worker = QCheckBox(self.tr("Is also employed by the district"))
        self.role.currentIndexChanged.connect(
            lambda _: self.also_co_worker.setVisible(self.role.currentData() != Role.CO_WORKER)
        )
        self.first_name, self.last_name, self.number = QLineEdit(), QLineEdit(), QLineEdit()
        self.grade, self.homeroom, self.birth_date = QLineEdit(), QLineEdit(), QLineEdit()
        self.birth_date.setPlaceholderText(self.tr("YYYY-MM-DD, may stay empty"))
        self.add_button = action_button(self.tr("Add to the roster"), primary=True)
        self.add_button.clicked.connect(self.submit)
        self._lay_out()
        on_keys(self, self.left.emit, self.submit)

    def begin(self) -> None:
        """Start with an empty form."""
        for line in (self.first_name, self.last_name, self.number, self.grade, self.homeroom, self.birth_date):
            line.clear()
        self.also_co_worker.setChecked(False)
        self.message.clear()
        self.role.setFocus()

    def submit(self) -> None:
        """Put the person on the roster."""
        try:
            born = self._born()
        except ValueError:
            self.message.say(self.tr("Give the birth date as YYYY-MM-DD, or leave it empty."), "care")
            self.birth_date.setFocus()
            return
        roles = {Role(self.role.currentData())}
        if self.also_co_worker.isChecked():
            roles.add(Role.CO_WORKER)
        session = self.context.session
        number, last, first = self.number.text().strip(), self.last_name.text(), self.first_name.text()
        grade, room = self.grade.text().strip() or None, self.homeroom.text().strip() or None
        self.run(
            lambda: roster.add_person(session, number, last, first, frozenset(roles), grade, room, born),
            self._added,
            self.tr("Adding to the roster"),
        )

    def _born(self) -> date | None:
        text = self.birth_date.text().strip()
        return date.fromisoformat(text) if text else None

    def _added(self, _person: str) -> None:
        self.context.say(self.tr("The person is on the roster; record their answer next."))
        self.left.emit()

    def _lay_out(self) -> None:
        frame, column = card(style.SPACE * 2)
        frame.setMaximumWidth(style.wide(640))
        grid = QGridLayout()
        grid.setHorizontalSpacing(style.SPACE * 2)
        grid.setVerticalSpacing(style.SPACE + 4)
        fields: list[tuple[str, QWidget]] = [
            (self.tr("First name"), self.first_name),
            (self.tr("Last name"), self.last_name),
            (self.tr("School number"), self.number),
            (self.tr("Birth date"), self.birth_date),
            (self.tr("Grade"), self.grade),
            (self.tr("Homeroom"), self.homeroom),
            (self.tr("Is a"), self.role),
        ]
        for place, (name, field) in enumerate(fields):
            pair = QVBoxLayout()
            labelled(pair, name, field)
            grid.addLayout(pair, *divmod(place, 2))
        grid.addWidget(self.also_co_worker, 3, 1, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(grid)
        row_of_buttons = QHBoxLayout()
        row_of_buttons.addStretch(1)
        row_of_buttons.addWidget(self.add_button)
        column.addLayout(row_of_buttons)
        self.body.addWidget(frame, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addStretch(1)
