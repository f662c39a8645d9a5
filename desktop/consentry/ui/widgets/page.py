"""The frame of a page: title, actions at its right, a message line in place, and the body below."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from consentry.services.operation import Changes, Operation
from consentry.ui import style
from consentry.ui.context import UiContext
from consentry.ui.runner import Running
from consentry.ui.trouble import Trouble
from consentry.ui.widgets.busy import BusyBar
from consentry.ui.widgets.message import MessageLine

T = TypeVar("T")
_HEAD = 34  # px: a button's height, so that titles stand at one place on every page


class Page(QWidget):
    """A page of the window. It loads when it is first shown, and again when something it shows has changed.

    A subclass fills ``tools`` and ``body`` and overrides ``load`` and ``concerns``.
    """

    def __init__(self, context: UiContext, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        self.context = context
        self._stale = True
        self._asked: dict[str, int] = {}
        heading = QLabel(title)
        heading.setProperty("role", "title")
        heading.setMinimumHeight(_HEAD)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(style.SPACE)
        head = QHBoxLayout()
        head.addWidget(heading)
        head.addStretch(1)
        head.addLayout(self.tools)
        self.message = MessageLine()
        self.busy = BusyBar()
        self.body = QVBoxLayout()
        self.body.setSpacing(style.SPACE * 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.SPACE * 3, style.SPACE * 2, style.SPACE * 3, style.SPACE * 2)
        column.setSpacing(style.SPACE * 2)
        column.addLayout(head)
        column.addWidget(self.message)
        column.addWidget(self.busy)
        column.addLayout(self.body, 1)
        context.bridge.changed.connect(self._changed)

    def load(self) -> None:
        """Fetch what the page shows, off the UI thread."""

    def concerns(self, changes: Changes) -> bool:
        """Whether a change touches what this page shows."""
        return bool(changes)

    def fetch(self, work: Callable[[], T], show: Callable[[T], object]) -> None:
        """Run a short verb and show its result, unless a later call with the same ``show`` overtook it."""
        name = getattr(show, "__name__", "")
        self._asked[name] = asked = self._asked.get(name, 0) + 1

        def latest(result: T) -> None:
            if self._asked[name] == asked:
                show(result)

        self.context.runner.run(work, latest, self.message.say_trouble, owner=self)

    def run(
        self,
        work: Callable[[], T] | Operation[T],
        done: Callable[[T], object],
        doing: str,
        on_item: Callable[[Any], object] | None = None,
    ) -> Running:
        """Run a verb with the busy line shown; a trouble goes to the message line."""
        self.message.clear()

        def ended(result: T) -> None:
            self.busy.stop()
            self.ended()
            done(result)

        def failed(trouble: Trouble) -> None:
            self.busy.stop()
            self.ended()
            self.message.say_trouble(trouble)

        running = self.context.runner.run(
            work, ended, failed, on_progress=self.busy.progress, on_item=on_item, owner=self
        )
        self.busy.start(running if isinstance(work, Operation) else None, doing)
        return running

    def ended(self) -> None:
        """Work begun by `run` ended, well or not: enable again what was disabled."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.load()

    def _changed(self, changes: Changes) -> None:
        if not self.concerns(changes):
            return
        if self.isVisible():
            self.load()
        else:
            self._stale = True


def action_button(text: str, icon: str = "", *, primary: bool = False) -> QPushButton:
    """A button of a page; a page has at most one primary one."""
    button = QPushButton(text)
    if primary:
        button.setProperty("kind", "primary")
    if icon:
        button.setIcon(style.icon(icon, "on_accent" if primary else "text"))
    return button


def on_keys(form: QWidget, leave: Callable[[], object] | None, submit: Callable[[], object] | None) -> None:
    """Escape leaves a form; Enter in any of its lines submits it."""
    if leave is not None:
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), form)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(leave)
    if submit is not None:
        for line in form.findChildren(QLineEdit):
            if not isinstance(line.parent(), QAbstractSpinBox):
                line.returnPressed.connect(submit)


def card(spacing: int = style.SPACE) -> tuple[QFrame, QVBoxLayout]:
    """A raised piece of a page and the column in it."""
    frame = QFrame()
    frame.setProperty("role", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(style.SPACE * 2, style.SPACE * 2, style.SPACE * 2, style.SPACE * 2)
    column.setSpacing(spacing)
    return frame, column


def as_card(widget: QWidget, title: str) -> QVBoxLayout:
    """Make a widget a card with a title; gives the column in it."""
    frame, column = card()
    outer = QVBoxLayout(widget)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(frame)
    column.addWidget(words(title, "heading"))
    return column


def labelled(column: QVBoxLayout, name: str, field: QWidget, hint: str = "") -> None:
    """Put a field into a column, its label above and a hint below; the label is its accessible name."""
    label = words(name, "field")
    label.setBuddy(field)
    if not field.accessibleName():
        field.setAccessibleName(name)
    group = QVBoxLayout()
    group.setSpacing(4)
    group.addWidget(label)
    group.addWidget(field)
    if hint:
        group.addWidget(words(hint, "small"))
    column.addLayout(group)


def words(text: str, role: str = "") -> QLabel:
    """A label that wraps; ``role`` is "title", "heading", "field", "muted" or "small". Plain text always."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(role not in {"title", "heading", "field"})
    if role:
        label.setProperty("role", role)
    return label
