"""Portraits from picture day: one folder, one run, and what needs a look afterwards."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from consentry.services import portraits
from consentry.services.portraits import EnrolReport
from consentry.ui import style
from consentry.ui.context import UiContext
from consentry.ui.pages.folder_field import PathField
from consentry.ui.said import sentences
from consentry.ui.widgets.page import Page, action_button, card, on_keys, words
from consentry.ui.widgets.rows import Column, RowsModel, RowsTable

Line = tuple[str, str]
_LISTS = "*.txt *.csv *.tsv *.xlsx"


class PortraitsPage(Page):
    """Emits ``left`` when the list is wanted again."""

    left = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, QCoreApplication.translate("PortraitsPage", "Enrol portraits"), parent)
        self.back_button = QPushButton(self.tr("Back to the roster"))
        self.back_button.clicked.connect(self.left)
        self.tools.addWidget(self.back_button)
        self.folder = PathField(self.tr("Folder of portraits"))
        self.index = PathField(
            self.tr("The list that came with them"), self.tr("Lists ({endings})").format(endings=_LISTS)
        )
        self.index.line.setPlaceholderText(self.tr("only where the files are not named by number or name"))
        self.start_button = action_button(self.tr("Enrol"), primary=True)
        self.start_button.clicked.connect(self.start)
        columns = [
            Column[Line](self.tr("File"), lambda line: line[0]),
            Column[Line](self.tr("Why it needs a look"), lambda line: line[1], stretch=True),
        ]
        self.model = RowsModel(columns)
        self.table = RowsTable(self.model, columns, self.tr("Portraits that need a look"))
        self.table.hide()
        self.summary = words("", "heading")
        self._lay_out()
        on_keys(self, self.left.emit, None)

    def start(self) -> None:
        """Enrol the folder."""
        folder = self.folder.path()
        if folder is None:
            self.message.say(self.tr("Choose the folder of portraits first."), "care")
            self.folder.setFocus()
            return
        self.summary.clear()
        self.table.hide()
        self.start_button.setEnabled(False)
        session = self.context.session
        enrolling = portraits.enrol(session, folder, self.index.path())
        self.run(enrolling, self._enrolled, self.tr("Looking at the portraits"))

    def ended(self) -> None:
        self.start_button.setEnabled(True)

    def _enrolled(self, report: EnrolReport) -> None:
        self.summary.setText(
            self.tr("Portraits enrolled: {portraits}, of people: {people}. Without one yet: {without}.").format(
                portraits=report.enrolled, people=report.people, without=report.without
            )
        )
        lines = [(str(name), sentences(str(reason))) for name, reason in (*report.refused, *report.look_at)]
        self.model.show_rows(lines)
        self.table.setVisible(bool(lines))
        if not lines:
            self.message.say(self.tr("Every portrait in the folder is enrolled."), "done")

    def _lay_out(self) -> None:
        frame, column = card()
        column.addWidget(
            words(
                self.tr(
                    "Each file, or its folder, is named by the school number (1007.jpg, a second one 1007_2.jpg) "
                    "or by “Last, First”; or a list tells: the studio's INDEX.TXT, a photo map. "
                    "The photos stay where they are; the vault keeps a small crop and the template of each."
                ),
                "muted",
            )
        )
        column.addWidget(words(self.tr("Folder of portraits"), "field"))
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(self.start_button)
        row.setSpacing(style.SPACE)
        column.addLayout(row)
        column.addWidget(words(self.tr("The list that came with them"), "field"))
        column.addWidget(self.index)
        results = QVBoxLayout()
        results.addWidget(self.summary)
        results.addWidget(self.table, 1)
        self.body.addWidget(frame, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(results, 1)
