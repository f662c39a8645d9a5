"""Releases: what was let out, where it was posted, and whether a file is one of ours."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from consentry.services import releasing, takedown
from consentry.services.operation import Changes
from consentry.services.releasing import Status, Verification
from consentry.services.takedown import ScanHit
from consentry.services.views import ReleaseView
from consentry.ui import said, style
from consentry.ui.context import UiContext
from consentry.ui.pages.releases_found import FoundList
from consentry.ui.pages.releases_tasks import TaskList
from consentry.ui.pages.takedown import TakedownList
from consentry.ui.widgets.empty import EmptyState
from consentry.ui.widgets.message import Tone
from consentry.ui.widgets.page import Page, action_button, words
from consentry.ui.widgets.rows import Column, RowsModel, RowsTable
from consentry.ui.widgets.scroll import TallScroll

_LEAST = 140  # px high, of the releases: a heading and two of them
_TONES: dict[Status, Tone] = {
    Status.MAY_BE_USED: "done",
    Status.CHANGED: "care",
    Status.MAY_NOT_BE_USED: "trouble",
    Status.NOT_RELEASED: "care",
}


class ReleasesPage(Page):
    """The list of releases and what can be done with one."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, QCoreApplication.translate("ReleasesPage", "Releases"), parent)
        self.verify_button = action_button(self.tr("Check a file"), "search")
        self.verify_button.setToolTip(
            self.tr("Was this file released, for what, and may it still be used? Dropping it here asks the same.")
        )
        self.verify_button.clicked.connect(lambda: self._ask(folder=False))
        self.search_button = action_button(self.tr("Search a folder"), "folder")
        self.search_button.setToolTip(
            self.tr("Look through a folder, such as a website's pictures, for copies that must come down")
        )
        self.search_button.clicked.connect(lambda: self._ask(folder=True))
        self.tools.addWidget(self.search_button)
        self.tools.addWidget(self.verify_button)
        columns = [
            Column[ReleaseView](self.tr("When"), lambda r: r.at.astimezone().strftime("%Y-%m-%d %H:%M")),
            Column[ReleaseView](self.tr("Channel"), lambda r: r.channel),
            Column[ReleaseView](self.tr("Copies"), lambda r: str(r.copies)),
            Column[ReleaseView](self.tr("By"), lambda r: r.by),
            Column[ReleaseView](self.tr("Folder"), lambda r: r.folder, stretch=True),
            Column[ReleaseView](self.tr("Posted at"), lambda r: ", ".join(r.places) or self.tr("not noted")),
        ]
        self.model = RowsModel(columns)
        self.table = RowsTable(self.model, columns, self.tr("Releases"))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._chosen_changed())
        self.empty = EmptyState(
            "releases",
            self.tr("Nothing has been released yet: check photos, then release the cleared ones."),
            self.tr("Check photos"),
        )
        if self.empty.button is not None:
            self.empty.button.clicked.connect(lambda: context.go_to("check"))
        self.place = QLineEdit()
        self.place.setPlaceholderText(self.tr("a link, a page of the yearbook"))
        self.place.setAccessibleName(self.tr("Where the chosen release was posted"))
        self.place.returnPressed.connect(self._note)
        self.printed = QCheckBox(self.tr("In print"))
        self.printed.setToolTip(self.tr("What is in print cannot be recalled; its task says so."))
        self.note_button = QPushButton(self.tr("Note the place"))
        self.note_button.clicked.connect(self._note)
        self.folder_button = QPushButton(self.tr("Open the folder"))
        self.folder_button.clicked.connect(lambda: _open_folder(self._chosen()))
        self.faces = QStackedWidget()
        self.faces.addWidget(self.table)
        self.faces.addWidget(self.empty)
        self._below = QWidget()
        row = QHBoxLayout(self._below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.SPACE)
        row.addWidget(words(self.tr("Posted at"), "field"))
        row.addWidget(self.place, 1)
        row.addWidget(self.printed)
        row.addWidget(self.note_button)
        row.addWidget(self.folder_button)
        self.takedown = TakedownList()
        self.takedown.tasks_button.clicked.connect(self._open_tasks)
        self.tasks = TaskList()
        self.tasks.closing.connect(self._close_task)
        self.found = FoundList()
        self._lay_out()
        self._chosen_changed()
        self.setAcceptDrops(True)

    def _lay_out(self) -> None:
        """Several lists may be there at once: on a low screen the page scrolls, and none covers another."""
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.found, self.takedown, self.tasks):
            column.addWidget(part)
        self.faces.setMinimumHeight(_LEAST)
        column.addWidget(self.faces, 1)
        column.addWidget(self._below)
        scroll = TallScroll(inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows what has the focus
        self.body.addWidget(scroll, 1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file or a folder may be dropped."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A file is verified, a folder searched."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if len(paths) == 1 and paths[0].is_file():
            self.verify(paths[0])
        elif paths:
            self.search(*paths)

    def concerns(self, changes: Changes) -> bool:
        return changes.releases or changes.people or changes.events

    def load(self) -> None:
        session = self.context.session
        self.fetch(lambda: releasing.listed(session), self._show)
        self.fetch(lambda: takedown.recalls(session), self.takedown.show_recalls)
        self.fetch(lambda: takedown.tasks(session, everything=True), self.tasks.show_tasks)
        self.context.runner.run(lambda: releasing.get_ready(session), owner=self)

    def verify(self, file: Path) -> None:
        """Say whether a file is one that was released, and whether it still may be used."""
        session = self.context.session
        self.run(releasing.verify(session, file), self._verified, self.tr("Looking the file up"))

    def search(self, *places: Path) -> None:
        """Look through folders and files for released copies that may not be there any more."""
        session = self.context.session
        self.search_button.setEnabled(False)
        self.run(takedown.scan(session, places), self._searched, self.tr("Looking through the folder"))

    def ended(self) -> None:
        self.search_button.setEnabled(True)

    def _show(self, releases: list[ReleaseView]) -> None:
        kept = self.table.chosen()
        self.model.show_rows(releases)
        self.faces.setCurrentIndex(0 if releases else 1)
        self._below.setVisible(bool(releases))
        if releases:
            self.table.selectRow(min(kept or 0, len(releases) - 1))
        self._chosen_changed()

    def _verified(self, verification: Verification) -> None:
        self.message.say(said.sentence(verification.text), _TONES[verification.status])

    def _chosen(self) -> ReleaseView | None:
        row = self.table.chosen()
        return None if row is None else self.model.rows[row]

    def _chosen_changed(self) -> None:
        chosen = self._chosen()
        self.note_button.setEnabled(chosen is not None)
        self.place.setEnabled(chosen is not None)
        self.printed.setEnabled(chosen is not None)
        self.folder_button.setEnabled(chosen is not None and Path(chosen.folder).is_dir())

    def _note(self) -> None:
        chosen, place = self._chosen(), self.place.text().strip()
        if chosen is None or not place:
            self.message.say(self.tr("Type where this release was posted, a link for example."), "care")
            self.place.setFocus()
            return
        session, recallable = self.context.session, not self.printed.isChecked()
        self.run(
            lambda: releasing.note_place(session, chosen.id, place, recallable=recallable),
            lambda _: self._noted(),
            self.tr("Noting the place"),
        )

    def _noted(self) -> None:
        self.place.clear()
        self.printed.setChecked(False)
        self.context.say(self.tr("The place is on record."))
        self.load()

    def _ask(self, *, folder: bool) -> None:
        if folder:
            picked = QFileDialog.getExistingDirectory(self, self.tr("Search a folder"))
        else:
            picked, _ = QFileDialog.getOpenFileName(self, self.tr("Check a file"))
        if picked:
            (self.search if folder else self.verify)(Path(picked))

    def _searched(self, hits: list[ScanHit]) -> None:
        self.found.show_hits(hits)
        if not hits:
            self.message.say(self.tr("No file in that folder is a copy that must come down."), "done")

    def _open_tasks(self) -> None:
        session = self.context.session
        self.run(lambda: takedown.open_tasks(session), self._tasks_opened, self.tr("Opening the tasks"))

    def _tasks_opened(self, count: int) -> None:
        if count:
            self.context.say(self.tr("%n task(s) opened.", "", count))
        else:
            self.message.say(self.tr("Every copy that must come down has its tasks already."), "info")

    def _close_task(self, task: str, proof: str, file: Path | None) -> None:
        session = self.context.session
        self.run(
            lambda: takedown.done(session, task, proof, file), lambda _: self._task_closed(), self.tr("Closing")
        )

    def _task_closed(self) -> None:
        self.tasks.closed()
        self.context.say(self.tr("The task is closed; its proof is on record."))


def _open_folder(release: ReleaseView | None) -> None:
    if release is not None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(release.folder))
