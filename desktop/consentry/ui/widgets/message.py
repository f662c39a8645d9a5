"""One sentence in place: a trouble, a hint, what was done; with at most one action beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from consentry.ui import style
from consentry.ui.trouble import Trouble
from consentry.ui.widgets.picture import Picture

Tone = Literal["info", "care", "trouble", "done"]
_ICONS: dict[Tone, str] = {"info": "info", "care": "trouble", "trouble": "trouble", "done": "done"}
_COLOURS: dict[Tone, str] = {"info": "accent_text", "care": "review", "trouble": "blocked", "done": "cleared"}


class MessageLine(QFrame):
    """Hidden until it has something to say; never a pop-up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._icon = Picture("info", 18)
        self._text = QLabel()
        self._text.setObjectName("message-text")
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = QPushButton()
        self._action.setProperty("kind", "quiet")
        self._action.clicked.connect(self._act)
        self._act_on: Callable[[], object] | None = None
        self._close = QPushButton()
        self._close.setProperty("kind", "quiet")
        self._close.setAccessibleName(self.tr("Dismiss this message"))
        self._close.setToolTip(self.tr("Dismiss"))
        self._close.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 3, 3, 3)
        row.setSpacing(style.SPACE)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown, or "" while there is none."""
        return self._text.text() if not self.isHidden() else ""

    @property
    def action(self) -> QPushButton:
        """The button beside the sentence."""
        return self._action

    def say(
        self, sentence: str, tone: Tone = "info", action: str = "", act: Callable[[], object] | None = None
    ) -> None:
        """Show a sentence, with a button where ``action`` and ``act`` are given."""
        colour = _COLOURS[tone]
        self._icon.show_icon(_ICONS[tone], colour)
        self._close.setIcon(style.icon("close", colour))
        self._text.setText(sentence)
        self._text.setAccessibleName(sentence)
        self._act_on = act
        self._action.setText(action)
        self._action.setVisible(bool(action) and act is not None)
        self.setAccessibleName(sentence)
        self.setProperty("tone", tone)
        for part in (self, self._text):
            part.style().unpolish(part)
            part.style().polish(part)
        self.show()
        self._announce(sentence, tone)

    def say_trouble(self, trouble: Trouble) -> None:
        """Show why work ended early: a wish of the user's calmly, anything else as a trouble."""
        self.say(trouble.sentence, "info" if trouble.cancelled else "trouble")

    def clear(self) -> None:
        """Say nothing any more."""
        self.hide()
        self._text.clear()
        self._act_on = None

    def _announce(self, sentence: str, tone: Tone) -> None:
        """A screen reader says it at once, since the cursor is elsewhere."""
        said = QAccessibleAnnouncementEvent(self, sentence)
        levels = QAccessible.AnnouncementPoliteness
        said.setPoliteness(levels.Assertive if tone in {"trouble", "care"} else levels.Polite)
        QAccessible.updateAccessibility(said)

    def _act(self) -> None:
        act = self._act_on
        self.clear()
        if act is not None:
            act()
