"""What a search through a folder found: copies that may not be there any more, bare photos of covered ones."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from consentry.services.takedown import ScanHit
from consentry.ui.said import sentence
from consentry.ui.widgets.headed_rows import HeadedRows
from consentry.ui.widgets.rows import Column


class FoundList(HeadedRows[ScanHit]):
    """Hidden until a search found something, and again once it is dismissed."""

    def __init__(self) -> None:
        super().__init__()
        self.dismiss_button = QPushButton(self.tr("Dismiss"))
        self.dismiss_button.clicked.connect(self.hide)
        columns: list[Column[ScanHit]] = [
            Column(self.tr("File"), lambda h: h.path.name),
            Column(self.tr("Why"), lambda h: sentence(h.text), stretch=True),
            Column(self.tr("Match"), lambda h: self.tr("the very file") if h.exact else self.tr("looks the same")),
            Column(self.tr("Folder"), lambda h: str(h.path.parent)),
        ]
        self.build(columns, self.tr("Copies found in the folder"), self.dismiss_button)

    def show_hits(self, hits: list[ScanHit]) -> None:
        """Show the files that may not be there."""
        self.show_rows(hits, self.tr("%n file(s) of the folder must come down or be looked at", "", len(hits)))
