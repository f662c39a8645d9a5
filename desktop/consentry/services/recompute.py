"""Keeps the cache of verdicts true: after a change only the photos it touches are judged again.

What a screen shows and what a release lets out is always judged anew; the cache is there to say what a change did
("12 photos that were cleared are now blocked") without judging a whole term of photos. Which photos hang on a
person stands in the vault (`photo_people`), so that nothing is matched again to find them.
"""

from __future__ import annotations

import hashlib
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from consentry.services.judging import Judge, Judgement
from consentry.services.operation import Changes, Handle
from consentry.services.recognition import Scores
from consentry.services.session import Session
from consentry_policy import said_of
from consentry_policy.changes import Change, changes
from consentry_policy.decisions import DecisionKind, FaceDecisions
from consentry_policy.people import PersonId
from consentry_policy.recognise import Bands
from consentry_policy.sentences import Sentence
from consentry_policy.verdicts import Verdict
from consentry_vault import DecisionRow, VerdictRow
from consentry_vault.unit import Unit

_FORMAT = 2  # raised when the program itself judges otherwise than before
_AT_ONCE = 400  # photos a write unit: a long recomputation must not keep a reviewer's decision waiting
_KEEP_SCORES_UP_TO = 5_000  # photos; beyond that their scores would fill the memory

_Pairs = Mapping[str, set[str]]  # photo ids by channel


@dataclass(frozen=True, slots=True)
class Touched:
    """What changed. ``first_for``: judge ``photos`` for these channels, too, though no verdict is kept yet."""

    people: frozenset[PersonId] = frozenset()
    channels: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    photos: frozenset[str] = frozenset()
    first_for: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Recomputed:
    """``changes`` over all channels, a photo counted once each; ``sentences`` for a screen, a channel each where
    there are several; ``photos`` whose verdict changed; ``judged``: how many photos were looked at again.
    """

    changes: tuple[Change, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    photos: frozenset[str] = frozenset()
    judged: int = 0


@dataclass(slots=True)
class _Told:
    """Verdicts before and after, by channel and photo."""

    before: dict[str, dict[str, Verdict]] = field(default_factory=lambda: defaultdict(dict))
    after: dict[str, dict[str, Verdict]] = field(default_factory=lambda: defaultdict(dict))

    def note(self, channel: str, photo: str, before: Verdict, after: Verdict) -> None:
        if before.outcome is not after.outcome:
            self.before[channel][photo] = before
            self.after[channel][photo] = after

    def result(self, judged: int, channels: int) -> Recomputed:
        sentences = [
            change.told(name if channels > 1 else None)
            for name in sorted(self.after)
            for change in changes(self.before[name], self.after[name])
        ]
        photos = frozenset(photo for those in self.after.values() for photo in those)
        return Recomputed(tuple(self._over_all()), tuple(sentences), photos, judged)

    def _over_all(self) -> list[Change]:
        ways: dict[tuple[object, object], set[str]] = defaultdict(set)
        found: dict[tuple[object, object], Change] = {}
        for name, those in self.after.items():
            for photo, verdict in those.items():
                way = (self.before[name][photo].outcome, verdict.outcome)
                ways[way].add(photo)
                found[way] = Change(way[0], way[1], len(ways[way]))
        return sorted(found.values(), key=lambda c: (not c.stricter, -c.photos, str(c.before), str(c.after)))


def announce(
    session: Session, what: Changes, touched: Touched | None = None, handle: Handle | None = None
) -> Recomputed:
    """Make the cache true after a change, then tell the listeners, with what became of which photos."""
    if what.gallery or what.settings:
        session.recognition.forget()
    told = recompute(session, touched, handle)
    session.emit(replace(what, sentences=told.sentences, photos=what.photos | told.photos))
    return told


def recompute(session: Session, touched: Touched | None = None, handle: Handle | None = None) -> Recomputed:
    """Judge what a change touches once more, as of today, and keep the verdicts; says what became different.

    Without ``touched``: only what the day, the portraits, the settings or the policy's text made untrue.
    Raises Cancelled; what was judged until then is kept, and the rest is found untrue again.
    """
    touched, handle = touched or Touched(), handle or Handle()
    with session.vault.read() as unit:
        kept = unit.verdicts.channels()
        if not kept and not touched.first_for:
            return Recomputed()
        version = inputs_version(session, unit)
        everywhere, by_channel = _untrue(session, unit, touched, version)
    photos = sorted(everywhere.union(*by_channel.values()))
    told = _Told()
    for start in range(0, len(photos), _AT_ONCE):
        handle.stop_if_cancelled()
        handle.progress(start, len(photos), "Judging anew what the change touches")
        some = photos[start : start + _AT_ONCE]
        with session.vault.write() as unit:
            faces = _judge(session, unit, some, _Wanted(everywhere, by_channel, touched), version, told)
        if len(photos) > _KEEP_SCORES_UP_TO:
            session.recognition.drop(faces)
    with session.vault.read() as unit:
        passed = unit.verdicts.days_but(session.today)
    if passed:
        with session.vault.write() as unit:
            for day in passed:
                unit.verdicts.set_day(day, session.today)
    return told.result(len(photos), len(set(kept) | touched.first_for))


def inputs_version(session: Session, unit: Unit) -> str:
    """Names what a kept verdict was worked out from, apart from consents, decisions, events, channels and day."""
    policy = hashlib.sha256(repr(session.policy).encode()).hexdigest()[:16]
    return f"{_FORMAT}/{session.check_engine}/{session.recognition.tag(unit)}/{policy}"


def _untrue(session: Session, unit: Unit, touched: Touched, version: str) -> tuple[set[str], dict[str, set[str]]]:
    """The photos to judge anew for every channel a verdict is kept for, and those for one channel only."""
    people = set(touched.people)
    by_channel = {name: unit.verdicts.of_channel(name) for name in touched.channels}
    for day in unit.verdicts.days_but(session.today):
        people |= _of_another_day(session, unit, day, by_channel)
    alike = session.roster(unit).look_alikes
    people |= {twin for person in people for twin in alike.get(person, ())}
    everywhere = set(touched.photos) | unit.verdicts.stale(version) | unit.photo_people.photos_of(people)
    for event in touched.events:
        everywhere |= unit.decisions.photos_with(DecisionKind.JOIN_EVENT, event)
    return everywhere, by_channel


def _of_another_day(session: Session, unit: Unit, day: date, by_channel: dict[str, set[str]]) -> set[PersonId]:
    """Who stands otherwise today than on that day; channels that do are added to ``by_channel``."""
    people: set[PersonId] = set()
    for name in unit.verdicts.channels():
        then, now = Judge(session, unit, name, day=day), Judge(session, unit, name)
        if then.channel is None or then.channel.authorised(day) == then.channel.authorised(session.today):
            everyone = now.roster.people
            people |= {p for p in everyone if p not in people and then.standing(p) != now.standing(p)}
        else:
            by_channel[name] = by_channel.get(name, set()) | unit.verdicts.of_channel(name, day)
    return people


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Which verdicts are wanted."""

    everywhere: set[str]
    by_channel: _Pairs
    touched: Touched

    def pairs(self, photos: Sequence[str], kept: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
        """The photos to judge for each channel."""
        first = {(p, c) for p in photos if p in self.touched.photos for c in self.touched.first_for}
        found: dict[str, list[str]] = {}
        for photo, channel in sorted(first | set(kept)):
            if photo in self.everywhere or photo in self.by_channel.get(channel, ()):
                found.setdefault(channel, []).append(photo)
        return found


def _judge(
    session: Session, unit: Unit, photos: Sequence[str], wanted: _Wanted, version: str, told: _Told
) -> list[str]:
    """Judge these photos, keep the verdicts and who they hang on; gives the ids of their faces."""
    kept = unit.verdicts.of_photos(photos)
    rows: list[VerdictRow] = []
    people: dict[str, set[PersonId]] = {}
    faces: list[str] = []
    loaded = None
    contradicted: dict[str, str] = {}
    for channel, ids in wanted.pairs(photos, kept).items():
        judge = Judge(session, unit, channel)
        loaded = loaded or judge.load(photos)
        for judged in judge.judge_loaded(loaded, ids):
            photo = judged.photo.id
            rows.append(VerdictRow(photo, channel, judge.day, judged.verdict, version))
            if (photo, channel) in kept:
                told.note(channel, photo, kept[photo, channel].verdict, judged.verdict)
            contradicted |= dict.fromkeys(said_of.contradicted(judged.facts), photo)
            if photo not in people:
                people[photo] = set(hangs_on(judged, judge.gallery.bands))
                faces += [face.id for face in judged.faces]
    unit.verdicts.put(*rows)
    unit.photo_people.put(people)
    _note_named(session, unit, contradicted)
    return faces


def _note_named(session: Session, unit: Unit, photos: Mapping[str, str]) -> None:
    """Note which faces (with their photos) were taken for someone who said no after a word was said of them."""
    user, kind = session.vault.user, DecisionKind.NAMED.value
    for face, photo in photos.items():
        row = DecisionRow(
            uuid.uuid4().hex, photo, face, kind, None, None, user.id, user.role, session.now, "recognised"
        )
        unit.decisions.add(row)
        unit.audit.append("decided", {"decision": row.id, "kind": kind, "photo": photo, "face": face})


def hangs_on(judged: Judgement, bands: Bands | None) -> Iterator[PersonId]:
    """Everyone whose consent can change the verdict on this photo, whatever it is now."""
    for face in judged.faces:
        decided = judged.decisions.of(face.id)
        if decided.person is not None:
            yield decided.person
        if bands is not None:
            yield from _near(judged.scores.get(face.id, ()), decided, bands)


def _near(scores: Scores, decided: FaceDecisions, bands: Bands) -> Iterator[PersonId]:
    """Who is inside the wide band, or close enough behind the best to keep it from being identified.

    A ruled-out best counts with and without: the ruling does not hold against someone who becomes protected.
    """
    least = bands.wide
    best = max((score for _, score in scores), default=0.0)
    if best >= bands.strict:
        left = max((score for person, score in scores if person not in decided.rejected), default=0.0)
        least = min(least, max(left, bands.strict) - bands.wide_margin)
    for person, score in scores:
        if score >= least:
            yield person
