"""Tasks to take copies down: one a place, closed with what shows that it is down."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton

from consentry.services.takedown import TaskView
from consentry.ui import style
from consentry.ui.widgets.headed_rows import HeadedRows
from consentry.ui.widgets.page import words
from consentry.ui.widgets.rows import Column


class TaskList(HeadedRows[TaskView]):
    """Hidden while no task is open. Emits ``closing`` with a task's id and its proof."""

    closing = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        columns: list[Column[TaskView]] = [
            Column(self.tr("Copy"), lambda t: t.file_name),
            Column(self.tr("Take it down from"), lambda t: t.place, stretch=True),
            Column(self.tr("Why"), lambda t: t.why),
            Column(self.tr("Can be recalled"), self._recallable, icon=self._icon, ink=self._ink),
        ]
        self.build(columns, self.tr("Open tasks"))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._chosen_changed())
        self.proof = QLineEdit()
        self.proof.setAccessibleName(self.tr("What shows that the chosen copy is down"))
        self.proof.returnPressed.connect(self._close)
        self.close_button = QPushButton(self.tr("Close the task"))
        self.close_button.clicked.connect(self._close)
        row = QHBoxLayout()
        row.setSpacing(style.SPACE)
        row.addWidget(words(self.tr("Proof"), "field"))
        row.addWidget(self.proof, 1)
        row.addWidget(self.close_button)
        self.column.addLayout(row)

    def show_tasks(self, tasks: list[TaskView]) -> None:
        """Show the tasks that are open; the row that was chosen stays chosen."""
        kept = self.table.chosen() or 0
        self.show_rows(tasks, self.tr("%n open task(s)", "", len(tasks)))
        if tasks:
            self.table.selectRow(min(kept, len(tasks) - 1))
        self._chosen_changed()

    def closed(self) -> None:
        """The task is closed: its proof leaves the line."""
        self.proof.clear()

    def _chosen(self) -> TaskView | None:
        row = self.table.chosen()
        return None if row is None else self.model.rows[row]

    def _chosen_changed(self) -> None:
        chosen = self._chosen()
        self.close_button.setEnabled(chosen is not None)
        self.proof.setEnabled(chosen is not None)
        self.proof.setPlaceholderText(
            self.tr("it is in print: what was done, such as no further copies handed out")
            if chosen is not None and not chosen.recallable
            else self.tr("for example: the address answers 404, a letter of the newspaper")
        )

    def _close(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.closing.emit(chosen.id, self.proof.text())

    def _recallable(self, task: TaskView) -> str:
        return self.tr("yes") if task.recallable else self.tr("no, it is in print")

    def _icon(self, task: TaskView) -> QIcon | None:
        return None if task.recallable else style.icon("trouble", "review")

    def _ink(self, task: TaskView) -> str:
        return "text" if task.recallable else "review"
