"""A real vault for each test, copied from one that was made once: stretching a passphrase takes its time."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from vault_makers import PASSPHRASE, Made

import consentry_vault as cv


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


@pytest.fixture
def vault(closed: Path) -> Iterator[cv.Vault]:
    """An open vault."""
    with cv.open_vault(closed, PASSPHRASE) as opened:
        yield opened


@pytest.fixture
def made(vault: cv.Vault) -> Made:
    """An open vault with a person, a photo and a face in it."""
    return Made.in_vault(vault)
