"""What a job for a worker child is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import Protocol, TypeVar

from consentry.services.analysis import Engine

Content = bytes | Path  # a path is read once, by the parent; the child is never told it
T_co = TypeVar("T_co", covariant=True)


class Subject(Enum):
    """What a job's sentences speak of: how they begin, and what they advise when nothing better is known."""

    PHOTO = ("This photo could not be checked", "save it again as JPEG and check that")
    SHEET = ("This sheet could not be read", "save it again as .xlsx and import that")

    def sentence(self, why: str, then: str | None = None) -> str:
        """The one sentence for the user."""
        begins, usual = self.value
        return f"{begins}: {why}; {then or usual}."


class Job(Protocol[T_co]):
    """One job. ``kind`` is a name of the child's table; the content's bytes go to the child with ``options``."""

    @property
    def kind(self) -> str:
        """Its name in the child's table."""
        ...

    @property
    def content(self) -> Content:
        """What is looked at."""
        ...

    @property
    def subject(self) -> Subject:
        """What its sentences speak of."""
        ...

    def options(self) -> dict[str, object]:
        """What the child is told beside the bytes."""
        ...

    def read(
        self, untrusted: Mapping[str, object], untrusted_blobs: Sequence[bytes], sha256: str, by: Engine
    ) -> T_co:
        """The result in a reply. Raises BadReplyError."""
        ...

    def failed(self, sentence: str, sha256: str) -> T_co:
        """The result where the job could not be done."""
        ...
