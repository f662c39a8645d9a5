"""Bad input is refused by one sentence, quickly, and holds nothing of the file in the message."""

from __future__ import annotations

import struct
import subprocess
import sys
from pathlib import Path

import pytest
from sheet_corpus.bombs import HEAD, REFUSED, ROW, SOUND
from sheet_corpus.large import LARGE
from sheet_corpus.make import html_bytes, ods_bytes, rezip
from sheet_corpus.old_xls import compound, record, records, xls_bytes

from consentry_intake import sheets

_IN_A_CHILD = """
import re, sys, time
from pathlib import Path
from consentry_intake import sheets
data = Path(sys.argv[1]).read_bytes()
start = time.process_time()
try:
    sheets.propose(sheets.read(data, sys.argv[2]))
except sheets.SheetError:
    seconds = time.process_time() - start
    peak = re.search("VmHWM:\\s+([0-9]+)", Path("/proc/self/status").read_text())
    print("refused", round(seconds, 2), int(peak[1]) // 1024)
"""


BAD = REFUSED | LARGE


@pytest.mark.parametrize("name", [name for name in BAD if name not in {"many strings.xlsx", "dense.ods"}])
def test_refused_by_one_sentence(name: str) -> None:
    with pytest.raises(sheets.SheetError) as caught:
        sheets.propose(sheets.read(BAD[name](), name))
    text = str(caught.value)
    assert text.endswith(".")
    assert len(text) < 160
    assert not any(secret in text for secret in ("Ash", "Birch", "evil", "hostname"))


@pytest.mark.parametrize(
    "name", ["ratio.xlsx", "declared.xlsx", "lying.xlsx", "entities.xlsx", "far.xlsx", "far.xls",
             "wide and long.xlsx", "repeats.ods", "rows.csv", "quote.csv", "dense.xlsx", "dense html.xls",
             "dense 2003.xls", "wide.csv", "two sheets.xlsx", "nul far in.csv"],
)  # fmt: skip
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak of memory is read from Linux's /proc")
def test_bombs_stay_small_and_quick(name: str, tmp_path: Path) -> None:
    """Within 300 MB resident and a second of CPU, in a process of its own as in the worker child."""
    file = tmp_path / "untrusted"
    file.write_bytes(BAD[name]())
    done = subprocess.run(
        [sys.executable, "-c", _IN_A_CHILD, str(file), name],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    word, seconds, megabytes = done.stdout.split("\n")[0].split()
    assert word == "refused"
    assert int(megabytes) < 300
    assert float(seconds) < 1.0


def test_macros_and_links_are_ignored_and_named() -> None:
    extra = {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0", "xl/externalLinks/externalLink1.xml": b"<externalLink/>"}
    book = sheets.read(rezip(SOUND, lambda name, old: old, extra), "m.xlsm")
    assert [cell.text for cell in book.sheets[0].rows[1]] == ROW
    assert len(book.notes) == 2
    assert "macros" in str(book.notes[0])
    assert "links" in str(book.notes[1])


def test_macros_and_links_of_other_formats_are_named_too() -> None:
    def notes(data: bytes, name: str) -> str:
        book = sheets.read(data, name)
        assert [cell.text for cell in book.sheets[0].rows[1]] == ROW
        return " ".join(map(str, book.notes))

    rows = [HEAD, ROW]
    macros = xls_bytes(rows) + "_VBA_PROJECT_CUR".encode("utf-16-le")
    linked = compound(records(rows) + record(0x01AE, struct.pack("<HH", 0, 9) + b"\x01other.xls"))
    own = compound(records(rows) + record(0x01AE, struct.pack("<HH", 1, 0x0401)))
    assert "macros" in notes(macros, "m.xls")
    assert "links were not followed" in notes(linked, "l.xls")
    for plain in (xls_bytes(rows), own):
        assert "macros" not in notes(plain, "p.xls")
        assert "links" not in notes(plain, "p.xls")
    basic = rezip(ods_bytes(rows), lambda name, old: old, {"Basic/Standard/Module1.xml": b"<script/>"})
    assert "macros" in notes(basic, "m.ods")
    source = '<table:table table:name="Other"><table:table-source xlink:href="file:///other.ods" '
    source += 'xmlns:xlink="http://www.w3.org/1999/xlink"/></table:table>'
    linking = rezip(
        ods_bytes(rows),
        lambda name, old: old.replace(b"</office:spreadsheet>", source.encode() + b"</office:spreadsheet>"),
    )
    assert "links" in notes(linking, "l.ods")
    assert notes(ods_bytes(rows), "p.ods") == ""
    queried = rezip(SOUND, lambda name, old: old, {"xl/connections.xml": b"<connections/>"})
    assert "links" in notes(queried, "q.xlsx")


def test_a_web_page_that_calls_itself_a_workbook_is_read_as_what_it_is() -> None:
    book = sheets.read(html_bytes([HEAD, ROW]), "export.xls")
    assert [cell.text for cell in book.sheets[0].rows[1]] == ROW
    assert book.format == "html"
    assert list(map(str, book.notes)) == [
        "The file calls itself a workbook but is a web page; it was read as that."
    ]
    text = sheets.read(b"Student Number\tLast Name\tFirst Name\tPhoto Permission\n1\tAsh\tAl\tYes\n", "export.xls")
    assert [cell.text for cell in text.sheets[0].rows[1]] == ROW
    assert "plain text" in str(text.notes[0])


def test_no_usable_column_is_one_sentence() -> None:
    with pytest.raises(sheets.SheetError, match="header row"):
        sheets.propose(sheets.read(b"fruit,colour\r\napple,red\r\n", "fruit.csv"))


def test_a_recipe_of_another_sheet_is_refused() -> None:
    recipe = sheets.propose(sheets.read(SOUND, "a.xlsx")).recipe
    with pytest.raises(sheets.SheetError):
        sheets.interpret(sheets.read(b"fruit,colour\r\napple,red\r\n", "fruit.csv"), recipe)


@pytest.mark.parametrize(
    "text",
    ["", "version = 2", "version = 1", "version = 1\nsheet = 3", "not toml", "version = 1\n[[sheet]]\nname = 'a'",
     "version = 1\n[[sheet]]\nname='a'\nheader_row=1\n[[column]]\nheader='x'\nmeaning='magic'",
     "version = 1\n[[sheet]]\nname='a'\nheader_row=1\n[[column]]\nheader='x'\nmeaning='consent'\n"
     "values={a='perhaps'}",
     "version = 1\nuntil = 'soon'\n[[sheet]]\nname='a'\nheader_row=1\n[[column]]\nheader='x'\nmeaning='number'"],
)  # fmt: skip
def test_bad_recipes_are_refused_by_one_sentence(text: str) -> None:
    with pytest.raises(sheets.SheetError):
        sheets.load_recipe(text)


def test_an_answer_of_a_hostile_child_is_refused() -> None:
    good = sheets.to_json(
        sheets.interpret(sheets.read(SOUND, "a.xlsx"), sheets.propose(sheets.read(SOUND, "a.xlsx")).recipe)
    )
    for bad in ("{}", "[]", "null", good[:-3], good.replace('"grant"', '"yes"'), good.replace('"1"', "1", 1)):
        with pytest.raises(sheets.SheetError):
            sheets.from_json(sheets.Interpretation, bad)
