"""The card on backups: the verified copies of this vault, and one more now."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from consentry.services import vaults
from consentry.services.vaults import BackupView
from consentry.ui.widgets.page import Page, as_card, words
from consentry.ui.widgets.rows import Column, RowsModel, RowsTable

_ROWS = 5  # shown at once; the rest scrolls


def reason_word(reason: str) -> str:
    """What a copy was made for, in words."""
    translate = QCoreApplication.translate
    return {
        "migration": translate("BackupReasons", "before an update of the vault"),
        "import": translate("BackupReasons", "before an import"),
        "purge": translate("BackupReasons", "after templates were destroyed"),
        "daily": translate("BackupReasons", "once a day"),
        "asked": translate("BackupReasons", "somebody asked for it"),
    }.get(reason, reason)


class BackupsCard(QWidget):
    """Copies lie beside the vault and are as encrypted as it is."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        columns: list[Column[BackupView]] = [
            Column(self.tr("Made"), lambda b: b.at.astimezone().strftime("%Y-%m-%d %H:%M")),
            Column(self.tr("Why"), lambda b: reason_word(b.reason), stretch=True),
        ]
        self.model = RowsModel(columns)
        self.table = RowsTable(self.model, columns, self.tr("Backups"))
        self.none = words(self.tr("There is no backup yet; make one before you change much."), "muted")
        self.make_button = QPushButton(self.tr("Make a backup now"))
        self.make_button.clicked.connect(self._make)
        column = as_card(self, self.tr("Backups"))
        column.addWidget(
            words(self.tr("In the vault's folder, encrypted: copy it to a second place, too."), "small")
        )
        column.addWidget(self.none)
        column.addWidget(self.table)
        column.addWidget(self.make_button, 0, Qt.AlignmentFlag.AlignLeft)

    def load(self) -> None:
        """Show the copies there are."""
        session = self._page.context.session
        self._page.fetch(lambda: vaults.kept_backups(session), self._show_backups)

    def _show_backups(self, backups: list[BackupView]) -> None:
        self.model.show_rows(backups)
        rows = self.table.verticalHeader().defaultSectionSize() * min(len(backups), _ROWS)
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + rows + 4)
        self.table.setVisible(bool(backups))
        self.none.setVisible(not backups)

    def _make(self) -> None:
        session = self._page.context.session
        self._page.run(lambda: vaults.back_up(session), lambda _: self._made(), self.tr("Making a backup"))

    def _made(self) -> None:
        self._page.message.say(self.tr("The backup is made and was read back: it is whole."), "done")
        self.load()
