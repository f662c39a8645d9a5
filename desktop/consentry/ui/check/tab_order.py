"""Tab goes through what was made late in the order in which it is seen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_before(late: Sequence[QWidget], widget: QWidget) -> None:
    """Make Tab reach these widgets one after the other, just before ``widget``."""
    last = _before(widget)
    for each in late:
        QWidget.setTabOrder(last, each)
        last = each


def _before(widget: QWidget) -> QWidget:
    """The nearest widget before this one that can have the focus; Qt orders no others."""
    found = widget.previousInFocusChain()
    while found is not None and found is not widget and found.focusPolicy() is Qt.FocusPolicy.NoFocus:
        found = found.previousInFocusChain()
    return found or widget
