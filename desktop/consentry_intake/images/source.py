"""What every opened image offers, whoever decodes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from consentry_intake.images.facts import Facts
from consentry_intake.images.kinds import Kind
from consentry_intake.images.pixels import Frame


@dataclass(frozen=True, slots=True)
class Shown:
    """A frame, and whether the file declares it a smaller version of the first one."""

    frame: Frame
    preview: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """What is known before a pixel is decoded. ``width`` and ``height`` are upright px; ``declared`` counts the
    frames by the file's own account; ``trailing`` the bytes behind the image's end; ``profile`` is ICC or b"".
    """

    kind: Kind
    width: int
    height: int
    declared: int
    facts: Facts
    profile: bytes
    trailing: int


class Source(Protocol):
    """An opened image."""

    header: Header

    def shown(self) -> Iterator[Shown | None]:
        """Its frames in order; None for a map of brightness or depth, which shows nobody. Raises PhotoError."""
        ...
