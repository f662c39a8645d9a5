"""Two people who are known to all: enrol both, refuse one, and his photos are blocked by the program alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli_runner import consentry, records
from school_ground import CHANNEL

OBAMA, BIDEN = "1", "2"
HIS = [  # every photo of the first that does not serve as his portrait
    "examples/knn_examples/test/obama1.jpg",
    "examples/knn_examples/test/obama_and_biden.jpg",
    "examples/two_people.jpg",
    "examples/obama_small.jpg",
    "examples/obama-720p.jpg",
    "test_images/obama.jpg",
    "test_images/obama2.jpg",
    "test_images/obama3.jpg",
    "test_images/obama_partial_face.jpg",
    "test_images/obama_partial_face2.jpg",
]
OTHERS = ["test_images/biden.jpg", "examples/alex-lacamoire.png", "examples/lin-manuel-miranda.png"]


@pytest.fixture(scope="module")
def verdicts(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    figures = shared_data / "public_figures" / "face_recognition"
    work = tmp_path_factory.mktemp("figures")
    secret = work / "passphrase"
    secret.write_text("four plain test words\n", encoding="utf-8")
    sheet = work / "roster.csv"
    sheet.write_text(
        "Student Number,Last Name,First Name,Photo Permission\n1,Obama,Barack,No\n2,Biden,Joe,Yes\n",
        encoding="utf-8",
    )
    portraits = work / "portraits"
    portraits.mkdir()
    for number, name in ((OBAMA, "obama"), (BIDEN, "biden")):
        for k, source in enumerate(sorted((figures / "examples/knn_examples/train" / name).iterdir()), start=1):
            (portraits / f"{number}_{k}.jpg").write_bytes(source.read_bytes())
    on = ("--vault", work / "vault", "--passphrase-file", secret)
    consentry("init", work / "vault", "--user", "Ann", "--passphrase-file", secret)
    consentry("channel", "add", CHANNEL, "--authorised-by", "The Superintendent", *on)
    consentry("people", "import", sheet, "--evidence", "shelf 1", "--channels", "all", *on)
    enrolled = records(consentry("people", "enrol", portraits, "--json", *on))[0]
    assert enrolled["without"] == 0
    photos = [figures / name for name in HIS + OTHERS]
    told = records(consentry("check", *photos, "--channel", CHANNEL, "--json", *on))
    return dict(zip(HIS + OTHERS, told, strict=True))


@pytest.mark.parametrize("name", HIS)
def test_a_photo_of_the_one_who_refused_is_blocked(verdicts: dict[str, dict[str, object]], name: str) -> None:
    told = verdicts[name]
    reasons = told["reasons"]
    assert isinstance(reasons, list)
    assert told["verdict"] == "blocked"
    assert OBAMA in {r["person"] for r in reasons}


def test_the_other_is_not_taken_for_him(verdicts: dict[str, dict[str, object]]) -> None:
    for name in OTHERS:
        faces = verdicts[name]["faces"]
        assert isinstance(faces, list)
        assert OBAMA not in {face["person"] for face in faces}, name
        assert verdicts[name]["verdict"] != "blocked", name
