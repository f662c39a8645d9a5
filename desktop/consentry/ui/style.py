"""How the window looks: colours of the light and the dark appearance, the palette, style sheets, icons.

Controls keep the platform's own style; only where Qt draws them itself (Fusion) do they get a sheet of ours.
Every pair of text and ground below has a contrast of 4.5 or more (WCAG 2.2 AA); a test works it out.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from consentry_policy import resources

SPACE = 8  # px; every gap is a multiple of it
_USUAL = 17  # px, high: a line of text in the font that a desktop comes with, at most
_STYLE = "consentry-native-style"
_SIZES = {"size_title": 1.55, "size_heading": 1.12, "size_small": 0.9}  # of the user's own font size


@dataclass(frozen=True, slots=True)
class Colours:
    """One appearance. ``*_soft`` is the ground on which the colour of that name is text."""

    window: str
    surface: str
    sidebar: str
    text: str
    muted: str
    line: str
    edge: str
    hover: str
    scroll: str
    accent: str
    accent_hover: str
    accent_soft: str
    accent_text: str
    on_accent: str
    blocked: str
    blocked_soft: str
    review: str
    review_soft: str
    exception: str
    exception_soft: str
    cleared: str
    cleared_soft: str


LIGHT = Colours(
    window="#F6F7F9", surface="#FFFFFF", sidebar="#ECEEF2", text="#1B1F24", muted="#57606A",
    line="#DADFE5", edge="#818B98", hover="#E3E7EC", scroll="#B9C1CA",
    accent="#0B5CAD", accent_hover="#094C90", accent_soft="#DCEBFA", accent_text="#0A4C8F", on_accent="#FFFFFF",
    blocked="#A5201A", blocked_soft="#FCEBEA", review="#7A4F00", review_soft="#FFF3D6",
    exception="#5B3FA6", exception_soft="#EFEAFB", cleared="#1B6E3C", cleared_soft="#E4F4E9",
)  # fmt: skip

DARK = Colours(
    window="#1B1D21", surface="#24272C", sidebar="#16181B", text="#E7E9EC", muted="#A8B0BA",
    line="#363B43", edge="#747D89", hover="#2D3138", scroll="#4B525C",
    accent="#6CB2F7", accent_hover="#8CC4FA", accent_soft="#1F3A57", accent_text="#A9D3FC", on_accent="#0B1B2B",
    blocked="#FF9A92", blocked_soft="#452320", review="#F2C063", review_soft="#41330F",
    exception="#C9B8FF", exception_soft="#332A52", cleared="#7FD69B", cleared_soft="#1D3B28",
)  # fmt: skip


def wide(px: int) -> int:
    """A width that was chosen for text of the usual size: more of it where the user's font is larger."""
    return round(px * max(1.0, QFontMetrics(QGuiApplication.font()).height() / _USUAL))


def is_dark() -> bool:
    """Whether the dark appearance is in use, by the palette that is set."""
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128


def colours() -> Colours:
    """The colours of the appearance in use."""
    return DARK if is_dark() else LIGHT


def apply(app: QApplication, appearance: str = "system") -> None:
    """Dress the program: "light", "dark", or "system" for what the desktop says. May be called again."""
    dark = appearance == "dark" or (
        appearance == "system" and app.styleHints().colorScheme() is Qt.ColorScheme.Dark
    )
    tokens = DARK if dark else LIGHT
    if app.property(_STYLE) is None:  # asked once: a style sheet hides the name of the style below it
        app.setProperty(_STYLE, app.style().name().lower())
    sheet = resources.read_text("styles/window.qss")
    if app.property(_STYLE) == "fusion":
        sheet += resources.read_text("styles/fusion.qss")
    filled = _fill(sheet, tokens, dark=dark, points=app.font().pointSizeF())
    if filled != app.styleSheet():  # dressing every widget again takes its time
        app.setPalette(_palette(tokens))
        app.setStyleSheet(filled)


def _palette(tokens: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette(QColor(tokens.window))
    for where, colour in {
        role.Window: tokens.window, role.WindowText: tokens.text, role.Base: tokens.surface,
        role.AlternateBase: tokens.window, role.Text: tokens.text, role.Button: tokens.surface,
        role.ButtonText: tokens.text, role.BrightText: tokens.blocked, role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent, role.ToolTipBase: tokens.surface, role.ToolTipText: tokens.text,
        role.PlaceholderText: tokens.muted, role.Link: tokens.accent_text, role.LinkVisited: tokens.accent_text,
        role.Accent: tokens.accent,
    }.items():  # fmt: skip
        palette.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(tokens.muted))
    return palette


def _fill(sheet: str, tokens: Colours, *, dark: bool, points: float) -> str:
    values: dict[str, str] = asdict(tokens)
    values |= {name: f"{points * factor:.1f}pt" for name, factor in _SIZES.items()}
    tone = "dark" if dark else "light"

    def value(match: re.Match[str]) -> str:
        name = match[1]
        if name.startswith("icon_"):
            return resources.path(f"icons/{name.removeprefix('icon_')}-{tone}.svg").as_posix()
        return values[name]

    return re.sub(r"@([a-z_]+)", value, sheet)


class _Engine(QIconEngine):
    """Draws one of our SVGs in a colour of the appearance that is in use when it is painted."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        tokens = colours()
        token = "muted" if mode is QIcon.Mode.Disabled else self._token
        scale = painter.device().devicePixelRatio()
        drawn = _drawn(self._name, getattr(tokens, token), round(min(rect.width(), rect.height()) * scale))
        painter.drawPixmap(rect, drawn)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._token)


def icon(name: str, ink: str = "text") -> QIcon:
    """One of our icons in a colour of the appearance (a field of `Colours`); it follows a change of appearance."""
    return QIcon(_Engine(name, ink))


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, side: int) -> QPixmap:
    svg = resources.read_text(f"icons/{name}.svg").replace("#000000", colour)
    pixmap = QPixmap(QSize(side, side))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap
