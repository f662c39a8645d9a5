"""Which pages there are, in the order of the sidebar, and how each is made."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from consentry.ui.context import UiContext
from consentry.ui.shell.sidebar import Entry

# Loaded when a page is first shown: the gate is on the screen before the heavy pages are even read.
_PLACES = {
    "check": ("consentry.ui.check.page", "CheckPage"),
    "roster": ("consentry.ui.pages.roster", "RosterPage"),
    "events": ("consentry.ui.pages.events", "EventsPage"),
    "releases": ("consentry.ui.pages.releases", "ReleasesPage"),
    "log": ("consentry.ui.pages.log", "LogPage"),
    "settings": ("consentry.ui.pages.settings", "SettingsPage"),
}


def entries() -> list[Entry]:
    """The pages in order, titled in the language of the window."""
    translate = QCoreApplication.translate
    return [
        Entry("check", translate("Pages", "Check photos"), "check"),
        Entry("roster", translate("Pages", "Roster"), "roster"),
        Entry("events", translate("Pages", "Events & channels"), "events"),
        Entry("releases", translate("Pages", "Releases"), "releases"),
        Entry("log", translate("Pages", "Log"), "log"),
        Entry("settings", translate("Pages", "Settings"), "settings"),
    ]


def make_page(key: str, context: UiContext) -> QWidget:
    """A page by its key."""
    module, name = _PLACES[key]
    page = getattr(import_module(module), name)(context)
    assert isinstance(page, QWidget)
    return page
