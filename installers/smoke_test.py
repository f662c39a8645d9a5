"""Does the packaged program work? Looks into its folder, runs the main job with it, and opens its window.

python installers/smoke_test.py dist/consentry/consentry
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

import psutil

_WORKER = "--consentry-worker"
_WINDOW_SECONDS = 10.0  # a window that cannot open has ended by then
_VERDICTS = {
    "01-alone.jpg": "cleared",
    "07-refused.jpg": "blocked",
    "08-together.jpg": "blocked",
    "11-nobody.jpg": "review",  # whether anyone is in it is a person's to say
    "12-broken.jpg": "review",
}  # of the demo; what they are of the others is the tests' to say
# Nothing of this machine's Python may help the program.
_ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL"))}


class FailedError(Exception):
    """What the packaged program does not do."""


def main() -> int:
    """Try each thing; 0 where all work."""
    program = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as name:
        for trial in (
            _has_its_licences,
            _runs_the_quick_networks,
            _checks_a_photo,
            _runs_the_demo,
            _opens_its_window,
        ):
            try:
                trial(program, Path(name))
            except FailedError as error:
                sys.stderr.write(f"{trial.__name__[1:].replace('_', ' ')}: no. {error}\n")
                return 1
            sys.stdout.write(f"{trial.__name__[1:].replace('_', ' ')}: yes\n")
    sys.stdout.write("The packaged program works.\n")
    return 0


def _has_its_licences(program: Path, _folder: Path) -> None:
    for file, words in (("LICENSE", "Apache License"), ("THIRD-PARTY-NOTICES.txt", "sqlcipher3")):
        path = program.parent / file
        if not path.is_file() or words not in path.read_text(encoding="utf-8"):
            raise FailedError(f"{file} is missing or says nothing of {words}")


def _runs_the_quick_networks(program: Path, _folder: Path) -> None:
    """A worker that has loaded its engine has OpenVINO in it, and all of it from the package."""
    with subprocess.Popen(
        [program, _WORKER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=_ENVIRONMENT
    ) as worker:
        assert worker.stdin is not None
        assert worker.stdout is not None
        length = int.from_bytes(worker.stdout.read(8)[4:], "big")  # as in consentry_intake.wire
        hello = worker.stdout.read(length)
        files = _mapped(worker.pid)
        worker.stdin.close()
    if b'"ready"' not in hello:
        raise FailedError(hello.decode(errors="replace") or "the worker ended before it could work")
    quick = [Path(file) for file in files if "openvino" in Path(file).name]
    if not quick and not (sys.platform == "darwin" and platform.machine() == "x86_64"):
        raise FailedError("the networks are run by OpenCV, at half the speed")
    if not all(file.is_relative_to(program.parent) for file in quick):
        raise FailedError("OpenVINO was not taken from the package")


def _mapped(pid: int) -> list[str]:
    """The files in a process's memory."""
    if sys.platform == "darwin":  # psutil cannot say it there
        told = subprocess.run(["lsof", "-p", str(pid), "-Fn"], capture_output=True, text=True, check=True)  # noqa: S607
        return [line[1:] for line in told.stdout.splitlines() if line.startswith("n/")]
    return [part.path for part in psutil.Process(pid).memory_maps()]


def _checks_a_photo(program: Path, folder: Path) -> None:
    secret = folder / "passphrase"
    secret.write_text("four plain smoke words\n", encoding="utf-8")
    photo = folder / "wall.bmp"
    photo.write_bytes(_grey_bmp(320, 240))
    on = ["--vault", str(folder / "vault"), "--passphrase-file", str(secret)]
    _run(program, "init", str(folder / "vault"), "--user", "Smoke", "--passphrase-file", str(secret))
    _run(program, "channel", "add", "Yearbook", "--authorised-by", "Smoke", *on)
    checked = _run(program, "check", str(photo), "--channel", "Yearbook", "--json", *on, expected=1)
    told = json.loads(checked)
    if (told["verdict"], told["error"]) != ("review", None):
        raise FailedError(checked)


def _runs_the_demo(program: Path, _folder: Path) -> None:
    """The whole job, with faces: a grant clears, a refusal blocks, a damaged file is held."""
    lines = [json.loads(line) for line in _run(program, "demo", "--no-window", "--json").splitlines()]
    told = {row["photo"]: row["verdict"] for row in lines}
    wrong = {file: told.get(file) for file, verdict in _VERDICTS.items() if told.get(file) != verdict}
    if wrong:
        raise FailedError(f"these verdicts are wrong: {wrong}")


def _opens_its_window(program: Path, folder: Path) -> None:
    environment = _ENVIRONMENT | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [program, "open", str(folder / "vault")], stderr=subprocess.PIPE, env=environment
    ) as window:
        try:
            window.wait(_WINDOW_SECONDS)
        except subprocess.TimeoutExpired:
            window.kill()
            return
        said = window.stderr.read().decode(errors="replace") if window.stderr else ""
    raise FailedError(f"it ended with {window.returncode}: {said}")


def _run(program: Path, *arguments: str, expected: int = 0) -> str:
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False, env=_ENVIRONMENT)
    if done.returncode != expected:
        raise FailedError(f"{arguments[0]} ended with {done.returncode}: {done.stdout}{done.stderr}")
    return done.stdout


def _grey_bmp(width: int, height: int) -> bytes:
    """A wall without a face: an uncompressed BMP of a gentle ramp."""
    rows = b"".join(bytes([90 + y * 80 // height]) * (3 * width) for y in range(height))
    size = 54 + len(rows)
    head = b"BM" + size.to_bytes(4, "little") + bytes(4) + (54).to_bytes(4, "little")
    info = (40).to_bytes(4, "little") + width.to_bytes(4, "little") + height.to_bytes(4, "little")
    info += (1).to_bytes(2, "little") + (24).to_bytes(2, "little") + bytes(24)
    return head + info + rows


if __name__ == "__main__":
    sys.exit(main())
