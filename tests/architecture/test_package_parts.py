"""What the packaged program is made of: OpenVINO's few files on every system, nothing it does not require."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "installers"))
parts = importlib.import_module("parts")

# The names in the folder `libs` of OpenVINO 2026.4.1's wheels.
_KINDS = ("ir", "onnx", "paddle", "pytorch", "tensorflow", "tensorflow_lite", "jax", "gguf")
_DEVICES = ("auto", "auto_batch", "hetero")
LIBS = {
    "linux": [
        *("libopenvino.so.2641", "libopenvino_c.so.2641", "cache.json", "tbb.pc"),
        *(f"libopenvino_{kind}_frontend.so.2641" for kind in _KINDS),
        *(f"libopenvino_{one}_plugin.so" for one in (*_DEVICES, "intel_cpu", "intel_gpu", "intel_npu")),
        *("libtbb.so.12", "libtbbbind_2_5.so.3", "libtbbmalloc.so.2", "libtbbmalloc_proxy.so.2", "libhwloc.so.15"),
    ],
    "windows": [
        *("openvino.dll", "openvino.lib", "openvino_c.dll", "openvino_c.lib", "cache.json"),
        *(f"openvino_{kind}_frontend.{end}" for kind in _KINDS for end in ("dll", "lib")),
        *(f"openvino_{one}_plugin.dll" for one in (*_DEVICES, "intel_cpu", "intel_gpu", "intel_npu")),
        *("openvino_intel_npu_compiler.dll", "openvino_intel_npu_compiler_loader.dll"),
        *("tbb12.dll", "tbb12.lib", "tbb12_debug.lib", "tbbbind_2_5.dll", "tbbmalloc.dll", "tbbmalloc_proxy.dll"),
    ],
    "macos": [
        *("libopenvino.2641.dylib", "libopenvino_c.2641.dylib", "tbb.pc", "libhwloc.dylib"),
        *(f"libopenvino_{kind}_frontend.2641.dylib" for kind in _KINDS),
        *(f"libopenvino_{one}_plugin.so" for one in (*_DEVICES, "arm_cpu")),
        *("libtbb.12.dylib", "libtbbbind_2_5.3.dylib", "libtbbmalloc.2.dylib", "libtbbmalloc_proxy.2.dylib"),
    ],
}
NEEDED = {
    "linux": {
        *("libopenvino.so.2641", "libopenvino_intel_cpu_plugin.so", "libopenvino_onnx_frontend.so.2641"),
        "libtbb.so.12",
    },
    "windows": {"openvino.dll", "openvino_intel_cpu_plugin.dll", "openvino_onnx_frontend.dll", "tbb12.dll"},
    "macos": {
        *("libopenvino.2641.dylib", "libopenvino_arm_cpu_plugin.so", "libopenvino_onnx_frontend.2641.dylib"),
        "libtbb.12.dylib",
    },
}
BINDING = {
    "linux": "_pyopenvino.cpython-311-x86_64-linux-gnu.so",
    "windows": "_pyopenvino.cp311-win_amd64.pyd",
    "macos": "_pyopenvino.cpython-311-darwin.so",
}


def laid_out(folder: Path, system: str) -> Path:
    """The package's folder as that system's wheel lays it out, every file empty."""
    (folder / "libs").mkdir(parents=True)
    (folder / "_pyopenvino").mkdir()  # the types, for checkers
    for name in ("__init__.py", "_ov_api.py", BINDING[system], *(f"libs/{one}" for one in LIBS[system])):
        (folder / name).touch()
    return folder


@pytest.mark.parametrize("system", LIBS)
def test_of_openvino_only_what_computes_on_the_processor_is_packed(system: str, tmp_path: Path) -> None:
    folder = laid_out(tmp_path / "openvino", system)
    packed = {(Path(file).name, place) for file, place in parts.openvino(lambda _: [folder])}
    assert packed == {(BINDING[system], "openvino"), *((name, "openvino/libs") for name in NEEDED[system])}


@pytest.mark.parametrize("system", LIBS)
def test_an_openvino_that_has_moved_its_files_stops_the_packing(system: str, tmp_path: Path) -> None:
    folder = laid_out(tmp_path / "openvino", system)
    (folder / "libs" / min(NEEDED[system])).unlink()
    with pytest.raises(FileNotFoundError, match="not where they were"):
        parts.openvino(lambda _: [folder])


def test_where_there_is_no_openvino_the_program_is_packed_without() -> None:
    """As on a Mac with an Intel processor."""
    assert parts.openvino(lambda _: []) == []


@pytest.mark.skipif(not parts.openvino(), reason="OpenVINO is not installed")
def test_the_openvino_installed_here_has_what_is_packed() -> None:
    assert [Path(file).is_file() for file, _ in parts.openvino()] == [True] * 5


def test_openvinos_libraries_lie_in_their_own_folder_alone() -> None:
    rows = [
        ("openvino/libs/libopenvino.2641.dylib", "a", "BINARY"),
        ("libopenvino.2641.dylib", "a", "BINARY"),
        ("libz.dylib", "b", "BINARY"),
    ]
    assert parts.once(rows, link=False) == [rows[0], rows[2]]
    linked = ("libopenvino.2641.dylib", "openvino/libs/libopenvino.2641.dylib", "SYMLINK")
    assert parts.once(rows, link=True) == [rows[0], rows[2], linked]


def test_what_tests_and_checks_need_is_no_part_of_the_program() -> None:
    left_out = set(parts.strangers("consentry"))
    assert {"pytest", "mypy", "hypothesis", "skimage"} <= left_out
    assert not left_out & {"numpy", "cv2", "typer", "PySide6", "sqlcipher3", "consentry_vault", "mako"}


def test_what_is_required_with_an_extra_or_on_another_system_is_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, requires in {
        "school": ["paper[lined]", "chalk; sys_platform == 'nowhere'", "flute; extra == 'music'"],
        "paper": ["pulp", "ruler; extra == 'lined'", "glitter; extra == 'festive'"],
        "pulp": ["School"],
        "ruler": [],
    }.items():
        about = tmp_path / f"{name}-1.0.dist-info"
        about.mkdir()
        lines = [f"Name: {name}", "Version: 1.0", *(f"Requires-Dist: {one}" for one in requires)]
        (about / "METADATA").write_text("\n".join(["Metadata-Version: 2.1", *lines, ""]))
    monkeypatch.syspath_prepend(str(tmp_path))
    assert parts.required("school") == {"school", "paper", "pulp", "ruler"}


@pytest.mark.parametrize(
    ("place", "stays"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqwayland.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqxdgdesktopportal.so", True),
        ("PySide6/plugins/tls/qschannelbackend.dll", False),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/Qt/translations/qtbase_es.qm", True),
        ("PySide6/Qt/translations/qt_help_es.qm", False),
        ("consentry-0.1.0.dist-info/METADATA", True),
        ("consentry-0.1.0.dist-info/direct_url.json", False),
    ],
)
def test_what_a_desktop_does_not_need_stays_out(place: str, stays: bool) -> None:
    assert parts.wanted((place, "somewhere", "BINARY")) is stays


def test_a_library_goes_with_the_last_that_needs_it() -> None:
    rows = [
        ("platforms/libqxcb.so", "xcb", "BINARY"),
        ("libxcb.so.1", "libxcb", "BINARY"),
        ("libXau.so.6", "libXau", "BINARY"),
        ("libgtk.so.3", "libgtk", "BINARY"),
        ("libpango.so.1", "libpango", "BINARY"),
        ("libpython3.11.so.1.0", "python", "BINARY"),
    ]
    imports = {"xcb": ["libxcb.so.1", "libc.so.6"], "libxcb": ["libXau.so.6"], "libgtk": ["libpango.so.1"]}
    kept = [row[0] for row in parts.still_used(rows, lambda file: imports.get(file, []))]
    assert kept == ["platforms/libqxcb.so", "libxcb.so.1", "libXau.so.6", "libpython3.11.so.1.0"]
