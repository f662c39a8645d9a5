"""Where a report goes: asked with the system's dialog, written off the UI thread, said in place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from consentry.services import reports
from consentry.ui.widgets.page import Page

_ENDINGS = (".xlsx", ".pdf")


def ask_report_file(page: Page, report: str, ending: str | None = None) -> Path | None:
    """The file the user picks for a report, as ``ending`` or as either; None where they pick none."""
    kinds = {
        ".xlsx": QCoreApplication.translate("ReportFile", "Spreadsheet"),
        ".pdf": QCoreApplication.translate("ReportFile", "Document to print"),
    }
    endings = [ending] if ending else list(_ENDINGS)
    name = f"consentry-{report}-{page.context.session.today}{endings[0]}"  # tells nobody's name or number
    filters = ";;".join(f"{kinds[e]} (*{e})" for e in endings)
    title = QCoreApplication.translate("ReportFile", "Save the report")
    picked, chosen = QFileDialog.getSaveFileName(page, title, name, filters)
    if not picked:
        return None
    file = Path(picked)
    if file.suffix.casefold() in _ENDINGS:
        return file
    return file.with_name(file.name + next((e for e in endings if e in chosen), endings[0]))


def save_report(page: Page, report: str, file: Path, number: str | None = None) -> None:
    """Write a report; ``number`` says of whom where it is of one person. The file's ending says as what."""
    session = page.context.session

    def saved(_: None) -> None:
        said = QCoreApplication.translate(
            "ReportFile",
            "The report is saved as {file}. It holds names: keep it where the vault's copies are kept.",
        )
        page.message.say(said.format(file=file.name), "done")

    page.run(
        lambda: reports.write(session, reports.make(session, report, number), file),
        saved,
        QCoreApplication.translate("ReportFile", "Writing the report"),
    )
