"""Every book that the product writes opens in LibreOffice without a warning, and nothing in it is computed."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from html import unescape
from pathlib import Path

import pytest

from consentry.services import (
    channels,
    deciding,
    disclosing,
    events,
    flags,
    photos,
    releasing,
    reports,
    roster,
    roster_export,
    roster_import,
)
from consentry.services.roster_import import ImportChoices
from consentry.services.session import Session
from consentry_policy.channels import ChannelKind
from consentry_policy.events import EventKind
from consentry_policy.people import Role
from consentry_policy.records import Answer
from school_ground import CHANNEL

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")

LIVE = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", '=HYPERLINK("http://x.example","x")', "=cmd|'/c calc'!A0"]
GALA, PAPER, NETWORK, SHELF = "=2+2 gala", "@SUM(B1) paper", "-2+2 network", '=HYPERLINK("http://y.example")'


def office_with_formulas(session: Session) -> None:
    """Whatever a book can hold begins like a formula somewhere."""
    channels.add(session, PAPER, ChannelKind.PRESS, "=3+3")
    for number, text in enumerate(LIVE):
        roster.add_person(session, f"-{number}", text, text, frozenset({Role.STUDENT}), text, text)
    people = {person.number: person.id for person in roster.people(session)}
    roster.set_consent(session, people["-0"], Answer.GRANT, None, SHELF, signer="+2+2")
    roster.set_consent(session, people["-1"], Answer.REFUSAL, frozenset({PAPER}), None)
    events.add(session, GALA, EventKind.PERFORMANCE, session.today, "=4+4", [CHANNEL])
    disclosing.add(session, "=5+5", NETWORK, note="@SUM(C1)")
    sheet = session.vault.folder.parent / "=answers.csv"
    head = "Student Number,Last Name,First Name,Photo Permission\n"
    sheet.write_text(head + "9001,'=Eck,'=Jo,court order\n9002,=Ash,Al,=6+6\n", encoding="utf-8")
    roster_import.commit(session, roster_import.plan(session, sheet, ImportChoices(SHELF, None)).run())
    assert flags.flags(session)


def every_book(session: Session, folder: Path) -> list[Path]:
    for what in roster_export.What:
        for ending in ("xlsx", "csv"):
            roster_export.export(session, folder / f"{what.value}.{ending}", what)
    roster_export.template(folder / "template.xlsx")
    for name in reports.NAMES:
        reports.write(session, reports.make(session, name, "1001"), folder / f"report-{name}.xlsx")
    one = next(v.id for v in photos.views(session, photos.batches(session)[0].id, CHANNEL) if "02-" in v.file_name)
    deciding.mark_seen(session, [one], CHANNEL)
    releasing.release(session, [one], CHANNEL, folder / "released").run()
    shutil.copy(folder / "released" / "manifest.xlsx", folder / "manifest.xlsx")
    return sorted(folder.glob("*.xlsx")) + sorted(folder.glob("*.csv"))


def opened(books: list[Path], to: Path) -> dict[str, str]:
    """Each book as LibreOffice has it in memory: flat XML with every value and every formula."""
    command = ["soffice", f"-env:UserInstallation=file://{to / 'profile'}", "--headless", "--convert-to", "fods"]
    for ending in (".xlsx", ".csv"):  # two runs, as a roster.xlsx and a roster.csv become one name
        some = [str(book) for book in books if book.suffix == ending]
        done = subprocess.run(
            [*command, "--outdir", str(to / ending[1:]), *some],
            capture_output=True, text=True, timeout=240, check=False,
        )  # fmt: skip
        assert done.returncode == 0
        said = [line for line in (done.stdout + done.stderr).splitlines() if "javaldx" not in line]  # no Java here
        assert not [line for line in said if re.search(r"\b(warn\w*|error|fail\w*)\b", line, re.IGNORECASE)]
    return {book.name: (to / book.suffix[1:] / f"{book.stem}.fods").read_text("utf-8") for book in books}


def texts(flat: str) -> Counter[str]:
    found = re.findall(r"<text:p>(.*?)</text:p>", flat, re.DOTALL)
    spaced = (re.sub(r"<text:tab/>", "\t", cell) for cell in found)
    return Counter(unescape(re.sub(r"<[^>]+>", "", cell)) for cell in spaced)


def test_every_book_opens_without_a_warning_and_computes_nothing(session: Session, tmp_path: Path) -> None:
    office_with_formulas(session)
    folder = tmp_path / "books"
    folder.mkdir()
    books = every_book(session, folder)
    assert len(books) == 2 * len(roster_export.What) + 1 + len(reports.NAMES) + 1
    found = opened(books, tmp_path)
    for name, flat in found.items():
        assert "table:formula" not in flat, f"{name} computes"
        assert "of:=" not in flat, f"{name} computes"
        assert 'office:value-type="error"' not in flat
    for name in ("roster.xlsx", "status.xlsx"):
        assert set(LIVE) <= set(texts(found[name])), f"{name} shows each text as it is"
    assert {"'" + text for text in LIVE} <= set(texts(found["roster.csv"]))
    assert SHELF in texts(found["roster.xlsx"])
    assert GALA in texts(found["report-events.xlsx"])
    assert NETWORK in texts(found["report-disclosures.xlsx"])
    assert any(PAPER in text for text in texts(found["status.xlsx"]))
    assert "court order" in texts(found["flags.xlsx"])
    assert "=Eck" in " ".join(texts(found["flags.xlsx"]))
    assert texts(found["problems.xlsx"])


def test_the_check_sees_a_formula_where_there_is_one(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(["=1+1"])
    book.save(tmp_path / "live.xlsx")
    (tmp_path / "live.csv").write_text("=1+1\n", encoding="utf-8")
    found = opened([tmp_path / "live.xlsx", tmp_path / "live.csv"], tmp_path)
    assert "table:formula" in found["live.xlsx"]
    assert "table:formula" in found["live.csv"]
