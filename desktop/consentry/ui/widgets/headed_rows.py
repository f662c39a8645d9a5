"""A table under a heading that is there only while it has rows: what was found, what must be done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from consentry.ui import style
from consentry.ui.widgets.page import words
from consentry.ui.widgets.rows import Column, RowsModel, RowsTable

T = TypeVar("T")
_MOST = 190  # px high; what stands below it on the page stays on the screen


class HeadedRows(QWidget, Generic[T]):
    """Heading, at most one button beside it, and a table no higher than its rows; ``column`` takes more below."""

    def build(self, columns: Sequence[Column[T]], name: str, button: QAbstractButton | None = None) -> None:
        """Make the parts; ``name`` is the table's for a screen reader. Called once, by the subclass."""
        self.model: RowsModel[T] = RowsModel(columns)
        self.table = RowsTable(self.model, columns, name)
        self.title = words("", "heading")
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        if button is not None:
            head.addWidget(button)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(style.SPACE)
        self.column.addLayout(head)
        self.column.addWidget(self.table)
        self.hide()

    def show_rows(self, rows: Sequence[T], title: str) -> None:
        """Show other rows under a heading, or hide where there are none."""
        self.model.show_rows(rows)
        height = self.table.verticalHeader().defaultSectionSize() * len(rows)
        self.table.setFixedHeight(min(_MOST, self.table.horizontalHeader().sizeHint().height() + height + 4))
        self.title.setText(title)
        self.setVisible(bool(rows))
