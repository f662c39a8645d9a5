"""What the services say in fixed words, in the window's language; what has no translation stays English."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from consentry_policy.people import Role
from consentry_policy.sentences import Sentence


def sentence(told: Sentence | str) -> str:
    """A sentence of the services or of the policy's data, its values in their places; a str is fixed words."""
    if isinstance(told, str):
        return QCoreApplication.translate("Sentence", told) if told else ""
    values = {name: sentence(value) if name in told.fixed else value for name, value in told.values}
    return told.filled(sentence(told.template), values)


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
