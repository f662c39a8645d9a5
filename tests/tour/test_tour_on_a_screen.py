"""The tour of the window on a virtual screen, with the platform that a user has."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

TOUR = Path(__file__).with_name("tour.py")


@pytest.fixture
def display() -> Iterator[str]:
    """A screen of its own, as Xvfb gives it."""
    xvfb = shutil.which("Xvfb")
    if xvfb is None:
        pytest.skip("Xvfb is not installed; on Debian: apt-get install xvfb")
    read, write = os.pipe()
    command = [xvfb, "-displayfd", str(write), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def test_the_main_job_from_an_empty_disk_to_a_release(display: str, tmp_path: Path) -> None:
    pictures = tmp_path / "pictures"
    environment = os.environ | {
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "CONSENTRY_SCREENSHOTS": os.environ.get("CONSENTRY_SCREENSHOTS", str(pictures)),
    }
    command = [sys.executable, "-m", "pytest", str(TOUR), "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:]
    taken = list(Path(environment["CONSENTRY_SCREENSHOTS"]).glob("*.png"))
    assert len(taken) >= 14
