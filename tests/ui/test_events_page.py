"""Events and channels on the screen: listing, adding, revoking, and refusals in place."""

from __future__ import annotations

import pytest
from office import Office, choose
from PySide6.QtCore import QDate

from consentry.services import channels, events
from consentry.ui.pages.events import EventsPage
from consentry_policy.channels import ChannelKind, Condition
from consentry_policy.events import EventKind


@pytest.fixture
def page(office: Office) -> EventsPage:
    return office.show(EventsPage(office.context))


def test_empty_lists_say_what_to_add_and_an_event_needs_a_channel_first(page: EventsPage) -> None:
    assert page.lists.no_channel.isVisible()
    assert page.lists.no_event.isVisible()
    assert not page.lists.add_event.isEnabled()
    assert "channel first" in page.lists.add_event.toolTip()


def test_a_channel_is_added_and_its_kind_guessed(office: Office, page: EventsPage) -> None:
    office.click(page.lists.add_channel)
    form = page.channel_form
    assert form.by.text() == office.session.user_name
    office.click(form.do_button)
    assert "needs a name" in form.message.text
    office.type(form.name, "Yearbook 2027")
    assert form.kind.currentData() == ChannelKind.YEARBOOK
    office.click(form.demands[Condition.NO_NAME])
    office.click(form.logo)
    office.click(form.until.box)
    form.until.edit.setDate(QDate(office.session.today.year + 1, 6, 30))
    office.click(form.do_button)
    assert page.lists.isVisible()
    listed = channels.listed(office.session)
    assert [(c.name, c.kind, c.demands, c.logo_allowed) for c in listed] == [
        ("Yearbook 2027", ChannelKind.YEARBOOK, frozenset({Condition.NO_NAME}), True)
    ]
    model = page.lists.channel_model
    assert "logo allowed" in " ".join(str(model.data(model.index(0, at))) for at in range(model.columnCount()))
    assert listed[0].until is not None
    assert page.lists.channel_model.rows == listed
    assert page.lists.add_event.isEnabled()


def test_a_name_that_is_taken_is_told_in_place(office: Office, page: EventsPage) -> None:
    office.list_channel()
    office.click(page.lists.add_channel)
    office.type(page.channel_form.name, "Instagram")
    office.click(page.channel_form.do_button)
    assert page.channel_form.isVisible()
    assert page.channel_form.message.property("tone") == "trouble"


def test_an_event_is_added_for_the_channels_that_are_ticked(office: Office, page: EventsPage) -> None:
    office.list_channel()
    office.list_channel("Yearbook", ChannelKind.YEARBOOK)
    office.click(page.lists.add_event)
    form = page.event_form
    office.type(form.name, "Varsity soccer")
    choose(form.kind, EventKind.SPORT)
    office.click(form.do_button)
    assert "at least one" in form.message.text
    office.click(form.boxes["Instagram"])
    form.starts.setText("25:00")
    office.click(form.do_button)
    assert "18:30" in form.message.text
    form.starts.setText("18:30")
    office.click(form.do_button)
    assert page.lists.isVisible()
    event = events.listed(office.session)[0]
    assert (event.name, event.kind, event.starts, event.day) == (
        "Varsity soccer",
        EventKind.SPORT,
        "18:30",
        office.session.today,
    )
    assert [a.channel for a in event.authorisations] == ["Instagram"]


def test_revoking_says_what_it_does_and_asks_once(office: Office, page: EventsPage) -> None:
    office.list_channel()
    events.add(office.session, "Concert", EventKind.PERFORMANCE, office.session.today, "Dana", ["Instagram"])
    office.settle()
    lists = page.lists
    assert not lists.revoke_event.isEnabled()
    lists.event_table.selectRow(0)
    office.click(lists.revoke_event)
    assert "takedown list" in lists.message.text
    assert events.listed(office.session)[0].revoked_at is None, "one click alone revokes nothing"
    office.click(lists.message.action)
    assert events.listed(office.session)[0].revoked_at is not None
    assert not lists.revoke_event.isEnabled()
    lists.channel_table.selectRow(0)
    office.click(lists.revoke_channel)
    office.click(lists.message.action)
    assert not channels.listed(office.session)[0].authorised(office.session.today)
    model = lists.channel_model
    assert "revoked" in str(model.data(model.index(0, model.columnCount() - 1)))
    assert not lists.add_event.isEnabled()


@pytest.mark.parametrize(("ending", "begins"), [(".xlsx", b"PK"), (".pdf", b"%PDF")])
def test_the_register_is_saved_from_the_page(office: Office, page: EventsPage, ending: str, begins: bytes) -> None:
    office.list_channel()
    events.add(office.session, "Concert", EventKind.PERFORMANCE, office.session.today, "Dana", ["Instagram"])
    target = office.folder / f"register{ending}"
    assert page.lists.register_button.isEnabled()
    page.lists.save_register(target)
    office.settle()
    assert page.lists.message.property("tone") == "done", page.lists.message.text
    assert target.read_bytes().startswith(begins)
    page.lists.save_register(office.folder / "register.txt")
    office.settle()
    assert page.lists.message.property("tone") == "trouble"
