"""What was destroyed is gone from the decrypted pages, the WAL and every backup; connections are set for that."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlcipher3 import dbapi2
from vault_makers import AT, Made, face, new_id

import consentry_vault as cv

PAGE, RESERVED, SALT = 4096, 80, 16  # SQLCipher 4: 16 bytes IV and 64 bytes HMAC end each page
FRAME = 24  # bytes before each page in a WAL, after a header of 32


def decrypted(page: bytes, key: bytes, *, first: bool) -> bytes:
    iv = page[PAGE - RESERVED : PAGE - RESERVED + 16]
    cipher = Cipher(algorithms.AES256(key), modes.CBC(iv)).decryptor()
    return cipher.update(page[SALT if first else 0 : PAGE - RESERVED]) + cipher.finalize()


def plain(folder: Path, key: bytes) -> bytes:
    """Every page of the database and of the WAL beside it, as the key's holder would read them."""
    content = (folder / "roster.db").read_bytes()
    pages = [decrypted(content[at : at + PAGE], key, first=at == 0) for at in range(0, len(content), PAGE)]
    wal = folder / "roster.db-wal"
    beside = wal.read_bytes()[32:] if wal.exists() else b""
    for at in range(0, len(beside), FRAME + PAGE):
        number = int.from_bytes(beside[at : at + 4], "big")
        pages.append(decrypted(beside[at + FRAME : at + FRAME + PAGE], key, first=number == 1))
    return b"".join(pages)


def marked(n: int) -> bytes:
    return f"<template of face {n:05}>".encode() * 12


def enrol(made: Made) -> None:
    with made.vault.write() as unit:
        for n in range(40):
            row = cv.PortraitRow(new_id(), made.person, marked(n), "standard", "w", f"{n}", AT)
            unit.portraits.add(row, crop=marked(n) * 10)  # long enough for pages of its own
            found = face(made.photo, unit.faces.next_ordinal(made.photo), template=marked(n))
            unit.faces.add(found, crop=marked(n) * 10)


def test_a_destroyed_template_is_on_no_page_and_in_no_backup(made: Made) -> None:
    folder, key = made.vault.folder, made.vault.opened.data_key
    enrol(made)
    before = cv.backup.make(made.vault, "asked")
    assert b"<template of face 00007>" in plain(folder, key)
    assert b"<template of face 00007>" in plain(before.folder, key)
    with made.vault.write() as unit:
        for row in unit.portraits.all():
            unit.portraits.destroy_template(row.id)
        unit.faces.destroy_templates([made.photo])
    copy = cv.backup.replace_all(made.vault)
    assert [b.name for b in cv.backup.backups(folder)] == [copy.name]
    for place in (folder, copy.folder):
        pages = plain(place, key)
        assert b"portraits" in pages, "these are not the decrypted pages"
        assert b"<template of face" not in pages
    with made.vault.read() as unit:
        assert len(unit.portraits.all()) == 40
        assert unit.portraits.templates("standard") == []


def test_every_connection_is_set_for_safety(vault: cv.Vault) -> None:
    expected = {"synchronous": 2, "secure_delete": 1, "journal_mode": "wal", "temp_store": 2, "foreign_keys": 1}
    with vault.write() as unit, vault.read() as other:
        for connection, reads_only in ((unit.connection, 0), (other.connection, 1)):
            found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in expected}
            assert found == expected
            assert connection.exec_driver_sql("PRAGMA query_only").scalar() == reads_only
            assert connection.exec_driver_sql("PRAGMA cipher_version").scalar()
    assert dbapi2.sqlite_version_info >= (3, 51, 3)
