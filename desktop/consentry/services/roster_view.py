"""The roster as one version of it stands: read once, used by every judgement until it changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from consentry_policy.people import Person, PersonId, Protection
from consentry_policy.records import ConsentRecord
from consentry_vault.unit import Unit


@dataclass(frozen=True, slots=True)
class Roster:
    """People, their answers, protections, and who looks like whom."""

    people: Mapping[PersonId, Person]
    records: Mapping[PersonId, tuple[ConsentRecord, ...]]
    protections: Mapping[PersonId, tuple[Protection, ...]]
    look_alikes: Mapping[PersonId, frozenset[PersonId]]

    @classmethod
    def read(cls, unit: Unit) -> Roster:
        """The roster as it stands in ``unit``."""
        alike: dict[PersonId, set[PersonId]] = {}
        for a, b in unit.people.look_alikes():
            alike.setdefault(a, set()).add(b)
            alike.setdefault(b, set()).add(a)
        return cls(
            people={p.id: p for p in unit.people.all()},
            records=unit.consents.all(),
            protections=unit.protections.all(),
            look_alikes={person: frozenset(others) for person, others in alike.items()},
        )
