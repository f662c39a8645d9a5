"""When templates must go: rules as data, worked out for a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from consentry_policy import resources
from consentry_policy.retention import (
    Gallery,
    RetentionError,
    RetentionRules,
    Template,
    TemplateKind,
    Why,
    due,
    load_profiles,
    parse_profiles,
    records_until,
)

DAY = date(2026, 3, 10)
RULES = RetentionRules("test", "Test", "a source", "ask counsel", True, 30, 10, 5, unidentified=60, identified=365)
PORTRAIT = Template("t1", TemplateKind.PORTRAIT, date(2025, 9, 1), "p")


def told(
    template: Template, gallery: Gallery, rules: RetentionRules = RULES, day: date = date.max
) -> list[object]:
    return [(found.by, found.why) for found in due([template], gallery, rules, day)]


def test_a_portrait_stays_while_its_person_is_here_and_matched() -> None:
    assert told(PORTRAIT, Gallery()) == []


def test_who_left_or_withdrew_from_matching_is_destroyed_within_the_rules_days() -> None:
    left = Gallery(left={"p": date(2026, 2, 8)})
    assert told(PORTRAIT, left, day=DAY) == [(DAY, Why.LEFT)]
    assert told(PORTRAIT, left, day=date(2026, 3, 9)) == []
    withdrew = Gallery(left={"p": date(2026, 2, 8)}, withdrew={"p": date(2026, 2, 20)})
    assert told(PORTRAIT, withdrew) == [(date(2026, 3, 2), Why.WITHDREW)]
    assert told(PORTRAIT, Gallery(left={"q": date(2026, 2, 8)}, withdrew={"q": DAY})) == []


def test_all_templates_go_when_matching_is_turned_off() -> None:
    off = Gallery(off_since=date(2026, 3, 5))
    faces = [PORTRAIT, Template("t2", TemplateKind.FOUND, DAY), Template("t3", TemplateKind.FOUND, DAY, "p")]
    assert [found.why for found in due(faces, off, RULES, DAY)] == [Why.MODE_OFF] * 3


def test_a_face_nobody_identified_goes_sooner_than_one_somebody_did() -> None:
    assert told(Template("t", TemplateKind.FOUND, date(2026, 1, 1)), Gallery()) == [
        (date(2026, 3, 2), Why.UNIDENTIFIED)
    ]
    assert told(Template("t", TemplateKind.FOUND, date(2026, 1, 1), "p"), Gallery()) == [
        (date(2027, 1, 1), Why.IDENTIFIED)
    ]


def test_a_rule_may_limit_a_portraits_age_or_forbid_templates_at_all() -> None:
    assert told(PORTRAIT, Gallery(), replace(RULES, portrait=365)) == [(date(2026, 9, 1), Why.OLD_PORTRAIT)]
    assert told(PORTRAIT, Gallery(), replace(RULES, matching_allowed=False)) == [
        (date(2025, 9, 1), Why.NOT_ALLOWED)
    ]


def test_the_most_overdue_comes_first() -> None:
    faces = [Template(f"t{n}", TemplateKind.FOUND, date(2026, 1, 10 - n)) for n in range(3)]
    assert [found.template for found in due(faces, Gallery(), RULES, date.max)] == ["t2", "t1", "t0"]


def test_records_stay_for_good_unless_the_rule_says_otherwise() -> None:
    assert records_until(DAY, RULES) is None
    assert records_until(DAY, replace(RULES, records=365)) == date(2027, 3, 10)


def test_the_profiles_we_ship_name_their_source_and_ask_counsel() -> None:
    profiles = load_profiles()
    assert set(profiles) == {"minnesota", "illinois", "new-york", "ferpa", "coppa"}
    assert all(rules.source and "counsel" in rules.advice for rules in profiles.values())
    assert not profiles["new-york"].matching_allowed
    assert profiles["illinois"].after_leaving == profiles["illinois"].after_withdrawing == 30


SHIPPED = resources.read_text("policies/retention.toml")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[profiles", "not valid TOML"),
        ("x = 1", "no [profiles.NAME]"),
        ("profiles = {}", "no [profiles.NAME]"),
        ("[profiles]\nx = 1", "must be a table"),
        (SHIPPED.replace("after_leaving = 30", "", 1), "lacks after_leaving"),
        (SHIPPED.replace("after_leaving = 30", 'after_leaving = "30"', 1), "number of days"),
        (SHIPPED.replace("after_leaving = 30", "after_leaving = -1", 1), "number of days"),
        (SHIPPED.replace("after_leaving = 30", "after_leaving = true", 1), "number of days"),
        (
            SHIPPED.replace("after_leaving = 30", "after_leaving = 30\nafter_lunch = 1", 1),
            "unknown key after_lunch",
        ),
        (SHIPPED.replace("matching_allowed = true", "matching_allowed = 1", 1), "true or false"),
        (SHIPPED.replace('title = "Minnesota"', 'title = " "', 1), "must be a text"),
    ],
)
def test_a_broken_file_is_refused_with_one_sentence_that_says_what_to_do(text: str, says: str) -> None:
    with pytest.raises(RetentionError) as refused:
        parse_profiles(text)
    assert says in str(refused.value)
