"""The header file: what is readable of a vault without its key. A frame that every version shares, and a body.

Frame: 16 bytes magic, 2 bytes version, 4 bytes length (big-endian), the body, SHA-256 over all before it. The
checksum tells damage from a wrong passphrase before any passphrase is tried; the MAC inside the body, made with a
key that only an opened slot gives, tells an honest header from one that somebody wrote.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from consentry_vault.errors import DamagedVault, NewerVault
from consentry_vault.files import mended, write_whole
from consentry_vault.keys import NONCE_BYTES, SALT_BYTES, Argon2

MAGIC = b"CONSENTRY VAULT\n"
VERSION = 2  # the newest that can be read
_PLAIN = 1  # a header that says no role beside a slot, as all of them were once
_FRAME = struct.Struct(">16sHI")
_CHECKSUM = 32
_MOST_BYTES = 1 << 20
_MOST_SLOTS = 200


@dataclass(frozen=True, slots=True)
class Slot:
    """One key slot: an id that names nobody, and the data key with the user's name and role, sealed.

    ``role``: a role given since, sealed with the data key (nonce first), so that nobody's passphrase is needed to
    give it; empty where the one in ``sealed`` holds.
    """

    id: str
    nonce: bytes
    sealed: bytes
    role: bytes = b""


@dataclass(frozen=True, slots=True)
class Header:
    """``vault``: random id; one Argon2id cost and salt for all slots, so that opening costs one stretch however
    many users there are (each slot's key is derived apart); ``mac`` over everything else.
    """

    vault: str
    cost: Argon2
    salt: bytes
    slots: tuple[Slot, ...]
    mac: bytes = b""


def _b64(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")


def _body(header: Header) -> dict[str, Any]:
    return {
        "vault": header.vault,
        "kdf": {
            "name": "argon2id",
            "time": header.cost.time,
            "memory_kib": header.cost.memory_kib,
            "lanes": header.cost.lanes,
            "salt": _b64(header.salt),
        },
        "slots": [_slot_body(slot) for slot in header.slots],
    }


def _slot_body(slot: Slot) -> dict[str, str]:
    body = {"id": slot.id, "nonce": _b64(slot.nonce), "sealed": _b64(slot.sealed)}
    return body | {"role": _b64(slot.role)} if slot.role else body


def version(header: Header) -> int:
    """The least version of this program that understands the header: an older one must say "newer", not ignore a
    role that was taken away.
    """
    return VERSION if any(slot.role for slot in header.slots) else _PLAIN


def signed_bytes(header: Header) -> bytes:
    """What the MAC covers: the version and everything of the body but the MAC itself."""
    return MAGIC + struct.pack(">H", version(header)) + _canonical(_body(header))


def bound_bytes(header: Header, slot_id: str) -> bytes:
    """What a slot's seal is bound to: it opens in no other vault, under no other cost, as no other slot."""
    return MAGIC + struct.pack(">H", _PLAIN) + _canonical([header.vault, _body(header)["kdf"], slot_id])


def _canonical(value: Any) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii")


def encode(header: Header) -> bytes:
    """The file's bytes."""
    body = _canonical({**_body(header), "mac": _b64(header.mac)})
    framed = _FRAME.pack(MAGIC, version(header), len(body)) + body
    return framed + hashlib.sha256(framed).digest()


def decode(untrusted: bytes) -> Header:
    """Reads the file's bytes. Raises DamagedVault, NewerVault."""
    if len(untrusted) < _FRAME.size + _CHECKSUM or len(untrusted) > _MOST_BYTES:
        raise DamagedVault
    framed, checksum = untrusted[:-_CHECKSUM], untrusted[-_CHECKSUM:]
    magic, needed, length = _FRAME.unpack_from(framed)
    if magic != MAGIC or length != len(framed) - _FRAME.size or hashlib.sha256(framed).digest() != checksum:
        raise DamagedVault
    if needed > VERSION:
        raise NewerVault
    try:
        return _header(json.loads(framed[_FRAME.size :]))
    except (ValueError, KeyError, TypeError, binascii.Error):
        raise DamagedVault from None


def _header(untrusted: Any) -> Header:
    kdf = untrusted["kdf"]
    if kdf["name"] != "argon2id" or not 1 <= len(untrusted["slots"]) <= _MOST_SLOTS:
        raise ValueError
    slots = tuple(
        Slot(str(s["id"]), _bytes(s["nonce"], NONCE_BYTES), _bytes(s["sealed"]), _bytes(s.get("role", "")))
        for s in untrusted["slots"]
    )
    cost = Argon2(int(kdf["time"]), int(kdf["memory_kib"]), int(kdf["lanes"]))
    salt = _bytes(kdf["salt"], SALT_BYTES)
    return Header(str(untrusted["vault"]), cost, salt, slots, _bytes(untrusted["mac"]))


def _bytes(untrusted: str, length: int | None = None) -> bytes:
    value = base64.b64decode(untrusted, validate=True)
    if length is not None and len(value) != length:
        raise ValueError
    return value


def read(file: Path) -> Header:
    """The header of a vault. Raises DamagedVault (missing or altered), NewerVault, NoPermission."""
    with mended():
        try:
            with file.open("rb") as source:
                untrusted = source.read(_MOST_BYTES + 1)
        except FileNotFoundError:
            raise DamagedVault from None
    return decode(untrusted)


def write(file: Path, header: Header) -> None:
    """Writes the header whole or not at all. Raises NoPermission, DiskFull."""
    write_whole(file, encode(header))
