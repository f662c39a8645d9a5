"""Each way a vault can fail to open is told apart from the others, and nothing is changed by trying."""

from __future__ import annotations

import hashlib
import random
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text
from vault_makers import PASSPHRASE, person

import consentry_vault as cv
from consentry_vault import connection as sql
from consentry_vault import envelope, header, keys


def digests(folder: Path) -> dict[str, str]:
    return {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in folder.iterdir() if f.is_file()}


def test_what_was_written_is_there_after_opening_again(closed: Path) -> None:
    someone = person(first_name="Zoë")
    with cv.open_vault(closed, PASSPHRASE) as vault, vault.write() as unit:
        unit.people.add(someone)
    with cv.open_vault(closed, PASSPHRASE) as vault, vault.read() as unit:
        assert unit.people.get(someone.id) == someone
        assert unit.settings.get(cv.MATCHING) == "everyone"
        assert vault.user.name == "Ada Example"
        assert vault.user.role is cv.Role.DESIGNEE


def test_a_wrong_passphrase_is_wrong_and_changes_nothing(closed: Path) -> None:
    before = digests(closed)
    for wrong in ("", "four random invented word", PASSPHRASE + " ", PASSPHRASE.upper(), "x" * 500, "\ud800" * 9):
        with pytest.raises(cv.WrongPassphrase):
            cv.open_vault(closed, wrong)
    assert digests(closed) == before
    cv.open_vault(closed, PASSPHRASE).close()


def test_a_thousand_wrong_keys_open_no_slot(closed: Path) -> None:
    found = header.read(closed / "header")
    chance = random.Random(1)
    assert all(envelope._opened_by(found, chance.randbytes(32)) is None for _ in range(1000))


def test_one_passphrase_typed_in_two_unicode_forms_is_one(tmp_path: Path) -> None:
    cv.create(tmp_path / "v", "caf\u00e9 au lait", "Ada", matching="off", argon2=cv.FLOOR).close()
    cv.open_vault(tmp_path / "v", "cafe\u0301 au lait").close()


def test_any_flipped_bit_of_the_header_is_damage_not_a_wrong_passphrase(closed: Path) -> None:
    whole = (closed / "header").read_bytes()
    for bit in range(len(whole) * 8):
        hurt = bytearray(whole)
        hurt[bit // 8] ^= 1 << bit % 8
        with pytest.raises(cv.DamagedVault):
            header.decode(bytes(hurt))
    (closed / "header").write_bytes(bytes(hurt))
    with pytest.raises(cv.DamagedVault):
        cv.open_vault(closed, PASSPHRASE)


@pytest.mark.parametrize("length", [0, 1, 21, 300])
def test_a_cut_header_is_damage(closed: Path, length: int) -> None:
    (closed / "header").write_bytes((closed / "header").read_bytes()[:length])
    with pytest.raises(cv.DamagedVault):
        cv.open_vault(closed, PASSPHRASE)


@pytest.mark.parametrize("cost", [(1, 65536, 4), (3, 8, 1), (3, 1 << 24, 4), (10_000, 65536, 4), (3, 65536, 0)])
def test_a_header_that_asks_for_too_little_or_too_much_is_refused_unstretched(
    closed: Path, cost: tuple[int, int, int]
) -> None:
    found = header.read(closed / "header")
    bad = object.__new__(keys.Argon2)
    for name, value in zip(("time", "memory_kib", "lanes"), cost, strict=True):
        object.__setattr__(bad, name, value)
    (closed / "header").write_bytes(header.encode(replace(found, cost=bad)))
    with pytest.raises(cv.DamagedVault):
        cv.open_vault(closed, PASSPHRASE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"argon2id"', b'"scrypt"'),
        (b'"time":3', b'"time":"x"'),
        (b'"salt":"', b'"salt":"AA=="}, "x":{"y":"'),
        (b'"nonce":"', b'"nonce":"AAAA'),
        (b'"slots":[', b'"slots":[], "x":['),
        (b'"vault"', b'"valet"'),
        (b"{", b"["),
    ],
)
def test_a_header_with_a_good_checksum_and_bad_content_is_damage(closed: Path, old: bytes, new: bytes) -> None:
    whole = (closed / "header").read_bytes()
    body = whole[22:-32].replace(old, new, 1)
    assert body != whole[22:-32]
    framed = whole[:18] + len(body).to_bytes(4, "big") + body
    (closed / "header").write_bytes(framed + hashlib.sha256(framed).digest())
    with pytest.raises(cv.DamagedVault):
        cv.open_vault(closed, PASSPHRASE)


def test_a_missing_part_is_damage(closed: Path) -> None:
    with pytest.raises(cv.DamagedVault):
        header.read(closed / "no such header")
    (closed / "roster.db").unlink()
    with pytest.raises(cv.DamagedVault):
        cv.open_vault(closed, PASSPHRASE)


def test_a_header_that_somebody_rewrote_is_not_believed(closed: Path) -> None:
    found = header.read(closed / "header")
    stranger = header.Slot("0" * 32, bytes(12), bytes(600))
    (closed / "header").write_bytes(header.encode(replace(found, slots=(*found.slots, stranger))))
    with pytest.raises(cv.DamagedVault):
        cv.open_vault(closed, PASSPHRASE)


def test_a_later_header_is_newer(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = header.read(closed / "header")
    with monkeypatch.context() as later:
        later.setattr(header, "version", lambda _: header.VERSION + 1)
        (closed / "header").write_bytes(header.encode(found))
    with pytest.raises(cv.NewerVault):
        cv.open_vault(closed, PASSPHRASE)


def test_later_tables_are_newer_and_stay_as_they_are(closed: Path) -> None:
    with cv.open_vault(closed, PASSPHRASE) as vault, vault.write() as unit:
        unit.connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    before = digests(closed)
    with pytest.raises(cv.NewerVault):
        cv.open_vault(closed, PASSPHRASE)
    assert digests(closed) == before


def test_an_open_vault_is_busy_and_says_who_has_it(vault: cv.Vault) -> None:
    with pytest.raises(cv.VaultBusy, match=r"Process \d+ \(this program\)"):
        cv.open_vault(vault.folder, PASSPHRASE)


def test_where_there_is_none(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nothing"):
        with pytest.raises(cv.NotAVault):
            cv.open_vault(folder, PASSPHRASE)
    (tmp_path / "header").write_bytes(b"a heading")
    with pytest.raises(cv.DamagedVault):
        cv.open_vault(tmp_path, PASSPHRASE)


def test_a_database_of_another_vault_is_damage(closed: Path, tmp_path: Path) -> None:
    cv.create(tmp_path / "other", PASSPHRASE, "Bo", matching="off", argon2=cv.FLOOR).close()
    (closed / "roster.db").write_bytes((tmp_path / "other" / "roster.db").read_bytes())
    with pytest.raises(cv.DamagedVault):
        cv.open_vault(closed, PASSPHRASE)


def test_flipped_bits_of_the_database_never_pass_unseen(closed: Path) -> None:
    data_key = envelope.unlock(header.read(closed / "header"), PASSPHRASE).data_key
    file = closed / "roster.db"
    whole = file.read_bytes()
    chance = random.Random(2)
    for _ in range(300):
        bit = chance.randrange(len(whole) * 8)
        hurt = bytearray(whole)
        hurt[bit // 8] ^= 1 << bit % 8
        file.write_bytes(bytes(hurt))
        try:
            raw = sql.connect(file, data_key, writes=False)
        except cv.DamagedVault:
            continue
        try:
            assert sql.troubles(raw)
        finally:
            raw.close()


def test_damage_met_while_reading_is_said_as_damage(closed: Path) -> None:
    with cv.open_vault(closed, PASSPHRASE) as vault, vault.write() as unit:
        unit.people.add(*(person(number=str(n), school="x" * 200) for n in range(3000)))
    file = closed / "roster.db"
    with file.open("r+b") as out:
        for page in range(100, file.stat().st_size // 4096 - 20):
            out.seek(page * 4096 + 50)
            out.write(b"\0" * 16)
    vault = cv.open_vault(closed, PASSPHRASE)
    with vault, pytest.raises(cv.DamagedVault), vault.read() as unit:
        unit.people.all()


def test_a_plain_database_is_never_opened(closed: Path) -> None:
    (closed / "roster.db").write_bytes(b"SQLite format 3\0" + bytes(4080))
    with pytest.raises(sql.NotEncryptingError):
        cv.open_vault(closed, PASSPHRASE)


def test_every_sentence_is_one_and_says_what_to_do() -> None:
    kinds = cv.VaultError.__subclasses__()
    assert len(kinds) >= 10
    for kind in kinds:
        assert re.fullmatch(r"[A-Z][^.]*\.", str(kind())), kind
        assert re.search(r"[;,] (\w+ )?\w+", str(kind())), kind


_WRONG_KEY = """
import sys
from pathlib import Path
import consentry_vault as cv
from consentry_vault import connection as sql
try:
    sql.connect(Path(sys.argv[1]) / "roster.db", bytes(32), writes=True)
except cv.DamagedVault:
    print("refused")
"""


def test_a_wrong_key_prints_nothing(closed: Path) -> None:
    done = subprocess.run([sys.executable, "-c", _WRONG_KEY, closed], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("refused\n", "")
