"""Users come and go by their key slots; nothing of the data is rewritten, and nobody's name stands outside."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event
from vault_makers import PASSPHRASE

import consentry_vault as cv
from consentry_vault import envelope
from consentry_vault import header as frame

SECOND = "another four invented words"


def opens(folder: Path, passphrase: str) -> cv.User | None:
    try:
        with cv.open_vault(folder, passphrase) as vault:
            return vault.user
    except cv.WrongPassphrase:
        return None


def test_each_user_opens_with_their_own_passphrase_and_role(closed: Path) -> None:
    with cv.open_vault(closed, PASSPHRASE) as vault:
        added = cv.add_user(vault, SECOND, "Bo Example", cv.Role.CLERK)
    assert opens(closed, SECOND) == added == cv.User(added.id, "Bo Example", cv.Role.CLERK)
    first = opens(closed, PASSPHRASE)
    assert first is not None
    assert first.role is cv.Role.DESIGNEE


def test_a_removed_user_opens_neither_the_vault_nor_a_backup(closed: Path, tmp_path: Path) -> None:
    with cv.open_vault(closed, PASSPHRASE) as vault:
        added = cv.add_user(vault, SECOND, "Bo", cv.Role.REVIEWER)
        copy = cv.backup.make(vault, "asked")
        cv.remove_user(vault, added.id)
        with vault.read() as unit:
            row = unit.users.get(added.id)
            assert row is not None
            assert row.removed_at is not None
            assert [e.verb for e in unit.audit.entries()][-2:] == ["user-added", "user-removed"]
    assert opens(closed, SECOND) is None
    cv.backup.restore_to(copy.folder, tmp_path / "again")
    assert opens(tmp_path / "again", SECOND) is None
    assert opens(tmp_path / "again", PASSPHRASE) is not None


def test_a_changed_passphrase_rewraps_and_rewrites_no_data(closed: Path) -> None:
    with cv.open_vault(closed, PASSPHRASE) as vault:
        user = vault.user
        size = vault.database.stat().st_size
        cv.change_passphrase(vault, SECOND)
        assert vault.database.stat().st_size == size
    assert opens(closed, PASSPHRASE) is None
    assert opens(closed, SECOND) == user


def test_a_passphrase_may_be_changed_to_itself_but_not_to_anothers(vault: cv.Vault) -> None:
    cv.change_passphrase(vault, PASSPHRASE)
    with pytest.raises(cv.WeakPassphrase, match="choose another"):
        cv.add_user(vault, PASSPHRASE, "Bo", cv.Role.CLERK)
    cv.add_user(vault, SECOND, "Bo", cv.Role.CLERK)
    with pytest.raises(cv.WeakPassphrase, match="choose another"):
        cv.change_passphrase(vault, SECOND)
    with pytest.raises(cv.WeakPassphrase, match="at least 8"):
        cv.change_passphrase(vault, "short")


def test_the_last_designee_stays(vault: cv.Vault) -> None:
    cv.new_recovery_code(vault)
    with pytest.raises(cv.LastDesignee):
        cv.remove_user(vault, vault.user.id)
    cv.add_user(vault, SECOND, "Bo", cv.Role.DESIGNEE)
    cv.remove_user(vault, vault.user.id)
    with pytest.raises(KeyError):
        cv.remove_user(vault, "nobody")


def test_a_reset_user_has_another_passphrase_and_role_and_stays_who_they_are(closed: Path, tmp_path: Path) -> None:
    third = "yet another four words"
    with cv.open_vault(closed, PASSPHRASE) as vault:
        added = cv.add_user(vault, SECOND, "Bo Example", cv.Role.COACH)
        copy = cv.backup.make(vault, "asked")
        with pytest.raises(cv.WeakPassphrase, match="choose another"):
            cv.reset_user(vault, added.id, PASSPHRASE, cv.Role.COACH)
        cv.reset_user(vault, added.id, third, cv.Role.REVIEWER)
        with vault.read() as unit:
            assert [e.verb for e in unit.audit.entries()][-1] == "user-reset"
            row = unit.users.get(added.id)
            assert row is not None
            assert (row.name, row.role) == ("Bo Example", cv.Role.REVIEWER)
    assert opens(closed, SECOND) is None
    assert opens(closed, third) == cv.User(added.id, "Bo Example", cv.Role.REVIEWER)
    cv.backup.restore_to(copy.folder, tmp_path / "again")
    assert opens(tmp_path / "again", SECOND) is None


def test_a_reset_leaves_a_designee_and_touches_no_code_and_nobody_removed(vault: cv.Vault) -> None:
    cv.new_recovery_code(vault)
    with vault.read() as unit:
        code = next(u.id for u in unit.users.all() if u.recovery)
    gone = cv.add_user(vault, SECOND, "Bo", cv.Role.CLERK)
    cv.remove_user(vault, gone.id)
    for user in (code, gone.id, "nobody"):
        with pytest.raises(KeyError):
            cv.reset_user(vault, user, "yet another four words", cv.Role.CLERK)
    before = vault.header
    with pytest.raises(cv.LastDesignee):
        cv.reset_user(vault, vault.user.id, "yet another four words", cv.Role.CLERK)
    assert vault.header is before
    with vault.read() as unit:
        row = unit.users.get(vault.user.id)
        assert row is not None
        assert row.role is cv.Role.DESIGNEE


def test_another_role_needs_nobodys_passphrase_and_holds_in_backups_too(closed: Path, tmp_path: Path) -> None:
    with cv.open_vault(closed, PASSPHRASE) as vault:
        added = cv.add_user(vault, SECOND, "Bo Example", cv.Role.DESIGNEE)
        copy = cv.backup.make(vault, "asked")
        plain = (closed / "header").read_bytes()
        cv.give_role(vault, added.id, cv.Role.COACH)
        cv.give_role(vault, added.id, cv.Role.REVIEWER)
        with vault.read() as unit:
            entry = unit.audit.entries()[-1]
            assert (entry.verb, entry.details["from"], entry.details["role"]) == (
                "user-role-changed",
                "coach",
                "reviewer",
            )
            row = unit.users.get(added.id)
            assert row is not None
            assert row.role is cv.Role.REVIEWER
        assert cv.doctor.examine(vault).troubles == ()
    content = (closed / "header").read_bytes()
    assert b"reviewer" not in content
    assert len(content) > len(plain)
    now = cv.User(added.id, "Bo Example", cv.Role.REVIEWER)
    assert opens(closed, SECOND) == now
    cv.backup.restore_to(copy.folder, tmp_path / "again")
    assert opens(tmp_path / "again", SECOND) == now, "who restores an older copy is not a designee again"
    with cv.open_vault(closed, SECOND) as vault:
        cv.change_passphrase(vault, "yet another four words")
    assert opens(closed, "yet another four words") == now


def test_another_role_leaves_a_designee_and_is_nothing_for_a_code(vault: cv.Vault) -> None:
    cv.new_recovery_code(vault)
    with vault.read() as unit:
        code = next(u.id for u in unit.users.all() if u.recovery)
    before = vault.header
    for user in (code, "nobody"):
        with pytest.raises(KeyError):
            cv.give_role(vault, user, cv.Role.CLERK)
    with pytest.raises(cv.LastDesignee):
        cv.give_role(vault, vault.user.id, cv.Role.CLERK)
    assert vault.header is before
    with vault.read() as unit:
        row = unit.users.get(vault.user.id)
        assert row is not None
        assert row.role is cv.Role.DESIGNEE


def test_a_role_that_somebody_wrote_or_took_out_of_the_header_is_not_believed(closed: Path) -> None:
    with cv.open_vault(closed, PASSPHRASE) as vault:
        added = cv.add_user(vault, SECOND, "Bo", cv.Role.DESIGNEE)
        plain = vault.header
        cv.give_role(vault, added.id, cv.Role.COACH)
        given, key = vault.header, vault.opened.data_key
    forged = [
        replace(given, slots=plain.slots),  # the role is cut out
        replace(given, slots=tuple(replace(s, role=bytes(44)) if s.role else s for s in given.slots)),
    ]
    forged.append(envelope._signed(forged[1], key))  # by someone who holds the data key, yet no role was sealed
    for header in forged:
        (closed / "header").write_bytes(frame.encode(header))
        with pytest.raises(cv.DamagedVault):
            opens(closed, SECOND)


def test_a_program_that_knows_no_given_roles_says_newer(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with cv.open_vault(closed, PASSPHRASE) as vault:
        added = cv.add_user(vault, SECOND, "Bo", cv.Role.DESIGNEE)
        assert frame.version(vault.header) == 1, "until then any program may open it"
        cv.give_role(vault, added.id, cv.Role.COACH)
    monkeypatch.setattr(frame, "VERSION", 1)
    monkeypatch.setattr(frame, "version", lambda _: 1)
    with pytest.raises(cv.NewerVault):
        opens(closed, SECOND)


def test_a_recovery_code_opens_however_it_is_typed_and_only_the_latest(closed: Path) -> None:
    with cv.open_vault(closed, PASSPHRASE) as vault:
        older = cv.new_recovery_code(vault)
        code = cv.new_recovery_code(vault)
    assert len(code) == 29
    assert opens(closed, older) is None
    for typed in (code, code.lower(), code.replace("-", " "), code.replace("-", "")):
        user = opens(closed, typed)
        assert user is not None
        assert user.role is cv.Role.DESIGNEE


def test_names_and_roles_are_not_readable_outside(closed: Path) -> None:
    sizes = set()
    for name in ("Bartholomew", "Bartholomew Wrenfeather the Third of Example"):
        with cv.open_vault(closed, PASSPHRASE) as vault:
            before = (closed / "header").stat().st_size
            added = cv.add_user(vault, SECOND, name, cv.Role.COACH)
            sizes.add((closed / "header").stat().st_size - before)
            content = (closed / "header").read_bytes()
            assert name.encode() not in content
            assert b"coach" not in content
            cv.remove_user(vault, added.id)
    assert len(sizes) == 1, "a slot's length tells the length of the name"


def test_a_header_that_cannot_be_written_changes_nobody(vault: cv.Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise cv.DiskFull

    with monkeypatch.context() as patched:
        patched.setattr("consentry_vault.header.write", full)
        with pytest.raises(cv.DiskFull):
            cv.add_user(vault, SECOND, "Bo", cv.Role.CLERK)
    with vault.read() as unit:
        assert [u.name for u in unit.users.all()] == ["Ada Example"]
    assert cv.doctor.examine(vault).troubles == (cv.doctor.Trouble.NO_BACKUP,)


def test_records_that_cannot_be_kept_bring_the_old_header_back(closed: Path) -> None:
    def full(_: object) -> None:
        raise cv.DiskFull

    before = (closed / "header").read_bytes()
    with cv.open_vault(closed, PASSPHRASE) as vault:
        with vault.write() as unit:
            engine = unit.connection.engine
        event.listen(engine, "commit", full)
        with pytest.raises(cv.DiskFull):
            cv.add_user(vault, SECOND, "Bo", cv.Role.CLERK)
        event.remove(engine, "commit", full)
        with vault.read() as unit:
            assert len(unit.users.all()) == 1
    assert (closed / "header").read_bytes() == before
    assert opens(closed, SECOND) is None
