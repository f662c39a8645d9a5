"""A quick look over a large sheet of an xlsx in which nothing but values stands, as most programs write it.

Three times as fast as expat's pass (see `xlsx`), which a sheet gets as soon as anything in it is not the plainest:
a formula, an error, a colour that means something, a comment, another spelling of a tag. What is not certain here
is never guessed: the answer is None, and the exact pass decides.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Collection

from consentry_intake import limits
from consentry_intake.sheets.zipped import parts

_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*"
    rb'(?:<\?xml version="1\.0"(?: encoding="(?i:utf-8)")?(?: standalone="(?:yes|no)")?\s*\?>\s*)?<worksheet[\s>]'
)
_END = b"</worksheet>"
_CELL = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})("[^>/]*)>')
_REST = re.compile(rb'"(?: s="([0-9]{1,6})")?(?: t="(?:b|d|n|s|str|inlineStr)")?')
_EMPTY = re.compile(rb'<c r="[A-Z]{1,3}[0-9]{1,7}"(?: s="[0-9]{1,6}")? ?/>')
_CELL_OR_FORMULA = re.compile(rb"<[cf][\s/>]")
_PREFIXED = re.compile(rb":[cf][\s/>]")


def extent_of(archive: zipfile.ZipFile, path: str, telling: Collection[str]) -> tuple[int, int] | None:
    """Rows and columns up to the last filled cell, or None where the sheet needs the exact pass. ``telling``: the
    indexes of styles that mean something. Raises SheetError where the part cannot be unpacked.
    """
    look = _Look({index.encode() for index in telling})
    rest = b""
    for unpacked in parts(archive, path):
        piece = rest + unpacked
        cut = piece.rfind(b"<")
        if cut < 0 or not look.at(piece[:cut]):
            return None
        rest = piece[cut:]
    if not look.at(rest) or not rest.rstrip().endswith(_END):
        return None
    return look.rows, look.columns


class _Look:
    """What was seen of a sheet's text so far."""

    def __init__(self, telling: Collection[bytes]) -> None:
        self.rows = self.columns = 0
        self._telling = set(telling)
        self._begun = False

    def at(self, piece: bytes) -> bool:
        """Whether the next piece, of whole tags, is plain; takes note of its cells."""
        if not self._begun and piece:
            self._begun = True
            if not _START.match(piece):
                return False
        if b"<!" in piece or _PREFIXED.search(piece):  # an entity, a document type, a comment, CDATA; x:c
            return False
        cells = _CELL.findall(piece)
        told = len(_CELL_OR_FORMULA.findall(piece))
        if told != len(cells) and told != len(cells) + len(_EMPTY.findall(piece)):
            return False
        self.rows = max(self.rows, *map(int, {row for _, row, _ in cells}), 0)
        self.columns = max(self.columns, *map(_number, {column for column, _, _ in cells}), 0)
        if self.rows > limits.SHEET_ROWS or self.columns > limits.SHEET_COLUMNS:
            return False
        return all(map(self._is_plain, {rest for _, _, rest in cells}))

    def _is_plain(self, rest: bytes) -> bool:
        match = _REST.fullmatch(rest)
        return match is not None and match[1] not in self._telling


def _number(letters: bytes) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return column
