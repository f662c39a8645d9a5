"""Roster: the list with its search, and the ways to fill it: a sheet, a portrait folder, one person by hand."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from consentry.ui.context import UiContext
from consentry.ui.pages.flags import FlagsPage
from consentry.ui.pages.import_page import ImportPage
from consentry.ui.pages.imports import ImportsPage
from consentry.ui.pages.roster_add import AddPersonPage
from consentry.ui.pages.roster_list import RosterList
from consentry.ui.pages.roster_portraits import PortraitsPage


class RosterPage(QStackedWidget):
    """One face at a time; all lead back to the list."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = RosterList(context)
        self.import_page = ImportPage(context)
        self.portraits = PortraitsPage(context)
        self.add_page = AddPersonPage(context)
        self.imports_page = ImportsPage(context)
        self.flags_page = FlagsPage(context)
        others = (self.import_page, self.portraits, self.add_page, self.imports_page, self.flags_page)
        for face in (self.list, *others):
            self.addWidget(face)
        self.list.import_wanted.connect(self._import)
        self.list.portraits_wanted.connect(lambda: self.setCurrentWidget(self.portraits))
        self.list.add_wanted.connect(self._add)
        self.list.flags_wanted.connect(lambda: self.setCurrentWidget(self.flags_page))
        self.list.imports_wanted.connect(lambda: self.setCurrentWidget(self.imports_page))
        for face in others:
            face.left.connect(self._back)
        self.import_page.portraits_wanted.connect(lambda: self.setCurrentWidget(self.portraits))

    def _import(self) -> None:
        self.import_page.begin()
        self.setCurrentWidget(self.import_page)

    def _add(self) -> None:
        self.add_page.begin()
        self.setCurrentWidget(self.add_page)

    def _back(self) -> None:
        self.setCurrentWidget(self.list)
        self.list.search.setFocus()
