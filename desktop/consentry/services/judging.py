"""From what the vault holds to facts, and from facts to verdicts: the one place where the two meet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from consentry.services.recognition import Gallery, Scores
from consentry.services.session import Session
from consentry_faces.face import TOO_SMALL_PX
from consentry_policy.consents import state_of
from consentry_policy.crops import Crop
from consentry_policy.decide import decide
from consentry_policy.decisions import FaceDecisions, PhotoDecisions, fold, fold_as_cut
from consentry_policy.events import Event
from consentry_policy.facts import EventFacts, FaceFacts, FaceState, PhotoFacts, Standing
from consentry_policy.people import PersonId
from consentry_policy.recognise import FaceAnswer, once_per_photo, recognise
from consentry_policy.verdicts import Verdict
from consentry_vault import FaceRow, PhotoRow, ReleasedCopy
from consentry_vault.unit import Unit


@dataclass(frozen=True, slots=True)
class Judgement:
    """A photo, what is held of it, and what follows for one channel on one day."""

    photo: PhotoRow
    faces: Sequence[FaceRow]
    decisions: PhotoDecisions
    scores: Mapping[str, Scores]
    facts: PhotoFacts
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the vault holds of some photos, whatever the channel and the day."""

    photos: Mapping[str, PhotoRow]
    faces: Mapping[str, Sequence[FaceRow]]
    decisions: Mapping[str, PhotoDecisions]
    scores: Mapping[str, Scores]


class Judge:
    """Judges photos for one channel on one day, as of one instant, from one unit of work."""

    def __init__(self, session: Session, unit: Unit, channel: str, *, day: date | None = None) -> None:
        self.session = session
        self.unit = unit
        self.day = day or session.today
        self.at: datetime = session.now
        self.channel = unit.channels.get(channel)
        self.channel_name = channel if self.channel is None else self.channel.name
        self.roster = session.roster(unit)
        self.events: dict[str, Event] = {e.id: e for e in unit.events.all()}
        self._standings: dict[PersonId, Standing] = {}
        self._gallery: Gallery | None = None

    @property
    def gallery(self) -> Gallery:
        """Who is enrolled; fitted when it is first asked for."""
        if self._gallery is None:
            self._gallery = self.session.recognition.gallery(self.unit)
        return self._gallery

    def standing(self, person: PersonId) -> Standing | None:
        """The person's standing; None for someone who is not on the roster any more."""
        if person not in self._standings:
            known = self.roster.people.get(person)
            if known is None or self.channel is None:
                return None
            self._standings[person] = state_of(
                known,
                self.roster.records.get(person, ()),
                self.roster.protections.get(person, ()),
                self.channel,
                self.day,
                self.session.policy.consent_rules,
            )
        return self._standings[person]

    def standings(self, people: Iterable[PersonId]) -> dict[PersonId, Standing]:
        """The standings of those of ``people`` who are on the roster."""
        found = {person: self.standing(person) for person in people}
        return {person: standing for person, standing in found.items() if standing is not None}

    def judge(self, photo_ids: Sequence[str]) -> list[Judgement]:
        """A judgement a photo, in the order given; ids that are not in the vault are left out."""
        return self.judge_loaded(self.load(photo_ids), photo_ids)

    def judge_copy(self, copy: ReleasedCopy) -> Judgement | None:
        """What a copy that is out shows, as of today: by its own covers and its own crop, whatever was decided on
        the photo since. None where the photo is not in the vault any more.
        """
        loaded = self.load([copy.photo])
        if copy.photo not in loaded.photos:
            return None
        faces = loaded.faces.get(copy.photo, [])
        decisions = fold_as_cut(self.unit.decisions.of(copy.photo), crop_of(copy))
        for face in faces:
            decisions.of(face.id).covered = face.id in copy.covered
        # which finder saw it no longer matters: a person has looked at the copy before it went out
        photo = replace(loaded.photos[copy.photo], engine_id=self.session.check_engine)
        return self._judge_one(photo, faces, decisions, loaded.scores)

    def load(self, photo_ids: Sequence[str]) -> Loaded:
        """What is held of these photos; it serves every channel and day of the same unit of work."""
        faces = self.unit.faces.of_photos(photo_ids)
        decisions = self.unit.decisions.of_photos(photo_ids)
        scores = self.session.recognition.scores(self.unit, [f for rows in faces.values() for f in rows])
        folded = {photo: fold(decisions.get(photo, [])) for photo in photo_ids}
        return Loaded(self.unit.photos.of_ids(photo_ids), faces, folded, scores)

    def judge_loaded(self, loaded: Loaded, photo_ids: Sequence[str]) -> list[Judgement]:
        """A judgement a photo, in the order given, from what was loaded before."""
        return [
            self._judge_one(loaded.photos[i], loaded.faces.get(i, []), loaded.decisions[i], loaded.scores)
            for i in dict.fromkeys(photo_ids)
            if i in loaded.photos
        ]

    def _judge_one(
        self, photo: PhotoRow, faces: Sequence[FaceRow], decisions: PhotoDecisions, scores: Mapping[str, Scores]
    ) -> Judgement:
        # A drawing that was taken back leaves its row behind; nothing hangs on it any more.
        faces = [f for f in faces if not f.drawn or decisions.of(f.id).drawn]
        facts = self._facts(photo, faces, decisions, scores)
        mine = {f.id: scores.get(f.id, ()) for f in faces}
        verdict = decide(facts, self.session.policy.clauses)
        return Judgement(photo, faces, decisions, mine, facts, verdict)

    def _facts(
        self, photo: PhotoRow, faces: Sequence[FaceRow], decisions: PhotoDecisions, scores: Mapping[str, Scores]
    ) -> PhotoFacts:
        held = [self._face(face, decisions.of(face.id), scores.get(face.id, ()), decisions.crop) for face in faces]
        named = {p for f in held for p in (f.person, *f.candidates) if p is not None}
        people = self.standings(named)
        best = {f.id: max((score for _, score in scores.get(f.id, ())), default=0.0) for f in faces}
        return PhotoFacts(
            checked_whole=self._checked_whole(photo),
            channel_name=self.channel_name,
            channel=self.channel,
            day=self.day,
            faces=once_per_photo(held, best, people),
            people=people,
            marks=frozenset(decisions.marks),
            attestations=decisions.attestations(self.channel_name),
            event=self._event(decisions.event),
            may_clear=self.session.matching.may_clear,
            logo=decisions.logo,
            group_of=self.session.policy.group_of,
            said_of=decisions.said_of(self.channel_name),
        )

    def _checked_whole(self, photo: PhotoRow) -> bool:
        """Whether every face that the program can find today has been looked for in all of it."""
        whole = photo.error is None and photo.checked_at is not None and not photo.must_recheck
        return whole and self.session.finds_as_now(photo.engine_id)

    def _face(self, face: FaceRow, decided: FaceDecisions, scores: Scores, crop: Crop | None) -> FaceFacts:
        twins = {twin for person, _ in scores for twin in self.roster.look_alikes.get(person, ())}
        asked = {person for person, _ in scores} | twins
        return recognise(
            scores,
            self.gallery.bands,
            self.standings(asked),
            face=face.id,
            answer=_answer(decided),
            rejected=decided.rejected,
            rejected_by_designee=decided.rejected_by_designee,
            look_alikes=self.roster.look_alikes,
            matching=self.session.matching,
            too_small=face.height < TOO_SMALL_PX,
            must_settle=face.must_settle or face.drawn,
            covered=decided.covered,
            left_out=crop is not None and crop.leaves_out(face.box),
        )

    def _event(self, event_id: str | None) -> EventFacts | None:
        event = self.events.get(event_id) if event_id else None
        if event is None:
            return None
        return EventFacts(event.id, event.kind, event.authorised(self.channel_name, self.at))


def _answer(decided: FaceDecisions) -> FaceAnswer | None:
    if decided.answer is None:
        return None
    return FaceAnswer(decided.answer, decided.person, decided.answered_by_designee)


def crop_of(copy: ReleasedCopy) -> Crop | None:
    """What a released copy was cut to; None where it shows the whole photo."""
    return None if copy.crop is None else Crop(*copy.crop)


def settled(face: FaceFacts) -> bool:
    """Whether nothing about the face is open: who it is, or that it is nobody to ask about."""
    return face.state not in {FaceState.SUSPECTED, FaceState.UNKNOWN, FaceState.TOO_SMALL}
