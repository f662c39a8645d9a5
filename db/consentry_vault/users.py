"""Who may open a vault, and as what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a user may do: designee everything; clerk roster, consents, import; reviewer check, decide, release;
    coach the same for their own batches, no export, and sees no reason for a protection.
    """

    DESIGNEE = "designee"
    CLERK = "clerk"
    REVIEWER = "reviewer"
    COACH = "coach"


@dataclass(frozen=True, slots=True)
class User:
    """The user who opened the vault. ``id`` is the key slot's; the name stands only inside encrypted bytes."""

    id: str
    name: str
    role: Role
