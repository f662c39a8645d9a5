"""Open flags: what an import could not decide ("court order", "see office"), until somebody settles it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from consentry.services import channels, flags
from consentry.services.flags import FlagView, Settled
from consentry.services.operation import Changes
from consentry.ui.context import UiContext
from consentry.ui.pages.flags_settle import SettleForm
from consentry.ui.widgets.empty import EmptyState
from consentry.ui.widgets.page import Page, on_keys, words
from consentry.ui.widgets.rows import Column, RowsModel, RowsTable
from consentry_policy.channels import Channel


class FlagsPage(Page):
    """Emits ``left`` when the roster is wanted again."""

    left = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, QCoreApplication.translate("FlagsPage", "Flags"), parent)
        self.back_button = QPushButton(self.tr("Back to the roster"))
        self.back_button.clicked.connect(self.left)
        self.tools.addWidget(self.back_button)
        columns = self._columns()
        self.model = RowsModel(columns)
        self.table = RowsTable(self.model, columns, self.tr("Open flags"))
        self.empty = EmptyState(
            "done", self.tr("No flag is open: nothing of an import waits for a word of yours.")
        )
        self.form = SettleForm()
        self.form.settled.connect(self._settle)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self.form.show_flag(self._chosen()))
        self.faces = QStackedWidget()
        self.faces.addWidget(self.table)
        self.faces.addWidget(self.empty)
        self.hint = words(
            self.tr("A sheet said this in place of an answer. While it is open, an older yes does not count."),
            "muted",
        )
        self.body.addWidget(self.hint)
        self.body.addWidget(self.faces, 1)
        self.body.addWidget(self.form)
        on_keys(self, self.left.emit, None)

    def concerns(self, changes: Changes) -> bool:
        return changes.people or changes.channels

    def load(self) -> None:
        session = self.context.session
        self.fetch(lambda: channels.listed(session), self._show_channels)
        self.fetch(lambda: flags.flags(session), self._show)

    def ended(self) -> None:
        self.form.setEnabled(True)
        self.table.setEnabled(True)

    def _show_channels(self, listed: list[Channel]) -> None:
        today = self.context.session.today
        self.form.show_channels([c.name for c in listed if c.authorised(today)], today)

    def _show(self, found: list[FlagView]) -> None:
        before = self._chosen()
        self.model.show_rows(found)
        self.hint.setVisible(bool(found))
        self.faces.setCurrentWidget(self.table if found else self.empty)
        rows = enumerate(self.model.rows)
        place = next((at for at, flag in rows if before is not None and flag.person == before.person), None)
        if place is not None:
            self.table.selectRow(place)
        self.form.show_flag(self._chosen())

    def _chosen(self) -> FlagView | None:
        row = self.table.chosen()
        return None if row is None else self.model.rows[row]

    def _settle(self, person: str, how: Settled) -> None:
        session = self.context.session
        self.form.setEnabled(False)
        self.table.setEnabled(False)  # a click meanwhile must not move the form to somebody else
        self.run(lambda: flags.settle(session, person, how), self._settled, self.tr("Settling the flag"))

    def _settled(self, count: int) -> None:
        self.context.say(self.tr("%n flag(s) settled.", "", count))

    def _columns(self) -> list[Column[FlagView]]:
        return [
            Column(self.tr("Name"), lambda f: f.name),
            Column(self.tr("Number"), lambda f: f.number or "–"),
            Column(self.tr("The sheet says"), lambda f: f.flag, stretch=True),
            Column(self.tr("Channels"), self._about),
            Column(self.tr("Since"), lambda f: f.day.isoformat()),
            Column(self.tr("Where"), lambda f: f.where or "–"),
        ]

    def _about(self, flag: FlagView) -> str:
        return self.tr("all") if flag.channels is None else ", ".join(sorted(flag.channels))
