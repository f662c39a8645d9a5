"""A crop, typed: the refused student is left out of the copy, and what was cut off comes back with one word."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from cli_runner import consentry, records
from school_ground import CHANNEL, School

On = tuple[str | Path, ...]


@pytest.fixture
def on(vault_copy: Path, passphrase_file: Path) -> On:
    return ("--vault", vault_copy, "--passphrase-file", passphrase_file)


@pytest.fixture
def together(school: School) -> Path:
    return school.photos / "08-together.jpg"


def decide(on: On, photo: Path, *said: str) -> dict[str, Any]:
    told = consentry("decide", photo, *said, "--why", "her mother said no", "--json", *on)
    assert told.exit_code == 0, told.stderr
    record: dict[str, Any] = json.loads(told.stdout)[0]
    return record


def number_of(on: On, photo: Path, person: str) -> str:
    told = records(consentry("check", photo, "--channel", CHANNEL, "--json", *on))[0]
    assert told["crop"] is None
    return str(next(f["face"] for f in told["faces"] if f["person"] == person))


def test_cropping_the_one_refused_face_out_lets_a_cut_copy_out(on: On, together: Path, tmp_path: Path) -> None:
    cut = decide(on, together, "--leave-out", number_of(on, together, "1002"))
    assert cut["verdict"] == "review"
    assert {r["code"] for r in cut["reasons"]} == {"student-left-out"}
    assert {f["person"]: f["left_out"] for f in cut["faces"] if f["person"]} == {"1001": False, "1002": True}
    assert decide(on, together, "--attest", "nothing-identifies")["verdict"] == "cleared"
    assert consentry("seen", together, *on).exit_code == 0
    released = json.loads(consentry("release", together, "--to", tmp_path / "out", "--json", *on).stdout)
    assert released["copies"] == 1, released["held"]
    copy = next((tmp_path / "out").glob("*.jpg"))
    with Image.open(copy) as image:
        assert image.size == tuple(cut["crop"][2:])
    assert json.loads(consentry("verify", copy, "--json", *on).stdout)["status"] == "may be used"
    found = records(consentry("check", copy, "--channel", CHANNEL, "--json", *on))[0]
    assert (found["verdict"], {f["person"] for f in found["faces"] if f["person"]}) == ("cleared", {"1001"})
    consentry("people", "set", "1002", "--protected", "court order", *on)
    recalled = json.loads(consentry("takedown", "list", "--json", *on).stdout)["recalls"]
    assert [r["person"] for r in recalled] == []


def test_a_designees_word_is_taken_back_by_one_undo(on: On, together: Path) -> None:
    decide(on, together, "--leave-out", number_of(on, together, "1002"))
    assert decide(on, together, "--attest", "nothing-identifies")["verdict"] == "cleared"
    assert "a word on a whole photo (2 at once)" in consentry("undo", *on).stdout
    assert consentry("undo", *on).stdout.strip() == "Taken back: cropped."


def test_a_crop_said_in_pixels_is_told_undone_and_taken_off(on: On, together: Path) -> None:
    told = consentry("decide", together, "--crop", "0,0,800,900", "--why", "closer", *on)
    assert told.exit_code == 0
    assert "cut to 800 x 900 of 1600 x 1200 pixels, from 0,0" in " ".join(told.stdout.split())
    assert consentry("undo", *on).stdout.strip() == "Taken back: cropped."
    assert decide(on, together, "--mark", "premises")["crop"] is None
    assert decide(on, together, "--crop", "0,0,800,900", "--unmark", "premises")["crop"] == [0, 0, 800, 900]
    off = decide(on, together, "--uncrop")
    assert off["crop"] is None
    assert "premises" in {r["code"] for r in off["reasons"]}  # taken off for what the crop showed only


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (("--crop", "0,0,800"), "A crop is four numbers: --crop x,y,w,h in pixels."),
        (("--crop", "0,0,9000,900"), "make it smaller"),
        (("--crop", "0,0,10,10"), "make it larger"),
        (("--leave-out", "99"), "Say which face with --leave-out; the faces of this photo are: 1"),
        (("--draw", "1,2"), "A drawn face is four numbers: --draw x,y,w,h in pixels."),
    ],
)
def test_a_slip_is_refused_in_one_sentence(on: On, together: Path, said: tuple[str, ...], told: str) -> None:
    result = consentry("decide", together, *said, "--why", "x", *on)
    assert result.exit_code == 2
    assert told in " ".join(result.stderr.split())
