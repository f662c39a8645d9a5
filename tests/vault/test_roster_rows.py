"""The roster's rows come back as they went in, whatever they hold."""

from __future__ import annotations

import string
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import DBAPIError, IntegrityError
from vault_makers import AT, DAY, channel, consent, event, new_id, person

import consentry_vault as cv
from consentry_policy.channels import Condition
from consentry_policy.events import Authorisation, Event, EventKind
from consentry_policy.people import Person, Protection, Role
from consentry_policy.records import Answer, ConsentRecord, Evidence, EvidenceKind, SignerRole

texts = st.text(st.characters(codec="utf-8"), max_size=30)
maybe_texts = st.none() | texts
days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
instants = st.datetimes(
    datetime(1990, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    datetime(2190, 1, 1),  # noqa: DTZ001
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=-6)), timezone(timedelta(hours=5, minutes=45))]),
)
names = st.frozensets(st.text(string.ascii_letters + "ß💬 ", min_size=1, max_size=8), max_size=4)
evidence = st.none() | st.builds(
    Evidence,
    kind=st.sampled_from(EvidenceKind),
    reference=texts,
    sheet_sha256=maybe_texts,
    sheet_row=st.none() | st.integers(0, 10**6),
)
people = st.builds(
    Person,
    id=st.builds(new_id),
    last_name=texts,
    first_name=texts,
    roles=st.frozensets(st.sampled_from(Role), min_size=1),
    number=maybe_texts,
    grade=maybe_texts,
    homeroom=maybe_texts,
    school=maybe_texts,
    birth_date=st.none() | days,
    left_on=st.none() | days,
)
records = st.builds(
    ConsentRecord,
    id=st.builds(new_id),
    person=st.just("to be set"),
    answer=st.sampled_from(Answer),
    channels=st.none() | names,
    signed_on=days,
    effective=days,
    recorded_at=instants,
    recorded_by=texts,
    sequence=st.just(0),
    listed=names,
    until=st.none() | days,
    signer=maybe_texts,
    signer_role=st.sampled_from(SignerRole),
    evidence=evidence,
    conditions=st.frozensets(st.sampled_from(Condition)),
    supersedes=maybe_texts,
    note=maybe_texts,
)
many = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@many
@given(who=people, given_records=st.lists(records, max_size=4))
def test_people_and_their_answers_come_back_equal(
    vault: cv.Vault, who: Person, given_records: list[ConsentRecord]
) -> None:
    with vault.write() as unit:
        unit.people.add(who)
        first = unit.consents.next_sequence()
        kept = tuple(replace(r, person=who.id, sequence=first + i) for i, r in enumerate(given_records))
        unit.consents.add(*kept)
    with vault.read() as unit:
        assert unit.people.get(who.id) == who
        assert unit.consents.of(who.id) == kept
        assert unit.consents.all().get(who.id, ()) == kept


@many
@given(
    authorisations=st.lists(st.builds(Authorisation, texts, texts, instants, st.none() | instants), max_size=3),
    name=texts,
    kind=st.sampled_from(EventKind),
    revoked=st.none() | instants,
)
def test_events_come_back_equal(
    vault: cv.Vault, authorisations: list[Authorisation], name: str, kind: EventKind, revoked: datetime | None
) -> None:
    there = Event(new_id(), name, kind, DAY, tuple(authorisations), None, "18:00", None, revoked)
    with vault.write() as unit:
        unit.events.add(there)
    with vault.read() as unit:
        assert unit.events.get(there.id) == there
        assert there in unit.events.all()


def test_an_instant_without_a_zone_is_refused(vault: cv.Vault) -> None:
    naive = AT.replace(tzinfo=None)
    with pytest.raises(Exception, match="time zone"), vault.write() as unit:
        unit.consents.add(consent("anyone", 1, recorded_at=naive))


def test_people_are_found_by_number_and_by_parts_of_their_name(vault: cv.Vault) -> None:
    zoe = person(first_name="Zoë", last_name="Ångström-O'Neil", number="007", homeroom="B2")
    twin = person(first_name="Max", last_name="Ångström-O'Neil", number="007")
    other = person(first_name="Percy", last_name="100%", number=None)
    with vault.write() as unit:
        unit.people.add(zoe, twin, other)
        unit.people.update(replace(twin, number="008", grade="4"))
    with vault.read() as unit:
        assert unit.people.by_number("007") == [zoe]
        assert {n: len(p) for n, p in unit.people.by_numbers(["007", "008", "009"]).items()} == {
            "007": 1,
            "008": 1,
        }
        assert unit.people.search("zoe angst") == [zoe]
        assert unit.people.search("ÅNGSTRÖM", limit=1) == [replace(twin, number="008", grade="4")]
        assert unit.people.search("%") == [other]
        assert unit.people.search("_") == []
        assert unit.people.search("b2") == [zoe]
        assert unit.people.count() == 3
        assert set(unit.people.of_ids([zoe.id, "nobody"])) == {zoe.id}
        assert unit.people.all()[0].last_name == "100%"
    with pytest.raises(KeyError), vault.write() as unit:
        unit.people.update(person())


def test_many_keys_at_once(vault: cv.Vault) -> None:
    crowd = [person(number=f"{n:05}") for n in range(2500)]
    with vault.write() as unit:
        unit.people.add(*crowd)
    with vault.read() as unit:
        assert len(unit.people.by_numbers(p.number or "" for p in crowd)) == 2500
        assert len(unit.people.of_ids(p.id for p in crowd)) == 2500


def test_look_alikes_are_kept_once_in_either_order(vault: cv.Vault) -> None:
    a, b = person(), person()
    with vault.write() as unit:
        unit.people.add(a, b)
        unit.people.add_look_alike(a.id, b.id)
        unit.people.add_look_alike(b.id, a.id)
    with vault.read() as unit:
        assert unit.people.look_alikes() == [tuple(sorted((a.id, b.id)))]
    with pytest.raises(ValueError, match="own look-alike"), vault.write() as unit:
        unit.people.add_look_alike(a.id, a.id)


def test_protections_stay_on_record_when_lifted(vault: cv.Vault) -> None:
    who = person()
    flag = Protection(new_id(), who.id, "court order", "ada", AT)
    with vault.write() as unit:
        unit.people.add(who)
        unit.protections.add(flag)
        unit.protections.lift(flag.id, by="bo", at=AT + timedelta(days=1))
    with vault.read() as unit:
        lifted = replace(flag, lifted_at=AT + timedelta(days=1), lifted_by="bo")
        assert unit.protections.of(who.id) == (lifted,)
        assert unit.protections.all() == {who.id: (lifted,)}
    with pytest.raises(KeyError), vault.write() as unit:
        unit.protections.lift("none", by="bo", at=AT)


def test_one_channel_a_name_whatever_its_case(vault: cv.Vault) -> None:
    listed = channel("Facebook", demands=frozenset({Condition.GROUP_ONLY}), logo_allowed=True)
    with vault.write() as unit:
        unit.channels.add(listed)
        with pytest.raises(ValueError, match="of that name"):
            unit.channels.add(channel("FACEBOOK "))
    with vault.read() as unit:
        assert unit.channels.get(" faceBOOK") == listed
        assert unit.channels.get("Instagram") is None
    with vault.write() as unit:
        unit.channels.update(replace(listed, revoked_on=DAY))
    with vault.read() as unit:
        assert unit.channels.all() == [replace(listed, revoked_on=DAY)]


def test_an_event_is_authorised_and_revoked_by_channel_or_whole(vault: cv.Vault) -> None:
    game, play = event(), event(name="Play", kind=EventKind.PERFORMANCE)
    later = AT + timedelta(hours=1)
    with vault.write() as unit:
        unit.events.add(game)
        unit.events.add(play)
        unit.events.authorise(game.id, Authorisation("Website", "ada", AT))
        unit.events.revoke(game.id, at=later, channel="Facebook")
        unit.events.revoke(play.id, at=later)
        unit.events.update(replace(game, place="the gym"))
    with vault.read() as unit:
        found = unit.events.get(game.id)
        assert found is not None
        assert found.place == "the gym"
        assert [found.authorised(c, later) for c in ("Facebook", "Website")] == [False, True]
        assert {e.id: e.authorised("Facebook", later) for e in unit.events.all()} == {
            game.id: False,
            play.id: False,
        }


def test_an_answer_for_nobody_and_a_taken_number_are_refused_whole(vault: cv.Vault) -> None:
    who = person()
    with vault.write() as unit:
        unit.people.add(who)
        unit.consents.add(consent(who.id, 1))
    for wrong in (consent("nobody", 2), consent(who.id, 1)):
        with pytest.raises(IntegrityError), vault.write() as unit:
            unit.consents.add(consent(who.id, 3), wrong)
    with vault.read() as unit:
        assert [r.sequence for r in unit.consents.of(who.id)] == [1]


def test_no_error_of_the_database_tells_a_name(vault: cv.Vault) -> None:
    who = person(last_name="Wrenfeather")
    with vault.write() as unit:
        unit.people.add(who)
    with pytest.raises(IntegrityError) as caught, vault.write() as unit:
        unit.people.add(who)
    assert "Wrenfeather" not in str(caught.value)


def test_a_read_unit_changes_nothing(vault: cv.Vault) -> None:
    with pytest.raises(DBAPIError, match="readonly"), vault.read() as unit:
        unit.people.add(person())
    with vault.read() as unit:
        assert unit.people.count() == 0


def test_settings_hold_any_json_value(vault: cv.Vault) -> None:
    with vault.write() as unit:
        unit.settings.set("alarm-rates", {"strict": 1e-6, "wide": [0.01, None]})
        unit.settings.set("alarm-rates", {"strict": 1e-7})
        before = unit.settings.roster_version()
        assert unit.settings.bump_roster_version() == before + 1
    with vault.read() as unit:
        assert unit.settings.get("alarm-rates") == {"strict": 1e-7}
        assert unit.settings.get("idle-minutes", 5) == 5
        assert unit.settings.roster_version() == before + 1
        assert unit.settings.all()["alarm-rates"] == {"strict": 1e-7}


def test_a_scan_is_kept_and_destroyed(vault: cv.Vault) -> None:
    scan = cv.Scan(new_id(), "ab" * 32, "application/pdf", AT, "ada")
    with vault.write() as unit:
        unit.scans.add(scan, b"%PDF")
    with vault.read() as unit:
        assert (unit.scans.get(scan.id), unit.scans.content(scan.id)) == (scan, b"%PDF")
        assert unit.scans.all() == [scan]
    with vault.write() as unit:
        unit.scans.remove(scan.id)
        assert unit.scans.content(scan.id) is None


def test_portraits_give_their_engines_templates_only(vault: cv.Vault) -> None:
    who = person()
    rows = [
        cv.PortraitRow(new_id(), who.id, bytes([n]) * 8, engine, "cd" * 32, f"{n:064}", AT + timedelta(seconds=n))
        for n, engine in enumerate(("standard", "face_recognition", "standard"))
    ]
    bare = cv.PortraitRow(new_id(), who.id, None, None, None, "ef" * 32, AT, taken_on=DAY, note="two faces")
    with vault.write() as unit:
        unit.people.add(who)
        for row in (*rows, bare):
            unit.portraits.add(row, crop=b"jpeg")
    with vault.read() as unit:
        assert unit.portraits.templates("standard") == [(who.id, b"\0" * 8), (who.id, b"\2" * 8)]
        assert unit.portraits.crop(rows[0].id) == b"jpeg"
        assert unit.portraits.get(bare.id) == bare
        assert len(unit.portraits.of(who.id)) == len(unit.portraits.all()) == 4
        assert unit.portraits.has_sha256(who.id, "ef" * 32)
        assert not unit.portraits.has_sha256(who.id, "99" * 32)
    with vault.write() as unit:
        unit.portraits.destroy_template(rows[0].id)
        unit.portraits.remove(rows[2].id)
        assert unit.portraits.templates("standard") == []
        assert unit.portraits.crop(rows[0].id) is None
        assert unit.portraits.crop(rows[2].id) is None
