"""Which consent records follow from a row of a sheet. What the roster says already is not written again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from secrets import token_hex

from consentry.services.session import Session
from consentry_intake.sheets import Recipe, RosterRow, RowAnswer
from consentry_policy.answers import NOES, signer_of, standing_records
from consentry_policy.people import Person, PersonId
from consentry_policy.records import Answer, ConsentRecord, Evidence, EvidenceKind, SignerRole
from consentry_policy.sentences import Sentence, say

GENERAL_FLAG = "see office"  # says that a person must look, and nothing of why
_WORDS = {
    Answer.GRANT: Sentence("granted"),
    Answer.REFUSAL: Sentence("refused"),
    Answer.WITHDRAWAL: Sentence("withdrawn"),
    Answer.UNREADABLE: Sentence("could not be read"),
}


class Answers:
    """Turns the answers of rows into records for one import."""

    def __init__(
        self,
        session: Session,
        recipe: Recipe,
        sha256: str,
        known: Mapping[PersonId, Sequence[ConsentRecord]],
    ) -> None:
        self._user = session.vault.user.id
        self._recipe = recipe
        self._sha256 = sha256
        self._known = known
        self._now = session.now
        self._today = session.today
        with session.vault.read() as unit:
            self._protected = {
                person
                for person, flags in unit.protections.all().items()
                if any(flag.lifted_at is None for flag in flags)
            }
            self._listed = frozenset(c.name for c in unit.channels.all() if c.authorised(self._today))
            first = unit.imports.first_of(sha256)
        # What this very file says without a day is no newer than the day it was imported first.
        self._undated = self._today if first is None else min(first.astimezone().date(), self._today)
        self._older = 0
        self._notes: list[Sentence] = []
        if recipe.evidence is None:
            self._notes.append(
                Sentence(
                    "Nobody said where the signed originals are kept, so a student's yes of this sheet does not "
                    "count."
                )
            )

    @property
    def notes(self) -> list[Sentence]:
        """Sentences about the whole import."""
        older = say(
            "Answers without a day that are older than a no recorded since: {count}. The no stands; "
            "a yes with its day in the sheet would lift it.",
            count=self._older,
        )
        return [*self._notes, *([older] if self._older else [])]

    def of(self, row: RosterRow, person: Person) -> tuple[list[ConsentRecord], tuple[Sentence, ...]]:
        """The new records of one row, and in words what they say (none where nothing is new)."""
        held = [flag.flag for flag in row.flags]
        drafts: list[tuple[ConsentRecord, bool]] = []  # and whether the sheet tells the day
        for answer in row.answers:
            draft = self._record(row, person, answer, held)
            if draft is not None:
                drafts.append((draft, answer.signed_on is not None))
        flags = [*held, *[answer.flag for answer in row.answers if answer.flag]]
        if flags and not any(draft.note for draft, _ in drafts):
            drafts += self._flagged(row, person, flags)  # beside a no: the no stands, the flag waits
        if not drafts:
            return [], ()
        known = self._known.get(person.id, ())
        records = [new for d, dated in drafts if (new := self._new(person.id, known, d, dated=dated)) is not None]
        return records, tuple(dict.fromkeys(_words(r.answer, r.channels) for r in records))

    def _flagged(self, row: RosterRow, person: Person, flags: list[str]) -> list[tuple[ConsentRecord, bool]]:
        cell = row.flags[0].cell if row.flags else row.answers[0].cell
        record = self._record(row, person, RowAnswer(None, "", cell), flags)
        return [] if record is None else [(record, False)]

    def _record(self, row: RosterRow, person: Person, answer: RowAnswer, held: list[str]) -> ConsentRecord | None:
        """None for a cell that says nothing. What a flag stands beside is no yes until a person settled it."""
        says = answer.answer
        if says is None and not held and not answer.flag:
            return None
        flags = dict.fromkeys([*held, answer.flag] if answer.flag else held)
        if flags and says in {None, Answer.GRANT}:
            says = Answer.UNREADABLE
        if says is None:
            return None
        channels = answer.channels
        if channels is None and self._recipe.channels is not None:
            channels = frozenset(self._recipe.channels)
        signed = min(answer.signed_on or self._undated, self._today)
        return ConsentRecord(
            id=token_hex(16),
            person=person.id,
            answer=says,
            channels=channels,
            signed_on=signed,
            effective=max(signed, answer.first_day or signed) if says is Answer.GRANT else signed,
            recorded_at=self._now,
            recorded_by=self._user,
            sequence=0,
            listed=self._listed,
            until=(answer.until or self._recipe.until) if says is Answer.GRANT else None,
            signer=answer.signer,
            signer_role=answer.signed_as or (SignerRole.GUARDIAN if person.student_rules else SignerRole.SELF),
            evidence=self._evidence(row, answer),
            # A condition is part of a yes; beside anything else it says nothing.
            conditions=answer.conditions if says is Answer.GRANT else frozenset(),
            note="; ".join(flags) if flags and says is Answer.UNREADABLE else None,
        )

    def _evidence(self, row: RosterRow, answer: RowAnswer) -> Evidence | None:
        where = answer.evidence or self._recipe.evidence
        return Evidence(EvidenceKind.SHEET, where, self._sha256, row.row) if where else None

    def _new(
        self, person: PersonId, known: Sequence[ConsentRecord], draft: ConsentRecord, *, dated: bool
    ) -> ConsentRecord | None:
        """What a draft says that the roster does not; None where it is nothing."""
        if self._said_already(person, known, draft, dated=dated):
            return None
        if dated or draft.answer is not Answer.GRANT:
            return draft
        left = self._beside_noes(standing_records(person, known), draft)
        if left is draft or left is None or not self._said_already(person, known, left, dated=dated):
            return left
        return None

    def _beside_noes(self, standing: Sequence[ConsentRecord], yes: ConsentRecord) -> ConsentRecord | None:
        """A yes without a day, less the channels on which the same signer's last word is a no recorded by hand: a
        sheet may well be older than a call to the office, and would lift a withdrawal. None: no channel is left.
        """
        mine = [r for r in standing if (*signer_of(r), r.signer_role) == (*signer_of(yes), yes.signer_role)]
        names = self._listed if yes.channels is None else yes.channels
        left = frozenset(name for name in names if not _last_is_no_by_hand(mine, name))
        if left == names:
            return yes
        self._older += 1
        return replace(yes, channels=left) if left else None

    def _said_already(
        self, person: PersonId, known: Sequence[ConsentRecord], new: ConsentRecord, *, dated: bool
    ) -> bool:
        """Whether the same signer's standing answer on these channels is the same, or was the same on that day, or
        a person has settled the same flag already. A yes without a day repeats an older one of a sheet where a no
        was recorded by hand since: no sheet lifts that without saying when.
        """
        if new.note == GENERAL_FLAG and person in self._protected:
            return True  # which is how an export of ours says it
        if not known:
            return False
        standing = standing_records(person, known)
        if new.answer is Answer.UNREADABLE and new.note and self._settled(known, standing, new):
            return True
        same = [r for r in standing if self._same_question(r, new) and _weighs(r, new)]
        if not same:
            return False
        last = max(same, key=order_of)
        if _says_the_same(last, new):
            return True
        before = [r for r in same if _says_the_same(r, new)]
        if any(r.signed_on == new.signed_on for r in before):
            return True
        if dated or new.answer is not Answer.GRANT or not _no_by_hand(last) or not any(map(_of_a_sheet, before)):
            return False
        self._older += 1
        return True

    def _same_question(self, old: ConsentRecord, new: ConsentRecord) -> bool:
        """Whether two records are one signer's word on the same channels, as far as these are still listed."""
        if (*signer_of(old), old.signer_role) != (*signer_of(new), new.signer_role):
            return False
        if old.channels is new.channels:
            return True
        before, now = old.channels, new.channels
        if before is None and old.answer is Answer.GRANT:
            before = old.listed  # "all" in a yes: those of its day
        return before is not None and now is not None and before & self._listed == now & self._listed

    def _settled(
        self, known: Sequence[ConsentRecord], standing: Sequence[ConsentRecord], new: ConsentRecord
    ) -> bool:
        there = {record.id for record in standing}
        return any(
            r.answer is Answer.UNREADABLE
            and r.note == new.note
            and r.id not in there
            and self._same_question(r, new)
            for r in known
        )


def order_of(record: ConsentRecord) -> tuple[date, bool, int]:
    """As the rules order one signer's answers: by day, on one day the no last."""
    return record.signed_on, record.answer in NOES, record.sequence


def _of_a_sheet(record: ConsentRecord) -> bool:
    return record.evidence is not None and record.evidence.kind is EvidenceKind.SHEET


def _no_by_hand(record: ConsentRecord) -> bool:
    return record.answer in NOES and not _of_a_sheet(record)


def _last_is_no_by_hand(records: Sequence[ConsentRecord], channel: str) -> bool:
    """Whether the latest of one signer's records that speak of a channel is such a no."""
    about = [r for r in records if r.answer is not Answer.UNREADABLE and _speaks_of(r, channel)]
    return bool(about) and _no_by_hand(max(about, key=order_of))


def _speaks_of(record: ConsentRecord, channel: str) -> bool:
    if record.channels is None:
        return record.answer is not Answer.GRANT or channel in record.listed
    return channel in record.channels


def _says_the_same(old: ConsentRecord, new: ConsentRecord) -> bool:
    """Whether an old record says all that a new one does. Only a yes has a last day and conditions, and only of an
    unreadable answer the note is the answer.
    """
    if old.answer is not new.answer:
        return False
    if new.answer is Answer.GRANT:
        same = (old.conditions, old.until, later_day(old)) == (new.conditions, new.until, later_day(new))
        return same and (old.evidence is not None or new.evidence is None)
    # That a person must look adds nothing to what waits for one already.
    return new.answer is not Answer.UNREADABLE or new.note in {None, GENERAL_FLAG, old.note}


def later_day(record: ConsentRecord) -> date | None:
    """The first day of a yes that does not count from the day it was signed."""
    return record.effective if record.effective > record.signed_on else None


def _weighs(old: ConsentRecord, new: ConsentRecord) -> bool:
    """Whether an old record can make a new one needless: a flag leaves a no as it is, and a no a flag."""
    if new.answer in NOES:
        return old.answer is not Answer.UNREADABLE
    return new.answer is not Answer.UNREADABLE or old.answer not in NOES


@lru_cache(maxsize=256)  # of 50,000 rows there are few different ones
def _words(answer: Answer, channels: frozenset[str] | None) -> Sentence:
    where = Sentence("all channels") if channels is None else ", ".join(sorted(channels))
    return say("{answer} ({where})", answer=_WORDS[answer], where=where)
