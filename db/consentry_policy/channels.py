"""Where a photo may go (436 IV.B: the district keeps the list), and what a channel or a consent demands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ChannelKind(StrEnum):
    """The kinds of outlet. 436 speaks of social networks; the others follow it as a district rule."""

    SOCIAL = "social network"
    WEBSITE = "website"
    PRESS = "press"
    YEARBOOK = "yearbook"
    PRINT = "print"
    INTERNAL = "internal"


class Condition(StrEnum):
    """What a channel or a grant can demand of a photo and its caption (row 3b)."""

    NO_NAME = "no-name"
    GROUP_ONLY = "group-only"
    NO_UNDER_13 = "no-under-13"


@dataclass(frozen=True, slots=True)
class Channel:
    """One listed outlet. ``until`` is the last day of its authorisation (that day counts)."""

    name: str
    kind: ChannelKind
    authorised_by: str
    authorised_on: date
    until: date | None = None
    revoked_on: date | None = None
    demands: frozenset[Condition] = frozenset()
    logo_allowed: bool = False

    def authorised(self, on: date) -> bool:
        """Whether a photo may go here on that day (436 IV.B)."""
        if on < self.authorised_on or (self.until is not None and on > self.until):
            return False
        return self.revoked_on is None or on < self.revoked_on
