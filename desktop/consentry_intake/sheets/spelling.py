"""Brings the many spellings of one word to one."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TICKS = "✓✔☑√✅"
_CROSSES = "✗✘☒❌"
_QUOTES = re.compile(r"['`]")
_NO_WORD = re.compile(r"[^a-z0-9*?+&/]+")
_KEPT = {"*", "?", "+", "&", "/", "-", "☐"}


@lru_cache(maxsize=200_000)
def norm(text: str) -> str:
    """Lower case, no accents, words with single spaces; ticks are "✓", crosses "✗"; "-" only as a lone mark."""
    if text.isascii():
        words = " ".join(_NO_WORD.sub(" ", _QUOTES.sub("", text.lower())).split())
        return words or ("-" if text.strip() else "")
    out = []
    for character in unicodedata.normalize("NFKD", text.strip().casefold()):
        if character in _TICKS:
            out.append(" ✓ ")
        elif character in _CROSSES:
            out.append(" ✗ ")
        elif character.isalnum() or character in _KEPT - {"-"}:
            out.append(character)
        elif unicodedata.combining(character) or character in "'’`":
            continue
        else:
            out.append(" ")
    words = " ".join("".join(out).split())
    return words or ("-" if text.strip() else "")


def header_words(header: str) -> str:
    """A header ready for the patterns: camel case and underscores become words."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", header).replace("_", " ").replace("#", " number ")
    return re.sub(r" ?/ ?", " / ", norm(spaced)).replace(" / s", "").strip(" ?")
