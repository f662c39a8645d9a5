"""Looks at all columns together: two numbers, names in one column, doubtful dates, colours."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from consentry_intake.sheets.book import Sheet
from consentry_intake.sheets.consent_column import Draft, question_id
from consentry_intake.sheets.dates import ambiguous
from consentry_intake.sheets.headers import Header
from consentry_intake.sheets.marks import telling_colours
from consentry_intake.sheets.proposal import Ask, Option, Question, ValueCount
from consentry_intake.sheets.recipe import Meaning
from consentry_intake.sheets.spelling import header_words, norm
from consentry_policy.sentences import Sentence, say

_RANK = (
    "student number",
    "student id",
    "studentid",
    "pupil number",
    "employee id",
    "host id",
    "number",
    "sidno",
    "sid",
)
_DATES = {Meaning.TIMESTAMP, Meaning.SIGNED_ON, Meaning.FROM, Meaning.UNTIL, Meaning.BIRTH_DATE}
_ONCE = {
    Meaning.NUMBER,
    Meaning.OWN_ID,
    Meaning.LAST_NAME,
    Meaning.FIRST_NAME,
    Meaning.FULL_NAME,
    Meaning.GRADE,
    Meaning.HOMEROOM,
    Meaning.SCHOOL,
    Meaning.BIRTH_DATE,
    Meaning.TIMESTAMP,
    Meaning.PREFERRED_NAME,
    Meaning.ROLE,
    Meaning.STATUS,
    Meaning.TOPIC,
    Meaning.CHANNELS,
    Meaning.SIGNER,
    Meaning.SIGNER_EMAIL,
    Meaning.SIGNED_AS,
    Meaning.SIGNED_ON,
    Meaning.FROM,
    Meaning.UNTIL,
}

Counts = dict[str, tuple[ValueCount, ...]]


def settle(
    values: Counts, drafts: list[Draft], used: list[tuple[Sheet, Header]]
) -> tuple[list[Draft], tuple[Question, ...], tuple[Sentence, ...]]:
    """The drafts after a look at the whole; further questions; notes."""
    drafts = _once(drafts, values)
    drafts = _forms(drafts)
    questions = [*_date_order(values, drafts), *_name_order(values, drafts)]
    colours, notes = _colours(drafts, used)
    if not any(draft.rule.meaning is Meaning.CONSENT for draft in drafts):
        notes = (*notes, Sentence("No column of consent was found; the file updates the roster alone."))
    return drafts, tuple(questions) + colours, notes


def _once(drafts: list[Draft], values: Counts) -> list[Draft]:
    """Of two columns with one meaning the better stays: the better known header, then the fuller column."""
    best: dict[Meaning, Draft] = {}
    for draft in drafts:
        meaning = draft.rule.meaning
        if meaning in _ONCE and (meaning not in best or _order(draft, values) < _order(best[meaning], values)):
            best[meaning] = draft
    full = best.get(Meaning.FULL_NAME)
    parts = Meaning.LAST_NAME in best and Meaning.FIRST_NAME in best
    result = []
    for draft in drafts:
        meaning = draft.rule.meaning
        if meaning in _ONCE and best[meaning] is not draft:
            kept = best[meaning].rule.header
            reason = say("{kept} already tells the {meaning}.", kept=kept, meaning=Sentence(meaning.value))
            result.append(Draft(replace(draft.rule, meaning=Meaning.IGNORE), reason))
        elif draft is full and parts:
            result.append(
                Draft(
                    replace(draft.rule, meaning=Meaning.IGNORE),
                    Sentence("Last and first name have columns of their own."),
                )
            )
        else:
            result.append(draft)
    return result


def _order(draft: Draft, values: Counts) -> tuple[int, int]:
    words = header_words(draft.rule.header)
    filled = sum(value.count for value in values.get(draft.rule.header, ()))
    return (_RANK.index(words) if words in _RANK else len(_RANK), -filled)


def _forms(drafts: list[Draft]) -> list[Draft]:
    """In a form's answers (there is a time of each) the one guardian who is named is who answered."""
    meanings = Counter(draft.rule.meaning for draft in drafts)
    if not meanings[Meaning.TIMESTAMP] or meanings[Meaning.GUARDIAN] != 1:
        return drafts
    result = []
    for draft in drafts:
        if draft.rule.meaning is Meaning.GUARDIAN:
            rule = replace(draft.rule, meaning=Meaning.SIGNER)
            result.append(Draft(rule, Sentence("It is a form's answer, so this guardian signed it.")))
        elif draft.rule.meaning is Meaning.SIGNER:
            result.append(
                Draft(
                    replace(draft.rule, meaning=Meaning.IGNORE), Sentence("The guardian's name tells who signed.")
                )
            )
        else:
            result.append(draft)
    return result


def _date_order(values: Counts, drafts: list[Draft]) -> list[Question]:
    texts = [
        value.text
        for draft in drafts
        if draft.rule.meaning in _DATES or (draft.rule.meaning is Meaning.CONSENT and _has_date_question(draft))
        for value in values.get(draft.rule.header, ())
    ]
    if not ambiguous(texts):
        return []
    options = (
        Option("month first", "03/04 is the 4th of March"),
        Option("day first", "03/04 is the 3rd of April"),
    )
    text = Sentence("The dates can be read in two ways: does the month come first, or the day?")
    return [Question(question_id(Ask.DATE_ORDER), Ask.DATE_ORDER, text, options)]


def _has_date_question(draft: Draft) -> bool:
    return any(question.ask is Ask.DATE for question in draft.questions)


def _name_order(values: Counts, drafts: list[Draft]) -> list[Question]:
    """A full name without a comma can be read in two ways only where it has more than two words."""
    for draft in drafts:
        if draft.rule.meaning is not Meaning.FULL_NAME:
            continue
        texts = [value.text for value in values.get(draft.rule.header, ())]
        bare = [text for text in texts if "," not in text and len(text.split()) > 1]
        if bare:
            options = (Option("first last", "First Last"), Option("last first", "Last First"))
            text = say("Column {header}: which comes first where there is no comma?", header=draft.rule.header)
            key = question_id(Ask.NAME_ORDER, draft.rule.header)
            return [
                Question(
                    key, Ask.NAME_ORDER, text, options, draft.rule.header, default="first last", required=False
                )
            ]
    return []


def _colours(
    drafts: list[Draft], used: list[tuple[Sheet, Header]]
) -> tuple[tuple[Question, ...], tuple[Sentence, ...]]:
    """One question a colour that may mean something; until it is answered such cells are held."""
    meanings = {norm(draft.rule.header): draft.rule.meaning for draft in drafts}
    counts: Counter[str] = Counter()
    for sheet, header in used:
        counts.update(telling_colours(sheet, header, meanings).values())
    options = (
        Option("hold", "look at each of them"),
        Option("refusal", "it means: must not appear"),
        Option("nothing", "it means nothing"),
    )
    questions = tuple(
        Question(
            question_id(Ask.COLOUR, value=colour),
            Ask.COLOUR,
            say(
                "Some answers ({count}) are marked with the colour {colour}; what does it mean?",
                count=count,
                colour=colour,
            ),
            options,
            value=colour,
            default="hold",
            required=False,
        )
        for colour, count in counts.most_common(12)
    )
    notes = (
        (Sentence("Colours stand beside the answers; a .csv of this sheet would lose them."),) if questions else ()
    )
    return questions, notes
