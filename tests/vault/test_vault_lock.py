"""One program at a time; a lock heals when its holder is gone; threads share a vault in peace."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from vault_makers import PASSPHRASE, person

import consentry_vault as cv
from consentry_vault.lock import Lock
from consentry_vault.vault import VaultClosedError

_HOLDER = """
import sys
from pathlib import Path
from consentry_vault.lock import Lock
from consentry_vault import VaultBusy
try:
    lock = Lock(Path(sys.argv[1]))
except VaultBusy as busy:
    print(busy, flush=True)
else:
    print("held", flush=True)
    sys.stdin.read()
"""


def holder(file: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _HOLDER, str(file)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def first_line(child: subprocess.Popen[str]) -> str:
    assert child.stdout is not None
    return child.stdout.readline().strip()


def end(child: subprocess.Popen[str]) -> None:
    child.kill()
    child.communicate()


def test_another_process_is_named_and_its_death_frees_the_vault(closed: Path) -> None:
    child = holder(closed / "lock")
    assert first_line(child) == "held"
    with pytest.raises(cv.VaultBusy, match=f"Process {child.pid} has this vault open; close it there first"):
        cv.open_vault(closed, PASSPHRASE)
    end(child)
    cv.open_vault(closed, PASSPHRASE).close()


def test_of_many_that_race_one_wins(closed: Path) -> None:
    children = [holder(closed / "lock") for _ in range(5)]
    said = [first_line(child) for child in children]
    winners = [child for child, line in zip(children, said, strict=True) if line == "held"]
    assert len(winners) == 1
    assert all("has this vault open" in line or "close it there" in line for line in said if line != "held")
    for child in children:
        end(child)


def test_a_hundred_races_of_threads_have_one_winner_each(closed: Path) -> None:
    def attempt(gate: threading.Barrier) -> Lock | None:
        gate.wait()
        try:
            return Lock(closed / "lock")
        except cv.VaultBusy:
            return None

    with ThreadPoolExecutor(4) as pool:
        for _ in range(100):
            gate = threading.Barrier(4)
            taken = [lock for lock in pool.map(attempt, [gate] * 4) if lock is not None]
            assert len(taken) == 1
            taken[0].release()


@pytest.mark.parametrize("left", [b"", b"{}", b"[1]", b"\xff\x00not json", b'{"pid": "x"}'])
def test_whatever_a_dead_holder_left_does_not_bar_the_vault(closed: Path, left: bytes) -> None:
    (closed / "lock").write_bytes(left)
    cv.open_vault(closed, PASSPHRASE).close()


def test_another_computers_hold_is_respected_and_there_is_a_way_out(closed: Path) -> None:
    (closed / "lock").write_text(json.dumps({"pid": 1, "host": "elsewhere", "started": 0}))
    with pytest.raises(cv.VaultBusy, match="delete the file named lock"):
        cv.open_vault(closed, PASSPHRASE)
    (closed / "lock").unlink()
    cv.open_vault(closed, PASSPHRASE).close()


def test_a_failed_opening_lets_go(closed: Path) -> None:
    with pytest.raises(cv.WrongPassphrase):
        cv.open_vault(closed, "not the right words")
    cv.open_vault(closed, PASSPHRASE).close()


def test_closing_twice_is_fine_and_afterwards_nothing_works(vault: cv.Vault) -> None:
    vault.close()
    vault.close()
    for ask in (vault.read, vault.write):
        with pytest.raises(VaultClosedError), ask():
            pass
    assert not list(vault.folder.glob("roster.db-*"))


def test_a_write_inside_a_write_says_so_instead_of_hanging(vault: cv.Vault) -> None:
    with vault.write(), pytest.raises(RuntimeError, match="hand it on"), vault.write():
        pass


def test_what_raises_leaves_nothing(vault: cv.Vault) -> None:
    def half_done() -> None:
        with vault.write() as unit:
            unit.people.add(person())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half_done()
    with vault.read() as unit:
        assert unit.people.count() == 0


def test_readers_see_whole_commits_while_a_writer_writes(vault: cv.Vault) -> None:
    """Each commit adds five people: no reader may ever count anything but a multiple of five."""
    done = threading.Event()

    def read() -> list[int]:
        counts = []
        while not done.is_set():
            with vault.read() as unit:
                before = unit.people.count()
                assert unit.people.count() == before == len(unit.people.all())
                counts.append(before)
        return counts

    def write() -> None:
        for _ in range(20):
            with vault.write() as unit:
                for _ in range(5):
                    unit.people.add(person())

    with ThreadPoolExecutor(6) as pool:
        readers = [pool.submit(read) for _ in range(3)]
        writers = [pool.submit(write) for _ in range(2)]
        try:
            for writer in writers:
                writer.result()
        finally:
            done.set()
        seen = [count for reader in readers for count in reader.result()]
    assert seen
    assert all(count % 5 == 0 for count in seen)
    with vault.read() as unit:
        assert unit.people.count() == 200


def test_a_reader_sees_the_moment_it_began(vault: cv.Vault) -> None:
    with vault.read() as old:
        assert old.people.count() == 0
        with vault.write() as unit:
            unit.people.add(person())
        assert old.people.count() == 0
    with vault.read() as new:
        assert new.people.count() == 1
