"""Every import there was, newest first, and the way to take one back as a whole."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget

from consentry.services import import_undo
from consentry.services.import_undo import ImportView
from consentry.services.operation import Changes
from consentry.ui import style
from consentry.ui.context import UiContext
from consentry.ui.widgets.empty import EmptyState
from consentry.ui.widgets.page import Page, action_button, on_keys, words
from consentry.ui.widgets.rows import Column, RowsModel, RowsTable


class ImportsPage(Page):
    """Emits ``left`` when the roster is wanted again."""

    left = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, QCoreApplication.translate("ImportsPage", "Imports"), parent)
        self.back_button = QPushButton(self.tr("Back to the roster"))
        self.back_button.clicked.connect(self.left)
        self.tools.addWidget(self.back_button)
        columns = self._columns()
        self.model = RowsModel(columns)
        self.table = RowsTable(self.model, columns, self.tr("Imports"))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._chosen())
        self.empty = EmptyState(
            "releases", self.tr("Nothing was imported yet: a sheet's import will be listed here.")
        )
        self.undo_button = action_button(self.tr("Undo this import"), "undo")
        self.undo_button.clicked.connect(self._ask)
        self.undo_button.setEnabled(False)
        self.faces = QStackedWidget()
        self.faces.addWidget(self.table)
        self.faces.addWidget(self.empty)
        row = QHBoxLayout()
        row.setSpacing(style.SPACE)
        hint = self.tr("An import is undone as a whole, and only while nothing recorded since hangs on it.")
        row.addWidget(words(hint, "small"), 1)
        row.addWidget(self.undo_button)
        self.body.addWidget(self.faces, 1)
        self.body.addLayout(row)
        on_keys(self, self.left.emit, None)

    def concerns(self, changes: Changes) -> bool:
        return changes.people

    def load(self) -> None:
        session = self.context.session
        self.fetch(lambda: import_undo.imports(session), self._show)

    def ended(self) -> None:
        self.table.setEnabled(True)
        self._chosen()

    def _show(self, views: list[ImportView]) -> None:
        self.model.show_rows(views)
        self.faces.setCurrentWidget(self.table if views else self.empty)
        self._chosen()

    def _chosen(self) -> None:
        view = self._view()
        self.undo_button.setEnabled(view is not None and _can_be_undone(view))

    def _view(self) -> ImportView | None:
        row = self.table.chosen()
        return None if row is None else self.model.rows[row]

    def _ask(self) -> None:
        """Say what it takes back, before it does."""
        view = self._view()
        if view is None:
            return
        sentence = self.tr(
            "This takes out what it brought (new people: {added}, answers: {answers}) "
            "and puts back what it changed (people: {changed})."
        ).format(added=view.people_added, answers=view.answers, changed=view.people_changed)
        self.message.say(sentence, "care", self.tr("Undo it now"), lambda: self._undo(view.id))
        self.message.action.setFocus()

    def _undo(self, key: str) -> None:
        session = self.context.session
        self.undo_button.setEnabled(False)
        self.table.setEnabled(False)
        self.run(lambda: import_undo.undo(session, key), self._undone, self.tr("Taking the import back"))

    def _undone(self, _: ImportView) -> None:
        self.context.say(self.tr("The import is undone: the roster is as it was before it."))

    def _columns(self) -> list[Column[ImportView]]:
        return [
            Column(self.tr("When"), lambda v: v.at.astimezone().strftime("%Y-%m-%d %H:%M")),
            Column(self.tr("Who"), lambda v: v.by, stretch=True),
            Column(self.tr("New"), lambda v: str(v.people_added)),
            Column(self.tr("Changed"), lambda v: str(v.people_changed)),
            Column(self.tr("Answers"), lambda v: str(v.answers)),
            Column(self.tr("Problems"), lambda v: str(v.problems)),
            Column(self.tr("State"), self._state),
        ]

    def _state(self, view: ImportView) -> str:
        if view.undone_at is None:
            return self.tr("stands")
        day = view.undone_at.astimezone().strftime("%Y-%m-%d")
        return self.tr("undone on {day}").format(day=day)


def _can_be_undone(view: ImportView) -> bool:
    return view.undone_at is None and bool(view.people_added or view.people_changed or view.answers)
