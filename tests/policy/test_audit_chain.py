"""The audit chain: whatever is done to it is found, and the first broken entry is named."""

from __future__ import annotations

from random import Random

import pytest

from consentry_policy.audit import START, Checkpoint, link, verify

KEY = bytes(range(32))
Chain = list[tuple[bytes, bytes]]


def chain(length: int, key: bytes = KEY) -> Chain:
    made: Chain = []
    mac = START
    for number in range(length):
        entry = f'{{"sequence": {number + 1}}}'.encode()
        mac = link(mac, entry, key)
        made.append((entry, mac))
    return made


def checkpoints(whole: Chain, *counts: int) -> list[Checkpoint]:
    return [Checkpoint(count, whole[count - 1][1] if count else START) for count in counts]


def test_a_whole_chain_is_whole_with_its_checkpoints() -> None:
    whole = chain(20)
    assert verify(whole, KEY, checkpoints(whole, 0, 7, 20)) is None
    assert verify([], KEY, checkpoints(whole, 0)) is None


def test_two_hundred_kinds_of_damage_are_all_found() -> None:
    random = Random(436)
    whole = chain(40)
    known = checkpoints(whole, 10, 40)
    for number in range(200):
        broken, at = list(whole), random.randrange(39)
        kind = ["edit", "edit mac", "delete", "insert", "swap", "truncate", "repeat", "rewrite tail"][number % 8]
        if kind == "edit":
            broken[at] = (broken[at][0] + b" ", broken[at][1])
        elif kind == "edit mac":
            broken[at] = (broken[at][0], bytes(32))
        elif kind == "delete":
            del broken[at]
        elif kind == "insert":
            broken.insert(at, (b"{}", link(broken[at][1], b"{}", b"another key")))
        elif kind == "swap":
            broken[at], broken[at + 1] = broken[at + 1], broken[at]
        elif kind == "truncate":
            at += 1
            del broken[at:]
        elif kind == "repeat":
            broken.insert(at, broken[at])
            at += 1
        else:  # by someone who has the key: only the checkpoints tell
            del broken[at:]
            while len(broken) < 40:
                broken.append((b"new", link(broken[-1][1] if broken else START, b"new", KEY)))
        found = verify(broken, KEY, known)
        assert found is not None, kind
        assert found == at or kind == "rewrite tail", kind


def test_a_rewritten_tail_is_named_at_the_first_checkpoint_that_does_not_fit() -> None:
    whole, other = chain(10), chain(3)
    for _ in range(7):
        other.append((b"new", link(other[-1][1], b"new", KEY)))
    assert verify(other, KEY, checkpoints(whole, 3, 6, 10)) == 5


def test_another_key_breaks_the_first_entry() -> None:
    assert verify(chain(3), bytes(32)) == 0


def test_without_a_checkpoint_a_cut_tail_looks_like_a_younger_chain() -> None:
    whole = chain(5)
    assert verify(whole[:3], KEY) is None
    assert verify(whole[:3], KEY, checkpoints(whole, 5)) == 3
    assert verify(whole, KEY, [Checkpoint(0, bytes(31) + b"x")]) == 0


def test_a_link_asks_for_a_whole_mac_before_it() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        link(b"short", b"entry", KEY)
