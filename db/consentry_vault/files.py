"""Writing files that only their owner may read, whole or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from consentry_vault.errors import from_os

FILE_MODE = 0o600
FOLDER_MODE = 0o700


@contextlib.contextmanager
def mended() -> Iterator[None]:
    """Turns a full disk or a missing right into its sentence; any other OSError passes as it is."""
    try:
        yield
    except OSError as error:
        sentence = from_os(error)
        if sentence is None:
            raise
        raise sentence from None


def make_folder(folder: Path) -> None:
    """Makes one folder, 0700 whatever the umask. Raises FileExistsError, NoPermission, DiskFull."""
    with mended():
        folder.mkdir(mode=FOLDER_MODE)
        folder.chmod(FOLDER_MODE)


def make_file(file: Path) -> None:
    """Makes an empty file, 0600 whatever the umask: SQLite gives a WAL the mode of its database."""
    with mended():
        handle = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE_MODE)
        with contextlib.suppress(AttributeError):
            os.fchmod(handle, FILE_MODE)
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Makes a rename in the folder outlast a power cut. Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_whole(file: Path, content: bytes) -> None:
    """Writes a file so that after a crash either the old or the new bytes are there.

    Raises NoPermission, DiskFull.
    """
    with _put_in_place(file) as out:
        out.write(content)


def copy_whole(source: Path, target: Path) -> None:
    """Copies a file as `write_whole` writes one, without holding it in memory."""
    with _put_in_place(target) as out, source.open("rb") as read:
        shutil.copyfileobj(read, out, 1 << 20)


@contextlib.contextmanager
def _put_in_place(file: Path) -> Iterator[IO[bytes]]:
    """A new file to write to, which takes the place of ``file`` in one step once it is written and on the disk."""
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    with mended():
        part.unlink(missing_ok=True)
        try:
            make_file(part)
            with part.open("r+b") as out:
                yield out
                out.flush()
                os.fsync(out.fileno())
            part.replace(file)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        sync_folder(file.parent)
