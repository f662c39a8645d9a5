"""A vault's decrypted pages, as whoever holds the key could read them from the disk."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, RESERVED, SALT = 4096, 80, 16  # SQLCipher 4: 16 bytes IV and 64 bytes HMAC end each page
FRAME, WAL_HEADER = 24, 32


def _decrypted(page: bytes, key: bytes, *, first: bool) -> bytes:
    iv = page[PAGE - RESERVED : PAGE - RESERVED + 16]
    cipher = Cipher(algorithms.AES256(key), modes.CBC(iv)).decryptor()
    return cipher.update(page[SALT if first else 0 : PAGE - RESERVED]) + cipher.finalize()


def plain_pages(folder: Path, key: bytes) -> bytes:
    """Every page of the database and of the WAL beside it."""
    content = (folder / "roster.db").read_bytes()
    pages = [_decrypted(content[at : at + PAGE], key, first=at == 0) for at in range(0, len(content), PAGE)]
    wal = folder / "roster.db-wal"
    beside = wal.read_bytes()[WAL_HEADER:] if wal.exists() else b""
    for at in range(0, len(beside) - PAGE, FRAME + PAGE):
        number = int.from_bytes(beside[at : at + 4], "big")
        pages.append(_decrypted(beside[at + FRAME : at + FRAME + PAGE], key, first=number == 1))
    return b"".join(pages)
