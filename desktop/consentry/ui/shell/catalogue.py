"""Which pages there are, in the order of the sidebar, and how each is made."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from consentry.ui.check import CheckPage
from consentry.ui.context import UiContext
from consentry.ui.pages.events import EventsPage
from consentry.ui.pages.log import LogPage
from consentry.ui.pages.releases import ReleasesPage
from consentry.ui.pages.roster import RosterPage
from consentry.ui.pages.settings import SettingsPage
from consentry.ui.shell.sidebar import Entry

MAKERS: dict[str, Callable[[UiContext], QWidget]] = {
    "check": CheckPage,
    "roster": RosterPage,
    "events": EventsPage,
    "releases": ReleasesPage,
    "log": LogPage,
    "settings": SettingsPage,
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
