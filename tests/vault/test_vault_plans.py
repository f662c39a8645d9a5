"""What is asked for every photo or person must not walk through a whole table: a term has thousands of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import event
from vault_makers import AT, Made, decision, face, new_id

import consentry_vault as cv


def _check(unit: cv.Unit, made: Made) -> None:
    unit.photos.by_sha256("ab")
    unit.faces.replace_for(made.photo, [])
    unit.faces.add(face(made.photo, unit.faces.next_ordinal(made.photo)), crop=b"c")
    unit.faces.of(made.photo)


def _decide(unit: cv.Unit, made: Made) -> None:
    unit.decisions.add(decision(made.photo, made.face))
    unit.decisions.of_photos([made.photo])
    unit.seen.of_photos([made.photo])
    unit.verdicts.of_photos([made.photo])
    unit.verdicts.delete_for([made.photo])
    unit.faces.of_photos([made.photo])
    unit.audit.append("decided", {}, at=AT)


def _ask_about_a_person(unit: cv.Unit, made: Made) -> None:
    unit.people.by_number("1001")
    unit.people.of_ids([made.person])
    unit.consents.of(made.person)
    unit.consents.next_sequence()
    unit.protections.of(made.person)
    unit.portraits.of(made.person)
    unit.releases.copies_showing(made.person)


def _verify_a_file(unit: cv.Unit, made: Made) -> None:
    unit.releases.copies_by_sha256("ab")
    unit.releases.copies_by_source("ab")
    unit.releases.copies_of_photo(made.photo)
    unit.releases.copies([new_id()])


def _remove(unit: cv.Unit, made: Made) -> None:
    unit.photos.remove([made.photo])
    unit.portraits.remove("none")


@pytest.mark.parametrize("job", [_check, _decide, _ask_about_a_person, _verify_a_file, _remove])
def test_no_table_is_walked_through(made: Made, job: Callable[[cv.Unit, Made], None]) -> None:
    with made.vault.write() as unit:
        asked: list[tuple[str, Any]] = []
        engine = unit.connection.engine

        def note(_c: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, _many: bool) -> None:
            asked.append((statement, parameters))

        event.listen(engine, "before_cursor_execute", note)
        try:
            job(unit, made)
        finally:
            event.remove(engine, "before_cursor_execute", note)
        assert len(asked) >= 2
        driver: Any = unit.connection.connection.driver_connection
        for statement, parameters in asked:
            plan = driver.execute(f"EXPLAIN QUERY PLAN {statement}", parameters).fetchall()
            walks = [row[3] for row in plan if row[3].startswith("SCAN") and "INDEX" not in row[3]]
            assert not [w for w in walks if "CONSTANT ROW" not in w], statement
