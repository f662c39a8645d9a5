"""What the services say in fixed words, in the window's language; what has no translation stays English."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from consentry_policy.people import Role
from consentry_policy.sentences import Sentence

_NUMBER = re.compile(r"\d[\d,.]*(?<=\d)")
# What a child says of a file, and what the vault keeps of it: why, perhaps a detail in brackets, and what to do.
_OF_A_FILE = re.compile(r"(?P<begins>[^:]+): (?P<why>.+?)(?P<detail> \([^()]*\))?; (?P<then>[^;]+)\.")
_NEXT = re.compile(r"(?<=[.!?]) (?=[A-Z])")


def sentence(told: Sentence | str) -> str:
    """A sentence of the services or of the policy's data, its values in their places; a str is fixed words."""
    if isinstance(told, str):
        return _fixed(told) if told else ""
    if not told.values:
        return told.filled(sentence(told.template), {})
    values = {name: sentence(value) if name in told.fixed else value for name, value in told.values}
    return told.filled(_translated(told.template), values)


def sentences(told: str) -> str:
    """Several sentences in fixed words, one after another."""
    return " ".join(sentence(part) for part in _NEXT.split(told))


def told(said: Sentence | str) -> str:
    """Ours as a sentence; a str is what somebody wrote, and stays as it is."""
    return said if isinstance(said, str) else sentence(said)


def _translated(words: str) -> str:
    return QCoreApplication.translate("Sentence", words)


def _fixed(words: str) -> str:
    """Words that came as they are: with a number in them at most, or what is wrong with a file in its parts."""
    found = _translated(words)
    if found != words:
        return found
    number = _NUMBER.search(words)
    if number is not None:
        general = f"{words[: number.start()]}{{count}}{words[number.end() :]}"
        found = _translated(general)
        if found != general:
            return found.replace("{count}", number[0])
    parts = _OF_A_FILE.fullmatch(words)
    return words if parts is None else _of_a_file(words, parts)


def _of_a_file(words: str, parts: re.Match[str]) -> str:
    """English as it came where any part but the detail, which may be ours to read, has no translation."""
    begins, why, then = (sentence(parts[name]) for name in ("begins", "why", "then"))
    if begins == parts["begins"] or why == parts["why"] or then == parts["then"]:
        return words
    detail = f" ({sentence(parts['detail'][2:-1])})" if parts["detail"] else ""
    return f"{begins}: {why}{detail}; {then}."


def reason_name(code: str) -> str:
    """A reason's code as words, to choose it by."""
    return QCoreApplication.translate("ReasonName", code.replace("-", " ").capitalize())


def deed(words: str) -> str:
    """What an entry of the log tells: `log.WORDS`."""
    return QCoreApplication.translate("Deed", words)


def matching(words: str) -> str:
    """A gallery mode's title or its note: `vaults.MATCHING_NOTES`."""
    return QCoreApplication.translate("Matching", words)


def likeness(words: str) -> str:
    """How a face is like a person: `photos.LIKENESS`."""
    return QCoreApplication.translate("Likeness", words)


def person_role(role: Role) -> str:
    """What a person is to the school."""
    return QCoreApplication.translate("PersonRole", role.value)
