"""The demo's school: two public-domain portraits (NASA; US Navy) and what can be made of them.

The portraits come from the packages of the extra ``demo``; the names in the roster are invented.
"""

from __future__ import annotations

import csv
import importlib.util
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from consentry_policy.errors import MendableError
from consentry_policy.sentences import say

Bgr = npt.NDArray[np.uint8]

_CANVAS = (1200, 1600)  # height, width in px
_GRANTED, _REFUSED = "1001", "1002"


@dataclass(frozen=True, slots=True)
class DemoSchool:
    """Where the demo's parts were written."""

    roster: Path
    portraits: Path
    photos: Path


def _package_file(package: str, inside: str) -> Path:
    spec = importlib.util.find_spec(package)
    # In the packaged program the folder holds the portrait alone, and no package that could be imported.
    folders = (spec.submodule_search_locations if spec is not None else None) or ()
    found = next((path for folder in folders if (path := Path(folder) / inside).is_file()), None)
    if found is None:
        raise MendableError(
            "The demo's portraits are not installed; run `uv run --extra demo consentry demo`, "
            "or give your own with --photos, --portraits and --roster."
        )
    return found


def _read(path: Path) -> Bgr:
    image = cv2.imdecode(np.frombuffer(path.read_bytes(), np.uint8), cv2.IMREAD_COLOR)
    if image is None:
        raise MendableError(
            say("The demo's portrait {name} cannot be read; install the extra `demo` again.", name=path.name)
        )
    return np.asarray(image, np.uint8)


def _jpeg(path: Path, image: Bgr) -> None:
    path.write_bytes(cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, 92])[1].tobytes())


def portraits() -> tuple[Bgr, Bgr]:
    """The two portraits, the head and shoulders of each: the astronaut (NASA) and the admiral (US Navy)."""
    astronaut = _read(_package_file("skimage", "data/astronaut.png"))[:400, 60:420]
    admiral = _read(_package_file("matplotlib", "mpl-data/sample_data/grace_hopper.jpg"))[20:440, 60:460]
    return np.ascontiguousarray(astronaut), np.ascontiguousarray(admiral)


def _backdrop(seed: int) -> Bgr:
    """A wall: a soft gradient with grain, so that nothing in it looks like a face."""
    rng = np.random.default_rng(seed)
    height, width = _CANVAS
    ramp = np.linspace(0, 40, height, dtype=np.float32)[:, None, None]
    tint = rng.uniform(90, 170, 3).astype(np.float32)
    grain = rng.normal(0, 4, (height, width, 3)).astype(np.float32)
    scene: Bgr = np.clip(tint + ramp + grain, 0, 255).astype(np.uint8)
    return scene


def _place(scene: Bgr, person: Bgr, centre: tuple[float, float], height: float, roll: float = 0.0) -> Bgr:
    """``person`` on ``scene``: ``centre`` in shares of its size, ``height`` in px, ``roll`` in degrees."""
    scale = height / person.shape[0]
    middle = (person.shape[1] / 2, person.shape[0] / 2)
    turn = cv2.getRotationMatrix2D(middle, -roll, scale)
    turn[:, 2] += (centre[0] * scene.shape[1] - middle[0], centre[1] * scene.shape[0] - middle[1])
    size = (scene.shape[1], scene.shape[0])
    moved = cv2.warpAffine(person, turn, size, flags=cv2.INTER_AREA)
    mask = cv2.warpAffine(np.full(person.shape[:2], 255, np.uint8), turn, size, flags=cv2.INTER_NEAREST)
    placed: Bgr = np.where(mask[:, :, None] > 0, moved, scene).astype(np.uint8)
    return placed


def _shade(image: Bgr, gain: float) -> Bgr:
    shaded: Bgr = np.clip(image.astype(np.float32) * gain, 0, 255).astype(np.uint8)
    return shaded


def _scenes() -> dict[str, Bgr]:
    granted, refused = portraits()
    mirrored = np.ascontiguousarray(granted[:, ::-1])
    return {
        "01-alone.jpg": _place(_backdrop(1), granted, (0.5, 0.55), 900),
        "02-mirrored.jpg": _place(_backdrop(2), mirrored, (0.4, 0.5), 700),
        "03-dark.jpg": _shade(_place(_backdrop(3), granted, (0.6, 0.5), 800), 0.35),
        "04-far-away.jpg": _place(_backdrop(4), granted, (0.7, 0.6), 190),
        "05-too-far-away.jpg": _place(_backdrop(5), granted, (0.3, 0.6), 75),
        "06-rolled.jpg": _place(_backdrop(6), granted, (0.5, 0.5), 640, roll=35),
        "07-refused.jpg": _place(_backdrop(7), refused, (0.5, 0.5), 800),
        "08-together.jpg": _place(_place(_backdrop(8), granted, (0.3, 0.5), 700), refused, (0.72, 0.5), 700),
        "09-refused-small.jpg": _place(_backdrop(9), refused, (0.25, 0.4), 260),
        "10-at-the-game.jpg": _place(_place(_backdrop(10), refused, (0.35, 0.5), 600), granted, (0.75, 0.55), 500),
        "11-nobody.jpg": _backdrop(11),
    }


def make_school(folder: Path) -> DemoSchool:
    """Write portraits, a roster sheet and a dozen candidate photos below ``folder``. Raises MendableError."""
    school = DemoSchool(folder / "roster.csv", folder / "portraits", folder / "photos")
    for made in (school.portraits, school.photos):
        made.mkdir(parents=True, exist_ok=True)
    granted, refused = portraits()
    for number, portrait in ((_GRANTED, granted), (_REFUSED, refused)):
        _jpeg(school.portraits / f"{number}.jpg", portrait)
        _jpeg(school.portraits / f"{number}_2.jpg", _shade(np.ascontiguousarray(portrait[:, ::-1]), 0.85))
    for name, scene in _scenes().items():
        _jpeg(school.photos / name, scene)
    whole = (school.photos / "01-alone.jpg").read_bytes()
    (school.photos / "12-broken.jpg").write_bytes(whole[: len(whole) // 2])
    with school.roster.open("w", newline="", encoding="utf-8") as sheet:
        rows = csv.writer(sheet)
        rows.writerow(["Student Number", "Last Name", "First Name", "Grade", "Photo Permission"])
        rows.writerow([_GRANTED, "Lindqvist", "Maja", "11", "Yes"])
        rows.writerow([_REFUSED, "Okafor", "Tess", "12", "No"])
        rows.writerow(["1003", "Bergström", "Nils", "10", ""])
    return school
