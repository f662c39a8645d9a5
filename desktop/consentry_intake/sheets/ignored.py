"""What a workbook brings that is never run and never followed, named for the user."""

from __future__ import annotations

from consentry_policy.sentences import Sentence


def ignored(*, macros: bool, links: bool) -> list[Sentence]:
    """The sentences for a book that holds these."""
    notes = []
    if macros:
        notes.append(Sentence("The workbook holds macros; they were not run."))
    if links:
        notes.append(Sentence("The workbook links to other files; the links were not followed."))
    return notes
