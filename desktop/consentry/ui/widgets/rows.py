"""A table over a list of values: one object a row, one function a column."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from consentry.ui import style

T = TypeVar("T")
_ROW = 36  # px
_LEAST_WIDE = 130  # px, of a column that takes what the others leave
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Column(Generic[T]):
    """One column: its title, its words, and where wanted an icon and the name of a colour of `style.Colours`."""

    title: str
    text: Callable[[T], str]
    icon: Callable[[T], QIcon | None] | None = None
    ink: Callable[[T], str] | None = None
    stretch: bool = False


class RowsModel(QAbstractTableModel, Generic[T]):
    """Rows that are replaced as a whole; thousands cost nothing until they are drawn."""

    def __init__(self, columns: Sequence[Column[T]]) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self._rows: list[T] = []
        self._order: tuple[int, Qt.SortOrder] | None = None

    @property
    def rows(self) -> list[T]:
        """What is shown, in order."""
        return self._rows

    def show_rows(self, rows: Sequence[T]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self._put_in_order()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by the words of a column, numbers by their value; rows shown later come in the same order."""
        self._order = (column, order)
        self.beginResetModel()
        self._put_in_order()
        self.endResetModel()

    def _put_in_order(self) -> None:
        if self._order is not None:
            column, order = self._order
            text = self._columns[column].text
            self._rows.sort(key=lambda row: _sort_key(text(row)), reverse=order is Qt.SortOrder.DescendingOrder)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return column.text(row)
        if role == Qt.ItemDataRole.DecorationRole and column.icon is not None:
            return column.icon(row)
        if role == Qt.ItemDataRole.ForegroundRole and column.ink is not None:
            return QColor(getattr(style.colours(), column.ink(row)))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {column.text(row)}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None


def _sort_key(text: str) -> list[tuple[int, int, str]]:
    """Words by letter and the numbers among them by value, so that 9A comes before 10A."""
    parts = re.findall(r"\d+|\D+", text.casefold())
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts]


class RowsTable(QTableView):
    """A read-only table, whole rows chosen, one at a time; Tab leaves it."""

    def __init__(self, model: RowsModel[Any], columns: Sequence[Column[Any]], name: str) -> None:
        super().__init__()
        self._model = model
        self._wide = [place for place, column in enumerate(columns) if column.stretch]
        self.setModel(model)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setMinimumSectionSize(56)
        head.setResizeContentsPrecision(50)
        head.setSectionsClickable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)  # as the service gives them, until a click
        head.sortIndicatorChanged.connect(self._sort_by)
        for place, column in enumerate(columns):
            how = QHeaderView.ResizeMode.Stretch if column.stretch else QHeaderView.ResizeMode.ResizeToContents
            head.setSectionResizeMode(place, how)

    def updateGeometries(self) -> None:
        """The columns that take what the others leave are not squeezed to nothing: the table scrolls sooner."""
        super().updateGeometries()
        head, least = self.horizontalHeader(), style.wide(_LEAST_WIDE)
        others = sum(head.sectionSize(at) for at in range(head.count()) if at not in self._wide)
        tight = self.viewport().width() - others < least * len(self._wide)
        mode = QHeaderView.ResizeMode.Fixed if tight else QHeaderView.ResizeMode.Stretch
        for place in self._wide:
            if head.sectionResizeMode(place) is not mode:
                head.setSectionResizeMode(place, mode)
            if tight and head.sectionSize(place) != least:
                head.resizeSection(place, least)

    def _sort_by(self, column: int, order: Qt.SortOrder) -> None:
        self.horizontalHeader().setSortIndicatorShown(True)
        row = self.chosen()
        kept = None if row is None else self._model.rows[row]
        self._model.sort(column, order)
        if kept is not None:
            self.selectRow(next(place for place, other in enumerate(self._model.rows) if other is kept))

    def chosen(self) -> int | None:
        """The row chosen, or None."""
        rows = self.selectionModel().selectedRows()
        return rows[0].row() if rows else None
