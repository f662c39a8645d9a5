"""Whether a window can open here, found out before Qt is loaded: Qt itself ends the program where it cannot.

Windows and macOS always have a screen; elsewhere a display must be named and answer, and the part of Qt that draws
on it needs libraries of the system that a bare machine may lack.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import re
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

from consentry_policy.errors import MendableError

_OR_COMMANDS = "start Consentry from the desktop, or use its commands (`consentry --help`)."
_NO_SCREEN = f"There is no screen here to open the window on; {_OR_COMMANDS}"
_NO_ANSWER = f"The screen that is named here does not let Consentry in; {_OR_COMMANDS}"
_NOT_NAMED_BY_RULE = {"libglib-2.0.so.0": "libglib2.0-0"}


def need() -> None:
    """Raises MendableError where no window can open here, with what is missing."""
    if sys.platform in {"win32", "darwin"}:
        return
    troubles = [trouble(platform, os.environ, _plugins()) for platform in platforms(os.environ)]
    if all(troubles):
        raise MendableError(troubles[-1] if troubles else _NO_SCREEN)


def platforms(environ: Mapping[str, str]) -> list[str]:
    """What Qt would draw with, in the order it tries them: as it is told, else what a display is named for."""
    told = environ.get("QT_QPA_PLATFORM")
    if told:
        return [part.partition(":")[0] for part in told.split(";")]
    named = [("WAYLAND_DISPLAY", "wayland"), ("DISPLAY", "xcb")]
    return [platform for variable, platform in named if environ.get(variable)]


def trouble(platform: str, environ: Mapping[str, str], plugins: Path) -> str:
    """What keeps Qt from drawing with a platform, as one sentence; empty where nothing is known to."""
    if platform == "xcb" and not environ.get("DISPLAY"):
        return _NO_SCREEN
    lacking = lacking_library(plugins / f"libq{platform.partition('-')[0]}.so")
    if lacking:
        return (
            f"The window needs the library {lacking}, which this system lacks; install it (Debian and Ubuntu call "
            f"it {debian_package(lacking)}), or use the commands (`consentry --help`)."
        )
    lets_in = {"xcb": _x_lets_in, "wayland": _wayland_lets_in}.get(platform)
    return _NO_ANSWER if lets_in is not None and not lets_in(environ) else ""


def lacking_library(plugin: Path) -> str:
    """The file name of a library that a part of Qt needs and the system lacks; empty where there is none.

    Loading it is the one sure way to know, and costs nothing: it is loaded again, from memory, a moment later.
    """
    if not plugin.is_file():
        return ""  # packed in another way: Qt knows better
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        cause = error.__cause__ or error  # a packaged program puts words of its own before the system's
        named = re.match(r"([\w.+-]+\.so[\w.]*): cannot open shared object file", str(cause))
        return named[1] if named else ""
    return ""


def debian_package(library: str) -> str:
    """The package of a shared library: its name and version in lower case (Debian Policy 8.1)."""
    name, _, version = library.partition(".so.")
    between = "-" if name[-1:].isdigit() else ""
    return _NOT_NAMED_BY_RULE.get(library, f"{name}{between}{version}".lower())


def _plugins() -> Path:
    """Where the parts of Qt lie that draw on each kind of screen; Qt is not loaded for that."""
    found = importlib.util.find_spec("PySide6")
    places = list(found.submodule_search_locations or ()) if found is not None else []
    return Path(places[0] if places else ".") / "Qt" / "plugins" / "platforms"


def _x_lets_in(environ: Mapping[str, str]) -> bool:
    """Whether the X server named can be reached by this user; yes where that cannot be asked."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(environ["DISPLAY"].encode(), None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed


def _wayland_lets_in(environ: Mapping[str, str]) -> bool:
    """Whether the Wayland server named can be reached by this user: a socket in a folder of theirs."""
    if environ.get("WAYLAND_SOCKET"):
        return True  # a connection that is open already was handed over
    place = Path(environ.get("XDG_RUNTIME_DIR", ""), environ.get("WAYLAND_DISPLAY") or "wayland-0")
    with socket.socket(socket.AF_UNIX) as caller:
        return not caller.connect_ex(str(place))
