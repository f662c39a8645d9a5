"""The looks of an xlsx that can carry meaning: a fill, a strike-through, a number format that pads with zeros."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass

from consentry_intake.sheets.zipped import local, parse

_PAD = re.compile(r"0{2,}\Z")
_PLAIN = {"FFFFFF", "000000"}  # white paper, and the "no colour" of many writers


@dataclass(frozen=True, slots=True)
class Look:
    """A cell style reduced to what can mean something. ``pad``: digits shown at least, zeros in front."""

    fill: str | None = None
    strike: bool = False
    pad: int = 0

    @property
    def says_something(self) -> bool:
        """True when the style differs from plain in a way that matters."""
        return self.fill is not None or self.strike or self.pad > 0


class _Styles:
    """Collects fonts, fills, number formats and the cell formats that combine them."""

    def __init__(self) -> None:
        self.looks: list[Look] = []
        self._strikes: list[bool] = []
        self._fills: list[str | None] = []
        self._pads: dict[str, int] = {}
        self._inside = ""
        self._solid = False

    def start(self, element: str, attributes: dict[str, str]) -> None:
        name = local(element)
        if name in {"fonts", "fills", "cellXfs", "cellStyleXfs", "dxfs", "borders", "cellStyles"}:
            self._inside = name
        elif name == "numFmt" and _PAD.match(attributes.get("formatCode", "")):
            self._pads[attributes.get("numFmtId", "")] = len(attributes["formatCode"])
        elif self._inside == "fonts":
            self._font(name, attributes)
        elif self._inside == "fills":
            self._fill(name, attributes)
        elif self._inside == "cellXfs" and name == "xf":
            self._format(attributes)

    def _font(self, name: str, attributes: dict[str, str]) -> None:
        if name == "font":
            self._strikes.append(False)
        elif name == "strike" and self._strikes:
            self._strikes[-1] = attributes.get("val", "1") not in {"0", "false"}

    def _fill(self, name: str, attributes: dict[str, str]) -> None:
        if name == "fill":
            self._fills.append(None)
        elif name == "patternFill":
            self._solid = attributes.get("patternType", "none") not in {"none", "gray125"}
        elif name == "fgColor" and self._solid and self._fills:
            self._fills[-1] = _colour(attributes)

    def _format(self, attributes: dict[str, str]) -> None:
        fill, font = attributes.get("fillId", "0"), attributes.get("fontId", "0")
        self.looks.append(
            Look(
                self._fills[int(fill)] if fill.isdigit() and int(fill) < len(self._fills) else None,
                font.isdigit() and int(font) < len(self._strikes) and self._strikes[int(font)],
                self._pads.get(attributes.get("numFmtId", ""), 0),
            )
        )


def _colour(attributes: dict[str, str]) -> str | None:
    if "rgb" in attributes:
        colour = attributes["rgb"].upper()[-6:]
        return None if colour in _PLAIN else colour
    if "theme" in attributes:
        return None if attributes["theme"] == "0" else f"theme {attributes['theme']}"
    if "indexed" in attributes:
        return None if attributes["indexed"] in {"9", "64", "65"} else f"indexed {attributes['indexed']}"
    return None


def read_looks(archive: zipfile.ZipFile) -> list[Look]:
    """The looks by style index, in the order of the book's cell formats. Raises SheetError."""
    styles = _Styles()
    if "xl/styles.xml" in archive.namelist():
        parse(archive, "xl/styles.xml", styles.start, lambda parser: None)
    return styles.looks
