"""What the vault keeps of an import: rows come back as they were, undone ones lend no recipe, leaning is seen."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from vault_makers import AT, consent, new_id, person

import consentry_vault as cv
from consentry_policy.people import Protection, Role
from consentry_vault.imports import ImportRow, digest_of, person_as_json, person_of_json


def imported(**fields: Any) -> ImportRow:
    basis = {
        "id": new_id(),
        "at": AT,
        "by": "ada",
        "sha256": "ab" * 32,
        "fingerprint": "f",
        "recipe": "version = 1",
    }
    return ImportRow(**{**basis, **fields})


def test_a_persons_row_survives_as_json() -> None:
    someone = person(birth_date=date(2012, 2, 29), roles=frozenset({Role.STUDENT, Role.CO_WORKER}), number=None)
    assert person_of_json(person_as_json(someone)) == someone
    assert digest_of([someone]) != digest_of([person(id=someone.id)])


def test_the_latest_standing_recipe_counts(vault: cv.Vault) -> None:
    first, second = imported(recipe="a"), imported(recipe="b", at=AT + timedelta(hours=1))
    with vault.write() as unit:
        unit.imports.add(first)
        unit.imports.add(second)
        assert unit.imports.recipes() == {"f": "b"}
        unit.imports.mark_undone(second.id, by="ada", at=AT)
        assert unit.imports.recipes() == {"f": "a"}
        assert [row.undone_by for row in unit.imports.all()] == ["ada", None]
        with pytest.raises(KeyError):
            unit.imports.mark_undone("none", by="ada", at=AT)


def test_what_leans_on_an_import_is_seen(vault: cv.Vault) -> None:
    someone, other = person(), person(number="2")
    row = imported(first=1, last=1, added=(someone.id,))
    with vault.write() as unit:
        unit.people.add(someone, other)
        unit.consents.add(consent(someone.id, 1))
        unit.consents.add(consent(other.id, 2))
        assert not unit.imports.leaned_on(row, [someone.id])
        unit.protections.add(Protection(new_id(), someone.id, "safety", "ada", AT))
        assert unit.imports.leaned_on(row, [someone.id])
        assert unit.imports.leaned_on(imported(first=1, last=1), [other.id])  # a later answer


def test_many_people_are_written_at_once_or_not_at_all(vault: cv.Vault) -> None:
    someone = person()
    with vault.write() as unit:
        unit.people.add(someone)
        unit.people.update_all([person(id=someone.id, last_name="Élan")])
        assert [p.id for p in unit.people.search("elan")] == [someone.id]
        with pytest.raises(KeyError):
            unit.people.update_all([person(id=someone.id), person()])
