"""The three gallery modes: what each enrols, and that only "everyone" clears by itself."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import consentry_vault
from cli_runner import consentry, records
from consentry_vault import FLOOR
from school_ground import CHANNEL, PASSPHRASE, School


def checked(
    folder: Path, secret: Path, school: School, mode: str
) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    vault = folder / mode
    consentry_vault.create(vault, PASSPHRASE, "Ann", matching=mode, argon2=FLOOR).close()  # type: ignore[arg-type]
    on = ("--vault", vault, "--passphrase-file", secret)
    consentry("channel", "add", CHANNEL, "--authorised-by", "The Superintendent", *on)
    consentry("people", "import", school.roster, "--evidence", "shelf 1", "--channels", "all", *on)
    enrolled = records(consentry("people", "enrol", school.portraits, "--json", *on))[0]
    told = records(consentry("check", school.photos, "--channel", CHANNEL, "--json", *on))
    return enrolled, {r["photo"]: r for r in told}


@pytest.mark.parametrize("mode", ["off", "refused-only"])
def test_nothing_is_cleared_by_the_program_alone(
    tmp_path: Path, passphrase_file: Path, school: School, mode: str
) -> None:
    _, told = checked(tmp_path, passphrase_file, school, mode)
    assert "cleared" not in Counter(r["verdict"] for r in told.values())


def test_refused_only_enrols_and_blocks_those_without_consent(
    tmp_path: Path, passphrase_file: Path, school: School
) -> None:
    enrolled, told = checked(tmp_path, passphrase_file, school, "refused-only")
    assert {r["file"] for r in enrolled["refused"]} == {"1001.jpg", "1001_2.jpg"}
    assert told["07-refused.jpg"]["verdict"] == "blocked"
    people = {f["person"] for r in told.values() for f in r["faces"]}
    assert people == {None, "1002"}


def test_off_keeps_no_template_anywhere_and_still_finds_faces(
    tmp_path: Path, passphrase_file: Path, school: School
) -> None:
    enrolled, told = checked(tmp_path, passphrase_file, school, "off")
    assert "no face matching" in enrolled["error"]
    assert told["07-refused.jpg"]["faces"]
    assert {f["person"] for r in told.values() for f in r["faces"]} == {None}
    with (
        consentry_vault.open_vault(tmp_path / "off", PASSPHRASE) as vault,
        vault.read() as unit,
    ):
        faces = [face for rows in unit.faces.of_photos(unit.photos.ids()).values() for face in rows]
        assert faces
        assert all(face.template is None for face in faces)
        assert unit.portraits.all() == []


def test_with_off_a_reviewer_does_by_hand_what_matching_does(
    tmp_path: Path, passphrase_file: Path, school: School
) -> None:
    _, told = checked(tmp_path, passphrase_file, school, "off")
    on = ("--vault", tmp_path / "off", "--passphrase-file", passphrase_file)
    photo = told["02-mirrored.jpg"]
    face = next(f["face"] for f in photo["faces"] if f["state"] == "unknown")
    named = consentry(
        "decide", photo["id"], "--face", str(face), "--person", "1001", "--why", "I know her", "--json", *on
    )
    assert records(named)[0][0]["verdict"] == "cleared"
