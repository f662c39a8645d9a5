"""Drafts the rule of one consent column: its value map, and the questions that the map leaves open."""

from __future__ import annotations

from dataclasses import dataclass

from consentry_intake.sheets.proposal import Ask, Option, Question, ValueCount
from consentry_intake.sheets.recipe import Blank, ColumnRule, Meaning, Polarity, Said, Says
from consentry_intake.sheets.spelling import norm
from consentry_intake.sheets.values import leans, looks_like_date, says
from consentry_intake.sheets.words import channels_in
from consentry_policy.sentences import Sentence, say

_SHARE = (
    0.2  # from this share of the filled cells on, a doubtful value must be settled before anything is imported
)
_ASKED_VALUES = 25  # rarer doubtful values beyond these stay unreadable without a question

_VALUE_OPTIONS = (
    Option("grant", "may appear"),
    Option("refusal", "must not appear"),
    Option("not answered", "no answer"),
    Option("unreadable", "unreadable: hold for a person"),
)
POLARITY_OPTIONS = (
    Option("permission", "Yes means: may appear"),
    Option("opt-out", "Yes means: must not appear"),
)
COLUMN_OPTIONS = (*POLARITY_OPTIONS, Option("ignore", "not about photos: leave the column out"))


@dataclass(frozen=True, slots=True)
class Draft:
    """A rule with its reason and its open questions."""

    rule: ColumnRule
    reason: Sentence
    questions: tuple[Question, ...] = ()


def question_id(ask: Ask, header: str = "", value: str = "") -> str:
    """The id of a question: stable from one reading of a sheet to the next."""
    return ":".join(part for part in (ask.value, norm(header), norm(value)) if part)


def consent_draft(
    header: str,
    polarity: Polarity,
    values: tuple[ValueCount, ...],
    reason: Sentence,
    channels: tuple[str, ...] | None = None,
) -> Draft:
    """The draft of a consent column of this polarity."""
    mapped: dict[str, Says] = {}
    doubtful: list[ValueCount] = []
    dated = leaning = 0
    for value in values:
        found = says(value.text, polarity)
        if found is not None:
            mapped[value.text] = found
        elif looks_like_date(value.text):
            dated += value.count
        elif polarity is Polarity.UNKNOWN and leans(value.text):
            leaning += value.count
        else:
            mapped[value.text] = Says(Said.UNREADABLE)
            doubtful.append(value)
    total = sum(value.count for value in values) or 1
    questions: list[Question] = []
    if leaning:
        questions.append(_polarity_question(header, values))
    if dated:
        questions.append(_date_question(header, dated / total >= _SHARE))
    for value in doubtful[:_ASKED_VALUES]:
        questions.append(_value_question(header, value, leans(value.text)))
    questions += _optional(header, polarity, values)
    named = channels_in(header) if channels is None else channels
    rule = ColumnRule(header, Meaning.CONSENT, polarity, Blank.NOT_ANSWERED, named, None, mapped)
    return Draft(rule, reason, tuple(questions))


def _polarity_question(header: str, values: tuple[ValueCount, ...]) -> Question:
    text = say(
        "Column {header}: does a yes there ({shown}) mean that the child may appear in photos, or must not?",
        header=header,
        shown=_examples(values),
    )
    return Question(question_id(Ask.POLARITY, header), Ask.POLARITY, text, POLARITY_OPTIONS, header)


def _examples(values: tuple[ValueCount, ...]) -> str:
    return ", ".join(f"{value.text.strip()} ({value.count})" for value in values[:4])


def column_question(header: str, values: tuple[ValueCount, ...], why: Sentence, *, required: bool) -> Question:
    """Whether a column is about photos, and which way it points; ``why`` are fixed words."""
    text = say("Column {header} ({shown}): {why}", header=header, shown=_examples(values), why=why)
    key = question_id(Ask.COLUMN, header)
    return Question(key, Ask.COLUMN, text, COLUMN_OPTIONS, header, None, None if required else "ignore", required)


def _date_question(header: str, required: bool) -> Question:
    options = (Option("signed", "the day a yes was signed"), Option("until", "the last day of a yes"))
    text = say(
        "Column {header} holds dates: is that the day the answer was signed, or the day until which it counts?",
        header=header,
    )
    return Question(question_id(Ask.DATE, header), Ask.DATE, text, options, header, required=required)


def _value_question(header: str, value: ValueCount, required: bool) -> Question:
    text = say(
        "Column {header}: what does “{value}” ({count}) say?",
        header=header,
        value=value.text.strip(),
        count=value.count,
    )
    default = None if required else "unreadable"
    key = question_id(Ask.VALUE, header, value.text)
    return Question(key, Ask.VALUE, text, _VALUE_OPTIONS, header, value.text, default, required)


def topic_question(header: str, value: ValueCount) -> Question:
    """Whether a topic of a long list is about photos."""
    text = say(
        "Column {header}: is “{value}” ({count}) about photos of the child?",
        header=header,
        value=value.text.strip(),
        count=value.count,
    )
    options = (Option("grant", "about photos"), Option("not answered", "not about photos"))
    key = question_id(Ask.VALUE, header, value.text)
    return Question(key, Ask.VALUE, text, options, header, value.text)


def _optional(header: str, polarity: Polarity, values: tuple[ValueCount, ...]) -> list[Question]:
    found = []
    if polarity is Polarity.OPT_OUT and any(leans(value.text) for value in values):
        options = (
            Option("no", "no: it is no written consent"),
            Option("yes", "yes: each was signed by a guardian"),
        )
        text = say("Column {header}: does a signed form stand behind every “not opted out”?", header=header)
        key = question_id(Ask.SIGNED_FORMS, header)
        found.append(Question(key, Ask.SIGNED_FORMS, text, options, header, default="no", required=False))
    blanks = tuple(Option(blank.value, blank.value) for blank in Blank)
    text = say("Column {header}: what does an empty cell mean? It is never a yes.", header=header)
    key = question_id(Ask.BLANK, header)
    found.append(Question(key, Ask.BLANK, text, blanks, header, default=Blank.NOT_ANSWERED.value, required=False))
    return found
