"""A confirmed face becomes a further reference only where that is asked for."""

from __future__ import annotations

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
