"""Reading a spreadsheet or a portrait index in a worker child: its file comes from outside, like a photo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import attrgetter

from consentry.services import untrusted as read
from consentry.services.analysis import Engine
from consentry.services.jobs import Content, Subject
from consentry_intake import limits
from consentry_intake.sheets import SheetError
from consentry_intake.sheets.portraits import PortraitIndex
from consentry_intake.sheets.prepare import Asked, Prepared
from consentry_intake.sheets.wire import from_json, to_json

_TEXTS = attrgetter("last_name", "first_name", "number", "grade", "homeroom", "school")


@dataclass(frozen=True, slots=True)
class SheetRead:
    """What a spreadsheet yields, or ``error``, one sentence."""

    sha256: str
    prepared: Prepared | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class PrepareSheet:
    """Read a spreadsheet as ``asked``; ``ending`` (".csv") is all that the child is told of the file's name. A
    pool with engine "none" is enough.
    """

    content: Content = field(repr=False)
    asked: Asked = field(repr=False)
    ending: str = ""
    kind: str = field(default="prepare_sheet", init=False)
    subject: Subject = field(default=Subject.SHEET, init=False, repr=False)

    def options(self) -> dict[str, object]:
        """See Job."""
        return {"ending": self.ending, "asked": to_json(self.asked)}

    def read(
        self, untrusted: Mapping[str, object], untrusted_blobs: Sequence[bytes], sha256: str, by: Engine
    ) -> SheetRead:
        """See Job."""
        if untrusted.get("error") is not None:
            return SheetRead(sha256, None, read.sentence(untrusted, "error"))
        return SheetRead(sha256, read_prepared(_part(untrusted_blobs), sha256))

    def failed(self, sentence: str, sha256: str) -> SheetRead:
        """See Job."""
        return SheetRead(sha256, None, sentence)


@dataclass(frozen=True, slots=True)
class IndexRead:
    """What a portrait index tells, or ``error``, one sentence."""

    index: PortraitIndex | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class ReadIndex:
    """Read the index that came with portraits."""

    content: Content = field(repr=False)
    ending: str = ""
    kind: str = field(default="portrait_index", init=False)
    subject: Subject = field(default=Subject.SHEET, init=False, repr=False)

    def options(self) -> dict[str, object]:
        """See Job."""
        return {"ending": self.ending}

    def read(
        self, untrusted: Mapping[str, object], untrusted_blobs: Sequence[bytes], sha256: str, by: Engine
    ) -> IndexRead:
        """See Job."""
        if untrusted.get("error") is not None:
            return IndexRead(None, read.sentence(untrusted, "error"))
        try:
            index = from_json(PortraitIndex, _part(untrusted_blobs))
        except SheetError as error:
            raise read.BadReplyError("index") from error
        if len(index.entries) > limits.SHEET_ROWS or len(index.problems) > limits.SHEET_ROWS:
            raise read.BadReplyError("index")
        return IndexRead(index)

    def failed(self, sentence: str, sha256: str) -> IndexRead:
        """See Job."""
        return IndexRead(None, sentence)


def _part(untrusted_blobs: Sequence[bytes]) -> bytes:
    if len(untrusted_blobs) != 1 or len(untrusted_blobs[0]) > limits.WIRE_SHEET_BYTES:
        raise read.BadReplyError("parts")
    return untrusted_blobs[0]


def read_prepared(untrusted_json: bytes, sha256: str) -> Prepared:
    """What a reply holds. Raises BadReplyError for anything out of place or beyond the limits."""
    try:
        found = from_json(Prepared, untrusted_json)
    except SheetError as error:
        raise read.BadReplyError("sheet") from error
    told = found.told
    if told.sha256 != sha256 or len(told.rows) > limits.SHEET_ROWS or len(told.problems) > limits.SHEET_AREA:
        raise read.BadReplyError("sheet")
    if (
        max(map(len, filter(None, chain.from_iterable(map(_TEXTS, told.rows)))), default=0)
        > limits.SHEET_CELL_CHARS
    ):
        raise read.BadReplyError("sheet")
    return found
