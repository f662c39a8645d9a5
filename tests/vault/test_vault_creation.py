"""A vault is made whole or not at all, for its owner's eyes only."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from vault_makers import PASSPHRASE, person

import consentry_vault as cv
from consentry_vault import keys, migrate


def everything(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


@pytest.mark.skipif(os.name == "nt", reason="modes are POSIX's")
def test_only_the_owner_reads_anything_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with cv.create(tmp_path / "v", PASSPHRASE, "Ada", matching="off", argon2=cv.FLOOR) as vault:
            with vault.write() as unit:
                unit.people.add(person())
            cv.backup.make(vault, "asked")
            while_open = everything(vault.folder)
            assert {"roster.db-wal", "header", "lock"} <= {f.name for f in while_open}
            for place in (vault.folder, *while_open):
                assert place.stat().st_mode & 0o077 == 0, place
    finally:
        os.umask(before)


def test_it_leaves_what_is_in_the_way_alone(tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    for taken in ("full", "file"):
        with pytest.raises(cv.VaultExists):
            cv.create(tmp_path / taken, PASSPHRASE, "Ada", matching="off", argon2=cv.FLOOR)
    assert [p.name for p in everything(tmp_path)] == ["file", "full", "mine.txt"]


def test_an_empty_folder_may_become_one(tmp_path: Path) -> None:
    (tmp_path / "v").mkdir()
    cv.create(tmp_path / "v", PASSPHRASE, "Ada", matching="off", argon2=cv.FLOOR).close()
    cv.open_vault(tmp_path / "v", PASSPHRASE).close()


@pytest.mark.parametrize("weak", ["", "short", "       x"])
def test_a_weak_passphrase_makes_nothing(tmp_path: Path, weak: str) -> None:
    with pytest.raises(cv.WeakPassphrase):
        cv.create(tmp_path / "v", weak, "Ada", matching="off", argon2=cv.FLOOR)
    assert everything(tmp_path) == []


def test_a_failure_half_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("consentry_vault.header.write", breaks)
    with pytest.raises(cv.DiskFull):
        cv.create(tmp_path / "new" / "place" / "v", PASSPHRASE, "Ada", matching="off", argon2=cv.FLOOR)
    assert everything(tmp_path) == []


@pytest.mark.parametrize("floor_seconds", [1e-6, 0.01, 0.08, 0.3, 0.9, 1.5, 20.0])
def test_the_cost_takes_about_a_second_on_fast_and_slow_machines(floor_seconds: float) -> None:
    def measure(cost: cv.Argon2) -> float:
        return floor_seconds * cost.memory_kib * cost.time / (cv.FLOOR.memory_kib * cv.FLOOR.time)

    cost = cv.calibrate(1.0, measure)
    assert cost.time >= cv.FLOOR.time
    assert cv.FLOOR.memory_kib <= cost.memory_kib <= 512 * 1024
    assert 0.75 <= measure(cost) <= 1.25 or cost == cv.FLOOR or cost.time == keys.MOST_TIME
    assert floor_seconds < 0.75 or cost == cv.FLOOR or measure(cost) <= 1.25


def test_the_cost_is_measured_here_and_never_below_the_floor() -> None:
    assert cv.calibrate(0.0) == cv.FLOOR
    with pytest.raises(ValueError, match="out of bounds"):
        cv.Argon2(time=2)


def test_a_new_vault_has_the_tables_of_this_version(vault: cv.Vault) -> None:
    with vault.read() as unit:
        assert migrate.current(unit.connection) == migrate.HEAD
        assert [e.verb for e in unit.audit.entries()] == ["vault-created"]


_AS_NOBODY = """
import os, sys
from pathlib import Path
import consentry_vault as cv
os.setgid(65534); os.setuid(65534)
place, words = Path(sys.argv[1]), "four random invented words"
for attempt in (
    lambda: cv.create(place / "new", words, "Ada", matching="off", argon2=cv.FLOOR),
    lambda: cv.open_vault(place / "vault", words),
):
    try:
        attempt()
    except cv.NoPermission as error:
        print(type(error).__name__)
"""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become nobody")
def test_without_the_right_to_write_it_says_so(closed: Path) -> None:
    for file in everything(closed):
        file.chmod(0o755 if file.is_dir() else 0o644)
    for place in (closed, *list(closed.parents)[:3]):
        place.chmod(0o755)
    command = [sys.executable, "-c", _AS_NOBODY, str(closed.parent)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["NoPermission", "NoPermission"], done.stderr
