"""Says of each column what it means, and why; asks where that is not plain."""

from __future__ import annotations

import re

from consentry_intake.sheets.consent_column import Draft, column_question, consent_draft, topic_question
from consentry_intake.sheets.lexicon import (
    DIRECTORY,
    OPT_OUT,
    OTHER_MATTERS,
    PAPERWORK,
    PERMISSION,
    PHOTO,
    SHORT_PHOTO,
)
from consentry_intake.sheets.proposal import ValueCount
from consentry_intake.sheets.recipe import ColumnRule, Meaning, Polarity, Said, Says
from consentry_intake.sheets.spelling import header_words, norm
from consentry_intake.sheets.values import is_answer, leans, looks_like_date, says
from consentry_intake.sheets.words import channels_in, plain_meaning
from consentry_policy.sentences import Sentence, say

_TOPIC = re.compile(r"(consent|permission|form|agreement) ?(type|name|item|category)|type of (consent|permission)")
_FLAG = re.compile(r"(flag|flags|flag name|flag type|program flag|indicator|alert name|code)")
_USE = re.compile(r"(uses?|used for|channels?|outlets?|allowed uses?|permitted uses?|where|scope|purposes?)")
_REALLY_PHOTO = re.compile(
    r"\b(photo\w*|pictures?|images?|media|video\w*|likeness|yearbooks?|social|web\w*|press|news\w*"
    r"|film\w*|facebook|instagram|twitter|marketing|promotion\w*)\b"
)
_SURELY_PHOTO = re.compile(r"\b(photo\w*|pictures?|images?|yearbooks?|likeness)\b")
_STATE = re.compile(r"(consent |photo |media )?(state|status|answer|response|decision|granted|value)")


def classify(header: str, values: tuple[ValueCount, ...]) -> Draft:
    """The draft for one column. ``values`` are its distinct filled values with counts."""
    words = header_words(header)
    special = _special(header, words, values)
    if special is not None:
        return special
    meaning = plain_meaning(header)
    if meaning is not None and not _is_consent_after_all(meaning, values):
        return Draft(
            ColumnRule(header, meaning), say("The header says {meaning}.", meaning=Sentence(meaning.value))
        )
    return _consent(header, words, values)


def _is_consent_after_all(meaning: Meaning, values: tuple[ValueCount, ...]) -> bool:
    """A "Status" of Approved, Pending, Withdrawn is a consent, not an enrolment."""
    if meaning is Meaning.STATUS:
        spoken = [says(value.text, Polarity.UNKNOWN) for value in values]
        return any(found is not None and found.answer in {Said.GRANT, Said.REFUSAL} for found in spoken)
    return False


def _special(header: str, words: str, values: tuple[ValueCount, ...]) -> Draft | None:
    if _TOPIC.fullmatch(words):
        return _topics(header, values)
    outright = words in {"channel", "channels"}  # else an unknown outlet would widen the answer to all of them
    if _USE.fullmatch(words) and (outright or any(channels_in(value.text) for value in values)):
        why = Sentence("Its values name the channels of the row's answer.")
        return Draft(ColumnRule(header, Meaning.CHANNELS), why)
    if _FLAG.fullmatch(words) and not all(leans(value.text) for value in values):
        return _flags(header, values)
    if _STATE.fullmatch(words) and values and all(is_answer(value.text) for value in values):
        why = Sentence("Its values are answers: granted, refused, pending.")
        return consent_draft(header, Polarity.UNKNOWN, values, why)
    return None


def _topics(header: str, values: tuple[ValueCount, ...]) -> Draft:
    """Which topics of a long form are about photos: GRANT marks those that are, NONE the others; doubt asks."""
    mapped: dict[str, Says] = {}
    questions = []
    for value in values:
        words = header_words(value.text)
        about = bool(_SURELY_PHOTO.search(words))
        mapped[value.text] = Says(Said.GRANT, channels_in(value.text)) if about else Says(Said.NONE)
        if not about and _REALLY_PHOTO.search(words):
            questions.append(topic_question(header, value))
    rule = ColumnRule(header, Meaning.TOPIC, values=mapped)
    return Draft(rule, Sentence("Each row says what it is about here."), tuple(questions))


def _flags(header: str, values: tuple[ValueCount, ...]) -> Draft:
    """A long list of flags: those that speak of photos are refusals, the rest is of no concern here."""
    why = Sentence("Each row names a flag; those against photos are refusals.")
    draft = consent_draft(header, Polarity.OPT_OUT, values, why)
    mapped = dict(draft.rule.values)
    kept = []
    for question in draft.questions:
        value = question.value or ""
        if question.value is None:
            continue
        if PHOTO.search(norm(value)) or SHORT_PHOTO.search(norm(value)) or leans(value):
            kept.append(question)
        else:
            mapped[value] = Says(Said.NONE)
    rule = ColumnRule(header, Meaning.CONSENT, Polarity.OPT_OUT, draft.rule.blank, (), None, mapped)
    return Draft(rule, draft.reason, tuple(kept))


def _dated(values: tuple[ValueCount, ...]) -> bool:
    dates = sum(value.count for value in values if looks_like_date(value.text))
    return 2 * dates > sum(value.count for value in values)


def _answer_share(values: tuple[ValueCount, ...]) -> float:
    total = sum(value.count for value in values)
    good = sum(value.count for value in values if is_answer(value.text) or looks_like_date(value.text))
    return good / total if total else 0.0


def _consent(header: str, words: str, values: tuple[ValueCount, ...]) -> Draft:
    """Columns whose header names nothing outright: consent, something like it, or nothing of ours."""
    really = bool(_REALLY_PHOTO.search(words))
    spoken = any(_against_photos(value.text) for value in values)
    if OTHER_MATTERS.search(words) and not really:
        return _ignored(header, Sentence("It speaks of another matter, not of photos."))
    if not really and not PERMISSION.search(words) and _dated(values):
        return _ignored(header, Sentence("It holds dates, and the header does not say of what."))
    if not values and (really or OPT_OUT.search(words)):
        why = Sentence("The header speaks of photos; the column is empty.")
        return consent_draft(header, _polarity(words), values, why)
    if _answer_share(values) < 0.5 and not (really and PERMISSION.search(words)) and not spoken:
        return _ignored(header, Sentence("Neither its header nor its values speak of consent."))
    if DIRECTORY.search(words) and not really:
        return _asked(
            header, values, Sentence("a directory or a name is not a photo; is it photo consent in your district?")
        )
    if PAPERWORK.search(words) and len(words) < 60 and not OPT_OUT.search(words):
        why = Sentence(
            "does a yes say that the parent agreed (first choice), or only that a form came back (leave it out)?"
        )
        return _asked(header, values, why)
    if really or spoken or PERMISSION.search(words) or (OPT_OUT.search(words) and not SHORT_PHOTO.search(words)):
        return consent_draft(header, _polarity(words), values, _why(words, really))
    if PHOTO.search(words) and channels_in(header):
        return consent_draft(header, _polarity(words), values, _why(words, really))
    if PHOTO.search(words) or SHORT_PHOTO.search(words):
        return _asked(header, values, Sentence("it may be about photos; which way does a yes point?"))
    why = Sentence("its values look like answers, but its header says nothing of photos; it is left out.")
    question = column_question(header, values, why, required=False)
    reason = Sentence("Yes and no, but not about photos as far as one can tell.")
    return Draft(ColumnRule(header, Meaning.IGNORE), reason, (question,))


def _against_photos(text: str) -> bool:
    found = says(text, Polarity.UNKNOWN)
    words = norm(text)
    return (
        found is not None and found.answer is Said.REFUSAL and bool(PHOTO.search(words) or "dnp" in words.split())
    )


def _polarity(words: str) -> Polarity:
    permission, against = PERMISSION.search(words), OPT_OUT.search(words)
    if permission and against:
        return Polarity.UNKNOWN
    return Polarity.PERMISSION if permission else Polarity.OPT_OUT if against else Polarity.UNKNOWN


def _why(words: str, really: bool) -> Sentence:
    polarity = _polarity(words)
    if polarity is Polarity.PERMISSION:
        return Sentence(
            "The header asks for permission for photos." if really else "The header asks for permission."
        )
    if polarity is Polarity.OPT_OUT:
        return Sentence("The header speaks of opting out; it yields refusals only.")
    return Sentence("It is about photos, but the header does not say which way a yes points.")


def _asked(header: str, values: tuple[ValueCount, ...], why: Sentence) -> Draft:
    question = column_question(header, values, why, required=True)
    reason = Sentence("It may be about photos; a person must say so.")
    return Draft(ColumnRule(header, Meaning.IGNORE), reason, (question,))


def _ignored(header: str, reason: Sentence) -> Draft:
    return Draft(ColumnRule(header, Meaning.IGNORE), reason)
