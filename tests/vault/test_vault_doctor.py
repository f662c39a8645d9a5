"""The doctor finds each kind of harm, and nothing in a healthy vault."""

from __future__ import annotations

import os

import pytest
from sqlalchemy import text
from vault_makers import Made

import consentry_vault as cv
from consentry_vault import envelope, errors, header
from consentry_vault.doctor import Trouble, examine


@pytest.fixture
def healthy(made: Made) -> cv.Vault:
    cv.backup.make(made.vault, "asked")
    assert examine(made.vault) == cv.doctor.Health(())
    return made.vault


def test_a_header_that_is_gone_or_another_is_found(healthy: cv.Vault) -> None:
    whole = (healthy.folder / "header").read_bytes()
    (healthy.folder / "header").write_bytes(whole[:-1])
    assert examine(healthy).troubles == (Trouble.HEADER,)
    (healthy.folder / "header").unlink()
    assert examine(healthy).troubles == (Trouble.HEADER,)
    header.write(healthy.folder / "header", healthy.header)
    assert examine(healthy).troubles == ()


def test_a_key_slot_that_is_nobodys_is_found(healthy: cv.Vault) -> None:
    data_key = healthy.opened.data_key
    added, _ = envelope.add_slot(healthy.header, data_key, "words of nobody here", "Nobody", cv.Role.DESIGNEE)
    healthy.replace_header(added)
    assert examine(healthy).troubles == (Trouble.HEADER,)


def test_a_broken_chain_is_found_with_its_entry(healthy: cv.Vault) -> None:
    with healthy.write() as unit:
        unit.audit.append("exported", {})
        unit.audit.append("exported", {})
        unit.connection.execute(text("UPDATE audit SET mac = zeroblob(32) WHERE sequence = 2"))
    assert examine(healthy) == cv.doctor.Health((Trouble.AUDIT,), 2)


def test_a_chain_shorter_than_a_backup_remembers_is_found(healthy: cv.Vault) -> None:
    with healthy.write() as unit:
        young = unit.settings.get("audit-head")
        unit.audit.append("exported", {})
    cv.backup.make(healthy, "asked")
    with healthy.write() as unit:
        unit.connection.execute(text("DELETE FROM audit WHERE sequence = 2"))
        unit.settings.set("audit-head", young)
        assert unit.audit.verify() is None
    assert examine(healthy) == cv.doctor.Health((Trouble.AUDIT,), 2)


@pytest.mark.skipif(os.name == "nt", reason="modes are POSIX's")
def test_a_file_that_others_may_read_is_found(healthy: cv.Vault) -> None:
    healthy.database.chmod(0o644)
    assert examine(healthy).troubles == (Trouble.MODES,)


def test_a_row_that_hangs_on_nothing_is_found(healthy: cv.Vault) -> None:
    with healthy.raw_writer() as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("DELETE FROM photos")
        raw.execute("PRAGMA foreign_keys = ON")
    assert examine(healthy).troubles == (Trouble.DATABASE,)


def test_errors_that_are_ours_get_no_sentence() -> None:
    assert errors.from_os(OSError(22, "Invalid argument")) is None
    assert errors.from_database(ValueError("UNIQUE constraint failed: people.id")) is None
    assert isinstance(errors.from_os(OSError(30, "Read-only file system")), cv.NoPermission)
