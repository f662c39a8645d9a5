"""What is known of a photo when it is judged. `decide` sees these facts and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from consentry_policy.channels import Channel, Condition
from consentry_policy.events import EventKind
from consentry_policy.people import PersonId


class ConsentState(StrEnum):
    """A person's consent for a channel on a day. Only GRANTED may appear."""

    GRANTED = "granted"
    NOT_ANSWERED = "not answered"
    LAPSED = "lapsed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    CONFLICT = "conflict"
    PROTECTED = "protected"


@dataclass(frozen=True, slots=True)
class Standing:
    """A person as the table sees them, for one channel on one day."""

    person: PersonId
    student_rules: bool
    co_worker_rules: bool
    state: ConsentState
    conditions: frozenset[Condition] = frozenset()
    under_13: bool | None = None  # None: not known, counts as broken where a channel demands it
    flags: frozenset[str] = frozenset()  # for the office: see consents.Flag
    because: str | None = None  # id of the record or the protection that decides; None: there is none

    @property
    def may_appear(self) -> bool:
        """Only a grant that holds lets a person appear; a blank never becomes a yes."""
        return self.state is ConsentState.GRANTED

    @property
    def protected(self) -> bool:
        """May appear nowhere, no exception."""
        return self.state is ConsentState.PROTECTED


class FaceState(StrEnum):
    """What a face is held to be, worked out from scores, standings and answers; never stored."""

    IDENTIFIED = "identified"
    SUSPECTED = "suspected"
    UNKNOWN = "unknown"
    TOO_SMALL = "too small to tell"
    VISITOR = "visitor"
    NOT_A_FACE = "not a face"
    UNRECOGNISABLE = "unrecognisable"


@dataclass(frozen=True, slots=True)
class FaceFacts:
    """One face. ``candidates``: people without consent who are still suspected (inside the wide band, not
    rejected, not lifted by an answer), best first; empty where an identification settles them. ``one_of``: the
    face is clearly one of ``person`` and the candidates (who then may include people who may appear), only not
    which. ``by_reviewer``: a person decided the state; False means the program did by itself. ``left_out``: no
    part of it is in the copy, which is cut to a crop.
    """

    id: str
    state: FaceState
    person: PersonId | None = None
    candidates: tuple[PersonId, ...] = ()
    one_of: bool = False
    covered: bool = False
    by_reviewer: bool = False
    left_out: bool = False

    @property
    def hidden(self) -> bool:
        """The copy does not show the face: it is under a cover, or outside the crop."""
        return self.covered or self.left_out


class Mark(StrEnum):
    """What a reviewer marked a photo as (row 3a)."""

    PREMISES = "premises"
    FLOOR_PLAN = "floor plan"
    CONFIDENTIAL = "confidential"


class Attestation(StrEnum):
    """A reviewer's word on a whole photo."""

    NO_STAFF = "no-staff"  # no co-worker and no protected person among the unsettled faces (row 7b)
    ALL_OTHERS_MAY = "all-others-may"  # everyone else in it may appear
    NO_ONE = "no-one"  # nobody is recognisable (row 9)
    IN_ARENA = "in-arena"  # taken in the public arena of the event (row 8)
    NOTHING_IDENTIFIES = "nothing-identifies"  # no jersey name or the like names a covered student (row 6)
    NOTHING_IDENTIFIES_PROTECTED = "nothing-identifies-protected"  # the designee's word (row 4)
    NO_NAMES = "no-names"  # neither caption nor picture names anyone (row 3b)
    NO_UNDER_13 = "no-under-13"  # nobody whose age is not known is under 13 (row 3b)
    NO_LOGO = "no-logo"  # the district logo is not in it, or its use is permitted (row 3b)


@dataclass(frozen=True, slots=True)
class Then:
    """A face when a word on the whole photo was said of it: whom it may have shown, whether it was ``held`` to
    show them (else it was open), and whether the copy hid it.
    """

    people: frozenset[PersonId] = frozenset()
    held: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class EventFacts:
    """The event a photo is joined to, as it stands at the moment of judgement."""

    id: str
    kind: EventKind
    authorised: bool  # by the designee, for this channel, before this moment, not revoked


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """All that `decide` may know. ``channel`` None: the name is not on the district's list. ``people`` holds a
    standing for every person named by a face. ``logo``: True shown, False not, None not known. ``may_clear``:
    the gallery mode lets an automatic match clear ("everyone"). ``group_of``: how many people make a group.
    ``said_of``: which faces the attestations were said of, by face id: one that is not told was said of none.
    None: of all of them, which no vault knows.
    """

    checked_whole: bool
    channel_name: str
    channel: Channel | None
    day: date
    faces: tuple[FaceFacts, ...] = ()
    people: Mapping[PersonId, Standing] = field(default_factory=dict)
    marks: frozenset[Mark] = frozenset()
    attestations: frozenset[Attestation] = frozenset()
    event: EventFacts | None = None
    logo: bool | None = False
    may_clear: bool = True
    group_of: int = 3
    said_of: Mapping[Attestation, Mapping[str, Then]] | None = field(default_factory=dict)
