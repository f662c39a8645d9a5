"""A backup counts once it was opened and checked; the way back overwrites nothing."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vault_makers import PASSPHRASE, Made, person

import consentry_vault as cv
from consentry_vault import backup

NOW = datetime(2026, 9, 1, 12, tzinfo=UTC)


def test_a_backup_holds_what_was_there_and_opens_on_a_fresh_machine(made: Made, tmp_path: Path) -> None:
    copy = backup.make(made.vault, "import")
    with made.vault.write() as unit:
        unit.people.add(person(last_name="Later"))
    backup.restore_to(copy.folder, tmp_path / "fresh")
    with cv.open_vault(tmp_path / "fresh", PASSPHRASE) as restored, restored.read() as unit:
        assert [p.id for p in unit.people.all()] == [made.person]
        assert unit.faces.crop(made.face) == b"a crop"
        assert unit.audit.verify() is None
        assert cv.doctor.examine(restored).troubles == (cv.doctor.Trouble.NO_BACKUP,)


def test_a_backup_is_made_while_others_read_and_write(made: Made) -> None:
    with made.vault.read() as reader:
        assert reader.people.count() == 1
        with made.vault.write() as unit:
            unit.people.add(person())
        copy = backup.make(made.vault, "asked")
        assert reader.people.count() == 1
    assert backup.backups(made.vault.folder) == [copy]


def test_a_hurt_vault_makes_no_backup(made: Made) -> None:
    with made.vault.write() as unit:
        unit.people.add(*(person(school="x" * 300) for _ in range(400)))
    with made.vault.raw_writer() as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    with made.vault.database.open("r+b") as file:
        file.seek(90 * 4096 + 100)
        file.write(b"\0" * 8)
    with pytest.raises(cv.DamagedVault):
        backup.make(made.vault, "daily")
    assert list(made.vault.backups.iterdir()) == []
    assert cv.doctor.Trouble.DATABASE in cv.doctor.examine(made.vault).troubles


def test_restoring_sets_the_damaged_files_aside(closed: Path) -> None:
    with cv.open_vault(closed, PASSPHRASE) as vault:
        backup.make(vault, "asked")
    (closed / "roster.db").write_bytes(b"ruined" * 1000)
    (closed / "header").write_bytes(b"ruined")
    with pytest.raises(cv.DamagedVault):
        cv.open_vault(closed, PASSPHRASE)
    aside = backup.restore(closed)
    assert (aside / "roster.db").read_bytes() == b"ruined" * 1000
    assert (aside / "header").read_bytes() == b"ruined"
    with cv.open_vault(closed, PASSPHRASE) as vault, vault.read() as unit:
        assert unit.settings.get(cv.MATCHING) == "everyone"


def test_the_record_holds_after_an_older_backup_is_restored_and_tells_of_it(closed: Path) -> None:
    with cv.open_vault(closed, PASSPHRASE) as vault:
        older = backup.make(vault, "asked")
        with vault.write() as unit:
            unit.audit.append("exported", {})
        newer = backup.make(vault, "asked")
    backup.restore(closed, older.name)
    with cv.open_vault(closed, PASSPHRASE) as vault:
        with vault.read() as unit:
            assert (unit.audit.entries()[-1].verb, unit.audit.entries()[-1].details) == (
                "restored",
                {"backup": older.name},
            )
        assert cv.doctor.examine(vault).troubles == ()
        with vault.write() as unit:
            unit.audit.append("exported", {})
        backup.make(vault, "asked")
    backup.restore(closed, newer.name)  # and forward again
    with cv.open_vault(closed, PASSPHRASE) as vault, vault.read() as unit:
        told = [e.details["backup"] for e in unit.audit.entries() if e.verb == "restored"]
        assert told == [newer.name]
        assert unit.audit.verify(*backup.checkpoints(closed, unit.audit)) is None
    with cv.open_vault(closed, PASSPHRASE) as vault, vault.read() as unit:
        assert [e.verb for e in unit.audit.entries()].count("restored") == 1


def test_a_vault_cut_back_without_a_word_still_shows(closed: Path) -> None:
    with cv.open_vault(closed, PASSPHRASE) as vault:
        older = backup.make(vault, "asked")
        with vault.write() as unit:
            unit.audit.append("exported", {})
        backup.make(vault, "asked")
    shutil.copyfile(older.folder / "roster.db", closed / "roster.db")
    with cv.open_vault(closed, PASSPHRASE) as vault:
        assert cv.doctor.Trouble.AUDIT in cv.doctor.examine(vault).troubles


def test_restoring_waits_for_nobody_and_invents_nothing(vault: cv.Vault, tmp_path: Path) -> None:
    with pytest.raises(cv.NotAVault, match="no such backup"):
        backup.restore(vault.folder)
    copy = backup.make(vault, "asked")
    with pytest.raises(cv.NotAVault, match="no such backup"):
        backup.restore(vault.folder, "20200101T000000000000Z-asked")
    with pytest.raises(cv.VaultBusy):
        backup.restore(vault.folder, copy.name)
    with pytest.raises(cv.NotAVault, match="not a backup"):
        backup.restore_to(tmp_path, tmp_path / "new")
    with pytest.raises(cv.VaultExists):
        backup.restore_to(copy.folder, vault.folder)


def test_half_made_and_foreign_folders_do_not_count(vault: cv.Vault) -> None:
    copy = backup.make(vault, "asked")
    shutil.copytree(copy.folder, vault.backups / f".{copy.name}.part")
    (vault.backups / "20260101T000000000000Z-daily").mkdir()
    (vault.backups / "notes Z-x").mkdir()
    assert backup.backups(vault.folder) == [copy]
    again = backup.make(vault, "asked")
    assert backup.backups(vault.folder) == [again, copy]
    assert not list(vault.backups.glob(".*"))


def test_after_a_purge_only_the_new_copy_is_left(made: Made) -> None:
    for _ in range(3):
        backup.make(made.vault, "asked")
    left = backup.replace_all(made.vault)
    assert [b.name for b in backup.backups(made.vault.folder)] == [left.name]


def test_the_backups_remember_the_chain(vault: cv.Vault) -> None:
    with vault.write() as unit:
        point = unit.audit.append("exported", {})
    backup.make(vault, "asked")
    with vault.read() as unit:
        assert backup.checkpoints(vault.folder, unit.audit) == [point]


def test_a_copy_is_due_after_a_day(vault: cv.Vault) -> None:
    assert backup.due(vault.folder, NOW)
    made = backup.make(vault, "daily")
    assert not backup.due(vault.folder, made.at + timedelta(hours=23))
    assert backup.due(vault.folder, made.at + timedelta(hours=25))


ages = st.lists(st.timedeltas(timedelta(0), timedelta(days=800)), max_size=40)


@given(ages)
def test_thinning_keeps_the_newest_and_one_for_every_day_week_and_month(gaps: list[timedelta]) -> None:
    stamps = {NOW - gap for gap in gaps}
    gone = backup.surplus(stamps, NOW)
    kept = stamps - gone
    assert gone <= stamps
    assert not stamps or max(stamps) in kept
    assert all(NOW - stamp > timedelta(days=2) for stamp in gone)
    for stamp in stamps:
        if NOW - stamp <= timedelta(days=14):
            assert any(k.date() == stamp.date() for k in kept)
        if NOW - stamp <= timedelta(days=62):
            assert any(k.isocalendar()[:2] == stamp.isocalendar()[:2] for k in kept)
        if NOW - stamp <= timedelta(days=366):
            assert any((k.year, k.month) == (stamp.year, stamp.month) for k in kept)
    assert backup.surplus(kept, NOW) == set()


def test_a_year_of_daily_copies_thins_to_a_few(vault: cv.Vault) -> None:
    days = [NOW - timedelta(days=n) for n in range(400)]
    kept = set(days) - backup.surplus(days, NOW)
    assert 25 <= len(kept) <= 40
