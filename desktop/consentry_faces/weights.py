"""The networks' weights: where the files lie, and that they are the ones we measured.

A file is looked for in a folder of the user's or the installer's first (the argument, or the environment variable
CONSENTRY_MODELS), then inside the installed package that carries it, or among the program's own data. That package
is located, never imported: it is only a carrier of files. Every load hashes the file against
``resources/models/manifest.toml``.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from consentry_policy import resources
from consentry_policy.errors import MendableError
from consentry_policy.sentences import Sentence, say

FOLDER_VARIABLE = "CONSENTRY_MODELS"
OWN_EMBEDDER = "arcface-112"  # the kind of a user's embedder: an aligned 112x112 face in, a template out
_MAX_BYTES = 1 << 30  # no face network is near a gigabyte; a larger file is a mistake
_SHA256 = re.compile(r"[0-9a-f]{64}")
# Templates are kept as of "name:hash", so a colon could make one embedder's pass for another's.
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._ -]{0,63}")
_ENGINES = frozenset({"standard", "face_recognition", "none"})  # "none": a child that looks for no faces
_Content = bytes


class WeightsError(MendableError):
    """A model file is missing, altered or unusable: one sentence with the next step."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the manifest: what a file must be, and which package carries it (None: none does)."""

    name: str
    file: str
    sha256: str
    licence: str
    origin: str
    package: str | None = None
    inside: str = ""
    kind: str = ""  # "" for the program's own, else OWN_EMBEDDER


@dataclass(frozen=True, slots=True)
class Weights:
    """One checked file: ``bytes`` is its whole content, the very bytes that were hashed."""

    name: str
    path: Path
    bytes: _Content
    sha256: str
    licence: str
    origin: str


def load(name: str, folder: Path | None = None) -> Weights:
    """Read and check the weights ``name``.

    Raises WeightsError when the manifest has no such name, or the file is missing, unreadable or altered.
    """
    entry = entry_of(name, folder)
    found = next((p for p in _places(entry, folder) if p.is_file()), None)
    if found is None:
        raise WeightsError(
            say("The model file {file} is missing; {remedy}.", file=entry.file, remedy=_remedy(entry))
        )
    try:
        if found.stat().st_size > _MAX_BYTES:
            raise WeightsError(
                say("The model file {file} is larger than 1 GB; {remedy}.", file=entry.file, remedy=_remedy(entry))
            )
        content = found.read_bytes()
    except OSError as error:
        raise WeightsError(
            say("The model file {file} cannot be read; {remedy}.", file=entry.file, remedy=_remedy(entry))
        ) from error
    digest = hashlib.sha256(content).hexdigest()
    if digest != entry.sha256:
        raise WeightsError(
            say("The model file {file} is altered or damaged; {remedy}.", file=entry.file, remedy=_remedy(entry))
        )
    return Weights(entry.name, found, content, digest, entry.licence, entry.origin)


def entry_of(name: str, folder: Path | None = None) -> Entry:
    """The manifest's row for ``name``. Raises WeightsError when there is none."""
    for entry in manifest(folder):
        if entry.name == name:
            return entry
    raise WeightsError(
        say(
            'No model is called "{name}"; add it to the manifest of your model folder, or choose another.',
            name=name,
        )
    )


def manifest(folder: Path | None = None) -> tuple[Entry, ...]:
    """All rows: the program's own, then those of a ``manifest.toml`` in the model folder.

    Raises WeightsError when that file cannot be understood or claims a name of the program's own.
    """
    own = tuple(_entries(resources.read_text("models/manifest.toml")))
    place = _folder(folder)
    listed = None if place is None else place / "manifest.toml"
    if listed is None or not listed.is_file():
        return own
    try:
        added = tuple(_entries(listed.read_text(encoding="utf-8"), trusted=False))
    except (OSError, UnicodeDecodeError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise WeightsError(
            "The manifest.toml of the model folder cannot be understood; correct it or remove it."
        ) from error
    names = [entry.name for entry in own + added]
    if len(set(names)) != len(names):
        raise WeightsError(
            "The manifest.toml of the model folder uses a name twice; give each model its own name."
        )
    return own + added


def _entries(text: str, *, trusted: bool = True) -> Iterator[Entry]:
    for row in tomllib.loads(text)["weights"]:
        entry = Entry(**{key: str(value) for key, value in row.items()})
        if not _SHA256.fullmatch(entry.sha256) or Path(entry.file).name != entry.file:
            raise ValueError("a manifest row needs a plain file name and a SHA-256")
        if not trusted and (entry.package is not None or not entry.licence or not entry.kind):
            raise ValueError("a row of one's own names a file of the folder, its licence and its kind")
        if not trusted and (not _NAME.fullmatch(entry.name) or entry.name in _ENGINES):
            raise ValueError("a name of one's own is plain, and no engine's of the program")
        yield entry


def _places(entry: Entry, folder: Path | None) -> Iterator[Path]:
    place = _folder(folder)
    if place is not None:
        yield place / entry.file
    if entry.package is None and not entry.kind:  # the program's own; a user's row always has a kind
        yield resources.path("models") / entry.file
    if entry.package is not None:
        spec = importlib.util.find_spec(entry.package)
        for root in (spec.submodule_search_locations if spec is not None else None) or ():
            yield Path(root) / entry.inside / entry.file


def _folder(folder: Path | None) -> Path | None:
    if folder is not None:
        return folder
    named = os.environ.get(FOLDER_VARIABLE)
    return Path(named) if named else None


def _remedy(entry: Entry) -> Sentence:
    if entry.kind:
        return Sentence("put the file that its manifest row describes into the model folder")
    return Sentence("install Consentry again, or put the original file into your model folder")
