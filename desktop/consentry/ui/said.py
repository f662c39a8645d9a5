"""What the services say in fixed words, in the window's language; what has no translation stays English."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from consentry_policy.people import Role


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
