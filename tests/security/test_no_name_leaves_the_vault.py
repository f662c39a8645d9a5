"""500 invented names through the whole job: none is in any file it leaves, nor in the release folder."""

from __future__ import annotations

import base64
import csv
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from school_ground import CHANNEL, School


def _names(count: int) -> list[str]:
    """Surnames that nothing else holds by chance."""
    return [f"Zq{secrets.token_hex(5)}x" for _ in range(count)]


def _forms(name: str) -> Iterator[bytes]:
    """A name as UTF-8, UTF-16 and, whatever stands before it, base64 of either."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        raw = name.encode(encoding)
        yield raw
        for shift in range(3):
            whole = base64.b64encode(b"\0" * shift + raw)
            yield whole[4 : len(whole) - 4 if len(whole) > 12 else None]


def _files(*folders: Path) -> dict[Path, bytes]:
    return {p: p.read_bytes() for folder in folders for p in folder.rglob("*") if p.is_file()}


def _hits(files: dict[Path, bytes], names: list[str]) -> list[str]:
    forms = [form for name in names for form in _forms(name)]
    return [path.name for path, content in files.items() if any(form in content for form in forms)]


@pytest.fixture
def canary_roster(tmp_path: Path) -> tuple[Path, list[str]]:
    names = _names(500)
    sheet = tmp_path / "in" / "roster.csv"
    sheet.parent.mkdir()
    with sheet.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["Student Number", "Last Name", "First Name", "Grade", "Photo Permission"])
        for index, name in enumerate(names):
            answer = "No" if index == 1 else "Yes"
            rows.writerow([str(1001 + index), name, f"F{name}", "7", answer])
    return sheet, names


def test_no_name_is_in_any_file_of_a_whole_run(
    tmp_path: Path, canary_roster: tuple[Path, list[str]], school: School, passphrase_file: Path
) -> None:
    sheet, names = canary_roster
    home, temporary, vault, out = (tmp_path / part for part in ("home", "temporary", "vault", "out"))
    home.mkdir()
    temporary.mkdir()
    environment = {k: v for k, v in os.environ.items() if not k.startswith("XDG_")}
    environment |= {"HOME": str(home), "TMPDIR": str(temporary), "USERPROFILE": str(home)}

    def run(*args: str | Path) -> str:
        command = [sys.executable, "-m", "consentry", *map(str, args), "--passphrase-file", str(passphrase_file)]
        done = subprocess.run(command, env=environment, cwd=temporary, capture_output=True, text=True, check=False)
        assert done.returncode in {0, 1}, done.stderr
        assert not _hits({Path("stderr"): done.stderr.encode()}, names)
        return done.stdout

    on = ("--vault", vault)
    run("init", vault, "--user", "Ann")
    run("channel", "add", CHANNEL, "--authorised-by", "The Superintendent", *on)
    run("people", "import", sheet, "--evidence", "shelf 1", "--channels", "all", *on)
    run("people", "enrol", school.portraits, *on)
    told = run("check", school.photos, "--channel", CHANNEL, "--json", *on)
    assert '"verdict": "cleared"' in told
    assert '"person": "1002"' in told
    run("seen", *on)
    run("release", "--to", out, *on)
    assert list(out.glob("*.jpg"))
    assert not _hits(_files(vault, home, temporary), names)
    assert not _hits(_files(out), names)
    # The search itself can find: the sheet that went in holds every name.
    assert _hits(_files(sheet.parent), names[:1]) == ["roster.csv"]
