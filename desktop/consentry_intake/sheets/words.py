"""Looks words up in the lexicon: what a header means, which channels and flags a text names."""

from __future__ import annotations

from consentry_intake.sheets.lexicon import CHANNELS, FLAGS, HEADERS
from consentry_intake.sheets.recipe import Meaning
from consentry_intake.sheets.spelling import header_words, norm

OF_THE_CHILD = frozenset({"court order", "foster care", "safety"})  # flags that speak of more than one answer


def plain_meaning(header: str) -> Meaning | None:
    """The meaning a header names outright, or None."""
    for words in (header_words(header), norm(header).replace(" / ", "/")):
        for meaning, pattern in HEADERS:
            if pattern.match(words):
                return meaning
    return None


def channels_in(text: str) -> tuple[str, ...]:
    """The kinds of channel that a text names, in the order of `ChannelKind`'s words above."""
    words = norm(text).replace("/", " ")
    return tuple(kind for kind, pattern in CHANNELS if pattern.search(words))


def flag_in(text: str) -> str | None:
    """The flag that a text raises ("court order", "foster care", "safety", "see office"), or None."""
    words = norm(text)
    return next((flag for flag, pattern in FLAGS if pattern.search(words)), None)
