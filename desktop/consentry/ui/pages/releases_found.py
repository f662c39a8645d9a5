"""What a search through a folder found: released copies that may not be there any more."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from consentry.services.takedown import ScanHit
from consentry.ui import style
from consentry.ui.widgets.page import words
from consentry.ui.widgets.rows import Column, RowsModel, RowsTable

_MOST = 190  # px high; the list of releases stays on the screen


class FoundList(QWidget):
    """Hidden until a search found something, and again once it is dismissed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        columns: list[Column[ScanHit]] = [
            Column(self.tr("File"), lambda h: h.path.name),
            Column(self.tr("Why"), lambda h: h.text, stretch=True),
            Column(self.tr("Match"), lambda h: self.tr("the very file") if h.exact else self.tr("looks the same")),
            Column(self.tr("Folder"), lambda h: str(h.path.parent)),
        ]
        self.model = RowsModel(columns)
        self.table = RowsTable(self.model, columns, self.tr("Copies found in the folder"))
        self.title = words("", "heading")
        self.dismiss_button = QPushButton(self.tr("Dismiss"))
        self.dismiss_button.clicked.connect(self.hide)
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.dismiss_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE)
        column.addLayout(head)
        column.addWidget(self.table)
        self.hide()

    def show_hits(self, hits: list[ScanHit]) -> None:
        """Show the files that may not be there."""
        self.model.show_rows(hits)
        rows = self.table.verticalHeader().defaultSectionSize() * len(hits)
        self.table.setFixedHeight(min(_MOST, self.table.horizontalHeader().sizeHint().height() + rows + 4))
        self.title.setText(self.tr("%n file(s) of the folder must come down", "", len(hits)))
        self.setVisible(bool(hits))
