"""What stands behind an answer: where the paper is, or a scan of it that goes into the vault."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from consentry.ui import style


class EvidenceField(QWidget):
    """A line for the place of the paper, and a button that takes a scan (PDF, JPEG, PNG) in its stead."""

    def __init__(self) -> None:
        super().__init__()
        self._scan: Path | None = None
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("where the signed form is kept"))
        self.line.setAccessibleName(self.tr("Where the signed form is kept"))
        self.scan_button = QPushButton(self.tr("Scan…"))
        self.scan_button.setToolTip(self.tr("Keep a scan of the form in the vault: PDF, JPEG or PNG"))
        self.scan_button.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.SPACE)
        row.addWidget(self.line, 1)
        row.addWidget(self.scan_button)
        self.setFocusProxy(self.line)

    def take_scan(self, path: Path | None) -> None:
        """Use a scan, or none again."""
        self._scan = path
        self.line.setReadOnly(path is not None)
        self.line.setText(path.name if path is not None else "")
        self.scan_button.setText(self.tr("No scan") if path is not None else self.tr("Scan…"))

    def clear(self) -> None:
        """Nothing stands behind the next answer yet."""
        self.take_scan(None)

    def source(self) -> str | Path:
        """The place of the paper as typed, or the scan's file, for `scans.as_evidence`."""
        return self.line.text() if self._scan is None else self._scan

    def _ask(self) -> None:
        if self._scan is not None:
            self.take_scan(None)
            return
        kinds = self.tr("Scans") + " (*.pdf *.jpg *.jpeg *.png)"
        picked, _ = QFileDialog.getOpenFileName(self, self.tr("A scan of the signed form"), "", kinds)
        if picked:
            self.take_scan(Path(picked))
