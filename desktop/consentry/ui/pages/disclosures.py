"""The register of staff in networks of student groups (436 IV.D): who disclosed what, and what is due again."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from consentry.services import disclosing
from consentry.services.disclosing import DisclosureView
from consentry.services.operation import Changes
from consentry.ui import style
from consentry.ui.context import UiContext
from consentry.ui.pages.event_forms import day_edit, day_of
from consentry.ui.pages.report_file import ask_report_file, save_report
from consentry.ui.widgets.empty import EmptyState
from consentry.ui.widgets.page import Page, action_button, card, labelled, on_keys, words
from consentry.ui.widgets.rows import Column, RowsModel, RowsTable

SOON_DAYS = 30  # before the year is over, a disclosure is shown as due soon


class DisclosuresPage(Page):
    """The latest disclosure of each employee and network. Emits ``left`` when the lists are wanted again."""

    left = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, QCoreApplication.translate("DisclosuresPage", "Staff disclosures"), parent)
        self.save_button = QPushButton(self.tr("Save the register…"))
        self.save_button.clicked.connect(self._ask_file)
        back = QPushButton(self.tr("Back"))
        back.clicked.connect(self.left)
        for button in (self.save_button, back):
            self.tools.addWidget(button)
        self.due = words("", "heading")
        columns = [
            Column[DisclosureView](self.tr("Who"), lambda d: d.who),
            Column[DisclosureView](self.tr("Network"), lambda d: d.network, stretch=True),
            Column[DisclosureView](self.tr("Disclosed"), lambda d: d.disclosed_on.isoformat()),
            Column[DisclosureView](self.tr("Due again"), self._due_word, icon=self._icon, ink=self._ink),
            Column[DisclosureView](self.tr("Note"), lambda d: d.note),
        ]
        self.model = RowsModel(columns)
        self.table = RowsTable(self.model, columns, self.tr("Disclosures"))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._choice_changed())
        self.confirm_button = QPushButton(self.tr("Disclosed again today"))
        self.confirm_button.clicked.connect(self._confirm)
        self.end_button = QPushButton(self.tr("Takes part no more"))
        self.end_button.clicked.connect(self._ask_end)
        self.who, self.network, self.note = QLineEdit(), QLineEdit(), QLineEdit()
        self.network.setPlaceholderText(self.tr("the group and where it is: track team, group chat"))
        self.day = day_edit(self.tr("Disclosed on"), context.session.today)
        self.add_button = action_button(self.tr("Put it on record"), "add")
        self.add_button.clicked.connect(self._add)
        self._lay_out()
        self._choice_changed()

    def concerns(self, changes: Changes) -> bool:
        return changes.settings

    def load(self) -> None:
        session = self.context.session
        self.fetch(lambda: disclosing.listed(session), self._show)

    def _show(self, listed: list[DisclosureView]) -> None:
        kept = self._chosen()
        self.model.show_rows(listed)
        self.faces.setCurrentIndex(0 if listed else 1)
        due = sum(self._is_due(view) for view in listed)
        self.due.setText(
            self.tr("%n disclosure(s) due again", "", due) if due else self.tr("No disclosure is due today")
        )
        if kept is not None:
            rows = [row for row, view in enumerate(self.model.rows) if _same(view, kept)]
            self.table.selectRow(rows[0] if rows else 0)
        self._choice_changed()

    def _chosen(self) -> DisclosureView | None:
        row = self.table.chosen()
        return None if row is None else self.model.rows[row]

    def _choice_changed(self) -> None:
        chosen = self._chosen()
        for button in (self.confirm_button, self.end_button):
            button.setEnabled(chosen is not None and chosen.due is not None)

    def _confirm(self) -> None:
        chosen, session = self._chosen(), self.context.session
        if chosen is not None:
            self.run(
                lambda: disclosing.confirm(session, chosen.id),
                lambda _: self.context.say(self.tr("On record for another year.")),
                self.tr("Recording"),
            )

    def _ask_end(self) -> None:
        chosen, session = self._chosen(), self.context.session
        if chosen is None:
            return
        self.message.say(
            self.tr("Nothing will be asked again of this employee for that network; the record stays."),
            "care",
            self.tr("Record that it ended"),
            lambda: self.run(
                lambda: disclosing.end(session, chosen.id),
                lambda _: self.context.say(self.tr("On record; nothing is due again.")),
                self.tr("Recording"),
            ),
        )
        self.message.action.setFocus()

    def _add(self) -> None:
        session, who, network = self.context.session, self.who.text(), self.network.text()
        day, note = day_of(self.day), self.note.text().strip() or None
        self.run(
            lambda: disclosing.add(session, who, network, day, note), lambda _: self._added(), self.tr("Recording")
        )

    def _added(self) -> None:
        for line in (self.who, self.network, self.note):
            line.clear()
        self.context.say(self.tr("The disclosure is on record."))

    def _ask_file(self) -> None:
        file = ask_report_file(self, "disclosures")
        if file is not None:
            save_report(self, "disclosures", file)

    def _is_due(self, view: DisclosureView) -> bool:
        return view.due is not None and view.due <= self.context.session.today

    def _due_word(self, view: DisclosureView) -> str:
        return view.due.isoformat() if view.due is not None else self.tr("ended")

    def _ink(self, view: DisclosureView) -> str:
        if view.due is None:
            return "muted"
        left = (view.due - self.context.session.today).days
        return "blocked" if left <= 0 else "review" if left <= SOON_DAYS else "text"

    def _icon(self, view: DisclosureView) -> QIcon | None:
        ink = self._ink(view)
        return style.icon("trouble", ink) if ink in {"blocked", "review"} else None

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.due)
        head.addStretch(1)
        head.addWidget(self.end_button)
        head.addWidget(self.confirm_button)
        self.faces = QStackedWidget()
        self.faces.addWidget(self.table)
        self.faces.addWidget(
            EmptyState(
                "events", self.tr("Nothing is on record: add who takes part in a network of a student group.")
            )
        )
        frame, column = card()
        for row in (
            ((self.tr("Who"), self.who), (self.tr("Network"), self.network)),
            ((self.tr("Disclosed on"), self.day), (self.tr("Note"), self.note)),
        ):
            line = QHBoxLayout()
            line.setSpacing(style.SPACE)
            for name, field in row:
                part = QVBoxLayout()
                labelled(part, name, field)
                line.addLayout(part, 1)
            column.addLayout(line)
        last = QHBoxLayout()
        last.addWidget(words(self.tr("The policy asks for it every year (436 IV.D)."), "small"), 1)
        last.addWidget(self.add_button)
        column.addLayout(last)
        self.body.addLayout(head)
        self.body.addWidget(self.faces, 1)
        self.body.addWidget(frame)
        on_keys(self, self.left.emit, self._add)


def _same(view: DisclosureView, other: DisclosureView) -> bool:
    return (view.who.casefold(), view.network.casefold()) == (other.who.casefold(), other.network.casefold())
