"""What must come down: released copies that show someone who may not be shown any more."""

from __future__ import annotations

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from consentry.services.takedown import Recall
from consentry.ui import style
from consentry.ui.widgets.page import words
from consentry.ui.widgets.rows import Column, RowsModel, RowsTable

_MOST = 190  # px high; the list of releases stays on the screen


class TakedownList(QWidget):
    """Hidden while nothing must come down. Those suspected come last, and say so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        columns: list[Column[Recall]] = [
            Column(self.tr("Copy"), lambda r: r.file_name),
            Column(self.tr("Channel"), lambda r: r.channel),
            Column(self.tr("Why"), self._why, icon=self._icon, ink=self._ink, stretch=True),
            Column(self.tr("Number"), lambda r: r.person_number or "–"),
            Column(self.tr("Posted at"), lambda r: ", ".join(r.places) or self.tr("not noted")),
        ]
        self.model = RowsModel(columns)
        self.table = RowsTable(self.model, columns, self.tr("Copies that must come down"))
        self.title = words("", "heading")
        self.tasks_button = QPushButton(self.tr("Open tasks"))
        self.tasks_button.setToolTip(self.tr("One task for each place that a copy must come down from"))
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.tasks_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE)
        column.addLayout(head)
        column.addWidget(self.table)
        self.hide()

    def show_recalls(self, recalls: list[Recall]) -> None:
        """Show what must come down today."""
        self.model.show_rows(recalls)
        rows = self.table.verticalHeader().defaultSectionSize() * len(recalls)
        self.table.setFixedHeight(min(_MOST, self.table.horizontalHeader().sizeHint().height() + rows + 4))
        copies = len({recall.copy for recall in recalls})
        self.title.setText(self.tr("%n copy(s) must come down or be looked at", "", copies))
        self.tasks_button.setEnabled(any(not recall.suspected for recall in recalls))
        self.setVisible(bool(recalls))

    def _why(self, recall: Recall) -> str:
        if recall.suspected:
            return self.tr("perhaps: {why}; look at the copy").format(why=recall.why)
        return recall.why

    def _icon(self, recall: Recall) -> QIcon:
        return style.icon("trouble", self._ink(recall))

    def _ink(self, recall: Recall) -> str:
        return "review" if recall.suspected else "blocked"
