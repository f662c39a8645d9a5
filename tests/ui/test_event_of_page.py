"""One event in the window: authorised and revoked channel by channel, and its photos confirmed at one glance."""

from __future__ import annotations

from dataclasses import replace

import pytest
from office import Office, choose

from consentry.services import channels, deciding, events, photos, proposing
from consentry.services.proposing import Proposal
from consentry.services.session import Session
from consentry.ui.pages.events import EventsPage
from consentry.ui.pages.photo_tiles import PICTURE
from consentry_policy.channels import ChannelKind
from consentry_policy.events import Event, EventKind
from consentry_policy.facts import Attestation
from consentry_policy.verdicts import Outcome
from school_ground import CHANNEL

AT_PLAY, WARMING_UP, MORNING = "10-at-the-game.jpg", "07-refused.jpg", "02-mirrored.jpg"


def photo(session: Session, name: str) -> str:
    batch = photos.batches(session)[0]
    return next(v.id for v in photos.views(session, batch.id, CHANNEL) if v.file_name == name)


@pytest.fixture
def game(session: Session) -> Event:
    """A game of today; two photos within its hours, one of the morning, the rest of other days."""
    made = events.add(
        session, "Game", EventKind.SPORT, session.today, "S", [CHANNEL], "the field", "18:00", "20:30"
    )
    day = made.day.isoformat()
    times = {AT_PLAY: f"{day}T19:15:00", WARMING_UP: f"{day}T17:40:00", MORNING: f"{day}T09:00:00"}
    with session.vault.write() as unit:
        for row in unit.photos.of_ids(unit.photos.ids()).values():
            unit.photos.update(replace(row, taken_at=times.get(row.file_name)))
    return made


@pytest.fixture
def page(checked_office: Office, game: Event) -> EventsPage:
    shown = checked_office.show(EventsPage(checked_office.context))
    shown.lists.event_table.selectRow(0)
    return shown


def names(rows: list[Proposal]) -> set[str]:
    return {p.file_name for p in rows}


def test_a_channel_is_authorised_and_revoked_and_what_changed_is_told(
    checked_office: Office, page: EventsPage, game: Event
) -> None:
    office, session = checked_office, checked_office.session
    channels.add(session, "Yearbook", ChannelKind.YEARBOOK, "S")
    at_play = [photo(session, AT_PLAY)]
    proposing.confirm(session, game.id, at_play)
    deciding.attest(session, at_play, Attestation.NO_STAFF, CHANNEL)  # of whatever face is not settled
    said: list[str] = []
    office.context.bridge.said.connect(lambda sentence, _: said.append(sentence))
    office.click(page.lists.event_channels)
    face = page.event_channels
    assert face.isVisible()
    assert "the field" in face.about.text()
    assert [face.channel.itemData(i) for i in range(face.channel.count())] == ["Yearbook"]
    office.type(face.by, "")
    office.click(face.authorise_button)
    assert "who authorised it" in face.message.text
    office.type(face.by, "The Superintendent")
    choose(face.channel, "Yearbook")
    office.click(face.authorise_button)
    assert [(a.channel, a.by) for a in face.model.rows][1] == ("Yearbook", "The Superintendent")
    assert face.channel.count() == 0
    assert not face.authorise_button.isEnabled()
    assert not face.revoke_button.isEnabled()
    face.table.selectRow(0)
    office.click(face.revoke_button)
    assert "takedown list" in face.message.text
    assert events.find(session, game.id).authorised(CHANNEL, session.now), "one click alone revokes nothing"
    office.click(face.message.action)
    stands = events.find(session, game.id)
    assert not stands.authorised(CHANNEL, session.now)
    assert stands.authorised("Yearbook", session.now)
    assert any("1 photo that was excepted as public arena is now blocked" in s for s in said)
    assert "revoked" in face._state(face.model.rows[0])
    assert not face.revoke_button.isEnabled()


def test_photos_within_the_hours_are_proposed_and_confirmed_in_one_go(
    checked_office: Office, page: EventsPage
) -> None:
    office, session = checked_office, checked_office.session
    office.click(page.lists.event_photos)
    face = page.event_photos
    office.qtbot.waitUntil(face.confirm_button.isEnabled, timeout=5_000)
    assert names(face.model.rows) == {AT_PLAY, WARMING_UP}
    assert "time zone is not known" in " ".join(label.text() for label in face.findChildren(type(face.count)))
    office.qtbot.waitUntil(lambda: len(face.tiles.seen) == 2, timeout=5_000)
    shown = face.tiles.visualRect(face.model.index(0, 0))
    assert shown.height() > PICTURE.height(), "the whole picture and its words fit in a tile"
    assert shown.width() >= PICTURE.width()
    office.click(face.confirm_button)
    both = [photo(session, AT_PLAY), photo(session, WARMING_UP)]
    views = photos.view_of(session, both, CHANNEL)
    assert all(v.in_arena for v in views)
    assert Outcome.BLOCKED not in {v.outcome for v in views}
    assert face.model.rows == []
    assert "2 confirmed" in face.count.text()
    face.confirmed.setChecked(True)
    assert names(face.model.rows) == {AT_PLAY, WARMING_UP}
    assert not face.confirm_button.isEnabled(), "nothing is left to say of them"


def test_what_is_unticked_or_was_not_on_the_screen_is_not_confirmed(
    checked_office: Office, page: EventsPage
) -> None:
    office, session = checked_office, checked_office.session
    office.click(page.lists.event_photos)
    face = page.event_photos
    office.qtbot.waitUntil(lambda: len(face.tiles.seen) == 2, timeout=5_000)
    face.tiles.seen.discard(photo(session, AT_PLAY))
    face.tiles.looked.emit()
    assert "1 ticked further down" in face.count.text()
    office.click(face.confirm_button)
    confirmed = {p.file_name for p in proposing.proposals(session, "Game") if p.in_arena}
    assert confirmed == {WARMING_UP}


def test_a_clock_set_for_another_place_is_a_doubt_and_never_ticked_by_itself(
    checked_office: Office, page: EventsPage
) -> None:
    office, session = checked_office, checked_office.session
    office.click(page.lists.event_photos)
    face = page.event_photos
    face.doubtful.setChecked(True)
    assert names(face.model.rows) == {AT_PLAY, WARMING_UP, MORNING}
    assert names(face.ticked()) == {AT_PLAY, WARMING_UP}
    morning = photo(session, MORNING)
    row = next(i for i, p in enumerate(face.model.rows) if p.photo == morning)
    assert "outside its hours" in str(face.model.data(face.model.index(row, 0)))
    for place, proposal in enumerate(face.model.rows):  # the person ticks the doubtful one alone
        index = face.model.index(place, 0)
        face.model.setData(index, 2 if proposal.photo == morning else 0, 10)
    office.click(face.join_button)
    assert {p.photo for p in proposing.proposals(session, "Game") if p.joined} == {morning}
    assert not photos.view_of(session, [morning], CHANNEL)[0].in_arena, "joined is not confirmed"
    office.click(face.leave_button)
    assert [p for p in proposing.proposals(session, "Game") if p.joined] == []


def test_a_photo_of_another_event_is_told_and_not_taken_from_it_unasked(
    checked_office: Office, page: EventsPage, game: Event
) -> None:
    office, session = checked_office, checked_office.session
    other = events.add(session, "Concert", EventKind.PERFORMANCE, game.day, "S", [CHANNEL])
    deciding.join_event(session, [photo(session, AT_PLAY)], other.id)
    office.settle()
    row = next(i for i, e in enumerate(page.lists.event_model.rows) if e.id == game.id)
    page.lists.event_table.selectRow(row)
    office.click(page.lists.event_photos)
    face = page.event_photos
    assert names(face.ticked()) == {WARMING_UP}
    assert any("of another event" in face._words(p) for p in face.model.rows)


def test_an_event_without_photos_near_says_so(checked_office: Office, page: EventsPage) -> None:
    office, session = checked_office, checked_office.session
    day = session.today.replace(year=session.today.year - 3, day=1)
    old = events.add(session, "Old game", EventKind.SPORT, day, "S", [CHANNEL])
    office.settle()
    row = next(i for i, e in enumerate(page.lists.event_model.rows) if e.id == old.id)
    page.lists.event_table.selectRow(row)
    office.click(page.lists.event_photos)
    assert page.event_photos.empty.isVisible()
    assert not page.event_photos.confirm_button.isEnabled()


def test_a_file_that_could_not_be_read_is_told_and_cannot_be_confirmed_unseen(
    checked_office: Office, page: EventsPage, game: Event
) -> None:
    office, session = checked_office, checked_office.session
    with session.vault.write() as unit:
        broken = next(row for row in unit.photos.of_ids(unit.photos.ids()).values() if row.error)
        unit.photos.update(replace(broken, taken_at=f"{game.day.isoformat()}T19:00:00"))
    office.click(page.lists.event_photos)
    face = page.event_photos
    office.qtbot.waitUntil(lambda: len(face.tiles.seen) == 2, timeout=5_000)
    assert broken.file_name in names(face.model.rows)
    assert broken.file_name not in names(face.ticked())
    row = next(i for i, p in enumerate(face.model.rows) if p.photo == broken.id)
    assert "could not be read" in str(face.model.data(face.model.index(row, 0)))
    face.model.setData(face.model.index(row, 0), 2, 10)
    office.click(face.confirm_button)
    assert not next(p for p in proposing.proposals(session, "Game") if p.photo == broken.id).in_arena
