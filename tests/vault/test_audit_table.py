"""Whatever is done to the audit table behind the program's back is found."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable

import pytest
from sqlalchemy import Connection, text
from vault_makers import AT

import consentry_vault as cv
from consentry_vault.audit import HEAD

LENGTH = 24


@pytest.fixture
def chained(vault: cv.Vault) -> cv.Vault:
    with vault.write() as unit:
        for n in range(LENGTH - 1):  # one entry says that the vault was made
            unit.audit.append("decided", {"photo": f"p{n}", "count": n}, at=AT)
        assert unit.audit.verify() is None
    return vault


def _edit(on: Connection, at: int, chance: random.Random) -> None:
    entry = bytearray(on.execute(text("SELECT entry FROM audit WHERE sequence = :n"), {"n": at}).scalar_one())
    entry[chance.randrange(len(entry))] ^= 1 << chance.randrange(8)
    on.execute(text("UPDATE audit SET entry = :e WHERE sequence = :n"), {"e": bytes(entry), "n": at})


def _delete(on: Connection, at: int, chance: random.Random) -> None:
    on.execute(text("DELETE FROM audit WHERE sequence = :n"), {"n": at})
    if chance.random() < 0.5:  # and close the gap, as somebody would who hides it
        on.execute(text("UPDATE audit SET sequence = -sequence WHERE sequence > :n"), {"n": at})
        on.execute(text("UPDATE audit SET sequence = -sequence - 1 WHERE sequence < 0"))


def _insert(on: Connection, at: int, chance: random.Random) -> None:
    row = on.execute(
        text("SELECT entry, mac FROM audit WHERE sequence = :n"), {"n": chance.randint(1, LENGTH)}
    ).one()
    on.execute(text("UPDATE audit SET sequence = -sequence WHERE sequence >= :n"), {"n": at})
    on.execute(text("UPDATE audit SET sequence = -sequence + 1 WHERE sequence < 0"))
    values = {"n": at, "e": row.entry, "m": row.mac}
    on.execute(text("INSERT INTO audit (sequence, entry, mac) VALUES (:n, :e, :m)"), values)


def _swap(on: Connection, at: int, chance: random.Random) -> None:
    other = chance.choice([n for n in range(1, LENGTH + 1) if n != at])
    on.execute(text("UPDATE audit SET sequence = 0 WHERE sequence = :n"), {"n": at})
    on.execute(text("UPDATE audit SET sequence = :n WHERE sequence = :o"), {"n": at, "o": other})
    on.execute(text("UPDATE audit SET sequence = :o WHERE sequence = 0"), {"o": other})


def _truncate(on: Connection, at: int, _: random.Random) -> None:
    on.execute(text("DELETE FROM audit WHERE sequence >= :n"), {"n": at})


class _UndoneError(Exception):
    pass


@pytest.mark.parametrize("harm", [_edit, _delete, _insert, _swap, _truncate])
def test_two_hundred_of_each_are_all_found(
    chained: cv.Vault, harm: Callable[[Connection, int, random.Random], None]
) -> None:
    chance = random.Random(3)
    for _ in range(200):
        at = chance.randint(1, LENGTH)
        with contextlib.suppress(_UndoneError), chained.write() as unit:
            harm(unit.connection, at, chance)
            broken = unit.audit.verify()
            assert broken is not None
            assert broken <= LENGTH + 1
            raise _UndoneError
    with chained.read() as unit:
        assert unit.audit.verify() is None


def test_an_edit_is_named_by_its_entry(chained: cv.Vault) -> None:
    with chained.write() as unit:
        _edit(unit.connection, 7, random.Random(4))
    with chained.read() as unit:
        assert unit.audit.verify() == 7


def test_a_tail_cut_together_with_its_head_is_found_by_an_older_checkpoint(chained: cv.Vault) -> None:
    with chained.write() as unit:
        point = unit.audit.checkpoint()
        unit.audit.append("exported", {})
        young = unit.settings.get(HEAD)
        unit.audit.append("exported", {})
    with chained.write() as unit:  # back to an older state, head and all: inside the vault nothing shows it
        _truncate(unit.connection, point.count + 2, random.Random(5))
        unit.settings.set(HEAD, young)
        assert unit.audit.verify(point) is None
        _truncate(unit.connection, point.count, random.Random(5))
        assert unit.audit.verify(point) == point.count


@pytest.mark.parametrize("head", [None, {}, {"count": 3, "mac": "00" * 32, "seal": "00" * 32}])
def test_a_head_that_somebody_wrote_is_not_believed(chained: cv.Vault, head: object) -> None:
    with chained.write() as unit:
        unit.settings.set(HEAD, head)
        assert unit.audit.verify() is not None


def test_a_head_turned_back_is_found(chained: cv.Vault) -> None:
    with chained.write() as unit:
        older = unit.settings.get(HEAD)
        unit.audit.append("exported", {})
        unit.settings.set(HEAD, older)
        assert unit.audit.verify() == LENGTH + 1


def test_a_renumbered_entry_is_found(chained: cv.Vault) -> None:
    with chained.write() as unit:
        unit.connection.execute(
            text("UPDATE audit SET sequence = sequence + 5 WHERE sequence = :n"), {"n": LENGTH}
        )
        assert unit.audit.verify() == LENGTH


def test_an_emptied_table_is_broken(chained: cv.Vault) -> None:
    with chained.write() as unit:
        unit.connection.execute(text("DELETE FROM audit"))
        unit.connection.execute(text("DELETE FROM settings"))
        assert unit.audit.verify() == 1


def test_entries_say_who_when_and_what(chained: cv.Vault) -> None:
    with chained.read() as unit:
        entry = unit.audit.entries(after=LENGTH - 1)[0]
        assert (entry.sequence, entry.by, entry.at) == (LENGTH, chained.user.id, AT)
        assert (entry.verb, entry.details) == ("decided", {"photo": f"p{LENGTH - 2}", "count": LENGTH - 2})
