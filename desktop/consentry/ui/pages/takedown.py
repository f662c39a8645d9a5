"""What must come down: released copies that show someone who may not be shown any more."""

from __future__ import annotations

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton

from consentry.services.takedown import Recall
from consentry.ui import style
from consentry.ui.said import sentence
from consentry.ui.widgets.headed_rows import HeadedRows
from consentry.ui.widgets.rows import Column


class TakedownList(HeadedRows[Recall]):
    """Hidden while nothing must come down. Those suspected come last, and say so."""

    def __init__(self) -> None:
        super().__init__()
        columns: list[Column[Recall]] = [
            Column(self.tr("Copy"), lambda r: r.file_name),
            Column(self.tr("Channel"), lambda r: r.channel),
            Column(self.tr("Why"), self._why, icon=self._icon, ink=self._ink, stretch=True),
            Column(self.tr("Number"), lambda r: r.person_number or "–"),
            Column(self.tr("Posted at"), lambda r: ", ".join(r.places) or self.tr("not noted")),
        ]
        self.tasks_button = QPushButton(self.tr("Open tasks"))
        self.tasks_button.setToolTip(self.tr("One task for each place that a copy must come down from"))
        self.build(columns, self.tr("Copies that must come down"), self.tasks_button)

    def show_recalls(self, recalls: list[Recall]) -> None:
        """Show what must come down today."""
        copies = len({recall.copy for recall in recalls})
        self.show_rows(recalls, self.tr("%n copy(s) must come down or be looked at", "", copies))
        self.tasks_button.setEnabled(any(not recall.suspected for recall in recalls))

    def _why(self, recall: Recall) -> str:
        if recall.suspected:
            return self.tr("perhaps: {why}; look at the copy").format(why=sentence(recall.why))
        return sentence(recall.why)

    def _icon(self, recall: Recall) -> QIcon:
        return style.icon("trouble", self._ink(recall))

    def _ink(self, recall: Recall) -> str:
        return "review" if recall.suspected else "blocked"
