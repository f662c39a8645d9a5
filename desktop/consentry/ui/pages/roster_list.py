"""The list of the roster: search as you type, one person's details beside it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from consentry.services import flags, roster
from consentry.services.flags import FlagView
from consentry.services.operation import Changes
from consentry.services.views import PersonView
from consentry.ui import style
from consentry.ui.context import UiContext
from consentry.ui.pages.roster_export import ExportButton
from consentry.ui.pages.roster_person import PersonPanel
from consentry.ui.trouble import Trouble
from consentry.ui.widgets.consents import state_icon, state_ink, strictest, summary
from consentry.ui.widgets.empty import EmptyState
from consentry.ui.widgets.page import Page, action_button, words
from consentry.ui.widgets.rows import Column, RowsModel, RowsTable

_PAUSE_MS = 150  # after the last key, before the search starts


class RosterList(Page):
    """Who is on the roster and what they answered."""

    import_wanted = Signal()
    portraits_wanted = Signal()
    add_wanted = Signal()
    imports_wanted = Signal()
    flags_wanted = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, QCoreApplication.translate("RosterList", "Roster"), parent)
        self.add_button = action_button(self.tr("Add a person"), "add")
        self.add_button.clicked.connect(self.add_wanted)
        self.portraits_button = action_button(self.tr("Enrol portraits"), "folder")
        self.portraits_button.clicked.connect(self.portraits_wanted)
        self.import_button = action_button(self.tr("Import a sheet"), "releases", primary=True)
        self.import_button.clicked.connect(self.import_wanted)
        self.export_button = ExportButton(self)
        for button in (self.add_button, self.portraits_button, self.import_button):
            self.tools.addWidget(button)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Name, number or homeroom"))
        self.search.setAccessibleName(self.tr("Search the roster"))
        self.search.setMinimumWidth(96)  # px: the smallest window has no more to spare
        self.search.setClearButtonEnabled(True)
        self.search.addAction(style.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.flags_button = QPushButton(self.tr("Flags"))
        self.flags_button.setToolTip(
            self.tr("What a sheet said in place of an answer, and nobody has settled yet")
        )
        self.flags_button.clicked.connect(self.flags_wanted)
        self.imports_button = QPushButton(self.tr("Imports"))
        self.imports_button.setToolTip(self.tr("Every import there was, and the way to take one back"))
        self.imports_button.clicked.connect(self.imports_wanted)
        self.to_look_at = QCheckBox(self.tr("To look at"))
        self.to_look_at.setToolTip(
            self.tr("Guardians who disagree, a yes that does not count, a missing birth date and the like")
        )
        self.to_look_at.toggled.connect(lambda _: self._show(self._everyone))
        self._everyone: list[PersonView] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.load)
        self.search.textChanged.connect(lambda _: self._pause.start(_PAUSE_MS))
        QShortcut(QKeySequence.StandardKey.Find, self, self.search.setFocus)
        columns = self._columns()
        self.model = RowsModel(columns)
        self.table = RowsTable(self.model, columns, self.tr("People of the roster"))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._person_chosen())
        self.count = words("", "small")
        self.person = PersonPanel(self)
        self.faces = QStackedWidget()
        self.empty = EmptyState(
            "roster",
            self.tr("Nobody is on the roster yet: import the sheet with the families' answers."),
            self.tr("Import a sheet"),
        )
        if self.empty.button is not None:
            self.empty.button.clicked.connect(self.import_wanted)
        self._lay_out()
        self._chosen_id: str | None = None

    def concerns(self, changes: Changes) -> bool:
        return changes.people or changes.channels or changes.settings

    def load(self) -> None:
        text = self.search.text()
        session = self.context.session
        self.fetch(lambda: roster.people(session, text), self._show)
        self.context.runner.run(lambda: flags.flags(session), self._count_flags, self._no_flags, owner=self)

    def _count_flags(self, found: list[FlagView]) -> None:
        self.flags_button.setText(
            self.tr("Flags ({count})").format(count=len(found)) if found else self.tr("Flags")
        )
        self.flags_button.setIcon(style.icon("trouble", "review") if found else QIcon())

    def _no_flags(self, _: Trouble) -> None:
        self.flags_button.hide()  # a role that may not settle them

    def _show(self, found: list[PersonView]) -> None:
        self._everyone = found
        nobody = not found and not self.search.text().strip()
        people = [person for person in found if person.flags] if self.to_look_at.isChecked() else found
        self.faces.setCurrentWidget(self.empty if nobody else self._found)
        for button in (self.portraits_button, self.import_button):
            button.setVisible(not nobody)
        kept = self._chosen_id
        self.model.show_rows(people)
        self.count.setText(self.tr("%n person(s)", "", len(people)) if people else self._nobody())
        place = next((row for row, person in enumerate(people) if person.id == kept), 0 if people else None)
        if place is None:
            self.person.show_person(None)
        else:
            self._choose(place)

    def _nobody(self) -> str:
        if self._everyone:
            return self.tr("Nobody of these needs a look.")
        return self.tr("Nobody fits; try fewer letters.")

    def _choose(self, row: int) -> None:
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(self.model.index(row, 0), how)

    def _person_chosen(self) -> None:
        row = self.table.chosen()
        if row is not None:
            person = self.model.rows[row]
            self._chosen_id = person.id
            self.person.show_person(person)

    def _columns(self) -> list[Column[PersonView]]:
        return [
            Column(self.tr("Name"), lambda p: f"{p.last_name}, {p.first_name}".strip(", "), stretch=True),
            Column(self.tr("Number"), lambda p: p.number or "–"),
            Column(self.tr("Homeroom or grade"), lambda p: p.homeroom or p.grade or "–"),
            Column(
                self.tr("Consent today"),
                summary,
                icon=lambda p: state_icon(strictest(p)),
                ink=lambda p: state_ink(strictest(p)),
            ),
            Column(self.tr("Portraits"), lambda p: str(p.portraits) if p.portraits else self.tr("none")),
        ]

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE)
        above = QHBoxLayout()
        above.setSpacing(style.SPACE)
        above.addWidget(self.search, 1)
        above.addWidget(self.flags_button)
        above.addWidget(self.imports_button)
        column.addLayout(above)
        column.addWidget(self.table, 1)
        below = QHBoxLayout()
        below.addWidget(self.count, 1)
        below.addWidget(self.to_look_at)
        below.addWidget(self.export_button)
        column.addLayout(below)
        self._found = QSplitter(Qt.Orientation.Horizontal)
        self._found.setHandleWidth(style.SPACE * 2)
        self._found.setChildrenCollapsible(False)
        self._found.addWidget(left)
        self._found.addWidget(self.person)
        self._found.setStretchFactor(0, 3)
        self._found.setStretchFactor(1, 2)
        self._found.setSizes([600, 330])
        self.faces.addWidget(self._found)
        self.faces.addWidget(self.empty)
        self.body.addWidget(self.faces, 1)
