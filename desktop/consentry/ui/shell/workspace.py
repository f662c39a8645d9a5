"""What is on the screen while a vault is open: sidebar, pages, and a line at the foot."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from consentry.ui import style
from consentry.ui.context import UiContext
from consentry.ui.shell.catalogue import entries, make_page
from consentry.ui.shell.news import News
from consentry.ui.shell.sidebar import Sidebar
from consentry.ui.trouble import Trouble
from consentry.ui.widgets.message import MessageLine

_MESSAGE_MS = 8_000  # what was done goes away by itself; a trouble stays until it is dismissed


class Workspace(QWidget):
    """The pages of one open vault; a page is made when it is first asked for."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._pages: dict[str, QWidget] = {}
        self.sidebar = Sidebar(entries(), context.session.vault_name, context.session.user_name)
        self.sidebar.chosen.connect(self.show_page)
        self.sidebar.lock.connect(context.bridge.lock_wanted)
        self.stack = QStackedWidget()
        self.stack.setObjectName("pages")
        self.stack.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.foot = MessageLine()
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)
        self._fade.timeout.connect(self.foot.clear)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        self.news = News(context)
        right.addWidget(self.news)
        right.addWidget(self.stack, 1)
        holder = QHBoxLayout()
        holder.setContentsMargins(style.SPACE * 3, 0, style.SPACE * 3, style.SPACE)
        holder.addWidget(self.foot)
        right.addLayout(holder)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(right, 1)
        context.bridge.said.connect(self._say)
        context.bridge.page_wanted.connect(self.sidebar.choose)
        context.runner.failed.connect(self._failed)
        self.news.begin()

    @property
    def page(self) -> QWidget | None:
        """The page shown."""
        return self.stack.currentWidget()

    def show_page(self, key: str) -> None:
        """Show a page by its key, making it on the first call."""
        if key not in self._pages:
            page = make_page(key, self.context)
            self._pages[key] = page
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(self._pages[key])

    def _say(self, sentence: str, trouble: bool) -> None:
        self.foot.say(sentence, "trouble" if trouble else "done")
        if trouble:
            self._fade.stop()
        else:
            self._fade.start(_MESSAGE_MS)

    def _failed(self, trouble: Trouble) -> None:
        self._say(trouble.sentence, not trouble.cancelled)
