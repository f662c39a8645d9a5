"""The jobs on photos, and what each gives back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from consentry.services import untrusted as read
from consentry.services.analysis import (
    NO_ENGINE,
    AnalysedFace,
    Analysis,
    Box,
    Engine,
    Points,
    read_analysis,
    read_face,
)
from consentry.services.jobs import Content, Subject
from consentry_intake import limits


@dataclass(frozen=True, slots=True)
class Analyse:
    """Find every face of every frame, and compute templates unless ``embed`` is False (or the pool has none).

    Also the check of a finished copy: then without templates.
    """

    content: Content = field(repr=False)
    embed: bool = True
    kind: str = field(default="analyse", init=False)
    subject: Subject = field(default=Subject.PHOTO, init=False, repr=False)

    def options(self) -> dict[str, object]:
        """See Job."""
        return {"embed": self.embed}

    def read(
        self, untrusted: Mapping[str, object], untrusted_blobs: Sequence[bytes], sha256: str, by: Engine
    ) -> Analysis:
        """See Job."""
        if untrusted.get("width") is None and untrusted.get("error") is not None:
            return Analysis(sha256, read.sentence(untrusted, "error"))
        return read_analysis(untrusted, untrusted_blobs, sha256, by)

    def failed(self, sentence: str, sha256: str) -> Analysis:
        """See Job."""
        return Analysis(sha256, sentence)


@dataclass(frozen=True, slots=True)
class PointedFace:
    """The face at a place that was pointed at, or ``error``."""

    sha256: str
    face: AnalysedFace | None = None
    error: str | None = None
    engine: Engine = NO_ENGINE


@dataclass(frozen=True, slots=True)
class EmbedAt:
    """The face where a reviewer drew ``box``; with ``landmarks`` exactly those are used. Score 0: nobody but the
    reviewer saw a face there.
    """

    content: Content = field(repr=False)
    box: Box
    landmarks: Points | None = None
    kind: str = field(default="embed_at", init=False)
    subject: Subject = field(default=Subject.PHOTO, init=False, repr=False)

    def options(self) -> dict[str, object]:
        """See Job."""
        return {
            "box": list(self.box),
            "landmarks": None if self.landmarks is None else [list(p) for p in self.landmarks],
        }

    def read(
        self, untrusted: Mapping[str, object], untrusted_blobs: Sequence[bytes], sha256: str, by: Engine
    ) -> PointedFace:
        """See Job."""
        if untrusted.get("error") is not None:
            return PointedFace(sha256, None, read.sentence(untrusted, "error"))
        with_template = read.flag(untrusted, "templates")
        if len(untrusted_blobs) != 1 + with_template:
            raise read.BadReplyError("parts")
        template = untrusted_blobs[1] if with_template else None
        return PointedFace(sha256, read_face(untrusted.get("face"), untrusted_blobs[0], template, by), None, by)

    def failed(self, sentence: str, sha256: str) -> PointedFace:
        """See Job."""
        return PointedFace(sha256, None, sentence)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture made of a photo: ``content`` is a JPEG (or PNG) file, b"" with ``error``. ``width`` and
    ``height`` are the photo's (of a copy: the copy's) in px; the last two tell of a copy.
    """

    sha256: str
    content: bytes = field(default=b"", repr=False)
    width: int = 0
    height: int = 0
    error: str | None = None
    format: str = "JPEG"
    lossless: bool = False
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """The first frame, upright, longest side at most ``side`` px, for the window."""

    content: Content = field(repr=False)
    side: int = 2048
    kind: str = field(default="view", init=False)
    subject: Subject = field(default=Subject.PHOTO, init=False, repr=False)

    def options(self) -> dict[str, object]:
        """See Job."""
        return {"side": self.side}

    def read(
        self, untrusted: Mapping[str, object], untrusted_blobs: Sequence[bytes], sha256: str, by: Engine
    ) -> Picture:
        """See Job."""
        if untrusted.get("error") is not None:
            return Picture(sha256, error=read.sentence(untrusted, "error"))
        return Picture(sha256, _only(untrusted_blobs, jpeg=True), *_size(untrusted))

    def failed(self, sentence: str, sha256: str) -> Picture:
        """See Job."""
        return Picture(sha256, error=sentence)


@dataclass(frozen=True, slots=True)
class MakeCopy:
    """The copy that may be let out: one frame, upright, ``covers`` under solid rectangles with padding, then cut
    to ``crop``; no metadata but the colour profile. ``splice_xmp`` of consentry_intake adds the verdict's fields.
    """

    content: Content = field(repr=False)
    covers: tuple[Box, ...] = ()
    crop: Box | None = None
    kind: str = field(default="release", init=False)
    subject: Subject = field(default=Subject.PHOTO, init=False, repr=False)

    def options(self) -> dict[str, object]:
        """See Job."""
        return {"covers": [list(b) for b in self.covers], "crop": list(self.crop) if self.crop else None}

    def read(
        self, untrusted: Mapping[str, object], untrusted_blobs: Sequence[bytes], sha256: str, by: Engine
    ) -> Picture:
        """See Job."""
        if untrusted.get("error") is not None:
            return Picture(sha256, error=read.sentence(untrusted, "error"))
        kind = read.text(untrusted, "kind", 4)
        if kind not in {"JPEG", "PNG"}:
            raise read.BadReplyError("kind")
        return Picture(
            sha256,
            _only(untrusted_blobs, jpeg=kind == "JPEG"),
            *_size(untrusted),
            None,
            kind,
            read.flag(untrusted, "lossless"),
            read.hexadecimal(untrusted, "fingerprint", 64),
        )

    def failed(self, sentence: str, sha256: str) -> Picture:
        """See Job."""
        return Picture(sha256, error=sentence)


def _only(untrusted_blobs: Sequence[bytes], *, jpeg: bool) -> bytes:
    if len(untrusted_blobs) != 1:
        raise read.BadReplyError("parts")
    if jpeg:
        return read.jpeg(untrusted_blobs[0], limits.WIRE_BLOB_BYTES)
    if not untrusted_blobs[0].startswith(b"\x89PNG\r\n\x1a\n"):
        raise read.BadReplyError("picture")
    return untrusted_blobs[0]


def _size(untrusted: Mapping[str, object]) -> tuple[int, int]:
    side = limits.IMAGE_SIDE
    return read.whole(untrusted, "width", 1, side), read.whole(untrusted, "height", 1, side)
