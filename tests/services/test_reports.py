"""Reports answer the office's questions, as sheets and as pages on which every letter of a name can be read."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import openpyxl
import pytest
from fontTools.ttLib import TTFont

from consentry.services import deciding, photos, releasing, reports, roster
from consentry.services.events import add, revoke
from consentry.services.reports import pdf
from consentry.services.session import Session
from consentry_policy.errors import MendableError
from consentry_policy.events import EventKind
from consentry_policy.people import Role
from consentry_policy.records import Answer
from school_ground import CHANNEL


def photo(session: Session, name: str) -> str:
    batch = photos.batches(session)[0]
    return next(v.id for v in photos.views(session, batch.id, CHANNEL) if v.file_name == name)


def sheet(path: Path) -> list[list[object]]:
    book = openpyxl.load_workbook(path)
    return [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]


def test_consent_status_counts_everyone_once_a_channel(session: Session, tmp_path: Path) -> None:
    reports.write(session, reports.make(session, "status"), tmp_path / "s.xlsx")
    header, *rows = sheet(tmp_path / "s.xlsx")
    assert {row[3] for row in rows} == {CHANNEL}
    total = sum(int(str(cell)) for row in rows for cell in row[4:])
    assert total == len(roster.people(session))
    assert header[4] == "Granted"


def test_who_has_not_answered_leaves_the_list_with_an_answer(session: Session) -> None:
    who = roster.add_person(session, "7001", "Núñez", "Zoë", frozenset({Role.STUDENT}), "5")
    listed = {row[3] for row in reports.make(session, "unanswered").parts[0].rows}
    assert "7001" in listed
    roster.set_consent(session, who, Answer.REFUSAL, None, None)
    assert "7001" not in {row[3] for row in reports.make(session, "unanswered").parts[0].rows}


def test_a_parents_question_is_answered_with_the_consent_of_that_day(session: Session, tmp_path: Path) -> None:
    one = photo(session, "02-mirrored.jpg")
    deciding.mark_seen(session, [one], CHANNEL)
    done = releasing.release(session, [one], CHANNEL, tmp_path / "out").run()
    releasing.note_place(session, done.release_id, "https://school.example/news/7")
    who = next(p for p in roster.people(session) if p.number == "1001")
    roster.set_consent(session, who.id, Answer.WITHDRAWAL, None, None)  # later: the ground of that day stays
    rows = reports.make(session, "person", "1001").parts[0].rows
    assert len(rows) == 1
    assert rows[0][1] == CHANNEL
    assert rows[0][3] == "https://school.example/news/7"
    assert "the office's cabinet" in str(rows[0][4])
    assert reports.make(session, "person", "1002").parts[0].rows == []
    with pytest.raises(MendableError, match="--person"):
        reports.make(session, "person")


def test_decisions_are_counted_by_who_made_them(session: Session) -> None:
    face = photos.view_of(session, [photo(session, "07-refused.jpg")], CHANNEL)[0].faces[0].id
    deciding.visitor(session, [face])
    deciding.undo(session)
    deciding.unknown(session, [face])
    rows = [list(row) for row in reports.make(session, "decisions").parts[0].rows]
    assert ["Test designee", "visitor", "", 1, 1] in rows
    assert ["Test designee", "unknown", "", 1, 0] in rows


def test_the_register_of_events_tells_what_was_revoked(session: Session) -> None:
    event = add(session, "Spring gala", EventKind.PERFORMANCE, session.today, "The Superintendent", [CHANNEL])
    revoke(session, event.id)
    row = next(r for r in reports.make(session, "events").parts[0].rows if r[2] == "Spring gala")
    assert row[6] == "The Superintendent"
    assert str(row[8]).startswith("revoked")


def test_a_pdf_is_whole_private_and_knows_the_letters(session: Session, tmp_path: Path) -> None:
    roster.add_person(session, "7002", "Łukasiewicz-Nguyễn", "Þóra", frozenset({Role.STUDENT}))
    for name in reports.NAMES:
        to = tmp_path / f"{name}.pdf"
        reports.write(session, reports.make(session, name, "1001"), to)
        content = to.read_bytes()
        assert content.startswith(b"%PDF-")
        assert content.rstrip().endswith(b"%%EOF")
        if sys.platform != "win32":
            assert stat.S_IMODE(to.stat().st_mode) == 0o600
    letters = set("ŁukasiewiczNguyễnÞóraÉñüßøåčőşğıțŽ") | set("Иванов") | set("Αθηνά")
    assert letters <= {chr(code) for code in TTFont(pdf._font()).getBestCmap()}
    with pytest.raises(MendableError, match=r"\.xlsx or \.pdf"):
        reports.write(session, reports.make(session, "events"), tmp_path / "x.doc")
    with pytest.raises(MendableError, match="another folder"):
        reports.write(session, reports.make(session, "events"), tmp_path / "no" / "x.pdf")
