"""What people decided about a photo, folded from an append-only list into what holds now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, TypeVar

from consentry_policy.crops import Crop, read_crop, shows_no_more
from consentry_policy.facts import Attestation, Mark, Then
from consentry_policy.people import PersonId
from consentry_policy.said_of import OF_HIDDEN_PEOPLE, OF_OPEN_FACES, SPEAKS_OF_FACES, read_said_of, together


class DecisionKind(StrEnum):
    """The verbs of a reviewer. ``value`` of a decision: the person, mark, attestation, event or crop meant."""

    PERSON = "person"
    REJECT = "reject"
    UNKNOWN = "unknown"
    VISITOR = "visitor"
    NOT_A_FACE = "not-a-face"
    UNRECOGNISABLE = "unrecognisable"
    COVER = "cover"
    UNCOVER = "uncover"
    CROP = "crop"  # the copy is cut to this rectangle
    UNCROP = "uncrop"
    DRAW = "draw"
    FOUND = "found"  # a later check found a face that an earlier one had not
    NAMED = "named"  # the program took a face that a word was said of for someone who said no
    MARK = "mark"
    UNMARK = "unmark"
    LOGO = "logo"  # the district's logo is shown, or it is not after all
    ATTEST = "attest"
    UNATTEST = "unattest"
    JOIN_EVENT = "join-event"
    LEAVE_EVENT = "leave-event"
    UNDO = "undo"


ANSWERS = frozenset(
    {
        DecisionKind.PERSON,
        DecisionKind.UNKNOWN,
        DecisionKind.VISITOR,
        DecisionKind.NOT_A_FACE,
        DecisionKind.UNRECOGNISABLE,
    }
)

DESIGNEE = "designee"  # the role whose word alone lifts what concerns a protected person

BY_PROGRAM = frozenset({DecisionKind.FOUND, DecisionKind.NAMED})  # noted by the program, so that no undo takes it

LOGO_SHOWN, LOGO_NOT_SHOWN = "shown", "not shown"  # values of a `DecisionKind.LOGO`

# Words about everyone in a photo: they were said of the faces that were there then.
_ABOUT_ALL_FACES = frozenset(
    {Attestation.ALL_OTHERS_MAY, Attestation.NO_STAFF, Attestation.NO_ONE, Attestation.NO_UNDER_13}
)


class DecisionLike(Protocol):
    """One decision as it is stored; ``sequence`` orders them, ``undoes`` is the id of the one it takes back."""

    @property
    def id(self) -> str:
        """The decision's own id."""
        ...

    @property
    def sequence(self) -> int:
        """Its place in the order of all decisions."""
        ...

    @property
    def face(self) -> str | None:
        """The face it speaks of; None: the whole photo."""
        ...

    @property
    def kind(self) -> str:
        """A `DecisionKind`."""
        ...

    @property
    def value(self) -> str | None:
        """The person, mark, attestation or event it speaks of."""
        ...

    @property
    def channel(self) -> str | None:
        """The channel it was said for; None: any."""
        ...

    @property
    def by_role(self) -> str:
        """The role of whoever decided."""
        ...

    @property
    def undoes(self) -> str | None:
        """The decision it takes back."""
        ...

    @property
    def said_of(self) -> str | None:
        """Of an attestation: the faces it was said of (`said_of.as_text`)."""
        ...


D = TypeVar("D", bound=DecisionLike)


@dataclass(slots=True)
class FaceDecisions:
    """What holds of one face: the latest answer, who it is not, whether the copy covers it, who drew it."""

    answer: DecisionKind | None = None
    person: PersonId | None = None
    rejected: frozenset[PersonId] = frozenset()
    rejected_by_designee: frozenset[PersonId] = frozenset()
    answered_by_designee: bool = False
    covered: bool = False
    drawn: bool = False


@dataclass(slots=True)
class PhotoDecisions:
    """What holds of one photo. ``attested`` maps each attestation to the channels it was said for (None: any), and
    ``spoken_of`` the two to the faces it was said of; ``crop``: what its copy is cut to, None the whole photo.
    """

    faces: dict[str, FaceDecisions] = field(default_factory=dict)
    marks: set[Mark] = field(default_factory=set)
    attested: dict[Attestation, set[str | None]] = field(default_factory=dict)
    spoken_of: dict[tuple[Attestation, str | None], dict[str, Then]] = field(default_factory=dict)
    event: str | None = None
    logo: bool = False
    crop: Crop | None = None

    def of(self, face: str) -> FaceDecisions:
        """What holds of ``face``; nothing decided yet where it was never spoken of."""
        return self.faces.setdefault(face, FaceDecisions())

    def attestations(self, channel: str) -> frozenset[Attestation]:
        """The attestations that count for ``channel``."""
        return frozenset(a for a, where in self.attested.items() if None in where or channel in where)

    def said_of(self, channel: str) -> dict[Attestation, dict[str, Then]]:
        """The faces that these attestations were said of; a word that is not in it was said of none."""
        found: dict[Attestation, dict[str, Then]] = {}
        for (word, where), faces in self.spoken_of.items():
            if where in {None, channel}:
                found.setdefault(word, {}).update(faces)
        return found


def standing(decisions: Iterable[D]) -> list[D]:
    """The decisions that were not taken back, in order. An undo of an undo brings the first one back."""
    rows = sorted(decisions, key=lambda d: d.sequence)
    gone: set[str] = set()
    for row in reversed(rows):
        if row.kind == DecisionKind.UNDO and row.id not in gone and row.undoes is not None:
            gone.add(row.undoes)
    return [row for row in rows if row.kind != DecisionKind.UNDO and row.id not in gone]


def fold(decisions: Sequence[DecisionLike]) -> PhotoDecisions:
    """What holds now of one photo, from all decisions ever made of it (in any order)."""
    return fold_as_cut(decisions, _crop_of(standing(decisions)))


def fold_as_cut(decisions: Sequence[DecisionLike], crop: Crop | None) -> PhotoDecisions:
    """What holds now of a copy that is cut to ``crop``, whatever the photo's own crop is by now.

    A word that lets something go holds for what its speaker had in view: it counts while the copy shows no more
    than the crop that held then, so that taking a crop back never lets out what nobody spoke of. Nor is a photo in
    the arena of an event because somebody said so while it was joined to another.
    """
    photo, event = PhotoDecisions(crop=crop), _event_of(standing(decisions))
    cropped = any(row.kind == DecisionKind.CROP for row in decisions)
    for row in standing(decisions):
        if cropped and _lets_go(row) and not shows_no_more(crop, _crop_at(row, decisions)):
            continue
        if row.value == Attestation.IN_ARENA and _event_at(row, decisions) != event:
            continue
        if row.face is None:
            _fold_photo(photo, row)
        else:
            _fold_face(photo, row.face, row)
    return photo


def _crop_of(rows: Iterable[DecisionLike]) -> Crop | None:
    """The crop that the last of these decisions leaves."""
    crop = None
    for row in rows:
        if row.kind in {DecisionKind.CROP, DecisionKind.UNCROP}:
            crop = read_crop(row.value) if row.kind == DecisionKind.CROP else None
    return crop


def _crop_at(word: DecisionLike, decisions: Iterable[DecisionLike]) -> Crop | None:
    """The crop that held when a word was said."""
    return _crop_of(standing([row for row in decisions if row.sequence < word.sequence]))


def _event_of(rows: Iterable[DecisionLike]) -> str | None:
    """The event that the last of these decisions leaves the photo joined to."""
    event = None
    for row in rows:
        if row.kind in {DecisionKind.JOIN_EVENT, DecisionKind.LEAVE_EVENT}:
            event = row.value if row.kind == DecisionKind.JOIN_EVENT else None
    return event


def _event_at(word: DecisionLike, decisions: Iterable[DecisionLike]) -> str | None:
    """The event that the photo was joined to when a word was said."""
    return _event_of(standing([row for row in decisions if row.sequence < word.sequence]))


def _lets_go(row: DecisionLike) -> bool:
    """Whether it is a word about what there is to be seen that makes a verdict milder. Where the photo was taken
    (in the arena) is no such word: a crop changes nothing about it.
    """
    if row.kind == DecisionKind.ATTEST:
        return row.value != Attestation.IN_ARENA
    return row.kind == DecisionKind.UNMARK or (row.kind == DecisionKind.LOGO and row.value != LOGO_SHOWN)


def _fold_face(photo: PhotoDecisions, face_id: str, row: DecisionLike) -> None:
    face = photo.of(face_id)
    kind = DecisionKind(row.kind)
    if kind in ANSWERS:
        face.answer = kind
        face.person = row.value if kind is DecisionKind.PERSON else None
        face.answered_by_designee = row.by_role == DESIGNEE
        if kind is DecisionKind.PERSON:
            _not_else(photo, face_id)
    elif kind is DecisionKind.REJECT and row.value is not None:
        face.rejected |= {row.value}
        if row.by_role == DESIGNEE:
            face.rejected_by_designee |= {row.value}
        if face.person == row.value:
            face.answer, face.person = None, None
    elif kind is DecisionKind.NAMED:
        _not_else(photo, face_id)
    elif kind in {DecisionKind.COVER, DecisionKind.UNCOVER}:
        face.covered = kind is DecisionKind.COVER
    elif kind in {DecisionKind.DRAW, DecisionKind.FOUND}:
        face.drawn = kind is DecisionKind.DRAW
        for attestation in _ABOUT_ALL_FACES:  # whoever said it had not seen this face
            photo.attested.pop(attestation, None)


def _not_else(photo: PhotoDecisions, face_id: str) -> None:
    """Whoever is named is none of "everyone else" any more, also where the name is taken away later."""
    for (word, _), said_of in photo.spoken_of.items():
        if word in OF_OPEN_FACES:
            said_of.pop(face_id, None)


def _fold_photo(photo: PhotoDecisions, row: DecisionLike) -> None:
    kind = DecisionKind(row.kind)
    if (
        kind is DecisionKind.ATTEST
        and row.value == Attestation.NOTHING_IDENTIFIES_PROTECTED
        and row.by_role != DESIGNEE
    ):
        return  # row 4: only the designee's word counts
    if kind is DecisionKind.MARK:
        photo.marks.add(Mark(row.value or ""))
    elif kind is DecisionKind.UNMARK:
        photo.marks.discard(Mark(row.value or ""))
    elif kind is DecisionKind.LOGO:
        photo.logo = row.value == LOGO_SHOWN
    elif kind is DecisionKind.ATTEST:
        _attested(photo, Attestation(row.value or ""), row)
    elif kind is DecisionKind.UNATTEST:
        photo.attested.get(Attestation(row.value or ""), set()).discard(row.channel)
        photo.spoken_of.pop((Attestation(row.value or ""), row.channel), None)
    elif kind in {DecisionKind.JOIN_EVENT, DecisionKind.LEAVE_EVENT}:
        photo.event = row.value if kind is DecisionKind.JOIN_EVENT else None
        photo.attested.pop(Attestation.IN_ARENA, None)  # it was said of the other event


def _attested(photo: PhotoDecisions, word: Attestation, row: DecisionLike) -> None:
    photo.attested.setdefault(word, set()).add(row.channel)
    if word not in SPEAKS_OF_FACES:
        return
    # Of hidden people each word adds to the one before; of open faces the last holds: it saw what is open by then.
    before = photo.spoken_of.get((word, row.channel), {}) if word in OF_HIDDEN_PEOPLE else {}
    photo.spoken_of[word, row.channel] = together(before, read_said_of(row.said_of))
