"""Whoever sits at an unlocked window is not thereby its user: every change of access asks for the passphrase."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import consentry_vault as cv
from consentry.services import users, vaults
from consentry.services.session import Session
from consentry_policy.errors import MendableError
from consentry_vault.users import Role

OWN, THEIRS, OTHER = "four plain test words", "another four test words", "yet four more test words"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    folder = tmp_path / "vault"
    cv.create(folder, OWN, "Dana Example", matching="off", argon2=cv.FLOOR).close()
    with vaults.unlock(folder, OWN) as opened:
        users.add(opened, OWN, "Bo Example", Role.COACH, THEIRS)
        yield opened


@pytest.mark.parametrize("wrong", [THEIRS, "no passphrase of this vault"])
@pytest.mark.parametrize(
    "act",
    [
        lambda s, own, bo: users.add(s, own, "Cy Example", Role.CLERK, OTHER),
        users.remove,
        lambda s, own, bo: users.change_role(s, own, bo, Role.DESIGNEE),
        lambda s, own, bo: users.reset(s, own, bo, OTHER, Role.DESIGNEE),
        lambda s, own, bo: vaults.change_passphrase(s, own, OTHER),
        lambda s, own, bo: vaults.new_recovery_code(s, own),
    ],
    ids=["add", "remove", "role", "reset", "own passphrase", "recovery code"],
)
def test_nothing_changes_without_the_designees_own_passphrase(
    session: Session, act: Callable[[Session, str, str], object], wrong: str
) -> None:
    before = users.listed(session, removed=True)
    header = session.vault.header
    with pytest.raises(MendableError):
        act(session, wrong, users.find(session, "Bo Example").id)
    assert users.listed(session, removed=True) == before
    assert session.vault.header is header


def test_a_name_or_the_beginning_of_an_id_finds_a_user(session: Session) -> None:
    bo = users.find(session, " bo example ")
    assert users.find(session, bo.id[:6]) == bo
    for nobody in ("", "b", "Nobody"):
        with pytest.raises(MendableError, match="No user"):
            users.find(session, nobody)
    vaults.new_recovery_code(session, OWN)
    with pytest.raises(MendableError, match="No user"):
        users.find(session, "recovery code")


def test_another_role_is_there_when_they_unlock_next_with_the_passphrase_they_have(session: Session) -> None:
    bo, folder = users.find(session, "Bo Example"), session.vault.folder
    told: list[bool] = []
    session.changed.connect(lambda changes: told.append(changes.settings))
    users.change_role(session, OWN, bo.id, Role.CLERK)
    assert told == [True]
    assert users.find(session, "Bo Example").role is Role.CLERK
    with pytest.raises(MendableError, match="already"):
        users.change_role(session, OWN, bo.id, Role.CLERK)
    session.close()
    with vaults.unlock(folder, THEIRS) as theirs:
        assert (theirs.user_name, theirs.vault.user.role) == ("Bo Example", Role.CLERK)
        with pytest.raises(MendableError, match="role"):
            users.change_role(theirs, THEIRS, bo.id, Role.DESIGNEE)


def test_your_own_role_is_not_yours_to_change_and_a_designee_stays(session: Session) -> None:
    for user in (session.vault.user.id, "nobody"):
        with pytest.raises(MendableError, match=r"yourself|not there"):
            users.change_role(session, OWN, user, Role.CLERK)
    assert session.is_designee
