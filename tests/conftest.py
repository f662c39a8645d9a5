"""Shared ground for the tests: Qt off-screen, one thread for OpenCV, the real photos where they are."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from school_ground import CHANNEL, PASSPHRASE, School

if TYPE_CHECKING:
    from consentry.services.session import Session

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real photos; the test is skipped where it is absent."""
    if not DATA.is_dir():
        pytest.skip("the real photos (../shared/data) are not on this machine")
    return DATA


@pytest.fixture(scope="session")
def school(tmp_path_factory: pytest.TempPathFactory) -> School:
    """The demo's school, made once."""
    from consentry.services.demo_photos import make_school

    made = make_school(tmp_path_factory.mktemp("school"))
    return School(made.roster, made.portraits, made.photos)


@pytest.fixture(scope="session")
def checked_vault(tmp_path_factory: pytest.TempPathFactory, school: School) -> Path:
    """A vault in which the demo's school was imported, enrolled and checked; copy it, do not open it."""
    from consentry.services import channels, checking, portraits, roster_import, vaults
    from consentry_policy.channels import ChannelKind
    from consentry_vault import FLOOR

    folder = tmp_path_factory.mktemp("checked") / "vault"
    with vaults.create(folder, PASSPHRASE, "Test designee", "everyone", argon2=FLOOR) as session:
        channels.add(session, CHANNEL, ChannelKind.SOCIAL, "The Superintendent")
        choices = roster_import.ImportChoices("the office's cabinet", None)
        roster_import.commit(session, roster_import.plan(session, school.roster, choices).run())
        portraits.enrol(session, school.portraits).run()
        checking.check(session, [school.photos], [CHANNEL]).run()
    return folder


@pytest.fixture
def vault_copy(checked_vault: Path, tmp_path: Path) -> Path:
    """The checked vault, a copy of one's own."""
    return Path(shutil.copytree(checked_vault, tmp_path / "vault"))


@pytest.fixture
def session(vault_copy: Path) -> Iterator[Session]:
    """An unlocked copy of the checked vault."""
    from consentry.services import vaults

    with vaults.unlock(vault_copy, PASSPHRASE) as opened:
        yield opened


@pytest.fixture
def passphrase_file(tmp_path: Path) -> Path:
    """The passphrase of all test vaults, on the first line of a file."""
    path = tmp_path / "passphrase"
    path.write_text(PASSPHRASE + "\n", encoding="utf-8")
    return path
