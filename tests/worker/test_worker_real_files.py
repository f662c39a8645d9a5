"""Every odd and hostile file of the shared set goes through the pool: no crash, no hang, held where it is
damaged."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from consentry.services.analysis import Analysis
from consentry.services.photo_jobs import Analyse
from consentry.services.pool import WorkerPool

LISTS = Path(__file__).resolve().parents[1] / "intake"


def rows(name: str) -> dict[str, list[str]]:
    lines = (LISTS / name).read_text(encoding="utf-8").splitlines()
    return {line.split("\t")[0]: line.split("\t")[1:] for line in lines}


@pytest.fixture(scope="module")
def analyses(shared_data: Path) -> dict[str, Analysis]:
    files: dict[str, Path] = {}
    for path in sorted(p for p in (shared_data / "files").rglob("*") if p.is_file()):
        files.setdefault(hashlib.sha256(path.read_bytes()).hexdigest(), path)
    with WorkerPool(2) as pool:
        found = {result.sha256: result for _, result in pool.map(Analyse(path) for path in files.values())}
    assert found.keys() == files.keys()
    return found


def settled() -> dict[str, str]:
    expected = {digest: row[0] for digest, row in rows("image_list.tsv").items()}
    return expected | {digest: row[0] for digest, row in rows("image_disputes.tsv").items()}


def test_sound_files_have_no_error_and_all_others_have_one(analyses: dict[str, Analysis]) -> None:
    wrong = []
    for digest, expected in settled().items():
        analysis = analyses.get(digest)
        if analysis is not None and (expected == "sound") != (analysis.error is None):
            wrong.append((digest, expected, analysis.error))
    assert wrong == []


def test_every_file_is_on_the_list_and_no_dispute_is_open(analyses: dict[str, Analysis]) -> None:
    assert analyses.keys() <= settled().keys()
    assert set(settled().values()) <= {"sound", "damaged", "held", "other"}


def test_a_photo_without_an_error_was_checked_on_every_frame(analyses: dict[str, Analysis]) -> None:
    checked = [a for a in analyses.values() if a.error is None]
    assert len(checked) > 400
    assert all(a.frames_checked == a.frames_declared for a in checked)
    assert sum(a.frames_declared > 1 for a in checked) > 30


def test_an_error_is_one_sentence_with_a_next_step_and_shows_no_face(analyses: dict[str, Analysis]) -> None:
    for analysis in analyses.values():
        if analysis.error is not None:
            assert analysis.error.startswith("This photo could not be checked: ")
            assert analysis.error.endswith(".")
            assert analysis.error.count(". ") == 0
            assert analysis.faces == ()


def test_no_child_failed_by_a_fault_of_ours(analyses: dict[str, Analysis]) -> None:
    faults = {a.error for a in analyses.values() if a.error and "the program" in a.error}
    assert faults == set()
