"""The demo's school, open, for each test of Check photos."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from demo_batch import school_of
from office import PASSPHRASE, Office
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from consentry.services import vaults
from consentry.services.pool import WorkerPool
from consentry.ui import style
from consentry.ui.bridge import Bridge
from consentry.ui.context import UiContext
from consentry.ui.preferences import Preferences
from consentry.ui.runner import Runner


@pytest.fixture(scope="session")
def children() -> Iterator[WorkerPool]:
    """Worker children for all tests: starting them takes longer than most tests do."""
    with WorkerPool() as pool:
        yield pool


@pytest.fixture
def school(
    qtbot: QtBot,
    qapp: QApplication,
    children: WorkerPool,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Office]:
    """The demo's vault, open, for this test alone."""
    pattern = school_of(tmp_path_factory.getbasetemp() / "demo school")
    shutil.copytree(pattern / "vault", tmp_path / "vault")
    shutil.copytree(pattern / "taken", tmp_path / "taken")
    session = vaults.unlock(tmp_path / "vault", PASSPHRASE)
    session._workers = children
    style.apply(qapp, "light")
    runner = Runner()
    bridge = Bridge(session, runner)
    context = UiContext(session, runner, bridge, Preferences(tmp_path / "window.ini"))
    yield Office(qtbot, session, context, tmp_path)
    assert runner.finish()
    qtbot.waitUntil(lambda: not runner.busy)
    session._workers = None
    session.close()
    shiboken6.delete(runner)  # here and now, on this thread; a collection of garbage may run on any
