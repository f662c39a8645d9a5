"""Users in the settings: added, given another passphrase or role, removed; never the last designee."""

from __future__ import annotations

import pytest
from office import PASSPHRASE, USER, Office, choose

from consentry.services import users, vaults
from consentry.services.session import Session
from consentry.ui.pages.settings import SettingsPage
from consentry.ui.pages.settings_users import UsersCard
from consentry_policy.errors import MendableError
from consentry_vault.users import Role

THEIRS = "yet another invented phrase"


@pytest.fixture
def page(office: Office) -> SettingsPage:
    shown = office.show(SettingsPage(office.context))
    shown.resize(1000, 5000)  # no card is scrolled away
    return shown


def fill(office: Office, card: UsersCard, name: str, role: Role, passphrase: str = THEIRS) -> None:
    office.type(card.current, PASSPHRASE)
    office.type(card.name, name)
    choose(card.role, role)
    office.type(card.wanted.first, passphrase)
    assert card.wanted.second is not None
    office.type(card.wanted.second, passphrase)


def audited(session: Session) -> list[str]:
    with session.vault.read() as unit:
        return [entry.verb for entry in unit.audit.entries()]


def test_a_user_is_added_given_another_role_and_removed(office: Office, page: SettingsPage) -> None:
    card, session = page.users, office.session
    assert [card.model.data(card.model.index(0, 0))] == [f"{USER} (you)"]
    office.click(card.add_button)
    assert "now first" in page.message.text
    fill(office, card, "Bo Example", Role.COACH)
    office.click(card.add_button)
    assert page.message.property("tone") == "done", page.message.text
    assert card.current.text() == card.wanted.text() == card.name.text() == ""
    assert [(u.name, u.role) for u in card.model.rows][1:] == [("Bo Example", Role.COACH)]
    row = next(i for i, u in enumerate(card.model.rows) if u.name == "Bo Example")
    card.table.selectRow(row)
    fill(office, card, "", Role.REVIEWER, "a second invented phrase")
    office.click(card.reset_button)
    assert users.find(session, "Bo Example").role is Role.COACH, "one click alone changes nothing"
    office.click(page.message.action)
    assert users.find(session, "Bo Example").role is Role.REVIEWER
    card.table.selectRow(row)
    office.type(card.current, PASSPHRASE)
    office.click(card.remove_button)
    assert "Bo Example" in page.message.text
    office.click(page.message.action)
    assert [u.name for u in card.model.rows] == [USER]
    assert audited(session)[-3:] == ["user-added", "user-reset", "user-removed"]
    folder = session.vault.folder
    session.close()
    for old in (THEIRS, "a second invented phrase"):
        with pytest.raises(MendableError):
            vaults.unlock(folder, old)


def test_a_role_changes_without_a_new_passphrase(office: Office, page: SettingsPage) -> None:
    card, session = page.users, office.session
    users.add(session, PASSPHRASE, "Bo Example", Role.COACH, THEIRS)
    office.settle()
    row = next(i for i, u in enumerate(card.model.rows) if u.name == "Bo Example")
    card.table.selectRow(row)
    assert card.role.currentData() == Role.COACH
    assert not card.role_button.isEnabled(), "it is the role they have"
    choose(card.role, Role.CLERK)
    office.click(card.role_button)
    assert "now first" in page.message.text
    office.type(card.current, "somebody else at the desk")
    office.click(card.role_button)
    office.click(page.message.action)
    assert page.message.property("tone") == "trouble"
    assert users.find(session, "Bo Example").role is Role.COACH
    office.type(card.current, PASSPHRASE)
    office.click(card.role_button)
    assert page.message.text == (
        "The next time Bo Example unlocks this vault, it is as clerk: roster, answers, imports. "
        "The passphrase stays."
    )
    assert users.find(session, "Bo Example").role is Role.COACH, "one click alone changes nothing"
    office.click(page.message.action)
    assert page.message.property("tone") == "done"
    assert [(u.name, u.role) for u in card.model.rows][1:] == [("Bo Example", Role.CLERK)]
    assert card.current.text() == ""
    assert audited(session)[-1] == "user-role-changed"
    folder = session.vault.folder
    session.close()
    with vaults.unlock(folder, THEIRS) as theirs:
        assert theirs.vault.user.role is Role.CLERK


def test_nobody_adds_a_user_with_somebody_elses_passphrase(office: Office, page: SettingsPage) -> None:
    card = page.users
    fill(office, card, "Bo Example", Role.CLERK)
    office.type(card.current, "somebody else at the desk")
    office.click(card.add_button)
    assert page.message.property("tone") == "trouble"
    office.type(card.current, PASSPHRASE)
    assert card.wanted.second is not None
    office.type(card.wanted.second, "not the same")
    office.click(card.add_button)
    assert "differ" in page.message.text
    assert len(users.listed(office.session)) == 1


def test_you_cannot_remove_yourself_so_a_designee_stays(office: Office, page: SettingsPage) -> None:
    card = page.users
    card.table.selectRow(0)
    choose(card.role, Role.CLERK)
    for button in (card.remove_button, card.reset_button, card.role_button):
        assert not button.isEnabled()
    with pytest.raises(MendableError, match="yourself"):
        users.remove(office.session, PASSPHRASE, office.session.vault.user.id)


def test_only_the_designee_sees_and_changes_users(reviewers_office: Office) -> None:
    session = reviewers_office.session
    page = reviewers_office.show(SettingsPage(reviewers_office.context))
    assert page.users.isHidden()
    assert page.message.text == "", "a role is no trouble"
    with pytest.raises(MendableError, match="role"):
        users.listed(session)
    with pytest.raises(MendableError, match="role"):
        users.add(session, THEIRS, "Cy Example", Role.DESIGNEE, "a phrase for the third")
    with pytest.raises(MendableError, match="role"):
        users.remove(session, THEIRS, "whoever")
    with pytest.raises(MendableError, match="role"):
        users.change_role(session, THEIRS, "whoever", Role.DESIGNEE)
    with pytest.raises(MendableError, match="role"):
        users.reset(session, THEIRS, "whoever", "a phrase for the third")
