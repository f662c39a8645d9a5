"""A district's policy as data: clauses and sentences for each reason, and what the rules leave to the district."""

from __future__ import annotations

import contextlib
import string
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from consentry_policy import resources
from consentry_policy.channels import ChannelKind
from consentry_policy.clauses import ROWS, Clause, Clauses
from consentry_policy.errors import MendableError
from consentry_policy.facts import ConsentState, Mark
from consentry_policy.rules import ConsentRules, Expiry
from consentry_policy.sentences import Sentence, say
from consentry_policy.verdicts import Reason

FORMAT = 1
PLACEHOLDERS = {
    "person": "this person",
    "channel": "this channel",
    "state": "may not appear",
    "event": "of this photo",
}
_LONGEST_TEXT = 400
_FILE = Sentence("the policy file")
_EXPIRY_KEYS = {"month", "day", "school_years"}


class PolicyError(MendableError):
    """A district's policy file cannot be used as it is."""


@dataclass(frozen=True, slots=True)
class ReasonText:
    """The two sentences of a reason, with placeholders."""

    text: str
    next: str


@dataclass(frozen=True, slots=True)
class PolicyTexts:
    """A policy file, checked. ``clauses`` are for `decide`, ``consent_rules`` for `consents.state_of`,
    ``group_of`` for `PhotoFacts`; ``checklist`` is what to look for before a photo is marked.
    """

    title: str
    district: str
    clauses: Clauses
    reasons: Mapping[str, ReasonText]
    states: Mapping[ConsentState, str]
    checklist: Mapping[Mark, tuple[str, ...]]
    consent_rules: ConsentRules
    group_of: int

    def sentence(self, reason: Reason | str, **values: str) -> Sentence:
        """What is so, in one sentence. ``values`` fill {person}, {channel}, {state} and {event}; a state is one of
        ``states``.
        """
        return _fill(self._of(reason).text, values)

    def next_step(self, reason: Reason | str, **values: str) -> Sentence:
        """What to do about it, in one sentence."""
        return _fill(self._of(reason).next, values)

    def _of(self, reason: Reason | str) -> ReasonText:
        return self.reasons[reason.code if isinstance(reason, Reason) else reason]


def _fill(text: str, values: Mapping[str, str]) -> Sentence:
    used = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
    filled = {name: values.get(name, PLACEHOLDERS[name]) for name in used}
    fixed = tuple(name for name in filled if name == "state" or name not in values)
    return Sentence(text, tuple(filled.items()), fixed, capital=True)


def load_policy(name: str = "436") -> PolicyTexts:
    """A policy that comes with the program. Raises PolicyError, or FileNotFoundError where it is missing."""
    return parse_policy(resources.read_text(f"policies/{name}.toml"))


def parse_policy(untrusted_text: str) -> PolicyTexts:
    """A policy from a file's text (TOML, as ``resources/policies/436.toml``). Raises PolicyError that says what
    to put right; nothing is assumed in place of what is missing.
    """
    try:
        untrusted = tomllib.loads(untrusted_text)
    except tomllib.TOMLDecodeError as error:
        raise PolicyError("The policy file is not valid TOML; compare it with the 436.toml we ship.") from error
    if untrusted.get("format") != FORMAT:
        raise PolicyError(
            say("The policy file has an unknown format; begin it with: format = {number}.", number=FORMAT)
        )
    reasons = _table(untrusted, "reasons")
    unknown = sorted(set(reasons) - set(ROWS))
    if unknown:
        raise PolicyError(
            say(
                "The policy file explains a reason that does not exist; take out [reasons.{code}].",
                code=unknown[0],
            )
        )
    return PolicyTexts(
        title=_text(untrusted, "title", _FILE),
        district=_text(untrusted, "district", _FILE),
        clauses={code: _clause(reasons, code) for code in ROWS},
        reasons={code: _reason(reasons, code) for code in ROWS},
        states={state: _text(_table(untrusted, "states"), state.value, "[states]") for state in ConsentState},
        checklist={mark: _lines(_table(untrusted, "checklist"), mark.value) for mark in Mark},
        consent_rules=_consent_rules(_table(untrusted, "consent")),
        group_of=_whole(untrusted, "group_of", 2, 100),
    )


def _table(untrusted: Mapping[str, object], key: str) -> Mapping[str, object]:
    value = untrusted.get(key)
    if not isinstance(value, dict):
        raise PolicyError(
            say("The policy file lacks the table [{key}]; add it as in the 436.toml we ship.", key=key)
        )
    return value


def _text(untrusted: Mapping[str, object], key: str, where: str | Sentence) -> str:
    value = untrusted.get(key)
    if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST_TEXT:
        raise PolicyError(
            say(
                "In {where}, {key} must be a text of 1 to {number} characters; write it.",
                where=where,
                key=key,
                number=_LONGEST_TEXT,
            )
        )
    return value.strip()


def _lines(untrusted: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = untrusted.get(key)
    if not isinstance(value, list) or not all(isinstance(line, str) and line.strip() for line in value):
        raise PolicyError(say("In [checklist], {key} must be a list of texts; write it.", key=key))
    return tuple(value)


def _whole(untrusted: Mapping[str, object], key: str, least: int, most: int) -> int:
    value = untrusted.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise PolicyError(
            say(
                "In the policy file, {key} must be a whole number from {least} to {most}; write it.",
                key=key,
                least=least,
                most=most,
            )
        )
    return value


def _clause(reasons: Mapping[str, object], code: str) -> Clause:
    table, where = _table(reasons, code), f"[reasons.{code}]"
    return Clause(_text(table, "clause", where), _text(table, "clause_other", where))


def _reason(reasons: Mapping[str, object], code: str) -> ReasonText:
    table, where = _table(reasons, code), f"[reasons.{code}]"
    found = ReasonText(_text(table, "text", where), _text(table, "next", where))
    for text in (found.text, found.next):
        _check_placeholders(text, where)
    return found


def _check_placeholders(untrusted_text: str, where: str) -> None:
    """Only our own names, plain: "{person.x}" would let a file reach into the program's values."""
    try:
        parts = list(string.Formatter().parse(untrusted_text))
    except ValueError as error:
        raise PolicyError(
            say("In {where}, a brace is not closed; close it or take it out.", where=where)
        ) from error
    for _, name, spec, conversion in parts:
        if name is not None and (name not in PLACEHOLDERS or spec or conversion):
            known = ", ".join("{" + placeholder + "}" for placeholder in PLACEHOLDERS)
            raise PolicyError(
                say("In {where}, a placeholder is not known; use only {known}.", where=where, known=known)
            )


def _consent_rules(untrusted: Mapping[str, object]) -> ConsentRules:
    by_kind: dict[ChannelKind, Expiry | None] = {}
    for name, value in _table(untrusted, "by_kind").items():
        kind = next((k for k in ChannelKind if k.value == name), None)
        if kind is None:
            kinds = ", ".join(ChannelKind)
            raise PolicyError(
                say("In [consent.by_kind], a kind of channel is not known; use one of: {kinds}.", kinds=kinds)
            )
        by_kind[kind] = _expiry(value, f"[consent.by_kind] {name}")
    by_channel = {
        name: _expiry(value, Sentence("[consent.by_channel] each value"))
        for name, value in _table(untrusted, "by_channel").items()
    }
    return ConsentRules(
        school_year_end=_expiry(untrusted.get("school_year_end"), "[consent] school_year_end"),
        by_kind=by_kind,
        by_channel=by_channel,
        utc_offset=timedelta(hours=_whole(untrusted, "utc_offset_hours", -12, 14)),
    )


def _expiry(untrusted: object, where: str | Sentence) -> Expiry | None:
    if untrusted == "never":
        return None
    keys_fit = isinstance(untrusted, dict) and {"month", "day"} <= set(untrusted) <= _EXPIRY_KEYS
    if isinstance(untrusted, dict) and keys_fit and all(type(value) is int for value in untrusted.values()):
        with contextlib.suppress(ValueError):  # no such day: told below, as every other slip
            return Expiry(**untrusted)
    raise PolicyError(
        say('In {where}, write "never" or a day of every year such as {{ month = 6, day = 30 }}.', where=where)
    )
