"""A real vault for each test, copied from one that was made once: stretching a passphrase takes its time."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from vault_makers import PASSPHRASE, Made

import consentry_vault as cv
from consentry_vault import envelope, header
from consentry_vault.envelope import Opened
from consentry_vault.lock import Lock


@pytest.fixture(scope="session")
def _pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pattern") / "vault"
    cv.create(folder, PASSPHRASE, "Ada Example", matching="everyone", argon2=cv.FLOOR).close()
    return folder


@pytest.fixture
def closed(_pattern: Path, tmp_path: Path) -> Path:
    """The folder of a vault nobody has open."""
    folder = tmp_path / "vault"
    shutil.copytree(_pattern, folder)
    return folder


@pytest.fixture(scope="session")
def _opened(_pattern: Path) -> Opened:
    return envelope.unlock(header.read(_pattern / "header"), PASSPHRASE)


@pytest.fixture
def vault(closed: Path, _opened: Opened) -> Iterator[cv.Vault]:
    """An open vault; its passphrase was stretched once for all tests."""
    with cv.Vault(closed, header.read(closed / "header"), _opened, Lock(closed / "lock")) as opened:
        yield opened


@pytest.fixture
def made(vault: cv.Vault) -> Made:
    """An open vault with a person, a photo and a face in it."""
    return Made.in_vault(vault)
