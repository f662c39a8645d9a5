"""The encrypted store: envelope, SQLCipher, migrations, one repository a table family, backup, doctor."""

from __future__ import annotations

from consentry_policy.audit import Checkpoint
from consentry_vault import backup, doctor
from consentry_vault.access import (
    add_user,
    change_passphrase,
    give_role,
    new_recovery_code,
    remove_user,
    reset_user,
)
from consentry_vault.audit import AuditEntry
from consentry_vault.creation import MATCHING, Matching, create
from consentry_vault.decisions import DecisionRow, SeenRow
from consentry_vault.errors import (
    DamagedVault,
    DiskFull,
    DiskTrouble,
    LastDesignee,
    NewerVault,
    NoPermission,
    NotAVault,
    VaultBusy,
    VaultError,
    VaultExists,
    WeakPassphrase,
    WrongPassphrase,
)
from consentry_vault.faces import FaceRow
from consentry_vault.keys import FLOOR, Argon2, calibrate, recovery_code
from consentry_vault.opening import open_vault
from consentry_vault.photos import BatchRow, PhotoRow
from consentry_vault.portraits import PortraitKind, PortraitRow
from consentry_vault.releases import Placement, Release, ReleasedCopy
from consentry_vault.scans import Scan
from consentry_vault.settings import UserRow
from consentry_vault.takedowns import Takedown
from consentry_vault.unit import Unit
from consentry_vault.users import Role, User
from consentry_vault.vault import Vault
from consentry_vault.verdicts import VerdictRow

__all__ = [
    "FLOOR",
    "MATCHING",
    "Argon2",
    "AuditEntry",
    "BatchRow",
    "Checkpoint",
    "DamagedVault",
    "DecisionRow",
    "DiskFull",
    "DiskTrouble",
    "FaceRow",
    "LastDesignee",
    "Matching",
    "NewerVault",
    "NoPermission",
    "NotAVault",
    "PhotoRow",
    "Placement",
    "PortraitKind",
    "PortraitRow",
    "Release",
    "ReleasedCopy",
    "Role",
    "Scan",
    "SeenRow",
    "Takedown",
    "Unit",
    "User",
    "UserRow",
    "Vault",
    "VaultBusy",
    "VaultError",
    "VaultExists",
    "VerdictRow",
    "WeakPassphrase",
    "WrongPassphrase",
    "add_user",
    "backup",
    "calibrate",
    "change_passphrase",
    "create",
    "doctor",
    "give_role",
    "new_recovery_code",
    "open_vault",
    "recovery_code",
    "remove_user",
    "reset_user",
]
