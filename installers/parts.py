"""What goes into the packaged program, and what stays out. `consentry.spec` asks here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from importlib import metadata, util
from pathlib import Path, PurePath

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

Row = tuple[str, str, str]  # PyInstaller's: where it goes in the package, where it comes from, of which kind

# Of OpenVINO's libraries: its core, what computes on the processor, the reader of ONNX, and the threads below.
# Left out: graphics and neural processors, the readers of other formats, and what spreads work over several
# devices or processors (we use one thread).
_OPENVINO = {"openvino", "openvino_intel_cpu_plugin", "openvino_arm_cpu_plugin", "openvino_onnx_frontend"}
_OPENVINO |= {"tbb", "tbb12"}
_LIBRARIES = 4  # of these, on every system
_LIBS = PurePath("openvino/libs")
_LIBRARY = re.compile(r"(?:lib)?(\w+)(?:\.\d+)*\.(?:dll|dylib|so)(?:\.\d+)*")

# Plugins of Qt that a desktop does not need: screens without a desktop, keyboards without one, the network, and
# GTK's dialogs, which would need all of GTK (the desktop's own dialogs come through its portal).
_QT_UNUSED = re.compile(
    r"/plugins/(egldeviceintegrations|generic|networkinformation|tls)/"
    r"|/plugins/(platforms/libq(eglfs|linuxfb|minimalegl|vkkhrdisplay|vnc)|platformthemes/libqgtk3)\b"
)
_QT_WORDS = re.compile(r"/translations/(?!qtbase_)\w+\.qm$")  # the window loads Qt's own words from qtbase alone
# A library at the top of the package; Python's own is loaded by the program's start.
_TOP = re.compile(r"lib(?!python)[^/]*\.so[^/]*$")
# What packing tools note about the machine they ran on.
_OF_THE_MACHINE = re.compile(r"\.dist-info/(direct_url|uv_build|uv_cache)\.json$")


def openvino(find: Callable[[str], list[Path]] | None = None) -> list[tuple[str, str]]:
    """OpenVINO's compiled part as (file, folder in the package) pairs; none where it is not installed.

    The files are taken as they lie, without the package's Python: `consentry_faces.network` runs none of it.
    Raises FileNotFoundError where it is installed but lacks what we need.
    """
    folders = (find or _folders)("openvino")
    if not folders:
        return []
    files = [p for folder in folders for p in sorted(folder.iterdir()) if p.name.startswith("_pyopenvino.")]
    libraries = [p for folder in folders for p in sorted((folder / "libs").iterdir()) if needed(p.name)]
    if len(files) != 1 or len(libraries) != _LIBRARIES:
        raise FileNotFoundError("OpenVINO's files are not where they were; look at installers/parts.py.")
    return [(str(files[0]), "openvino"), *((str(path), "openvino/libs") for path in libraries)]


def once(rows: Iterable[Row], *, link: bool) -> list[Row]:
    """``rows`` with OpenVINO's libraries in their own folder alone: the core looks for the others beside itself.

    PyInstaller adds those that others import to the package's top folder, too. ``link``: leave a link there, for
    macOS, where PyInstaller makes every file look there.
    """
    rows = list(rows)
    own = {PurePath(row[0]).name: PurePath(row[0]).as_posix() for row in rows if PurePath(row[0]).parent == _LIBS}
    links = [(name, place, "SYMLINK") for name, place in own.items() if link]
    return [row for row in rows if row[0] not in own] + links


def needed(name: str) -> bool:
    """Whether that file of OpenVINO's ``libs`` folder is packed."""
    found = _LIBRARY.fullmatch(name)
    return found is not None and found[1] in _OPENVINO


def strangers(program: str) -> list[str]:
    """The modules of every installed distribution that ``program`` does not require, directly or not.

    Without this, tests' and checkers' packages come along: some library tries to import them.
    """
    ours = required(program)
    owners = metadata.packages_distributions()
    return sorted(name for name, of in owners.items() if not ours & {canonicalize_name(one) for one in of})


def required(program: str) -> set[str]:
    """``program`` and all distributions that it requires on this system, by their canonical names."""
    seen: set[tuple[str, str]] = set()  # each with one extra, or with ""
    waiting = [(program, "")]
    while waiting:
        name, extra = waiting.pop()
        name = canonicalize_name(name)
        if (name, extra) in seen:
            continue
        seen.add((name, extra))
        for one in map(Requirement, metadata.requires(name) or ()):
            if one.marker is None or one.marker.evaluate({"extra": extra}):
                waiting += [(one.name, wish) for wish in ("", *one.extras)]
    return {name for name, _ in seen}


def wanted(row: Row) -> bool:
    """Whether this file stays in the package."""
    place = "/" + PurePath(row[0]).as_posix()
    return not any(pattern.search(place) for pattern in (_QT_UNUSED, _QT_WORDS, _OF_THE_MACHINE))


def still_used(rows: Iterable[Row], imports: Callable[[str], Iterable[str]]) -> list[Row]:
    """``rows`` without the libraries that only left-out plugins needed.

    A library at the top of the package is there because something imports it; ``imports`` gives the names of what
    a file imports. Everything in a folder, and every module, is there for itself.
    """
    rows = list(rows)
    top = {row[0]: row for row in rows if _TOP.match(row[0])}
    waiting = [row for row in rows if row[0] not in top]
    kept = {row[0] for row in waiting}
    while waiting:
        source = waiting.pop()
        for name in () if source[2] == "SYMLINK" else imports(source[1]):
            place = PurePath(name).name
            if place in top and place not in kept:
                kept.add(place)
                waiting.append(top[place])
    return [row for row in rows if row[0] in kept]


def _folders(package: str) -> list[Path]:
    found = util.find_spec(package)
    return [] if found is None else [Path(one) for one in found.submodule_search_locations or ()]
