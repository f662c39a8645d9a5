"""Which files a user means by the files and folders they give."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from consentry_policy.errors import MendableError

# What cameras, phones and operating systems leave beside photos.
_BESIDE = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files given, and all files below the folders given, in a stable order; a link is not followed out.

    Hidden files and what operating systems leave beside photos are passed over. Raises MendableError where a path
    does not exist or nothing is left.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            found |= dict.fromkeys(_below(path))
        elif path.is_file():
            found[path.absolute()] = None
        else:
            raise MendableError("One of the files or folders given is not there; check its name and try again.")
    if not found:
        raise MendableError("There is no file in what was given; choose a folder with photos in it.")
    return list(found)


def _below(folder: Path) -> Iterable[Path]:
    inside = sorted(folder.absolute().rglob("*"), key=lambda p: [part.casefold() for part in p.parts])
    for path in inside:
        hidden = any(part.startswith(".") for part in path.relative_to(folder.absolute()).parts)
        if not hidden and path.name.casefold() not in _BESIDE and path.is_file() and not path.is_symlink():
            yield path
