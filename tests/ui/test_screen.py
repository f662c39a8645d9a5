"""Where no window can open, the user is told so in one sentence; Qt would end the program with a core dump."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from consentry.ui import screen
from school_ground import School

pytestmark = pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="there is always a screen here")

ABOUT_SCREENS = {"DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM"}


def _consentry(*args: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """A command in a process of its own, on a machine without a screen but for ``environ``."""
    bare = {name: value for name, value in os.environ.items() if name not in ABOUT_SCREENS}
    return subprocess.run(
        [sys.executable, "-m", "consentry", *args],
        env=bare | environ,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def _plugins() -> Path:
    qt = find_spec("PySide6")
    assert qt is not None
    assert qt.origin is not None
    return Path(qt.origin).parent / "Qt" / "plugins" / "platforms"


def test_without_a_screen_the_window_is_refused_in_one_sentence() -> None:
    told = _consentry("open")
    assert told.returncode == 2
    assert told.stdout == ""
    assert told.stderr.count("\n") == 1
    assert "There is no screen here" in told.stderr
    assert "`consentry --help`" in told.stderr


def test_a_screen_that_nobody_answers_for_is_told_the_same_way(tmp_path: Path) -> None:
    told = _consentry("open", XDG_RUNTIME_DIR=str(tmp_path), DISPLAY="unix:4711", WAYLAND_DISPLAY="gone")
    assert told.returncode == 2
    assert told.stderr.count("\n") == 1
    assert "does not let Consentry in" in told.stderr


def test_the_demo_without_a_screen_is_done_all_the_same(school_of_one_photo: list[str]) -> None:
    told = _consentry("demo", *school_of_one_photo)
    assert told.returncode == 0
    assert "There is no screen here" in told.stdout


@pytest.fixture
def school_of_one_photo(school: School, tmp_path: Path) -> list[str]:
    """The demo's own options, with one photo for speed."""
    photo = school.photos / "02-mirrored.jpg"
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / photo.name).write_bytes(photo.read_bytes())
    places = {"--photos": tmp_path / "photos", "--portraits": school.portraits, "--roster": school.roster}
    return [part for option, place in places.items() for part in (option, str(place))]


def test_qt_is_tried_with_what_is_named_and_as_it_is_told() -> None:
    assert screen.platforms({}) == []
    assert screen.platforms({"DISPLAY": ":0", "QT_QPA_PLATFORM": ""}) == ["xcb"]
    assert screen.platforms({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}) == ["wayland", "xcb"]
    assert screen.platforms({"DISPLAY": ":0", "QT_QPA_PLATFORM": "wayland;vnc:size=1x1"}) == ["wayland", "vnc"]


def test_a_wayland_server_that_answers_is_enough(tmp_path: Path) -> None:
    environ = {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "w"}
    nowhere = tmp_path / "no plugins"
    assert screen.trouble("wayland", environ, nowhere)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "w"))
        server.listen()
        assert screen.trouble("wayland", environ, nowhere) == ""


def test_a_screen_that_needs_no_display_is_no_trouble() -> None:
    assert screen.trouble("offscreen", {}, _plugins()) == ""


def test_a_library_that_the_system_lacks_is_named_with_its_package(tmp_path: Path) -> None:
    """Qt's own part for X, in which the name of the library it needs is one that no system has."""
    beside = _plugins().parents[1] / "lib"
    if not (beside / "libQt6XcbQpa.so.6").is_file():
        pytest.skip("Qt is packed in another way here")
    (tmp_path / "lib").mkdir()
    for library in beside.iterdir():
        (tmp_path / "lib" / library.name).symlink_to(library)
    part = tmp_path / "lib" / "libQt6XcbQpa.so.6"
    content = part.read_bytes()
    assert b"libxcb-cursor.so.0" in content
    part.unlink()
    part.write_bytes(content.replace(b"libxcb-cursor.so.0", b"libxcb-absent.so.0"))
    plugin = tmp_path / "plugins" / "platforms" / "libqxcb.so"
    plugin.parent.mkdir(parents=True)
    plugin.write_bytes((_plugins() / plugin.name).read_bytes())
    asked = "from pathlib import Path; import sys; from consentry.ui import screen; "
    asked += "print(screen.trouble('xcb', {'DISPLAY': ':0'}, Path(sys.argv[1])))"
    told = subprocess.run(  # a process of its own: what is loaded once is never looked for again
        [sys.executable, "-c", asked, str(plugin.parent)], capture_output=True, text=True, timeout=60, check=True
    ).stdout
    assert "needs the library libxcb-absent.so.0" in told
    assert "call it libxcb-absent0)" in told
    assert "`consentry --help`" in told


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libGL.so.1", "libgl1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
    ],
)
def test_a_library_has_the_package_that_the_readme_names(library: str, package: str) -> None:
    readme = Path(__file__).resolve().parents[2] / "README.md"
    assert screen.debian_package(library) == package
    assert package in readme.read_text(encoding="utf-8").split()
