"""Which files are meant by what a user gives, and in which order."""

from __future__ import annotations

from pathlib import Path

from consentry.services.paths import files_in, in_order

NAMES = ["1 team.jpg", "02 team.jpg", "10 team.jpg", "IMG_2.jpg", "img_9.jpg", "IMG_10.jpg", "Ärztin.jpg"]


def test_a_folder_is_read_in_the_order_its_user_sees(tmp_path: Path) -> None:
    for name in reversed(NAMES):
        (tmp_path / name).write_bytes(b"")
    for folder in ("day 10", "day 9"):
        (tmp_path / "later" / folder).mkdir(parents=True)
        (tmp_path / "later" / folder / "a.jpg").write_bytes(b"")
    names = [str(path.relative_to(tmp_path).as_posix()) for path in files_in([tmp_path])]
    assert [name for name in names if "/" not in name] == NAMES
    assert [name for name in names if "/" in name] == ["later/day 9/a.jpg", "later/day 10/a.jpg"]


def test_any_name_has_its_place() -> None:
    names = ["", "7", "x", "²", "٣", "9" * 255, "-1", ".", "a\udce4b"]
    assert sorted(names, key=in_order)[0] == ""
    assert len(sorted(names, key=in_order)) == len(names)
