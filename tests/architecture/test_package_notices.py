"""The packaged program says whose work it contains, with each licence's own words."""

from __future__ import annotations

import importlib
import re
import sys
from importlib import metadata
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "installers"))
notices = importlib.import_module("notices")


def file_of(distribution: str, name: str) -> Path:
    """An installed file."""
    found = metadata.distribution(distribution)
    return next(Path(str(found.locate_file(one))) for one in found.files or () if one.name == name)


@pytest.fixture(scope="module")
def said() -> str:
    """For a package of four files, and our own; the packer itself is not installed where the tests run."""
    files = [
        file_of("pyside6-essentials", "QtCore.pyi"),
        file_of("pillow-heif", "heif.py"),
        file_of("sqlcipher3", "dbapi2.py"),
        file_of("rich", "table.py"),
        Path(__file__),
    ]
    return str(notices.notices(files, ()))


def test_each_work_is_named_with_its_version_and_licence(said: str) -> None:
    listed = said[said.index("Programs and libraries") : said.index("\nNetworks\n")].split("\n")[3:]
    names = [line.partition(" ")[0] for line in listed if line]
    assert names == ["Python", "pillow_heif", "PySide6_Essentials", "rich", "sqlcipher3"]
    assert f"rich {metadata.version('rich')}: MIT" in listed


@pytest.mark.parametrize(
    "words",
    [
        "GNU LESSER GENERAL PUBLIC LICENSE\n                       Version 3",  # Qt's
        "GNU GENERAL PUBLIC LICENSE\n                       Version 3",  # which that is an addition to
        "GNU GENERAL PUBLIC LICENSE\n                       Version 2",  # libx265's
        "Copyright (c) 2008-2025, ZETETIC LLC",
        "Copyright (c) 2020 Will McGugan",
        "Copyright (c) 2019 Star-Clouds",
        "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2",
    ],
)
def test_the_licences_own_words_are_there_once(said: str, words: str) -> None:
    assert said.count(words) == 1


def test_every_network_is_named(said: str) -> None:
    for model in ("centerface.onnx", "face_detection_yunet_2023mar_int8bq.onnx"):
        assert f"{model}: MIT" in said


def test_a_work_without_its_licence_stops_the_packing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    about = tmp_path / "orphan-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: orphan\nVersion: 1.0\nLicense: MIT\n")
    (about / "RECORD").write_text("orphan.py,,\norphan-1.0.dist-info/METADATA,,\n")
    (tmp_path / "orphan.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(notices.NoticesError, match="orphan is in the package without its licence"):
        notices.notices([tmp_path / "orphan.py"], ())


def test_what_is_of_the_machine_is_named_by_file_alone(tmp_path: Path) -> None:
    stray = tmp_path / "libstray.so.1"
    stray.touch()
    said = notices.notices([stray], ())
    assert "libstray.so.1" in said
    assert str(tmp_path) not in said


@pytest.mark.skipif(not Path("/var/lib/dpkg/status").is_file(), reason="this is no Debian")
def test_on_debian_the_systems_libraries_come_with_their_words() -> None:
    library = next(path for path in Path("/lib").glob("*-linux-gnu/libz.so.1"))
    said = notices.notices([library], ())
    assert re.search(r"^zlib1g \(libz\.so\.1[.\d]*\) \S+: see below$", said, re.MULTILINE)
    assert "Jean-loup Gailly" in said
