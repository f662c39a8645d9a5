"""What screens and the command line are shown: plain values, worked out by the services, safe on any thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from consentry_policy.channels import Condition
from consentry_policy.facts import ConsentState, FaceState
from consentry_policy.people import PersonId, Role
from consentry_policy.sentences import Sentence
from consentry_policy.verdicts import Outcome


@dataclass(frozen=True, slots=True)
class CandidateView:
    """A person a face may be. ``score`` as the matcher gives it; ``words`` says it for people ("very alike")."""

    person: PersonId
    number: str | None
    name: str
    score: float
    words: str
    state: ConsentState


@dataclass(frozen=True, slots=True)
class FaceView:
    """One face of a photo. ``box`` is x, y, w, h in upright pixels; ``ordinal`` counts from 1, as shown."""

    id: str
    ordinal: int
    box: tuple[float, float, float, float]
    score: float
    height: float
    state: FaceState
    person: CandidateView | None
    candidates: tuple[CandidateView, ...]
    covered: bool
    by_reviewer: bool
    drawn: bool
    held: bool  # this face alone keeps the photo from being let out
    left_out: bool = False  # the crop leaves all of it out of the copy


@dataclass(frozen=True, slots=True)
class ReasonView:
    """One reason of a verdict, in words. ``plain`` has the school number in place of the name, for programs;
    ``advice`` is the next step for the reviewer.
    """

    code: str
    row: str
    clause: str
    outcome: Outcome
    text: Sentence
    plain: str
    advice: Sentence
    person: PersonId | None
    person_number: str | None
    face: str | None


@dataclass(frozen=True, slots=True)
class PhotoView:
    """A photo and its verdict for one channel on one day. ``error`` is set where it could not be checked;
    ``crop``: what the copy is cut to, x, y, w, h in upright pixels, None the whole.
    """

    id: str
    sha256: str
    file_name: str
    width: int
    height: int
    channel: str
    day: date
    outcome: Outcome
    reasons: tuple[ReasonView, ...]
    faces: tuple[FaceView, ...]
    error: str | None
    seen: bool
    event: str | None
    in_arena: bool
    taken_at: datetime | None
    crop: tuple[int, int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person of the roster. ``states`` holds the consent of today by channel name."""

    id: PersonId
    number: str | None
    last_name: str
    first_name: str
    grade: str | None
    homeroom: str | None
    roles: frozenset[Role]
    birth_date: date | None
    protected: bool
    states: dict[str, ConsentState]
    flags: frozenset[str]
    portraits: int

    @property
    def full_name(self) -> str:
        """For a screen only."""
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One line of a person's history. ``evidence`` in words; ``superseded`` where corrected since. What is a
    Sentence is ours; a str is a name, a place or a note as somebody wrote it.
    """

    day: date
    what: Sentence
    channels: Sentence | str
    who: Sentence | str
    evidence: Sentence | str
    superseded: bool
    record: str | None = None  # the consent record's id; None for a protection
    conditions: tuple[Condition, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class BatchView:
    """Candidate photos vetted together."""

    id: str
    name: str
    created_at: datetime
    photos: int
    channels: tuple[str, ...]
    event: str | None


@dataclass(frozen=True, slots=True)
class FaceQuestion:
    """Faces of one batch that look like one person and need one answer. ``photos`` runs beside ``faces``."""

    faces: tuple[str, ...]
    photos: tuple[str, ...]
    state: FaceState
    candidates: tuple[CandidateView, ...]


@dataclass(frozen=True, slots=True)
class ReleaseView:
    """A release: copies let out together."""

    id: str
    channel: str
    day: date
    at: datetime
    by: str
    folder: str
    copies: int
    places: tuple[str, ...]
