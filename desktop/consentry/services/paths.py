"""Which files a user means by the files and folders they give."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from consentry_policy.errors import MendableError

# What cameras, phones and operating systems leave beside photos.
_BESIDE = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})

_NUMBERS = re.compile("([0-9]+)")
_BYTES = "bytes:"  # no absolute path begins so
_UNSEEN = {"Cc", "Cs", "Zl", "Zp"}  # controls, halves of characters, line and paragraph ends
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # what turns the reading direction


def shown(name: str) -> str:
    """A file's name as a screen and the vault can hold it: what is no character, or would steer a terminal or turn
    the line around, is "\ufffd".
    """
    whole = os.fsencode(name).decode("utf-8", "replace")
    return "".join("\ufffd" if unicodedata.category(c) in _UNSEEN or c in _TURNS else c for c in whole)


def kept(path: Path) -> str:
    """A path as text that the vault can hold; `place` gives the path back, even where its bytes are no UTF-8."""
    text = str(path)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return _BYTES + os.fsencode(path).hex()
    return text


def place(text: str) -> Path:
    """The path that `kept` turned into this text."""
    return Path(os.fsdecode(bytes.fromhex(text.removeprefix(_BYTES))) if text.startswith(_BYTES) else text)


def files_in(paths: Iterable[Path], unread: list[Path] | None = None) -> list[Path]:
    """The files given, and all files below the folders given, in a stable order; a link is not followed out.

    A folder that cannot be read goes to ``unread``; where no such list is given, it is an error. Hidden files and
    what operating systems leave beside photos are passed over. Raises MendableError where a path does not exist or
    nothing is left.
    """
    found: dict[Path, None] = {}
    missed: list[Path] = [] if unread is None else unread
    for path in paths:
        try:
            if path.is_dir():
                found |= dict.fromkeys(_below(path, missed))
                continue
            there = path.is_file()
        except OSError:
            raise MendableError(
                "One of the files or folders given may not be read; ask for the right to read it, or copy it here."
            ) from None
        if not there:
            raise MendableError("One of the files or folders given is not there; check its name and try again.")
        found[path.absolute()] = None
    if missed and (unread is None or not found):
        raise MendableError(
            "A folder in what was given may not be read; ask for the right to read it, or leave it out."
        )
    if not found:
        raise MendableError("There is no file in what was given; choose a folder with photos in it.")
    return list(found)


def in_order(name: str) -> list[tuple[int, int, str]]:
    """What file names are sorted by: IMG_9 comes before IMG_10, as file managers show them."""
    parts = _NUMBERS.split(name.casefold())
    return [(0, int(part), part) if at % 2 else (1, 0, part) for at, part in enumerate(parts) if part]


def _below(folder: Path, unread: list[Path]) -> Iterable[Path]:
    def note(error: OSError) -> None:
        unread.append(Path(error.filename))

    inside: list[Path] = []
    for at, folders, names in os.walk(folder.absolute(), onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".")]
        inside += [Path(at, name) for name in names if not name.startswith(".")]
    for path in sorted(inside, key=lambda p: [in_order(part) for part in p.parts]):
        if path.name.casefold() not in _BESIDE and path.is_file() and not path.is_symlink():
            yield path
