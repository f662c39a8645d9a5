"""Which files a user means by the files and folders they give."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from consentry_policy.errors import MendableError

# What cameras, phones and operating systems leave beside photos.
_BESIDE = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})

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


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files given, and all files below the folders given, in a stable order; a link is not followed out.

    Hidden files and what operating systems leave beside photos are passed over. Raises MendableError where a path
    does not exist or nothing is left.
    """
    found: dict[Path, None] = {}
    for path in paths:
        try:
            if path.is_dir():
                found |= dict.fromkeys(_below(path))
                continue
            there = path.is_file()
        except OSError:
            raise MendableError(
                "One of the files or folders given may not be read; ask for the right to read it, or copy it here."
            ) from None
        if not there:
            raise MendableError("One of the files or folders given is not there; check its name and try again.")
        found[path.absolute()] = None
    if not found:
        raise MendableError("There is no file in what was given; choose a folder with photos in it.")
    return list(found)


def _below(folder: Path) -> Iterable[Path]:
    inside = sorted(folder.absolute().rglob("*"), key=lambda p: [part.casefold() for part in p.parts])
    for path in inside:
        hidden = any(part.startswith(".") for part in path.relative_to(folder.absolute()).parts)
        if not hidden and path.name.casefold() not in _BESIDE and path.is_file() and not path.is_symlink():
            yield path
