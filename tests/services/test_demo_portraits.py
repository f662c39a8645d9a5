"""The demo's two portraits: found in a checkout and in the packaged program, missed with the next step."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path

import pytest
from numpy.testing import assert_array_equal

from consentry.services import demo_photos
from consentry_policy.errors import MendableError

FILES = {"skimage": "data/astronaut.png", "matplotlib": "mpl-data/sample_data/grace_hopper.jpg"}


def test_the_portraits_are_found_where_only_their_files_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in the packaged program: folders with one file each, and no package."""
    usual = demo_photos.portraits()
    for package, inside in FILES.items():
        found = importlib.util.find_spec(package)
        assert found is not None
        assert found.origin is not None
        (tmp_path / package / inside).parent.mkdir(parents=True)
        shutil.copy(Path(found.origin).parent / inside, tmp_path / package / inside)
    only(tmp_path, monkeypatch)
    for one, other in zip(demo_photos.portraits(), usual, strict=True):
        assert_array_equal(one, other)


def test_without_the_portraits_the_next_step_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only(tmp_path, monkeypatch)
    with pytest.raises(MendableError, match="--extra demo"):
        demo_photos.portraits()


def only(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Packages are looked for in that folder alone."""
    monkeypatch.setattr(sys, "path", [str(folder)])
    for package in FILES:
        monkeypatch.delitem(sys.modules, package, raising=False)
