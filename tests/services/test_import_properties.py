"""Whatever a sheet says: undoing it restores every row, and what goes out comes back as the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from consentry.services import channels, flags, import_undo, roster, roster_export, roster_import, vaults
from consentry.services.roster_import import ImportChoices, ImportPlan
from consentry.services.session import Session
from consentry_intake import sheets
from consentry_intake.sheets.prepare import Asked, prepare
from consentry_policy.channels import ChannelKind, Condition
from consentry_policy.errors import MendableError
from consentry_policy.facts import ConsentState
from consentry_policy.records import Answer, SignerRole
from consentry_vault import FLOOR, schema
from school_ground import PASSPHRASE

LISTED = {"Facebook": ChannelKind.SOCIAL, "Instagram": ChannelKind.SOCIAL, "The yearbook": ChannelKind.YEARBOOK}
HEAD = [
    "Student Number",
    "Last Name",
    "First Name",
    "Role",
    "Grade",
    "Photo Permission",
    "Signed On",
    "Signed By",
    "Signed As",
    "Notes",
]
NUMBERS = ["001", "002", "003", "1", "77", ""]
ROWS = st.lists(
    st.tuples(
        st.sampled_from(NUMBERS),
        st.sampled_from(["Ames", "Boll", "Ames-Roy", "=Cole", "Émile"]),
        st.sampled_from(["Ida", "Uwe", "Ida Marie"]),
        st.sampled_from(["", "Student", "Staff", "Guest", "Student; Staff"]),
        st.sampled_from(["7", "8", "12", ""]),
        st.sampled_from(
            ["Yes", "No", "", "Yearbook only", "Yes, no names", "Withdrawn", "court order", "see office"]
        ),
        st.sampled_from(["", "2026-03-04", "2025-09-01"]),
        st.sampled_from(["", "Pat", "Kim"]),
        st.sampled_from(["", "guardian", "self", "other"]),
        st.sampled_from(["", "bus", "foster care"]),
    ),
    min_size=1,
    max_size=7,
)
QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@dataclass(frozen=True)
class Said:
    """What somebody records by hand after an import; ``who`` is a place on the roster."""

    who: int
    what: str
    channels: frozenset[str] | None
    signer: str | None
    role: SignerRole | None
    note: str | None
    days: tuple[date | None, date | None]
    conditions: frozenset[Condition]


SAID = st.lists(
    st.builds(
        Said,
        st.integers(0, 6),
        st.sampled_from(["grant", "refusal", "withdrawal", "protect", "born", "grown", "settle"]),
        st.sampled_from([None, frozenset({"Facebook"}), frozenset({"The yearbook", "Facebook"})]),
        st.sampled_from([None, "Pat", "Kim Ames"]),
        st.sampled_from([None, *SignerRole]),
        st.sampled_from([None, "by phone"]),
        st.sampled_from([(None, None), (date(2024, 3, 4), None), (None, date(2099, 1, 1))]),
        st.sampled_from([frozenset(), frozenset({Condition.NO_NAME}), frozenset(Condition)]),
    ),
    max_size=5,
)


def made(folder: Path, listed: dict[str, ChannelKind] = LISTED) -> Session:
    office = vaults.create(folder, PASSPHRASE, "Ann", "off", argon2=FLOOR)
    for name, kind in listed.items():
        channels.add(office, name, kind, "The Superintendent")
    return office


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    with made(tmp_path_factory.mktemp("properties") / "vault") as session:
        yield session


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """Another vault with the same channels and nobody in it."""
    with made(tmp_path_factory.mktemp("other") / "vault") as session:
        yield session


def plan_of(office: Session, content: bytes, name: str, match: dict[str, str] | None = None) -> ImportPlan:
    """As the worker child reads it, without the child."""
    with office.vault.read() as unit:
        listed = {c.name: c.kind for c in unit.channels.all() if c.authorised(office.today)}
    prepared = prepare(sheets.read(content, name), Asked(listed, evidence="shelf"))
    return roster_import.compare(office, prepared, ImportChoices("shelf", None, match=match or {}))


def bring(office: Session, rows: list[tuple[str, ...]]) -> None:
    content = sheets.write_csv(sheets.Table("Roster", HEAD, rows))
    roster_import.commit(office, plan_of(office, content, "roster.csv"))


def hear(office: Session, said: list[Said]) -> None:
    """Record by hand what was said of those who are there."""
    for one in said:
        everyone = roster.people(office)
        if not everyone:
            return
        person = everyone[one.who % len(everyone)].id
        if one.what == "protect":
            roster.protect(office, person, "safety")
        elif one.what in {"born", "grown"}:
            roster.set_birth_date(office, person, date(2015 if one.what == "born" else 2001, 5, 6))
        elif one.what == "settle":
            if any(flag.person == person for flag in flags.flags(office)):
                flags.settle(office, person, flags.Settled("looked at"))
        else:
            answer, who, role = Answer(one.what), one.signer, one.role
            with suppress(MendableError):  # what cannot be recorded is not said
                roster.set_consent(
                    office,
                    person,
                    answer,
                    one.channels,
                    "shelf",
                    signer=who,
                    signer_role=role,
                    note=one.note,
                    conditions=one.conditions,
                    signed_on=one.days[0],
                    effective=one.days[1],
                )


def empty(office: Session) -> None:
    """Nobody is on the roster, and nothing was ever imported."""
    with office.vault.write() as unit:
        for table in (schema.consents, schema.protections, schema.people, schema.imports):
            unit.connection.execute(delete(table))
        unit.settings.bump_roster_version()


def kept(office: Session) -> dict[str, list[Any]]:
    with office.vault.read() as unit:
        return {
            table.name: sorted(map(repr, unit.connection.execute(select(table))))
            for table in (schema.people, schema.consents, schema.protections)
        }


def numbers(office: Session) -> Counter[str]:
    with office.vault.read() as unit:
        return Counter(person.number for person in unit.people.all() if person.number)


def who_and_what(office: Session) -> list[tuple[object, ...]]:
    """Everybody, and where they stand on each channel; who is protected here is held there for a person."""
    with office.vault.read() as unit:
        people = {person.id: person for person in unit.people.all()}
    found = []
    for view in roster.people(office):
        person = people[view.id]
        states = {c: "not answered" if s is ConsentState.PROTECTED else s.value for c, s in view.states.items()}
        if any(s is ConsentState.PROTECTED for s in view.states.values()):
            states = dict.fromkeys(states, "held")
        found.append(
            (person.number, person.full_name, sorted(person.roles), person.grade, person.birth_date,
             person.left_on is None, tuple(sorted(states.items())))
        )  # fmt: skip
    return sorted(found, key=repr)


@QUICK
@given(ROWS, ROWS)
def test_undo_restores_every_row(
    office: Session, first: list[tuple[str, ...]], second: list[tuple[str, ...]]
) -> None:
    empty(office)
    bring(office, first)
    before = kept(office)
    bring(office, second)
    import_undo.undo(office, import_undo.imports(office)[0].id)
    assert kept(office) == before


@QUICK
@given(ROWS, SAID, st.booleans())
def test_what_goes_out_comes_back_as_the_same(
    office: Session,
    other: Session,
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[str, ...]],
    said: list[Said],
    as_csv: bool,
) -> None:
    """Into the same vault nothing is new; into an empty one come the same people, standing where they stood."""
    empty(office)
    empty(other)
    bring(office, rows)
    hear(office, said)
    out: Path = tmp_path_factory.mktemp("out") / ("roster.csv" if as_csv else "roster.xlsx")
    roster_export.export(office, out)
    with office.vault.read() as unit:
        if not unit.people.all():
            return
    again = plan_of(office, out.read_bytes(), out.name)
    assert (again.open_questions, again.new, again.changed, again.records) == ([], [], [], [])
    roster_import.commit(other, plan_of(other, out.read_bytes(), out.name))
    here, there = who_and_what(office), who_and_what(other)
    assert [person[:-1] for person in here] == [person[:-1] for person in there]
    for one, two in zip(here, there, strict=True):
        if "held" in str(one[-1]):
            assert "granted" not in str(two[-1]), "a protected person's yes came to life in another vault"
        else:
            assert one == two


@QUICK
@given(ROWS, ROWS, st.dictionaries(st.integers(2, 8), st.sampled_from(["new", *NUMBERS[:-1]]), max_size=4))
def test_no_import_gives_two_people_one_number(
    office: Session, first: list[tuple[str, ...]], second: list[tuple[str, ...]], match: dict[int, str]
) -> None:
    empty(office)
    bring(office, first)
    assert max(numbers(office).values(), default=1) == 1
    content = sheets.write_csv(sheets.Table("Roster", HEAD, second))
    said = {str(row): whom for row, whom in match.items() if whom == "new" or whom in numbers(office)}
    rows = {str(row.row) for row in prepare(sheets.read(content, "a.csv"), Asked(LISTED)).told.rows}
    plan = plan_of(office, content, "a.csv", {row: whom for row, whom in said.items() if row in rows})
    roster_import.commit(office, plan)
    assert max(numbers(office).values(), default=1) == 1


@QUICK
@given(ROWS, SAID)
def test_the_same_sheet_again_changes_nothing_whatever_was_said_since(
    office: Session, rows: list[tuple[str, ...]], said: list[Said]
) -> None:
    empty(office)
    bring(office, rows)
    hear(office, [one for one in said if one.what not in {"born", "grown"}])
    before = who_and_what(office)
    bring(office, rows)
    assert who_and_what(office) == before
