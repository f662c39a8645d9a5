"""What goes wrong is said in one sentence with the next step; nothing is half-written, nothing is cleared."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from cli_runner import consentry, records
from school_ground import CHANNEL, School


@pytest.fixture
def on(vault_copy: Path, passphrase_file: Path) -> tuple[str | Path, ...]:
    return ("--vault", vault_copy, "--passphrase-file", passphrase_file)


def _one_sentence(text: str) -> bool:
    text = text.strip()
    return text.endswith(".") and "Traceback" not in text and len(text.splitlines()) == 1


def test_a_wrong_passphrase_is_told_from_damage(vault_copy: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong"
    wrong.write_text("four other test words\n", encoding="utf-8")
    result = consentry("people", "list", "--vault", vault_copy, "--passphrase-file", wrong)
    assert result.exit_code == 2
    assert "passphrase is wrong" in result.stderr
    assert _one_sentence(result.stderr)


def test_a_damaged_header_says_restore(vault_copy: Path, passphrase_file: Path) -> None:
    header = vault_copy / "header"
    content = bytearray(header.read_bytes())
    content[len(content) // 2] ^= 1
    header.write_bytes(content)
    result = consentry("people", "list", "--vault", vault_copy, "--passphrase-file", passphrase_file)
    assert result.exit_code == 2
    assert "damaged" in result.stderr
    assert header.read_bytes() == bytes(content)  # left as it is


def test_no_vault_there(tmp_path: Path, passphrase_file: Path) -> None:
    result = consentry("people", "list", "--vault", tmp_path / "none", "--passphrase-file", passphrase_file)
    assert result.exit_code == 2
    assert "no vault in this folder" in result.stderr
    assert _one_sentence(result.stderr)


def test_a_vault_is_never_made_over_something(tmp_path: Path, passphrase_file: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "letter.txt").write_text("keep me", encoding="utf-8")
    result = consentry("init", folder, "--user", "Ann", "--passphrase-file", passphrase_file)
    assert result.exit_code == 2
    assert [p.name for p in folder.iterdir()] == ["letter.txt"]


def test_an_unknown_channel_says_which_there_are(on: tuple[str | Path, ...], school: School) -> None:
    result = consentry("check", school.photos, "--channel", "Facebock", *on)
    assert result.exit_code == 2
    assert CHANNEL in result.stderr


def test_an_empty_list_of_channels_says_how_to_add_one(
    tmp_path: Path, passphrase_file: Path, school: School
) -> None:
    vault = tmp_path / "new"
    consentry("init", vault, "--user", "Ann", "--passphrase-file", passphrase_file)
    on = ("--vault", vault, "--passphrase-file", passphrase_file)
    for command in (
        ("check", school.photos, "--channel", "all"),
        ("people", "import", school.roster, "--channels", "all"),
    ):
        result = consentry(*command, *on)
        assert result.exit_code == 2
        assert "consentry channel add" in result.stderr


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("colour,size\nred,3\n", "header"),
        ("", "empty"),
    ],
)
def test_a_sheet_with_no_usable_column_imports_nobody(
    on: tuple[str | Path, ...], tmp_path: Path, content: str, said: str
) -> None:
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(content, encoding="utf-8")
    before = consentry("people", "list", "--json", *on).stdout
    result = consentry("people", "import", sheet, "--evidence", "x", "--channels", "all", *on)
    assert result.exit_code == 2
    assert said in result.stderr
    assert _one_sentence(result.stderr)
    assert consentry("people", "list", "--json", *on).stdout == before


def test_two_people_with_one_number_are_both_listed_and_neither_taken(
    on: tuple[str | Path, ...], tmp_path: Path
) -> None:
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(
        "Student Number,Last Name,First Name,Photo Permission\n"
        "2001,Ames,Ida,Yes\n2001,Boll,Uwe,No\n2002,Cole,Amy,Yes\n",
        encoding="utf-8",
    )
    result = consentry("people", "import", sheet, "--evidence", "x", "--channels", "all", "--json", *on)
    assert result.exit_code == 1
    told = records(result)[0]
    assert told["new"] == ["2002"]
    assert len(told["problems"]) >= 2


@pytest.mark.parametrize("cell", ["", " ", "?", "maybe", "Y/N", "#REF!", "ask mum"])
def test_a_blank_or_unreadable_cell_is_not_answered(on: tuple[str | Path, ...], tmp_path: Path, cell: str) -> None:
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(
        f'Student Number,Last Name,First Name,Photo Permission\n2001,Ames,Ida,"{cell}"\n2002,Cole,Amy,Yes\n'
        "2003,Dorn,Eva,No\n",
        encoding="utf-8",
    )
    consentry("people", "import", sheet, "--evidence", "x", "--channels", "all", "--json", *on)
    people = {p["number"]: p for p in records(consentry("people", "list", "--json", *on))[0]}
    assert people.get("2001", {"consent": {CHANNEL: "not answered"}})["consent"][CHANNEL] == "not answered"


def test_a_portrait_with_no_face_is_refused_by_name(
    on: tuple[str | Path, ...], tmp_path: Path, school: School
) -> None:
    portraits = tmp_path / "portraits"
    portraits.mkdir()
    (portraits / "1003.jpg").write_bytes((school.photos / "11-nobody.jpg").read_bytes())
    (portraits / "9999.jpg").write_bytes((school.portraits / "1001.jpg").read_bytes())
    result = consentry("people", "enrol", portraits, "--json", *on)
    assert result.exit_code == 1
    told = records(result)[0]
    assert told["enrolled"] == 0
    reasons = {r["file"]: r["reason"] for r in told["refused"]}
    assert "No face" in reasons["1003.jpg"]
    assert "number" in reasons["9999.jpg"]


def test_a_portrait_of_two_side_by_side_is_refused(
    on: tuple[str | Path, ...], tmp_path: Path, school: School
) -> None:
    portraits = tmp_path / "portraits"
    portraits.mkdir()
    (portraits / "1003.jpg").write_bytes((school.photos / "08-together.jpg").read_bytes())
    told = records(consentry("people", "enrol", portraits, "--json", *on))[0]
    assert told["enrolled"] == 0
    assert "centre" in told["refused"][0]["reason"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_photo_needs_review(on: tuple[str | Path, ...], tmp_path: Path, school: School) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes((school.photos / "01-alone.jpg").read_bytes())
    photo.chmod(0)
    told = records(consentry("check", photo, "--channel", CHANNEL, "--json", *on))[0]
    assert told["verdict"] == "review"
    assert told["error"]


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of a path's length to make one with")
def test_a_folder_that_cannot_be_read_is_told_and_holds_the_check(
    on: tuple[str | Path, ...], tmp_path: Path, school: School
) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    (folder / "photo.jpg").write_bytes((school.photos / "02-mirrored.jpg").read_bytes())
    assert consentry("check", folder, "--channel", CHANNEL, *on).exit_code == 0
    at = os.open(folder, os.O_RDONLY)
    for _ in range(25):
        os.mkdir("x" * 200, dir_fd=at)
        inner = os.open("x" * 200, os.O_RDONLY, dir_fd=at)
        os.close(at)
        at = inner
    os.close(at)
    told = consentry("check", folder, "--channel", CHANNEL, "--json", *on)
    assert (told.exit_code, [r["verdict"] for r in records(told)]) == (1, ["cleared"])
    assert "A folder may not be read, and what is in it was not checked" in told.stderr


def test_a_text_that_calls_itself_a_photo_needs_review(on: tuple[str | Path, ...], tmp_path: Path) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_text("not a photo", encoding="utf-8")
    told = records(consentry("check", photo, "--channel", CHANNEL, "--json", *on))[0]
    assert told["verdict"] == "review"
    assert told["error"]


@pytest.mark.parametrize(
    ("engine", "model"),
    [
        ("standard", "face_detection_yunet_2023mar_int8bq.onnx"),
        ("standard", "centerface.onnx"),
        ("standard", "face_recognition_sface_2021dec_int8bq.onnx"),
        ("face_recognition", "shape_predictor_5_face_landmarks.dat"),
        ("face_recognition", "dlib_face_recognition_resnet_model_v1.dat"),
    ],
)
def test_an_altered_model_is_named_and_stops_the_check_and_not_the_roster(
    on: tuple[str | Path, ...],
    tmp_path: Path,
    school: School,
    monkeypatch: pytest.MonkeyPatch,
    engine: str,
    model: str,
) -> None:
    if engine != "standard":
        pytest.importorskip("dlib")
        assert consentry("settings", "set", "--engine", engine, *on).exit_code == 0
    models = tmp_path / "models"
    models.mkdir()
    (models / model).write_bytes(b"altered")
    monkeypatch.setenv("CONSENTRY_MODELS", str(models))
    photo = tmp_path / "new.jpg"
    photo.write_bytes((school.photos / "02-mirrored.jpg").read_bytes() + b" ")
    for command in (("check", photo, "--channel", CHANNEL), ("people", "enrol", school.portraits)):
        result = consentry(*command, *on)
        assert result.exit_code == 2
        assert model in result.stderr
        assert _one_sentence(result.stderr)
        assert "cleared" not in result.stdout
    assert consentry("people", "list", *on).exit_code == 0


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="only there a name may be any bytes")
def test_a_photo_whose_name_is_no_text_is_checked_like_any_other(
    on: tuple[str | Path, ...], tmp_path: Path, school: School
) -> None:
    folder = tmp_path / "card"
    folder.mkdir()
    names = (b"caf\xe9.jpg", b"two\nlines.jpg", b"\x1b[31mred.jpg")
    for name, photo in zip(names, ("02-mirrored.jpg", "01-alone.jpg", "03-dark.jpg"), strict=True):
        (folder / os.fsdecode(name)).write_bytes((school.photos / photo).read_bytes())
    result = consentry("check", folder, "--channel", CHANNEL, "--json", *on)
    assert {r["photo"]: r["verdict"] for r in records(result)} == {
        "caf\ufffd.jpg": "cleared",
        "two\ufffdlines.jpg": "cleared",
        "\ufffd[31mred.jpg": "cleared",
    }
    consentry("seen", *on)
    released = consentry("release", "--to", tmp_path / "out", "--json", *on)  # found again by its bytes' name
    assert records(released)[0]["copies"] == 3


def test_a_release_is_on_record_with_its_whole_path(
    on: tuple[str | Path, ...], tmp_path: Path, school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = school.photos / "02-mirrored.jpg"
    consentry("check", photo, "--channel", CHANNEL, *on)
    consentry("seen", *on)
    assert consentry("release", "--to", tmp_path / ("x" * 300), *on).exit_code == 2
    monkeypatch.chdir(tmp_path)
    assert consentry("release", "--to", "out", *on).exit_code == 0
    told = records(consentry("releases", "list", "--json", *on))[0]
    assert told[0]["folder"] == str(tmp_path / "out")


def test_a_path_that_cannot_be_is_said_in_one_sentence(
    on: tuple[str | Path, ...], tmp_path: Path, passphrase_file: Path
) -> None:
    long = tmp_path / ("x" * 300)
    for command in (
        ("check", long, "--channel", CHANNEL, *on),
        ("decide", long, "--attest", "no-one", "--why", "x", *on),
        ("people", "export", "--to", f"{long}.csv", *on),
        ("report", "status", "--to", f"{long}.pdf", *on),
        ("people", "enrol", long, *on),
        ("takedown", "scan", long, *on),
        ("release", "--to", long, *on),
        ("init", long, "--user", "Ann", "--passphrase-file", passphrase_file),
    ):
        result = consentry(*command)
        assert result.exit_code in {1, 2}, command
        assert result.exit_code == 1 or _one_sentence(result.stderr), command


@pytest.mark.parametrize("box", ["nan,0,60,60", "0,0,inf,60"])
def test_a_drawn_face_that_is_no_box_is_refused(on: tuple[str | Path, ...], school: School, box: str) -> None:
    photo = school.photos / "11-nobody.jpg"
    result = consentry("decide", photo, f"--draw={box}", "--why", "x", *on)
    assert result.exit_code == 2
    assert _one_sentence(result.stderr)


def test_a_report_overwrites_no_file(on: tuple[str | Path, ...], tmp_path: Path) -> None:
    mine = tmp_path / "mine.pdf"
    mine.write_bytes(b"keep me")
    result = consentry("report", "status", "--to", mine, *on)
    assert result.exit_code == 2
    assert _one_sentence(result.stderr)
    assert mine.read_bytes() == b"keep me"


@pytest.mark.parametrize(
    "words",
    [
        ("--visitor", "--not-a-face"),
        ("--person", "1001", "--unknown"),
        ("--cover", "--uncover"),
        ("--person", "1001", "--not-person", "1001"),
        ("--mark", "premises", "--unmark", "premises"),
        ("--visitor", "--crop", "1,2,3"),
    ],
)
def test_words_that_cannot_all_be_are_refused_before_any_is_kept(
    on: tuple[str | Path, ...], school: School, words: tuple[str, ...]
) -> None:
    photo = school.photos / "07-refused.jpg"
    result = consentry("decide", photo, "--face", "1", *words, "--why", "x", *on)
    assert result.exit_code == 2
    assert _one_sentence(result.stderr)
    assert "nothing to take back" in consentry("undo", *on).stdout
