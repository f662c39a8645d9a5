"""An import as the office lives it: plan, commit, again, undo, likely matches, remarks, exports."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from consentry.services import channels, flags, import_undo, roster, roster_export, roster_import, vaults
from consentry.services.roster_import import Accept, ImportChoices, ImportPlan
from consentry.services.session import Session
from consentry_policy.channels import ChannelKind
from consentry_policy.errors import MendableError
from consentry_policy.records import Answer, SignerRole
from consentry_vault import FLOOR, schema
from school_ground import PASSPHRASE

HEAD = "Student Number,Last Name,First Name,Grade,Homeroom,Photo Permission\n"
SHEET = (
    HEAD
    + "00101,Ames,Ida,7,7A,Yes\n00102,Boll,Uwe,7,7A,No\n00103,Cole,Amy,8,8B,\n00104,Dorn,Max,8,8B,see office\n"
)
SHELF = ImportChoices("the office's cabinet", None)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("office") / "vault"
    with vaults.create(folder, PASSPHRASE, "Ann", "off", argon2=FLOOR) as made:
        channels.add(made, "Facebook", ChannelKind.SOCIAL, "The Superintendent")
        channels.add(made, "Instagram", ChannelKind.SOCIAL, "The Superintendent")
        channels.add(made, "The yearbook", ChannelKind.YEARBOOK, "The Superintendent")
    return folder


@pytest.fixture
def office(empty: Path, tmp_path: Path) -> Iterator[Session]:
    folder = Path(shutil.copytree(empty, tmp_path / "vault"))
    with vaults.unlock(folder, PASSPHRASE) as opened:
        yield opened


def preview(office: Session, text: str, choices: ImportChoices = SHELF) -> ImportPlan:
    sheet = office.vault.folder.parent / "sheet.csv"
    sheet.write_text(text, encoding="utf-8")
    return roster_import.plan(office, sheet, choices).run()


def bring(office: Session, text: str, choices: ImportChoices = SHELF) -> roster_import.ImportResult:
    return roster_import.commit(office, preview(office, text, choices))


def rows(office: Session) -> dict[str, list[Any]]:
    tables = (schema.people, schema.consents, schema.protections, schema.look_alikes, schema.portraits)
    with office.vault.read() as unit:
        return {t.name: sorted(map(repr, unit.connection.execute(select(t)))) for t in tables}


def states(office: Session, channel: str = "Facebook") -> dict[str, str]:
    return {p.number or p.full_name: p.states[channel].value for p in roster.people(office)}


def test_undo_restores_the_rows_exactly_and_the_log_keeps_both(office: Session) -> None:
    bring(office, SHEET)
    before = rows(office)
    second = SHEET.replace("Ida,7,7A,Yes", "Ida Marie,8,8A,No") + "00105,Eck,Jo,7,7A,Yes\n"
    done = bring(office, second)
    assert (done.people_added, done.people_changed, done.answers) == (1, 1, 2)
    assert rows(office) != before
    undone = import_undo.undo(office)
    assert (undone.id, undone.people_added, undone.people_changed, undone.answers) == (done.id, 1, 1, 2)
    assert rows(office) == before
    with office.vault.read() as unit:
        assert unit.audit.verify() is None
        assert [e.verb for e in unit.audit.entries()][-2:] == ["imported", "import-undone"]
    import_undo.undo(office)
    assert roster.people(office) == []
    with pytest.raises(MendableError, match="no import to undo"):
        import_undo.undo(office)


def test_the_same_sheet_again_changes_nothing(office: Session) -> None:
    bring(office, SHEET)
    before = rows(office)
    again = preview(office, SHEET)
    assert (len(again.new), len(again.changed), len(again.unchanged), len(again.records)) == (0, 0, 4, 0)
    roster_import.commit(office, again)
    assert rows(office) == before


@pytest.mark.parametrize("later", ["answer", "protection", "look-alike", "correction"])
def test_an_import_others_lean_on_is_not_undone(office: Session, later: str) -> None:
    bring(office, SHEET)
    people = {p.number: p.id for p in roster.people(office)}
    if later == "answer":
        roster.set_consent(office, people["00101"], Answer.WITHDRAWAL, None, None)
    elif later == "protection":
        roster.protect(office, people["00101"], "safety")
    elif later == "look-alike":
        roster.add_look_alike(office, people["00101"], people["00102"])
    else:
        roster.set_birth_date(office, people["00101"], date(2012, 3, 4))
    before = rows(office)
    with pytest.raises(MendableError, match="hangs on it"):
        import_undo.undo(office)
    assert rows(office) == before
    assert import_undo.imports(office)[0].undone_at is None


def test_a_later_answer_of_someone_else_does_not_stand_in_the_way(office: Session) -> None:
    bring(office, HEAD + "1,Quist,Petra,5,5A,No\n")
    first = rows(office)
    bring(office, SHEET)
    petra = next(p.id for p in roster.people(office) if p.number == "1")
    roster.set_consent(office, petra, Answer.WITHDRAWAL, None, None)
    import_undo.undo(office)
    assert rows(office)["people"] == first["people"]
    assert states(office) == {"1": "withdrawn"}


def test_a_question_stops_the_import_and_its_answer_is_remembered(office: Session) -> None:
    text = SHEET.replace("Photo Permission", "Photo")
    asked = preview(office, text)
    question = asked.open_questions[0]
    with pytest.raises(MendableError, match="must be answered"):
        roster_import.commit(office, asked)
    way = {question.id: "opt-out"}
    done = bring(office, text, ImportChoices("shelf", None, answers=way))
    assert states(office) == {"00101": "refused", "00102": "not answered", "00103": "not answered",
                              "00104": "not answered"}  # fmt: skip
    again = preview(office, text.replace("Uwe,7,7A,No", "Uwe,7,7A,perhaps"))
    assert again.open_questions == []
    assert any("recipe" in str(note) for note in again.notes)
    assert any("does not map" in str(note) for note in again.notes)  # what differs from last time
    assert preview(office, text, ImportChoices("shelf", None, ask_again=True)).open_questions
    import_undo.undo(office, done.id)
    assert preview(office, text).open_questions  # an undone import's recipe may have been the mistake


def test_a_recipe_fills_in_what_the_caller_leaves_out_and_no_more(office: Session) -> None:
    drafted = preview(
        office, SHEET, ImportChoices("shelf 9", frozenset({"The yearbook"}), until=date(2099, 6, 30))
    )
    of_recipe = ImportChoices("", None, recipe=drafted.recipe, channels_of_recipe=True)
    record = preview(office, SHEET, of_recipe).records[0]
    assert record.channels == frozenset({"The yearbook"})
    assert record.evidence is not None
    assert (record.evidence.reference, record.until) == ("shelf 9", date(2099, 6, 30))
    own = ImportChoices("shelf 1", frozenset({"Facebook"}), recipe=drafted.recipe, until=date(2098, 6, 30))
    record = preview(office, SHEET, own).records[0]
    assert (record.channels, record.until) == (frozenset({"Facebook"}), date(2098, 6, 30))
    with pytest.raises(MendableError, match="which channels"):
        preview(office, SHEET, ImportChoices("", None, channels_of_recipe=True))


def test_lost_leading_zeros_are_offered_and_taken_only_when_said(office: Session) -> None:
    bring(office, SHEET)
    lost = HEAD + "101,Ames,Ida,7,7A,No\n102,Other,Child,7,7A,No\n"
    seen = preview(office, lost)
    assert (seen.new, seen.records) == ([], [])
    offers = {p.row: [o.number for o in p.offers] for p in seen.problems}
    assert offers == {"2": ["00101"], "3": ["00102"]}
    bring(office, lost, ImportChoices("shelf", None, accept=frozenset({Accept.ZEROS})))
    assert states(office)["00101"] == "refused"
    assert states(office)["00102"] == "refused"  # it was so before; the other name was left out
    assert len(roster.people(office)) == 4


def test_rows_without_a_number_are_offered_by_name_grade_and_homeroom(office: Session) -> None:
    bring(office, SHEET)
    form = "Last Name,First Name,Grade,Homeroom,Photo Permission\nAmes,Ida,7,7A,No\n"
    form += "Ammes,Ida,7,7A,No\nNew,Kid,5,5A,Yes\n"
    seen = preview(office, form)
    assert [line.name for line in seen.new] == ["Kid New"]
    assert [p.offers[0].number for p in seen.problems] == ["00101", "00101"]
    names = ImportChoices("shelf", None, accept=frozenset({Accept.NAMES}), match={"3": "new"})
    bring(office, form, names)
    assert states(office)["00101"] == "refused"
    assert states(office)["Kid New"] == "granted"  # with an id of our own, and no number
    again = preview(office, form, ImportChoices("shelf", None, accept=frozenset({Accept.NAMES})))
    assert [line.name for line in again.new] == []
    assert len(again.unchanged) == 3


def test_a_row_is_matched_as_the_user_says(office: Session) -> None:
    bring(office, SHEET)
    other = HEAD + "900,Ames,Ida,7,7A,No\n00102,Zander,Kim,7,7A,Yes\n"
    seen = preview(office, other)
    assert [(p.row, p.offers[0].number) for p in seen.problems] == [("2", "00101"), ("3", "00102")]
    assert seen.records == []  # another child's yes must not land on whoever has the number
    bring(office, other, ImportChoices("shelf", None, match={"2": "00101"}))
    assert states(office)["900"] == "refused"  # the same person, with a new number
    with pytest.raises(MendableError, match="not on the roster"):
        preview(office, other, ImportChoices("shelf", None, match={"2": "777"}))
    with pytest.raises(MendableError, match="not in the sheet"):
        preview(office, other, ImportChoices("shelf", None, match={"99": "00101"}))


def test_who_is_renamed_changes_and_who_is_missing_stays(office: Session) -> None:
    bring(office, SHEET)
    seen = preview(office, HEAD + "00101,Ames-Roy,Ida,7,7A,Yes\n")
    assert "Ames → Ames-Roy" in str(seen.changed[0].what[0])
    assert [line.number for line in seen.missing] == ["00102", "00103", "00104"]
    roster_import.commit(office, seen)
    assert len(roster.people(office)) == 4


def test_a_remark_waits_for_a_person_and_is_settled_by_adding(office: Session) -> None:
    bring(office, SHEET + "00105,Eck,Jo,7,7A,court order\n00106,Falk,Lu,7,7A,court order\n")
    open_flags = {f.number: f.flag for f in flags.flags(office)}
    assert open_flags == {"00104": "see office", "00105": "court order", "00106": "court order"}
    ids = {p.number: p.id for p in roster.people(office)}
    flags.settle(office, ids["00105"], flags.Settled("a court order", protected=True))
    flags.settle(office, ids["00106"], flags.Settled("an old remark"))
    yes = flags.Settled("the form came in", answer=Answer.GRANT, evidence="folder 3")
    flags.settle(office, ids["00104"], yes)
    assert flags.flags(office) == []
    assert {n: states(office)[n] for n in ("00104", "00105", "00106")} == {
        "00104": "granted", "00105": "protected", "00106": "not answered",
    }  # fmt: skip
    with office.vault.read() as unit:
        assert [r.answer for r in unit.consents.of(ids["00106"])] == [Answer.UNREADABLE, Answer.VOID]
    with pytest.raises(MendableError, match="no open flag"):
        flags.settle(office, ids["00106"], flags.Settled("again"))
    again = preview(office, SHEET + "00105,Eck,Jo,7,7A,court order\n00106,Falk,Lu,7,7A,court order\n")
    assert again.records == []  # a settled remark is not raised anew by the same sheet


def test_an_adult_students_yes_settles_a_remark_as_their_own(office: Session) -> None:
    bring(office, SHEET)
    person = next(p.id for p in roster.people(office) if p.number == "00104")
    roster.set_birth_date(office, person, office.today - timedelta(days=19 * 366))
    flags.settle(office, person, flags.Settled("they signed", answer=Answer.GRANT, evidence="folder 3"))
    assert states(office)["00104"] == "granted"  # a guardian's yes would have ended at 18


def test_a_remark_beside_a_no_leaves_the_no_and_is_listed(office: Session) -> None:
    text = (
        HEAD.replace("\n", ",Notes\n")
        + "00101,Ames,Ida,7,7A,No,court order\n00102,Boll,Uwe,7,7A,Yes,foster care\n"
    )
    bring(office, text)
    assert states(office) == {"00101": "refused", "00102": "not answered"}
    assert [f.flag for f in flags.flags(office)] == ["court order", "foster care"]
    assert preview(office, text).records == []


MIXED = (
    "Student Number,Last Name,First Name,Grade,Homeroom,School,Birth Date,Photo Permission,Signed On,Signed By\n"
    "00101,Ames,Ída,7,7A,North,2012-03-04,Yes,2026-09-01,Ann Ames\n"
    "00101,Ames,Ída,7,7A,North,2012-03-04,No,2026-09-02,Bo Ames\n"
    "00102,Boll,Uwe,7,7A,North,,Yearbook only,2026-09-01,\n"
    "00103,Cole,Amy,8,8B,North,,\"Yes, no names\",,Cy Cole\n"
    "00104,Dorn,Max,8,8B,North,,court order,,\n"
    "00105,=Eck,Jo,,,,,Withdrawn,,\n"
    ",Nonum,Ber,3,3A,,,Yes,,\n"
    "00106,Fine,Al,8,8B,North,,,,\n"
)  # fmt: skip


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_import_export_import_is_a_fixed_point(office: Session, empty: Path, tmp_path: Path, ending: str) -> None:
    bring(office, MIXED)
    told = {name: states(office, name) for name in ("Facebook", "Instagram", "The yearbook")}
    assert told["Facebook"]["00101"] == "conflict"
    assert told["The yearbook"]["00102"] == "granted"
    assert told["Instagram"]["00102"] == "refused"
    out = tmp_path / f"roster{ending}"
    roster_export.export(office, out)
    again = roster_import.plan(office, out, ImportChoices("", None, accept=frozenset())).run()
    assert (again.open_questions, again.new, again.changed, again.records) == ([], [], [], [])
    other = Path(shutil.copytree(empty, tmp_path / "other"))
    with vaults.unlock(other, PASSPHRASE) as fresh:
        roster_import.commit(fresh, roster_import.plan(fresh, out, ImportChoices("", None)).run())
        assert {name: states(fresh, name) for name in told} == told
        second = tmp_path / f"second{ending}"
        roster_export.export(fresh, second)
        assert _cells(second) == _cells(out)


def _cells(path: Path) -> list[list[str]]:
    from consentry_intake.sheets import read

    return sorted([cell.text for cell in row] for row in read(path.read_bytes(), path.name).sheets[0].rows)


def test_exports_hold_status_and_problem_rows(office: Session, tmp_path: Path) -> None:
    bring(office, SHEET + "00107,Gold,Bo,7,7A,perhaps\n")
    roster_export.export(office, tmp_path / "status.csv", roster_export.What.STATUS)
    header, *people = _cells(tmp_path / "status.csv")[::-1]
    assert header[5:8] == ["Facebook", "Instagram", "The yearbook"]
    assert ["00102", "Boll", "Uwe", "7", "7A", "refused", "refused", "refused", "", "0"] in people
    roster_export.export(office, tmp_path / "problems.xlsx", roster_export.What.PROBLEMS)
    assert any("F6" in row[0] for row in _cells(tmp_path / "problems.xlsx"))
    with pytest.raises(MendableError, match="there already"):
        roster_export.export(office, tmp_path / "status.csv")
    with pytest.raises(MendableError, match="ending"):
        roster_export.export(office, tmp_path / "roster.pdf")


def test_a_remark_that_came_after_the_recipe_waits_for_a_person(office: Session) -> None:
    bring(office, SHEET)
    second = SHEET.replace("Ida,7,7A,Yes", "Ida,7,7A,court order").replace("Uwe,7,7A,No", "Uwe,7,7A,ask his aunt")
    again = preview(office, second)
    assert any("recipe was used again" in str(note) for note in again.notes)
    roster_import.commit(office, again)
    assert {f.number: f.flag for f in flags.flags(office)} == {
        "00101": "court order", "00102": "a remark", "00104": "see office",
    }  # fmt: skip
    assert states(office) == {
        "00101": "not answered", "00102": "refused", "00103": "not answered", "00104": "not answered",
    }  # fmt: skip
    assert preview(office, second).records == []


def test_a_bare_answer_that_came_after_the_recipe_is_a_problem_and_no_flag(office: Session) -> None:
    bring(office, SHEET)
    seen = preview(office, SHEET.replace("Amy,8,8B,", "Amy,8,8B,X"))
    assert [str(p.reason) for p in seen.problems] == ["Nobody has said what this value means."]
    roster_import.commit(office, seen)
    assert [f.number for f in flags.flags(office)] == ["00104"]


def test_nobody_gets_a_number_that_is_taken(office: Session) -> None:
    bring(office, SHEET)
    other = HEAD + "00102,Zander,Kim,7,7A,Yes\n00105,Eck,Jo,7,7A,Yes\n"
    (doubt,) = preview(office, other).problems
    assert not doubt.may_be_new
    said = preview(office, other, ImportChoices("shelf", None, match={"2": "new"}))
    assert [str(p.reason) for p in said.problems] == [
        "Someone else has this number; correct the one in the sheet or on the roster, then import it again."
    ]
    assert [line.number for line in said.new] == ["00105"]
    moved = preview(office, other, ImportChoices("shelf", None, match={"2": "00101"}))
    assert (len(moved.changed), [p.taken for p in moved.problems]) == (0, [False])
    roster_import.commit(office, moved)
    assert sorted(states(office)) == ["00101", "00102", "00103", "00104", "00105"]


def test_a_number_that_another_row_gives_away_may_be_taken(office: Session) -> None:
    bring(office, SHEET)
    swapped = HEAD + "00101,Boll,Uwe,7,7A,No\n00102,Ames,Ida,7,7A,Yes\n"
    done = preview(office, swapped, ImportChoices("shelf", None, match={"2": "00102", "3": "00101"}))
    assert [line.name for line in done.changed] == ["Uwe Boll", "Ida Ames"]
    assert done.problems == []


STAFF = "Employee name,Employee ID,Consent Status,Use\n"


def test_a_student_who_is_employed_answers_a_staff_list_for_themselves(office: Session) -> None:
    bring(office, SHEET.replace("Ida,7,7A,Yes", "Ida,12,12A,"))
    staff = ImportChoices("shelf", None, kind="co-worker")
    bring(office, STAFF + '"Ames, Ida",00101,Approved,\n', staff)
    bring(office, STAFF.replace(",Use", "") + '"Ames, Ida",00101,Approved\n', staff)
    (ida,) = [p for p in roster.people(office) if p.number == "00101"]
    assert ida.roles == {"student", "co-worker"}
    assert states(office)["00101"] == "not answered"  # her own word is no guardian's
    with office.vault.read() as unit:
        assert {r.signer_role for r in unit.consents.of(ida.id)} == {SignerRole.SELF}


def test_a_no_by_telephone_outlives_the_same_sheet_and_a_newer_copy_of_it(office: Session) -> None:
    bring(office, SHEET)
    ida = next(p.id for p in roster.people(office) if p.number == "00101")
    roster.set_consent(office, ida, Answer.WITHDRAWAL, None, None, note="by telephone")
    bring(office, SHEET)
    assert states(office)["00101"] == "withdrawn"
    office.clock = lambda: datetime.now(UTC) + timedelta(days=3)
    copy = preview(office, SHEET + "00105,Eck,Jo,7,7A,Yes\n")
    assert any("The no stands" in str(note) for note in copy.notes)
    roster_import.commit(office, copy)
    assert (states(office)["00101"], states(office)["00105"]) == ("withdrawn", "granted")


def test_a_yes_with_a_later_day_lifts_a_no_by_telephone(office: Session) -> None:
    dated = HEAD.replace("\n", ",Signed On\n")
    bring(office, dated + "00101,Ames,Ida,7,7A,Yes,2025-09-01\n")
    ida = next(p.id for p in roster.people(office))
    with office.vault.write() as unit:
        first = unit.consents.of(ida)[0]
        earlier = replace(first, id="0" * 32, answer=Answer.REFUSAL, sequence=9, evidence=None,
                          signed_on=date(2025, 10, 1), effective=date(2025, 10, 1))  # fmt: skip
        unit.consents.add(earlier)
        unit.settings.bump_roster_version()
    bring(office, dated + "00101,Ames,Ida,7,7A,Yes,2026-09-01\n")
    assert states(office)["00101"] == "granted"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("photo.xlsx", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 40),
        ("nul.csv", b"Student Number,Last Name,First Name,Photo Permission\n1,As\0h,Al,Yes\n"),
        ("rows.csv", HEAD.encode() + b"1,Ash,Al,3,3A,Yes\n" * 200_001),
        ("columns.csv", (",".join(["Student Number", *(f"c{n}" for n in range(500))]) + "\n1\n").encode()),
        ("half.xlsx", b"PK\x03\x04" + bytes(400)),
    ],
)
def test_what_the_child_refuses_changes_nothing(office: Session, name: str, content: bytes) -> None:
    bring(office, SHEET)
    before = rows(office)
    sheet = office.vault.folder.parent / name
    sheet.write_bytes(content)
    with pytest.raises(MendableError) as caught:
        roster_import.plan(office, sheet, SHELF).run()
    assert str(caught.value).endswith(".")
    assert rows(office) == before
    assert len(import_undo.imports(office)) == 1
