"""A kill or a full disk in mid-write: what was acknowledged is there, and nothing is there by half."""

from __future__ import annotations

import contextlib
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from vault_makers import PASSPHRASE, person

import consentry_vault as cv

KILLS = 6

_BUSY = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
import consentry_vault as cv
from vault_makers import PASSPHRASE, consent, decision, face, person, photo
vault = cv.open_vault(Path(sys.argv[1]), PASSPHRASE)
for n in range(100_000):
    with vault.write() as unit:
        who, picture = person(), photo()
        found = face(picture.id)
        unit.people.add(who)
        unit.consents.add(consent(who.id, unit.consents.next_sequence()))
        unit.photos.add_or_get(picture)
        unit.faces.add(found, crop=bytes(5000))
        unit.decisions.add(decision(picture.id, found.id, value=who.id))
        unit.audit.append("decided", {"photo": picture.id})
    print(who.id, picture.id, flush=True)
    if n % 7 == 3:
        cv.backup.make(vault, "asked")
"""


def acknowledged_until_killed(folder: Path, chance: random.Random) -> list[tuple[str, str]]:
    command = [sys.executable, "-c", _BUSY, str(folder), str(Path(__file__).parent)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    lines = [child.stdout.readline() for _ in range(chance.randint(1, 12))]
    with contextlib.suppress(subprocess.TimeoutExpired):
        child.wait(chance.random() * 0.02)  # lands anywhere inside a unit, a commit or a backup
    child.send_signal(signal.SIGKILL)
    lines += child.stdout.read().splitlines(keepends=True)
    child.communicate()
    whole = [line.split() for line in lines if line.endswith("\n")]
    return [(who, picture) for who, picture in whole]


def test_nothing_acknowledged_is_lost_to_a_kill_and_nothing_is_half_there(closed: Path) -> None:
    chance = random.Random(7)
    told: list[tuple[str, str]] = []
    for _ in range(KILLS):
        told += acknowledged_until_killed(closed, chance)
        with cv.open_vault(closed, PASSPHRASE) as vault:
            with vault.read() as unit:
                people, photos = {p.id for p in unit.people.all()}, set(unit.photos.ids())
                decisions = unit.decisions.since()
                answers, faces = unit.consents.all(), unit.faces.of_photos(photos)
                entries = unit.audit.entries()
            assert {who for who, _ in told} <= people
            assert {picture for _, picture in told} <= photos
            assert people == {d.value for d in decisions} == set(answers)
            assert photos == {d.photo for d in decisions} == set(faces)
            assert [d.sequence for d in decisions] == list(range(1, len(decisions) + 1))
            assert {e.details.get("photo") for e in entries if e.verb == "decided"} == photos
            found = set(cv.doctor.examine(vault).troubles)
            assert found <= {cv.doctor.Trouble.NO_BACKUP}
    assert len(told) >= KILLS
    for copy in cv.backup.backups(closed)[:3]:
        again = closed.parent / copy.name
        cv.backup.restore_to(copy.folder, again)
        with cv.open_vault(again, PASSPHRASE) as vault:
            assert cv.doctor.examine(vault).troubles == (cv.doctor.Trouble.NO_BACKUP,)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A volume of 8 MiB."""
    place = tmp_path / "small"
    place.mkdir()
    tool = shutil.which("mount")
    command = [tool or "mount", "-t", "tmpfs", "-o", "size=8m,mode=700", "none", str(place)]
    if tool is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody mount a small volume")
    yield place
    subprocess.run([shutil.which("umount") or "umount", "-l", str(place)], check=True)


def fill(vault: cv.Vault) -> int:
    """Writes rows until the disk says no; how many units were kept before."""
    for n in range(10_000):
        try:
            with vault.write() as unit:
                unit.people.add(*(person(school="x" * 500) for _ in range(20)))
                unit.audit.append("imported", {"count": 20})
        except (cv.DiskFull, cv.DiskTrouble):
            return n
    raise AssertionError("the disk never filled")


def test_a_full_disk_says_so_and_loses_nothing(small_disk: Path) -> None:
    folder = small_disk / "v"
    with cv.create(folder, PASSPHRASE, "Ada", matching="off", argon2=cv.FLOOR) as vault:
        kept = fill(vault)
        assert kept > 10
        with vault.read() as unit:
            assert unit.people.count() == kept * 20
        with pytest.raises(cv.DiskFull):
            cv.backup.make(vault, "daily")
        assert list(vault.backups.iterdir()) == []
        with pytest.raises(cv.DiskFull):
            cv.add_user(vault, "another four invented words", "Bo", cv.Role.CLERK)
    with cv.open_vault(folder, PASSPHRASE) as vault:
        with vault.read() as unit:
            assert unit.people.count() == kept * 20
            assert len(unit.audit.entries()) == kept + 1
        command = ["mount", "-o", "remount,size=16m", str(small_disk)]
        subprocess.run(command, check=True)
        assert cv.doctor.examine(vault).troubles == (cv.doctor.Trouble.NO_BACKUP,)
        cv.backup.make(vault, "daily")


def test_no_vault_is_made_on_a_full_disk(small_disk: Path) -> None:
    with contextlib.suppress(OSError), (small_disk / "big").open("wb") as out:
        out.write(bytes(8 * 2**20 - 200_000))
        out.flush()
    with pytest.raises((cv.DiskFull, cv.DiskTrouble)):
        cv.create(small_disk / "v", PASSPHRASE, "Ada", matching="off", argon2=cv.FLOOR)
    assert [p.name for p in small_disk.iterdir()] == ["big"]


_LIMITED = """
import resource, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
import consentry_vault as cv
from vault_makers import PASSPHRASE, person
vault = cv.open_vault(Path(sys.argv[1]), PASSPHRASE)
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, resource.RLIM_INFINITY))
kept = 0
try:
    while True:
        with vault.write() as unit:
            unit.people.add(*(person(school="x" * 500) for _ in range(20)))
        kept += 20
except (cv.DiskFull, cv.DiskTrouble):
    pass
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
with vault.read() as unit:
    print(kept, unit.people.count())
with vault.write() as unit:
    unit.people.add(person())
vault.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits are POSIX's")
def test_a_disk_that_refuses_and_then_has_room_again(closed: Path) -> None:
    command = [sys.executable, "-c", _LIMITED, str(closed), str(Path(__file__).parent)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    kept, counted = map(int, done.stdout.split())
    assert kept == counted > 0
    with cv.open_vault(closed, PASSPHRASE) as vault, vault.read() as unit:
        assert unit.people.count() == kept + 1
