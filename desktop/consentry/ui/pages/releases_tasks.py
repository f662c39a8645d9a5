"""Tasks to take copies down: one a place, closed with what shows that it is down; closed ones show their proof."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLineEdit, QPushButton

from consentry.services.takedown import NO_PLACE, TaskView
from consentry.ui import style
from consentry.ui.said import sentence
from consentry.ui.widgets.headed_rows import HeadedRows
from consentry.ui.widgets.page import words
from consentry.ui.widgets.rows import Column


class TaskList(HeadedRows[TaskView]):
    """Hidden while there is no task. Emits ``closing`` with a task's id, its proof, and a file or None."""

    closing = Signal(str, str, object)

    def __init__(self) -> None:
        super().__init__()
        columns: list[Column[TaskView]] = [
            Column(self.tr("Copy"), lambda t: t.file_name),
            Column(self.tr("Take it down from"), _place, stretch=True),
            Column(self.tr("Why"), lambda t: sentence(t.why)),
            Column(self.tr("Can be recalled"), self._recallable, icon=self._icon, ink=self._ink),
            Column(self.tr("Proof"), lambda t: t.proof or ""),
        ]
        self._tasks: list[TaskView] = []
        self._file: Path | None = None
        self.also_closed = QCheckBox(self.tr("Also closed ones"))
        self.also_closed.toggled.connect(lambda _: self.show_tasks(self._tasks))
        self.build(columns, self.tr("Tasks"), self.also_closed)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._chosen_changed())
        self.proof = QLineEdit()
        self.proof.setAccessibleName(self.tr("What shows that the chosen copy is down"))
        self.proof.returnPressed.connect(self._close)
        self.file_button = QPushButton()
        self.file_button.setToolTip(
            self.tr("A picture or a letter that shows it: PDF, JPEG or PNG; the vault keeps it")
        )
        self.file_button.clicked.connect(self._ask_file)
        self.attach(None)
        self.close_button = QPushButton(self.tr("Close the task"))
        self.close_button.clicked.connect(self._close)
        row = QHBoxLayout()
        row.setSpacing(style.SPACE)
        row.addWidget(words(self.tr("Proof"), "field"))
        row.addWidget(self.proof, 1)
        row.addWidget(self.file_button)
        row.addWidget(self.close_button)
        self.column.addLayout(row)

    def show_tasks(self, tasks: list[TaskView]) -> None:
        """Show the tasks, those that are open or all; the row that was chosen stays chosen."""
        self._tasks = tasks
        kept = self.table.chosen() or 0
        open_ones = [task for task in tasks if not task.done]
        shown = tasks if self.also_closed.isChecked() else open_ones
        self.show_rows(shown, self.tr("%n open task(s)", "", len(open_ones)))
        self.setVisible(bool(tasks))
        if shown:
            self.table.selectRow(min(kept, len(shown) - 1))
        self._chosen_changed()

    def closed(self) -> None:
        """The task is closed: its proof leaves the line."""
        self.proof.clear()
        self.attach(None)

    def attach(self, file: Path | None) -> None:
        """Take a file as proof, or none again."""
        self._file = file
        self.file_button.setText(
            self.tr("Attach a file…") if file is None else self.tr("Without {file}").format(file=file.name)
        )

    def _ask_file(self) -> None:
        if self._file is not None:
            self.attach(None)
            return
        picked, _ = QFileDialog.getOpenFileName(
            self, self.tr("What shows that the copy is down"), "", "PDF, JPEG, PNG (*.pdf *.jpg *.jpeg *.png)"
        )
        if picked:
            self.attach(Path(picked))

    def _chosen(self) -> TaskView | None:
        row = self.table.chosen()
        return None if row is None else self.model.rows[row]

    def _chosen_changed(self) -> None:
        chosen = self._chosen()
        for part in (self.close_button, self.proof, self.file_button):
            part.setEnabled(chosen is not None and not chosen.done)
        self.proof.setPlaceholderText(
            self.tr("it is in print: what was done, such as no further copies handed out")
            if chosen is not None and not chosen.recallable
            else self.tr("the address answers 404, a letter…")
        )

    def _close(self) -> None:
        chosen = self._chosen()
        if chosen is not None and not chosen.done:
            self.closing.emit(chosen.id, self.proof.text(), self._file)

    def _recallable(self, task: TaskView) -> str:
        if task.done:
            return self.tr("done")
        return self.tr("yes") if task.recallable else self.tr("no, it is in print")

    def _icon(self, task: TaskView) -> QIcon | None:
        if task.done:
            return style.icon("done", "cleared")
        return None if task.recallable else style.icon("trouble", "review")

    def _ink(self, task: TaskView) -> str:
        if task.done:
            return "cleared"
        return "text" if task.recallable else "review"


def _place(task: TaskView) -> str:
    """Where to take it down from, as the office noted it; where nobody did, that is ours to say."""
    return sentence(task.place) if task.place == NO_PLACE else task.place
