"""Light and dark: contrast of every pair that is used, and style sheets without a hole."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from consentry.ui import style
from consentry.ui.style import DARK, LIGHT, Colours
from consentry_policy import resources


def _light(channel: int) -> float:
    value = channel / 255
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2)."""
    lights = []
    for colour in (one, other):
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        lights.append(0.2126 * _light(red) + 0.7152 * _light(green) + 0.0722 * _light(blue))
    return (max(lights) + 0.05) / (min(lights) + 0.05)


TEXTS = [
    ("text", "window"), ("text", "surface"), ("text", "sidebar"), ("text", "hover"),
    ("muted", "window"), ("muted", "surface"), ("muted", "sidebar"),
    ("accent_text", "accent_soft"), ("accent_text", "surface"), ("accent_text", "window"),
    ("accent_text", "sidebar"), ("on_accent", "accent"), ("on_accent", "accent_hover"),
    ("blocked", "blocked_soft"), ("review", "review_soft"), ("exception", "exception_soft"),
    ("cleared", "cleared_soft"), ("blocked", "surface"), ("review", "surface"), ("cleared", "surface"),
    ("blocked", "accent_soft"), ("review", "accent_soft"), ("cleared", "accent_soft"),
]  # fmt: skip
EDGES = [("edge", "surface"), ("accent", "surface"), ("accent", "window"), ("accent", "sidebar")]


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read(look: Colours) -> None:
    low = {
        pair: round(contrast(getattr(look, pair[0]), getattr(look, pair[1])), 2)
        for pair in TEXTS
        if contrast(getattr(look, pair[0]), getattr(look, pair[1])) < 4.5
    }
    assert low == {}


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_every_edge_and_focus_ring_can_be_seen(look: Colours) -> None:
    low = [pair for pair in EDGES if contrast(getattr(look, pair[0]), getattr(look, pair[1])) < 3]
    assert low == []


def test_the_contrast_of_black_on_white_is_known() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_the_whole_sheet_is_filled_in(qapp: QApplication, appearance: str) -> None:
    style.apply(qapp, appearance)
    assert "@" not in re.sub(r"/\*.*?\*/", "", qapp.styleSheet())
    assert style.is_dark() is (appearance == "dark")


def test_every_icon_draws_and_follows_the_appearance(qapp: QApplication) -> None:
    icons = sorted(file.stem for file in resources.path("icons").glob("*.svg"))
    assert {"check", "roster", "events", "releases", "log", "settings"} <= set(icons)
    for name in icons:
        drawn = {}
        for appearance in ("light", "dark"):
            style.apply(qapp, appearance)
            drawn[appearance] = style.icon(name).pixmap(QSize(24, 24)).toImage()
            inked = sum(drawn[appearance].pixelColor(x, y).alpha() > 0 for x in range(24) for y in range(24))
            assert inked > 10, name
        if "#000000" in resources.read_text(f"icons/{name}.svg"):
            assert drawn["light"] != drawn["dark"], name
