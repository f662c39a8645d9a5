"""What a workbook brings that is never run and never followed, named for the user."""

from __future__ import annotations


def ignored(*, macros: bool, links: bool) -> list[str]:
    """The sentences for a book that holds these."""
    notes = []
    if macros:
        notes.append("The workbook holds macros; they were not run.")
    if links:
        notes.append("The workbook links to other files; the links were not followed.")
    return notes
