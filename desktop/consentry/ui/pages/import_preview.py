"""The third step of an import: who is new, who changes, who stays, and every row with a problem."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from consentry.services.roster_import import ImportPlan, PlanLine, PlanProblem
from consentry.ui import said, style
from consentry.ui.pages.import_offers import OffersPanel
from consentry.ui.widgets.message import MessageLine
from consentry.ui.widgets.page import action_button, words
from consentry.ui.widgets.rows import Column, RowsModel, RowsTable

T = TypeVar("T")


class PreviewStep(QWidget):
    """Emits ``commit`` or ``back``; nothing is written before ``commit``. ``matched`` gives whom rows in doubt are
    about, by row, as `ImportChoices.match` wants it.
    """

    commit = Signal()
    matched = Signal(dict)
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.message = MessageLine()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Preview of the import"))
        self.tabs.currentChanged.connect(lambda _: self._problem_chosen())
        self.problems: RowsTable | None = None
        self._model: RowsModel[PlanProblem] = RowsModel([])
        self.offers = OffersPanel()
        self.offers.apply.connect(self.matched)
        self.offers.changed.connect(self._next_in_doubt)
        self.summary = words("", "heading")
        self.commit_button = action_button(self.tr("Import"), primary=True)
        self.commit_button.clicked.connect(self.commit)
        self.back_button = QPushButton(self.tr("Back"))
        self.back_button.clicked.connect(self.back)
        row = QHBoxLayout()
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self.commit_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE * 2)
        column.addWidget(self.summary)
        column.addWidget(self.message)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.offers)
        column.addLayout(row)
        self.setFocusProxy(self.commit_button)

    def show_plan(self, plan: ImportPlan) -> None:
        """Show what an import would do."""
        self.problems = None
        while self.tabs.count():
            page = self.tabs.widget(0)
            self.tabs.removeTab(0)
            if page is not None:
                page.deleteLater()
        lines: list[tuple[str, Sequence[PlanLine]]] = [
            (self.tr("New"), plan.new),
            (self.tr("Changed"), plan.changed),
            (self.tr("Unchanged"), plan.unchanged),
            (self.tr("Not in the sheet"), plan.missing),
        ]
        self.offers.begin(plan.problems)
        self.problems = self._problems(plan.problems)
        self.tabs.addTab(self.problems, _counted(self.tr("Problems"), len(plan.problems)))
        for title, people in lines:
            self.tabs.addTab(self._people(title, people), _counted(title, len(people)))
        self._choose_in_doubt()
        self.tabs.setCurrentIndex(0 if plan.problems else 1 if plan.new else 2)
        writes = len(plan.new) + len(plan.changed)
        self.summary.setText(
            self.tr("{new} new, {changed} changed, {same} unchanged, {problems} to look at").format(
                new=len(plan.new),
                changed=len(plan.changed),
                same=len(plan.unchanged),
                problems=len(plan.problems),
            )
        )
        self.commit_button.setEnabled(bool(writes or plan.records))
        self.commit_button.setText(self.tr("Import %n person(s)", "", writes) if writes else self.tr("Import"))
        self.message.clear()
        if plan.notes:
            self.message.say(" ".join(map(said.sentence, plan.notes)), "info")
        elif not writes and self.offers.in_doubt:
            self.message.say(self.tr("Nothing to import yet: say below who the rows in doubt are."), "info")
        elif not writes:
            self.message.say(self.tr("The roster already says what this sheet says: nothing to import."), "info")

    def _problem_chosen(self) -> None:
        table = self.problems
        row = table.chosen() if table is not None and self.tabs.currentWidget() is table else None
        self.offers.show_problem(None if row is None else self._model.rows[row])

    def _next_in_doubt(self) -> None:
        """A choice was made: nothing is imported until the preview shows what it does; on to the next row."""
        self.commit_button.setEnabled(False)
        self._choose_in_doubt()
        if self.problems is not None:
            self.problems.horizontalHeader().resizeSections()  # a name may be longer than what stood there
            self.problems.viewport().update()

    def _choose_in_doubt(self) -> None:
        """Select the first row nothing was said of yet."""
        rows = enumerate(self._model.rows)
        place = next((at for at, row in rows if row.offers and row.row not in self.offers.choices), None)
        if place is not None and self.problems is not None:
            self.problems.selectRow(place)

    def _people(self, title: str, people: Sequence[PlanLine]) -> RowsTable:
        columns = [
            Column[PlanLine](self.tr("Number"), lambda line: line.number or "–"),
            Column[PlanLine](self.tr("Name"), lambda line: line.name),
            Column[PlanLine](self.tr("What"), lambda line: "; ".join(map(said.sentence, line.what)), stretch=True),
        ]
        return _table(title, columns, people)

    def _problems(self, problems: Sequence[PlanProblem]) -> RowsTable:
        columns = [
            Column[PlanProblem](self.tr("Where"), lambda problem: said.sentence(problem.where).lstrip("!")),
            Column[PlanProblem](
                self.tr("What to do"), lambda problem: said.sentence(problem.reason), stretch=True
            ),
            Column[PlanProblem](
                self.tr("The rest of the row"),
                lambda problem: self.tr("is taken") if problem.taken else self.tr("is left out"),
            ),
        ]
        if any(problem.offers for problem in problems):
            columns.append(Column[PlanProblem](self.tr("Who it is"), self.offers.word))
        self._model = RowsModel(columns)
        self._model.show_rows(problems)
        table = RowsTable(self._model, columns, self.tr("Problems"))
        self._model.setParent(table)
        table.selectionModel().selectionChanged.connect(lambda *_: self._problem_chosen())
        return table


def _counted(title: str, count: int) -> str:
    return f"{title} ({count})"


def _table(name: str, columns: Sequence[Column[T]], rows: Sequence[T]) -> RowsTable:
    model = RowsModel(columns)
    model.show_rows(rows)
    table = RowsTable(model, columns, name)
    model.setParent(table)
    return table
