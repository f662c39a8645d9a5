"""From a passphrase to keys: Argon2id, HKDF, AES-256-GCM. Nothing here touches a file."""

from __future__ import annotations

import base64
import os
import re
import secrets
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from consentry_vault.errors import WeakPassphrase

KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12
SHORTEST_PASSPHRASE = 8  # characters; NIST SP 800-63B's least for a chosen secret

# Bounds of what a header may ask for: the floor stops a downgrade, the ceiling a header that eats the machine.
LEAST_TIME, MOST_TIME = 3, 64
LEAST_MEMORY_KIB, MOST_MEMORY_KIB = 64 * 1024, 1024 * 1024
MOST_LANES = 16

_TARGET_SECONDS = 1.0
_CODE = re.compile(r"[A-Z2-7]{24}")
_CALIBRATED_MEMORY_KIB = 512 * 1024  # an office machine has 4 GB


@dataclass(frozen=True, slots=True)
class Argon2:
    """Argon2id's cost: passes, memory in KiB, lanes. Raises ValueError outside the bounds above."""

    time: int = LEAST_TIME
    memory_kib: int = LEAST_MEMORY_KIB
    lanes: int = 4

    def __post_init__(self) -> None:
        if not (
            LEAST_TIME <= self.time <= MOST_TIME
            and LEAST_MEMORY_KIB <= self.memory_kib <= MOST_MEMORY_KIB
            and 1 <= self.lanes <= MOST_LANES
        ):
            raise ValueError("Argon2id's cost is out of bounds")


FLOOR = Argon2()


def _seconds(cost: Argon2) -> float:
    start = time.perf_counter()
    stretch("calibration only", bytes(SALT_BYTES), cost)
    return time.perf_counter() - start


def calibrate(target_seconds: float = _TARGET_SECONDS, measure: Callable[[Argon2], float] = _seconds) -> Argon2:
    """The cost that takes about ``target_seconds`` here, never below the floor: memory first, then passes.

    ``measure`` gives the seconds that a cost takes.
    """
    cost = FLOOR
    took = measure(cost)
    while took * 2 <= target_seconds and cost.memory_kib * 2 <= _CALIBRATED_MEMORY_KIB:
        cost = replace(cost, memory_kib=cost.memory_kib * 2)
        took = measure(cost)
    if took < target_seconds:
        cost = replace(cost, time=min(MOST_TIME, max(LEAST_TIME, round(cost.time * target_seconds / took))))
    return cost


def check_passphrase(passphrase: str) -> None:
    """Raises WeakPassphrase where a new passphrase is too short to protect anything."""
    if len(passphrase.strip()) < SHORTEST_PASSPHRASE:
        raise WeakPassphrase


def stretch(passphrase: str, salt: bytes, cost: Argon2) -> bytes:
    """32 bytes by Argon2id (RFC 9106). NFC, so that é typed in two ways is one passphrase; a recovery code
    opens in whatever case and grouping it is typed.
    """
    secret = _typed(passphrase).encode("utf-8", "surrogatepass")
    return hash_secret_raw(secret, salt, cost.time, cost.memory_kib, cost.lanes, KEY_BYTES, Type.ID)


def _typed(passphrase: str) -> str:
    letters = "".join(c for c in passphrase if c not in " -\t").upper()
    if _CODE.fullmatch(letters):
        return _grouped(letters)
    return unicodedata.normalize("NFC", passphrase)


def derive(key: bytes, purpose: str) -> bytes:
    """A key of its own for each purpose (HKDF-SHA256, RFC 5869)."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose.encode()).derive(key)


def seal(key: bytes, plain: bytes, bound_to: bytes) -> tuple[bytes, bytes]:
    """Nonce and ciphertext (AES-256-GCM). ``bound_to`` is authenticated with it, not hidden."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce, AESGCM(key).encrypt(nonce, plain, bound_to)


def unseal(key: bytes, nonce: bytes, sealed: bytes, bound_to: bytes) -> bytes | None:
    """The plain bytes, or None where the key is not the one or anything was altered."""
    try:
        return AESGCM(key).decrypt(nonce, sealed, bound_to)
    except InvalidTag:
        return None


def recovery_code() -> str:
    """A code to print: 120 random bits as six groups of base32 (RFC 4648: no 0, 1 or 8 to mistake for O, I, B)."""
    return _grouped(base64.b32encode(secrets.token_bytes(15)).decode("ascii"))


def _grouped(letters: str) -> str:
    return "-".join(letters[i : i + 4] for i in range(0, 24, 4))
