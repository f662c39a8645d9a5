"""Shared ground for the tests: Qt off-screen, one thread for OpenCV, the real photos where they are."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real photos; the test is skipped where it is absent."""
    if not DATA.is_dir():
        pytest.skip("the real photos (../shared/data) are not on this machine")
    return DATA
