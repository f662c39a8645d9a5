"""The log: who did what, newest first. It names photos and people by their ids only."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from consentry.services import log
from consentry.services.log import LogEntry
from consentry.services.operation import Changes
from consentry.ui import style
from consentry.ui.context import UiContext
from consentry.ui.said import deed
from consentry.ui.widgets.empty import EmptyState
from consentry.ui.widgets.page import Page, action_button, words
from consentry.ui.widgets.rows import Column, RowsModel, RowsTable

_MOST = 2_000


class LogPage(Page):
    """The newest entries, with a filter."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, QCoreApplication.translate("LogPage", "Log"), parent)
        self.verify_button = action_button(self.tr("Verify the log"), "done")
        self.verify_button.setToolTip(self.tr("Was an entry changed, taken out or put in since it was written?"))
        self.verify_button.clicked.connect(self.verify)
        self.tools.addWidget(self.verify_button)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter by user or deed"))
        self.filter.setAccessibleName(self.tr("Filter the log"))
        self.filter.setClearButtonEnabled(True)
        self.filter.addAction(style.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.filter.textChanged.connect(lambda _: self._show_fitting())
        columns = [
            Column[LogEntry](self.tr("When"), _when),
            Column[LogEntry](self.tr("Who"), lambda e: e.who),
            Column[LogEntry](self.tr("What"), lambda e: deed(e.what), stretch=True),
        ]
        self.model = RowsModel(columns)
        self.table = RowsTable(self.model, columns, self.tr("Log entries"))
        self.empty = EmptyState("log", self.tr("Nothing is on record yet: every decision and import will be."))
        self.faces = QStackedWidget()
        self.faces.addWidget(self.table)
        self.faces.addWidget(self.empty)
        self.count = words("", "small")
        self._entries: list[LogEntry] = []
        self.body.addWidget(self.filter)
        self.body.addWidget(self.faces, 1)
        self.body.addWidget(self.count)

    def concerns(self, changes: Changes) -> bool:
        return bool(changes)

    def load(self) -> None:
        session = self.context.session
        self.fetch(lambda: log.entries(session, _MOST), self._show)

    def showEvent(self, event: QShowEvent) -> None:
        self._stale = True  # not every entry comes with a change that pages hear of
        super().showEvent(event)

    def verify(self) -> None:
        """Go over the whole chain."""
        session = self.context.session
        self.run(lambda: log.first_broken(session), self._verified, self.tr("Going over the log"))

    def _verified(self, broken: int | None) -> None:
        if broken is None:
            self.message.say(self.tr("Every entry is as it was written."), "done")
        else:
            self.message.say(
                self.tr(
                    "Entry {number} is not what was written: keep this vault as it is and tell the designee."
                ).format(number=broken),
                "trouble",
            )

    def _show(self, entries: list[LogEntry]) -> None:
        self._entries = entries
        unreadable = [entry.sequence for entry in entries if entry.at is None]
        if unreadable:
            self._verified(min(unreadable))
        self.faces.setCurrentIndex(0 if entries else 1)
        self._show_fitting()

    def _show_fitting(self) -> None:
        wanted = self.filter.text().casefold().split()
        fitting = [
            entry
            for entry in self._entries
            if all(word in f"{entry.who} {deed(entry.what)}".casefold() for word in wanted)
        ]
        self.model.show_rows(fitting)
        self.count.setText(self.tr("%n entry(s)", "", len(fitting)))


def _when(entry: LogEntry) -> str:
    return "–" if entry.at is None else entry.at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
