"""The data key in its envelope: who can open it, and how slots are made, changed and taken away.

Every function takes a header and returns a new one; nothing is written here and no data is ever rewritten: a slot
only wraps the data key anew.
"""

from __future__ import annotations

import hmac
import json
import os
import uuid
from dataclasses import dataclass, replace

from consentry_vault import header as frame
from consentry_vault import keys
from consentry_vault.errors import DamagedVault, WeakPassphrase, WrongPassphrase
from consentry_vault.header import Header, Slot
from consentry_vault.users import Role, User

_PADDED = 512  # bytes: a slot's length must not tell how long a name is
_ROLE_PADDED = 16  # bytes: nor how long a role's word is


@dataclass(frozen=True, slots=True)
class Opened:
    """What a passphrase opened."""

    data_key: bytes
    user: User


def new(passphrase: str, user_name: str, cost: keys.Argon2) -> tuple[Header, Opened]:
    """A fresh data key and a header with one slot, a designee's. Raises WeakPassphrase."""
    keys.check_passphrase(passphrase)
    opened = Opened(os.urandom(keys.KEY_BYTES), User(uuid.uuid4().hex, user_name, Role.DESIGNEE))
    bare = Header(uuid.uuid4().hex, cost, os.urandom(keys.SALT_BYTES), ())
    return _with_slot(bare, opened, keys.stretch(passphrase, bare.salt, bare.cost)), opened


def unlock(header: Header, passphrase: str) -> Opened:
    """Opens the slot of this passphrase. Raises WrongPassphrase, DamagedVault (the header was forged)."""
    stretched = keys.stretch(passphrase, header.salt, header.cost)
    opened = _opened_by(header, stretched)
    if opened is None:
        raise WrongPassphrase
    if not hmac.compare_digest(_mac(header, opened.data_key), header.mac):
        raise DamagedVault
    return _as_given_since(header, opened)


def add_slot(header: Header, data_key: bytes, passphrase: str, name: str, role: Role) -> tuple[Header, User]:
    """A slot for one more user (or, with a recovery code as passphrase, the printed slot).

    Raises WeakPassphrase, also where another slot opens with it: nobody could tell the two users apart.
    """
    keys.check_passphrase(passphrase)
    stretched = keys.stretch(passphrase, header.salt, header.cost)
    if _opened_by(header, stretched) is not None:
        raise WeakPassphrase("This passphrase cannot be used in this vault; choose another one.")
    opened = Opened(data_key, User(uuid.uuid4().hex, name, role))
    return _with_slot(header, opened, stretched), opened.user


def change_passphrase(header: Header, opened: Opened, passphrase: str) -> Header:
    """The user's slot under a new passphrase; id, name and role stay. Raises WeakPassphrase, KeyError."""
    keys.check_passphrase(passphrase)
    stretched = keys.stretch(passphrase, header.salt, header.cost)
    other = _opened_by(header, stretched)
    if other is not None and other.user.id != opened.user.id:
        raise WeakPassphrase("This passphrase cannot be used in this vault; choose another one.")
    return _with_slot(remove_slot(header, opened.data_key, opened.user.id), opened, stretched)


def replace_slot(header: Header, data_key: bytes, passphrase: str, user: User) -> Header:
    """Another passphrase, name or role for a user, who has lost the old one or is given other work; the id stays.

    Raises WeakPassphrase, also where another user's slot opens with it; KeyError (no such slot).
    """
    without = remove_slot(header, data_key, user.id)
    keys.check_passphrase(passphrase)
    stretched = keys.stretch(passphrase, header.salt, header.cost)
    if _opened_by(without, stretched) is not None:
        raise WeakPassphrase("This passphrase cannot be used in this vault; choose another one.")
    return _with_slot(without, Opened(data_key, user), stretched)


def remove_slot(header: Header, data_key: bytes, slot_id: str) -> Header:
    """The header without that slot. Raises KeyError where there is none."""
    left = tuple(s for s in header.slots if s.id != slot_id)
    if len(left) == len(header.slots):
        raise KeyError(slot_id)
    return _signed(replace(header, slots=left), data_key)


def give_role(header: Header, data_key: bytes, slot_id: str, role: Role) -> Header:
    """The header with another role for a user, whose passphrase is not needed and stays. Raises KeyError."""
    if slot_id not in {slot.id for slot in header.slots}:
        raise KeyError(slot_id)
    padded = role.value.encode().ljust(_ROLE_PADDED)
    nonce, sealed = keys.seal(_role_key(data_key), padded, frame.bound_bytes(header, slot_id))
    slots = tuple(replace(s, role=nonce + sealed) if s.id == slot_id else s for s in header.slots)
    return _signed(replace(header, slots=slots), data_key)


def _as_given_since(header: Header, opened: Opened) -> Opened:
    """The user with the role given last. Raises DamagedVault where that cannot be read."""
    given = next(slot.role for slot in header.slots if slot.id == opened.user.id)
    if not given:
        return opened
    nonce, sealed = given[: keys.NONCE_BYTES], given[keys.NONCE_BYTES :]
    plain = keys.unseal(_role_key(opened.data_key), nonce, sealed, frame.bound_bytes(header, opened.user.id))
    if plain is None:
        raise DamagedVault
    return replace(opened, user=replace(opened.user, role=Role(plain.decode().rstrip())))


def _role_key(data_key: bytes) -> bytes:
    return keys.derive(data_key, "consentry roles")


def _with_slot(header: Header, opened: Opened, stretched: bytes) -> Header:
    user = opened.user
    payload = json.dumps({"key": opened.data_key.hex(), "name": user.name, "role": user.role.value}).encode()
    padded = payload.ljust(-(-len(payload) // _PADDED) * _PADDED)
    nonce, sealed = keys.seal(_slot_key(stretched, user.id), padded, frame.bound_bytes(header, user.id))
    return _signed(replace(header, slots=(*header.slots, Slot(user.id, nonce, sealed))), opened.data_key)


def _signed(header: Header, data_key: bytes) -> Header:
    return replace(header, mac=_mac(header, data_key))


def _mac(header: Header, data_key: bytes) -> bytes:
    return hmac.digest(keys.derive(data_key, "consentry header"), frame.signed_bytes(header), "sha256")


def _slot_key(stretched: bytes, slot_id: str) -> bytes:
    return keys.derive(stretched, f"consentry slot {slot_id}")


def _opened_by(header: Header, stretched: bytes) -> Opened | None:
    for slot in header.slots:
        bound = frame.bound_bytes(header, slot.id)
        plain = keys.unseal(_slot_key(stretched, slot.id), slot.nonce, slot.sealed, bound)
        if plain is not None:
            found = json.loads(plain)
            return Opened(bytes.fromhex(found["key"]), User(slot.id, found["name"], Role(found["role"])))
    return None
