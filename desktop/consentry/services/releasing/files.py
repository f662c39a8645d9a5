"""A release folder is whole or absent: everything is written beside it and then moved into place at once."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from consentry_policy.errors import MendableError


def place_for(folder: Path, day: date, release_id: str) -> Path:
    """Where a release goes: the folder itself where it is new or empty, else a new folder inside it.

    Always a whole path: on record one that is relative would lead nowhere later. Raises MendableError.
    """
    folder = folder.absolute()
    try:
        if folder.exists() and not folder.is_dir():
            raise MendableError("There is a file where the release should go; choose a folder.")
        if not folder.exists() or not any(folder.iterdir()):
            return folder
    except OSError as error:
        raise _sentence(error) from None
    return folder / f"release-{day.isoformat()}-{release_id[:6]}"


class Staging:
    """A hidden folder beside the place of a release, gone unless it was moved there."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.folder = place.parent / f".consentry-{secrets.token_hex(6)}"
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            self.folder.mkdir()
        except OSError as error:
            raise _sentence(error) from None

    def write(self, files: Mapping[str, bytes]) -> None:
        """Write files to the disk itself. Raises MendableError; nothing is left then after `discard`."""
        try:
            for name, content in files.items():
                with (self.folder / name).open("xb") as file:
                    file.write(content)
                    file.flush()
                    os.fsync(file.fileno())
        except OSError as error:
            raise _sentence(error) from None

    def remove(self, name: str) -> None:
        """Take a written file out again. Raises MendableError."""
        try:
            (self.folder / name).unlink()
        except OSError as error:
            raise _sentence(error) from None

    def publish(self) -> None:
        """Move the whole folder into place; never over anything that is there."""
        try:
            if self.place.is_dir():
                self.place.rmdir()  # it was empty when the release began; anything in it now stops us here
            self.folder.rename(self.place)
        except OSError as error:
            raise _sentence(error) from None

    def discard(self) -> None:
        """Leave nothing behind; does nothing after `publish`."""
        shutil.rmtree(self.folder, ignore_errors=True)


def _sentence(error: OSError) -> MendableError:
    import errno

    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return MendableError("The disk is full and nothing was released; free some space and release again.")
    if error.errno in {errno.ENOTEMPTY, errno.EEXIST}:
        return MendableError("Something came into the release folder meanwhile; choose another folder.")
    return MendableError("The release folder cannot be written; choose another folder.")
