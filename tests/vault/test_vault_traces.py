"""No name, answer or face of the roster stands readable in any file: open, killed, closed, backed up."""

from __future__ import annotations

import base64
import os
import random
import signal
import string
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from vault_makers import PASSPHRASE

import consentry_vault as cv

_WRITER = """
import sys, uuid
from pathlib import Path
sys.path.insert(0, sys.argv[2])
import consentry_vault as cv
from vault_makers import PASSPHRASE, consent, face, person, photo, AT, new_id
names = Path(sys.argv[3]).read_text().split()
vault = cv.open_vault(Path(sys.argv[1]), PASSPHRASE)
with vault.write() as unit:
    for n, name in enumerate(names):
        who = person(last_name=name, first_name=name[::-1], number=name + "9", school=name)
        unit.people.add(who)
        unit.consents.add(consent(who.id, unit.consents.next_sequence(), note=name, signer=name))
        if n % 25 == 0:
            marked = (name * 200).encode()
            portrait = cv.PortraitRow(new_id(), who.id, marked, "standard", "aa", "bb", AT)
            unit.portraits.add(portrait, crop=marked)
            picture = photo(file_name=name + ".jpg", source_path="/pictures/" + name)
            unit.photos.add_or_get(picture)
            unit.photos.set_thumbnail(picture.id, marked)
            unit.faces.add(face(picture.id, template=marked), crop=marked)
with vault.write() as unit:  # deletions and a sort too large for the cache leave nothing either
    for row in unit.portraits.all()[:10]:
        unit.portraits.remove(row.id)
    unit.people.all()
cv.add_user(vault, "another four invented words", names[0], cv.Role.CLERK)
cv.backup.make(vault, "asked")
with vault.write() as unit:
    unit.people.update(person(id=unit.people.all()[0].id, last_name=names[1] + names[2]))
print("written", flush=True)
sys.stdin.readline()
vault.close()
print("closed", flush=True)
"""


def canaries() -> list[str]:
    chance = random.Random(6)
    return ["".join(chance.choices(string.ascii_letters, k=12)) for _ in range(500)]


def _base64_cores(plain: bytes) -> Iterator[bytes]:
    """What of ``plain`` stands in a base64 text that holds it at any of the three alignments."""
    for shift in range(3):
        text = base64.b64encode(b"\0" * shift + plain)
        yield text[-(-shift * 4 // 3) + (1 if shift else 0) : len(plain) * 4 // 3 - 2]


def needles(names: list[str]) -> list[bytes]:
    found = []
    for name in names:
        for form in {name, name.casefold(), name[::-1]}:
            found += [
                form.encode(),
                form.encode("utf-16-le"),
                form.encode("utf-16-be"),
                form.encode().hex().encode(),
            ]
            found += _base64_cores(form.encode())
    return found


def hits(folder: Path, names: list[str]) -> list[tuple[str, bytes]]:
    """Every needle in every file: found by its first eight bytes, looked at in whole."""
    wanted: dict[int, list[bytes]] = {}
    for needle in needles(names):
        wanted.setdefault(int.from_bytes(needle[:8], "little"), []).append(needle)
    keys = np.array(sorted(wanted), np.uint64)
    found = []
    for file in (f for f in folder.rglob("*") if f.is_file()):
        content = file.read_bytes()
        for shift in range(8):
            words = np.frombuffer(content, "<u8", max(0, (len(content) - shift) // 8), shift if content else 0)
            at = np.flatnonzero(np.isin(words, keys))
            for start in at * 8 + shift:
                those = wanted[int.from_bytes(content[start : start + 8], "little")]
                found += [(str(file), n) for n in those if content.startswith(n, start)]
    return found


@pytest.fixture
def names() -> list[str]:
    return canaries()


def start(closed: Path, names: list[str]) -> subprocess.Popen[str]:
    """The writer with its home and temporary folder beside the vault, so that all it writes is looked at."""
    place = closed.parent
    listing = place.with_name(f"{place.name}-names")
    listing.write_text(" ".join(names))
    (place / "tmp").mkdir()
    inherited = {k: v for k, v in os.environ.items() if k in {"PATH", "LD_LIBRARY_PATH", "COVERAGE_PROCESS_START"}}
    env = {**inherited, "TMPDIR": str(place / "tmp"), "SQLITE_TMPDIR": str(place / "tmp"), "HOME": str(place)}
    command = [sys.executable, "-c", _WRITER, str(closed), str(Path(__file__).parent), str(listing)]
    child = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=env,
        cwd=place,
    )
    assert child.stdout is not None
    line = child.stdout.readline()
    assert line == "written\n", child.communicate()[1]
    return child


def test_nothing_is_readable_while_open_and_after_closing(closed: Path, names: list[str]) -> None:
    child = start(closed, names)
    assert {"roster.db-wal", "roster.db-shm"} <= {f.name for f in closed.iterdir()}
    assert hits(closed.parent, names) == []
    out, err = child.communicate("go\n")
    assert (out, err) == ("closed\n", "")
    assert hits(closed.parent, names) == []
    assert not list(closed.glob("roster.db-*"))
    with cv.open_vault(closed, PASSPHRASE) as vault, vault.read() as unit:
        assert unit.people.count() == len(names)


def test_nothing_is_readable_after_a_kill(closed: Path, names: list[str]) -> None:
    child = start(closed, names)
    child.send_signal(signal.SIGKILL)
    child.communicate()
    assert (closed / "roster.db-wal").stat().st_size > 0
    assert hits(closed.parent, names) == []
    with cv.open_vault(closed, PASSPHRASE) as vault, vault.read() as unit:
        assert unit.people.count() == len(names)
        assert cv.doctor.examine(vault).troubles == ()


def test_the_search_finds_what_is_there(tmp_path: Path, names: list[str]) -> None:
    forms = [names[3].encode(), names[4].encode("utf-16-le"), base64.b64encode(b"x" + names[5].encode() + b"yz")]
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "leak").write_bytes(b"...".join(forms))
    assert min(len(needle) for needle in needles(names)) >= 8
    found = hits(tmp_path, names)
    assert {names[3].encode(), names[4].encode("utf-16-le")} <= {needle for _, needle in found}
    assert len(found) >= 3
