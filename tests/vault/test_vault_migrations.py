"""The steps lead to the tables this program knows, each of them, with rows in them, whole or not at all."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect, text
from vault_makers import AT, DAY, PASSPHRASE, person, photo

import consentry_vault as cv
from consentry_policy.verdicts import Outcome
from consentry_vault import connection as sql
from consentry_vault import envelope, header, migrate, schema
from consentry_vault.files import make_file


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    make_file(tmp_path / "bare.db")
    return sql.engine(tmp_path / "bare.db", bytes(range(32)), writes=True)


def differences(engine: Engine) -> list[object]:
    with engine.connect() as connection:
        options = {"compare_type": True, "compare_server_default": True}
        return list(compare_metadata(MigrationContext.configure(connection, opts=options), schema.metadata))


def test_the_last_step_is_the_models(engine: Engine) -> None:
    with engine.begin() as connection:
        migrate.upgrade(connection)
        assert migrate.current(connection) == migrate.HEAD == migrate.steps()[-1]
    assert differences(engine) == []
    engine.dispose()


def test_each_step_leads_to_the_next(engine: Engine) -> None:
    assert migrate.steps() == sorted(migrate.steps())
    for step in migrate.steps():
        with engine.begin() as connection:
            migrate.upgrade(connection, step)
            assert migrate.current(connection) == step
            assert migrate.needed(connection) == (step != migrate.HEAD)
    assert differences(engine) == []
    engine.dispose()


def test_a_step_that_breaks_leaves_the_tables_as_they_were(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    with engine.begin() as connection:
        migrate.upgrade(connection, "0001")
        connection.execute(text("CREATE TABLE releases (x TEXT)"))  # in the way of the last step
    with pytest.raises(Exception, match="already exists"), engine.begin() as connection:
        migrate.upgrade(connection)
    with engine.connect() as connection:
        assert migrate.current(connection) == "0001"
        assert not inspect(connection).has_table("photos")
    engine.dispose()


def step_back(folder: Path) -> None:
    """Makes the vault one of the first step: drops what came later."""
    data_key = envelope.unlock(header.read(folder / "header"), PASSPHRASE).data_key
    engine = sql.engine(folder / "roster.db", data_key, writes=True)
    later = ("takedowns", "placements", "copy_people", "copies", "releases", "verdicts", "seen", "decisions")
    with engine.begin() as connection:
        photos = ("face_crops", "faces", "thumbnails", "batch_photos", "photos", "batches")
        for table in ("disclosures", "imports", "photo_people", *later, *photos):
            connection.execute(text(f"DROP TABLE {table}"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    engine.dispose()


def test_an_older_vault_is_backed_up_and_comes_along_with_its_rows(closed: Path) -> None:
    someone = person()
    with cv.open_vault(closed, PASSPHRASE) as vault, vault.write() as unit:
        unit.people.add(someone)
    step_back(closed)
    with cv.open_vault(closed, PASSPHRASE) as vault, vault.read() as unit:
        assert migrate.current(unit.connection) == migrate.HEAD
        assert unit.people.get(someone.id) == someone
        assert unit.photos.ids() == []
        assert unit.audit.verify() is None
    assert [b.reason for b in cv.backup.backups(closed)] == ["migration"]


def test_a_copy_that_was_let_out_before_there_were_crops_shows_the_whole_photo(closed: Path) -> None:
    before = cv.ReleasedCopy(
        "c",
        "r",
        photo().id,
        "c.jpg",
        "aa",
        "bb",
        None,
        Outcome.CLEARED,
        [],
        seen=True,
        covered=("f",),
        people=("p",),
    )
    release = cv.Release("r", "Facebook", DAY, AT, "ada", "spring", 1, "ee" * 32)
    with cv.open_vault(closed, PASSPHRASE) as vault, vault.write() as unit:
        unit.releases.add(release, [before])
    data_key = envelope.unlock(header.read(closed / "header"), PASSPHRASE).data_key
    engine = sql.engine(closed / "roster.db", data_key, writes=True)
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE copies DROP COLUMN crop"))
        connection.execute(text("DROP INDEX ix_copies_perceptual_hash"))
        connection.execute(text("ALTER TABLE decisions DROP COLUMN said_of"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0006'"))
    engine.dispose()
    with cv.open_vault(closed, PASSPHRASE) as vault, vault.read() as unit:
        assert unit.releases.all_copies() == [before]
        assert before.crop is None


def test_an_interrupted_migration_is_done_again_at_the_next_opening(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    step_back(closed)

    def interrupted(connection: object, to: str = "head") -> None:
        whole(connection, "0002")  # type: ignore[arg-type]
        raise KeyboardInterrupt

    whole = migrate.upgrade
    with monkeypatch.context() as patched:
        patched.setattr(migrate, "upgrade", interrupted)
        with pytest.raises(KeyboardInterrupt):
            cv.open_vault(closed, PASSPHRASE)
    with cv.open_vault(closed, PASSPHRASE) as vault, vault.read() as unit:
        assert migrate.current(unit.connection) == migrate.HEAD


def test_migrating_is_silent(
    engine: Engine, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    before = logging.getLogger().handlers[:]
    with caplog.at_level(logging.WARNING), engine.begin() as connection:
        migrate.upgrade(connection)
    engine.dispose()
    assert capfd.readouterr() == ("", "")
    assert caplog.records == []
    assert logging.getLogger().handlers[: len(before)] == before
