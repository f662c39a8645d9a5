"""The roster's lists as files: chosen from a menu, saved where the user says, never over a file that is there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton

from consentry.services import roster_export
from consentry.services.roster_export import What
from consentry.ui.widgets.page import Page

_TEMPLATE = "template"


def what_word(what: What) -> str:
    """What a list is called."""
    translate = QCoreApplication.translate
    return {
        What.ROSTER: translate("ExportNames", "The roster, to import again"),
        What.STATUS: translate("ExportNames", "Everyone's consent today"),
        What.PROBLEMS: translate("ExportNames", "Problem rows of the last import"),
        What.FLAGS: translate("ExportNames", "Flags that wait for a person"),
    }[what]


class ExportButton(QPushButton):
    """A button with the menu of what can be written; its page tells how it went."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.setText(self.tr("Export"))
        self._page = page
        menu = QMenu(self)
        for what in What:
            menu.addAction(what_word(what)).triggered.connect(lambda _=False, what=what: self._ask(what))
        menu.addSeparator()
        menu.addAction(self.tr("An empty sheet to fill in")).triggered.connect(lambda: self._ask(None))
        self.setMenu(menu)

    def save(self, what: What | None, file: Path) -> None:
        """Write a list, or the empty sheet; the file's ending says as what."""
        session = self._page.context.session
        self._page.run(
            (lambda: roster_export.template(file))
            if what is None
            else (lambda: roster_export.export(session, file, what)),
            lambda _: self._saved(file, names=what is not None),
            self.tr("Writing the list"),
        )

    def _saved(self, file: Path, *, names: bool) -> None:
        said = (
            self.tr("Saved as {file}. It holds names: keep it where only those may read it who should.")
            if names
            else self.tr("Saved as {file}; filled in, it imports without a question.")
        )
        self._page.message.say(said.format(file=file.name), "done")

    def _ask(self, what: What | None) -> None:
        day = self._page.context.session.today.isoformat()
        name = f"consentry-{what.value if what else _TEMPLATE}-{day}.xlsx"
        kinds = self.tr("Spreadsheet") + " (*.xlsx)" + (";;CSV (*.csv)" if what else "")
        picked, chosen = QFileDialog.getSaveFileName(self, self.tr("Save the list"), name, kinds)
        if picked:
            file = Path(picked)
            self.save(what, file if file.suffix else file.with_suffix(".csv" if "csv" in chosen else ".xlsx"))
