"""Comma-, tab- or otherwise separated text in whatever encoding a school's system writes."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from consentry_intake import limits
from consentry_intake.sheets.book import EMPTY, Cell, Kind, Sheet
from consentry_intake.sheets.errors import SheetError
from consentry_intake.sheets.xlsx import TOO_MANY, TOO_WIDE

NOT_A_SHEET = "The file is not a spreadsheet; choose an .xlsx, .xls, .ods, .csv or .tsv file."
NULS = "The text file holds NUL bytes, so it is damaged or no table; export it again as .csv or .xlsx."
UNCLOSED = (
    "A quotation mark in the file is never closed, so its rows cannot be told apart; export it again as .xlsx."
)

_DELIMITERS = (",", "\t", ";", "|")
_SAMPLE_LINES = 60
LIVE = re.compile(r"^'*[=+\-@\t\r\n＝＋－＠]")  # how a text begins that a spreadsheet program would compute


def decode(untrusted_bytes: bytes) -> tuple[str, str]:
    """The text and the name of its encoding: byte-order mark, UTF-16, UTF-8, Windows-1252. Raises SheetError."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if untrusted_bytes.startswith(mark):
            return _strictly(untrusted_bytes, name)
    guess = _utf16_without_mark(untrusted_bytes[:4096])
    if guess is not None:
        return _strictly(untrusted_bytes, guess)
    if b"\0" in untrusted_bytes:
        raise SheetError(NULS)
    try:
        return untrusted_bytes.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _strictly(untrusted_bytes, "cp1252")


def _strictly(untrusted_bytes: bytes, encoding: str) -> tuple[str, str]:
    try:
        text = untrusted_bytes.decode(encoding)
    except UnicodeDecodeError:
        raise SheetError(NOT_A_SHEET) from None
    if "\0" in text:
        raise SheetError(NULS)
    return text.removeprefix("\ufeff"), encoding


def _utf16_without_mark(head: bytes) -> str | None:
    """Latin text in UTF-16 has a NUL at every second place; anything else with NULs is no text."""
    pairs = len(head) // 2
    if pairs < 4:
        return None
    even, odd = head[0 : 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    if odd > 0.6 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    if even > 0.6 * pairs and odd < 0.05 * pairs:
        return "utf-16-be"
    return None


def looks_like_text(text: str) -> bool:
    """False where control characters betray a picture or a program renamed to .csv."""
    head = text[:4096]
    odd = sum(1 for character in head if ord(character) < 32 and character not in "\t\r\n\f")
    return odd * 100 <= len(head)


def delimiter_of(text: str) -> str:
    """The separator that cuts the first lines most evenly; a single column yields a comma."""
    sample = "\n".join(text.splitlines()[:_SAMPLE_LINES])
    best, best_score = ",", 0.0
    for delimiter in _DELIMITERS:
        try:
            widths = [len(row) for row in csv.reader(io.StringIO(sample), delimiter=delimiter) if row]
        except csv.Error:
            continue
        if not widths:
            continue
        width, count = Counter(widths).most_common(1)[0]
        score = (count / len(widths)) * (width - 1) ** 0.5 if width > 1 else 0.0
        if score > best_score:
            best, best_score = delimiter, score
    return best


def restored(text: str) -> str:
    """A text as it was before an apostrophe kept a spreadsheet program from computing it (see `write.defused`)."""
    return text[1:] if text.startswith("'") and LIVE.match(text[1:]) else text


def read_text(text: str, name: str) -> Sheet:
    """The table as one sheet of text cells. Raises SheetError beyond the limits and for unclosed quotes."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    delimiter, skip = _declared(text)
    delimiter = delimiter or delimiter_of(text[:200_000])
    _check_length(text, delimiter)
    reader = csv.reader(_lines(text, skip), delimiter=delimiter)
    cell_of = _Cells().__getitem__
    rows: list[list[Cell]] = []
    width = area = 0
    try:
        for values in reader:
            width = max(width, len(values))
            area += len(values)
            if len(rows) >= limits.SHEET_ROWS or width > limits.SHEET_COLUMNS:
                raise SheetError(TOO_MANY)
            if area > limits.SHEET_AREA:
                raise SheetError(TOO_WIDE)
            rows.append(list(map(cell_of, values)))
    except csv.Error as error:
        raise SheetError(UNCLOSED) from error
    if width * len(rows) > limits.SHEET_AREA:
        raise SheetError(TOO_WIDE)
    for row in rows:
        if len(row) < width:
            row.extend([EMPTY] * (width - len(row)))
    return Sheet(name, rows)


def _lines(text: str, start: int) -> Iterator[str]:
    """The lines, each with its end; io.StringIO would hold four bytes a character."""
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end


def _check_length(text: str, delimiter: str) -> None:
    """Counts the rows of a long file before a single cell is kept."""
    lines = text.count("\n")
    if lines <= limits.SHEET_ROWS:
        return
    if '"' in text:
        try:
            lines = sum(1 for _ in csv.reader(_lines(text, 0), delimiter=delimiter))
        except csv.Error as error:
            raise SheetError(UNCLOSED) from error
    if lines > limits.SHEET_ROWS:
        raise SheetError(TOO_MANY)


def _declared(text: str) -> tuple[str | None, int]:
    """Excel's own first line "sep=;" names the separator."""
    line = text[:16].splitlines()[0] if text[:16].splitlines() else ""
    if line.lower().startswith("sep=") and len(line) == 5:
        return line[4], len(line)
    return None, 0


class _Cells(dict[str, Cell]):
    """The cell of each text, made when the text first comes; equal texts share one."""

    def __missing__(self, text: str) -> Cell:
        value = restored(text) if text.startswith("'") else text
        if len(value) > limits.SHEET_CELL_CHARS:
            raise SheetError(UNCLOSED)
        cell = Cell(value, Kind.TEXT if value.strip() else Kind.EMPTY) if value else EMPTY
        self[text] = cell
        return cell
