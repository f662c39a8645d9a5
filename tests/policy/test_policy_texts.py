"""A district's policy file: what we ship is whole, and a broken one is refused with what to put right."""

from __future__ import annotations

from datetime import timedelta

import pytest
from policy_makers import SOCIAL, YEARBOOK, photo, shown, student

from consentry_policy import resources
from consentry_policy.channels import ChannelKind
from consentry_policy.clauses import POLICY_436, ROWS
from consentry_policy.decide import decide
from consentry_policy.facts import ConsentState, Mark
from consentry_policy.rules import Expiry
from consentry_policy.texts import PLACEHOLDERS, PolicyError, load_policy, parse_policy

SHIPPED = resources.read_text("policies/436.toml")


def test_the_file_we_ship_cites_what_the_program_cites() -> None:
    policy = load_policy()
    assert policy.clauses == POLICY_436
    assert set(policy.reasons) == set(ROWS)
    assert policy.group_of == 3
    assert policy.consent_rules.school_year_end == Expiry(6, 30)
    assert policy.consent_rules.utc_offset == timedelta(hours=-6)
    assert all(policy.checklist[mark] for mark in Mark)


def test_every_sentence_reads_as_one_with_and_without_values() -> None:
    policy = load_policy()
    values = dict.fromkeys(PLACEHOLDERS, "X")
    for code in ROWS:
        for told in (policy.sentence(code), policy.next_step(code), policy.sentence(code, **values)):
            sentence = str(told)
            assert sentence[0].isupper(), sentence
            assert sentence.endswith("."), sentence
            assert "{" not in sentence


def test_a_reason_is_told_with_the_person_and_what_their_consent_is() -> None:
    policy = load_policy()
    [reason] = decide(photo([shown("a")], [student("a")])).reasons
    told = policy.sentence(reason, person="Kim Doe", state=policy.states[ConsentState.REFUSED])
    assert str(told) == "Kim Doe has a refusal on record."
    assert str(policy.next_step(reason)).startswith("Leave the photo out")


def test_another_district_cites_its_own_clauses() -> None:
    own = parse_policy(SHIPPED.replace('"436 IV.C.2"', '"B-12 (3)"').replace("district rule after 436 IV", "B-13"))
    facts = photo([shown("a")], [student("a")])
    assert decide(facts, own.clauses).reasons[0].clause == "B-12 (3)"
    yearbook = photo([shown("a")], [student("a")], channel=YEARBOOK)
    assert decide(yearbook, own.clauses).reasons[0].clause == "B-13"
    assert SOCIAL.kind is ChannelKind.SOCIAL


def test_the_expiry_of_a_kind_or_a_channel_is_read() -> None:
    text = SHIPPED.replace("[consent.by_kind]", "[consent.by_kind]\nyearbook = { month = 8, day = 31 }")
    text = text.replace("[consent.by_channel]", '[consent.by_channel]\nIntranet = "never"')
    rules = parse_policy(text).consent_rules
    assert rules.by_kind == {ChannelKind.YEARBOOK: Expiry(8, 31)}
    assert rules.by_channel == {"Intranet": None}


def broken(old: str, new: str) -> str:
    assert old in SHIPPED
    return SHIPPED.replace(old, new, 1)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("title =", "not valid TOML"),
        (broken("format = 1", "format = 2"), "unknown format"),
        (broken("[reasons.cleared]", "[reasons.clear]"), "take out [reasons.clear]"),
        (SHIPPED[: SHIPPED.index("[reasons.cleared]")], "lacks the table [cleared]"),
        (broken('district = "Henning Public Schools"', "district = 7"), "district must be a text"),
        (broken('text = "No face', 'text = "' + "x" * 400 + "No face"), "1 to 400"),
        (broken("{person} {state}.", "{person.__class__}."), "placeholder is not known"),
        (broken("{person} {state}.", "{name}."), "placeholder is not known"),
        (broken("{person} {state}.", "{person!r}."), "placeholder is not known"),
        (broken("{person} {state}.", "{person:>9}."), "placeholder is not known"),
        (broken("{person} {state}.", "{person."), "brace is not closed"),
        (broken("group_of = 3", "group_of = 1"), "from 2 to 100"),
        (broken("group_of = 3", "group_of = true"), "from 2 to 100"),
        (broken("utc_offset_hours = -6", "utc_offset_hours = -60"), "from -12 to 14"),
        (broken("month = 6, day = 30", "month = 2, day = 29"), "a day of every year"),
        (broken("month = 6, day = 30", 'month = "6", day = 30'), "a day of every year"),
        (broken("month = 6, day = 30", "month = 6"), "a day of every year"),
        (broken("school_year_end = {", "school_year = {"), "a day of every year"),
        (broken("[consent.by_kind]", "[consent.by_kind]\ntv = 'never'"), "kind of channel is not known"),
        (broken("[checklist]", "[checklists]"), "lacks the table [checklist]"),
        (broken('"floor plan" = [', '"floor plan" = ["", '), "list of texts"),
    ],
)
def test_a_broken_file_is_refused_with_one_sentence_that_says_what_to_do(text: str, says: str) -> None:
    with pytest.raises(PolicyError) as refused:
        parse_policy(text)
    assert says in str(refused.value)
