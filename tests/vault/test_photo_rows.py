"""Photos, faces, decisions, verdicts, releases: what went in comes back, and what hangs on what holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from vault_makers import AT, DAY, Made, decision, face, new_id, photo

import consentry_vault as cv
from consentry_policy.decisions import standing
from consentry_policy.verdicts import Outcome, Reason, Verdict


def test_the_same_bytes_are_one_photo(vault: cv.Vault) -> None:
    first = photo(width=4000, height=3000, taken_at="2026-09-01T18:30:00", checked_at=AT, must_recheck=True)
    again = photo(sha256=first.sha256, file_name="copy.jpg")
    with vault.write() as unit:
        assert unit.photos.add_or_get(first) == (first, True)
        assert unit.photos.add_or_get(again) == (first, False)
        unit.photos.set_error(first.id, "cut short")
        unit.photos.set_thumbnail(first.id, b"old")
        unit.photos.set_thumbnail(first.id, b"new")
    with vault.read() as unit:
        kept = replace(first, error="cut short")
        assert unit.photos.get(first.id) == unit.photos.by_sha256(first.sha256) == kept
        assert unit.photos.by_sha256s([first.sha256, "ff"]) == {first.sha256: kept}
        assert unit.photos.of_ids([first.id]) == {first.id: kept}
        assert unit.photos.thumbnail(first.id) == b"new"
        assert unit.photos.ids() == [first.id]


def test_a_batch_keeps_its_photos_in_order(vault: cv.Vault) -> None:
    batch = cv.BatchRow(new_id(), "Autumn", ("Facebook", "Website"), AT, "ada")
    later = replace(batch, id=new_id(), created_at=AT + timedelta(days=1))
    photos = [photo() for _ in range(5)]
    with vault.write() as unit:
        unit.batches.add(batch)
        unit.batches.add(later)
        for one in reversed(photos):
            unit.photos.add_or_get(one)
            unit.batches.add_photo(batch.id, one.id)
        unit.batches.add_photo(batch.id, photos[2].id)
        unit.batches.update(replace(batch, event="game"))
    with vault.read() as unit:
        assert unit.photos.of_batch(batch.id) == photos[::-1]
        assert unit.batches.photos(batch.id) == [p.id for p in reversed(photos)]
        assert unit.batches.get(batch.id) == replace(batch, event="game")
        assert [b.id for b in unit.batches.all()] == [later.id, batch.id]
        assert unit.batches.of_photo(photos[0].id) == [batch.id]


def test_a_new_check_replaces_faces_only_where_nothing_hangs_on_them(made: Made) -> None:
    vault, fresh = (
        made.vault,
        [face(made.photo), face(made.photo, 1, landmarks=None, template=None, engine_id=None)],
    )
    with vault.write() as unit:
        assert unit.faces.replace_for(made.photo, fresh, {fresh[0].id: b"crop"})
        assert unit.faces.of(made.photo) == fresh
        assert unit.faces.crop(made.face) is None
        assert unit.faces.crop(fresh[0].id) == b"crop"
        assert unit.faces.next_ordinal(made.photo) == 2
        unit.decisions.add(decision(made.photo, fresh[1].id))
        assert not unit.faces.replace_for(made.photo, [])
        assert unit.faces.of(made.photo) == fresh
        assert unit.faces.of_photos([made.photo, "none"]) == {made.photo: fresh}
        assert unit.faces.get(fresh[1].id) == fresh[1]


@pytest.mark.parametrize("holds", ["drawn", "portrait"])
def test_a_drawn_face_and_one_that_became_a_portrait_stay(made: Made, holds: str) -> None:
    with made.vault.write() as unit:
        if holds == "drawn":
            unit.faces.add(face(made.photo, 1, drawn=True))
        else:
            row = cv.PortraitRow(new_id(), made.person, b"t", "standard", None, "ab", AT, face=made.face)
            unit.portraits.add(replace(row, kind="confirmed-face"))
        assert not unit.faces.replace_for(made.photo, [])


def test_the_cohort_holds_only_faces_nobody_has_named(made: Made) -> None:
    second = face(made.photo, 1, template=b"b", must_settle=True, height=40.0)
    third = face(made.photo, 2, template=None, engine_id=None, must_settle=True, height=90.0)
    with made.vault.write() as unit:
        unit.faces.add(second)
        unit.faces.add(third)
        unit.faces.add(face(made.photo, 3, template=b"barely a face", must_settle=False))
        unit.decisions.add(decision(made.photo, made.face))
        assert unit.faces.unlabelled_templates("standard", 10) == [b"b"]
        assert unit.faces.unlabelled_templates("standard", 10, least_height=41.0) == []
        assert unit.faces.unlabelled_templates("face_recognition", 10) == []
        unit.faces.set_template(third.id, b"c", "standard")
        assert len(unit.faces.unlabelled_templates("standard", 1)) == 1
        unit.faces.destroy_templates([made.photo])
        assert unit.faces.unlabelled_templates("standard", 10) == []
        assert unit.faces.crop(made.face) is None


def test_decisions_are_numbered_in_order_and_fold_in_the_policy(made: Made) -> None:
    with made.vault.write() as unit:
        first, second = unit.decisions.add(decision(made.photo, made.face), decision(made.photo))
        (undo,) = unit.decisions.add(decision(made.photo, kind="undo", undoes=first.id))
    with made.vault.read() as unit:
        assert [first.sequence, second.sequence, undo.sequence] == [1, 2, 3]
        assert unit.decisions.of(made.photo) == [first, second, undo]
        assert unit.decisions.of_photos([made.photo]) == {made.photo: [first, second, undo]}
        assert unit.decisions.since(1) == [second, undo]
        assert unit.decisions.latest_sequence() == 3
        assert unit.decisions.get(first.id) == first
        assert first not in standing(unit.decisions.of(made.photo))


def test_who_saw_what(made: Made) -> None:
    with made.vault.write() as unit:
        unit.seen.mark([made.photo], channel=None, by="ada", at=AT)
        unit.seen.mark([made.photo], channel="Facebook", by="bo", at=AT)
        unit.seen.mark([], channel=None, by="bo", at=AT)
    with made.vault.read() as unit:
        sightings = unit.seen.of_photos([made.photo, "none"])
        assert [(s.channel, s.by) for s in sightings[made.photo]] == [(None, "ada"), ("Facebook", "bo")]


def test_the_latest_verdict_of_a_photo_and_channel_is_kept(made: Made) -> None:
    reason = Reason("refused", "6", "436 IV.C.2", Outcome.BLOCKED, person=made.person, face=made.face)
    old = cv.VerdictRow(made.photo, "Facebook", DAY, Verdict(Outcome.BLOCKED, (reason,)), "1.7")
    new = replace(old, verdict=Verdict(Outcome.CLEARED, ()), inputs_version="1.8")
    web = replace(old, channel="Website")
    with made.vault.write() as unit:
        unit.verdicts.put(old, web)
        unit.verdicts.put(new)
        unit.verdicts.put()
    with made.vault.read() as unit:
        assert unit.verdicts.of(made.photo, "Facebook") == new
        assert unit.verdicts.of_photos([made.photo]) == unit.verdicts.all()
        assert unit.verdicts.all() == {(made.photo, "Facebook"): new, (made.photo, "Website"): web}
    with made.vault.write() as unit:
        unit.verdicts.delete_for([made.photo])
        assert unit.verdicts.all() == {}


def test_removing_a_photo_takes_all_that_hangs_on_it(made: Made) -> None:
    with made.vault.write() as unit:
        unit.decisions.add(decision(made.photo, made.face))
        unit.photos.remove([made.photo])
    with made.vault.read() as unit:
        assert unit.photos.ids() == []
        assert unit.faces.of(made.photo) == []
        assert unit.faces.crop(made.face) is None
        assert unit.decisions.since() == []


def released(made: Made, **fields: object) -> cv.ReleasedCopy:
    basis: dict[str, object] = {
        "id": new_id(),
        "release": "r",
        "photo": made.photo,
        "name": "cs-1.jpg",
        "sha256": "aa",
        "source_sha256": "bb",
        "perceptual_hash": "f0f0",
        "outcome": Outcome.CLEARED,
        "reasons": [{"code": "clear"}],
        "seen": True,
        "covered": (made.face,),
        "people": (made.person, made.person),
        "suspected": (),
    }
    return cv.ReleasedCopy(**{**basis, **fields})  # type: ignore[arg-type]


def test_a_released_copy_is_found_every_way_it_is_asked_for(made: Made) -> None:
    release = cv.Release("r", "Facebook", DAY, AT, "ada", "autumn", 2, "ee" * 32)
    shown = released(made)
    doubted = released(
        made,
        sha256="cc",
        people=(),
        suspected=(made.person,),
        perceptual_hash=None,
        event="game",
        crop=(8, 0, 64, 99),
    )
    with made.vault.write() as unit:
        unit.releases.add(release, [shown, doubted])
        unit.releases.place(cv.Placement(new_id(), "r", "https://school.example/autumn", AT, "ada"))
        unit.releases.withdraw(doubted.id, at=AT, why="refused")
    with made.vault.read() as unit:
        gone = replace(doubted, withdrawn_at=AT, withdrawn_why="refused")
        assert unit.releases.get("r") == release
        assert unit.releases.all() == [release]
        assert unit.releases.copies_by_sha256("aa") == [shown]
        assert len(unit.releases.copies_by_source("bb")) == len(unit.releases.copies_of_photo(made.photo)) == 2
        assert unit.releases.copies_showing(made.person) == [shown]
        assert unit.releases.copies_showing(made.person, suspected=True) == [gone]
        assert unit.releases.copies_of_event("game") == [gone]
        assert {c.id for c in unit.releases.copies_of("r")} == {c.id for c in unit.releases.all_copies()}
        assert unit.releases.copies([shown.id]) == {shown.id: shown}
        places, looks = unit.releases.looks(after=0, digits=4)
        assert looks == "f0f0"
        assert [unit.releases.copy_at(place) for place in places] == [shown]
        assert [p.place for p in unit.releases.placements("r")] == ["https://school.example/autumn"]


def test_a_takedown_is_open_until_it_is_done(made: Made) -> None:
    release = cv.Release("r", "Facebook", DAY, AT, "ada", "autumn", 1, "ee" * 32)
    copy = released(made)
    tasks = [cv.Takedown(new_id(), copy.id, place, "withdrawn", AT, "ada") for place in ("page", "print run")]
    with made.vault.write() as unit:
        unit.releases.add(release, [copy])
        unit.takedowns.add(*tasks)
        unit.takedowns.done(tasks[0].id, at=AT, by="bo", proof="scan-1")
    with made.vault.read() as unit:
        assert unit.takedowns.open() == [tasks[1]]
        assert unit.takedowns.get(tasks[0].id) == replace(tasks[0], done_at=AT, done_by="bo", proof="scan-1")
        assert len(unit.takedowns.of_copy(copy.id)) == len(unit.takedowns.all()) == 2
    with pytest.raises(KeyError), made.vault.write() as unit:
        unit.takedowns.done("none", at=AT, by="bo", proof=None)


def test_a_release_is_recorded_whole_or_not_at_all(made: Made) -> None:
    release = cv.Release("r", "Facebook", DAY, AT, "ada", "autumn", 2, "ee" * 32)
    twice = released(made)
    with pytest.raises(Exception, match="UNIQUE"), made.vault.write() as unit:
        unit.releases.add(release, [twice, twice])
    with made.vault.read() as unit:
        assert unit.releases.all() == []
