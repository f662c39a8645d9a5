"""The page Check photos: its parts, and the ways between them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QWidget

from consentry.services import photos
from consentry.services.checking import CheckReport
from consentry.services.operation import Changes
from consentry.ui.check.batch import Batch, Wish
from consentry.ui.check.channel_choice import ChannelChoice
from consentry.ui.check.contact_sheet import ContactSheet
from consentry.ui.check.decider import Decider
from consentry.ui.check.grid_page import GridPage
from consentry.ui.check.groups_page import GroupsPage
from consentry.ui.check.photo_model import PhotoFilter
from consentry.ui.check.photo_page import PhotoPage
from consentry.ui.check.pictures import Pictures
from consentry.ui.check.release_panel import ReleasePanel
from consentry.ui.check.start_panel import StartPanel
from consentry.ui.check.step_bar import Step, StepBar
from consentry.ui.check.thumbnails import Thumbnails
from consentry.ui.check.words import count_of_photos
from consentry.ui.context import UiContext
from consentry.ui.runner import Running
from consentry.ui.trouble import Trouble
from consentry.ui.widgets.page import Page, action_button

_GRID_SIDE, _SHEET_SIDE = 256, 512  # px of the thumbnails; a vault keeps them at 512


class CheckPage(Page):
    """Takes dropped photos, shows the verdicts as they come, and leads to review, contact sheet and release."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context, QCoreApplication.translate("CheckPage", "Check photos"))
        session, runner = context.session, context.runner
        self.batch = Batch(context, self)
        self.decider = Decider(self.batch, self)
        self.shown = PhotoFilter(self)
        self.shown.setSourceModel(self.batch.model)
        small = Thumbnails(runner, lambda photo: photos.thumbnail(session, photo), _GRID_SIDE, parent=self)
        large = Thumbnails(runner, lambda photo: photos.thumbnail(session, photo), _SHEET_SIDE, 150, self)
        self._pictures = Pictures(context, self)
        self._stores = (small, large, self._pictures.crops)
        self._running: Running | None = None
        self._came_from: QWidget | None = None
        self.start = StartPanel(context)
        self.grid = GridPage(self.batch, self.shown, self.decider, small)
        self.photo = PhotoPage(self.batch, self.shown, self.decider, large, self._pictures)
        self.groups = GroupsPage(self.batch, self.decider, self._pictures)
        self.sheet = ContactSheet(self.batch, self.decider, large)
        self.releasing = ReleasePanel(self.batch)
        self.parts = QStackedWidget()
        for part in (self.start, self.grid, self.photo, self.groups, self.sheet, self.releasing):
            self.parts.addWidget(part)
        self.steps = StepBar()
        self.body.addWidget(self.steps)
        self.body.addWidget(self.parts, 1)
        self._build_tools()
        self._connect()
        for button in self.findChildren(QAbstractButton):
            # A click leaves the focus where it is: else Space, "the next open face", would press the button again.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAcceptDrops(True)
        self.show_part(self.start)

    def load(self) -> None:
        """Fetch what the start shows; the batch looks after itself."""
        self.start.load()

    def concerns(self, changes: Changes) -> bool:
        """Channels and events are offered at the start; a new portrait is shown beside a face."""
        if changes.people:
            self._pictures.forget_portraits()
        return changes.channels or changes.events or bool(changes.photos)

    def offer(self, paths: Sequence[Path]) -> None:
        """Check files that were dropped or opened with Consentry."""
        if self._running is not None:
            self.message.say(self.tr("A check is under way; wait for it to end, or cancel it first."))
        else:
            self.start.offer(paths)

    def check(self, wish: Wish) -> None:
        """Begin a check."""
        self.message.clear()
        for store in self._stores:
            store.forget()
        self._running = self.batch.check(wish, self.busy.progress)
        self.busy.start(self._running, self.tr("Checking photos"))
        self.channel.offer()
        self.show_part(self.grid)

    def reopen(self, batch_id: str, channel: str) -> None:
        """Go on with a batch that was checked before."""
        self.message.clear()
        for store in self._stores:
            store.forget()
        self.batch.open(batch_id, channel or self.start.channel.currentText())
        self.channel.offer()
        self.show_part(self.grid)

    def open_photo(self, photo_id: str) -> None:
        """Show one photo large."""
        if photo_id:
            self._came_from = self.parts.currentWidget()
            self.show_part(self.photo)
            self.photo.show_photo(photo_id)

    def show_part(self, part: QWidget) -> None:
        """Show a part of the page, and the tools that make sense there."""
        self.parts.setCurrentWidget(part)
        working = part is not self.start
        for tool in (self.new_button, self.channel, self.steps):
            tool.setVisible(working)
        step = {self.groups: Step.FACES, self.sheet: Step.SHEET, self.releasing: Step.RELEASE}.get(part)
        if step is not None or part is self.grid:
            self.steps.show_step(step or Step.PHOTOS)
        if part is self.groups:
            self.groups.load()
        elif part is self.releasing:
            self.releasing.refresh()
        focus: dict[QWidget, QWidget] = {
            self.start: self.start.open_folder,
            self.grid: self.grid.grid,
            self.photo: self.photo.canvas,
            self.groups: self.groups.tiles,
            self.sheet: self.sheet.grid,
            self.releasing: self.releasing.folder,
        }
        focus[part].setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders are welcome."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Check what was dropped."""
        self.offer([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def _build_tools(self) -> None:
        self.channel = ChannelChoice(self.batch)
        self.new_button = action_button(self.tr("Check others…"), "add")
        self.new_button.clicked.connect(self._start_again)
        for tool in (self.new_button, self.channel):
            self.tools.addWidget(tool)

    def _connect(self) -> None:
        self.steps.chosen.connect(self._go_to_step)
        self.batch.updated.connect(self._count)
        self.batch.opened.connect(self._count)
        self.start.wished.connect(self.check)
        self.start.reopened.connect(self.reopen)
        self.grid.opened.connect(self.open_photo)
        self.groups.photo_wanted.connect(self.open_photo)
        self.sheet.missed_in.connect(self._draw_missed)
        self.releasing.sheet_wanted.connect(lambda: self.show_part(self.sheet))
        self.photo.left.connect(lambda: self.show_part(self._came_from or self.grid))
        for part in (self.groups, self.sheet, self.releasing):
            part.left.connect(lambda: self.show_part(self.grid))
        self.batch.ended.connect(self._ended)
        self.batch.trouble.connect(self.message.say_trouble)
        self.decider.decided.connect(self._decided)
        self.decider.refused.connect(self.message.say_trouble)

    def _go_to_step(self, step: Step) -> None:
        parts: dict[Step, QWidget] = {
            Step.PHOTOS: self.grid,
            Step.FACES: self.groups,
            Step.SHEET: self.sheet,
            Step.RELEASE: self.releasing,
        }
        self.show_part(parts[step])

    def _count(self) -> None:
        self.steps.count(self.batch.model.photos)

    def _decided(self, sentence: str) -> None:
        self.message.clear()
        self.context.say(sentence)

    def _draw_missed(self, photo_id: str) -> None:
        self.open_photo(photo_id)
        self.photo.missed.draw()

    def _start_again(self) -> None:
        if self._running is not None:
            self.message.say(self.tr("A check is under way; wait for it to end, or cancel it first."))
            return
        self.start.load()
        self.show_part(self.start)

    def _ended(self, result: CheckReport | Trouble) -> None:
        self._running = None
        self.busy.stop()
        if isinstance(result, Trouble):
            self.message.say_trouble(result)
            if not self.batch.model.photos:
                self.show_part(self.start)
            return
        count = len(self.batch.model.photos)
        self.context.say(self.tr("Checked {photos}.").format(photos=count_of_photos(count)))
        if result.unread_folders:
            self.message.say(
                self.tr(
                    "A folder may not be read, and what is in it was not checked: ask for the right to read it, "
                    "or copy it here."
                ),
                "trouble",
            )
        self.channel.offer(self.start.channel.itemText(row) for row in range(self.start.channel.count()))
