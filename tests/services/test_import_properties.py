"""Whatever a sheet says: undoing it restores every row, and what goes out comes back as the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from consentry.services import channels, import_undo, roster_export, roster_import, vaults
from consentry.services.roster_import import ImportChoices, ImportPlan
from consentry.services.session import Session
from consentry_intake import sheets
from consentry_intake.sheets.prepare import Asked, prepare
from consentry_policy.channels import ChannelKind
from consentry_vault import FLOOR, schema
from school_ground import PASSPHRASE

LISTED = {"Facebook": ChannelKind.SOCIAL, "Instagram": ChannelKind.SOCIAL, "The yearbook": ChannelKind.YEARBOOK}
HEAD = [
    "Student Number",
    "Last Name",
    "First Name",
    "Grade",
    "Photo Permission",
    "Signed On",
    "Signed By",
    "Notes",
]
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["001", "002", "003", "1", "77", ""]),
        st.sampled_from(["Ames", "Boll", "Ames-Roy", "=Cole", "Émile"]),
        st.sampled_from(["Ida", "Uwe", "Ida Marie"]),
        st.sampled_from(["7", "8", ""]),
        st.sampled_from(
            ["Yes", "No", "", "Yearbook only", "Yes, no names", "Withdrawn", "court order", "see office"]
        ),
        st.sampled_from(["", "2026-03-04", "2025-09-01"]),
        st.sampled_from(["", "Pat", "Kim"]),
        st.sampled_from(["", "bus", "foster care"]),
    ),
    min_size=1,
    max_size=7,
)
QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    folder = tmp_path_factory.mktemp("properties") / "vault"
    with vaults.create(folder, PASSPHRASE, "Ann", "off", argon2=FLOOR) as made:
        for name, kind in LISTED.items():
            channels.add(made, name, kind, "The Superintendent")
        yield made


def plan_of(office: Session, content: bytes, name: str) -> ImportPlan:
    """As the worker child reads it, without the child."""
    prepared = prepare(sheets.read(content, name), Asked(LISTED, evidence="shelf"))
    return roster_import.compare(office, prepared, ImportChoices("shelf", None))


def bring(office: Session, rows: list[tuple[str, ...]]) -> None:
    content = sheets.write_csv(sheets.Table("Roster", HEAD, rows))
    roster_import.commit(office, plan_of(office, content, "roster.csv"))


def undo_all(office: Session) -> None:
    for one in import_undo.imports(office):
        if one.undone_at is None:
            import_undo.undo(office, one.id)


def kept(office: Session) -> dict[str, list[Any]]:
    with office.vault.read() as unit:
        return {
            table.name: sorted(map(repr, unit.connection.execute(select(table))))
            for table in (schema.people, schema.consents, schema.protections)
        }


@QUICK
@given(ROWS, ROWS)
def test_undo_restores_every_row(
    office: Session, first: list[tuple[str, ...]], second: list[tuple[str, ...]]
) -> None:
    undo_all(office)
    assert not any(kept(office).values())
    bring(office, first)
    before = kept(office)
    bring(office, second)
    import_undo.undo(office, import_undo.imports(office)[0].id)
    assert kept(office) == before


@QUICK
@given(ROWS)
def test_what_goes_out_comes_back_as_the_same(
    office: Session, tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]]
) -> None:
    undo_all(office)
    bring(office, rows)
    out: Path = tmp_path_factory.mktemp("out") / "roster.xlsx"
    roster_export.export(office, out)
    with office.vault.read() as unit:
        if not unit.people.all():
            return
    again = plan_of(office, out.read_bytes(), out.name)
    assert (again.open_questions, again.new, again.changed, again.records) == ([], [], [], [])
