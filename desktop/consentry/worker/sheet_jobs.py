"""The jobs that read spreadsheets and portrait indexes; the parent checks what they yield, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from consentry_intake.sheets.portraits import read_index
from consentry_intake.sheets.prepare import Asked, prepare
from consentry_intake.sheets.read import read
from consentry_intake.sheets.steady import steady
from consentry_intake.sheets.wire import from_json, to_json

if TYPE_CHECKING:
    from consentry.worker.bench import Bench, Reply


@steady  # as a whole: between its steps a collection would look at every cell
def prepare_sheet(_: Bench, options: Mapping[str, Any], blobs: list[bytes]) -> Reply:
    """What an import needs of a spreadsheet, as JSON in one part. ``ending`` is all that is told of its name."""
    asked = from_json(Asked, options["asked"])
    book = read(blobs[0], "sheet" + str(options["ending"]))
    return {}, [to_json(prepare(book, asked)).encode()]


def portrait_index(_: Bench, options: Mapping[str, Any], blobs: list[bytes]) -> Reply:
    """Whose each portrait of an index is, as JSON in one part."""
    return {}, [to_json(read_index(blobs[0], "index" + str(options["ending"]))).encode()]
