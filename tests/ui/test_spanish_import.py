"""An import in a Spanish window: what it asks, what it notes, and every row with a problem."""

from __future__ import annotations

from pathlib import Path

import openpyxl
from office import Office
from openpyxl.styles import PatternFill
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from sentences_said import english_in

from consentry.ui.pages.import_page import ImportPage
from consentry.ui.widgets.message import MessageLine
from consentry.ui.widgets.rows import RowsTable

ROWS = [
    ["Student Number", "Student", "Grade", "Photo", "Media Release", "Directory Info", "Signed"],
    ["1001", "Ana Bela Castillo", "3", "Yes", "x?", "Y", "03/04/2026"],
    ["1002", "Luis Campo", "3", "No", "x?", "N", "05/06/2026"],
    ["1003", "Eva Campo", "4", "Yes", "Yes", "Y", "no day"],
    ["1003", "Otto Sand", "4", "Yes", "No", "Y", ""],
    ["1005", "Pia Roca", "4", "Yes", "=1/0", "Y", ""],
]


def _book(folder: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in ROWS:
        sheet.append(row)
    sheet["D2"].fill = PatternFill("solid", fgColor="FFFF0000")
    path = folder / "clase.xlsx"
    book.save(path)
    return path


def _shown(page: QWidget) -> list[str]:
    """Every text of a step that can be read, but for the sheet's own."""
    texts = [label.text() for label in page.findChildren(QLabel)]
    texts += [box.itemText(row) for box in page.findChildren(QComboBox) for row in range(box.count())]
    texts += [message.text for message in page.findChildren(MessageLine)]
    own = {str(cell) for row in ROWS for cell in row}
    return [text for text in texts if text and text not in own and " · " not in text]


def test_an_import_asks_in_spanish_and_lists_its_problems_in_spanish(office: Office, spanish: None) -> None:
    office.list_channel()
    page = office.show(ImportPage(office.context))
    office.settle()
    office.type(page.source.file.line, str(_book(office.folder)))
    office.type(page.source.evidence, "armario 3")
    office.click(page.source.next_button)
    assert page.columns.isVisible()
    assert len(page.columns.answers) > 4
    asked = _shown(page.columns)
    assert any(text.startswith("Columna Photo: ¿un sí ahí (Yes (4)") for text in asked)
    assert [(text, found) for text in asked if (found := english_in(text))] == []
    office.click(page.columns.next_button)
    assert page.columns.message.text.startswith("Responda"), "what is open is said in Spanish, too"
    assert english_in(page.columns.message.text) == []
    while page.columns.isVisible():
        for box in page.columns.answers.values():
            if box.currentData() is None:
                box.setCurrentIndex(box.count() - 1)
        office.click(page.columns.next_button)
    assert page.preview.isVisible(), page.message.text
    tables = page.preview.tabs.findChildren(RowsTable)
    cells = [
        str(table.model().index(row, column).data())
        for table in tables
        for row in range(table.model().rowCount())
        for column in range(table.model().columnCount())
    ]
    assert len(tables) == 5
    assert any(text.startswith("rechazado (todos los canales)") for text in cells), cells
    assert any("Dos filas tienen este número" in text for text in cells)
    assert any(text.endswith("fila 5") for text in cells)
    assert [(text, found) for text in cells if (found := english_in(text))] == []
    assert [(text, found) for text in _shown(page.preview) if (found := english_in(text))] == []
