"""A school year is played; a second, literal reading of the rules agrees on every consent and every verdict."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from random import Random

from literal_consent import literal_state
from literal_table import literal_verdict
from school_year import START, Photo, Year

from consentry_policy.changes import changes
from consentry_policy.decide import decide
from consentry_policy.facts import PhotoFacts
from consentry_policy.verdicts import Outcome, Verdict


def judged(year: Year, photo: Photo, facts: PhotoFacts) -> Verdict:
    """The verdict, after the literal reading of consents and table has agreed with it."""
    literal = {
        person: replace(
            standing,
            state=literal_state(
                year.people[person], year.records[person], year.protections[person], facts.channel, facts.day
            ),
        )
        for person, standing in facts.people.items()
        if facts.channel is not None
    }
    assert {p: s.state for p, s in literal.items()} == {p: s.state for p, s in facts.people.items()}, photo
    found = decide(facts)
    assert found.outcome is literal_verdict(replace(facts, people=literal)), photo
    return found


def test_a_school_year_of_500_changes_is_judged_the_same_by_two_readings() -> None:
    year = Year(Random(436))
    year.begin()
    cache = {photo.id: judged(year, photo, year.facts(photo, START)) for photo in year.photos}
    assert (len(year.people), len(year.channels) + len(year.events), len(cache)) == (2000, 20, 10_000)
    seen = Counter(verdict.outcome for verdict in cache.values())
    told: set[str] = set()
    for number in range(500):
        day = START + timedelta(days=number // 2)
        touched = year.change(day)
        after = {photo.id: judged(year, photo, year.facts(photo, day)) for photo in touched}
        told |= {c.sentence.split(" ", 2)[2] for c in changes({id_: cache[id_] for id_ in after}, after)}
        cache |= after
        seen.update(verdict.outcome for verdict in after.values())
    assert min(seen[outcome] for outcome in Outcome) > 100, seen
    assert any("cleared" in sentence and sentence.endswith("now blocked") for sentence in told), told


def test_a_change_of_one_person_touches_no_other_photo() -> None:
    year = Year(Random(7))
    year.begin()
    before = {photo.id: decide(year.facts(photo, START)) for photo in year.photos}
    person = next(p for p in year.people if any(before[f.id].releasable for f in year.by_person[p]))
    year.answer(person, START, by_hand=True)
    year._protect(person, START)
    year.known.clear()
    after = {photo.id: decide(year.facts(photo, START)) for photo in year.photos}
    changed = {id_ for id_ in before if before[id_] != after[id_]}
    assert changed
    assert changed <= {photo.id for photo in year.by_person[person]}
