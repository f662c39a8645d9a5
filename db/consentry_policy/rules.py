"""How long a grant lasts by default: the school year, as data of the district."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone

from consentry_policy.channels import Channel, ChannelKind

MOST_YEARS = 20


@dataclass(frozen=True, slots=True)
class Expiry:
    """A grant ends on this month and day, the ``school_years``-th time it comes round. That day still counts.

    Raises ValueError for a day that does not come every year.
    """

    month: int
    day: int
    school_years: int = 1

    def __post_init__(self) -> None:
        date(2001, self.month, self.day)  # 2001 is no leap year: 29 February is refused, too
        if not 1 <= self.school_years <= MOST_YEARS:
            raise ValueError(f"A grant lasts for 1 to {MOST_YEARS} school years.")

    def after(self, first: date) -> date:
        """The last day of a grant that begins on ``first``."""
        end = date(first.year, self.month, self.day)
        years = self.school_years - 1 if first <= end else self.school_years
        return end.replace(year=end.year + years)


@dataclass(frozen=True, slots=True)
class ConsentRules:
    """What a district may set. An expiry of None means: until it is withdrawn. A channel's own rule goes before
    its kind's, that before the district's. ``utc_offset`` turns instants into the district's days; use standard
    time: in summer a protection then starts an hour early, never late.
    """

    school_year_end: Expiry | None = Expiry(6, 30)
    by_kind: Mapping[ChannelKind, Expiry | None] = field(default_factory=dict)
    by_channel: Mapping[str, Expiry | None] = field(default_factory=dict)
    utc_offset: timedelta = timedelta(hours=-6)

    def expiry(self, channel: Channel) -> Expiry | None:
        """The rule for one channel."""
        if channel.name in self.by_channel:
            return self.by_channel[channel.name]
        return self.by_kind.get(channel.kind, self.school_year_end)

    def day_of(self, at: datetime) -> date:
        """The district's calendar day of an aware instant."""
        return at.astimezone(timezone(self.utc_offset)).date()
