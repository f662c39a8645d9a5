"""The card on reports: which one, of whom where it is of one person, and where to save it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from consentry.services import reports
from consentry.ui import style
from consentry.ui.pages.report_file import ask_report_file, save_report
from consentry.ui.widgets.page import Page, as_card, labelled

_PERSON = "person"


def report_word(name: str) -> str:
    """What a report is called."""
    translate = QCoreApplication.translate
    return {
        "status": translate("ReportNames", "Where everybody's consent stands"),
        "unanswered": translate("ReportNames", "Who has not answered"),
        "decisions": translate("ReportNames", "Decisions, and who made them"),
        "events": translate("ReportNames", "Public-arena events and channels"),
        "disclosures": translate("ReportNames", "Staff disclosures"),
        _PERSON: translate("ReportNames", "All that is kept of one person"),
    }.get(name, name)


class ReportsCard(QWidget):
    """A report holds names: it is written only where the user says, readable by its owner alone."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.which = QComboBox()
        for name in reports.NAMES:
            self.which.addItem(report_word(name), name)
        self.which.currentIndexChanged.connect(lambda _: self._which_chosen())
        self.number = QLineEdit()
        self.number.setPlaceholderText(self.tr("as on the roster"))
        self.kind = QComboBox()
        self.kind.addItem(self.tr("Spreadsheet"), ".xlsx")
        self.kind.addItem(self.tr("Document to print"), ".pdf")
        self.person = QWidget()
        row = QVBoxLayout(self.person)
        row.setContentsMargins(0, 0, 0, 0)
        labelled(row, self.tr("School number"), self.number)
        self.save_button = QPushButton(self.tr("Save the report…"))
        self.save_button.clicked.connect(self._ask)
        self.number.returnPressed.connect(self._ask)
        self._lay_out()
        self._which_chosen()

    def save(self, file: Path) -> None:
        """Write the chosen report; the file's ending says as what."""
        name = str(self.which.currentData())
        save_report(self._page, name, file, self.number.text().strip() if name == _PERSON else None)

    def _which_chosen(self) -> None:
        self.person.setVisible(self.which.currentData() == _PERSON)

    def _ask(self) -> None:
        if self.which.currentData() == _PERSON and not self.number.text().strip():
            self._page.message.say(self.tr("Type the school number of the person first."), "care")
            self.number.setFocus()
            return
        file = ask_report_file(self._page, str(self.which.currentData()), str(self.kind.currentData()))
        if file is not None:
            self.save(file)

    def _lay_out(self) -> None:
        column = as_card(self, self.tr("Reports"))
        labelled(column, self.tr("Report"), self.which)
        column.addWidget(self.person)
        labelled(column, self.tr("Saved as"), self.kind)
        for field in (self.which, self.person, self.kind):
            field.setMaximumWidth(style.wide(340))
        column.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)
