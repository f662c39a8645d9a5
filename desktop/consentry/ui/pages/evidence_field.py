"""What stands behind an answer: where the paper is, an online form's record, or a scan that the vault keeps."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from consentry.ui import style
from consentry_policy.records import Evidence, EvidenceKind


class EvidenceField(QWidget):
    """Where the paper is, or an online form's record; or a scan (PDF, JPEG, PNG) in the stead of both."""

    def __init__(self) -> None:
        super().__init__()
        self._scan: Path | None = None
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind of evidence"))
        self.kind.addItem(self.tr("On paper"), EvidenceKind.PAPER)
        self.kind.addItem(self.tr("Online form"), EvidenceKind.FORM)
        self.kind.currentIndexChanged.connect(lambda _: self._hint())
        self.line = QLineEdit()
        self.line.setAccessibleName(self.tr("Where the signed form is kept"))
        self.scan_button = QPushButton(self.tr("Scan…"))
        self.scan_button.setToolTip(self.tr("Keep a scan of the form in the vault: PDF, JPEG or PNG"))
        self.scan_button.clicked.connect(self._ask)
        row = QHBoxLayout()
        row.setSpacing(style.SPACE)
        row.addWidget(self.kind, 1)
        row.addWidget(self.scan_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.line)
        self.setFocusProxy(self.line)
        self._hint()

    def take_scan(self, path: Path | None) -> None:
        """Use a scan, or none again."""
        self._scan = path
        self.kind.setEnabled(path is None)
        self.line.setReadOnly(path is not None)
        self.line.setText(path.name if path is not None else "")
        self.scan_button.setText(self.tr("No scan") if path is not None else self.tr("Scan…"))

    def clear(self) -> None:
        """Nothing stands behind the next answer yet."""
        self.take_scan(None)
        self.kind.setCurrentIndex(0)

    def source(self) -> str | Path | Evidence:
        """The place of the paper as typed, the form's record, or the scan's file; for `scans.as_evidence`."""
        if self._scan is not None:
            return self._scan
        text = self.line.text().strip()
        if text and self.kind.currentData() == EvidenceKind.FORM:
            return Evidence(EvidenceKind.FORM, text)
        return text

    def _hint(self) -> None:
        form = self.kind.currentData() == EvidenceKind.FORM
        self.line.setPlaceholderText(
            self.tr("system / entry / time") if form else self.tr("where the signed form is kept")
        )

    def _ask(self) -> None:
        if self._scan is not None:
            self.take_scan(None)
            return
        kinds = self.tr("Scans") + " (*.pdf *.jpg *.jpeg *.png)"
        picked, _ = QFileDialog.getOpenFileName(self, self.tr("A scan of the signed form"), "", kinds)
        if picked:
            self.take_scan(Path(picked))
