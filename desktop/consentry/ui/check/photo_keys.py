"""The keys of the photo page that are not answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

if TYPE_CHECKING:
    from consentry.ui.check.photo_page import PhotoPage

_ZOOM = 1.25
_ZOOM_KEYS = {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0}


def move_of_key(page: PhotoPage, event: QKeyEvent) -> Callable[[], object] | None:
    """What a key does to the page, or None where it is no key of its own."""
    if event.matches(QKeySequence.StandardKey.Undo):
        return page.undo
    key = Qt.Key(event.key())
    free = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    if free and key not in _ZOOM_KEYS:
        return None
    moves: dict[Qt.Key, Callable[[], object]] = {
        Qt.Key.Key_Escape: page.left.emit,
        Qt.Key.Key_Left: lambda: page.step(-1),
        Qt.Key.Key_Right: lambda: page.step(1),
        Qt.Key.Key_PageUp: lambda: page.step(-1),
        Qt.Key.Key_PageDown: lambda: page.step(1),
        Qt.Key.Key_Up: lambda: page.step_face(-1),
        Qt.Key.Key_Down: lambda: page.step_face(1),
        Qt.Key.Key_Space: page.next_unresolved,
        Qt.Key.Key_A: page.panel.reasons.attest_first,
        Qt.Key.Key_D: page.missed.draw,
        Qt.Key.Key_R: page.crop.draw,
        Qt.Key.Key_L: page.crop.leave_out,
        Qt.Key.Key_W: page.crop.take_off,
        Qt.Key.Key_Z: page.canvas.toggle_near,
        Qt.Key.Key_0: page.canvas.fit,
        Qt.Key.Key_Plus: lambda: page.canvas.zoom(_ZOOM),
        Qt.Key.Key_Equal: lambda: page.canvas.zoom(_ZOOM),
        Qt.Key.Key_Minus: lambda: page.canvas.zoom(1 / _ZOOM),
    }
    return moves.get(key)
