"""Two files of one system (Vidigami's roster and its list of relationships) as one; parents joined to children."""

from __future__ import annotations

import hashlib
from collections import defaultdict

from consentry_intake.sheets.book import Book, Sheet
from consentry_intake.sheets.errors import SheetError
from consentry_intake.sheets.spelling import norm


def join(books: list[Book]) -> Book:
    """Several files as one book; its hash is that of the files' hashes in order. Raises SheetError for none."""
    if not books:
        raise SheetError("No file was chosen; choose the sheet with the answers.")
    if len(books) == 1:
        return books[0]
    digest = hashlib.sha256("".join(book.sha256 for book in books).encode()).hexdigest()
    sheets: list[Sheet] = []
    for number, book in enumerate(books, 1):
        for sheet in book.sheets:
            name = sheet.name or f"File {number}"
            taken = {norm(other.name) for other in sheets}
            sheets.append(
                Sheet(
                    f"{name} ({number})" if norm(name) in taken else name, sheet.rows, sheet.hidden, sheet.merges
                )
            )
    return Book("several", digest, sheets, list(dict.fromkeys(note for book in books for note in book.notes)))


def is_relations(names: list[str]) -> bool:
    """True for the header of a list that pairs students with parents."""
    words = [norm(name) for name in names if name]
    return len(words) == 2 and any("student" in w for w in words) and any("parent" in w for w in words)


def parents_of(book: Book) -> dict[str, list[str]]:
    """Parents' numbers by student's number, of every sheet that pairs them."""
    found: dict[str, list[str]] = defaultdict(list)
    for sheet in book.sheets:
        names = [cell.shown for cell in sheet.rows[0]] if sheet.rows else []
        if not is_relations(names):
            continue
        student = next(i for i, name in enumerate(names) if "student" in norm(name))
        parent = next(i for i, name in enumerate(names) if "parent" in norm(name))
        for row in sheet.rows[1:]:
            child, adult = row[student].shown, row[parent].shown
            if child and adult and adult not in found[child]:
                found[child].append(adult)
    return dict(found)
