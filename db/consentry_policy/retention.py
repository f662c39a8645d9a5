"""When templates must be destroyed, and how long records stay: rules as data, worked out for a day."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from enum import StrEnum

from consentry_policy import resources
from consentry_policy.errors import MendableError
from consentry_policy.people import PersonId
from consentry_policy.sentences import say

_LONGEST = 100 * 366  # days; more is a slip of the pen


class RetentionError(MendableError):
    """The rules on retention cannot be read."""


class TemplateKind(StrEnum):
    """Where a template comes from."""

    PORTRAIT = "portrait"
    FOUND = "found"


class Why(StrEnum):
    """Why a template is due."""

    LEFT = "the person left"
    WITHDREW = "the person withdrew from matching"
    UNIDENTIFIED = "nobody said who it is"
    IDENTIFIED = "the face was settled long ago"
    OLD_PORTRAIT = "the portrait is too old"
    MODE_OFF = "matching was turned off"
    NOT_ALLOWED = "the rule allows no templates"


@dataclass(frozen=True, slots=True)
class RetentionRules:
    """A profile. All numbers are days, counted from the named thing; a template is destroyed on the last one at
    the latest. ``portrait`` None: a portrait's template stays while its person is here and matched. ``records``
    None: consents and decisions stay for good.
    """

    id: str
    title: str
    source: str
    advice: str
    matching_allowed: bool
    after_leaving: int
    after_withdrawing: int
    after_turning_off: int
    unidentified: int
    identified: int
    portrait: int | None = None
    records: int | None = None


@dataclass(frozen=True, slots=True)
class Template:
    """What is known of one stored template; ``person`` None: a found face that nobody identified."""

    id: str
    kind: TemplateKind
    made_on: date
    person: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Gallery:
    """What ends the right to keep templates: who left or withdrew from matching on which day, and when the mode
    was turned to "off" (None: it is not off).
    """

    left: Mapping[PersonId, date] = field(default_factory=dict)
    withdrew: Mapping[PersonId, date] = field(default_factory=dict)
    off_since: date | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """A template, with its crop and its copies in backups, and the last day on which it may exist."""

    template: str
    by: date
    why: Why


def deadline(template: Template, gallery: Gallery, rules: RetentionRules) -> Due | None:
    """The earliest deadline of one template; None where nothing ends its stay yet."""
    ends: list[tuple[date, int, Why]] = []
    if not rules.matching_allowed:
        ends.append((template.made_on, 0, Why.NOT_ALLOWED))
    if gallery.off_since is not None:
        ends.append((gallery.off_since, rules.after_turning_off, Why.MODE_OFF))
    if template.person is not None:
        if template.person in gallery.left:
            ends.append((gallery.left[template.person], rules.after_leaving, Why.LEFT))
        if template.person in gallery.withdrew:
            ends.append((gallery.withdrew[template.person], rules.after_withdrawing, Why.WITHDREW))
    if template.kind is TemplateKind.FOUND:
        named = template.person is not None
        days, why = (rules.identified, Why.IDENTIFIED) if named else (rules.unidentified, Why.UNIDENTIFIED)
        ends.append((template.made_on, days, why))
    elif rules.portrait is not None:
        ends.append((template.made_on, rules.portrait, Why.OLD_PORTRAIT))
    dues = [Due(template.id, start + timedelta(days=days), why) for start, days, why in ends]
    return min(dues, key=lambda d: d.by, default=None)


def due(templates: Iterable[Template], gallery: Gallery, rules: RetentionRules, day: date) -> list[Due]:
    """The templates to destroy on ``day`` at the latest, the most overdue first."""
    found = [end for template in templates if (end := deadline(template, gallery, rules)) and end.by <= day]
    return sorted(found, key=lambda d: (d.by, d.template))


def records_until(last_needed: date, rules: RetentionRules) -> date | None:
    """The last day on which consents and decisions are kept after they were last needed; None: for good."""
    return None if rules.records is None else last_needed + timedelta(days=rules.records)


def load_profiles() -> dict[str, RetentionRules]:
    """The starting profiles that come with the program, by id. Raises RetentionError."""
    return parse_profiles(resources.read_text("policies/retention.toml"))


def parse_profiles(untrusted_text: str) -> dict[str, RetentionRules]:
    """Profiles from a file's text, by id. Raises RetentionError with what to put right."""
    try:
        tables = tomllib.loads(untrusted_text).get("profiles")
    except tomllib.TOMLDecodeError as error:
        raise RetentionError("The retention file is not valid TOML; put right what its line says.") from error
    if not isinstance(tables, dict) or not tables:
        raise RetentionError("The retention file has no [profiles.NAME] table; add at least one.")
    return {str(id_): _profile(str(id_), table) for id_, table in tables.items()}


def _profile(id_: str, untrusted_table: object) -> RetentionRules:
    if not isinstance(untrusted_table, dict):
        raise RetentionError(say("Retention profile {id} must be a table; write [profiles.{id}].", id=id_))
    known = {f.name: str(f.type) for f in fields(RetentionRules) if f.name != "id"}
    unknown = sorted(set(untrusted_table) - set(known))
    if unknown:
        raise RetentionError(
            say("Retention profile {id} has an unknown key {key}; take it out.", id=id_, key=unknown[0])
        )
    values: dict[str, object] = {}
    for name, kind in known.items():
        if name not in untrusted_table and not kind.endswith("None"):
            raise RetentionError(say("Retention profile {id} lacks {key}; add it.", id=id_, key=name))
        if name in untrusted_table:
            values[name] = _checked(id_, name, kind, untrusted_table[name])
    return RetentionRules(id=id_, **values)  # type: ignore[arg-type]  # each value was checked against its field


def _checked(id_: str, name: str, kind: str, untrusted: object) -> object:
    if kind.startswith("int"):
        if isinstance(untrusted, int) and not isinstance(untrusted, bool) and 0 <= untrusted <= _LONGEST:
            return untrusted
        raise RetentionError(
            say(
                "In retention profile {id}, {key} must be a number of days from 0 to {number}; write one.",
                id=id_,
                key=name,
                number=_LONGEST,
            )
        )
    if kind == "bool" and isinstance(untrusted, bool):
        return untrusted
    if kind == "str" and isinstance(untrusted, str) and untrusted.strip():
        return untrusted
    if kind == "bool":
        raise RetentionError(
            say("In retention profile {id}, {key} must be true or false; write one of them.", id=id_, key=name)
        )
    raise RetentionError(say("In retention profile {id}, {key} must be a text; write it.", id=id_, key=name))
