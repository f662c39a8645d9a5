"""How copies look is read once while a vault is open, and what is released later is found, too."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import consentry_vault as cv
from consentry.services.looks import Looks
from consentry_policy.verdicts import Outcome

FAR = "0f" * 32


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[cv.Vault]:
    with cv.create(tmp_path / "vault", "four plain test words", "Dana", matching="off", argon2=cv.FLOOR) as made:
        yield made


def let_out(vault: cv.Vault, *hashes: str | None) -> list[cv.ReleasedCopy]:
    """A release of copies that look like this."""
    now = datetime.now(UTC)
    release = cv.Release(secrets.token_hex(16), "Facebook", now.date(), now, "dana", "out", len(hashes), "")
    made = [
        cv.ReleasedCopy(
            id=secrets.token_hex(8),
            release=release.id,
            photo=secrets.token_hex(16),
            name=f"{number}.jpg",
            sha256=secrets.token_hex(32),
            source_sha256=secrets.token_hex(32),
            perceptual_hash=value,
            outcome=Outcome.CLEARED,
            reasons=[],
            seen=True,
        )
        for number, value in enumerate(hashes)
    ]
    with vault.write() as unit:
        unit.releases.add(release, made)
    return made


def found(looks: Looks, vault: cv.Vault, value: str) -> str | None:
    with vault.read() as unit:
        near = looks.nearest(unit, value)
    return None if near is None else near.copy.id


def flipped(value: str, bits: int) -> str:
    """The hash with so many of its bits turned."""
    return f"{int(value, 16) ^ ((1 << bits) - 1):064x}"


def test_the_nearest_copy_is_found_and_a_far_one_is_not(vault: cv.Vault) -> None:
    looks = Looks()
    assert found(looks, vault, FAR) is None
    one, two = secrets.token_hex(32), secrets.token_hex(32)
    copies = let_out(vault, one, None, two)
    assert found(looks, vault, one) == copies[0].id
    assert found(looks, vault, flipped(two, 40)) == copies[2].id
    assert found(looks, vault, flipped(two, 60)) is None
    assert found(looks, vault, "") is None


def test_a_later_release_and_a_withdrawn_copy_are_found_as_they_are_now(vault: cv.Vault) -> None:
    looks = Looks()
    first = secrets.token_hex(32)
    old = let_out(vault, first)[0]
    assert found(looks, vault, first) == old.id
    later = secrets.token_hex(32)
    new = let_out(vault, later)[0]
    assert found(looks, vault, later) == new.id
    assert found(looks, vault, first) == old.id
    with vault.write() as unit:
        unit.releases.withdraw(old.id, at=datetime.now(UTC), why="consent was withdrawn")
    with vault.read() as unit:
        near = looks.nearest(unit, first)
    assert near is not None
    assert near.copy.withdrawn_at is not None


def test_what_was_read_of_another_table_is_not_kept(vault: cv.Vault, tmp_path: Path) -> None:
    looks = Looks()
    let_out(vault, secrets.token_hex(32), secrets.token_hex(32))
    assert found(looks, vault, FAR) is None
    folder = tmp_path / "other"
    with cv.create(folder, "four plain test words", "Dana", matching="off", argon2=cv.FLOOR) as other:
        copy = let_out(other, FAR)[0]
        assert found(looks, other, FAR) == copy.id
