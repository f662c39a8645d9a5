"""The clause each reason cites. These are 436's; a district's own policy file replaces them (see `texts`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from consentry_policy.channels import Channel, ChannelKind

FAIL_CLOSED = "fail closed"
AFTER_436 = "district rule after 436 IV"


@dataclass(frozen=True, slots=True)
class Clause:
    """What a reason cites: ``social`` for social networks, ``other`` for every other channel."""

    social: str
    other: str

    def of(self, channel: Channel | None) -> str:
        """The clause for a channel; one that is not listed is cited as a social network."""
        return self.social if channel is None or channel.kind is ChannelKind.SOCIAL else self.other


Clauses = Mapping[str, Clause]


def _of(row: str, clause: str, *codes: str) -> dict[str, tuple[str, Clause]]:
    other = clause if clause == FAIL_CLOSED else AFTER_436
    return {code: (row, Clause(clause, other)) for code in codes}


_TABLE: dict[str, tuple[str, Clause]] = {
    **_of("1", FAIL_CLOSED, "not-checked"),
    **_of("2", "436 IV.B", "channel-not-listed", "channel-not-authorised"),
    **_of("3a", "436 IV.C.3", "premises", "floor-plan"),
    **_of("3a", "436 IV.C (confidential)", "confidential"),
    **_of("3b", "436 IV.C", "channel-no-name", "channel-group-only", "channel-no-under-13"),
    **_of("3b", "436 IV.C", "consent-no-name", "consent-group-only", "consent-no-under-13"),
    **_of("3b", "436 IV.C", "logo-not-permitted", "logo-not-known"),
    **_of("4", "436 IV.C (confidential, data privacy)", "protected", "protected-covered", "protected-left-out"),
    **_of("5", "436 IV.C.1", "co-worker"),
    **_of("6", "436 IV.C.2", "student", "student-covered", "student-left-out"),
    **_of("6", "436 IV.C.2", "student-in-arena"),
    **_of("6", "436 IV.C.2", "student-arena-open", "student-match-open"),
    **_of("7a", "436 IV.C", "suspected-protected"),
    **_of("7a", "436 IV.C.1", "suspected-co-worker"),
    **_of("7b", "436 IV.C.1-2", "suspected-student", "unknown-face", "too-small", "match-open"),
    **_of("7b", "436 IV.C.1-2", "one-of-students", "unsettled-in-arena"),
    **_of("8", "436 IV.B, IV.C.2", "public-arena"),
    **_of("9", FAIL_CLOSED, "no-face"),
    **_of("10", "436 IV.C", "cleared"),
}

ROWS: Mapping[str, str] = {code: row for code, (row, _) in _TABLE.items()}
POLICY_436: Clauses = {code: clause for code, (_, clause) in _TABLE.items()}
