"""A confirmed face becomes a further reference only where that is asked for."""

from __future__ import annotations

import json
from pathlib import Path

from cli_runner import consentry
from school_ground import School


def test_a_face_is_kept_with_its_answer_or_the_reason_is_said(
    vault_copy: Path, passphrase_file: Path, school: School
) -> None:
    on = ("--vault", vault_copy, "--passphrase-file", passphrase_file, "--why", "I know her")
    photo = school.photos / "07-refused.jpg"
    early = consentry("decide", photo, "--face", "1", "--keep", *on)
    assert early.exit_code == 2
    assert "say so first" in early.output
    assert consentry("decide", photo, "--face", "1", "--person", "1002", "--keep", *on).exit_code in {0, 1}
    far = school.photos / "05-too-far-away.jpg"
    poor = consentry("decide", far, "--face", "1", "--person", "1001", "--keep", *on)
    assert poor.exit_code == 2
    assert "too small or too blurred" in poor.output


def test_a_kept_face_is_taken_back(vault_copy: Path, passphrase_file: Path, school: School) -> None:
    on = ("--vault", vault_copy, "--passphrase-file", passphrase_file, "--why", "I know her")
    face = (school.photos / "07-refused.jpg", "--face", "1")
    assert consentry("decide", *face, "--person", "1002", "--keep", *on).exit_code in {0, 1}
    assert consentry("decide", *face, "--unkeep", *on).exit_code in {0, 1}
    again = consentry("decide", *face, "--unkeep", *on)
    assert again.exit_code == 2
    assert "nothing to take back" in again.output
    log = json.loads(consentry("audit", "list", *on[:4], "--json").output)
    assert "took back a face kept as a reference" in {entry["what"] for entry in log}
